import type { Document } from '../../model/types.js';
import { statedObjectives } from './objectives.js';
import { endsAsking, isHeaderWord, isPromptHeader } from './prompts.js';

/**
 * What a block is to the reader of a table: outside any (`free`), a question or
 * topic (`prompt`), its label in a column of its own (`label`), words under it
 * (`answer`), a row's only cell (`full`), or a header that is left out.
 */
export type CellRole = 'free' | 'prompt' | 'label' | 'answer' | 'full' | 'drop';

interface Cell {
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly header: boolean;
  readonly text: string;
  readonly marker: string | undefined;
  readonly holds: 'question' | 'answer' | undefined;
}

/** The role of every block, by its place in `document.blocks`. */
export function planTables(document: Document): CellRole[] {
  const roles: CellRole[] = document.blocks.map(() => 'free');
  const tables = new Map<number, Cell[]>();
  document.blocks.forEach((block, at) => {
    if (block.cell === undefined) return;
    const { table, row, column, header = false, holds } = block.cell;
    const text = document.text.slice(block.span[0], Math.min(block.span[1], block.span[0] + 2000));
    const cells = tables.get(table) ?? [];
    cells.push({ at, row, column, header, text, marker: block.marker, holds });
    tables.set(table, cells);
  });
  for (const cells of tables.values()) planTable(cells, roles);
  return roles;
}

function planTable(cells: readonly Cell[], roles: CellRole[]): void {
  if (cells.some(({ holds }) => holds !== undefined)) {
    for (const { at, holds } of cells) roles[at] = holds === 'question' ? 'prompt' : 'answer';
    return;
  }
  const headers = headerRows(cells);
  const body = cells.filter((cell) => !headers.has(cell.row));
  for (const cell of cells) if (headers.has(cell.row)) roles[cell.at] = 'drop';
  const columns = new Set(cells.map((cell) => cell.column));
  if (columns.size < 2) return;
  const wide = new Set(body.filter((cell) => cell.column > 0).map((cell) => cell.row));
  const label = labelColumn(body, columns.size) ? 0 : -1;
  const prompt = label + 1;
  const header = cells.filter((cell) => headers.has(cell.row));
  const asked = isAsked(body, prompt, header, columns.size);
  for (const cell of body) {
    if (!wide.has(cell.row)) roles[cell.at] = 'full';
    else if (cell.column === label) roles[cell.at] = 'label';
    else roles[cell.at] = asked && cell.column === prompt ? 'prompt' : 'answer';
  }
}

/** Rows of header cells, and rows that say no more than "Questions", "Answers". */
function headerRows(cells: readonly Cell[]): Set<number> {
  const byRow = new Map<number, Cell[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell].slice(-50));
  const rows = new Set<number>();
  for (const [row, own] of byRow) {
    const marked = own.every((cell) => cell.header) && own.every((cell) => cell.text.length < 80);
    if ((marked && own.length > 1) || own.every((cell) => isHeaderWord(cell.text))) rows.add(row);
  }
  return rows;
}

/** True when the first of three or more columns holds only numbers or letters. */
function labelColumn(body: readonly Cell[], columns: number): boolean {
  const first = body.filter((cell) => cell.column === 0);
  const bare = first.filter((cell) => /^[\p{L}]?\s?[\p{L}\p{Nd}.]{1,4}[.)]?$/u.test(cell.text));
  return columns > 2 && first.length > 0 && bare.length * 2 > first.length;
}

/** True when a column's cells are questions or topics that the other columns answer. */
function isAsked(
  body: readonly Cell[],
  column: number,
  header: readonly Cell[],
  columns: number,
): boolean {
  const title = header.find((cell) => cell.column === column);
  if (title !== undefined && (isPromptHeader(title.text) || isHeaderWord(title.text))) return true;
  if (header.some((cell) => cell.column > column && isHeaderWord(cell.text))) return true;
  const own = body.filter((cell) => cell.column === column);
  const prompts = own.filter(
    (cell) =>
      cell.marker !== undefined ||
      /[?؟？]/u.test(cell.text) ||
      endsAsking(cell.text) ||
      statedObjectives(cell.text) !== null,
  );
  if (prompts.length * 2 >= own.length) return true;
  const sentences = own.filter(
    (cell) => /[.;]$/u.test(cell.text) || cell.text.split(/\s+/u).length > 12,
  );
  return sentences.length * 2 < own.length && (columns === 2 || title === undefined);
}
