/** Opens the store, an embedded DuckDB file; the library is loaded only here. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { MIGRATIONS, schemaSql, STORE_VERSION } from './tables.js';

/** A store that cannot be used; the message is for the user (GCM160-GCM163). */
export class StoreError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'StoreError';
  }
}

/** An open store. */
export interface StoreFile {
  readonly connection: DuckDBConnection;
  readonly close: () => void;
}

/**
 * Opens a store to write, made anew where there is none, and brings it up to date.
 * @throws StoreError when it cannot be opened (GCM160), or a newer program has made it (GCM161)
 */
export async function openToWrite(path: string): Promise<StoreFile> {
  mkdirSync(dirname(path), { recursive: true });
  const store = await connect(path, {});
  try {
    await prepare(store.connection, path);
    return store;
  } catch (error) {
    store.close();
    throw error instanceof StoreError ? error : cannotUse(path, error);
  }
}

/**
 * Opens a store to ask it: nothing in it can change, and no other file can be reached.
 * @throws StoreError when there is none, or it cannot be opened (GCM160)
 */
export async function openToRead(path: string): Promise<StoreFile> {
  if (!existsSync(path))
    throw new StoreError(
      `GCM160: there is no store '${path}'`,
      'Make one with `gcm-coverage update --store`.',
    );
  return connect(path, { access_mode: 'READ_ONLY', enable_external_access: 'false' });
}

async function connect(path: string, options: Record<string, string>): Promise<StoreFile> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  try {
    const instance = await DuckDBInstance.create(path, { threads: '2', ...options });
    const connection = await instance.connect();
    const close = (): void => {
      connection.closeSync();
      instance.closeSync();
    };
    return { connection, close };
  } catch (error) {
    throw cannotUse(path, error);
  }
}

function cannotUse(path: string, error: unknown): StoreError {
  return new StoreError(
    `GCM160: the store '${path}' cannot be used: ${(error as Error).message.split('\n')[0] ?? ''}`,
    'Check that it is a DuckDB file, that no other program has it open, that the folder can be written, and that the disk has room.',
  );
}

async function prepare(connection: DuckDBConnection, path: string): Promise<void> {
  await connection.run('BEGIN');
  const version = await versionOf(connection);
  if (version > STORE_VERSION)
    throw new StoreError(
      `GCM161: the store '${path}' has version ${version}, and this program knows ${STORE_VERSION}`,
      'A newer gcm-coverage has made it: use that one.',
    );
  for (let from = version; from > 0 && from < STORE_VERSION; from++)
    for (const sql of MIGRATIONS[from] ?? []) await connection.run(sql);
  for (const sql of schemaSql()) await connection.run(sql);
  await connection.run('DELETE FROM meta');
  await connection.run(`INSERT INTO meta VALUES (${STORE_VERSION})`);
  await connection.run('COMMIT');
}

/** 0 for a new file. */
async function versionOf(connection: DuckDBConnection): Promise<number> {
  const tables = await connection.runAndReadAll(
    "SELECT 1 FROM information_schema.tables WHERE table_name = 'meta'",
  );
  if (tables.currentRowCount === 0) return 0;
  const found = await connection.runAndReadAll('SELECT max(version) AS version FROM meta');
  return Number(found.getRowObjects()[0]?.['version'] ?? 0);
}
