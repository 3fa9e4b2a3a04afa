/** Rows of a query in the formats that programs and people read. */
import { csvLine, BOM } from './csv.js';
import { parquetTable } from './parquet/table.js';
import { table } from './table.js';

/** Names of columns, and values. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** The rows in a format. */
export function rowsAs(
  { columns, rows }: Rows,
  format: 'table' | 'csv' | 'json' | 'jsonl' | 'parquet',
): string | Uint8Array {
  const objects = (): Record<string, unknown>[] =>
    rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])));
  if (format === 'csv') return BOM + [columns, ...rows].map((row) => csvLine(row)).join('');
  if (format === 'json') return `${JSON.stringify(objects(), null, 1)}\n`;
  if (format === 'jsonl')
    return objects()
      .map((row) => `${JSON.stringify(row)}\n`)
      .join('');
  if (format === 'parquet') return asParquet(columns, rows);
  const cells = rows.map((row) => row.map((value) => (value === null ? '' : String(value))));
  return `${table(columns, cells, 'text')}\n`;
}

/** Of each column the type that all its values have. */
function asParquet(columns: readonly string[], rows: Rows['rows']): Uint8Array {
  const typeOf = (i: number) => {
    const values = rows.map((row) => row[i] ?? null).filter((value) => value !== null);
    if (values.length > 0 && values.every((value) => typeof value === 'boolean')) return 'boolean';
    return values.length > 0 && values.every((value) => typeof value === 'number')
      ? 'number'
      : 'string';
  };
  return parquetTable(
    columns.map((name, i) => ({
      name,
      type: typeOf(i),
      value: (row: Rows['rows'][number]) => row[i],
    })),
    rows,
    'gcm-coverage',
  );
}
