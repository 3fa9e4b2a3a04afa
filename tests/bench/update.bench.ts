/** How long a nightly update takes with ten new documents, and how that grows with the store. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { describe, it } from 'vitest';
import { emptyFolder } from '../support/cli.js';
import { start, writeReviews } from '../support/update.js';

const SIZES = (env['SIZES'] ?? '100,1000,5000').split(',').map(Number);

describe('update', () => {
  it('takes a night', async () => {
    for (const size of SIZES) {
      const folder = emptyFolder();
      const corpus = join(folder, 'in');
      const args = (date: string): string[] => [
        'update',
        ...['--corpus', corpus, '--store', join(folder, 's.duckdb'), '--out', join(folder, 'out')],
        ...['--date', date],
      ];
      writeReviews(corpus, size);
      const timed = async (date: string): Promise<number> => {
        const begin = performance.now();
        const { code, stderr } = await start(args(date));
        if (code !== 0) throw new Error(stderr);
        return (performance.now() - begin) / 1000;
      };
      const first = await timed('2026-01-01');
      const nights: number[] = [];
      for (let night = 0; night < 3; night++) {
        writeReviews(corpus, 10, size + 10 * night);
        nights.push(await timed(`2026-01-0${night + 2}`));
      }
      console.log(
        `${size} documents: first ${first.toFixed(1)} s, a night with 10 new ${Math.min(...nights).toFixed(2)} s`,
      );
      rmSync(folder, { recursive: true });
    }
  });
});
