import type { DuckDBValue } from '@duckdb/node-api';
import { openToRead, StoreError } from './open.js';

/** Rows that a query gave. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/**
 * Asks a store in SQL. It is opened to read alone, and DuckDB may reach no other file.
 * @throws StoreError when there is no store (GCM160), or the query cannot be answered (GCM163)
 */
export async function queryStore(path: string, sql: string): Promise<Rows> {
  const { connection, close } = await openToRead(path);
  try {
    await connection.run('SET lock_configuration = true');
    const found = await connection.runAndReadAll(sql);
    return {
      columns: found.columnNames(),
      rows: found.getRows().map((row) => row.map(plain)),
    };
  } catch (error) {
    throw new StoreError(
      `GCM163: the query cannot be answered: ${(error as Error).message}`,
      'reports/README.md lists the tables and views; the store can only be read.',
    );
  } finally {
    close();
  }
}

function plain(value: DuckDBValue): string | number | boolean | null {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'bigint')
    return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER)
      ? Number(value)
      : String(value);
  return String(value);
}
