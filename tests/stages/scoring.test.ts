/** How evidence becomes a code, with the plain figures and with trained ones. */
import { describe, expect, it } from 'vitest';
import { classifier } from '../../src/stages/classify.js';
import { compile } from '../../src/taxonomy/compile.js';
import { countWords } from '../../src/taxonomy/counts.js';
import { DEFAULT_SCORING } from '../../src/taxonomy/scoring.js';
import type { Scoring } from '../../src/taxonomy/scoring.js';
import type { CountsEntry, TermEntry, TermGroup } from '../../src/taxonomy/types.js';
import { codeInfo } from '../support/build.js';

const entry = (target: string, group: TermGroup, term: string, weight?: number): TermEntry => ({
  language: 'en',
  target,
  group,
  term,
  file: 'x',
  line: 1,
  column: 1,
  ...(weight === undefined ? {} : { weight }),
});

const TERMS = [
  entry('O10', 'strong', 'trafficking'),
  entry('O10', 'weak', 'victims'),
  entry('O10', 'weak', 'exploitation'),
  entry('O10', 'mention', 'organised crime'),
  entry('O20', 'weak', 'remittances', 0.9),
  entry('mask:bodies', 'strong', 'committee @'),
  entry('mask:bodies', 'strong', 'strategy @'),
  entry('mask:measures', 'strong', 'adopted'),
  entry('absent', 'strong', 'no ~2 exists'),
  entry('trafficking', 'strong', 'trafficking'),
];

function classify(text: string, scoring: Scoring = DEFAULT_SCORING, counts: CountsEntry[] = []) {
  const source = {
    id: 't',
    version: '1.0.0',
    title: 't',
    particles: { en: ['on', 'the', 'of'] },
    scoring,
    codes: [codeInfo('O10', 10), codeInfo('O20', 20), codeInfo('trafficking', null)],
    terms: TERMS,
    samples: [],
    counts,
  };
  const found = classifier({ taxonomy: compile(source, (word) => [word]) })({
    text,
    language: 'en',
  })!;
  const short = found.codes.map(({ code: name, strength }) => `${name} ${strength}`);
  return { ...found, short };
}

describe('without training', () => {
  it.each([
    ['A law on trafficking.', ['trafficking substantive', 'O10 substantive']],
    ['Exploitation of victims', ['O10 substantive']],
    ['Many victims', []],
    ['Against organised crime', ['O10 mention']],
    ['The Committee Trafficking Affairs met', ['O10 mention']],
    ['Cheaper remittances', ['O20 mention']],
    ['It adopted the Strategy Against Trafficking', ['O10 substantive']],
    ['It adopted Strategy Alpha in 2014 and Strategy Against Trafficking', ['O10 substantive']],
    ['The committee Alpha met, Strategy Against Trafficking', ['O10 mention']],
  ])('%s', (text, codes) => {
    expect(classify(text).short.sort()).toEqual([...codes].sort());
  });

  it('gives a code at least the weight of its term', () => {
    expect(classify('Cheaper remittances').codes[0]?.score).toBe(0.9);
  });

  it('marks an absence', () => {
    expect(classify('There is no law on trafficking: no such law exists').absent).toBe(true);
    expect(classify('A law on trafficking exists').absent).toBe(false);
  });
});

describe('with training', () => {
  const set = (...items: string[]): Set<string> => new Set(items);
  const words = ['brothe', 'pimps'];
  const counts: CountsEntry = {
    language: 'en',
    of: 'codes',
    counts: countWords(
      Array.from({ length: 40 }, (_, n) => ({
        words: set(...(n % 4 ? ['bridge'] : words)),
        labels: set(...(n % 4 ? [] : ['O10'])),
      })),
      set(...words, 'bridge'),
    ),
  };
  const trained: Scoring = {
    ...DEFAULT_SCORING,
    objectives: { base: -2, 'code O10': 0, 'strong 1': 4, 'words 1': 3 },
    depth: { base: 3 },
  };

  it('words that go with a code give it, and are its evidence', () => {
    const found = classify('Pimps and brothels', trained, [counts]);
    expect(found.short).toEqual(['O10 substantive']);
    expect(found.codes[0]?.evidence.map(({ quote, pattern }) => [quote, pattern])).toEqual([
      ['Pimps', 'O10/en/word:pimps'],
      ['brothels', 'O10/en/word:brothe'],
    ]);
  });

  it('codes that were not trained are scored by the plain figures', () => {
    expect(classify('Cheaper remittances', trained, [counts]).short).toEqual(['O20 mention']);
  });

  it('never gives a code without evidence', () => {
    for (const text of ['Pimps', 'brothels', 'A law on trafficking', 'Victims of exploitation'])
      for (const { evidence } of classify(text, trained, [counts]).codes)
        expect(evidence.length).toBeGreaterThan(0);
  });
});
