/** Reads pages by the structure tree of a tagged file. */
import { createBuilder } from '../builder.js';
import type { Dropped } from '../types.js';
import type { ReadPages } from './by-place.js';
import { ARTIFACT } from './interpret.js';
import { layoutOf } from './layout.js';
import { linesOf, textOf } from './lines.js';
import { notesOf, partNotes } from './notes.js';
import type { Parted } from './notes.js';
import type { DrawnPage } from './open.js';
import { composeTagged } from './tagged-compose.js';
import { joinPages } from './tagged-join.js';
import { endNotes } from './tagged-notes.js';
import type { TagBlock, TagPage } from './tagged-tree.js';
import { isTrusted } from './tagged-trust.js';
import { layOut, linesOfItems, pieced } from './tagged-words.js';
import { factsOf, textPages } from './text-pages.js';
import type { Page, Word } from './types.js';
import type { LostMarks } from './words.js';

const NO_TAGS: TagPage = { items: [], notes: [] };

/** Follows the tags; null where there are none, or none that can be trusted. */
export function readByTags(
  drawn: readonly DrawnPage[],
  mirrored: boolean,
  lost: LostMarks,
): ReadPages | null {
  if (drawn.every(({ tags }) => tags === null)) return null;
  const tags = drawn.map((page) => page.tags ?? NO_TAGS);
  const parts = drawn.map((page, at) => pieced(page, tags[at]!));
  const blocks = parts.map((one) => one.blocks);
  const tagged = tags.some(({ notes }) => notes.length > 0);
  const ends = tagged ? new Set<TagBlock>() : endNotes(parts, tags);
  const isNote = ({ piece }: Word, { number }: Page): boolean => {
    const block = piece === undefined ? undefined : blocks[number - 1]?.[piece];
    return block !== undefined && (block.role === 'note' || ends.has(block));
  };
  const part = (page: Page, body: number): Parted =>
    tagged || ends.size > 0 ? taggedNotes(page, isNote) : partNotes(page, body);
  const found = textPages(
    parts.map(({ page }) => page),
    mirrored,
    lost,
    part,
    isNote,
  );
  const isText = (word: Word, page: Page): boolean => roleOf(word, page, blocks) === 'text';
  const pages = found.pages.map((page) => ({
    ...page,
    words: page.words.filter((word) => isText(word, page)),
  }));
  const { items, dropped } = joinPages(layOut(pages, tags, blocks), mirrored);
  const known = new Set([...linesOfItems(items)].map((line) => textOf(line.words, mirrored)));
  const left = found.pages.flatMap((page) => leftOut(page, blocks, known, mirrored));
  const outside = left.flatMap(({ told, words }) => (told ? [] : words));
  if (!isTrusted(found.pages, outside, items, () => layoutOf(found.pages, found.body))) return null;
  const facts = factsOf({ ...found, pages }, linesOfItems(items), mirrored);
  const notes = found.parted.flatMap((one) => notesOf(one, mirrored, facts.vocabulary));
  const builder = createBuilder();
  composeTagged(items, facts, notes, builder, drawn.length);
  return {
    ...builder.finish(),
    dropped: [
      ...found.furniture.map(({ reason, text, page }) => ({
        reason,
        text: text.slice(0, 200),
        page,
      })),
      ...dropped,
      ...left.map(({ reason, text, page }) => ({ reason, text, page })),
    ],
  };
}

type Blocks = readonly (readonly TagBlock[])[];

function roleOf(word: Word, { number }: Page, blocks: Blocks): 'text' | 'contents' | 'outside' {
  if (word.piece === undefined) return 'outside';
  return blocks[number - 1]?.[word.piece]?.role === 'contents' ? 'contents' : 'text';
}

function taggedNotes(page: Page, isNote: (word: Word, page: Page) => boolean): Parted {
  const words = page.words.filter((word) => !isNote(word, page));
  return { page: { ...page, words }, notes: page.words.filter((word) => isNote(word, page)) };
}

interface LeftOut extends Dropped {
  readonly page: number;
  readonly words: readonly Word[];
  /** The file itself says that the words are no part of its text. */
  readonly told: boolean;
}

/** Part of a page's height at its upper and lower edge where heads and feet stand. */
const EDGE = 0.15;

/** Lines that no tag names, or that are a table of contents. */
function leftOut(
  page: Page,
  blocks: Blocks,
  known: ReadonlySet<string>,
  mirrored: boolean,
): LeftOut[] {
  const of = (role: string): Word[] =>
    page.words.filter((one) => roleOf(one, page, blocks) === role);
  const contents = linesOf(of('contents'), page.number).map((line) => ({
    ...line,
    reason: 'navigation' as const,
    told: true,
  }));
  const others = linesOf(of('outside'), page.number).map((line) => {
    const repeated = known.has(textOf(line.words, mirrored));
    const edge = line.y < EDGE * page.height || line.y > (1 - EDGE) * page.height;
    const reason = repeated ? 'repeated header row' : edge ? 'running head' : 'decoration';
    const artifact = line.words.every(({ mark }) => mark === ARTIFACT);
    return { ...line, reason, told: artifact && (repeated || edge) } as const;
  });
  return [...contents, ...others].map(({ words, reason, told }) => ({
    page: page.number,
    reason,
    told,
    words,
    text: textOf(words, mirrored).slice(0, 200),
  }));
}
