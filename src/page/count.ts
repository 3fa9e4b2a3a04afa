/** Counts what the matrix, the gaps and the profile show. */
import { coverage, rowKey } from '../measures/coverage.js';
import type {
  CellStatus,
  CodeKind,
  Coverage,
  CoverageBy,
  CoverageCell,
  CoverageRow,
} from '../model/coverage.js';
import type { CodeAssignment, CodedDocument, Coding, Kind } from '../model/types.js';
import { KINDS } from '../model/types.js';
import type { ReportCode } from '../report/run-result.js';
import type { Item, Model } from './model.js';
export type { Item } from './model.js';
import { wordsOf, fold } from './search.js';
import type { Axis, State } from './state.js';

export type Filter = Pick<State, 'language' | 'kind' | 'strength' | 'score'>;

/** A statement with the code for which it is shown; null where it is shown for itself. */
export interface Shown extends Item {
  readonly given: CodeAssignment | null;
}

/** True where a filter leaves something out. */
export function isFiltering({ language, kind, strength, score }: Filter): boolean {
  return language !== '' || kind !== '' || strength !== '' || score > 0;
}

/** Whether a statement is one of those that are counted. */
function passes({ statement, coding }: Item, { language, kind }: Filter): boolean {
  if (language !== '' && statement.language !== language) return false;
  return kind === '' || coding?.kind === kind;
}

function givesCode({ strength, score }: CodeAssignment, filter: Filter): boolean {
  return (filter.strength === '' || filter.strength === strength) && score >= filter.score;
}

/** The coding with the codes that pass. */
function filteredCoding(coding: Coding, filter: Filter): Coding {
  if (filter.strength === '' && filter.score === 0) return coding;
  return { ...coding, codes: coding.codes.filter((given) => givesCode(given, filter)) };
}

/** The statements that pass; drafts and translations are left out. */
export function countedItems({ items }: Model, filter: Filter): Item[] {
  const found: Item[] = [];
  for (const item of items) {
    if (item.coded.countedAs !== undefined || !passes(item, filter)) continue;
    const { coding } = item;
    found.push(coding === null ? item : { ...item, coding: filteredCoding(coding, filter) });
  }
  return found;
}

/** The documents with what passes of them. */
function filteredDocuments(model: Model, filter: Filter): readonly CodedDocument[] {
  if (!isFiltering(filter)) return model.documents;
  const byDocument = new Map<CodedDocument, Item[]>();
  for (const item of countedItems(model, filter)) {
    const list = byDocument.get(item.coded) ?? [];
    list.push(item);
    byDocument.set(item.coded, list);
  }
  return model.documents.map((coded) => {
    const items = byDocument.get(coded) ?? [];
    return {
      ...coded,
      statements: items.map(({ statement }) => statement),
      codings: items.flatMap(({ coding }) => coding ?? []),
    };
  });
}

/** A column of a matrix. */
export interface Column {
  readonly key: string;
  /** The codes that it counts; of kinds, none. */
  readonly codes: readonly string[];
}

/** Columns of an axis. */
export function columnsOf(axis: Axis, codes: readonly ReportCode[]): Column[] {
  if (axis === 'kinds') return KINDS.map((kind) => ({ key: kind, codes: [] }));
  if (axis !== 'clusters')
    return codes
      .filter(({ kind }) => kind === (axis === 'themes' ? 'theme' : 'objective'))
      .map(({ code }) => ({ key: code, codes: [code] }));
  const tables = [...new Set(codes.flatMap(({ roundTable }) => roundTable ?? []))].sort();
  return tables.map((table) => ({
    key: `table-${table}`,
    codes: codes.filter(({ roundTable }) => roundTable === table).map(({ code }) => code),
  }));
}

/** Coverage as coverage.json has it, of what passes the filter. */
export function coverageOf(model: Model, axis: Axis, by: CoverageBy, filter: Filter): Coverage {
  const documents = filteredDocuments(model, filter);
  const { codes } = model.payload;
  const kind: CodeKind = axis === 'themes' ? 'theme' : 'objective';
  const counted = codes.filter((code) => code.kind === kind);
  if (axis === 'objectives' || axis === 'themes') return coverage(documents, counted, by);
  const columns = columnsOf(axis, codes);
  const mapped = documents.map((coded) => ({
    ...coded,
    codings: coded.codings.map((coding) => remapped(coding, axis, columns)),
  }));
  const grouped = coverage(
    mapped,
    columns.map(({ key }) => ({ code: key, kind })),
    by,
  );
  return axis === 'kinds'
    ? grouped
    : withSilences(grouped, coverage(documents, counted, by), columns);
}

/** The coding with the columns as its codes: the round tables of its objectives, or its own kind. */
function remapped(coding: Coding, axis: Axis, columns: readonly Column[]): Coding {
  if (axis === 'kinds') {
    const codes = coding.kind === null ? [] : [pseudo(coding.kind)];
    return { ...coding, absent: false, codes };
  }
  const codes = coding.codes.flatMap((given) =>
    columns
      .filter((one) => one.codes.includes(given.code))
      .map(({ key }) => ({ ...given, code: key })),
  );
  return { ...coding, codes };
}

function pseudo(kind: Kind): CodeAssignment {
  return { code: kind, strength: 'substantive', score: 1, evidence: [] };
}

/** From what is known least to what is known best. */
const SILENCES: readonly CellStatus[] = [
  'not-asked',
  'not-readable',
  'unanswered',
  'not-mentioned',
];

/** A round table is silent as the best known of its objectives is. */
function withSilences(grouped: Coverage, single: Coverage, columns: readonly Column[]): Coverage {
  const silence = (row: CoverageRow, column: Column): CellStatus => {
    const own = single.rows.find(({ key }) => key === row.key)?.cells ?? [];
    const ranks = own
      .filter(({ code }) => column.codes.includes(code))
      .map(({ status }) => SILENCES.indexOf(status));
    return SILENCES[Math.max(0, ...ranks)] ?? 'not-mentioned';
  };
  const rows = grouped.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, i) =>
      cell.documents > 0 ? cell : { ...cell, status: silence(row, columns[i]!) },
    ),
  }));
  return { ...grouped, rows };
}

/** The statements of each row. */
export function itemsByRow(items: readonly Item[], by: CoverageBy): Map<string, Item[]> {
  const rows = new Map<string, Item[]>();
  for (const item of items) {
    const key = rowKey(item.coded, item.statement, by);
    const list = rows.get(key);
    if (list === undefined) rows.set(key, [item]);
    else list.push(item);
  }
  return rows;
}

/** The statements of a row that a column counts: substantive, absent, mentions, introducers. */
export function shownFor(items: readonly Item[], column: Column): Shown[] {
  const shown: Shown[] = [];
  for (const item of items) {
    if (column.codes.length === 0) {
      if (item.coding?.kind === column.key) shown.push({ ...item, given: null });
      continue;
    }
    const given = strongestOf(item, column);
    if (given !== null) shown.push({ ...item, given });
  }
  return column.codes.length === 0 ? shown : shown.sort((a, b) => rank(a) - rank(b) || a.at - b.at);
}

function strongestOf({ coding }: Item, column: Column): CodeAssignment | null {
  const given = (coding?.codes ?? []).filter(({ code }) => column.codes.includes(code));
  return given.find(({ strength }) => strength === 'substantive') ?? given[0] ?? null;
}

function rank({ coding, given }: Shown): number {
  if (coding?.kind === 'introducer') return 3;
  if (coding?.absent) return 1;
  return given?.strength === 'substantive' ? 0 : 2;
}

/** What the author's own headings claim of an objective beside what the texts below support. */
export function headingsOf(items: readonly Item[], objective: number, code: string) {
  const below = items.filter(
    ({ statement, coding }) =>
      statement.objectives.includes(objective) && coding !== null && coding.kind !== 'introducer',
  );
  const supported = below.filter(
    ({ coding }) =>
      coding?.codes.some((given) => given.code === code && given.strength === 'substantive') ??
      false,
  );
  return { claimed: below.length, supported: supported.length };
}

/** A cell of a row and a column. */
export function cellAt(row: CoverageRow, at: number): CoverageCell {
  return row.cells[at]!;
}

const folded = new WeakMap<Item['statement'], string>();

/** The statements that hold every word of a search, in reading order. */
export function found(items: readonly Item[], search: string): Item[] {
  const words = wordsOf(search);
  if (words.length === 0) return [...items];
  return items.filter(({ statement }) => {
    const text = folded.get(statement) ?? fold(statement.text);
    folded.set(statement, text);
    return words.every((word) => text.includes(word));
  });
}
