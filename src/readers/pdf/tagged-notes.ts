/** Notes at the end of a document: browsers print them as any other text, and only their numbers tell them. */
import { isSpace } from './interpret.js';
import type { Pieced } from './tagged-words.js';
import type { TagBlock, TagPage } from './tagged-tree.js';
import { blocksIn } from './tagged-tree.js';
import type { Glyph } from './types.js';

/** Blocks that may stand after the last note. */
const AFTER = 4;

/**
 * The last blocks of a document that are numbered from 1 to the last of the
 * small raised numbers that its text holds.
 */
export function endNotes(
  parts: readonly Pieced[],
  tags: readonly TagPage[],
): ReadonlySet<TagBlock> {
  const none = new Set<TagBlock>();
  const referred = new Set(parts.flatMap(references));
  if (referred.size === 0) return none;
  const openings = openingsOf(parts, tags);
  const blocks = tags
    .flatMap(({ items }) => blocksIn(items))
    .filter((block) => openings.has(block));
  const last = blocks.findLastIndex((block) => openings.get(block) === referred.size);
  if (last < blocks.length - 1 - AFTER) return none;
  const found = blocks.slice(Math.max(0, last + 1 - referred.size), last + 1);
  const numbered = found.every((block, at) => openings.get(block) === at + 1);
  const all = found.every((_, at) => referred.has(at + 1));
  return numbered && all && found.length === referred.size ? new Set(found) : none;
}

/** In right-to-left text brackets may be drawn mirrored. */
const NUMBER = /^[[\](]?(\d{1,3})[[\])]?[.)]?$/u;

/** Small raised numbers beside larger signs; in right-to-left text they may be drawn before them. */
function references({ page }: Pieced): number[] {
  const after = numbersAfter(page.glyphs, (digits) => digits);
  const before = numbersAfter([...page.glyphs].reverse(), (digits) =>
    [...digits].reverse().join(''),
  );
  return [...after, ...before];
}

function numbersAfter(glyphs: readonly Glyph[], ordered: (digits: string) => string): number[] {
  const found: number[] = [];
  let [base, digits] = [undefined as Glyph | undefined, ''];
  const flush = (): void => {
    const number = NUMBER.exec(ordered(digits))?.[1];
    if (number !== undefined) found.push(Number(number));
    digits = '';
  };
  for (const glyph of glyphs) {
    if (base !== undefined && isRaised(base, glyph)) {
      digits += glyph.text.trim();
      continue;
    }
    flush();
    if (!isSpace(glyph.text)) base = glyph;
  }
  flush();
  return found;
}

function isRaised(base: Glyph, { piece, size, y }: Glyph): boolean {
  const up = base.y - y;
  return (
    piece !== undefined &&
    piece === base.piece &&
    size < 0.88 * base.size &&
    up > 0.1 * base.size &&
    up < 0.7 * base.size
  );
}

/** The number that each block opens with, 0 for none; what is drawn first need not be read first. */
function openingsOf(
  parts: readonly Pieced[],
  tags: readonly TagPage[],
): ReadonlyMap<TagBlock, number> {
  const numbers = new Map<TagBlock, number>();
  parts.forEach(({ page }, at) => {
    const texts = new Map<number, string>();
    for (const { mark, text } of page.glyphs) {
      const own = texts.get(mark) ?? '';
      if (own.length < 12) texts.set(mark, own + text);
    }
    for (const block of blocksIn(tags[at]!.items)) {
      const head = block.marks.map((mark) => texts.get(mark) ?? '').join('');
      if (head !== '') numbers.set(block, openingOf(head));
    }
  });
  return numbers;
}

function openingOf(head: string): number {
  const opening = /^\s*([[\](]?\d{1,3}[[\])]?[.)]?)(?=[\s\p{L}«“"(.])/u.exec(head)?.[1] ?? '';
  return Number(NUMBER.exec(opening)?.[1] ?? 0);
}
