import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cosine, REUSED_FROM, similarStatements } from '../../src/measures/similar.js';
import type { CodedDocument, Language } from '../../src/model/types.js';
import { buildDocument } from '../support/build.js';
import type { DocumentSketch } from '../support/build.js';
import { root } from '../support/cli.js';
import { APART, REUSED } from './similar-pairs.js';

const WOMEN =
  'Shelters for women on the move were opened in four border towns with the help of partners.';

function documentWith(id: string, texts: readonly string[], given: Partial<DocumentSketch> = {}) {
  return buildDocument({ id, ...given, statements: texts.map((text) => ({ text })) });
}

/** Statements around the pairs, so that words are as rare as in reviews. */
function background(): CodedDocument[] {
  return ['ar', 'en', 'es', 'fr'].map((language) => {
    const lines = readFileSync(
      join(root, 'corpora', 'training', `statements.${language}.jsonl`),
      'utf8',
    );
    const texts = lines
      .trim()
      .split('\n')
      .slice(0, 300)
      .map((line) => (JSON.parse(line) as { text: string }).text);
    return documentWith(`background.${language}`, texts, { language: language as Language });
  });
}

const languageOf = (text: string): Language =>
  /\p{Script=Arabic}/u.test(text)
    ? 'ar'
    : /\b(?:les?|des|une?|de la)\b/iu.test(text) && !/\b(?:el|los|se)\b/iu.test(text)
      ? 'fr'
      : /\b(?:el|los|las|se)\b/iu.test(text)
        ? 'es'
        : 'en';

/** Similarities of the pairs at a threshold of nearly nothing; 0 where they share too little. */
function similarities(pairs: readonly (readonly [string, string])[]): number[] {
  const documents = pairs.flatMap((pair, i) =>
    pair.map((text, side) => documentWith(`${i}.${side}`, [text], { language: languageOf(text) })),
  );
  const found = similarStatements([...background(), ...documents], 0.05);
  return pairs.map(
    (_, i) => found[`${i}.0#1`]?.find(({ statement }) => statement === `${i}.1#1`)?.similarity ?? 0,
  );
}

describe('cosine', () => {
  it('is that of wink-nlp', () => {
    const { bow } = createRequire(import.meta.url)('wink-nlp/utilities/similarity.js') as {
      bow: { cosine: (a: object, b: object) => number };
    };
    const [a, b] = [
      { 1: 2, 4: 1, 9: 3 },
      { 1: 1, 3: 5, 9: 2 },
    ];
    const bagOf = (bag: Readonly<Record<string, number>>) => {
      const length = Math.hypot(...Object.values(bag));
      const weights = Float64Array.from(Object.values(bag), (weight) => weight / length);
      return { words: Int32Array.from(Object.keys(bag), Number), weights };
    };
    expect(cosine(bagOf(a), bagOf(b))).toBeCloseTo(bow.cosine(a, b), 5);
    expect(cosine(bagOf(a), bagOf(a))).toBeCloseTo(1, 12);
    expect(cosine(bagOf({ 1: 1 }), bagOf({ 2: 1 }))).toBe(0);
  });
});

describe('similar statements', () => {
  it('the threshold tells reused statements from those on the same subject', () => {
    const reused = similarities(REUSED).filter((one) => one >= REUSED_FROM).length;
    const apart = similarities(APART).filter((one) => one >= REUSED_FROM).length;
    console.info(`reused found: ${reused}/${REUSED.length}, wrongly: ${apart}/${APART.length}`);
    expect(reused / REUSED.length).toBeGreaterThanOrEqual(0.9);
    expect(apart).toBe(0);
  });

  it('are found in the document, in the country, and elsewhere, most similar first', () => {
    const documents = [
      documentWith(
        'a-2020',
        [WOMEN, WOMEN.toUpperCase(), 'Nothing of the kind is said here at all.'],
        { country: 'XAA' },
      ),
      documentWith('a-2024', [WOMEN.replace('four', 'nine')], { country: 'XAA' }),
      documentWith('b', [WOMEN], { country: 'XBB' }),
      documentWith('c', [`${WOMEN} Boats were bought.`]),
    ];
    const found = similarStatements(documents);
    expect(found['a-2020#1']).toMatchObject([
      { statement: 'a-2020#2', similarity: 1, relation: 'same-document' },
      { statement: 'b#1', similarity: 1, relation: 'other-country' },
      { statement: 'a-2024#1', relation: 'same-country' },
      { statement: 'c#1', relation: 'other-country' },
    ]);
    expect(Object.keys(found)).toEqual(['a-2020#1', 'a-2020#2', 'a-2024#1', 'b#1', 'c#1']);
  });

  it('are not sought in drafts, in other languages, above or below, or among a few words', () => {
    const documents = [
      documentWith('a', [WOMEN]),
      documentWith('draft', [WOMEN], { countedAs: 'a' }),
      documentWith('fr', [WOMEN], { language: 'fr' }),
      documentWith('short', ['Yes, it does.', 'Yes, it does.']),
      buildDocument({
        id: 'list',
        language: 'es',
        statements: [{ text: WOMEN }, { text: WOMEN, parent: 0 }],
      }),
    ];
    expect(similarStatements(documents)).toEqual({});
  });

  it('are the same in any order of documents, and each pair is found from both sides', () => {
    const documents = REUSED.flatMap((pair, i) =>
      pair.map((text, side) =>
        documentWith(`${i}.${side}`, [text], { language: languageOf(text) }),
      ),
    );
    const found = similarStatements(documents, 0.3);
    expect(similarStatements([...documents].reverse(), 0.3)).toEqual(found);
    for (const [id, others] of Object.entries(found))
      for (const { statement, similarity } of others)
        expect(found[statement]).toContainEqual(
          expect.objectContaining({ statement: id, similarity }),
        );
  });

  it('are those that comparing every pair finds', () => {
    const texts = REUSED.concat(APART)
      .flat()
      .filter((text) => languageOf(text) === 'fr');
    const documents = [documentWith('all', texts, { language: 'fr' })];
    const all = similarStatements(documents, 1e-9);
    for (const threshold of [0.2, 0.4, 0.6, 0.8]) {
      const found = similarStatements(documents, threshold);
      for (const [id, others] of Object.entries(all)) {
        const wanted = others
          .filter(({ similarity }) => similarity > threshold + 0.005)
          .map(({ statement }) => statement);
        const given = (found[id] ?? []).map(({ statement }) => statement);
        expect(given).toEqual(expect.arrayContaining(wanted));
      }
    }
  });
});
