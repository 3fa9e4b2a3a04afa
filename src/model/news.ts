import type { CellStatus, CodeKind, Coverage } from './coverage.js';
import type { TextsByLanguage } from './questionnaire.js';
import type { Issue, Language, Strength } from './types.js';

/**
 * What became of a document since the run before.
 * - `new`: it was not there before and was coded
 * - `changed`: its content or its description is another, and it was coded anew
 * - `renamed`: the same content under another path; its codings are kept
 * - `withdrawn`: it is no longer in the folder
 * - `new-failed`: it was not there before and could not be coded
 * - `began-to-fail`: it was coded before and can no longer be
 * - `still-failing`: it could not be coded before, and cannot now; this alone is no news
 * - `recovered`: it could not be coded before, and now it is
 *
 * A document that is as it was is in none of them, also where it was coded anew
 * since taxonomy or settings changed.
 */
export type DocumentChange =
  | 'new'
  | 'changed'
  | 'renamed'
  | 'withdrawn'
  | 'new-failed'
  | 'began-to-fail'
  | 'still-failing'
  | 'recovered';

export const DOCUMENT_CHANGES: readonly DocumentChange[] = [
  'new',
  'changed',
  'renamed',
  'withdrawn',
  'recovered',
  'new-failed',
  'began-to-fail',
  'still-failing',
];

/** A document of which there is something to tell. */
export interface NewsDocument {
  readonly id: string;
  readonly change: DocumentChange;
  /** Path below the corpus, with forward slashes; of a withdrawn one where it was last. */
  readonly path: string;
  /** Of a renamed one: where it was before. */
  readonly pathBefore?: string;
  /** Of a changed one: its words, or what corpus.yaml and file name say of it. */
  readonly changed?: 'content' | 'description';
  readonly title?: string;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  readonly year?: number;
  readonly round?: string;
  readonly language?: Language;
  /** Statements that it has; null where it could not be coded and none are kept. */
  readonly statements: number | null;
  /** Of one that began to fail: true where its last good coding is kept and still counted. */
  readonly stale?: boolean;
  /** What the reader should know of it: of one that fails, why. */
  readonly issues: readonly Issue[];
}

/** A statement of which a code is a near thing. */
export interface UncertainStatement {
  readonly id: string;
  readonly document: string;
  readonly country?: string;
  readonly text: string;
  readonly language: Language;
  /** "III", "III.g", or null where no section is known. */
  readonly place: string | null;
  /** Its codes, the least likely first. */
  readonly codes: readonly {
    readonly code: string;
    readonly strength: Strength;
    /** 0-1: how likely the code is right. */
    readonly score: number;
  }[];
}

/** A run as the news name it. */
export interface NewsRun {
  /** Name of its report folder ("2026-11-26"). */
  readonly name: string;
  /** ISO date, or null where it was given none. */
  readonly date: string | null;
  readonly tool: { readonly name: string; readonly version: string };
  readonly taxonomy: { readonly id: string; readonly version: string; readonly hash: string };
  /** Documents that are counted in its coverage. */
  readonly documents: number;
  readonly statements: number;
}

/** A code as the news show it: the fields of the report's codes that they need. */
export interface NewsCode {
  readonly code: string;
  readonly kind: CodeKind;
  /** 1-23. */
  readonly objective?: number;
  readonly titles: TextsByLanguage;
  readonly labels: TextsByLanguage;
}

/** Both matrices of a run, by country. */
export interface NewsCoverage {
  readonly objectives: Coverage;
  readonly themes: Coverage;
}

/** Why all documents were coded anew. */
export type RecodedReason = 'taxonomy' | 'settings' | 'program';

/** An objective or theme of a country whose status is another than it was. */
export interface StatusMove {
  /** Country's code; '' where the documents name none. */
  readonly row: string;
  readonly code: string;
  /** Null: the country was not there. */
  readonly before: CellStatus | null;
  /** Null: the country is not there any more. */
  readonly after: CellStatus | null;
  readonly substantiveBefore: number;
  readonly substantiveAfter: number;
}

/** What moved in the coverage of the objectives. */
export interface CoverageMoves {
  /** Countries that were not there before, or are not there any more. */
  readonly newRows: readonly string[];
  readonly goneRows: readonly string[];
  /** Objectives that no country covered before. */
  readonly firstCovered: readonly string[];
  /** In countries that were there before: covered now and not before. */
  readonly closed: readonly StatusMove[];
  /** Covered before and not now. */
  readonly opened: readonly StatusMove[];
  /** Another status on the way, neither of them covered. */
  readonly moved: readonly StatusMove[];
}

/** All that is needed to tell what is new; plain JSON. */
export interface NewsInput {
  readonly run: NewsRun;
  /** The last run that was completed before; null for the first. */
  readonly previous: NewsRun | null;
  /** Every reason why all documents were coded anew; empty where only what changed was. */
  readonly recoded: readonly RecodedReason[];
  /** In any order; only what there is something to tell of. */
  readonly documents: readonly NewsDocument[];
  /** Documents that are as they were. */
  readonly unchanged: number;
  readonly codes: readonly NewsCode[];
  readonly coverage: {
    /** Null for the first run. */
    readonly before: NewsCoverage | null;
    readonly after: NewsCoverage;
  };
  /** What moved in the objectives; null for the first run. */
  readonly moves: CoverageMoves | null;
  /** Of the new, changed and recovered documents, the least certain first; some twenty are enough. */
  readonly uncertain: readonly UncertainStatement[];
  /** Names of rows (a country's code) that the corpus gives itself. */
  readonly names?: Readonly<Record<string, string>>;
}
