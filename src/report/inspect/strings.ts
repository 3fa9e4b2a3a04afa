import type { ColumnRole, FormatBasis, OutlineEntry } from '../../model/inspection.js';
import type { BlockKind, Detection } from '../../model/types.js';
import type { ReportLanguage } from '../html/strings.js';
import { ar } from './strings-ar.js';
import { en } from './strings-en.js';
import { es } from './strings-es.js';
import { fr } from './strings-fr.js';

/** Everything that the drawing says by itself; `{name}` marks a place to fill. */
export interface InspectStrings {
  readonly title: string;
  readonly subtitle: string;
  readonly skip: string;
  readonly document: string;
  readonly notRead: string;
  readonly unknown: string;
  readonly none: string;
  readonly bytes: string;
  /** Language, how sure (0-1), and what decided. */
  readonly language: string;
  readonly parts: Readonly<
    Record<'summary' | 'sections' | 'tables' | 'dropped' | 'issues' | 'legend' | 'text', string>
  >;
  readonly facts: Readonly<Record<'format' | 'size' | 'pages' | 'language', string>>;
  readonly basis: Readonly<Record<FormatBasis, string>>;
  readonly methods: Readonly<Record<Detection['method'], string>>;
  readonly counts: Readonly<
    Record<'statements' | 'level' | 'sections' | 'questions' | 'tables' | 'dropped', string>
  >;
  readonly blocks: Readonly<Record<Exclude<BlockKind, 'page'>, string>>;
  /** One block's kind, as its label says it. */
  readonly block: Readonly<Record<Exclude<BlockKind, 'page'>, string>>;
  readonly blockLevel: string;
  readonly columns: Readonly<
    Record<
      | 'section'
      | 'questions'
      | 'statements'
      | 'place'
      | 'table'
      | 'rows'
      | 'readAs'
      | 'headerRows'
      | 'fullRows'
      | 'pages'
      | 'reason'
      | 'by'
      | 'count'
      | 'examples',
      string
    >
  >;
  readonly roles: Readonly<Record<ColumnRole, string>>;
  readonly place: Readonly<
    Record<'page' | 'pages' | 'table' | 'row' | 'column' | 'paragraph', string>
  >;
  readonly statement: string;
  readonly level: string;
  readonly goesOn: string;
  readonly outline: Readonly<Record<OutlineEntry['kind'], string>>;
  readonly objectives: string;
  readonly leftOut: string;
  readonly leftOutUnplaced: string;
  readonly by: Readonly<Record<'reader' | 'segmenter', string>>;
  /** By the reason that readers and the segmenter give. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly more: string;
  readonly legend: Readonly<
    Record<'statement' | 'levels' | 'section' | 'question' | 'dropped' | 'block' | 'page', string>
  >;
  readonly footer: string;
}

/** The drawing's words in each language that it speaks. */
export const INSPECT_STRINGS: Readonly<Record<ReportLanguage, InspectStrings>> = { en, fr, es, ar };
