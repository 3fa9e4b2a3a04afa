/** Brings the words of a page to the blocks that its tags name. */
import { isSpace } from './interpret.js';
import { linesOf } from './lines.js';
import type { DrawnPage } from './open.js';
import type { TagBlock, TagItem, TagPage } from './tagged-tree.js';
import { blocksIn } from './tagged-tree.js';
import type { Glyph, Line, Page, Word } from './types.js';

/** A block with its lines, in reading order. */
export interface LaidBlock {
  readonly kind: 'block';
  readonly tag: TagBlock;
  readonly lines: readonly Line[];
}

/** A cell with words. */
export interface LaidCell {
  /** Place in its row, from 0. */
  readonly at: number;
  readonly head: boolean;
  readonly blocks: readonly LaidBlock[];
}

/** A row with words. */
export interface LaidRow {
  /** Place in its table, from 0. */
  readonly at: number;
  /** Cells of the row, those without words counted. */
  readonly width: number;
  readonly cells: readonly LaidCell[];
}

/** A table, or a page's part of it. */
export interface LaidTable {
  readonly kind: 'table';
  readonly shape: string;
  readonly rows: readonly LaidRow[];
}

export type LaidItem = LaidBlock | LaidTable;

/** A page's signs, each with the piece of a block that it is part of. */
export interface Pieced {
  readonly page: DrawnPage;
  /** The block of each piece. */
  readonly blocks: readonly TagBlock[];
}

/** How far up the next sign of a block stands, in sizes, where the block goes on in another column. */
const JUMP = 0.9;

/** Cuts the words of each block to pieces that run down the page, and tells each sign its piece. */
export function pieced(page: DrawnPage, tags: TagPage): Pieced {
  const byMark = new Map<number, number[]>();
  page.glyphs.forEach(({ mark }, at) => {
    const own = byMark.get(mark);
    if (own === undefined) byMark.set(mark, [at]);
    else own.push(at);
  });
  const pieces: (number | undefined)[] = [];
  const blocks: TagBlock[] = [];
  for (const block of [...blocksIn(tags.items), ...tags.notes]) {
    let low = Infinity;
    for (const mark of block.marks) {
      for (const at of byMark.get(mark) ?? []) {
        const glyph = page.glyphs[at]!;
        if (isSpace(glyph.text) && low === Infinity) continue;
        if (low === Infinity || glyph.y < low - JUMP * glyph.size) {
          blocks.push(block);
          low = glyph.y;
        }
        low = Math.max(low, glyph.y);
        pieces[at] = blocks.length - 1;
      }
      byMark.delete(mark);
    }
  }
  const glyphs = page.glyphs.map((glyph, at): Glyph => {
    const piece = pieces[at];
    return piece === undefined ? glyph : { ...glyph, piece };
  });
  return { page: { ...page, glyphs }, blocks };
}

/** Lays the words of all pages out as their tags say; lines of newspaper columns are moved under each other. */
export function layOut(
  pages: readonly Page[],
  tags: readonly TagPage[],
  blocks: readonly (readonly TagBlock[])[],
): LaidItem[][] {
  const counter: Counter = { strip: 0, frames: [] };
  const laid = pages.map((page, at) =>
    laidItems(tags[at]!.items, linesByBlock(page, blocks[at]!), counter),
  );
  const shifts = shiftsOf(counter.frames);
  return shifts.size === 0 ? laid : laid.map((items) => items.map((item) => moved(item, shifts)));
}

interface Frame {
  readonly strip: number;
  readonly jumped: boolean;
  x0: number;
}

interface Counter {
  strip: number;
  /** Strips of running text, outside tables. */
  readonly frames: Frame[];
}

type Lines = ReadonlyMap<TagBlock, readonly (readonly Line[])[]>;

/** The lines of each piece of each block. */
function linesByBlock(page: Page, blocks: readonly TagBlock[]): Lines {
  const words = new Map<number, Word[]>();
  for (const word of page.words) {
    if (word.piece === undefined) continue;
    const own = words.get(word.piece);
    if (own === undefined) words.set(word.piece, [word]);
    else own.push(word);
  }
  const lines = new Map<TagBlock, Line[][]>();
  blocks.forEach((block, piece) => {
    const own = words.get(piece);
    if (own === undefined) return;
    const found = lines.get(block) ?? [];
    found.push(linesOf(own, page.number));
    lines.set(block, found);
  });
  return lines;
}

function laidItems(items: readonly TagItem[], lines: Lines, counter: Counter): LaidItem[] {
  const laid: LaidItem[] = [];
  let run: TagBlock[] = [];
  const flush = (): void => {
    laid.push(...laidBlocks(run, lines, counter, true));
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'block') {
      run.push(item);
      continue;
    }
    flush();
    const rows = item.rows.map(({ at, width, cells }): LaidRow => {
      const filled = cells
        .map((cell) => ({ ...cell, blocks: laidBlocks(cell.blocks, lines, counter, false) }))
        .filter(({ blocks }) => blocks.length > 0);
      return { at, width, cells: filled };
    });
    const filled = rows.filter(({ cells }) => cells.length > 0);
    if (filled.length > 0) laid.push({ kind: 'table', shape: item.shape, rows: filled });
  }
  flush();
  return laid;
}

/** Blocks that stand one under the other; where one stands higher than the one before it, a new strip begins. */
function laidBlocks(
  blocks: readonly TagBlock[],
  lines: Lines,
  counter: Counter,
  running: boolean,
): LaidBlock[] {
  let low = Infinity;
  const open = (jumped: boolean): void => {
    counter.strip++;
    if (running) counter.frames.push({ strip: counter.strip, jumped, x0: Infinity });
  };
  return blocks.flatMap((tag): LaidBlock[] => {
    const own: Line[] = [];
    for (const piece of lines.get(tag) ?? []) {
      const first = piece[0]!;
      if (low === Infinity || first.y < low - first.size) open(low !== Infinity);
      low = piece.at(-1)!.y;
      const frame = running ? counter.frames.at(-1) : undefined;
      for (const line of piece) {
        if (frame !== undefined) frame.x0 = Math.min(frame.x0, line.x0);
        own.push({ ...line, strip: counter.strip });
      }
    }
    return own.length === 0 ? [] : [{ kind: 'block', tag, lines: own }];
  });
}

/** Left edges this near, in points, are those of one newspaper column. */
const SAME_COLUMN = 40;

/** How far the lines of a strip are to be moved so that all columns stand at one place. */
function shiftsOf(frames: readonly Frame[]): ReadonlyMap<number, number> {
  const jumped = frames.filter((frame) => frame.jumped);
  const left = Math.min(...frames.filter((frame) => !frame.jumped).map(({ x0 }) => x0));
  const shifts = new Map<number, number>();
  for (const { strip, x0 } of jumped) {
    const edge = Math.min(
      ...jumped.map((one) => one.x0).filter((one) => Math.abs(one - x0) < SAME_COLUMN),
    );
    if (Number.isFinite(left) && edge > left + SAME_COLUMN) shifts.set(strip, edge - left);
  }
  return shifts;
}

function moved(item: LaidItem, shifts: ReadonlyMap<number, number>): LaidItem {
  if (item.kind === 'table') return item;
  const lines = item.lines.map((line): Line => {
    const shift = shifts.get(line.strip) ?? 0;
    if (shift === 0) return line;
    const words = line.words.map((word) => ({ ...word, x0: word.x0 - shift, x1: word.x1 - shift }));
    return { ...line, words, x0: line.x0 - shift, x1: line.x1 - shift };
  });
  return { ...item, lines };
}

/** All lines of some items. */
export function* linesOfItems(items: readonly LaidItem[]): Generator<Line> {
  for (const item of items)
    if (item.kind === 'block') yield* item.lines;
    else
      for (const { cells } of item.rows)
        for (const { blocks } of cells) for (const { lines } of blocks) yield* lines;
}
