import type { TextsByLanguage } from './questionnaire.js';
import type { Kind } from './types.js';

/** What the rows of a coverage stand for. */
export type CoverageBy =
  'country' | 'region' | 'year' | 'round' | 'document' | 'section' | 'question';

export const COVERAGE_BY: readonly CoverageBy[] = [
  'country',
  'region',
  'year',
  'round',
  'document',
  'section',
  'question',
];

export type CodeKind = 'objective' | 'theme';

/**
 * What a cell says; none of the last five is a zero.
 * - `covered`: a statement treats the code substantively and reports no absence
 * - `mentioned`: the code is only named in passing, or only in an introducer
 * - `reported-missing`: only by statements that report an absence
 * - `not-mentioned`: statements were read and none carries the code
 * - `unanswered`: the questionnaire asked for it, and no document answers there
 * - `not-readable`: no statement of the row was read
 * - `not-asked`: the questionnaire did not ask for it, and nobody mentioned it
 */
export type CellStatus =
  | 'covered'
  | 'mentioned'
  | 'reported-missing'
  | 'not-mentioned'
  | 'unanswered'
  | 'not-readable'
  | 'not-asked';

export const CELL_STATUSES: readonly CellStatus[] = [
  'covered',
  'mentioned',
  'reported-missing',
  'not-mentioned',
  'unanswered',
  'not-readable',
  'not-asked',
];

/** Where a row and a code meet. `substantive`, `mention` and `absent` exclude each other. */
export interface CoverageCell {
  readonly code: string;
  readonly status: CellStatus;
  /** Statements that treat the code substantively, introducers and absences left out. */
  readonly substantive: number;
  /** Statements that only mention the code, introducers and absences left out. */
  readonly mention: number;
  /** Statements that carry the code and say that something is missing. */
  readonly absent: number;
  /** Documents with a statement that carries the code, whatever its strength. */
  readonly documents: number;
  /** Statements that carry the code, by kind, absences included; introducers are counted here only. */
  readonly kinds: Readonly<Record<Kind, number>>;
}

export interface CoverageRow {
  /** Country, region, year, round, document id, section ("III") or question ("III.g"); '' where none is known. */
  readonly key: string;
  /** The key, with the section's title or the question's text where there is one. */
  readonly label: string;
  /** The section's title or the question's summary by language, where a questionnaire gives it. */
  readonly titles?: TextsByLanguage;
  /** Documents that belong to the row: of a section or question those that were asked it or speak there. */
  readonly documents: number;
  /** Documents with at least one statement that was read. */
  readonly documentsRead: number;
  /** The denominator: statements read, introducers left out. */
  readonly statements: number;
  /** Statements of the denominator that carry at least one of the coverage's codes. */
  readonly coded: number;
  /** Statements that were read and only introduce others. */
  readonly introducers: number;
  /** Statements that no coder has read. */
  readonly unread: number;
  /** One cell a code, in the order of {@link Coverage.codes}. */
  readonly cells: readonly CoverageCell[];
}

export interface CoverageCode {
  readonly code: string;
  readonly kind: CodeKind;
}

/** Rows by codes: the fourth noun of the product. */
export interface Coverage {
  readonly by: CoverageBy;
  readonly codes: readonly CoverageCode[];
  /** Sorted by key; numbers and Roman numerals by value. */
  readonly rows: readonly CoverageRow[];
}
