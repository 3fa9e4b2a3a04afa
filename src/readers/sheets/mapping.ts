/** Where the columns stand that corpus.yaml names. */
import { Refusal, TABLE_COLUMNS } from '../types.js';
import type { TableMapping } from '../types.js';
import { fold } from './fold.js';
import { filled, sheetTitle, widthOf } from './sheet.js';
import type { Sheet } from './sheet.js';
import type { ColumnRole } from './words.js';

/** Columns whose role is declared, and the header that names them. */
export interface Declared {
  readonly roles: ReadonlyMap<number, ColumnRole>;
  /** Last row of the names; null where none is declared, or by its letter alone. */
  readonly row: number | null;
}

/** Nothing is declared. */
export const NONE: Declared = { roles: new Map(), row: null };

/** Rows in which a header is looked for. */
export const HEADER_ROWS = 25;

/** Finds the declared columns by their headers, else by letter ("C"). Issues: GCM136. */
export function declared(sheet: Sheet, mapping: TableMapping): Declared {
  const roles = new Map<number, ColumnRole>();
  let row: number | null = null;
  const take = (header: string, role: ColumnRole): void => {
    const found = placeOf(sheet, header);
    if (found === null) throw noColumn(sheet, header);
    roles.set(found.column, role);
    if (found.row !== null) row = Math.max(row ?? 0, found.row);
  };
  for (const header of mapping.ignore ?? []) take(header, 'tool');
  for (const role of TABLE_COLUMNS) {
    const header = mapping[role];
    if (header !== undefined) take(header, role);
  }
  return { roles, row };
}

function placeOf(sheet: Sheet, header: string): { row: number | null; column: number } | null {
  const wanted = header.replace(/\s+/gu, ' ').trim();
  const tests = [
    (text: string): boolean => text.replace(/\s+/gu, ' ').trim() === wanted,
    (text: string): boolean => fold(text) === fold(wanted) && fold(wanted) !== '',
  ];
  for (const test of tests)
    for (let row = 0; row < Math.min(sheet.rows.length, HEADER_ROWS); row++) {
      const column = (sheet.rows[row] ?? []).findIndex((text) => text !== '' && test(text));
      if (column >= 0) return { row, column };
    }
  const column = /^[A-Z]{1,3}$/u.test(wanted) ? columnOf(wanted) : Infinity;
  return column < widthOf(sheet) ? { row: null, column } : null;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function noColumn(sheet: Sheet, header: string): Refusal {
  const headers = sheet.rows
    .slice(0, HEADER_ROWS)
    .reduce<readonly string[]>((best, row) => {
      const own = filled(row).map((column) => row[column] ?? '');
      return own.length > best.length ? own : best;
    }, [])
    .slice(0, 30)
    .map((text) => `"${text.replace(/\s+/gu, ' ').slice(0, 60)}"`);
  return new Refusal(
    'GCM136',
    `${sheetTitle(sheet.name)} has no column "${header}", which its description names.`,
    `Write the header as the sheet has it: ${headers.join(', ') || 'it has none'}.`,
  );
}
