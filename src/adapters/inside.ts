/** Whether a path stays in its folder. */
import { existsSync, realpathSync } from 'node:fs';
import { posix } from 'node:path';

/** True for a path within a folder, also where links are followed; paths have forward slashes. */
export function isInside(folder: string, path: string): boolean {
  const steps = posix.relative(folder, path).split('/');
  if (steps[0] === '..') return false;
  if (!existsSync(path)) return true;
  const root = realpathSync(folder);
  return realpathSync(path).startsWith(root.endsWith('/') ? root : `${root}/`);
}

/** The path that a corpus.yaml writes, or null where it leads out of the folder. */
export function pathWithin(folder: string, written: string): string | null {
  const path = posix.join(folder, written.split('\\').join('/'));
  return posix.isAbsolute(written) || !isInside(folder, path) ? null : path;
}
