import { Refusal } from '../types.js';
import type { Dropped } from '../types.js';

/** A sheet as its file holds it: the words of its cells, and nothing of what they mean. */
export interface Sheet {
  /** Null where the file holds one sheet without a name (CSV). */
  readonly name: string | null;
  /** Words by row and column from 0, ragged; '' for an empty cell. Line breaks are kept. */
  readonly rows: readonly (readonly string[])[];
  /** How people name the place of a cell ("Answers!C5", "row 5, column C"). */
  readonly at: (row: number, column: number) => string;
}

/** Rows with words beyond which a sheet is no questionnaire. */
export const MOST_ROWS = 100_000;
/** Cells, empty ones among them, beyond which a sheet is not read. */
export const MOST_CELLS = 5_000_000;

/** The words of a cell, '' where the row is shorter. */
export function cellOf(sheet: Sheet, row: number, column: number): string {
  return sheet.rows[row]?.[column] ?? '';
}

/** Columns of the widest row. */
export function widthOf(sheet: Sheet): number {
  return sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/** Places of the cells of a row that hold words. */
export function filled(row: readonly string[] | undefined): number[] {
  const found: number[] = [];
  (row ?? []).forEach((text, column) => {
    if (text !== '') found.push(column);
  });
  return found;
}

/** A row that is left out, as it is reported; nothing for one without words. */
export function droppedRow(
  sheet: Sheet,
  row: number,
  reason: Dropped['reason'] = 'no answer',
): Dropped[] {
  const words = filled(sheet.rows[row])
    .slice(0, 20)
    .map((column) => cellOf(sheet, row, column).slice(0, 100));
  return words.length === 0 ? [] : [{ reason, text: words.join(' | ') }];
}

/** The letters that name a column: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The sheet with its rows as columns; places keep their names. GCM138 where it is too large. */
export function transposed(sheet: Sheet): Sheet {
  const width = widthOf(sheet);
  if (width * sheet.rows.length > MOST_CELLS) throw tooManyCells(sheet.name);
  return {
    name: sheet.name,
    rows: Array.from({ length: width }, (_, column) => sheet.rows.map((row) => row[column] ?? '')),
    at: (row, column) => sheet.at(column, row),
  };
}

/** GCM138: more rows than any questionnaire has. */
export function tooManyRows(name: string | null): Refusal {
  return new Refusal(
    'GCM138',
    `${sheetTitle(name)} has more than ${MOST_ROWS} rows with words.`,
    'Take out the rows that are no answers, or split the file.',
  );
}

/** GCM138: more cells than are held at once. */
export function tooManyCells(name: string | null): Refusal {
  return new Refusal(
    'GCM138',
    `${sheetTitle(name)} has more than ${MOST_CELLS} cells.`,
    'Delete the empty rows and columns around the answers, or split the file.',
  );
}

/** What a message calls a sheet. */
export function sheetTitle(name: string | null): string {
  return name === null ? 'The file' : `The sheet "${name}"`;
}
