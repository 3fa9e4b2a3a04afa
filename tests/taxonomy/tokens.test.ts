import { describe, expect, it } from 'vitest';
import { fold, forms, termForm, tokenize } from '../../src/taxonomy/tokens.js';
import { Words } from '../../src/taxonomy/words.js';

const words = (text: string, ...particles: string[]): readonly string[] =>
  tokenize(text, new Words(particles, [])).words.map((word) => word.text);

describe('tokenize', () => {
  it('splits at apostrophes and hyphens and leaves small words out', () => {
    expect(words("L'accès à la main-d'œuvre", 'l', 'la', 'd')).toEqual([
      'accès',
      'à',
      'main',
      'œuvre',
    ]);
  });

  it('gives the places of words in the text as it was given', () => {
    const text = '  État : الهجرة — 移民';
    const tokens = tokenize(text, new Words([], []));
    const cut = tokens.starts.map((start, index) => text.slice(start, tokens.ends[index]));
    expect(cut).toEqual(['État', 'الهجرة', '移', '民']);
  });

  it.each([
    ['One. Two; three: four', [0, 1, 2, 3]],
    ['No. 5 costs 3.804 euros, i.e. little', [0, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['M. Ali a dit', [0, 0, 0, 0]],
    ['هل؟ نعم؛ لا', [0, 1, 2]],
    ['line\nline', [0, 0]],
    ['block\n\nblock', [0, 1]],
  ])('counts the sentences of %j', (text, expected) => {
    expect(tokenize(text, new Words([], [])).sentences).toEqual(expected);
  });

  it('keeps a decomposed accent in its word', () => {
    expect(words('re\u0301gularisation')).toEqual(['régularisation']);
  });
});

describe('fold', () => {
  it.each([
    ['RÉGULARISATION', 'regularisation'],
    ['Œuvre', 'oeuvre'],
    ['niñez', 'ninez'],
    ['أطفال', 'اطفال'],
    ['هجرة', 'هجره'],
    ['هجرى', 'هجري'],
    ['إجراء', 'اجرا'],
    ['مُهـــاجر', 'مهاجر'],
    ['ﻻجئ', 'لاجي'],
  ])('folds %s to %s', (word, expected) => {
    expect(fold(word)).toBe(expected);
  });
});

describe('forms', () => {
  it.each([
    ['والهجرة', 'هجره'],
    ['بالبشر', 'بشر'],
    ['للاجئين', 'لاجيين'],
    ['وللمهاجرين', 'مهاجرين'],
    ['لمكافحة', 'مكافحه'],
    ['الاتجار', 'اتجار'],
  ])('%s is also found as %s', (word, expected) => {
    expect(forms(word)).toContain(expected);
  });

  it('leaves words of other scripts alone', () => {
    expect(forms('Balance')).toEqual(['balance']);
  });

  it("takes the article off a term's word", () => {
    expect(termForm('الهجرة')).toBe('هجره');
  });
});
