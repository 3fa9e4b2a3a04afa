/** Public API: the store, and what is new in it. */
import type { UpdateOptions, UpdateOutcome } from '../update.js';
import { loadTaxonomy, makeClassifier, makeDetector } from './setup.js';

/**
 * Brings a store up to date with a folder and writes what is new; see the command `update`.
 * @throws InputError (GCM110-GCM112), StoreError (GCM160, GCM161), LockedError (GCM162)
 */
export async function updateStore(options: UpdateOptions): Promise<UpdateOutcome> {
  const update = await import('../update.js');
  const taxonomy = await loadTaxonomy(options.taxonomy ?? {});
  return update.updateStore(options, {
    taxonomy,
    classify: await makeClassifier(taxonomy),
    detector: await makeDetector(),
  });
}

/** Writes a file whole or not at all. */
export async function writeText(path: string, content: string | Uint8Array): Promise<void> {
  const { writeWhole } = await import('../adapters/files.js');
  writeWhole(path, [content]);
}

/** Rows that a query gave, as texts and numbers. */
export interface QueryRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/**
 * Asks a store in SQL; nothing in it, and no other file, can be changed or read.
 * @throws StoreError when there is no store (GCM160), or the query cannot be answered (GCM163)
 */
export async function queryStore(path: string, sql: string): Promise<QueryRows> {
  const { queryStore: query } = await import('../adapters/store/query.js');
  return query(path, sql);
}

/** Rows as Parquet, CSV, JSON lines or a table to read. */
export async function rowsAs(
  rows: QueryRows,
  format: 'table' | 'csv' | 'json' | 'jsonl' | 'parquet',
): Promise<string | Uint8Array> {
  const { rowsAs: write } = await import('../report/rows.js');
  return write(rows, format);
}
