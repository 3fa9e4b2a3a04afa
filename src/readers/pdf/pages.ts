/** What a page's words are, and what they say of the document as a whole. */
import { isRight } from './bidi.js';
import type { DrawnPage } from './open.js';
import type { Glyph, Page, Rule, Word } from './types.js';
import { wordsOf } from './words.js';
import type { LostMarks } from './words.js';

/** True where most letters are of a script that is written from right to left. */
export function isMirrored(pages: readonly { readonly glyphs: readonly Glyph[] }[]): boolean {
  let [right, left] = [0, 0];
  for (const { glyphs } of pages)
    for (const { text } of glyphs)
      if (isRight(text)) right++;
      else if (/\p{L}/u.test(text)) left++;
  return right > left;
}

/** A page's words and drawn bullets; x grows in the direction in which the document is read. */
export function pageOf(drawn: DrawnPage, mirrored: boolean, lost: LostMarks): Page {
  const { number, width, height, rules } = drawn;
  const words = wordsOf(drawn.glyphs, lost);
  const page = {
    number,
    width,
    height,
    words: mirrored ? words.map((word) => flip(word, width)) : words,
    rules: mirrored ? rules.map((rule) => flip(rule, width)) : rules,
  };
  const dots = mirrored ? drawn.dots.map((dot) => flip(dot, width)) : drawn.dots;
  return { ...page, words: [...page.words, ...bulletsOf(dots, page.words)] };
}

function flip<T extends { readonly x0: number; readonly x1: number }>(box: T, width: number): T {
  return { ...box, x0: width - box.x1, x1: width - box.x0 };
}

/** Small shapes that stand right before the first word of a line. */
function bulletsOf(dots: readonly Rule[], words: readonly Word[]): Word[] {
  if (dots.length > 2000) return [];
  const bullets: Word[] = [];
  for (const { x0, y0, x1, y1 } of dots) {
    const middle = (y0 + y1) / 2;
    const beside = words.filter(
      ({ y, size }) => middle < y + 0.1 * size && middle > y - 0.9 * size,
    );
    const after = beside.filter((word) => word.x0 > x1 - 0.5);
    const next = after.reduce<Word | null>(
      (one, word) => (one === null || word.x0 < one.x0 ? word : one),
      null,
    );
    if (next === null || next.x0 - x1 > 2.5 * next.size || y1 - y0 > 0.8 * next.size) continue;
    // A line under a raised number.
    if (x1 - x0 > 2.5 * (y1 - y0)) continue;
    if (beside.some((word) => word.x0 <= x1 - 0.5 && word.x1 > x0 - 1.2 * next.size)) continue;
    const { y, size, mark, piece } = next;
    bullets.push({ units: ['•'], x0, x1, y, size, bold: false, mark, piece, drawn: true });
  }
  return bullets;
}

/** The size that most letters have, in points. */
export function bodySize(pages: readonly Page[]): number {
  const counts = new Map<number, number>();
  for (const { words } of pages)
    for (const { size, units } of words) {
      const key = Math.round(size * 4) / 4;
      counts.set(key, (counts.get(key) ?? 0) + units.length);
    }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 10;
}

/** True where more than half of the letters are bold. */
export function isAllBold(pages: readonly Page[]): boolean {
  let [bold, all] = [0, 0];
  for (const { words } of pages)
    for (const word of words) {
      all += word.units.length;
      if (word.bold) bold += word.units.length;
    }
  return bold * 2 > all;
}
