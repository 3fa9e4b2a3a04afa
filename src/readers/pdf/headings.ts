/** Which paragraphs are headings, and of which rank: by print alone. */
import type { Facts } from './facts.js';
import type { Part } from './layout.js';
import type { Paragraph } from './paragraphs.js';

/** Tells headings of running text. */
export interface Headings {
  /** Rank from 1, or null for a paragraph that is none. */
  readonly levelOf: (paragraph: Paragraph) => number | null;
  /** The same by size alone. */
  readonly titleLevel: (paragraph: Paragraph) => number | null;
}

/** Print larger than the body's by this much is a heading's. */
const LARGER = 1.1;
const LONGEST = 250;

/** Ranks the sizes that are larger than the body's. */
export function createHeadings(parts: readonly Part[], { body, allBold }: Facts): Headings {
  const sizes = new Set<number>();
  for (const part of parts)
    if (part.kind === 'text')
      for (const { size } of part.lines) if (size > LARGER * body) sizes.add(keyOf(size));
  const ranks = [...sizes].sort((a, b) => b - a);
  const titleLevel = ({ size, text, marker }: Paragraph): number | null => {
    if (text.length > LONGEST || !/\p{L}/u.test(text)) return null;
    if (marker !== undefined && !/[\p{L}\p{Nd}]/u.test(marker)) return null;
    return size > LARGER * body ? Math.min(6, ranks.indexOf(keyOf(size)) + 1) : null;
  };
  return {
    titleLevel,
    levelOf: (paragraph) => {
      const { bold, text, marker } = paragraph;
      const level = titleLevel(paragraph);
      if (level !== null) return level;
      if (text.length > LONGEST || !/\p{L}/u.test(text)) return null;
      if (marker !== undefined && !/[\p{L}\p{Nd}]/u.test(marker)) return null;
      const asks = /[?؟:;,،]\s*$/u.test(text);
      if (!bold || allBold || asks || /\p{L}{3}[.]\s*$/u.test(text)) return null;
      return Math.min(6, ranks.length + 1);
    },
  };
}

function keyOf(size: number): number {
  return Math.round(size * 2);
}
