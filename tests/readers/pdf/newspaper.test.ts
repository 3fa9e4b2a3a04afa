/** Columns that text flows through, and the order in which they are read. */
import { describe, expect, it } from 'vitest';
import { isReversed } from '../../../src/readers/pdf/newspaper.js';
import type { Band } from '../../../src/readers/pdf/columns.js';
import type { Word } from '../../../src/readers/pdf/types.js';

/** A line whose words stand in mirrored order, each drawn from left to right. */
function line(x: number, y: number, text: string, bold = false): Word[] {
  return text.split(' ').map((word, at) => {
    const units = [...word].reverse();
    return { units, x0: x + 40 * at, x1: x + 40 * at + 30, y, size: 10, bold, mark: -1 };
  });
}

function band(first: readonly string[], last: readonly string[], bold: boolean): Band {
  const rows = first.map((text, at) => {
    const y = 100 + 12 * at;
    const words = [...line(40, y, text, bold), ...line(300, y, last[at]!, bold)];
    return { page: 1, words, y, size: 10, space: 0, title: false, heading: false };
  });
  return { page: 1, rows, gutters: [{ x: 300, left: 280 }] };
}

describe('isReversed', () => {
  it.each([
    ['letters', ['ج) ماذا؟', 'د) متى؟'], ['أ) أين؟', 'ب) كيف؟']],
    ['letters with a dash that stands apart', ['ج - ماذا؟', 'د - متى؟'], ['أ - أين؟', 'ب - كيف؟']],
    ['numbers', ['3. ماذا؟', '4. متى؟'], ['1. أين؟', '2. كيف؟']],
    ['sections', ['المحور الثاني:', '1. متى؟'], ['المحور الأول:', '1. كيف؟']],
  ])('goes by the %s that count questions and sections', (_, first, last) => {
    expect(isReversed([band(first, last, true)])).toBe(true);
    expect(isReversed([band(last, first, true)])).toBe(false);
  });
});
