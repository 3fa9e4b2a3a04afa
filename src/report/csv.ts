/** What a CSV cell may hold; null and undefined become an empty cell. */
export type CsvValue = string | number | boolean | null | undefined;

/** UTF-8 byte order mark: without it spreadsheets open Arabic and accents wrong. */
export const BOM = '\ufeff';

/**
 * One cell by RFC 4180. Texts that a spreadsheet would run as a formula (they
 * begin with = + - @, a tab or a carriage return) get an apostrophe in front;
 * null characters, which end the cell in many readers, are left out.
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = value.replaceAll('\0', '');
  const safe = /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record, its line end (CR LF) included. */
export function csvLine(cells: readonly CsvValue[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A named column and how its cell is made from a record. */
export interface CsvColumn<T> {
  readonly name: string;
  readonly value: (record: T) => CsvValue;
}

/** A whole CSV file in chunks: byte order mark and header, then one record each. */
export function* csvFile<T>(
  columns: readonly CsvColumn<T>[],
  records: Iterable<T>,
): Generator<string> {
  yield BOM + csvLine(columns.map(({ name }) => name));
  for (const record of records) yield csvLine(columns.map(({ value }) => value(record)));
}
