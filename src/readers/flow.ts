/** Makes blocks of the paragraphs and tables of a word processor's document, whatever its format. */
import type { CellPlace } from '../model/types.js';
import { clean, createBuilder, type Builder } from './builder.js';
import { placeParagraphs, type Paragraph, type Placed } from './flow-levels.js';
import { createComposer, type Composer } from './lines.js';
import { isBareMarker } from './markers.js';
import type { DropReason, Dropped, Extracted, ReadIssue } from './types.js';

/** Takes a document's paragraphs and tables in reading order. Rows and cells end where others begin. */
export interface Flow {
  readonly paragraph: (paragraph: Paragraph) => void;
  readonly openTable: () => void;
  readonly openRow: (header: boolean) => void;
  readonly openCell: (columns: number, rows: number) => void;
  readonly closeTable: () => void;
  /** A footnote or endnote: kept at the end of the text. */
  readonly note: (text: string) => void;
  readonly drop: (reason: DropReason, text: string) => void;
  readonly finish: () => Extracted;
}

interface Cell {
  readonly columns: number;
  readonly rows: number;
  readonly content: (Paragraph | Table)[];
}
interface Row {
  readonly header: boolean;
  readonly cells: Cell[];
}
interface Table {
  readonly rows: Row[];
}

interface State {
  readonly builder: Builder;
  readonly composer: Composer;
  /** Paragraphs outside of tables that wait for the next table, heading or the end. */
  free: Paragraph[];
  table: number;
  /** The last table, while no words follow it: the next may go on with it. */
  waiting: { readonly header: string; readonly rows: Row[] } | null;
  readonly dropped: Dropped[];
}

/** Tables inside tables inside tables: deeper ones are layout gone wrong, or an attack. */
const MAX_DEPTH = 12;
const LONGEST_HEADER = 120;
/** Characters of a text that is left out in which its words are looked for. */
const MOST_LOOKED_AT = 1000;
const MOST_DROPPED = 2000;

/** Makes a flow that builds the document's blocks. */
export function createFlow(): Flow {
  const builder = createBuilder();
  const composer = createComposer(builder, 0);
  const state: State = { builder, composer, free: [], table: -1, waiting: null, dropped: [] };
  const open: Table[] = [];
  const notes: string[] = [];
  let ignored = 0;
  let tooDeep = false;
  const cell = (): Cell | undefined => open.at(-1)?.rows.at(-1)?.cells.at(-1);
  return {
    paragraph: (paragraph) => {
      const inside = cell();
      if (inside !== undefined) inside.content.push(paragraph);
      else state.free.push(paragraph);
    },
    openTable: () => {
      if (open.length >= MAX_DEPTH) {
        tooDeep = true;
        ignored++;
        return;
      }
      const table: Table = { rows: [] };
      cell()?.content.push(table);
      open.push(table);
    },
    openRow: (header) => void (ignored > 0 || open.at(-1)?.rows.push({ header, cells: [] })),
    openCell: (columns, rows) =>
      void (ignored > 0 || open.at(-1)?.rows.at(-1)?.cells.push({ columns, rows, content: [] })),
    closeTable: () => {
      if (ignored > 0) ignored--;
      else {
        const table = open.pop();
        if (table !== undefined && open.length === 0) takeTable(state, table);
      }
    },
    note: (text) => void notes.push(text),
    drop: (reason, text) => drop(state, reason, text),
    finish: () => {
      writeFree(state);
      writeWaiting(state);
      composer.reset();
      for (const text of notes) builder.add({ kind: 'note', text });
      return {
        ...builder.finish(),
        dropped: state.dropped,
        issues: tooDeep ? [nestedTooDeep()] : [],
      };
    },
  };
}

function drop(state: State, reason: DropReason, text: string): void {
  const words = clean(text.slice(0, MOST_LOOKED_AT));
  if (words !== '' && state.dropped.length < MOST_DROPPED)
    state.dropped.push({ reason, text: words });
}

function writeFree(state: State): void {
  if (state.free.some(({ text }) => text.trim() !== '')) writeWaiting(state);
  writeParagraphs(state, state.free, undefined);
  state.free = [];
}

function takeTable(state: State, table: Table): void {
  writeFree(state);
  if (isFrame(table)) {
    for (const content of table.rows.flatMap(({ cells }) => cells.flatMap((one) => one.content)))
      if (isTable(content)) takeTable(state, content);
      else state.free.push(content);
    writeFree(state);
    return;
  }
  const header = signature(table.rows[0]);
  const { waiting } = state;
  if (waiting !== null && header !== '' && waiting.header === header)
    for (const row of table.rows) waiting.rows.push(row);
  else {
    writeWaiting(state);
    state.waiting = { header, rows: table.rows };
  }
}

/** A table that a page or an author cut in several, each with the same header, is one table. */
function writeWaiting(state: State): void {
  if (state.waiting === null) return;
  const { header, rows } = state.waiting;
  state.waiting = null;
  state.table++;
  writeRows(state, header === '' ? rows : withoutRepeats(state, rows, header));
}

/** A table of one column around other tables only draws a frame around them. */
function isFrame({ rows }: Table): boolean {
  return (
    rows.every(({ cells }) => cells.length < 2) &&
    rows.some(({ cells: [one] }) => one?.content.some(isTable))
  );
}

function isTable(content: Paragraph | Table): content is Table {
  return 'rows' in content;
}

/** Cells of headers hold some words; those of answers need not be looked at. */
function isLong({ content }: Cell): boolean {
  return content.some((one) => isTable(one) || one.text.length > LONGEST_HEADER);
}

/** The words of a row that may be a header, or nothing: two cells or more, each of a few words. */
function signature(row: Row | undefined): string {
  if (row === undefined || row.cells.length < 2 || row.cells.some(isLong)) return '';
  const cells = row.cells.map(({ content }) =>
    content.map((one) => (isTable(one) ? '' : one.text)).join(' '),
  );
  const words = cells.filter((text) => text.trim() !== '');
  if (words.length < 2 || words.some((text) => text.length > LONGEST_HEADER)) return '';
  return cells.map(clean).join('\t');
}

/** The table's rows but for those that say its first row again, as on each new page. */
function withoutRepeats(state: State, rows: readonly Row[], header: string): readonly Row[] {
  const kept = rows.filter((row, at) => at === 0 || signature(row) !== header);
  const [first] = kept;
  // Rows that mostly say the same are what the table holds ("Yes | No"), not headers.
  if (first === undefined || kept.length === rows.length || kept.length * 2 <= rows.length)
    return rows;
  for (let count = kept.length; count < rows.length; count++)
    drop(state, 'repeated header row', header);
  return [{ ...first, header: true }, ...kept.slice(1)];
}

function writeRows(state: State, rows: readonly Row[]): void {
  /** For each column: how many more rows a cell from above covers, this row included. */
  let covered: number[] = [];
  rows.forEach(({ header, cells }, at) => {
    covered = covered.map((count) => Math.max(0, count - 1));
    state.composer.reset();
    for (const cell of cells) {
      let column = covered.findIndex((count) => count === 0);
      if (column < 0) column = covered.length;
      for (let more = 0; more < cell.columns; more++) covered[column + more] = cell.rows;
      const place: CellPlace = {
        table: state.table,
        row: at,
        column,
        ...(header ? { header } : {}),
      };
      writeCell(state, cell, place);
    }
  });
  state.composer.reset();
}

function writeCell(state: State, { content }: Cell, place: CellPlace): void {
  const paragraphs = flatten(content);
  const words = paragraphs.filter(({ text }) => text.trim() !== '');
  const label = paragraphs.find(({ list }) => list?.label !== undefined)?.list?.label;
  // A column of numbers that the program counts holds no words of its own.
  if (words.length === 0 && label !== undefined)
    state.builder.add({ kind: 'paragraph', text: label, cell: place });
  else writeParagraphs(state, paragraphs, place);
  state.composer.close();
}

/** The paragraphs of a cell, those of tables inside it in their rows' order. */
function flatten(content: readonly (Paragraph | Table)[]): Paragraph[] {
  return content.flatMap((one) =>
    isTable(one)
      ? one.rows.flatMap(({ cells }) => cells.flatMap((cell) => flatten(cell.content)))
      : [one],
  );
}

function writeParagraphs(
  state: State,
  paragraphs: readonly Paragraph[],
  cell: CellPlace | undefined,
): void {
  const worded = paragraphs
    .map((paragraph) => ({ ...paragraph, text: paragraph.text.replaceAll('\u00ad', '') }))
    .filter(({ text }) => text.trim() !== '')
    .map(withoutHeading)
    .map(withLongLabel);
  for (const placed of placeParagraphs(worded)) {
    if (placed.paragraph.heading !== undefined) writeHeading(state, placed, cell);
    else writeLines(state, placed, cell);
  }
}

const LONGEST_HEADING = 300;

/** A whole answer that an author set as a heading is none. */
function withoutHeading(paragraph: Paragraph): Paragraph {
  return paragraph.text.length > LONGEST_HEADING ? { ...paragraph, heading: undefined } : paragraph;
}

/** A number such as "Question 3:" is words of the paragraph rather than a marker. */
function withLongLabel(paragraph: Paragraph): Paragraph {
  const { list, text } = paragraph;
  const label = list?.label;
  if (label === undefined || paragraph.heading !== undefined || isBareMarker(label))
    return paragraph;
  // "1" and "1.b.2" are numbers as programs count them, though nobody would type them so.
  if (/^[\p{L}\p{Nd}]{1,4}(?:\.[\p{L}\p{Nd}]{1,4}){0,8}[.)]?$/u.test(label)) return paragraph;
  return { ...paragraph, text: `${label} ${text}`, list: undefined };
}

function writeHeading(state: State, { paragraph }: Placed, cell: CellPlace | undefined): void {
  state.composer.reset();
  const { text, heading: level, list } = paragraph;
  const words = list?.label === undefined ? text : `${list.label} ${text}`;
  state.builder.add({ kind: 'heading', text: words, level, apart: true, cell });
}

function writeLines(state: State, placed: Placed, cell: CellPlace | undefined): void {
  const { paragraph, lines, level, apart, item } = placed;
  state.composer.close();
  lines.forEach((text, at) => {
    if (text.trim() === '') return;
    state.composer.line({
      text,
      indent: 0,
      apart: at === 0 ? apart : lines[at - 1]?.trim() === '',
      cell,
      item: at === 0 && item && paragraph.list !== undefined,
      marker: at === 0 ? paragraph.list?.label : undefined,
      level,
    });
  });
  state.composer.close();
}

function nestedTooDeep(): ReadIssue {
  return {
    id: 'GCM133',
    severity: 'warning',
    message: `Tables stand inside each other more than ${MAX_DEPTH} deep; the innermost were read as the cell's text.`,
    hint: 'Look at the document with "gcm-coverage inspect FILE"; save it again from a program if words are missing.',
    place: null,
  };
}
