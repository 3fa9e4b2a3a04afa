/** Agreement figures against published worked examples. */
import { describe, expect, it } from 'vitest';
import {
  agreement,
  cohenKappa,
  krippendorffAlpha,
  masi,
  nominal,
} from '../../src/measures/agreement.js';
import type { Coding, Strength } from '../../src/model/types.js';

const none = null;
/** Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers, twelve units. */
const KRIPPENDORFF: (number | null)[][] = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
  [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
];

const units = KRIPPENDORFF[0]!.map((_, unit) =>
  KRIPPENDORFF.map((row) => row[unit] ?? null).filter((value) => value !== null),
);

describe("Krippendorff's alpha", () => {
  it('is 0.743 for the nominal data of Krippendorff (2011)', () => {
    expect(krippendorffAlpha(units, nominal)).toBeCloseTo(0.743, 3);
  });

  it('is the same with MASI over sets of one member', () => {
    const sets = units.map((values) => values.map((value) => new Set([String(value)])));
    expect(krippendorffAlpha<ReadonlySet<string>>(sets, masi)).toBeCloseTo(0.743, 3);
  });

  it('is null where nothing can disagree', () => {
    expect(krippendorffAlpha([[1, 1], [1]], nominal)).toBeNull();
    expect(krippendorffAlpha([[1], [2]], nominal)).toBeNull();
  });
});

describe('MASI (Passonneau, 2006)', () => {
  const set = (...items: string[]): Set<string> => new Set(items);
  it.each([
    ['the same', set('a', 'b'), set('a', 'b'), 0],
    ['one holds the other', set('a', 'b'), set('a', 'b', 'c', 'd'), 1 - (1 / 2) * (2 / 3)],
    ['overlap', set('a', 'b'), set('b', 'c'), 1 - (1 / 3) * (1 / 3)],
    ['nothing shared', set('a'), set('b'), 1],
    ['both empty', set(), set(), 0],
    ['one empty', set(), set('a'), 1],
  ])('%s', (_, a, b, distance) => {
    expect(masi(a, b)).toBeCloseTo(distance, 10);
    expect(masi(b, a)).toBeCloseTo(distance, 10);
  });
});

describe("Cohen's kappa", () => {
  it('is 0.4 for 20 yes, 15 no and 5 + 10 different of 50', () => {
    const pairs = [
      ...Array.from({ length: 20 }, () => [true, true] as const),
      ...Array.from({ length: 5 }, () => [true, false] as const),
      ...Array.from({ length: 10 }, () => [false, true] as const),
      ...Array.from({ length: 15 }, () => [false, false] as const),
    ];
    expect(cohenKappa(pairs)).toBeCloseTo(0.4, 10);
  });

  it('is null where chance alone agrees', () => {
    expect(cohenKappa([[true, true]])).toBeNull();
    expect(cohenKappa([])).toBeNull();
  });
});

function coding(statement: string, codes: Record<string, Strength>, coder = 'x'): Coding {
  const list = Object.entries(codes).map(([code, strength]) => ({
    code,
    strength,
    score: 1,
    evidence: [],
  }));
  return { statement, coder, kind: null, absent: false, codes: list };
}

describe('agreement of coders', () => {
  const coder = (name: string, codings: Coding[]) => ({
    coder: name,
    codings: new Map(codings.map((one) => [one.statement, one])),
  });
  const anna = coder('anna', [
    coding('1', { O07: 'substantive', data: 'substantive' }),
    coding('2', { O09: 'mention' }),
    coding('3', { O10: 'substantive' }),
  ]);
  const author = coder('author', [
    coding('1', { O07: 'substantive' }),
    coding('2', { O09: 'substantive' }),
    coding('4', { O01: 'substantive' }),
  ]);
  const found = agreement([anna, author], new Set(['data']));

  it('compares the statements that both have', () => {
    expect(found.statements).toBe(2);
    expect(found.pairs[0]).toMatchObject({ coders: ['anna', 'author'], statements: 2 });
    expect(found.pairs[0]!.f1.any).toBe(1);
    expect(found.pairs[0]!.f1.substantive).toBeCloseTo(2 / 3, 10);
  });

  it('does not count a coder who gives no themes as one who denies them', () => {
    expect(found.pairs[0]!.f1.themes).toBeNull();
    expect(found.alpha.themes).toBeNull();
    expect(found.byCode.get('data')?.alpha).toBeNull();
  });
});
