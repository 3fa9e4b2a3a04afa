/** Reference material beside the project: tests that need it are skipped, with a message, where it is absent. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** True when the file is missing; says so once, so that a skipped test is not mistaken for a passed one. */
export function missing(name: string): boolean {
  if (existsSync(folder + name)) return false;
  console.log(`skipped: ../shared/${name} is not beside the project`);
  return true;
}

export function sharedPath(name: string): string {
  return folder + name;
}

/** The lines of a JSONL file. */
export function sharedLines<T>(name: string): T[] {
  return readFileSync(folder + name, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}
