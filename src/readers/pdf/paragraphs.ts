/** Lines to paragraphs and list items: wrapped lines joined, depths told by where markers stand. */
import { parseMarker } from '../markers.js';
import { joinLines } from './hyphens.js';
import type { Facts } from './facts.js';
import type { Vocabulary } from './hyphens.js';
import { textOf } from './lines.js';
import type { Line, Word } from './types.js';

/** A paragraph or item with where it stands. */
export interface Paragraph {
  readonly text: string;
  readonly marker: string | undefined;
  /** Depth of the list item that it is or is part of. */
  readonly level: number | undefined;
  readonly item: boolean;
  readonly page: number;
  readonly lastPage: number;
  readonly size: number;
  readonly bold: boolean;
  /** White space stands before it. */
  readonly apart: boolean;
  readonly first: Line;
  readonly last: Line;
}

/** What is known of a column of text. */
export interface Column {
  readonly mirrored: boolean;
  /** Where its widest line ends. */
  readonly right: number;
  /** The same for some strips, which are narrower. */
  readonly rightOfStrip?: ReadonlyMap<number, number>;
  readonly vocabulary: Vocabulary;
  /** What the file says of two lines: part of one paragraph, of two, or (undefined) nothing. */
  readonly joins?: (before: Line, line: Line) => boolean | undefined;
  /** Lines whose size is near this are the document's body. */
  readonly body: number;
}

/** Describes the column that some lines make. */
export function columnOf(lines: readonly Line[], { mirrored, vocabulary, body }: Facts): Column {
  return { mirrored, vocabulary, body, right: rightOf(lines) };
}

interface Read {
  readonly line: Line;
  readonly text: string;
  readonly marker: string | undefined;
  readonly rest: string;
  /** Where the words after the marker begin. */
  readonly textX: number;
}

interface Open {
  readonly reads: Read[];
  readonly apart: boolean;
  /** Where lines that go on begin; null until a second line tells. */
  goesOnAt: number | null;
}

/** Makes paragraphs of the lines of one column, which may run over pages. */
export function paragraphsOf(lines: readonly Line[], column: Column): Paragraph[] {
  const pitches = pitchOf(lines);
  const reads = lines.map((line) => readLine(line, column));
  const groups: Open[] = [];
  // Numbered lines may hang where bullets' do not.
  const hanging = new Set<boolean>();
  reads.forEach((read, at) => {
    const open = groups.at(-1);
    const next = reads[at + 1];
    const isNew = open !== undefined && hanging.has(isCounted(open)) && isOutdented(open, read);
    if (open !== undefined && !isNew && goesOn(open, read, next, column, pitches)) {
      open.reads.push(read);
      open.goesOnAt ??= read.line.x0;
      if (hangs(open)) hanging.add(isCounted(open));
    } else {
      const before = open?.reads.at(-1);
      const apart = before === undefined || isApart(before.line, read.line, pitches);
      groups.push({ reads: [read], apart, goesOnAt: null });
    }
  });
  return levelled(groups, column);
}

/** True for an item that a number or letter opens. */
function isCounted({ reads }: Open): boolean {
  return /[\p{L}\p{Nd}]/u.test(reads[0]!.marker ?? '');
}

/** True where an item's lines stand under its words, not under its bullet. */
function hangs({ reads, goesOnAt }: Open): boolean {
  const first = reads[0]!;
  return first.marker !== undefined && (goesOnAt ?? 0) > first.line.x0 + 0.35 * first.line.size;
}

/** Where items' lines stand under their words, a sentence under the bullet is no part of the item. */
function isOutdented({ reads, goesOnAt }: Open, { line, text }: Read): boolean {
  const first = reads[0]!;
  if (first.marker === undefined || goesOnAt !== null) return false;
  const ended = ENDED.test(reads.at(-1)!.text) && !/^[\p{Ll},;)]/u.test(text);
  return ended && line.x0 < first.line.x0 + 0.35 * line.size;
}

function readLine(line: Line, column: Column): Read {
  const text = textOf(line.words, column.mirrored);
  const [first, second] = line.words;
  const plain = { line, text, marker: undefined, rest: text, textX: line.x0 };
  if (first === undefined || second === undefined) return plain;
  const head = textOf([first], column.mirrored);
  // A lone "o" may be a bullet; where the line goes on with the one above it is a word.
  if (first.drawn === true || head === 'o') {
    const rest = textOf(line.words.slice(1), column.mirrored);
    return { line, text, marker: first.drawn === true ? '•' : 'o', rest, textX: second.x0 };
  }
  const marked = parseMarker(text) ?? tightMarker(text);
  if (marked === null) return plain;
  return {
    line,
    text,
    marker: marked.marker,
    rest: marked.rest,
    textX: afterMarker(line, marked.marker),
  };
}

/** True where a line begins with a bullet, a number or a letter of a list. */
export function opensWithMarker(line: Line, column: Column): boolean {
  return readLine(line, column).marker !== undefined;
}

/** A number so wide that it leaves no gap before its words ("11.Le"). */
function tightMarker(text: string): { marker: string; rest: string } | null {
  const found = /^(\p{Nd}{1,3}[.)]|\p{Lo}[-.)])(?=[\p{Lu}\p{Lo}«“])/u.exec(text.slice(0, 8))?.[1];
  return found === undefined ? null : { marker: found, rest: text.slice(found.length) };
}

function afterMarker(line: Line, marker: string): number {
  let letters = 0;
  const length = marker.replace(/\s/gu, '').length;
  for (const word of line.words) {
    if (letters >= length) return word.x0;
    letters += word.units.join('').length;
  }
  return line.x0;
}

/** The usual distance of baselines, by font size; sizes as whole tenths. */
export function pitchOf(lines: readonly Line[]): ReadonlyMap<number, number> {
  const counts = new Map<number, Map<number, number>>();
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before === undefined || before.strip !== line.strip || sizeKey(before) !== sizeKey(line))
      return;
    const gap = Math.round((line.y - before.y) * 2) / 2;
    if (gap <= 0 || gap > 2.4 * line.size) return;
    const own = counts.get(sizeKey(line)) ?? new Map<number, number>();
    counts.set(sizeKey(line), own.set(gap, (own.get(gap) ?? 0) + 1));
  });
  const pitches = new Map<number, number>();
  for (const [size, own] of counts) {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    // The smallest distance that is met often: paragraphs may be as many as lines.
    const often = [...own].filter(([, count]) => count * 5 >= all).map(([gap]) => gap);
    pitches.set(size, Math.min(...(often.length > 0 ? often : own.keys())));
  }
  return pitches;
}

/** A size as whole tenths of a point. */
function sizeKey({ size }: Line): number {
  return Math.round(size * 10);
}

export function isApart(before: Line, line: Line, pitches: ReadonlyMap<number, number>): boolean {
  if (before.strip !== line.strip) return false;
  const size = Math.max(before.size, line.size);
  const known = pitches.get(sizeKey(line)) ?? pitches.get(sizeKey(before)) ?? 1.2 * size;
  const pitch = Math.max(known, 0.9 * size);
  return line.y - before.y > 1.28 * pitch + 0.5 || line.y < before.y - 1;
}

/** A little more space than lines of one paragraph have: a border where a sentence has ended. */
function isSpaced(before: Line, line: Line, pitches: ReadonlyMap<number, number>): boolean {
  const pitch = pitches.get(sizeKey(line));
  return pitch !== undefined && line.y - before.y > pitch + Math.max(1.3, 0.13 * line.size);
}

const ENDED = /[.;:!?؟؛…。][\s"»”’)\]]{0,3}$/u;

function goesOn(
  open: Open,
  read: Read,
  next: Read | undefined,
  column: Column,
  pitches: ReadonlyMap<number, number>,
): boolean {
  const last = open.reads.at(-1)!;
  const [before, line] = [last.line, read.line];
  const told = column.joins?.(before, line);
  if (told !== undefined) return told && !isBroken(open, read, next, column, pitches);
  if (read.marker !== undefined && isMarker(open, read, next, column)) return false;
  if (Math.abs(before.size - line.size) > 0.1 * Math.max(before.size, line.size)) return false;
  const samePage = before.strip === line.strip;
  if (samePage && isApart(before, line, pitches)) return false;
  if (isTitleLine(before, column) || isTitleLine(line, column))
    return samePage && Math.abs(before.size - line.size) < 0.03 * line.size;
  if (isCut(last.text, read.text)) return true;
  const ended = ENDED.test(last.text);
  const lower = /^[\p{Ll},;)]/u.test(read.text);
  if (samePage && ended && !lower && isSpaced(before, line, pitches)) return false;
  if (before.bold !== line.bold && (ended || !isFilled(before, line, column, 0.5)) && !lower)
    return false;
  // A lone line that ends its sentence at a page's end tells nothing of how wide the text is.
  if (!samePage && ended && open.reads.length < 2 && open.reads[0]!.marker === undefined)
    return false;
  const room = ended ? 0.8 : lower ? 4 : 1.5;
  if (!isFilled(before, line, column, room)) return false;
  return isInPlace(open, read, ended);
}

/** True where a hyphen at the line's end cuts a word, however narrow the line is. */
function isCut(before: string, text: string): boolean {
  return /\p{Ll}(?:[-\u2010]|\u00ad[-\u2010]?)$/u.test(before) && /^\p{Ll}/u.test(text);
}

/** True for a line that begins anew inside what the file says is one paragraph: a typed list, forced line ends. */
function isBroken(
  open: Open,
  read: Read,
  next: Read | undefined,
  column: Column,
  pitches: ReadonlyMap<number, number>,
): boolean {
  const before = open.reads.at(-1)!;
  if (read.marker !== undefined && isMarker(open, read, next, column)) return true;
  if (isTitleLine(before.line, column) || isTitleLine(read.line, column)) return false;
  if (!ENDED.test(before.text) || /^[\p{Ll},;)]/u.test(read.text)) return false;
  const [one, other] = [before.line, read.line];
  return isApart(one, other, pitches) || !isFilled(one, other, column, 3);
}

/** Large print is set by sense or centred: its lines break where they like. */
function isTitleLine(line: Line, column: Column): boolean {
  return line.size > 1.12 * column.body;
}

/** True when the next line's first word had no room left on the line before. */
function isFilled(before: Line, line: Line, column: Column, room: number): boolean {
  const word = line.words[0];
  if (word === undefined) return false;
  // What holds together moves to the next line together: "21 300", "titre :".
  let end = word;
  for (let at = 1; at < Math.min(line.words.length, 5) && isHeld(end, line.words[at]!); at++)
    end = line.words[at]!;
  const right = column.rightOfStrip?.get(before.strip) ?? column.right;
  return before.x1 + 0.25 * line.size + (end.x1 - word.x0) > right - room * line.size;
}

function isHeld(before: Word, word: Word): boolean {
  if (word.glued === true) return true;
  const [one, two] = [before.units.join(''), word.units.join('')];
  return (
    (/^\p{Nd}{1,3}$/u.test(one) && /^\p{Nd}{3}/u.test(two)) || /^[:;?!»%]/u.test(two) || one === '«'
  );
}

/** True when the line begins where lines of the open paragraph begin. */
function isInPlace(open: Open, read: Read, ended: boolean): boolean {
  const first = open.reads[0]!;
  const x = read.line.x0;
  const slack = Math.max(2, 0.25 * read.line.size);
  if (open.goesOnAt !== null)
    return Math.abs(x - open.goesOnAt) <= slack || (!ended && x >= first.line.x0 - slack);
  if (first.marker !== undefined)
    return (
      (x >= first.line.x0 - slack && !ended) ||
      // Words may hang a little off those after the marker.
      (x >= first.line.x0 - slack && x <= first.textX + Math.max(slack, 0.8 * read.line.size))
    );
  // A paragraph's first line may stand in, or hang out; what stands in further after a full stop is a new one.
  return ended ? x <= first.line.x0 + slack && x >= first.line.x0 - 4 * read.line.size : true;
}

/** False for a dash or number that only happens to stand first on a wrapped line. */
function isMarker(open: Open, read: Read, next: Read | undefined, column: Column): boolean {
  const marker = read.marker ?? '';
  if (read.line.words[0]?.drawn === true || /[^\p{L}\p{Nd}\s.()–—−/°º*+-]/u.test(marker))
    return true;
  // "IV.-" and the like stand in no sentence.
  if (/[.)][-–]$/u.test(marker)) return true;
  const first = open.reads[0]!;
  const last = open.reads.at(-1)!;
  const x = read.line.x0;
  const slack = Math.max(2, 0.25 * read.line.size);
  const filled = isFilled(last.line, read.line, column, 1.5);
  const place = open.goesOnAt ?? first.textX;
  // Spanish "o" may well follow a semicolon.
  const isWord =
    marker === 'o' &&
    first.marker !== 'o' &&
    Math.abs(x - place) <= slack &&
    !/[:.]\s*$/u.test(last.text);
  if ((ENDED.test(last.text) && !isWord) || !filled) return true;
  if (Math.abs(x - place) > slack) return true;
  // Words that hang under the marker's own words show that it is one.
  return (
    next !== undefined &&
    next.marker === undefined &&
    Math.abs(next.line.x0 - read.textX) <= 1 &&
    read.textX > x + slack
  );
}

interface Depth {
  readonly x: number;
  readonly textX: number;
}

/** Depths by where the markers stand. */
function levelled(groups: readonly Open[], column: Column): Paragraph[] {
  const depths: Depth[] = [];
  return groups.map(({ reads, apart }) => {
    const first = reads[0]!;
    const level =
      first.marker === undefined ? paragraphLevel(depths, first) : itemLevel(depths, first);
    const pieces = reads.map(({ rest, text }, at) => (at === 0 ? rest : text));
    const bold = reads.every(({ line }) => line.bold);
    const last = reads.at(-1)!.line;
    return {
      text: joinLines(pieces, column.vocabulary),
      marker: glyphAt(first.marker, level),
      level,
      item: first.marker !== undefined,
      page: first.line.page,
      lastPage: last.page,
      size: Math.max(...reads.map(({ line }) => line.size)),
      bold,
      apart,
      first: first.line,
      last,
    };
  });
}

/** Bullets of symbol fonts, and drawn ones, are written as the sign that their depth has. */
export function glyphAt(marker: string | undefined, level: number | undefined): string | undefined {
  if (marker === undefined || !/^[\ue000-\uf8ff•◦▪]$/u.test(marker)) return marker;
  return ['•', '◦', '▪', '‣'][Math.min(level ?? 0, 3)];
}

function itemLevel(depths: Depth[], { line, textX }: Read): number {
  const slack = Math.max(3, 0.35 * line.size);
  while (depths.length > 0 && depths.at(-1)!.x > line.x0 + slack) depths.pop();
  if (depths.length === 0 || depths.at(-1)!.x < line.x0 - slack) depths.push({ x: line.x0, textX });
  return depths.length - 1;
}

/** A paragraph that stands under an item's words is part of the item. */
function paragraphLevel(depths: Depth[], { line }: Read): number | undefined {
  const slack = Math.max(2, 0.25 * line.size);
  const at = depths.findLastIndex(
    (depth) => line.x0 >= depth.textX - slack && depth.textX > depth.x + slack,
  );
  depths.length = at + 1;
  return at < 0 ? undefined : at;
}

/** Where a column's words end: the widest of its lines. */
export function rightOf(words: readonly (Line | Word)[]): number {
  let right = -Infinity;
  for (const { x1 } of words) right = Math.max(right, x1);
  return right;
}
