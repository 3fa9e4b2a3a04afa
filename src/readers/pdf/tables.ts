/** The rows of tables: header rows that are repeated left out, rows that a page cuts joined. */
import { parseMarker } from '../markers.js';
import type { Dropped } from '../types.js';
import type { Facts } from './facts.js';
import type { Grid } from './grid.js';
import type { DrawnTable, Layout, OpenTable } from './layout.js';
import { linesOf, textOf } from './lines.js';
import { columnOf, paragraphsOf } from './paragraphs.js';
import { isLabels, rowsOfTable } from './rows.js';
import type { Cells } from './rows.js';
import { ruledRows } from './ruled.js';
import type { Line } from './types.js';

/** One row of a table: the lines of each column. */
export interface TableRow {
  readonly cells: readonly (readonly Line[])[];
  /** True for a row that the file repeats on each page, or sets in bold above the others. */
  readonly header: boolean;
}

/** The rows of a table, and what was left out of it. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly dropped: readonly Dropped[];
}

/** Text of some lines, for comparing. */
function plain(lines: readonly Line[], mirrored: boolean): string {
  return lines.map(({ words }) => textOf(words, mirrored)).join(' ');
}

function rowText(row: readonly (readonly Line[])[], mirrored: boolean): string {
  return row.map((lines) => plain(lines, mirrored)).join(' | ');
}

function droppedRow(text: string, page: number): Dropped {
  return { reason: 'repeated header row', text: text.slice(0, 200), page };
}

/** How many cells of a row hold words. */
export function filledCells(cells: readonly (readonly Line[])[]): number {
  return cells.filter((lines) => lines.length > 0).length;
}

/** The rows of a table without borders, cut by sense. */
export function openRows({ stretches }: OpenTable, layout: Layout, facts: Facts): Table {
  const dropped: Dropped[] = [];
  const first = stretches[0]!.columns;
  const kept = stretches.map(({ columns }, at) =>
    at === 0 ? columns : withoutHeader(columns, first, facts.mirrored, dropped),
  );
  const columns = first.map((_, at) => kept.flatMap((one) => one[at] ?? []));
  const head = headerOf(columns, facts, dropped.length > 0);
  const body = head === null ? columns : columns.map((lines, at) => lines.slice(head[at]!.length));
  const isRuled = (strip: number, from: number, to: number): boolean =>
    (layout.rules.get(strip) ?? []).some(
      (rule) => rule.x1 - rule.x0 > 100 && rule.y0 > from && rule.y1 < to,
    );
  const long = body.reduce((one, other) => (other.length > one.length ? other : one), []);
  const column = columnOf(long, facts);
  const rows =
    filledCells(body) === 0
      ? []
      : (byRules(body, layout, facts) ?? rowsOfTable(body, column, isRuled));
  return {
    rows: [
      ...(head === null ? [] : [{ cells: head, header: true }]),
      ...rows.map((cells) => ({ cells, header: false })),
    ],
    dropped,
  };
}

/** Rows that drawn lines part, one for each question. */
function byRules(body: readonly (readonly Line[])[], layout: Layout, facts: Facts): Cells[] | null {
  const column = columnOf(body[0] ?? [], facts);
  return ruledRows(body, (strip) => layout.rules.get(strip) ?? [], {
    isOne: (question) => paragraphsOf(question, column).length < 2,
    isOpen: (question) => !/[.?؟:!)]\s*$/u.test(plain(question.slice(-1), facts.mirrored)),
  });
}

/** Takes a header row off a page where it says the same as the table's own first row. */
function withoutHeader(
  columns: readonly Line[][],
  first: readonly (readonly Line[])[],
  mirrored: boolean,
  dropped: Dropped[],
): readonly Line[][] {
  const firstLines = (own: readonly (readonly Line[])[]): Line[][] =>
    own.map((lines) => lines.slice(0, 1));
  const heads = firstLines(columns);
  const text = rowText(heads, mirrored);
  const page = heads.flat()[0]?.page;
  const same = text === rowText(firstLines(first), mirrored);
  if (!same || page === undefined || filledCells(heads) < 2) return columns;
  dropped.push(droppedRow(text, page));
  return columns.map((lines) => lines.slice(1));
}

/** The header row: one line a column, repeated on other pages or bold; null where there is none. */
function headerOf(
  columns: readonly (readonly Line[])[],
  { mirrored, allBold }: Facts,
  repeated: boolean,
): Line[][] | null {
  const found = columns.flatMap((lines) => lines.slice(0, 1));
  const [one] = found;
  if (one === undefined || found.length < Math.max(2, columns.length - 1)) return null;
  if (found.some((line) => line.strip !== one.strip || Math.abs(line.y - one.y) > 3)) return null;
  if (found.some((line) => plain([line], mirrored).length > 60)) return null;
  // A header's words may stand over other columns than the rest, and are a table of their own then.
  const alone = found.length > 1 && columns.every((lines) => lines.length < 2);
  const bold =
    found.every((line) => line.bold) &&
    ((alone && !allBold) || columns.some((lines) => lines[1]?.bold === false));
  return bold || repeated ? columns.map((lines) => lines.slice(0, 1)) : null;
}

/** The rows of a drawn table. */
export function drawnRows({ stretches }: DrawnTable, { mirrored }: Facts): Table {
  const pages = stretches.map(({ grid, page, strip }) => gridRows(grid, page, strip));
  const asking = askingColumns(pages.flat());
  const header = rowText(pages[0]?.[0] ?? [], mirrored);
  const rows: { cells: Line[][]; header: boolean }[] = [];
  const dropped: Dropped[] = [];
  pages.forEach((own, at) => {
    let isFirst = at > 0;
    for (const cells of own) {
      const text = rowText(cells, mirrored);
      if (isFirst && text === header && filledCells(cells) > 1) {
        dropped.push(droppedRow(text, stretches[at]!.page));
        rows[0]!.header = true;
        continue;
      }
      const before = rows.at(-1)?.cells;
      if (isFirst && before !== undefined && goesOnInRow(before, cells, asking, mirrored))
        cells.forEach((lines, column) => (before[column] ??= []).push(...lines));
      else rows.push({ cells, header: false });
      isFirst = false;
    }
  });
  if (rows.length > 1 && isHead(rows[0]!.cells, rows[1]!.cells)) rows[0]!.header = true;
  return { rows, dropped };
}

/** A first row of short bold cells above one that is not bold. */
export function isHead(
  first: readonly (readonly Line[])[],
  second: readonly (readonly Line[])[],
): boolean {
  const lines = first.flat();
  return (
    filledCells(first) > 1 &&
    lines.length <= 2 * first.length &&
    lines.every(({ bold }) => bold) &&
    second.flat().some(({ bold }) => !bold)
  );
}

function gridRows(grid: Grid, page: number, strip: number): Line[][][] {
  const width = grid.edges.length - 1;
  const rows = new Map<number, Line[][]>();
  for (const { row, column, words } of [...grid.cells].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  )) {
    const own = rows.get(row) ?? Array.from({ length: width }, (): Line[] => []);
    own[column]!.push(...linesOf(words, page, strip));
    rows.set(row, own);
  }
  return [...rows].sort((a, b) => a[0] - b[0]).map(([, row]) => row);
}

/** How many columns from the first hold sections, labels and questions. */
function askingColumns(rows: readonly (readonly (readonly Line[])[])[]): number {
  const wide = rows.filter((row) => filledCells(row) > 1).slice(1);
  const isLabelled = (at: number): boolean => {
    const labels = wide.flatMap((row) => row[at] ?? []);
    return labels.length > 0 && isLabels(labels);
  };
  if (isLabelled(0)) return 2;
  return isLabelled(1) && (wide[0]?.length ?? 0) > 3 ? 3 : 1;
}

/** True when the first row of a page is the rest of the last row of the page before. */
function goesOnInRow(
  before: readonly Line[][],
  row: readonly Line[][],
  asking: number,
  mirrored: boolean,
): boolean {
  const asks = row.slice(0, asking).filter((lines) => lines.length > 0);
  const asked = before.slice(0, asking).some((lines) => lines.length > 0);
  if (asks.length === 0) return true;
  // A row of one cell is a title; else the question stands further down in a row that began before.
  if (!asked && filledCells(before) > 0) return filledCells(row) > 0;
  if (asking > 1 && row[asking - 2]!.length > 0) return false;
  const text = plain(asks.at(-1) ?? [], mirrored);
  if (parseMarker(text) !== null || filledCells(before) < 2) return false;
  const unfinished = plain(
    before.slice(0, asking).findLast((lines) => lines.length > 0) ?? [],
    mirrored,
  );
  return /^[\p{Ll},;)]/u.test(text) || !/[.?؟:!)]\s*$/u.test(unfinished);
}
