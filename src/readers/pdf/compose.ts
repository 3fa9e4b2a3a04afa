/** Parts to blocks. */
import type { CellPlace } from '../../model/types.js';
import type { Builder, BlockSketch } from '../builder.js';
import { createHeadings } from './headings.js';
import type { Headings } from './headings.js';
import { textOf } from './lines.js';
import type { Vocabulary } from './hyphens.js';
import type { DrawnTable, Layout, OpenTable, Part, TextPart } from './layout.js';
import { paragraphsOf, rightOf } from './paragraphs.js';
import type { Column, Paragraph } from './paragraphs.js';
import { linesOf } from './lines.js';
import { rowsOfTable } from './rows.js';
import type { Dropped } from '../types.js';
import type { Line } from './types.js';

/** What is known of the document as a whole. */
export interface Facts {
  readonly mirrored: boolean;
  readonly vocabulary: Vocabulary;
  /** Font size of most of the text, in points. */
  readonly body: number;
  /** True where most of the text is bold, so that bold says nothing. */
  readonly allBold: boolean;
  /** Notes at the pages' feet. */
  readonly notes: readonly Note[];
}

/** A note at a page's foot. */
export interface Note {
  readonly page: number;
  readonly marker: string | undefined;
  readonly text: string;
}

interface Composer {
  readonly facts: Facts;
  readonly headings: Headings;
  readonly add: (sketch: BlockSketch & { readonly page: number }, lastPage: number) => void;
  readonly dropped: Dropped[];
  table: number;
}

/** One row of a table: the lines of each column. */
type Row = readonly (readonly Line[])[];

/** Writes all parts to the builder; gives what was left out. */
export function compose(layout: Layout, facts: Facts, builder: Builder, pages: number): Dropped[] {
  const composer: Composer = {
    facts,
    headings: createHeadings(layout.parts, facts),
    add: createPager(builder, facts.notes),
    dropped: [],
    table: 0,
  };
  for (const part of layout.parts) composePart(part, layout, composer);
  finishPages(builder, facts.notes, composer.add, pages);
  return composer.dropped;
}

/** Adds blocks with page marks between them; a page's notes stand at its end. */
function createPager(builder: Builder, notes: readonly Note[]): Composer['add'] {
  let page = 1;
  let waiting = 0;
  return (sketch, lastPage) => {
    while (page < sketch.page) {
      for (; waiting < notes.length && notes[waiting]!.page <= page; waiting++)
        addNote(builder, notes[waiting]!);
      builder.page();
      page++;
    }
    if (sketch.text !== '') builder.add(sketch);
    // What runs over a page's end takes the notes of that page behind it.
    if (lastPage > page) {
      for (; waiting < notes.length && notes[waiting]!.page < lastPage; waiting++)
        addNote(builder, notes[waiting]!);
      builder.page();
      page = lastPage;
    }
  };
}

function addNote(builder: Builder, { text, marker, page }: Note): void {
  builder.add({ kind: 'note', text, marker, page, apart: true });
}

function finishPages(
  builder: Builder,
  _notes: readonly Note[],
  add: Composer['add'],
  pages: number,
): void {
  add({ kind: 'paragraph', text: '', page: pages + 1 }, pages + 1);
  void builder;
}

function composePart(part: Part, layout: Layout, composer: Composer): void {
  if (part.kind === 'text') composeText(part, composer);
  else if (part.kind === 'grid') composeRows(drawnRows(part, composer), composer);
  else composeRows(openRows(part, layout, composer), composer);
}

function columnOf(lines: readonly Line[], { facts }: Composer): Column {
  const { mirrored, vocabulary, body } = facts;
  return { mirrored, vocabulary, body, right: rightOf(lines) };
}

function composeText({ lines }: TextPart, composer: Composer): void {
  const { headings, add } = composer;
  for (const paragraph of paragraphsOf(
    lines,
    columnOf(
      lines.filter(({ size }) => size < 1.3 * composer.facts.body),
      composer,
    ),
  )) {
    const { page, lastPage } = paragraph;
    const level = headings.levelOf(paragraph);
    if (level === null) add({ ...sketchOf(paragraph), page }, lastPage);
    else add({ kind: 'heading', text: written(paragraph), level, apart: true, page }, lastPage);
  }
}

function written({ marker, text }: Paragraph): string {
  return marker === undefined ? text : `${marker} ${text}`;
}

function sketchOf({ item, text, marker, level, apart }: Paragraph): BlockSketch {
  return { kind: item ? 'item' : 'paragraph', text, marker, level, apart };
}

/** The rows of a table without borders: repeated header rows out, then cut by sense. */
function openRows({ stretches }: OpenTable, layout: Layout, composer: Composer): Row[] {
  const { mirrored } = composer.facts;
  const first = stretches[0]!.columns;
  const kept = stretches.map(({ columns }, at) =>
    at === 0 ? columns : withoutHeader(columns, first, composer),
  );
  const columns = first.map((_, at) => kept.flatMap((one) => one[at] ?? []));
  const head = headerOf(columns, mirrored);
  const body = head === null ? columns : columns.map((lines, at) => lines.slice(head[at]!.length));
  const isRuled = (strip: number, from: number, to: number): boolean =>
    (layout.rules.get(strip) ?? []).some(
      (rule) => rule.x1 - rule.x0 > 100 && rule.y0 > from && rule.y1 < to,
    );
  const long = columnOf(longest(body), composer);
  const rows = body.every((lines) => lines.length === 0) ? [] : rowsOfTable(body, long, isRuled);
  return head === null ? rows : [head, ...rows];
}

function longest(columns: readonly (readonly Line[])[]): readonly Line[] {
  return columns.reduce((one, other) => (other.length > one.length ? other : one), []);
}

/** Takes a header row off a page where it says the same as the table's own first row. */
function withoutHeader(
  columns: readonly Line[][],
  first: readonly (readonly Line[])[],
  composer: Composer,
): Line[][] {
  const { mirrored } = composer.facts;
  const heads = columns.map((lines) => lines[0]);
  const same = heads.every(
    (line, at) =>
      (line === undefined ? '' : textOf(line.words, mirrored)) ===
      (first[at]?.[0] === undefined ? '' : textOf(first[at][0].words, mirrored)),
  );
  const page = heads.find((line) => line !== undefined)?.page;
  if (!same || page === undefined || heads.filter((line) => line !== undefined).length < 2)
    return [...columns];
  composer.dropped.push({
    reason: 'repeated header row',
    text: heads
      .map((line) => (line === undefined ? '' : textOf(line.words, mirrored)))
      .join(' | ')
      .slice(0, 200),
    page,
  });
  return columns.map((lines) => lines.slice(1));
}

/** The header row: one line a column, bold or set off from what follows; null where there is none. */
function headerOf(columns: readonly (readonly Line[])[], mirrored: boolean): Line[][] | null {
  const heads = columns.map((lines) => lines[0]);
  const found = heads.flatMap((line) => (line === undefined ? [] : [line]));
  const [one] = found;
  if (one === undefined || found.length < Math.max(2, columns.length - 1)) return null;
  if (found.some((line) => line.strip !== one.strip || Math.abs(line.y - one.y) > 3)) return null;
  if (found.some((line) => textOf(line.words, mirrored).length > 60)) return null;
  const bold =
    found.every((line) => line.bold) && columns.some((lines) => lines[1]?.bold === false);
  if (!bold) return null;
  return heads.map((line) => (line === undefined ? [] : [line]));
}

/** The rows of a drawn table, those that a page cuts joined. */
function drawnRows({ stretches }: DrawnTable, composer: Composer): Row[] {
  const { mirrored } = composer.facts;
  const rows: Line[][][] = [];
  let header = '';
  for (const { grid, page, strip } of stretches) {
    const own = gridRows(grid, page, strip);
    own.forEach((row, at) => {
      const text = row
        .map((lines) => lines.map(({ words }) => textOf(words, mirrored)).join(' '))
        .join(' | ');
      if (rows.length === 0) header = text;
      else if (at === 0 && text === header && row.filter((lines) => lines.length > 0).length > 1) {
        composer.dropped.push({ reason: 'repeated header row', text: text.slice(0, 200), page });
        return;
      }
      const isFirst = own
        .slice(0, at)
        .every(
          (one) =>
            one
              .map((lines) => lines.map(({ words }) => textOf(words, mirrored)).join(' '))
              .join(' | ') === header,
        );
      const before = rows.at(-1);
      if (before !== undefined && isFirst && goesOnInRow(before, row, strip, composer))
        row.forEach((lines, column) => (before[column] ??= []).push(...lines));
      else rows.push(row);
    });
  }
  return rows;
}

function gridRows(grid: Grid, page: number, strip: number): Line[][][] {
  const width = grid.edges.length - 1;
  const rows = new Map<number, Line[][]>();
  const cells = [...grid.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, words } of cells) {
    const own = rows.get(row) ?? Array.from({ length: width }, (): Line[] => []);
    own[column]!.push(...linesOf(words, page, strip));
    rows.set(row, own);
  }
  return [...rows].sort((a, b) => a[0] - b[0]).map(([, row]) => row);
}
import type { Grid } from './grid.js';

/** True when the first row of a page is the rest of the last row of the page before. */
function goesOnInRow(
  before: readonly Line[][],
  row: readonly Line[][],
  strip: number,
  composer: Composer,
): boolean {
  if (before.every((lines) => lines.every((line) => line.strip === strip))) return false;
  const filled = row.filter((lines) => lines.length > 0).length;
  const [key, asked] = [
    row.find((lines, at) => at < row.length - 1 && lines.length > 0),
    before.slice(0, -1).some((lines) => lines.length > 0),
  ];
  if (filled === 0) return true;
  const wide = before.filter((lines) => lines.length > 0).length;
  if (key === undefined) return true;
  // The question stands in the middle of its row, which began on the page before.
  if (!asked && wide > 0) return true;
  const text = key.map(({ words }) => textOf(words, composer.facts.mirrored)).join(' ');
  return /^[\p{Ll},;)]/u.test(text);
}

function composeRows(rows: readonly Row[], composer: Composer): void {
  const table = composer.table++;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) =>
    columnOf(
      rows.flatMap((row) =>
        row.filter((lines) => lines.length > 0).length === 1 &&
        rows.length > 1 &&
        at === 0 &&
        row[0]!.length > 0
          ? []
          : (row[at] ?? []),
      ),
      composer,
    ),
  );
  rows.forEach((row, at) => {
    const first = Math.min(...row.flat().map(({ page }) => page));
    let start = first;
    row.forEach((lines, column) => {
      if (lines.length === 0) return;
      const cell: CellPlace = { table, row: at, column };
      paragraphsOf(lines, {
        ...columns[column]!,
        right: Math.max(columns[column]!.right, rightOf(lines)),
      }).forEach((paragraph, index) => {
        const level =
          row.filter((one) => one.length > 0).length > 1
            ? null
            : composer.headings.titleLevel(paragraph);
        if (level !== null) {
          composer.add(
            {
              kind: 'heading',
              text: written(paragraph),
              level,
              apart: true,
              page: Math.max(start, first),
            },
            first,
          );
          return;
        }
        // The answers tell where the page ends; a question may stand further down.
        const isLast = column === row.length - 1;
        const page = Math.max(start, isLast ? paragraph.page : first);
        start = page;
        composer.add(
          { ...sketchOf(paragraph), apart: index === 0 ? true : paragraph.apart, cell, page },
          isLast ? Math.max(page, paragraph.lastPage) : page,
        );
      });
    });
  });
}
