/** From the words of all pages to the parts of the document: running text and tables, in reading order. */
import { bandsOf, columnsOf, rowsOf, sameGutters } from './columns.js';
import type { Band, Gutter, Row } from './columns.js';
import { gridsOf } from './grid.js';
import type { Grid } from './grid.js';
import { linesOf } from './lines.js';
import { isNewspaper, isReversed } from './newspaper.js';
import type { Line, Page, Rule, Word } from './types.js';

/** Running text: lines of one column after another. */
export interface TextPart {
  readonly kind: 'text';
  readonly lines: Line[];
}

/** A table whose columns are parted by white space alone. */
export interface OpenTable {
  readonly kind: 'columns';
  readonly gutters: readonly Gutter[];
  /** Lines by column, for each page or stretch that the table covers. */
  readonly stretches: { readonly strip: number; readonly columns: Line[][] }[];
}

/** A table with drawn borders. */
export interface DrawnTable {
  readonly kind: 'grid';
  readonly edges: readonly number[];
  readonly stretches: { readonly grid: Grid; readonly page: number; readonly strip: number }[];
}

export type Part = TextPart | OpenTable | DrawnTable;

/** The parts of a document, and the drawn lines by strip of its open tables. */
export interface Layout {
  readonly parts: readonly Part[];
  readonly rules: ReadonlyMap<number, readonly Rule[]>;
  /** Strips that are newspaper columns. */
  readonly narrow: ReadonlySet<number>;
}

interface Segment {
  readonly page: Page;
  readonly rows: readonly Row[];
  /** The drawn table that follows the rows. */
  readonly grid: Grid | null;
}

/** Lays out all pages. */
export function layoutOf(pages: readonly Page[], body: number): Layout {
  const segments = pages.flatMap((page) => segmentsOf(page, body));
  const bands = bandsOf(segments.map(({ rows }) => rows));
  const bySegment = new Map<Row, Segment>();
  for (const segment of segments) for (const row of segment.rows) bySegment.set(row, segment);
  const flowing = newspaperGutters(bands);
  const collect = createCollector(pages, flowing);
  let at = 0;
  for (const segment of segments) {
    while (at < bands.length && bySegment.get(bands[at]!.rows[0]!) === segment)
      collect.band(bands[at++]!);
    if (segment.grid !== null) collect.grid(segment.grid, segment.page.number);
  }
  return { parts: collect.parts, rules: collect.rules, narrow: collect.narrow };
}

/** A page's rows between its drawn tables. */
function segmentsOf(page: Page, body: number): Segment[] {
  const { grids, rest } = gridsOf(page.rules, page.words);
  const segments: Segment[] = [];
  let words = rest;
  for (const grid of grids) {
    const above = words.filter((word) => word.y - 0.3 * word.size < grid.bottom);
    words = words.filter((word) => word.y - 0.3 * word.size >= grid.bottom);
    segments.push({ page, rows: rowsOf(above, page.number, body), grid });
  }
  segments.push({ page, rows: rowsOf(words, page.number, body), grid: null });
  return segments;
}

function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((edge, at) => Math.abs(edge - b[at]!) < 4);
}

interface Flowing {
  readonly gutters: readonly Gutter[];
  /** The last column is read first, on all pages alike. */
  readonly reversed: boolean;
  /** Where the columns begin, on the page where they begin furthest to the left. */
  readonly edges: readonly number[];
}

/** Sets of gutters that part newspaper columns, not a table's. */
function newspaperGutters(bands: readonly Band[]): Flowing[] {
  const groups: Band[][] = [];
  for (const band of bands) {
    if (band.gutters.length === 0) continue;
    const group = groups.find((one) => sameGutters(one[0]!.gutters, band.gutters));
    if (group === undefined) groups.push([band]);
    else group.push(band);
  }
  const flowing = groups.filter(isNewspaper);
  const reversed = isReversed(
    bands.filter((band) => flowing.some((group) => group.includes(band))),
  );
  return flowing.map((group) => ({
    gutters: group[0]!.gutters,
    reversed,
    edges: edgesOf(group),
  }));
}

function edgesOf(bands: readonly Band[]): number[] {
  const first = bands.flatMap((band) => columnsOf(band)[0]!.map(({ x0 }) => x0));
  const others = bands[0]!.gutters.map((_, at) =>
    Math.min(...bands.map(({ gutters }) => gutters[at]!.x)),
  );
  return [Math.min(...first), ...others];
}

interface Collector {
  readonly parts: Part[];
  readonly rules: Map<number, readonly Rule[]>;
  readonly narrow: Set<number>;
  readonly band: (band: Band) => void;
  readonly grid: (grid: Grid, page: number) => void;
}

function createCollector(pages: readonly Page[], flowing: readonly Flowing[]): Collector {
  const parts: Part[] = [];
  const rules = new Map<number, readonly Rule[]>();
  const narrow = new Set<number>();
  let strip = 0;
  const text = (lines: readonly Line[]): void => {
    const last = parts.at(-1);
    if (last?.kind === 'text') last.lines.push(...lines);
    else parts.push({ kind: 'text', lines: [...lines] });
  };
  const columns = (band: Band): void => {
    const { gutters } = band;
    strip++;
    rules.set(strip, pages.find(({ number }) => number === band.page)?.rules ?? []);
    const lines = columnsOf(band).map((words) => linesOf(words, band.page, strip));
    const last = parts.at(-1);
    if (last?.kind === 'columns' && sameGutters(last.gutters, gutters))
      last.stretches.push({ strip, columns: lines });
    else parts.push({ kind: 'columns', gutters, stretches: [{ strip, columns: lines }] });
  };
  return {
    parts,
    rules,
    narrow,
    band: (band) => {
      if (band.gutters.length === 0) {
        text(
          linesOf(
            band.rows.flatMap(({ words }) => words),
            band.page,
            ++strip,
          ),
        );
        return;
      }
      const flow = flowing.find(({ gutters }) => sameGutters(gutters, band.gutters));
      if (flow === undefined) {
        columns(band);
        return;
      }
      const flowed = flowColumns(band, flow.edges);
      for (const words of flow.reversed ? flowed.reverse() : flowed) {
        narrow.add(++strip);
        text(linesOf(words, band.page, strip));
      }
    },
    grid: (grid, page) => {
      const last = parts.at(-1);
      strip++;
      if (last?.kind === 'grid' && sameEdges(last.edges, grid.edges))
        last.stretches.push({ grid, page, strip });
      else parts.push({ kind: 'grid', edges: grid.edges, stretches: [{ grid, page, strip }] });
    },
  };
}

/** Newspaper columns, each moved to the place of the first. */
function flowColumns(band: Band, edges: readonly number[]): Word[][] {
  const left = edges[0] ?? 0;
  return columnsOf(band).map((words, at) => {
    const shift = Number.isFinite(left) ? (edges[at] ?? left) - left : 0;
    return words.map((word) => ({ ...word, x0: word.x0 - shift, x1: word.x1 - shift }));
  });
}

/** All lines of a document, column by column. */
export function* linesOfLayout({ parts }: Layout): Generator<Line> {
  for (const part of parts) {
    if (part.kind === 'text') yield* part.lines;
    else if (part.kind === 'columns')
      for (const { columns } of part.stretches) yield* columns.flat();
    else
      for (const { grid, page, strip } of part.stretches)
        for (const { words } of grid.cells) yield* linesOf(words, page, strip);
  }
}
