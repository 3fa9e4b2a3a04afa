/** The words of all pages that are text, without running heads, page numbers and notes. */
import { contentsOf } from './contents.js';
import type { Facts } from './facts.js';
import { furnitureOf } from './furniture.js';
import type { Furniture } from './furniture.js';
import { vocabularyOf } from './hyphens.js';
import { textOf } from './lines.js';
import { noteNumbers, partNotes, withoutReferences } from './notes.js';
import type { Parted } from './notes.js';
import type { DrawnPage } from './open.js';
import { bodySize, isAllBold, pageOf } from './pages.js';
import type { Line, Page, Word } from './types.js';
import type { LostMarks } from './words.js';

/** All pages, what was taken off them, and what is left. */
export interface TextPages {
  readonly furniture: readonly Furniture[];
  readonly parted: readonly Parted[];
  readonly pages: readonly Page[];
  /** Font size of most of the text, in points. */
  readonly body: number;
}

/**
 * Takes everything off the pages that is no running text.
 * @param isNote words that the file itself names as a note's: they are no running head, however often they stand there
 */
export function textPages(
  drawn: readonly DrawnPage[],
  mirrored: boolean,
  lost: LostMarks,
  part: (page: Page, body: number) => Parted = partNotes,
  isNote: (word: Word, page: Page) => boolean = () => false,
): TextPages {
  const all = drawn.map((page) => pageOf(page, mirrored, lost));
  const contents = contentsOf(all, mirrored).map((line): Furniture => ({
    ...line,
    reason: 'navigation',
  }));
  const free = all.map((page) => ({
    ...page,
    words: page.words.filter((word) => !isNote(word, page)),
  }));
  const furniture = [...furnitureOf(free, mirrored, bodySize(all)), ...contents];
  const gone = new Set<Word>(furniture.flatMap(({ words }) => words));
  const kept = all.map((page) => ({
    ...page,
    words: page.words.filter((word) => !gone.has(word)),
  }));
  const body = bodySize(kept);
  const parted = kept.map((page) => part(page, body));
  const numbers = noteNumbers(parted);
  const pages = parted.map(({ page }) => withoutReferences(page, numbers, body));
  return { furniture, parted, pages, body };
}

/** What is known of the document as a whole, from its lines. */
export function factsOf(
  { pages, body }: TextPages,
  lines: Iterable<Line>,
  mirrored: boolean,
): Facts {
  const texts = [...lines].map(({ words }) => textOf(words, mirrored));
  return { mirrored, vocabulary: vocabularyOf(texts), body, allBold: isAllBold(pages) };
}
