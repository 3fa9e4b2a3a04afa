import { describe, expect, it } from 'vitest';
import { parseTerm, TermError } from '../../src/taxonomy/terms.js';

/** A sequence in short: words, "a|b" for a choice, "~3" before a place with a gap. */
function shown(term: string): string[] {
  return parseTerm(term).sequences.map((steps) =>
    steps.map(({ gap, words }) => `${gap > 0 ? `~${gap} ` : ''}${words.join('|')}`).join(' '),
  );
}

describe('parseTerm', () => {
  it.each([
    ['proof of identity', ['proof of identity']],
    ["demandeur* d'asile", ['demandeur* d asile']],
    ['sous-régional', ['sous régional']],
    ['(visa|permit) renewal', ['permit|visa renewal']],
    ['(legal|) identity', ['legal identity', 'identity']],
    ['protect* ~4 children', ['protect* ~4 children']],
    ['(birth registration|civil) act', ['civil act', 'birth registration act']],
    ['data &5 migration', ['data ~5 migration', 'migration ~5 data']],
    ['=traite (êtres humains|femmes)', ['=traite femmes', '=traite êtres humains']],
    ['migrant worker+', ['migrant worker+']],
    ['移民劳工', ['移 民 劳 工']],
    ['euro-* dialogue', ['euro _ dialogue']],
    ['(a (b|c)|d) e', ['d e', 'a b|c e']],
  ])('reads %s', (term, expected) => {
    expect(shown(term)).toEqual(expected);
  });

  it('marks a run of capitalised words', () => {
    expect(parseTerm('ministry @').run).toBe(true);
  });

  it.each([
    ['(a|b', "this '(' has no ')'", 0],
    ['a|b)', "this ')' has no '('", 3],
    ['a ~ b', "'~' needs a number from 1 to 12", 2],
    ['a ~13 b', "'~' needs a number from 1 to 12", 2],
    ['a ~3', 'a gap needs a word after it', 4],
    ['@ a', "'@' only stands at the end", 0],
    ['a &2 b &2 c', "only one '&' in a choice", 7],
    ['(a|)', 'a term needs at least one word that must be there', 0],
    ['a , b', "',' holds no letter or digit", 2],
    ['(a|b)* c', "'*' after a bracket: put it behind each word inside", 5],
  ])('refuses %s and says where', (term, message, at) => {
    expect(() => parseTerm(term)).toThrow(TermError);
    try {
      parseTerm(term);
    } catch (error) {
      expect((error as TermError).message).toBe(message);
      expect((error as TermError).at).toBe(at);
    }
  });

  it('refuses a term that stands for too many phrases', () => {
    const many = Array.from({ length: 6 }, (_, n) => `(a${n} b${n}|c${n} d${n}|e${n} f${n})`).join(
      ' ',
    );
    expect(() => parseTerm(many)).toThrow('more than 400 phrases');
  });
});
