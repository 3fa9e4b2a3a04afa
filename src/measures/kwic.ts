/** Key words in context. */
import { foldSpace } from '../model/text.js';
import type { Span } from '../model/types.js';

/** One place of a word, with what stands left and right of it. */
export interface Kwic {
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

/** The words around a span, at most `width` characters on each side, cut at a space. */
export function kwicOf(text: string, [start, end]: Span, width: number): Kwic {
  const left = foldSpace(text.slice(Math.max(0, start - width - 1), start));
  const right = foldSpace(text.slice(end, end + width + 1));
  return {
    left: start > width ? left.replace(/^\S*\s+/u, '') : left,
    match: foldSpace(text.slice(start, end)),
    right: text.length > end + width ? right.replace(/\s+\S*$/u, '') : right,
  };
}
