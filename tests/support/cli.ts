/** Runs the built command line in a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function cli(args: readonly string[], input = ''): CliResult {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'gcm-coverage.js'), ...args],
    {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
    },
  );
  return { code: status, stdout, stderr };
}

/** A new empty folder. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'gcm-coverage-test-'));
}
