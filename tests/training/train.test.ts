/** Training: arithmetic that can be checked by hand, and the same bytes whatever the order. */
import { describe, expect, it } from 'vitest';
import type { GoldStatement } from '../../src/model/gold.js';
import type { Kind } from '../../src/model/types.js';
import { reader } from '../../src/stages/classify/reading.js';
import { compile } from '../../src/taxonomy/compile.js';
import { DEFAULT_SCORING } from '../../src/taxonomy/scoring.js';
import type { TermEntry } from '../../src/taxonomy/types.js';
import { codeInfo } from '../support/build.js';
import { countsOf, exampleOf, sumsWithout } from '../../src/training/examples.js';
import type { Example } from '../../src/training/examples.js';
import { trainedFiles } from '../../src/training/files.js';
import { fitLogistic } from '../../src/training/logistic.js';
import { train } from '../../src/training/train.js';

describe('logistic regression', () => {
  it('finds the log odds where the penalty is small', () => {
    const cases = Array.from({ length: 1000 }, (_, n) => ({
      features: ['base'],
      holds: n % 5 > 0,
    }));
    expect(fitLogistic(cases, () => 0.01).get('base')).toBeCloseTo(Math.log(4), 2);
  });

  it('keeps a weight near nothing where the penalty is large', () => {
    const cases = [{ features: ['rare'], holds: true }];
    expect(fitLogistic(cases, () => 100).get('rare')).toBeLessThan(0.01);
  });

  it('tells a feature that decides from one that does not', () => {
    const cases = Array.from({ length: 400 }, (_, n) => ({
      features: ['base', ...(n % 2 ? ['decides'] : []), ...(n % 3 ? ['idle'] : [])],
      holds: n % 2 === 1,
    }));
    const weights = fitLogistic(cases, () => 1);
    expect(weights.get('decides')).toBeGreaterThan(4);
    expect(Math.abs(weights.get('idle')!)).toBeLessThan(0.5);
  });
});

const CODES = ['O05', 'O10'];
const term = (target: string, text: string): TermEntry => ({
  language: 'en',
  target,
  group: 'strong',
  term: text,
  file: 'x',
  line: 1,
  column: 1,
});
const taxonomy = compile(
  {
    id: 't',
    version: '1.0.0',
    title: 't',
    particles: {},
    scoring: DEFAULT_SCORING,
    codes: CODES.map((code) => codeInfo(code, Number(code.slice(1)))),
    terms: [term('O05', 'visa*'), term('O10', 'traffick*')],
    samples: [],
    counts: [],
  },
  (word) => [word],
);
const read = reader(taxonomy);

function example(id: string, text: string, codes: string[], kind: Kind = 'action'): Example {
  const gold: GoldStatement = {
    id,
    document: 'd',
    language: 'en',
    text,
    context: [],
    known: null,
    coding: {
      statement: id,
      coder: 'human:x',
      kind,
      absent: false,
      codes: codes.map((code) => ({ code, strength: 'substantive', score: 1, evidence: [] })),
    },
  };
  return exampleOf(gold, 'en', read({ text, language: 'en' })!);
}

const examples = Array.from({ length: 40 }, (_, n) =>
  n % 2
    ? example(`v${n}`, `Visas for students of year ${n} are issued`, ['O05'])
    : example(
        `t${n}`,
        `Police in Nairobi dismantled trafficking rings, case ${n}`,
        ['O10'],
        'result',
      ),
);

describe('word sums of an example that was counted', () => {
  it('are those of counts without it', () => {
    const [first, ...rest] = examples;
    const without = countsOf(rest).codes.get('en');
    const within = countsOf(examples).codes.get('en');
    const own = new Set(first!.wanted.keys());
    const expected = sumsWithout(first!.stems, CODES, without, null);
    const found = sumsWithout(first!.stems, CODES, within, own);
    found.forEach((sum, index) => expect(sum).toBeCloseTo(expected[index]!, 10));
  });

  it('do not count words that are only ever capitalised', () => {
    expect(countsOf(examples).codes.get('en')!.words.has('nairob')).toBe(false);
    expect(countsOf(examples).codes.get('en')!.words.has('studen')).toBe(true);
  });
});

describe('train', () => {
  const text = (list: readonly Example[]): string => [...trainedFiles(train(list))].join('\n');

  it('gives the same files whatever the order of the examples', () => {
    expect(text([...examples].reverse())).toBe(text(examples));
  });

  it('learns what separates the codes', () => {
    const { figures, scoring } = train(examples);
    expect(figures.substantive).toEqual({ right: 40, given: 40, wanted: 40 });
    expect(scoring.objectives['strong 1']).toBeGreaterThan(0);
    expect(figures.kind).toBe(1);
  });
});
