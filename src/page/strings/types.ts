import type { SimilarRelation } from '../../model/similar.js';
import type { Standing } from '../../measures/standing.js';
import type { Axis, Measure, View } from '../state.js';

/** What only the interactive page says; `{name}` marks a place to fill. */
export interface PageStrings {
  readonly views: Readonly<Record<View, string>>;
  readonly axes: Readonly<Record<Axis, string>>;
  readonly measures: Readonly<Record<Measure, string>>;
  /** What the number of each measure is, in a sentence. */
  readonly measureNotes: Readonly<Record<Measure, string>>;
  readonly standings: Readonly<Record<Standing, string>>;
  /** Rows that say nothing of an objective, for whatever reason. */
  readonly silent: string;
  readonly standingsCaption: string;
  readonly similar: string;
  readonly relations: Readonly<Record<SimilarRelation, string>>;
  readonly cluster: string;
  readonly rows: string;
  readonly columns: string;
  readonly number: string;
  readonly filters: string;
  readonly language: string;
  readonly kind: string;
  readonly strength: string;
  readonly score: string;
  readonly all: string;
  readonly clear: string;
  readonly filtered: string;
  readonly nonePasses: string;
  readonly pageLanguage: string;
  readonly print: string;
  readonly close: string;
  readonly address: string;
  readonly hint: string;
  readonly sortBy: string;
  readonly name: string;
  readonly statements: string;
  readonly noStatement: string;
  readonly showMore: string;
  readonly search: string;
  readonly searchHint: string;
  readonly found: string;
  readonly cellStatements: string;
  readonly of: string;
  readonly with: string;
  readonly profileOf: string;
  readonly profileNote: string;
  readonly otherStatements: string;
  readonly compareNote: string;
  readonly differ: Readonly<Record<'both' | 'first' | 'second' | 'neither', string>>;
  readonly difference: string;
  readonly standing: string;
  readonly objective: string;
  readonly code: string;
  readonly coder: string;
  readonly file: string;
  readonly round: string;
  readonly method: Readonly<
    Record<'made' | 'how' | 'howText' | 'accuracy' | 'accuracyNote' | 'limits' | 'lengths', string>
  >;
  readonly limits: readonly string[];
  readonly precision: string;
  readonly recall: string;
  readonly cases: string;
  readonly overall: string;
}
