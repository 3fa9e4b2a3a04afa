import type {
  CellStatus,
  Coverage,
  CoverageBy,
  CoverageCell,
  CoverageCode,
  CoverageRow,
} from '../model/coverage.js';
import { compareText } from '../model/text.js';
import {
  KINDS,
  type CodedDocument,
  type Coding,
  type Kind,
  type Statement,
  type Strength,
} from '../model/types.js';
import { compareLabels } from './order.js';

/** What a coverage may be told beyond the documents. */
export interface CoverageOptions {
  /** Whose codings count; by default every coder's but the author's headings. */
  readonly counts?: (coder: string) => boolean;
  /** Codes that a questionnaire did not ask for, by row key. */
  readonly notAsked?: Readonly<Record<string, readonly string[]>>;
}

/** One statement and the coding that counts for it; null when nobody has read it. */
export interface Reading {
  readonly statement: Statement;
  readonly coding: Coding | null;
}

interface Group {
  readonly key: string;
  readonly labels: Set<string>;
  readonly documents: Set<string>;
  readonly readings: Reading[];
}

type Counts = { -readonly [K in 'substantive' | 'mention' | 'absent']: number } & {
  readonly documents: Set<string>;
  readonly kinds: Record<Kind, number>;
};

/**
 * Counts statements by row and code.
 *
 * Introducers are in no denominator and in no count but `kinds.introducer`. A
 * statement without a coding was not read: it is counted in `unread` and in
 * nothing else, so that a language without terms never looks empty. Of several
 * codings of one statement the first that counts is taken.
 */
export function coverage(
  documents: readonly CodedDocument[],
  codes: readonly CoverageCode[],
  by: CoverageBy,
  options: CoverageOptions = {},
): Coverage {
  const sorted = [...documents].sort((a, b) => compareText(a.document.id, b.document.id));
  const groups = groupReadings(sorted, by, options);
  const rows = [...groups.values()]
    .sort((a, b) => compareKeys(a.key, b.key, by))
    .map((group) => rowOf(group, codes, options.notAsked?.[group.key] ?? []));
  return { by, codes: codes.map(({ code, kind }) => ({ code, kind })), rows };
}

/** Only sections and questions are numbered: CIV is a country, not 104. */
function compareKeys(a: string, b: string, by: CoverageBy): number {
  if (by === 'section' || by === 'question') return compareLabels(a, b);
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return compareText(a, b);
}

/** Each statement of a document with the first coding that counts, in reading order. */
export function readingsOf(
  { statements, codings }: CodedDocument,
  counts: (coder: string) => boolean = isReading,
): Reading[] {
  const found = new Map<string, Coding>();
  for (const coding of codings) {
    if (counts(coding.coder) && !found.has(coding.statement)) found.set(coding.statement, coding);
  }
  return statements.map((statement) => ({
    statement,
    coding: found.get(statement.id) ?? null,
  }));
}

function isReading(coder: string): boolean {
  return coder !== 'author';
}

/**
 * The key of the row that a statement belongs to; '' where the document does not say.
 * @param statement null for a document without statements
 */
export function rowKey(
  { document }: CodedDocument,
  statement: Statement | null,
  by: CoverageBy,
): string {
  if (by === 'country') return document.metadata.country ?? '';
  if (by === 'region') return document.metadata.region ?? '';
  if (by === 'document') return document.id;
  if (by === 'section') return statement?.section ?? '';
  return [statement?.section, statement?.question].filter(Boolean).join('.');
}

function groupReadings(
  documents: readonly CodedDocument[],
  by: CoverageBy,
  options: CoverageOptions,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const coded of documents) {
    if (by !== 'section' && by !== 'question')
      groupAt(groups, rowKey(coded, null, by)).documents.add(coded.document.id);
    for (const reading of readingsOf(coded, options.counts)) {
      const group = groupAt(groups, rowKey(coded, reading.statement, by));
      group.documents.add(coded.document.id);
      group.labels.add(partTitle(reading.statement, by));
      group.readings.push(reading);
    }
  }
  return groups;
}

function groupAt(groups: Map<string, Group>, key: string): Group {
  const found = groups.get(key);
  if (found) return found;
  const group: Group = { key, labels: new Set(), documents: new Set(), readings: [] };
  groups.set(key, group);
  return group;
}

function partTitle(statement: Statement, by: CoverageBy): string {
  if (by === 'section') return statement.sectionTitle ?? '';
  return by === 'question' ? (statement.questionText ?? '') : '';
}

/** The key with its title; without one where documents title the same part differently. */
function labelOf({ key, labels }: Group): string {
  const titles = [...labels].filter((title) => title !== '');
  return titles.length === 1 ? [key, titles[0]].filter(Boolean).join(' ') : key;
}

function rowOf(
  group: Group,
  codes: readonly CoverageCode[],
  notAsked: readonly string[],
): CoverageRow {
  const read = group.readings.filter((reading) => reading.coding !== null);
  const introducers = read.filter(isIntroducer).length;
  const counts = countCodes(read, codes);
  return {
    key: group.key,
    label: labelOf(group),
    documents: group.documents.size,
    documentsRead: new Set(read.map(({ statement }) => statement.document)).size,
    statements: read.length - introducers,
    coded: read.filter((reading) => !isIntroducer(reading) && carriesAny(reading, counts)).length,
    introducers,
    unread: group.readings.length - read.length,
    cells: codes.map(({ code }) =>
      cellOf(code, counts.get(code) ?? noCounts(), {
        readable: read.length > 0,
        asked: !notAsked.includes(code),
      }),
    ),
  };
}

function isIntroducer({ coding }: Reading): boolean {
  return coding?.kind === 'introducer';
}

function carriesAny({ coding }: Reading, codes: ReadonlyMap<string, Counts>): boolean {
  return coding?.codes.some(({ code }) => codes.has(code)) ?? false;
}

function noCounts(): Counts {
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  return {
    substantive: 0,
    mention: 0,
    absent: 0,
    documents: new Set(),
    kinds: kinds as Record<Kind, number>,
  };
}

function countCodes(read: readonly Reading[], codes: readonly CoverageCode[]): Map<string, Counts> {
  const counts = new Map(codes.map(({ code }) => [code, noCounts()]));
  for (const { statement, coding } of read) {
    for (const [code, strength] of strongest(coding)) {
      const cell = counts.get(code);
      if (cell && coding) addTo(cell, coding, strength, statement.document);
    }
  }
  return counts;
}

/** A coder may give one code twice; the stronger counts. */
function strongest(coding: Coding | null): Map<string, Strength> {
  const found = new Map<string, Strength>();
  for (const { code, strength } of coding?.codes ?? []) {
    if (found.get(code) !== 'substantive') found.set(code, strength);
  }
  return found;
}

function addTo(cell: Counts, coding: Coding, strength: Strength, document: string): void {
  cell.documents.add(document);
  if (coding.kind !== null) cell.kinds[coding.kind]++;
  if (coding.kind !== 'introducer') cell[coding.absent ? 'absent' : strength]++;
}

function cellOf(
  code: string,
  counts: Counts,
  row: { readable: boolean; asked: boolean },
): CoverageCell {
  const { substantive, mention, absent, kinds, documents } = counts;
  const status = statusOf(counts, row);
  return { code, status, substantive, mention, absent, documents: documents.size, kinds };
}

function statusOf(
  { substantive, mention, absent, kinds }: Counts,
  { readable, asked }: { readable: boolean; asked: boolean },
): CellStatus {
  if (substantive > 0) return 'covered';
  if (mention > 0) return 'mentioned';
  if (absent > 0) return 'reported-missing';
  if (kinds.introducer > 0) return 'mentioned';
  if (!asked) return 'not-asked';
  return readable ? 'not-mentioned' : 'not-readable';
}
