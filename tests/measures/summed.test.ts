import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/measures/coverage.js';
import { withStandIns } from '../../src/measures/counted.js';
import { countsOf, isRead, summedCoverage } from '../../src/measures/summed.js';
import type { CodedDocument } from '../../src/model/types.js';
import { KINDS } from '../../src/model/types.js';
import { buildDocument, buildQuestionnaire, CODES } from '../support/build.js';

const questionnaire = buildQuestionnaire({ I: { a: [7] }, II: { a: [10] } });
const code = fc.constantFrom('O07', 'O07~', 'O10', 'O10~', 'O13', 'data', 'data~', 'unknown');
const statement = fc.record({
  text: fc.constant('x'),
  kind: fc.constantFrom(null, ...KINDS),
  absent: fc.boolean(),
  codes: fc.option(fc.array(code, { maxLength: 4 }), { nil: undefined }),
});
const description = fc.record({
  country: fc.constantFrom(undefined, 'XAA', 'XAB', 'CIV', 'MAR'),
  statements: fc.array(statement, { maxLength: 5 }),
  asked: fc.constantFrom(undefined, null, [], ['II.a'], ['I.a', 'II.a']),
  versionOf: fc.constantFrom(undefined, 'd0', 'd1', 'gone'),
});

function documentOf(
  given: typeof description extends fc.Arbitrary<infer T> ? T : never,
  i: number,
) {
  const { country, versionOf, asked } = given;
  const statements = given.statements.map(({ codes, ...rest }) => ({
    ...rest,
    ...(codes === undefined ? {} : { codes }),
  }));
  return buildDocument({
    id: `d${i}`,
    ...(country === undefined ? {} : { country }),
    ...(versionOf === undefined ? {} : { versionOf }),
    ...(asked === undefined ? {} : { answering: { questionnaire, unanswered: asked } }),
    statements,
  });
}

/** Without a word, as a store has it. */
const emptied = (coded: CodedDocument): CodedDocument => ({
  ...coded,
  statements: [],
  codings: [],
});

describe('coverage summed from documents', () => {
  it('is the coverage of the documents themselves', () => {
    fc.assert(
      fc.property(fc.array(description, { maxLength: 6 }), (given) => {
        const documents = withStandIns(given.map(documentOf));
        const counts = new Map(
          documents.map((coded) => [coded.document.id, countsOf(coded, CODES)]),
        );
        const counted = withStandIns(given.map(documentOf).map(emptied), ({ document }) =>
          isRead(counts.get(document.id)!),
        ).map((coded) => ({ coded, counts: counts.get(coded.document.id)! }));
        for (const kind of ['objective', 'theme'] as const) {
          const codes = CODES.filter((one) => one.kind === kind);
          expect(summedCoverage(counted, codes)).toEqual(coverage(documents, codes, 'country'));
        }
      }),
    );
  });
});
