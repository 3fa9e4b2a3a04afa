import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/taxonomy/compile.js';
import { Matcher } from '../../src/taxonomy/matcher.js';
import { DEFAULT_SCORING } from '../../src/taxonomy/scoring.js';
import type { LanguagePack, TermEntry } from '../../src/taxonomy/types.js';
import { naiveMatches } from './oracle.js';

function packOf(
  terms: readonly string[],
  particles: readonly string[] = ['la', 'de', 'des', 'l', 'd'],
): LanguagePack {
  const entries = terms.map((term, index): TermEntry => {
    const target = index % 2 === 0 ? 'A' : 'B';
    return { language: 'fr', target, group: 'strong', term, file: 'x', line: 1, column: 1 };
  });
  const source = {
    id: 't',
    version: '1.0.0',
    title: 't',
    scoring: DEFAULT_SCORING,
    codes: [],
    samples: [],
    counts: [],
  };
  return compile({ ...source, particles: { fr: particles }, terms: entries }, (word) => [
    word,
    `${word}s`,
  ]).packs.fr!;
}

function found(terms: readonly string[], text: string): string[] {
  const matches = new Matcher(packOf(terms)).match(text);
  return [...matches.byTarget.values()]
    .flat()
    .map(({ first, last }) => text.slice(matches.tokens.starts[first], matches.tokens.ends[last]));
}

describe('Matcher', () => {
  it.each([
    ['traite êtres humains', 'La Traite des êtres humains.', ['Traite des êtres humains']],
    ['traite êtres humains', 'La traite, des êtres humains', ['traite, des êtres humains']],
    ['traite êtres humains', 'La traite. Êtres humains', []],
    ['=traite', 'Le traité traite', ['traite']],
    ['=traité', 'Le traité traite', ['traité']],
    ['migrant*', 'migrants, immigrants', ['migrants']],
    ['*migrant*', 'migrants, immigrants', ['migrants', 'immigrants']],
    ['re*gration', 'réintégration et intégration', ['réintégration']],
    ['worker+', 'worker workers working', ['worker', 'workers']],
    ['protéger ~2 enfants', 'protéger tous les enfants', ['protéger tous les enfants']],
    ['protéger ~1 enfants', 'protéger tous les petits enfants', []],
    ['données &3 migration', 'migration : données sur la migration', ['données sur la migration']],
    [
      'ministère @',
      "Le Ministère de l'Intérieur et des Affaires a dit",
      ["Ministère de l'Intérieur et des Affaires"],
    ],
    ['اتجار بشر', 'مكافحة الاتجار بالبشر', ['الاتجار بالبشر']],
    ['اتجار بشر', 'والإتجارِ بالبَشَر', ['والإتجارِ بالبَشَر']],
    ['移民', '关于移民和难民', ['移民']],
  ])('%s in %j', (term, text, expected) => {
    expect(found([term], text)).toEqual(expected);
  });

  it('keeps the leftmost and then the longest match within a code', () => {
    expect(found(['accord', 'x', 'accord bilatéral'], 'un accord bilatéral signé')).toEqual([
      'accord bilatéral',
    ]);
  });

  it('lets codes overlap', () => {
    expect(found(['accord bilatéral', 'bilatéral'], 'un accord bilatéral')).toEqual([
      'accord bilatéral',
      'bilatéral',
    ]);
  });

  it('is not slowed down by a term of gaps and stars', () => {
    const term = 'a* ~12 a* ~12 a* ~12 a* ~12 a* ~12 a* ~12 b';
    const text = 'aa '.repeat(3_000);
    expect(new Matcher(packOf([term])).match(text).byTarget.size).toBe(0);
  });

  it('agrees with the naive oracle', () => {
    const vocabulary = [
      'traite',
      'traité',
      'migrants',
      'Migrant',
      'la',
      "l'accord",
      'données',
      'enfant',
      'et',
      'de',
    ];
    const arabic = ['الهجرة', 'والهجرة', 'للاجئين', 'بالبشر', 'هجرة', 'لمكافحة', 'كتاب', 'وصل'];
    const stops = [' ', ' ', ' ', ' ', ', ', '. ', ' : ', '-'];
    const text = fc
      .array(fc.tuple(fc.constantFrom(...vocabulary, ...arabic), fc.constantFrom(...stops)), {
        maxLength: 25,
      })
      .map((parts) => parts.flat().join(''));
    const word = fc.constantFrom(
      'traite',
      '=traite',
      'migrant*',
      '*ant',
      'données',
      'enfant+',
      '_',
      'هجرة',
      'لاجئ*',
      'بشر',
      'مكافحة',
      'a*d',
    );
    const piece = fc.oneof(
      word,
      fc.tuple(word, word).map(([a, b]) => `(${a}|${b})`),
      fc.tuple(word, word, word).map(([a, b, c]) => `(${a} ${b}|${c})`),
    );
    const joint = fc.constantFrom(' ', ' ', ' ~1 ', ' ~3 ', ' &2 ');
    const term = fc
      .tuple(piece, fc.option(fc.tuple(joint, piece), { nil: null }))
      .map(([first, more]) => (more === null ? first : first + more.join('')));
    fc.assert(
      fc.property(fc.array(term, { minLength: 1, maxLength: 8 }), text, (terms, sample) => {
        const pack = packOf(terms);
        const matches = new Matcher(pack).match(sample);
        const fast = [...matches.byTarget.values()].flat().map(({ pattern, first, last }) => {
          const { starts, ends } = matches.tokens;
          return `${pattern.target} ${pattern.group} ${starts[first]}-${ends[last]}`;
        });
        expect(fast.sort()).toEqual(naiveMatches(pack, sample));
      }),
      { numRuns: 1_000, seed: 20181219 },
    );
  });
});
