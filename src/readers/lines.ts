import type { CellPlace } from '../model/types.js';
import { joinPieces } from '../model/text.js';
import type { Builder } from './builder.js';
import { clean } from './builder.js';
import { parseMarker, splitInline } from './markers.js';

/** A line of words on its way to become a block, or a part of one. */
export interface Line {
  readonly text: string;
  /** Columns of white space before the words. */
  readonly indent: number;
  /** True when an empty line, or another kind of border, stands before it. */
  readonly apart: boolean;
  readonly cell?: CellPlace | undefined;
  /** Page number from 1. */
  readonly page?: number | undefined;
  /** Where else in the file it stands. */
  readonly at?: string | undefined;
  /** A list tag opened right before the words. */
  readonly listed?: boolean | undefined;
  /** An item tag opened right before the words. */
  readonly item?: boolean | undefined;
  /** The depth that the format states; else indentation tells it. */
  readonly level?: number | undefined;
  /** The number that the format gives the item, where its words have none. */
  readonly marker?: string | undefined;
}

/** Makes blocks of lines: joins wrapped ones, opens items at markers, tells their depth. */
export interface Composer {
  readonly line: (line: Line) => void;
  /** Ends the block that is open, so that the next line cannot join it. */
  readonly close: () => void;
  /** Forgets the depths of the lists before. */
  readonly reset: () => void;
}

interface Open {
  readonly marker: string | undefined;
  readonly level: number | undefined;
  readonly indent: number;
  readonly apart: boolean;
  readonly cell: CellPlace | undefined;
  readonly page: number | undefined;
  readonly at: string | undefined;
  readonly item: boolean;
  readonly pieces: string[];
}

/** @param width columns at which the source wraps its lines; 0 when it does not */
export function createComposer(builder: Builder, width: number): Composer {
  let open: Open | null = null;
  const depths = createDepths();
  const close = (): void => {
    if (open === null) return;
    const { item, marker, level, cell, page, at, apart, pieces } = open;
    const text = joinPieces(pieces.map(clean).filter((piece) => piece !== ''));
    const kind = item ? 'item' : 'paragraph';
    builder.add({ kind, text, marker, level, cell, page, at, apart });
    open = null;
  };
  const start = (line: Line, marker: string | null, text: string, apart: boolean): void => {
    close();
    const item = marker !== null || line.item === true;
    const level = item ? depths.item(line, marker, apart) : depths.paragraph(line);
    const written = marker ?? (line.item === true ? line.marker : undefined);
    open = {
      marker: written,
      level,
      indent: line.indent,
      apart,
      cell: line.cell,
      page: line.page,
      at: line.at,
      item,
      pieces: [text],
    };
  };
  return {
    line: (read) => {
      const line = isRing(read, open) ? withRing(read) : read;
      const marked = parseMarker(line.text);
      if (marked === null && open !== null && continues(open, line, width)) {
        open.pieces.push(line.text);
        return;
      }
      splitInline(line.text, line.listed === true).forEach((stretch, at) =>
        start(
          at === 0 ? line : { ...line, item: stretch.marker !== null },
          stretch.marker,
          stretch.text,
          at === 0 && line.apart,
        ),
      );
    },
    close,
    reset: () => {
      close();
      depths.reset();
    },
  };
}

/**
 * An indented "o" before a small letter is a bullet where the line above has
 * ended; elsewhere it may be a word (Portuguese "o", Spanish "o").
 */
function isRing(line: Line, open: Open | null): boolean {
  if (line.indent < 2 || !/^\s*o\s\p{Ll}/u.test(line.text.slice(0, 200))) return false;
  const last = (open?.pieces.at(-1) ?? '').trim();
  return last === '' || /[:;.]$/u.test(last);
}

/** Two spaces after the ring: what the markers know as a bullet. */
function withRing(line: Line): Line {
  return { ...line, text: line.text.replace(/o\s/u, 'o  ') };
}

/** True when the line goes on with the block that is open above it. */
function continues(open: Open, line: Line, width: number): boolean {
  if (line.apart || line.item === true || line.level !== undefined || open.cell !== line.cell)
    return false;
  const last = (open.pieces.at(-1) ?? '').trim();
  const next = line.text.trim();
  const ended = /[.;:!?؟؛…。]["»”’)\]]{0,2}$/u.test(last);
  if (!ended && /^[\p{Ll},;)]/u.test(next)) return true;
  if (open.item && line.indent > open.indent) return !/:$/u.test(last);
  if (width === 0) return false;
  const firstWord = next.search(/\s/u) < 0 ? next.length : next.search(/\s/u);
  const filled = open.indent + last.length + 1 + firstWord > width - 4;
  return filled && !/:$/u.test(last);
}

interface Depths {
  readonly item: (line: Line, marker: string | null, apart: boolean) => number;
  readonly paragraph: (line: Line) => number | undefined;
  readonly reset: () => void;
}

/**
 * Depth by indentation for free lines, by list tags and known markers inside
 * the cells of a row, by what the format says where it says so.
 */
function createDepths(): Depths {
  let indents: number[] = [];
  let inline: { markers: string[]; last: CellPlace } | null = null;
  const byIndent = (indent: number): number => {
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent + 1) indents.pop();
    if (indents.length === 0 || indent > (indents.at(-1) ?? 0) + 1) indents.push(indent);
    return indents.length - 1;
  };
  const byTag = (line: Line, marker: string, cell: CellPlace): number => {
    inline ??= { markers: [], last: cell };
    const fresh = inline.last !== cell || inline.markers.length === 0;
    inline.last = cell;
    const known = inline.markers.indexOf(marker);
    if (known >= 0) inline.markers.length = known + 1;
    else if (fresh || line.listed !== true)
      inline.markers[Math.max(0, inline.markers.length - 1)] = marker;
    else inline.markers.push(marker);
    return inline.markers.length - 1;
  };
  return {
    item: (line, marker) => {
      if (line.level !== undefined) return line.level;
      if (line.cell === undefined) return byIndent(line.indent);
      return byTag(line, shape(marker ?? 'li'), line.cell);
    },
    paragraph: (line) => {
      if (line.level !== undefined) return line.level;
      if (line.cell !== undefined || indents.length === 0) return undefined;
      const depth = byIndentOf(indents, line.indent);
      indents.length = depth + 1;
      const item = indents.at(-1);
      if (item !== undefined && line.indent <= item + 12) return depth;
      indents = [];
      return undefined;
    },
    reset: () => {
      indents = [];
      inline = null;
    },
  };
}

/** The depth of the innermost item whose words an indented paragraph stands under. */
function byIndentOf(indents: readonly number[], indent: number): number {
  return indents.filter((column) => column + 2 <= indent).length - 1;
}

/** Markers of one list have one shape: digits and letters of a sequence masked. */
function shape(marker: string): string {
  return marker.replace(/\p{Nd}+/gu, '1').replace(/[\p{L}]+/gu, 'a');
}
