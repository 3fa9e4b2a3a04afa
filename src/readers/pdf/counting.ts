/** What counts in a column of text: the letters, numbers and ordinals that open its questions and sections. */
import { isRight } from './bidi.js';
import { textOf } from './lines.js';
import type { Word } from './types.js';

type Row = readonly Word[];

/** Letters that count, in the order of their numbers and in that of the alphabet. */
const ORDERS = [
  'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
  'أبتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'abcdefghijklmnopqrstuvwxyz',
];
const ORDINALS = [
  /(?:^|\s)(?:ال)?[أا]ولا?(?![\u0621-\u064a])/u,
  /(?:^|\s)(?:ال)?ثانيا?(?![\u0621-\u064a])/u,
  /(?:^|\s)(?:ال)?ثالثا?(?![\u0621-\u064a])/u,
  /(?:^|\s)(?:ال)?رابعا?(?![\u0621-\u064a])/u,
  /(?:^|\s)(?:ال)?خامسا?(?![\u0621-\u064a])/u,
  /(?:^|\s)(?:ال)?سادسا?(?![\u0621-\u064a])/u,
];
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** Whether what counts in one column goes on in the next: above 0 where it does, below 0 where it jumps. */
export function goesOnCounting(before: readonly Row[], after: readonly Row[]): number {
  const kinds = [letterOf, numberOf, ordinalOf];
  return kinds.reduce((sum, countOf) => {
    const last = before.findLast((row) => countOf(row) !== null);
    const first = after.find((row) => countOf(row) !== null);
    if (last === undefined || first === undefined) return sum;
    const [from, to] = [countOf(last)!, countOf(first)!];
    if (follows(from, to)) return sum + 2;
    // Questions begin anew in each section; sections never do.
    const anew = /^(?:[أa]|1)$/u.test(to) && countOf !== ordinalOf;
    return anew ? sum : sum - 1;
  }, 0);
}

function follows(last: string, next: string): boolean {
  if (/^\d/u.test(last)) return Number(next) === Number(last) + 1;
  return ORDERS.some((all) => all.includes(last) && all.indexOf(next) === all.indexOf(last) + 1);
}

/** "b)" or "ب -" at a row's start. */
function letterOf(row: Row): string | null {
  const bare = openingOf(row).toLowerCase().replace('ا', 'أ');
  return /^\p{L}$/u.test(bare) ? bare : null;
}

/** A number that opens a row of bold print, as lists' numbers do not. */
function numberOf(row: Row): string | null {
  const bare = openingOf(row);
  return row[0]?.bold === true && /^\p{Nd}{1,2}$/u.test(bare) ? western(bare) : null;
}

/** What stands before a point, bracket or dash at a row's start. */
function openingOf(row: Row): string {
  const [first, second] = row.map(({ units }) => units.join(''));
  const bare = (first ?? '').replace(/[().\-–ـ]/gu, '');
  return bare !== first || /^[-–]$/u.test(second ?? '') ? bare : '';
}

/** The place of a section that bold print counts in words or Roman numerals. */
function ordinalOf(row: Row): string | null {
  if (row[0]?.bold !== true) return null;
  const roman = ROMAN.indexOf(openingOf(row));
  if (roman >= 0) return String(roman + 1);
  if (!row.some(({ units }) => units.some((unit) => isRight(unit)))) return null;
  const opening = textOf(row.slice(0, 2), true);
  const at = ORDINALS.findIndex((ordinal) => ordinal.test(opening));
  return at < 0 ? null : String(at + 1);
}

function western(digits: string): string {
  return digits.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code < 0x660 ? code - 0x30 : code >= 0x6f0 ? code - 0x6f0 : code - 0x660);
  });
}
