import type { Block, CellPlace } from '../model/types.js';

/** What a reader says of a block before its place in the text is known. */
export interface BlockSketch {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'note';
  readonly text: string;
  readonly level?: number | undefined;
  readonly marker?: string | undefined;
  readonly cell?: CellPlace | undefined;
  /** Page number from 1. */
  readonly page?: number | undefined;
  /** Where else in the file it stands ("Answers!C5"). */
  readonly at?: string | undefined;
  /** True when the source leaves an empty line, or ends a list, before the block. */
  readonly apart?: boolean | undefined;
}

/** Collects a document's text and blocks in reading order. */
export interface Builder {
  /** Adds a block; one without words is left out. */
  readonly add: (sketch: BlockSketch) => void;
  /** Marks the end of a page. */
  readonly page: () => void;
  readonly finish: () => { text: string; blocks: Block[] };
}

/** Characters that steer the direction of writing, or nothing, and are no part of the words. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffc]/gu;

/** Lists deeper than this are layout gone wrong; their items stay at this depth. */
const MAX_LEVEL = 31;

/** White space and invisible marks folded away. */
export function clean(text: string): string {
  // Most texts are clean: to look is far cheaper than to replace every space by itself.
  const visible = text.replace(INVISIBLE, '');
  return (/\s\s|[^\S ]/u.test(visible) ? visible.replace(/\s+/gu, ' ') : visible).trim();
}

/**
 * Makes a builder. Each block becomes one line of the text, its marker before
 * it; an empty line stands where the source sets blocks apart.
 */
export function createBuilder(): Builder {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  const write = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  return {
    add: (sketch) => {
      const text = clean(sketch.text);
      if (text === '') return;
      if (length > 0) write(sketch.apart === true ? '\n\n' : '\n');
      if (sketch.marker !== undefined) write(`${sketch.marker} `);
      blocks.push(blockAt(sketch, length, text.length));
      write(text);
    },
    page: () => {
      if (blocks.at(-1)?.kind !== 'page') blocks.push({ kind: 'page', span: [length, length] });
    },
    finish: () => ({ text: parts.join(''), blocks }),
  };
}

function blockAt(sketch: BlockSketch, start: number, length: number): Block {
  return {
    kind: sketch.kind,
    span: [start, start + length],
    ...(sketch.level === undefined ? {} : { level: Math.min(sketch.level, MAX_LEVEL) }),
    ...(sketch.marker === undefined ? {} : { marker: sketch.marker }),
    ...(sketch.cell === undefined ? {} : { cell: sketch.cell }),
    ...(sketch.page === undefined ? {} : { page: sketch.page }),
    ...(sketch.at === undefined ? {} : { at: sketch.at }),
  };
}
