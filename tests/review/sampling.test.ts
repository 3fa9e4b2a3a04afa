import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample } from '../../src/measures/sampling.js';
import { withHumanCodings, weightedEstimate } from '../../src/measures/human.js';
import type { HumanCoding } from '../../src/model/review.js';
import { readingsOf } from '../../src/measures/readings.js';
import { assignment, buildDocument } from '../support/build.js';

const review = (id: string, count: number, language: 'en' | 'fr' = 'en') =>
  buildDocument({
    id,
    language,
    country: 'XAA',
    statements: Array.from({ length: count }, (_, i) => ({
      text: `Statement ${i} of ${id}.`,
      codes: i % 3 === 0 ? ['O07'] : i % 3 === 1 ? ['O10', 'data'] : [],
    })),
  });

describe('a sample', () => {
  it('is drawn by seed and statement: the same again, another with another seed', () => {
    const documents = [review('a', 40), review('b', 40)];
    const ids = (seed: string) =>
      drawSample(documents, { method: 'random', size: 20, seed }).map(
        ({ statement }) => statement.id,
      );
    expect(ids('1')).toEqual(ids('1'));
    expect(ids('1')).not.toEqual(ids('2'));
    expect(new Set(ids('1')).size).toBe(20);
  });

  it('changes little when a document is added', () => {
    const before = drawSample([review('a', 60)], { method: 'random', size: 30, seed: '1' });
    const after = drawSample([review('a', 60), review('b', 6)], {
      method: 'random',
      size: 30,
      seed: '1',
    });
    const known = new Set(before.map(({ statement }) => statement.id));
    expect(after.filter(({ statement }) => known.has(statement.id)).length).toBeGreaterThanOrEqual(
      24,
    );
  });

  it('has chances that sum up to all statements, in each stratum one at least', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom('random', 'stratified'),
        (count, size, method) => {
          const documents = [review('a', count), review('f', Math.ceil(count / 7), 'fr')];
          const all = documents.flatMap(({ statements }) => statements).length;
          const drawn = drawSample(documents, { method: method as 'random', size, seed: 's' });
          expect(drawn).toHaveLength(Math.min(size, all));
          const strata = new Set(drawn.map(({ stratum }) => stratum)).size;
          const complete = method === 'random' || size >= 6;
          const weight = drawn.reduce((sum, { probability }) => sum + 1 / probability!, 0);
          if (complete) expect(weight).toBeCloseTo(all, 6);
          expect(strata).toBeLessThanOrEqual(6);
        },
      ),
    );
  });

  it('may be the least certain, which stand for no others', () => {
    const low = { ...assignment('O07'), score: 0.41 };
    const documents = [
      buildDocument({
        id: 'a',
        statements: [
          { text: 'sure', codes: ['O10'] },
          { text: 'unsure', codes: [low] },
          { text: 'none', codes: [] },
        ],
      }),
    ];
    const drawn = drawSample(documents, { method: 'uncertain', size: 1, seed: '1' });
    expect(drawn).toMatchObject([{ statement: { text: 'unsure' }, probability: null }]);
  });
});

const human = (given: Partial<HumanCoding>): HumanCoding => ({
  statement: 'a#1',
  document: 'a',
  country: 'XAA',
  question: null,
  text: 'Statement 0 of a.',
  coder: 'human:AB',
  kind: 'result',
  absent: false,
  codes: [{ code: 'O13', strength: 'substantive' }],
  remark: '',
  ...given,
});

describe('codings of people', () => {
  it('count before the machine, of several the last; the machine stays beside them', () => {
    const { documents, unplaced } = withHumanCodings(
      [review('a', 3)],
      [human({}), human({ coder: 'human:CD', codes: [] })],
    );
    expect(unplaced).toEqual([]);
    const [first] = readingsOf(documents[0]!);
    expect(first?.coding).toMatchObject({ coder: 'human:CD', codes: [] });
    expect(
      documents[0]?.codings
        .filter(({ statement }) => statement === 'a#1')
        .map(({ coder }) => coder),
    ).toEqual(['human:CD', 'human:AB', 'keywords@1.0.0+abc']);
  });

  it('are found again by their words where ids are others, and told where they are not', () => {
    const renamed = review('b', 3);
    const texts = {
      ...renamed,
      statements: renamed.statements.map((one) => ({
        ...one,
        text: one.text.replace('of b', 'of a'),
      })),
    };
    const { documents, unplaced } = withHumanCodings(
      [texts],
      [human({ statement: 'gone' }), human({ statement: 'x', text: 'Edited away.' })],
    );
    expect(readingsOf(documents[0]!)[0]?.coding?.coder).toBe('human:AB');
    expect(unplaced.map(({ text }) => text)).toEqual(['Edited away.']);
  });

  it('estimate the machine by the chances of the sample', () => {
    const sample = (probability: number | null) => ({
      sample: { method: 'stratified' as const, seed: '1', stratum: 's', probability },
    });
    const o07 = [{ code: 'O07', strength: 'substantive' as const }];
    const found = weightedEstimate(
      [review('a', 4)],
      [
        human({ statement: 'a#1', codes: o07, ...sample(0.5) }),
        human({ statement: 'a#2', codes: o07, ...sample(0.1) }),
        human({ statement: 'a#3', codes: o07, ...sample(null) }),
      ],
    );
    // The machine: O07 in the first (right, stands for 2), O10 in the second (wrong, stands for 10).
    expect(found).toMatchObject({ statements: 2, precision: 2 / 12, recall: 2 / 12 });
  });
});
