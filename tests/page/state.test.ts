import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { hitsIn, wordsOf } from '../../src/page/search.js';
import { fragmentOf, initialState, stateOf } from '../../src/page/state.js';

const initial = initialState('en', 'country');

describe('the address', () => {
  it('is empty for the first view, and keeps what differs', () => {
    expect(fragmentOf(initial, initial)).toBe('');
    const state = { ...initial, view: 'matrix', row: 'XAA', code: 'O10', score: 0.5 } as const;
    expect(fragmentOf(state, initial)).toBe('view=matrix&score=0.5&row=XAA&code=O10');
  });

  it('gives back any state', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, fc.option(text), (search, of, row) => {
        const state = {
          ...initial,
          lang: 'ar',
          by: 'question',
          kind: 'need',
          search,
          of,
          row,
        } as const;
        expect(stateOf(`#${fragmentOf(state, initial)}`, initial)).toEqual(state);
      }),
    );
  });

  it('does not mind what it does not know', () => {
    const odd = '#view=secret&by=planet&score=7&lang=tlh&kind=x&unknown=1&measure=__proto__';
    expect(stateOf(odd, initial)).toEqual(initial);
  });
});

describe('search', () => {
  it('marks the words where they stand in the text itself', () => {
    const text = '👩 Œuvre: l’égalité, ÉGALITÉ.';
    const words = (search: string): string[] =>
      hitsIn(text, wordsOf(search)).map(([start, end]) => text.slice(start, end));
    expect(words('egalite')).toEqual(['égalité', 'ÉGALITÉ']);
    expect(words('oeuvre')).toEqual(['Œuvre']);
    expect(words("l'eg")).toEqual(['l’ég']);
    expect(hitsIn('المُتّخذة', wordsOf('متخذه'))).toEqual([[2, 9]]);
  });
});
