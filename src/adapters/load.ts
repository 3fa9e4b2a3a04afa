/** The bytes of a file, unless there are too many of them. */
import { readFile, stat } from 'node:fs/promises';
import { MAX_BYTES, tooLarge } from '../readers/decode.js';
import type { Issue } from '../model/types.js';

/** A file's bytes, or the issue that says why there are none: GCM100 cannot be opened, GCM105 too large. */
export async function loadFile(path: string): Promise<Uint8Array | Issue> {
  try {
    const found = await stat(path);
    // A pipe or a device may never come to its end.
    if (!found.isFile()) return unreadable(path, 'it is not a regular file');
    if (found.size > MAX_BYTES) return tooLarge(found.size, path);
    return await readFile(path);
  } catch (error) {
    return unreadable(path, (error as Error).message);
  }
}

function unreadable(path: string, why: string): Issue {
  return {
    id: 'GCM100',
    severity: 'error',
    message: `the file cannot be opened: ${why}`,
    hint: 'Check that it exists and that you may read it.',
    document: path,
    place: null,
  };
}
