/** Accuracy figures on small cases that can be counted by hand. */
import { describe, expect, it } from 'vitest';
import { f1Interval, seeded } from '../../src/measures/bootstrap.js';
import { calibrationError, reliability } from '../../src/measures/calibration.js';
import { consistency, jaccard } from '../../src/measures/consistency.js';
import { evaluate } from '../../src/measures/evaluation.js';
import type { Compared } from '../../src/measures/evaluation.js';
import { g2, keyness } from '../../src/measures/keyness.js';
import { kwicOf } from '../../src/measures/kwic.js';
import { f1, precision, recall } from '../../src/measures/tally.js';
import type { Coding, Kind, Strength } from '../../src/model/types.js';

type Codes = Record<string, [Strength, number]>;

function coding(codes: Codes, kind: Kind, absent = false): Coding {
  const list = Object.entries(codes).map(([code, [strength, score]]) => ({
    code,
    strength,
    score,
    evidence: [],
  }));
  return { statement: 'x', coder: 'c', kind, absent, codes: list };
}

function compared(
  id: string,
  wanted: Coding,
  given: Coding,
  known: string | null = null,
): Compared {
  const gold = {
    id,
    document: 'D',
    language: null,
    text: `text ${id}`,
    context: [],
    known,
    coding: wanted,
  };
  return { gold, language: id === '3' ? 'fr' : 'en', coding: given };
}

const cases: Compared[] = [
  compared(
    '1',
    coding({ O07: ['substantive', 1], data: ['substantive', 1] }, 'action'),
    coding({ O07: ['substantive', 0.9], O10: ['substantive', 0.6] }, 'action'),
    'O07',
  ),
  compared(
    '2',
    coding({ O09: ['mention', 1] }, 'plan', true),
    coding({ O09: ['mention', 0.55], data: ['mention', 0.5] }, 'action', true),
  ),
  compared('3', coding({ O01: ['substantive', 1] }, 'action'), coding({}, 'action'), 'O01'),
];

describe('evaluate', () => {
  const found = evaluate(cases, new Set(['data']));

  it('counts objectives by strength, and themes', () => {
    const { substantive, any, themes } = found.overall.layers;
    expect(substantive.tally).toEqual({ right: 1, given: 2, wanted: 2 });
    expect(any.tally).toEqual({ right: 2, given: 3, wanted: 3 });
    expect(themes.tally).toEqual({ right: 0, given: 1, wanted: 1 });
    expect(found.overall.kind).toBeCloseTo(2 / 3, 10);
    expect(found.overall.absent.f1).toBe(1);
  });

  it('counts by language, document and code', () => {
    expect(found.byLanguage.get('fr')?.layers.substantive.recall).toBe(0);
    expect(found.byDocument.get('D')?.statements).toBe(3);
    expect(found.byCode.get('O07')?.f1).toBe(1);
    expect(found.byCode.get('O10')?.precision).toBe(0);
    expect(found.byCodeAndLanguage.get('O01 fr')?.f1).toBe(0);
  });

  it('counts texts known for one objective', () => {
    expect(found.known).toEqual({
      statements: 2,
      among: 0.5,
      substantive: 0.5,
      first: 0.5,
      codes: 1,
    });
  });

  it('lists what is missed and what is wrong', () => {
    expect(found.misses.map(({ id, missed, wrong }) => [id, missed, wrong.length])).toEqual([
      ['1', [], 1],
      ['3', ['O01'], 0],
    ]);
  });

  it('holds each score against whether it was right', () => {
    const rows = found.reliability.filter(({ codes }) => codes > 0);
    expect(rows.map(({ from, codes, shareRight }) => [from, codes, shareRight])).toEqual([
      [0.5, 2, 0.5],
      [0.6, 1, 0],
      [0.9, 1, 1],
    ]);
  });
});

describe('figures', () => {
  it('has no precision without codes and no recall without wanted ones', () => {
    expect(precision({ right: 0, given: 0, wanted: 2 })).toBeNull();
    expect(recall({ right: 0, given: 2, wanted: 0 })).toBeNull();
    expect(f1({ right: 0, given: 0, wanted: 0 })).toBeNull();
  });

  it('gives the same interval at each call, and a wider one for fewer statements', () => {
    const tallies = Array.from({ length: 100 }, (_, n) => ({
      right: n % 4 ? 1 : 0,
      given: 1,
      wanted: 1,
    }));
    const [low, high] = f1Interval(tallies)!;
    expect(f1Interval(tallies)).toEqual([low, high]);
    expect(low).toBeLessThan(0.75);
    expect(high).toBeGreaterThan(0.75);
    const few = f1Interval(tallies.slice(0, 20))!;
    expect(few[1] - few[0]).toBeGreaterThan(high - low);
  });

  it('draws numbers evenly', () => {
    const random = seeded(7);
    const numbers = Array.from({ length: 10_000 }, random);
    expect(numbers.reduce((sum, one) => sum + one, 0) / 10_000).toBeCloseTo(0.5, 1);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
  });

  it('weighs the gaps of a reliability table by their codes', () => {
    const judged = [0.95, 0.95, 0.95, 0.15].map((score, n) => ({ score, right: n < 3 }));
    expect(calibrationError(reliability(judged))).toBeCloseTo((3 * 0.05 + 0.15) / 4, 10);
    expect(calibrationError(reliability([]))).toBeNull();
  });

  it('compares languages by the Jaccard index', () => {
    expect(jaccard(new Set(['a', 'b']), new Set(['b', 'c']))).toBeCloseTo(1 / 3, 10);
    const a = coding({ O07: ['substantive', 1] }, 'action');
    const found = consistency(
      [
        {
          id: '1',
          codings: new Map([
            ['en', a],
            ['fr', null],
          ]),
        },
      ],
      new Set(),
    );
    expect(found.get('en fr')?.jaccard.substantive).toBe(0);
    expect(found.get('all')?.jaccard.themes).toBe(1);
  });

  it('finds the words that texts have more often than others', () => {
    expect(g2(10, 5, 1000, 2000)).toBeCloseTo(4 * 5 * Math.log(2) - 10 * Math.log(2), 10);
    const found = keyness(
      [
        ['visa', 'visa', 'and'],
        ['visa', 'and'],
      ],
      [
        ['and', 'law'],
        ['and', 'and'],
      ],
    );
    expect(found.map(({ word }) => word)).toEqual(['visa']);
  });

  it('shows a word with what stands around it, cut at spaces', () => {
    const text = 'The law against trafficking in persons was adopted in 2019.';
    const at = text.indexOf('trafficking');
    expect(kwicOf(text, [at, at + 11], 14)).toEqual({
      left: 'law against',
      match: 'trafficking',
      right: 'in persons',
    });
    expect(kwicOf('visa', [0, 4], 10)).toEqual({ left: '', match: 'visa', right: '' });
  });
});
