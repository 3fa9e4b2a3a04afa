import { compareText } from '../model/text.js';

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/**
 * Compares labels part by part ("III.g", "10.2"): Roman numerals and numbers by
 * value and before words, words by code units; '' comes last. Numerals end at
 * XXXIX, because sections are also lettered: C follows B.
 */
export function compareLabels(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = comparePart(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(a, b);
}

function comparePart(a: string, b: string): number {
  const left = valueOf(a);
  const right = valueOf(b);
  if (left !== right && left !== null && right !== null) return left - right;
  if ((left === null) !== (right === null)) return left === null ? 1 : -1;
  return compareText(a, b);
}

function valueOf(part: string): number | null {
  if (/^\d{1,15}$/.test(part)) return Number(part);
  return /^[IVX]{1,9}$/.test(part) ? romanValue(part) : null;
}

function romanValue(text: string): number {
  const digits = [...text].map((letter) => ROMAN[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}
