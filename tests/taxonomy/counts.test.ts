/** Tables of counted words, and the scores that come from them. */
import { describe, expect, it } from 'vitest';
import { CountsError, countWords, formatCounts, parseCounts } from '../../src/taxonomy/counts.js';
import { stemOf, stemsOf, wholeWordsOf } from '../../src/taxonomy/stems.js';
import { tokenize } from '../../src/taxonomy/tokens.js';
import { Words } from '../../src/taxonomy/words.js';
import { scoresOf, wordScore } from '../../src/taxonomy/word-scores.js';
import { lexicon } from '../../src/stages/classify/lexicon.js';

const set = (...items: string[]): Set<string> => new Set(items);
const counts = countWords(
  [
    { words: set('visa', 'law'), labels: set('O05') },
    { words: set('visa', 'Rabat'), labels: set('O05', 'labour') },
    { words: set('law'), labels: set() },
  ],
  set('visa', 'law'),
);

describe('counts of words', () => {
  it('are written and read as a table, words in order', () => {
    const text = formatCounts(counts);
    expect(text).toBe('*\t3\tO05:2 labour:1\nlaw\t2\tO05:1\nvisa\t2\tO05:2 labour:1\n');
    expect(formatCounts(parseCounts(text))).toBe(text);
  });

  it('leave out words that are not to be counted', () => {
    expect(counts.words.has('Rabat')).toBe(false);
  });

  it.each([
    ['visa\t2\tO05:2', "no line '*'"],
    ['*\t3\t\nvisa\tmany\t', 'a number of statements'],
    ['*\t3\tO05', "found 'O05'"],
    ['*\t3\tO05:x', "found 'O05:x'"],
  ])('say what is wrong with %j', (text, message) => {
    expect(() => parseCounts(text)).toThrow(CountsError);
    expect(() => parseCounts(text)).toThrow(message);
  });
});

describe('scores of words', () => {
  it('are the log of how much more often a label goes with the word, smoothed', () => {
    expect(wordScore(6, 6, 0.1)).toBeCloseTo(Math.log((6 + 0.4) / 10 / 0.1), 10);
    expect(wordScore(0, 6, 0.1)).toBeCloseTo(0.3 * Math.log(4 / 10), 10);
  });

  it('add up over the different words of a text', () => {
    const { labels, row, sum, score, numbers } = lexicon(scoresOf(counts));
    const sums = sum(['visa', 'law', 'unknown'].map(row));
    const [o05] = numbers(['O05']);
    const usual = 2.5 / 4;
    const expected = wordScore(2, 2, usual) + wordScore(1, 2, usual);
    expect(labels).toEqual(['O05', 'labour']);
    expect(sums[o05!]).toBeCloseTo(expected, 2);
    expect(score(row('visa'), o05!)).toBeCloseTo(wordScore(2, 2, usual), 2);
    expect(score(row('unknown'), o05!)).toBe(0);
    expect(numbers(['O99'])).toEqual([-1]);
  });
});

describe('stems', () => {
  it.each([
    ['en', 'trafficking', 'traffi'],
    ['fr', 'régularisations', 'regula'],
    ['fr', 'œuvre', 'oeuvre'],
    ['ar', 'وللمهاجرين', 'مهاجر'],
    ['ar', 'المهاجرين', 'مهاجر'],
    ['ru', 'мигрантов', 'мигран'],
    ['en', '2019', ''],
    ['en', 'at', ''],
  ] as const)('%s %s: %s', (language, word, stem) => {
    expect(stemOf(word, language)).toBe(stem);
  });

  it('are pairs of neighbouring characters in Chinese, never across a stop', () => {
    const tokens = tokenize('移民权利。保护', new Words([], []));
    expect(
      stemsOf('zh')
        .all(tokens, null)
        .map(({ key }) => key.text),
    ).toEqual(['移民', '民权', '权利', '保护']);
  });

  it('leave out marked words; whole words keep numbers as #', () => {
    const tokens = tokenize('Le Ministère régularise 50 migrants', new Words(['le'], []));
    const skip = Uint8Array.from([1, 0, 0, 0]);
    expect(
      stemsOf('fr')
        .all(tokens, skip)
        .map(({ key }) => key.text),
    ).toEqual(['regula', 'migran']);
    expect(
      wholeWordsOf('fr')
        .all(tokens, null)
        .map(({ key }) => key.text),
    ).toEqual(['ministere', 'regularise', '#', 'migrants']);
  });

  it('are told apart, each where it stands first', () => {
    const tokens = tokenize('migrants, migrant, visas', new Words([], []));
    const places = stemsOf('fr')
      .different(tokens, null)
      .map(({ key, first }) => [key.text, first]);
    expect(places).toEqual([
      ['migran', 0],
      ['visas', 2],
    ]);
  });

  it('are the same after a text of more words than are kept', () => {
    const words = new Words([], []);
    const stems = wholeWordsOf('fr');
    const keys = (text: string): string[] =>
      stems.different(tokenize(text, words), null).map(({ key }) => key.text);
    const many = Array.from({ length: 120_000 }, (_, number) => `mot${number}`);
    expect(keys('visa Visa')).toEqual(['visa']);
    expect(keys(many.join(' '))).toEqual(many);
    expect(keys('visa mot1 Visa mot1')).toEqual(['visa', 'mot1']);
  });
});
