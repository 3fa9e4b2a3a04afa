/** Documents that are too much of something, at full size. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, emptyFolder } from '../support/cli.js';

describe('large documents', () => {
  it('a line of 50 MB is left out with a message, and harms no other document', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'chad.txt'), 'word and more words '.repeat(2_500_000));
    writeFileSync(
      join(folder, 'mali.txt'),
      '- A law against trafficking in persons was adopted.\n',
    );
    const { code, stderr } = cli(['run', folder, '--out', join(folder, 'out')]);
    expect(code).toBe(1);
    expect(stderr).toContain('GCM202');
    const coverage = readFileSync(join(folder, 'out', 'coverage-objectives.csv'), 'utf8');
    expect(coverage).toMatch(/MLI.*,covered/u);
    expect(coverage).toMatch(/TCD.*not-readable/u);
  });

  it('a line of 50 MB given to tag is an error line', () => {
    const line = JSON.stringify({ id: 'long', text: 'x '.repeat(25_000_000) });
    const { code, stdout } = cli(
      ['tag'],
      `${line}\n{"id":2,"text":"A census of migrants was taken by the office of statistics."}\n`,
    );
    expect(code).toBe(1);
    const [first, second] = stdout.trim().split('\n');
    expect(first).toContain('longer than');
    expect(second).toContain('"O01"');
  });

  it('20 000 tags that nothing closes are read', () => {
    const folder = emptyFolder();
    const html = `<html><body>${'<div><ul><li>'.repeat(20_000)}A law against trafficking was adopted.`;
    writeFileSync(join(folder, 'mali.html'), html);
    const { code } = cli(['run', join(folder, 'mali.html'), '--out', join(folder, 'out')]);
    expect(code).toBe(0);
  });

  it('100 000 bullets take time in proportion to their number', () => {
    const folder = emptyFolder();
    const time = (count: number): number => {
      const path = join(folder, `mali-${count}.txt`);
      writeFileSync(path, '- A law against trafficking in persons was adopted.\n'.repeat(count));
      const start = performance.now();
      expect(cli(['segment', path]).code).toBe(0);
      return performance.now() - start;
    };
    time(10_000);
    const [small, large] = [time(25_000), time(100_000)];
    expect(large).toBeLessThan(small * 8);
  });
});
