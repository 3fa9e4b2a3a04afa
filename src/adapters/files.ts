/** Files: found by path, folder or glob, and written whole or not at all. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
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

/** Bytes that are read at a time. */
const PORTION = 1 << 20;
const LINE_END = 10;

/** The lines of a UTF-8 file without their ends, read a portion at a time. */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const portion = Buffer.allocUnsafe(PORTION);
      const size = readSync(file, portion);
      if (size === 0) break;
      const bytes: Buffer = Buffer.concat([rest, portion.subarray(0, size)]);
      let start = 0;
      for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
        yield bytes.toString('utf8', start, end);
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
    if (rest.length > 0) yield rest.toString('utf8');
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
