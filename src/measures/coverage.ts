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
  type Strength,
} from '../model/types.js';
import { groupReadings, labelOf, titlesOf, type Group } from './groups.js';
import { compareLabels } from './order.js';
import type { Reading } from './readings.js';
import { silenceOf, type Silence } from './silence.js';

export { readingsOf, rowKey, type Reading } from './readings.js';

/** A code to count; questionnaires name objectives by number. */
export type CountedCode = CoverageCode & { readonly objective?: number | null };

/** What a coverage may be told beyond the documents. */
export interface CoverageOptions {
  /** Whose codings count; by default every coder's but the author's headings. */
  readonly counts?: (coder: string) => boolean;
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
 * codings of one statement the first that counts is taken. Drafts and
 * translations of a document that is counted are left out.
 */
export function coverage(
  documents: readonly CodedDocument[],
  codes: readonly CountedCode[],
  by: CoverageBy,
  options: CoverageOptions = {},
): Coverage {
  const counted = documents
    .filter(({ countedAs }) => countedAs === undefined)
    .sort((a, b) => compareText(a.document.id, b.document.id));
  const groups = groupReadings(counted, by, options.counts);
  const rows = [...groups.values()]
    .sort((a, b) => compareKeys(a.key, b.key, by))
    .map((group) => rowOf(group, codes, by));
  return { by, codes: codes.map(({ code, kind }) => ({ code, kind })), rows };
}

/** Only sections and questions are numbered: CIV is a country, not 104. */
function compareKeys(a: string, b: string, by: CoverageBy): number {
  if (by === 'section' || by === 'question') return compareLabels(a, b);
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return compareText(a, b);
}

function rowOf(group: Group, codes: readonly CountedCode[], by: CoverageBy): CoverageRow {
  const { key, documents, readings } = group;
  const read = readings.filter((reading) => reading.coding !== null);
  const introducers = read.filter(isIntroducer).length;
  const counts = countCodes(read, codes);
  const titles = titlesOf(group);
  const readable = read.length > 0;
  const silence = silenceOf({ key, by, documents, statements: readings.length, readable });
  return {
    key,
    label: labelOf(group),
    ...(titles === null ? {} : { titles }),
    documents: documents.size,
    documentsRead: new Set(read.map(({ statement }) => statement.document)).size,
    statements: read.length - introducers,
    coded: read.filter((reading) => !isIntroducer(reading) && carriesAny(reading, counts)).length,
    introducers,
    unread: readings.length - read.length,
    cells: codes.map(({ code, objective }) =>
      cellOf(code, counts.get(code) ?? noCounts(), silence(objective ?? null)),
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

function cellOf(code: string, counts: Counts, silence: Silence): CoverageCell {
  const { substantive, mention, absent, kinds, documents } = counts;
  const status = statusOf(counts) ?? silence;
  return { code, status, substantive, mention, absent, documents: documents.size, kinds };
}

/** What the statements that carry a code say of it; null where none does. */
export function statusOf({
  substantive,
  mention,
  absent,
  kinds,
}: Pick<CoverageCell, 'substantive' | 'mention' | 'absent' | 'kinds'>): CellStatus | null {
  if (substantive > 0) return 'covered';
  if (mention > 0) return 'mentioned';
  if (absent > 0) return 'reported-missing';
  return kinds.introducer > 0 ? 'mentioned' : null;
}

/** Counts codes over all documents: objectives and themes apart. */
export function coverDocuments(
  documents: readonly CodedDocument[],
  codes: readonly CountedCode[],
  by: CoverageBy,
): { objectives: Coverage; themes: Coverage } {
  const of = (kind: CountedCode['kind']): Coverage =>
    coverage(
      documents,
      codes.filter((code) => code.kind === kind),
      by,
    );
  return { objectives: of('objective'), themes: of('theme') };
}
