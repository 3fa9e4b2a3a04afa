import { describe, expect, it } from 'vitest';
import { englishGrammar } from '../../src/adapters/english.js';

const { tense, hasFigure } = englishGrammar();

describe('tense of the first finite verb', () => {
  it.each([
    ['To secure identity, steps were taken in all districts', 'past'],
    ['The net outflow of graduates was put at 4,100 a year', 'past'],
    ['No regularisation exercise has been held since independence', 'past'],
    ['Twelve governments agreed on a common approach', 'past'],
    ['The fund has two windows for returnees', 'present'],
    ['Nationals abroad may ask for a transfer', 'present'],
    ['Guards shall inform the guardianship office within an hour', 'future'],
    ['A second centre will open near the border', 'future'],
    ['Long-term housing for male victims', 'none'],
    ['Ratification of the Convention on domestic workers', 'none'],
  ])('%s: %s', (text, expected) => {
    expect(tense(text)).toBe(expected);
  });
});

describe('figures', () => {
  it.each([
    ['Remittances came to USD 2.9 billion', true],
    ['They were 14 % of all inflows', true],
    ['They were fourteen percent of all inflows', true],
    ['The law of 2018 was amended in 2021', false],
    ['A centre with 40 places', false],
  ])('%s: %s', (text, expected) => {
    expect(hasFigure(text)).toBe(expected);
  });
});
