/** Reads questionnaires of comma-separated values, whatever separates them. */
import { delimiterOf } from './sheets/delimiter.js';
import { parseRows } from './sheets/csv-rows.js';
import { readSheets } from './sheets/index.js';
import { columnName } from './sheets/sheet.js';
import type { Extracted, ReadContext } from './types.js';

/**
 * The documents of a CSV or TSV file: one a country, or one.
 * Issues: GCM135 broken quotes, GCM136 a declared column is missing, GCM137 no
 * answers, GCM138 too large.
 */
export async function readCsv(source: string, context: ReadContext): Promise<Extracted[]> {
  const text = source.replace(/^\ufeff/u, '');
  const { delimiter, start } = delimiterOf(text, context.path);
  const { rows, issues } = await parseRows(text.slice(start), delimiter, start > 0 ? 1 : 0);
  const at = (row: number, column: number): string =>
    `row ${row + 1 + (start > 0 ? 1 : 0)}, column ${columnName(column)}`;
  const [first, ...rest] = readSheets([{ name: null, rows, at }], context);
  if (first === undefined) return [];
  return [{ ...first, issues: [...issues, ...(first.issues ?? [])] }, ...rest];
}
