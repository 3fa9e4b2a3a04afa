/** The order in which a document is drawn: pages, tables with their rows and cells, blocks outside of them. */
import { placeFinder } from '../../measures/place.js';
import type { InspectedDocument, Place } from '../../model/inspection.js';
import type { Block } from '../../model/types.js';
import { stretchesOf, type Stretch } from './marks.js';

/** A block with what became of its words. */
export interface DrawnBlock {
  readonly kind: 'block';
  readonly block: Block;
  readonly place: Place;
  readonly stretches: readonly Stretch[];
}

/** The border between two pages, or the beginning of the first. */
export interface DrawnPage {
  readonly kind: 'page';
  readonly page: number;
}

/** A cell of one row; what a row goes on with after its last column stands in a row of its own. */
export interface DrawnCell {
  readonly column: number;
  readonly items: (DrawnBlock | DrawnPage)[];
}

export interface DrawnRow {
  readonly kind: 'row';
  /** From 0, as in `CellPlace`. */
  readonly row: number;
  /** True where the same row was begun above. */
  readonly goesOn: boolean;
  readonly cells: DrawnCell[];
}

export interface DrawnTable {
  readonly kind: 'table';
  /** From 0, as in `CellPlace`. */
  readonly table: number;
  readonly goesOn: boolean;
  readonly columns: number;
  readonly rows: (DrawnRow | DrawnPage)[];
}

export type Drawn = DrawnBlock | DrawnPage | DrawnTable;

/** Everything of a document in reading order. */
export function drawnFlow(inspected: InspectedDocument): Drawn[] {
  const flow: Drawn[] = [];
  const seen = new Map<number, Set<number>>();
  const columns = columnCounts(inspected.document.blocks);
  for (const item of withPages(inspected)) {
    const cell = item.kind === 'block' ? item.block.cell : item.next;
    const last = flow.at(-1);
    const open = last?.kind === 'table' && last.table === cell?.table ? last : null;
    if (cell === undefined || (open === null && item.kind === 'page')) flow.push(item);
    else {
      const rows = seen.get(cell.table) ?? new Set();
      const table = open ?? emptyTable(cell.table, columns, seen.has(cell.table));
      if (open === null) flow.push(table);
      seen.set(cell.table, rows);
      addToTable(table, item, cell, rows);
    }
  }
  return flow;
}

function emptyTable(
  table: number,
  columns: ReadonlyMap<number, number>,
  goesOn: boolean,
): DrawnTable {
  return { kind: 'table', table, goesOn, columns: columns.get(table) ?? 1, rows: [] };
}

type CellAddress = NonNullable<Block['cell']>;

/** A page border knows the cell of the block after it. */
type Item = DrawnBlock | (DrawnPage & { readonly next: CellAddress | undefined });

function withPages(inspected: InspectedDocument): Item[] {
  const { blocks } = inspected.document;
  const placeAt = placeFinder(inspected.document);
  const stretches = stretchesOf(inspected);
  const items: Item[] = [];
  let page: number | null = null;
  blocks.forEach((block, at) => {
    if (block.kind === 'page') return;
    const place = placeAt([block.span]);
    if (place.page !== null && place.page !== page)
      items.push({ kind: 'page', page: place.page, next: block.cell });
    page = place.page ?? page;
    items.push({ kind: 'block', block, place, stretches: stretches[at] ?? [] });
  });
  return items;
}

function columnCounts(blocks: readonly Block[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { cell } of blocks)
    if (cell !== undefined)
      counts.set(cell.table, Math.max(counts.get(cell.table) ?? 1, cell.column + 1));
  return counts;
}

/** Reading order is kept: a block of a column to the left opens a row of its own. */
function addToTable(table: DrawnTable, item: Item, cell: CellAddress, seen: Set<number>): void {
  const last = table.rows.at(-1);
  const row = last?.kind === 'row' && last.row === cell.row ? last : null;
  const lastCell = row?.cells.at(-1);
  if (item.kind === 'page') {
    if (lastCell?.column === cell.column) lastCell.items.push(item);
    else table.rows.push(item);
  } else if (lastCell?.column === cell.column) lastCell.items.push(item);
  else if (row !== null && (lastCell?.column ?? -1) < cell.column)
    row.cells.push({ column: cell.column, items: [item] });
  else {
    const cells = [{ column: cell.column, items: [item] }];
    table.rows.push({ kind: 'row', row: cell.row, goesOn: seen.has(cell.row), cells });
    seen.add(cell.row);
  }
}
