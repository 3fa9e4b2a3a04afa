/** `update` ended at fifty moments, and on a disk that is full. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, emptyFolder } from '../support/cli.js';
import { contentOf, killed, start, writeReviews } from '../support/update.js';

const argsFor = (folder: string, date: string): string[] => [
  'update',
  ...['--corpus', join(folder, 'in'), '--store', join(folder, 'state', 's.duckdb')],
  ...['--out', join(folder, 'out'), '--date', date, '--jobs', '1'],
];

describe('update', () => {
  it('ended at fifty moments gives what an undisturbed one gives', async () => {
    const [night, calm] = [emptyFolder(), emptyFolder()];
    for (const folder of [night, calm]) writeReviews(join(folder, 'in'), 30);
    const before = process.hrtime.bigint();
    await start(argsFor(calm, '2026-01-01'));
    const whole = Number(process.hrtime.bigint() - before) / 1e6;
    expect(await killed(argsFor(night, '2026-01-01'), 50, whole)).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(contentOf(join(night, 'out'))).toEqual(contentOf(join(calm, 'out')));
    const rows = (folder: string): string =>
      ['documents', 'statements', 'codings', 'codes', 'evidence', 'runs']
        .map(
          (table) =>
            cli([
              'query',
              `SELECT count(*) AS n FROM ${table}`,
              '--store',
              join(folder, 'state', 's.duckdb'),
              '--format',
              'jsonl',
            ]).stdout,
        )
        .join();
    expect(rows(night)).toBe(rows(calm));
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  if (!canMount) console.warn('a full disk is tested on Linux as root alone');
  it.skipIf(!canMount)('says that the disk is full, and goes on when there is room', async () => {
    const folder = emptyFolder();
    const state = join(folder, 'state');
    mkdirSync(state);
    writeReviews(join(folder, 'in'), 20);
    const mount = (options: string) =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', state]).status;
    expect(mount('size=6m')).toBe(0);
    try {
      expect((await start(argsFor(folder, '2026-01-01'))).code).toBe(0);
      writeReviews(join(folder, 'in'), 3000, 20);
      const full = await start(argsFor(folder, '2026-01-02'));
      expect(full.code).toBe(2);
      expect(full.stderr).toMatch(/GCM160|no space|disk|could not/iu);
      expect(mount('remount,size=400m')).toBe(0);
      expect(await start(argsFor(folder, '2026-01-02'))).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('3000 new'),
      });
    } finally {
      spawnSync('umount', [state]);
    }
  });
});
