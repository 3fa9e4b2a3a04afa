import type { CellPlace } from '../../model/types.js';
import type { Builder } from '../builder.js';
import type { Composer } from '../lines.js';
import { parseMarker } from '../markers.js';
import type { List } from './lists.js';

/** An item whose tag was met and whose words were not yet. */
export interface OpenItem {
  readonly marker: string | undefined;
  /** Where the format states it without nesting lists. */
  readonly level?: number;
}

/** The words since the last border, and all that is open around them. */
export interface Words {
  readonly builder: Builder;
  readonly composer: Composer;
  /** Lines that line breaks part, for the column at which they are wrapped. */
  readonly broken: string[];
  pieces: string[];
  lists: List[];
  cell: CellPlace | undefined;
  /** Rank of the heading that is open; 0 for none. */
  heading: number;
  /** Rank of the heading above. */
  rank: number;
  /** A title that no heading tag marks is open. */
  title: boolean;
  /** The number that a list gives a heading. */
  number: string | undefined;
  pre: number;
  /** Elements that are open in a font of signs. */
  symbols: number;
  indent: number;
  /** Mark of the footnote that is open; null outside of one. */
  note: string | null;
  item: OpenItem | null;
  listStarts: boolean;
  /** Where the words around the list that ended last begin; null while no list has. */
  listEnd: number | null;
  /** Indents of the bullets that are typed in the cell, outermost first. */
  typed: number[];
  /** A typed bullet of the cell was set in from another. */
  nests: boolean;
}

/** Nothing open, nothing said. */
export function startWords(builder: Builder, composer: Composer): Words {
  return {
    builder,
    composer,
    broken: [],
    pieces: [],
    lists: [],
    cell: undefined,
    heading: 0,
    rank: 1,
    title: false,
    number: undefined,
    pre: 0,
    symbols: 0,
    indent: 0,
    note: null,
    item: null,
    listStarts: true,
    listEnd: null,
    typed: [],
    nests: false,
  };
}

/** Stands for a footnote's mark until a space before it can be told from one between words. */
export const NOTE_MARK = '\u0001';

/** Makes blocks of the words since the last border. */
export function flush(words: Words): void {
  if (words.pieces.length === 0) return;
  const text = withoutMarks(words.pieces.join(''));
  words.pieces = [];
  if (text.trim() === '') return;
  if (words.note !== null) addNote(words, text);
  else if (words.heading > 0) addHeading(words, text, words.heading);
  else if (words.title) addTitle(words, text);
  else addLines(words, text);
  words.composer.close();
}

function withoutMarks(text: string): string {
  if (!text.includes(NOTE_MARK)) return text;
  return text.replace(/[ \u00a0]?\u0001+(?=[.,)\]]|\s|$)/gu, '').replaceAll(NOTE_MARK, '');
}

function addNote(words: Words, text: string): void {
  const marker = words.note === '' ? undefined : (words.note ?? undefined);
  words.builder.add({ kind: 'note', text, marker, apart: true });
  words.note = '';
}

function addHeading(words: Words, text: string, level: number): void {
  const { builder, composer, cell, number } = words;
  composer.reset();
  const marker = parseMarker(text) === null ? number : undefined;
  builder.add({ kind: 'heading', text, level, marker, apart: true, cell });
  words.rank = level;
  words.number = undefined;
}

/** A title is a question where it asks, and in a table's cell; else a heading below the one above. */
export function addTitle(words: Words, text: string): void {
  const { composer, cell, number, rank } = words;
  if (cell === undefined && !/[?؟？]/u.test(text)) {
    addHeading(words, text, Math.min(rank + 1, 6));
    words.rank = rank;
    return;
  }
  composer.reset();
  const numbered = number !== undefined && parseMarker(text) === null;
  composer.line({
    text: text.replaceAll('\n', ' '),
    indent: 0,
    apart: true,
    cell,
    ...(numbered ? { item: true, marker: number } : {}),
  });
  composer.close();
  words.number = undefined;
}

function addLines(words: Words, text: string): void {
  const lines = text.split('\n');
  if (lines.length > 2) words.broken.push(...lines.map((line) => line.trim()), '');
  lines.forEach((line, at) => addLine(words, line, at === 0 || lines[at - 1]?.trim() === ''));
}

function addLine(words: Words, text: string, first: boolean): void {
  if (text.trim() === '') return;
  const { item, cell } = words;
  const list = words.lists.findLast(({ structural }) => !structural);
  const indent = words.indent + (/^[\s\u00a0]{0,200}/u.exec(text)?.[0].length ?? 0);
  leaveList(words, list, indent);
  const stated = item?.level ?? list?.level ?? (item === null ? undefined : 0);
  words.composer.line({
    text,
    indent,
    apart: first && (list === undefined || words.listStarts),
    cell,
    item: item !== null,
    marker: item?.marker,
    level: stated ?? (cell === undefined ? undefined : typedLevel(words, text, indent)),
  });
  words.item = null;
  words.listStarts = false;
}

/** Words that are set in no further than those around a list are no part of its items. */
function leaveList(words: Words, list: List | undefined, indent: number): void {
  const { listEnd, item, cell, composer } = words;
  if (list !== undefined || item !== null || listEnd === null) return;
  if (cell === undefined && indent <= listEnd) composer.reset();
  words.listEnd = null;
}

/** Depth of a bullet that is typed in a cell, by how far it is set in; undefined where none is. */
function typedLevel(words: Words, text: string, indent: number): number | undefined {
  if (parseMarker(text) === null) return undefined;
  const { typed } = words;
  while (typed.length > 0 && (typed.at(-1) ?? 0) >= indent + 1) typed.pop();
  if (typed.length === 0 || indent > (typed.at(-1) ?? 0) + 1) typed.push(indent);
  words.nests ||= typed.length > 1;
  return words.nests ? typed.length - 1 : undefined;
}
