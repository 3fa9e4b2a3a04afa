import type { CellPlace } from '../../model/types.js';
import { HEADINGS } from './elements.js';
import { linkShare, proseOf, textOf, type Measures } from './measure.js';
import type { Tree } from './tree.js';

/** What the tables of a page are: laid-out pages, tables of the document, or tables in a cell of one. */
export interface Tables {
  readonly roles: ReadonlyMap<number, 'layout' | 'data' | 'inner'>;
  /** Place of each cell of the document's tables, by its element's. */
  readonly cells: ReadonlyMap<number, CellPlace>;
}

interface Cell {
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly head: boolean;
}

interface Table {
  readonly at: number;
  /** The table around it, or -1. */
  readonly outer: number;
  readonly cells: Cell[];
  rows: number;
  /** For each column: how many more rows a cell from above covers, the current one included. */
  covered: number[];
  row: number;
  /** Holds a header cell, a header section or a caption: no page is laid out so. */
  headed: boolean;
  nested: number;
  headings: Set<number>;
}

/** Tells layout tables from tables with rows of their own, and numbers the cells of the latter. */
export function findTables(tree: Tree, measures: Measures): Tables {
  const tables = collect(tree);
  const roles = new Map<number, 'layout' | 'data' | 'inner'>();
  const cells = new Map<number, CellPlace>();
  let count = 0;
  for (const table of tables.values()) {
    const outer = roles.get(table.outer);
    if (isLayout(table, tree, measures))
      roles.set(table.at, outer === 'data' || outer === 'inner' ? 'inner' : 'layout');
    else if (isInside(table, tables, roles)) roles.set(table.at, 'inner');
    else {
      roles.set(table.at, 'data');
      const headers = headerRows(table, tree);
      for (const { at, row, column } of table.cells)
        cells.set(at, { table: count, row, column, ...(headers.has(row) ? { header: true } : {}) });
      count++;
    }
  }
  return { roles, cells };
}

/** True inside a table of the document, with any number of layout tables between. */
function isInside(
  table: Table,
  tables: ReadonlyMap<number, Table>,
  roles: ReadonlyMap<number, string>,
): boolean {
  const outer = tables.get(table.outer);
  return outer !== undefined && roles.get(outer.at) !== 'layout';
}

function collect({ nodes }: Tree): Map<number, Table> {
  const tables = new Map<number, Table>();
  // The innermost table and cell around each node, found from its parent's.
  const around = new Int32Array(nodes.length).fill(-1);
  const cellOf = new Int32Array(nodes.length).fill(-1);
  nodes.forEach((node, at) => {
    if (at === 0) return;
    const outer = around[node.parent] ?? -1;
    const cell = cellOf[node.parent] ?? -1;
    around[at] = outer;
    cellOf[at] = cell;
    const table = tables.get(outer);
    if (node.name === 'table') {
      if (table !== undefined) table.nested++;
      if (table !== undefined && cell >= 0) table.headings.add(cell);
      tables.set(at, newTable(at, outer));
      around[at] = at;
      cellOf[at] = -1;
    } else if (table === undefined) return;
    else if (node.name === 'tr') nextRow(table);
    else if (node.name === 'thead' || node.name === 'caption') table.headed = true;
    else if (node.name === 'td' || node.name === 'th') {
      addCell(table, at, nodes);
      cellOf[at] = at;
    } else if (HEADINGS.has(node.name) && cell >= 0) table.headings.add(cell);
  });
  return tables;
}

function newTable(at: number, outer: number): Table {
  return {
    at,
    outer,
    cells: [],
    rows: 0,
    covered: [],
    row: -1,
    headed: false,
    nested: 0,
    headings: new Set(),
  };
}

function nextRow(table: Table): void {
  table.row++;
  table.rows++;
  table.covered = table.covered.map((rows) => Math.max(0, rows - 1));
}

function addCell(table: Table, at: number, nodes: Tree['nodes']): void {
  const node = nodes[at];
  if (node === undefined) return;
  const { name, attributes, parent } = node;
  let column = table.covered.findIndex((rows) => rows === 0);
  if (column < 0) column = table.covered.length;
  const width = bounded(attributes['colspan'], 100);
  const height = bounded(attributes['rowspan'], 5000);
  // No table of a document is wider; cells beyond share the last column.
  if (column >= MAX_COLUMNS) column = MAX_COLUMNS - 1;
  for (let place = column; place < Math.min(column + width, MAX_COLUMNS); place++)
    table.covered[place] = height;
  const inHead = nodes[nodes[parent]?.parent ?? 0]?.name === 'thead';
  const head = inHead || (name === 'th' && attributes['scope'] !== 'row');
  if (name === 'th') table.headed = true;
  table.cells.push({ at, row: table.row, column, head });
}

const MAX_COLUMNS = 500;

function bounded(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(number) ? Math.min(Math.max(number, 1), most) : 1;
}

/** True for a table that only arranges a page: its cells are no questions and answers. */
function isLayout(table: Table, tree: Tree, measures: Measures): boolean {
  const role = tree.nodes[table.at]?.attributes['role'] ?? '';
  if (role === 'presentation' || role === 'none') return true;
  if (table.headed) return false;
  const filled = table.cells.filter(({ at }) => (measures.words[at] ?? 0) > 0);
  if (filled.length < 2) return true;
  const prose = filled.filter(
    ({ at }) => proseOf(measures, at) > 0 && linkShare(measures, at) < 0.5,
  );
  // Columns of a page, or one column with menus beside it: whole chapters or tables in a cell.
  const structured = prose.filter(({ at }) => table.headings.has(at));
  const all = measures.words[table.at] ?? 0;
  const [most] = [...prose].sort(
    (a, b) => (measures.words[b.at] ?? 0) - (measures.words[a.at] ?? 0),
  );
  if (most === undefined) return true;
  const share = (measures.words[most.at] ?? 0) / Math.max(1, all);
  if (prose.length === 1 && table.rows <= 3) return true;
  if (share > 0.6 && isPage(table, most, filled, measures)) return true;
  if (
    structured.length === 0 ||
    prose.some((cell) => cell !== most && asksBeside(cell, most, tree))
  )
    return false;
  if (share > 0.6 && table.headings.has(most.at)) return isAlone(most, prose, measures);
  return structured.length * 2 > prose.length && table.rows <= 2;
}

/** One cell with menus beside it, and nothing else but lines of a banner or an imprint. */
function isPage(table: Table, most: Cell, filled: readonly Cell[], measures: Measures): boolean {
  const others = filled.filter((cell) => cell !== most);
  const menus = others.filter(({ at, row }) => row === most.row && linkShare(measures, at) >= 0.5);
  return (
    table.rows <= 8 &&
    menus.length > 0 &&
    others.every(({ at }) => proseOf(measures, at) <= 15 || linkShare(measures, at) >= 0.5)
  );
}

function asksBeside({ at, row }: Cell, { row: answered }: Cell, tree: Tree): boolean {
  return row === answered && /[?؟？]|^\(?[\p{L}\p{Nd}]{1,3}[.)-]/u.test(textOf(tree, at, 600));
}

/** No other cell of the row says more than a menu would: in a row of a question the question stands. */
function isAlone(most: Cell, prose: readonly Cell[], measures: Measures): boolean {
  const pairs = new Set<number>();
  for (const { at, row } of prose)
    if (row !== most.row && proseOf(measures, at) > 15) pairs.add(row);
  return pairs.size < 3;
}

/** Rows of header cells, rows in bold above plain ones, and rows that say the first header again. */
function headerRows(table: Table, tree: Tree): Set<number> {
  const rows = new Map<number, Cell[]>();
  for (const cell of table.cells)
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell].slice(-50));
  const headers = new Set<number>();
  let first: string | null = null;
  for (const [row, cells] of rows) {
    const marked = cells.every(({ head }) => head);
    if (cells.length < 2 || (first === null && !marked && row > 0)) continue;
    const words = cells.map(({ at }) => textOf(tree, at, 100)).join('\t');
    if (marked || words === first || (row === 0 && isBoldRow(cells, rows.get(1), tree))) {
      headers.add(row);
      first ??= words;
    }
  }
  return headers;
}

function isBoldRow(cells: readonly Cell[], next: readonly Cell[] | undefined, tree: Tree): boolean {
  if (next === undefined || next.every(({ at }) => isBold(tree, at))) return false;
  return cells.every(({ at }) => isBold(tree, at) && !/[?؟：:]/u.test(textOf(tree, at, 80)));
}

/** True where all words of a cell are bold and few. */
function isBold({ nodes }: Tree, at: number): boolean {
  const { end = at } = nodes[at] ?? {};
  let [bold, letters] = [at, 0];
  for (let place = at + 1; place < end; place++) {
    const node = nodes[place];
    if (node === undefined) return false;
    if (/^(?:b|strong|th)$/u.test(node.name)) bold = Math.max(bold, node.end);
    else if (node.name === '' && node.text.trim() !== '') {
      letters += node.text.length;
      if (place >= bold || letters > 80) return false;
    }
  }
  return letters > 0;
}
