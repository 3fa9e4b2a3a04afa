/** Parts to blocks. */
import type { CellPlace } from '../../model/types.js';
import type { BlockSketch, Builder } from '../builder.js';
import type { Dropped } from '../types.js';
import type { Facts, Note } from './facts.js';
import { isLongAddress } from './edges.js';
import { createHeadings } from './headings.js';
import type { Headings } from './headings.js';
import type { Layout, TextPart } from './layout.js';
import { columnOf, paragraphsOf, rightOf } from './paragraphs.js';
import type { Column, Paragraph } from './paragraphs.js';
import { drawnRows, filledCells, openRows } from './tables.js';
import type { Table, TableRow } from './tables.js';
import type { Line } from './types.js';

/** Takes blocks in reading order. */
export type Add = (sketch: BlockSketch & { readonly page: number }) => void;

interface Composer {
  readonly facts: Facts;
  readonly headings: Headings;
  readonly add: Add;
  readonly dropped: Dropped[];
  tables: number;
}

/** Writes all parts to the builder; gives what was left out of the tables. */
export function compose(
  layout: Layout,
  facts: Facts,
  notes: readonly Note[],
  builder: Builder,
  pages: number,
): Dropped[] {
  const composer: Composer = {
    facts,
    headings: createHeadings(layout.parts, facts),
    add: createPager(builder, notes),
    dropped: [],
    tables: 0,
  };
  const text = textColumn(layout, facts);
  for (const part of layout.parts) {
    if (part.kind === 'text') composeText(part, text, composer);
    else if (part.kind === 'grid') composeTable(drawnRows(part, facts), composer);
    else composeTable(openRows(part, layout, facts), composer);
  }
  composer.add({ kind: 'paragraph', text: '', page: pages + 1 });
  return composer.dropped;
}

/**
 * Adds blocks with page marks between them, a page's notes at its end. A list
 * that runs over a page keeps its depths: the mark waits for its next outer item.
 */
export function createPager(builder: Builder, notes: readonly Note[]): Add {
  let page = 1;
  let waiting = 0;
  const turnTo = (next: number): void => {
    while (page < next) {
      for (; waiting < notes.length && notes[waiting]!.page <= page; waiting++)
        addNote(builder, notes[waiting]!);
      builder.page();
      page++;
    }
  };
  return (sketch) => {
    const isInside = sketch.kind !== 'heading' && (sketch.level ?? 0) > 0;
    if (!isInside) turnTo(sketch.page);
    if (sketch.text !== '') builder.add(sketch);
  };
}

function addNote(builder: Builder, { text, marker, page }: Note): void {
  builder.add({ kind: 'note', text, marker, page, apart: true });
}

/** How wide running text is: over the page, and in newspaper columns. */
function textColumn({ parts, narrow }: Layout, facts: Facts): Column {
  // Titles may reach further than the text.
  const lines = parts
    .flatMap((part) => (part.kind === 'text' ? part.lines : []))
    .filter(({ size }) => size < 1.3 * facts.body);
  const inside = rightOf(lines.filter((line) => narrow.has(line.strip) && !isAddress(line)));
  return {
    ...columnOf(
      lines.filter(({ strip }) => !narrow.has(strip)),
      facts,
    ),
    rightOfStrip: new Map([...narrow].map((strip) => [strip, inside])),
  };
}

/** True for a line of one address, which may be longer than its column is wide. */
function isAddress({ words: [word, ...others] }: Line): boolean {
  return others.length === 0 && word !== undefined && isLongAddress(word);
}

function composeText({ lines }: TextPart, column: Column, { headings, add }: Composer): void {
  for (const paragraph of paragraphsOf(lines, column)) {
    const { page } = paragraph;
    const level = headings.levelOf(paragraph);
    if (level === null) add({ ...sketchOf(paragraph), page });
    else add(headingOf(paragraph, level, page));
  }
}

/** A paragraph as a heading; its number is part of it. */
export function headingOf(
  { marker, text }: Paragraph,
  level: number,
  page: number,
): Parameters<Add>[0] {
  const written = marker === undefined ? text : `${marker} ${text}`;
  return { kind: 'heading', text: written, level, apart: true, page };
}

/** A paragraph or item as a block. */
export function sketchOf({ item, text, marker, level, apart }: Paragraph): BlockSketch {
  return { kind: item ? 'item' : 'paragraph', text, marker, level, apart };
}

function composeTable({ rows, dropped }: Table, composer: Composer): void {
  composer.dropped.push(...dropped);
  const table = composer.tables++;
  const columns = columnsOfRows(rows, composer.facts);
  rows.forEach((row, at) => composeRow(row, { table, row: at, column: 0 }, columns, composer));
}

/** The columns of a table; a row's only cell may reach over all of them and tells nothing. */
function columnsOfRows(rows: readonly TableRow[], facts: Facts): Column[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const wide = rows.filter(({ cells }) => filledCells(cells) > 1);
  return Array.from({ length: width }, (_, at) =>
    columnOf(
      wide.flatMap(({ cells }) => cells[at] ?? []),
      facts,
    ),
  );
}

function composeRow(
  { cells, header }: TableRow,
  place: CellPlace,
  columns: readonly Column[],
  { headings, add }: Composer,
): void {
  const lone = filledCells(cells) === 1;
  const first = Math.min(...cells.flat().map(({ page }) => page));
  let page = first;
  cells.forEach((lines, column) => {
    const right = Math.max(columns[column]!.right, rightOf(lines));
    paragraphsOf(lines, { ...columns[column]!, right }).forEach((paragraph, index) => {
      // The answers tell where the page ends; a question may stand further down.
      page = Math.max(page, column === cells.length - 1 ? paragraph.page : first);
      const level = lone ? headings.titleLevel(paragraph) : null;
      const cell = { ...place, column, ...(header ? { header } : {}) };
      if (level !== null) add(headingOf(paragraph, level, page));
      else add({ ...sketchOf(paragraph), apart: index === 0 || paragraph.apart, cell, page });
    });
  });
}
