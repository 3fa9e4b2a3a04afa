/** The coded statements that ship: well formed, enough of each, and no half inside the other. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGold } from '../../src/adapters/gold.js';
import { loadTaxonomy } from '../../src/index.js';
import type { GoldStatement } from '../../src/model/gold.js';
import { root } from '../support/cli.js';

const folder = (name: string): string => join(root, 'corpora', name);
const files = (name: string, start: string): string[] =>
  readdirSync(folder(name))
    .filter((file) => file.startsWith(start))
    .map((file) => join(folder(name), file));

const frozen = readGold(files('evaluation', 'frozen.'));
const tuning = readGold(files('evaluation', 'tuning.'));
const training = readGold(files('training', ''));
const others = [...tuning, ...training, ...readGold(files('evaluation', 'practices.'))];

const folded = ({ text }: GoldStatement): string =>
  text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');

describe('coded statements', () => {
  it.each([
    ['en', 60],
    ['es', 60],
    ['fr', 60],
    ['ar', 60],
    ['pt', 15],
    ['ru', 15],
    ['zh', 15],
  ])('are enough in %s in either half', (language, least) => {
    for (const half of [frozen, tuning])
      expect(half.filter((one) => one.language === language).length).toBeGreaterThanOrEqual(least);
  });

  it('treat every objective substantively at least eight times in the frozen half', () => {
    for (let number = 1; number <= 23; number++) {
      const code = `O${String(number).padStart(2, '0')}`;
      const cases = frozen.filter(({ coding }) =>
        coding.codes.some((one) => one.code === code && one.strength === 'substantive'),
      );
      expect(cases.length, code).toBeGreaterThanOrEqual(8);
    }
  });

  it('have ids of their own, and codes that the taxonomy knows', async () => {
    const { info } = await loadTaxonomy();
    const known = new Set(info.codes.map(({ code }) => code));
    const all = [...frozen, ...others];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const unknown = all.flatMap(({ id, coding }) =>
      coding.codes.filter(({ code }) => !known.has(code)).map(({ code }) => `${id} ${code}`),
    );
    expect(unknown).toEqual([]);
  });

  it('of the frozen half stand nowhere else', () => {
    const elsewhere = new Set(others.map(folded));
    expect(frozen.filter((one) => elsewhere.has(folded(one))).map(({ id }) => id)).toEqual([]);
  });
});
