/** Tells whether the tags of a file say more than the places of its words do. */
import { textOf } from './lines.js';
import type { Layout } from './layout.js';
import type { LaidBlock, LaidItem } from './tagged-words.js';
import type { Line, Page, Word } from './types.js';

/** Share of a document's letters that may stand outside its tags. */
const MOST_OUTSIDE = 0.005;
/** Share of blocks that may stand above the one before them, or begin in the middle of a sentence. */
const MOST_ODD = 0.05;

/**
 * True where nearly all words are tagged, the tags name more than paragraphs,
 * and their order is one in which a document can be read.
 * @param outside words that are in no block and no running head
 */
export function isTrusted(
  pages: readonly Page[],
  outside: readonly Word[],
  items: readonly LaidItem[],
  layout: () => Layout,
): boolean {
  const all = lettersOf(pages.flatMap(({ words }) => words));
  if (all === 0 || lettersOf(outside) > MOST_OUTSIDE * all) return false;
  const blocks = items.flatMap((item): LaidBlock[] =>
    item.kind === 'block'
      ? [item]
      : item.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks)),
  );
  const running = items.filter((item): item is LaidBlock => item.kind === 'block');
  if (!isStructured(running, blocks)) return false;
  if (oddMoves(running) > MOST_ODD * running.length + 1) return false;
  const flows = [running, ...cellFlows(items)];
  if (sum(flows, cutSentences) > MOST_ODD * blocks.length + 1) return false;
  if (sum(flows, brokenLines) > MOST_ODD * blocks.length + 1) return false;
  const tabled = items.some(
    (item) => item.kind === 'table' && item.rows.some(({ width }) => width > 1),
  );
  return tabled || movesBack(running) === 0 || !layout().parts.some(isTable);
}

/** Part of the blocks that run over several lines, where paragraphs and not lines are tagged. */
const MANY_LINES = 0.25;

/** True where the tags name tables, lists or headings, or at least paragraphs. */
function isStructured(running: readonly LaidBlock[], blocks: readonly LaidBlock[]): boolean {
  if (running.length < blocks.length) return true;
  if (blocks.some(({ tag }) => tag.role === 'heading' || tag.depth >= 0)) return true;
  return blocks.filter(({ lines }) => lines.length > 1).length > MANY_LINES * blocks.length;
}

function lettersOf(words: readonly Word[]): number {
  let letters = 0;
  for (const { units, drawn } of words) if (drawn !== true) letters += units.length;
  return letters;
}

function isTable(part: Layout['parts'][number]): boolean {
  if (part.kind === 'text') return false;
  if (part.kind === 'grid') return part.edges.length > 2;
  return part.stretches.some(
    ({ columns }) => columns.filter((lines) => lines.length > 0).length > 1,
  );
}

interface Box {
  readonly page: number;
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf({ lines }: LaidBlock): Box {
  return {
    page: lines[0]!.page,
    x0: Math.min(...lines.map(({ x0 }) => x0)),
    x1: Math.max(...lines.map(({ x1 }) => x1)),
    top: lines[0]!.y,
    bottom: lines.at(-1)!.y,
  };
}

function pairs(blocks: readonly LaidBlock[]): (readonly [Box, Box, number])[] {
  const boxes = blocks.map(boxOf);
  return boxes
    .slice(1)
    .map((box, at) => [boxes[at]!, box, blocks[at]!.lines[0]!.size] as const)
    .filter(([before, box]) => before.page === box.page);
}

/** Blocks that stand above the block before them and not beside it. */
function oddMoves(blocks: readonly LaidBlock[]): number {
  return pairs(blocks).filter(
    ([before, box, size]) =>
      box.top < before.top - size && box.x0 < before.x1 - size && box.x1 > before.x0 + size,
  ).length;
}

/** Blocks that stand left of the block before them and lower: in newspaper columns there are none, in rows of a table one a row. */
function movesBack(blocks: readonly LaidBlock[]): number {
  return pairs(blocks).filter(([before, box]) => box.x1 < before.x0 && box.top > before.top).length;
}

/** The blocks of each cell. */
function cellFlows(items: readonly LaidItem[]): (readonly LaidBlock[])[] {
  return items.flatMap((item) =>
    item.kind === 'block'
      ? []
      : item.rows.flatMap(({ cells }) => cells.map(({ blocks }) => blocks)),
  );
}

function sum(
  flows: readonly (readonly LaidBlock[])[],
  count: (blocks: readonly LaidBlock[]) => number,
): number {
  return flows.reduce((all, blocks) => all + count(blocks), 0);
}

/** Blocks that begin on the line on which the block before them ends: words tagged as paragraphs. */
function brokenLines(blocks: readonly LaidBlock[]): number {
  return blocks.filter(({ tag, lines }, at) => {
    const last = blocks[at - 1]?.lines.at(-1);
    const first = lines[0]!;
    if (last === undefined || tag.labelled || last.page !== first.page) return false;
    const gap = Math.min(Math.abs(first.x0 - last.x1), Math.abs(last.x0 - first.x1));
    return Math.abs(first.y - last.y) < 0.3 * first.size && gap < first.size;
  }).length;
}

/** A word of two letters or more: a bullet "o" and a label "a)" continue no sentence. */
const SMALL_WORD = /^\p{Ll}[\p{L}\p{M}’'-]+(?:[\s,.;:]|$)/u;

/** Blocks that begin with a small letter after one that has not ended: lines tagged as paragraphs. */
function cutSentences(blocks: readonly LaidBlock[]): number {
  const edge = (lines: readonly Line[], at: number): string => {
    const line = lines.at(at);
    return line === undefined ? '' : textOf(line.words, false);
  };
  return blocks.filter(({ tag, lines }, at) => {
    const before = blocks[at - 1];
    if (before === undefined || tag.role === 'heading' || tag.labelled) return false;
    if (lines[0]!.page !== before.lines.at(-1)!.page) return false;
    return SMALL_WORD.test(edge(lines, 0)) && /[\p{L},]$/u.test(edge(before.lines, -1));
  }).length;
}
