/**
 * Coverage by country from the counts of single documents, so that a corpus that
 * grows each night need not be counted anew. Gives what `coverage` gives.
 */
import type {
  CellStatus,
  CodeKind,
  Coverage,
  CoverageCell,
  CoverageRow,
} from '../model/coverage.js';
import type { CodeCounts, DocumentCounts } from '../model/state.js';
import { compareText } from '../model/text.js';
import { KINDS } from '../model/types.js';
import type { CodedDocument, Kind } from '../model/types.js';
import { coverage, statusOf } from './coverage.js';
import type { CountedCode } from './coverage.js';
import { silenceOf } from './silence.js';

/** A document without its words: what it is, and its counts. */
export interface CountedDocument {
  /** Statements and codings are empty. */
  readonly coded: CodedDocument;
  readonly counts: DocumentCounts;
}

/** Counts a document. */
export function countsOf(coded: CodedDocument, codes: readonly CountedCode[]): DocumentCounts {
  const { countedAs: _, ...alone } = coded;
  const rowOf = (kind: CodeKind): CoverageRow | undefined => {
    const own = codes.filter((code) => code.kind === kind);
    return coverage([alone], own, 'document').rows[0];
  };
  const [objectives, themes] = [rowOf('objective'), rowOf('theme')];
  const cells = [...(objectives?.cells ?? []), ...(themes?.cells ?? [])];
  return {
    statements: objectives?.statements ?? 0,
    introducers: objectives?.introducers ?? 0,
    unread: objectives?.unread ?? 0,
    coded: { objective: objectives?.coded ?? 0, theme: themes?.coded ?? 0 },
    codes: Object.fromEntries(
      cells.filter(({ documents }) => documents > 0).map((cell) => [cell.code, numbersOf(cell)]),
    ),
  };
}

function numbersOf({ substantive, mention, absent, kinds }: CoverageCell): CodeCounts {
  return [substantive, mention, absent, ...KINDS.map((kind) => kinds[kind])];
}

/** True where at least one statement was read. */
export function isRead({ statements, introducers }: DocumentCounts): boolean {
  return statements + introducers > 0;
}

/** The coverage of documents by country; those that another stands for are left out. */
export function summedCoverage(
  documents: readonly CountedDocument[],
  codes: readonly CountedCode[],
): Coverage {
  const rows = new Map<string, CountedDocument[]>();
  for (const one of documents) {
    if (one.coded.countedAs !== undefined) continue;
    const key = one.coded.document.metadata.country ?? '';
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  const keys = [...rows.keys()].sort((a, b) =>
    a === '' || b === '' ? Number(a === '') - Number(b === '') : compareText(a, b),
  );
  return {
    by: 'country',
    codes: codes.map(({ code, kind }) => ({ code, kind })),
    rows: keys.map((key) => rowOf(key, rows.get(key) ?? [], codes)),
  };
}

function rowOf(
  key: string,
  documents: readonly CountedDocument[],
  codes: readonly CountedCode[],
): CoverageRow {
  const sum = (of: (counts: DocumentCounts) => number): number =>
    documents.reduce((total, { counts }) => total + of(counts), 0);
  const read = documents.filter(({ counts }) => isRead(counts));
  const silence = silenceOf({
    key,
    by: 'country',
    documents: new Set(documents.map(({ coded }) => coded)),
    statements: sum(({ statements, introducers, unread }) => statements + introducers + unread),
    readable: read.length > 0,
  });
  const kind = codes[0]?.kind ?? 'objective';
  return {
    key,
    label: key,
    documents: documents.length,
    documentsRead: read.length,
    statements: sum(({ statements }) => statements),
    coded: sum(({ coded }) => coded[kind]),
    introducers: sum(({ introducers }) => introducers),
    unread: sum(({ unread }) => unread),
    cells: codes.map(({ code, objective }) =>
      cellOf(code, documents, () => silence(objective ?? null)),
    ),
  };
}

function cellOf(
  code: string,
  documents: readonly CountedDocument[],
  silence: () => CellStatus,
): CoverageCell {
  const own = documents.flatMap(({ counts }) => counts.codes[code] ?? []);
  const width = 3 + KINDS.length;
  const at = (place: number): number =>
    own.reduce((sum, n, i) => sum + (i % width === place ? n : 0), 0);
  const [substantive, mention, absent] = [at(0), at(1), at(2)];
  const kinds = Object.fromEntries(KINDS.map((kind, i) => [kind, at(3 + i)])) as Record<
    Kind,
    number
  >;
  const counts = { substantive, mention, absent, kinds };
  return {
    code,
    ...counts,
    status: statusOf(counts) ?? silence(),
    documents: own.length / width,
  };
}
