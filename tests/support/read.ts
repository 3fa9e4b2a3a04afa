import type { Document, Issue } from '../../src/model/types.js';
import { readFile } from '../../src/readers/index.js';
import type { ReadDocument } from '../../src/readers/index.js';

/** The only document of a file, and the file's issues. */
export interface Read {
  readonly document: Document | null;
  readonly statements: ReadDocument['statements'];
  readonly dropped: ReadDocument['dropped'];
  readonly issues: readonly Issue[];
}

/** Reads bytes as the file `path` would be read. */
export async function readOne(content: string | Uint8Array, path: string): Promise<Read> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const { documents, issues } = await readFile(bytes, { path, sha256: '0'.repeat(64) });
  if (documents.length > 1) throw new Error(`${path} holds ${documents.length} documents`);
  const [one] = documents;
  return {
    document: one?.document ?? null,
    statements: one?.statements ?? null,
    dropped: one?.dropped ?? [],
    issues,
  };
}
