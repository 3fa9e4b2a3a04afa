/** Joins the parts of tables that pages cut, and finds the columns of their cells. */
import type { Dropped } from '../types.js';
import { textOf } from './lines.js';
import type { LaidBlock, LaidCell, LaidItem, LaidRow, LaidTable } from './tagged-words.js';
import type { Line } from './types.js';

/** A document's items in reading order, and the header rows that were left out. */
export interface Joined {
  readonly items: readonly LaidItem[];
  readonly dropped: readonly Dropped[];
}

/** Lays the pages end to end: a table goes on where the next page begins with rows of the same one. */
export function joinPages(pages: readonly (readonly LaidItem[])[], mirrored: boolean): Joined {
  const items: LaidItem[] = [];
  const dropped: Dropped[] = [];
  for (const page of pages) {
    page.forEach((item, at) => {
      const before = items.at(-1);
      if (at > 0 || item.kind !== 'table' || before?.kind !== 'table') {
        items.push(item);
        return;
      }
      const joined = joinTables(before, item, mirrored) ?? joinParts(before, item, mirrored);
      if (joined === null) items.push(item);
      else {
        items[items.length - 1] = joined.table;
        dropped.push(...joined.dropped);
      }
    });
  }
  return { items, dropped };
}

function linesIn({ cells }: LaidRow): Line[] {
  return cells.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines));
}

function rowText(row: LaidRow, mirrored: boolean): string {
  return row.cells.map(({ at, blocks }) => `${at}: ${blocksText(blocks, mirrored)}`).join(' | ');
}

function blocksText(blocks: readonly LaidBlock[], mirrored: boolean): string {
  return blocks.flatMap(({ lines }) => lines.map(({ words }) => textOf(words, mirrored))).join(' ');
}

/** The rest of a table with what came before it; null where it is another table. */
function joinTables(
  before: LaidTable,
  rest: LaidTable,
  mirrored: boolean,
): { table: LaidTable; dropped: Dropped[] } | null {
  if (before.shape !== rest.shape) return null;
  const known = new Map(before.rows.map((row) => [row.at, row]));
  const last = before.rows.at(-1)!.at;
  const isRepeated = (row: LaidRow): boolean => {
    const one = known.get(row.at);
    return row.at <= last && one !== undefined && rowText(one, mirrored) === rowText(row, mirrored);
  };
  const repeated = rest.rows.filter(isRepeated);
  const rows = rest.rows.filter((row) => !repeated.includes(row));
  if (rows.some(({ at }) => at < last)) return null;
  const [first, ...others] = rows;
  const cut = first?.at === last ? [joinRows(before.rows.at(-1)!, first)] : null;
  const joined =
    cut === null ? [...before.rows, ...rows] : [...before.rows.slice(0, -1), ...cut, ...others];
  return {
    table: { ...before, rows: joined },
    dropped: repeated.map((row) => droppedRow(row, mirrored)),
  };
}

function droppedRow(row: LaidRow, mirrored: boolean): Dropped {
  const texts = row.cells.map(({ blocks }) => blocksText(blocks, mirrored));
  return {
    reason: 'repeated header row',
    text: texts.join(' | ').slice(0, 200),
    page: linesIn(row)[0]?.page ?? 1,
  };
}

/** A table that was cut at a page into two, each tagged for itself: the second has as many columns, and may repeat the header rows. */
function joinParts(
  before: LaidTable,
  rest: LaidTable,
  mirrored: boolean,
): { table: LaidTable; dropped: Dropped[] } | null {
  const width = widthOf(before);
  if (width < 2 || widthOf(rest) !== width) return null;
  const repeats = repeatedRows(before, rest, mirrored);
  const rows = rest.rows.slice(repeats);
  const last = before.rows.at(-1)!;
  const goesOn = rows[0] !== undefined && isRestOf(last, rows[0]);
  const from = last.at + (goesOn ? 0 : 1);
  const moved = rows.map((row, at): LaidRow => ({ ...row, at: from + at }));
  const joined = goesOn
    ? [...before.rows.slice(0, -1), joinRows(last, moved[0]!), ...moved.slice(1)]
    : [...before.rows, ...moved];
  return {
    table: { ...before, rows: joined },
    dropped: rest.rows.slice(0, repeats).map((row) => droppedRow(row, mirrored)),
  };
}

function widthOf({ rows }: LaidTable): number {
  return Math.max(...rows.map(({ width }) => width));
}

/** How many rows a table begins with that its part before began with too. */
function repeatedRows(before: LaidTable, rest: LaidTable, mirrored: boolean): number {
  let count = 0;
  while (
    count < Math.min(before.rows.length, rest.rows.length) &&
    rowText(before.rows[count]!, mirrored) === rowText(rest.rows[count]!, mirrored)
  )
    count++;
  return count;
}

/** True where a row has nothing in its first column, and the last row of the page before has: it asks nothing new. */
function isRestOf(last: LaidRow, row: LaidRow): boolean {
  const fills = ({ cells }: LaidRow): boolean => cells.some(({ at }) => at === 0);
  return row.width === last.width && row.width > 1 && fills(last) && !fills(row);
}

function joinRows(before: LaidRow, rest: LaidRow): LaidRow {
  const cells = new Map<number, LaidCell>(before.cells.map((cell) => [cell.at, cell]));
  for (const cell of rest.cells) {
    const own = cells.get(cell.at);
    cells.set(
      cell.at,
      own === undefined ? cell : { ...own, blocks: [...own.blocks, ...cell.blocks] },
    );
  }
  return { ...before, cells: [...cells.values()].sort((a, b) => a.at - b.at) };
}

/** A row whose cells stand at the columns of their table. */
export interface PlacedRow {
  readonly cells: readonly { readonly column: number; readonly blocks: readonly LaidBlock[] }[];
  readonly header: boolean;
}

type Placed = PlacedRow['cells'][number];

/** Rows of the columns that a table has: cells of rows that have fewer are placed by where their words stand. */
export function placedRows({ rows }: LaidTable): PlacedRow[] {
  const width = Math.max(...rows.map((row) => row.width));
  const lefts = Array.from({ length: width }, (_, at) =>
    Math.min(
      ...rows
        .filter((row) => row.width === width)
        .flatMap(({ cells }) => cells.filter((cell) => cell.at === at).flatMap(edges)),
    ),
  );
  const placed = rows.map((row) => {
    const columns = row.width === width ? row.cells.map(({ at }) => at) : columnsOf(row, lefts);
    return {
      cells: row.cells.map(({ blocks }, at) => ({ column: columns[at] ?? at, blocks })),
      header: row.width > 1 && row.cells.every(({ head }) => head),
    };
  });
  return sorted(placed, width);
}

type Interval = readonly [from: number, to: number];

/**
 * LibreOffice tags a list that goes on in the next cell as part of the cell
 * before: blocks that stand in another column than their cell's are moved there.
 */
function sorted(rows: readonly PlacedRow[], width: number): PlacedRow[] {
  const own = Array.from({ length: width }, (_, column) =>
    merged(
      rows
        .filter(({ cells }) => cells.length > 1)
        .flatMap(({ cells }) => cells.filter((cell) => cell.column === column).flatMap(widths)),
    ),
  );
  if (own.every((intervals) => intervals.length < 2)) return [...rows];
  const columnOf = (block: LaidBlock, column: number): number => {
    const [x0] = extent([block]);
    const stretch = own[column]?.findIndex(([from, to]) => x0 >= from && x0 <= to) ?? 0;
    if (stretch < 1) return column;
    const [from, to] = own[column]![stretch]!;
    const at = own.findIndex(
      ([other], index) => index > column && other !== undefined && other[0] < to && other[1] > from,
    );
    return at < 0 ? column : at;
  };
  return rows.map((row) => (row.cells.length < 2 && width < 3 ? row : regrouped(row, columnOf)));
}

function regrouped(
  { cells, header }: PlacedRow,
  columnOf: (block: LaidBlock, column: number) => number,
): PlacedRow {
  const found = new Map<number, LaidBlock[]>();
  for (const { column, blocks } of cells)
    for (const block of blocks) {
      const to = columnOf(block, column);
      found.set(to, [...(found.get(to) ?? []), block]);
    }
  const places = [...found].sort((a, b) => a[0] - b[0]);
  return { cells: places.map(([column, blocks]) => ({ column, blocks })), header };
}

function extent(blocks: readonly LaidBlock[]): Interval {
  const lines = blocks.flatMap((block) => block.lines);
  return [Math.min(...lines.map(({ x0 }) => x0)), Math.max(...lines.map(({ x1 }) => x1))];
}

function widths({ blocks }: Placed): Interval[] {
  return blocks.map((block) => extent([block]));
}

/** Stretches that overlap or nearly do, as one each. */
function merged(intervals: readonly Interval[]): Interval[] {
  const found: Interval[] = [];
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last !== undefined && from < last[1] + 4)
      found[found.length - 1] = [last[0], Math.max(last[1], to)];
    else found.push([from, to]);
  }
  return found;
}
/** Where the lines of a cell begin. */
function edges({ blocks }: LaidCell): number[] {
  return blocks.flatMap(({ lines }) => lines.map(({ x0 }) => x0));
}

/** Spread of line starts, in points, beyond which a lone cell is centred, not flush. */
const SLACK = 12;

/** For each cell the last column that begins left of it; a lone cell that is centred is a title. */
function columnsOf({ cells }: LaidRow, lefts: readonly number[]): number[] {
  let next = 0;
  return cells.map((cell) => {
    const x = Math.min(...edges(cell));
    let column = next;
    for (let at = next; at < lefts.length; at++) if (lefts[at]! <= x + SLACK) column = at;
    if (cells.length === 1 && x > lefts[column]! + SLACK * 2) column = 0;
    next = Math.min(column + 1, lefts.length - 1);
    return column;
  });
}
