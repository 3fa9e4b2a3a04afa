/** Files: found by path, folder or glob, and written whole or not at all. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { pid } from 'node:process';

/** Characters gathered before they are written. */
const BUFFER = 1 << 18;

/**
 * Writes a file beside its place and moves it there when it is complete, so
 * that no half-written file is ever seen.
 */
export function writeWhole(path: string, chunks: Iterable<string | Uint8Array>): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${pid}.tmp`;
  try {
    writeChunks(temporary, chunks);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeChunks(path: string, chunks: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'w');
  try {
    let waiting = '';
    for (const chunk of chunks) {
      if (typeof chunk === 'string') waiting += chunk;
      if (typeof chunk === 'string' && waiting.length < BUFFER) continue;
      writeFileSync(file, waiting);
      waiting = '';
      if (typeof chunk !== 'string') writeFileSync(file, chunk);
    }
    writeFileSync(file, waiting);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Bytes of some files together; what is not there counts as nothing. */
export function bytesOf(paths: readonly string[]): number {
  return paths.reduce(
    (sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}
