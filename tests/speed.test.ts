/** The gate of speed: ratios within one run, as the times of a machine say nothing; `npm run bench` tells those. */
import { describe, expect, it } from 'vitest';
import { loadTaxonomy } from '../src/adapters/taxonomy.js';
import { classifier } from '../src/stages/classify.js';
import { Matcher } from '../src/taxonomy/matcher.js';
import { tokenize } from '../src/taxonomy/tokens.js';
import { Words } from '../src/taxonomy/words.js';
import { fastest } from './bench/peers.js';
import { best, packOf, statements, terms } from './bench/texts.js';

/** Times of two works, each the best of several, in turn, so that a busy moment meets both. */
function compared(one: () => unknown, other: () => unknown): number {
  let [first, second] = [Infinity, Infinity];
  for (let turn = 0; turn < 5; turn++) {
    first = Math.min(first, best(1, one));
    second = Math.min(second, best(1, other));
  }
  return first / second;
}

describe('speed', () => {
  it('of matching is not behind that of the fastest package', { timeout: 60_000 }, () => {
    const list = terms(5000);
    const texts = [...statements(2, ['en'])].map(({ text }) => text.toLowerCase());
    const matcher = new Matcher(packOf(list));
    const find = fastest.finder(list);
    expect(find(texts)).toBeGreaterThan(1000);
    const ratio = compared(
      () => texts.map((text) => matcher.match(text).byTarget.size),
      () => find(texts),
    );
    expect(ratio).toBeLessThan(2);
  });

  it(
    'of coding is a few times that of matching, and grows with the texts alone',
    {
      timeout: 120_000,
    },
    async () => {
      const taxonomy = await loadTaxonomy({});
      const matcher = new Matcher(taxonomy.packs.fr!);
      const classify = classifier({ taxonomy, english: null });
      const texts = [...statements(0.8, ['fr'])].map(({ text }) => text);
      const code = (some: readonly string[]) => (): unknown =>
        some.map((text) => classify({ text, language: 'fr' })?.kind);
      const match = (): unknown => texts.map((text) => matcher.match(text).byTarget.size);
      code(texts)();
      expect(compared(code(texts), match)).toBeLessThan(15);
      const quarter = texts.slice(0, texts.length / 4);
      expect(compared(code(texts), code(quarter))).toBeLessThan(8);
    },
  );

  it('of words that were made to fall together is that of others', { timeout: 60_000 }, () => {
    const many = Array.from({ length: 1 << 14 }, (_, number) =>
      number.toString(2).padStart(14, '0'),
    );
    // "Aa" and "BB" have the same sum of code units times powers of 31.
    const alike = many.map((bits) => bits.replaceAll('0', 'Aa').replaceAll('1', 'BB')).join(' ');
    const others = many.map((bits) => bits.replaceAll('0', 'Aa').replaceAll('1', 'Ba')).join(' ');
    const read = (text: string) => (): unknown => tokenize(text, new Words([], [])).words.length;
    expect(read(alike)()).toBe(many.length);
    expect(compared(read(alike), read(others))).toBeLessThan(10);
  });

  it('of a statement grows no faster than its length', { timeout: 60_000 }, async () => {
    const taxonomy = await loadTaxonomy({});
    const classify = classifier({ taxonomy, english: null });
    const texts = [...statements(0.2, ['fr'])].map(({ text }) => text);
    const long = texts.join(' ');
    const short = texts.slice(0, texts.length / 8).join(' ');
    const code = (text: string) => (): unknown => classify({ text, language: 'fr' });
    code(long)();
    expect(compared(code(long), code(short))).toBeLessThan(8 * 4);
  });
});
