/** Tagged blocks and tables to blocks: depths, roles and rows as the tags say, lines as they stand. */
import type { CellPlace } from '../../model/types.js';
import type { Builder } from '../builder.js';
import { createPager, headingOf, sketchOf } from './compose.js';
import type { Add } from './compose.js';
import type { Facts, Note } from './facts.js';
import { createHeadings } from './headings.js';
import type { Headings } from './headings.js';
import { columnOf, glyphAt, opensWithMarker, paragraphsOf, rightOf } from './paragraphs.js';
import type { Column, Paragraph } from './paragraphs.js';
import { isHead } from './tables.js';
import { placedRows } from './tagged-join.js';
import type { PlacedRow } from './tagged-join.js';
import type { TagBlock } from './tagged-tree.js';
import type { LaidBlock, LaidItem, LaidTable } from './tagged-words.js';
import type { Line } from './types.js';

/** A paragraph and the tag of its first words. */
interface Tagged {
  readonly paragraph: Paragraph;
  readonly tag: TagBlock;
  /** It opens a list's item. */
  readonly item: boolean;
  readonly level: number | undefined;
}

interface Composer {
  readonly facts: Facts;
  readonly rankOf: (tagged: Tagged) => number | null;
  readonly headings: Headings;
  readonly add: Add;
  tables: number;
}

/** Writes all items to the builder. */
export function composeTagged(
  items: readonly LaidItem[],
  facts: Facts,
  notes: readonly Note[],
  builder: Builder,
  pages: number,
): void {
  const running = items.flatMap((item) => (item.kind === 'block' ? [item] : []));
  const lines = running.flatMap((block) => [...block.lines]);
  const headings = createHeadings([{ kind: 'text', lines }], facts);
  const add = createPager(builder, notes);
  const rankOf = ranksOf(running, headings, facts);
  const composer: Composer = { facts, headings, rankOf, add, tables: 0 };
  const column = runningColumn(lines, facts);
  let run: LaidBlock[] = [];
  const flush = (): void => {
    composeRun(run, column, composer);
    run = [];
  };
  for (const item of items) {
    if (item.kind === 'block') run.push(item);
    else if (isFrame(item))
      for (const { cells } of item.rows) for (const { blocks } of cells) run.push(...blocks);
    else {
      flush();
      composeTable(item, composer);
    }
  }
  flush();
  add({ kind: 'paragraph', text: '', page: pages + 1 });
}

/** A table of one column, or one that holds chapters, only frames running text. */
function isFrame({ rows }: LaidTable): boolean {
  if (rows.every(({ width }) => width < 2)) return true;
  return rows.some(({ cells }) =>
    cells.some(({ blocks }) => blocks.filter(({ tag }) => tag.role === 'heading').length > 1),
  );
}

/** How wide running text is; newspaper columns are narrower than titles above them. */
function runningColumn(lines: readonly Line[], facts: Facts): Column {
  const own = lines.filter(({ size }) => size < 1.3 * facts.body);
  const starts = new Map<number, Set<number>>();
  for (const { page, strip } of own)
    starts.set(page, (starts.get(page) ?? new Set<number>()).add(strip));
  const rightOfStrip = new Map<number, number>();
  const all = [...starts.values()];
  const later = new Set(all.flatMap((strips) => [...strips].slice(1)));
  const narrow = rightOf(own.filter(({ strip }) => later.has(strip)));
  for (const strips of all)
    if (strips.size > 1) for (const strip of strips) rightOfStrip.set(strip, narrow);
  return { ...columnOf(own, facts), rightOfStrip };
}

/** Ranks of headings: as tagged; what is printed like one ranks among those that are. */
function ranksOf(
  running: readonly LaidBlock[],
  headings: Headings,
  { body }: Facts,
): Composer['rankOf'] {
  const tagged = running.filter(({ tag }) => tag.role === 'heading');
  const deepest = Math.max(0, ...tagged.map(({ tag }) => tag.rank));
  return ({ paragraph, tag }) => {
    if (tag.role === 'heading') return tag.rank;
    if (tag.depth >= 0) return null;
    const level = headings.levelOf(paragraph);
    if (level === null || deepest === 0) return level;
    const { size } = paragraph;
    const below = tagged.filter(({ lines }) => lines[0]!.size <= size + 0.5 && size > 1.1 * body);
    return Math.min(6, deepest + 1, ...below.map((block) => block.tag.rank));
  };
}

function composeRun(blocks: readonly LaidBlock[], column: Column, composer: Composer): void {
  for (const tagged of taggedParagraphs(blocks, column)) {
    const { paragraph } = tagged;
    const rank = composer.rankOf(tagged);
    if (rank === null) composer.add({ ...sketchOfTagged(tagged), page: paragraph.page });
    else composer.add(headingOf(paragraph, rank, paragraph.page));
  }
}

function sketchOfTagged({ paragraph, tag, item, level }: Tagged): ReturnType<typeof sketchOf> {
  if (tag.depth < 0) return { ...sketchOf(paragraph), level };
  const { text, marker, apart } = paragraph;
  if (!item) {
    const written = marker === undefined ? text : `${marker} ${text}`;
    return { kind: 'paragraph', text: written, level, apart };
  }
  const sign = glyphAt(marker ?? (tag.labelled ? '•' : undefined), level);
  return { kind: 'item', text, marker: sign, level, apart };
}

/** The paragraphs of blocks that follow each other, with their depths. */
function taggedParagraphs(blocks: readonly LaidBlock[], column: Column): Tagged[] {
  const tags = new Map<Line, TagBlock>();
  for (const { tag, lines } of blocks) for (const line of lines) tags.set(line, tag);
  const marked = new Set(blocks.filter((block) => isMarked(block, column)).map(({ tag }) => tag));
  const joins = (before: Line, line: Line): boolean | undefined =>
    areJoined(tags.get(before)!, tags.get(line)!, before.page === line.page, marked);
  const depths = { levels: new Map<string, number>(), flat: flatLists(blocks), marked };
  let before: Tagged | null = null;
  return paragraphsOf([...tags.keys()], { ...column, joins }).map((paragraph) => {
    const tag = tags.get(paragraph.first)!;
    before = withDepth(paragraph, tag, before, depths);
    return before;
  });
}

interface Depths {
  readonly levels: Map<string, number>;
  /** Blocks of lists whose depths the tags may leave out. */
  readonly flat: ReadonlySet<TagBlock>;
  /** Blocks that a label, bullet or number opens. */
  readonly marked: ReadonlySet<TagBlock>;
}

/** Lists that follow each other, none inside another: there indents tell more. */
function flatLists(blocks: readonly LaidBlock[]): Set<TagBlock> {
  const flat = new Set<TagBlock>();
  let run: TagBlock[] = [];
  const flush = (): void => {
    if (run.every(({ depth }) => depth === 0)) for (const tag of run) flat.add(tag);
    run = [];
  };
  for (const { tag } of blocks)
    if (tag.depth >= 0) run.push(tag);
    else flush();
  flush();
  return flat;
}

function isMarked({ tag, lines }: LaidBlock, column: Column): boolean {
  return tag.labelled || opensWithMarker(lines[0]!, column);
}

/** True for words of one block, also where a page parts them; undefined where the tags do not tell. */
function areJoined(
  before: TagBlock,
  tag: TagBlock,
  samePage: boolean,
  marked: ReadonlySet<TagBlock>,
): boolean | undefined {
  if (before === tag) return true;
  if (samePage || tag.labelled) return false;
  if (before.role !== 'paragraph' || tag.role !== 'paragraph') return false;
  if (before.place === '' && tag.place === '') return undefined;
  if (before.place === tag.place) return true;
  return isUnmarked(before, tag, marked) ? undefined : false;
}

/** True for an item without a label after one with: it may be the rest of that one, tagged for itself. */
function isUnmarked(before: TagBlock, tag: TagBlock, marked: ReadonlySet<TagBlock>): boolean {
  return tag.item !== null && marked.has(before) && !marked.has(tag);
}

/** Depth in lists by the tags; deeper where indents alone tell it. */
function withDepth(
  paragraph: Paragraph,
  tag: TagBlock,
  before: Tagged | null,
  { levels, flat, marked }: Depths,
): Tagged {
  const { page, level = 0 } = paragraph;
  if (tag.item === null) {
    // Words outside all lists are no part of an item that is tagged.
    const free = !paragraph.item && before !== null && before.tag.depth >= 0;
    return { paragraph, tag, item: paragraph.item, level: free ? undefined : paragraph.level };
  }
  const key = `${page} ${tag.item.list} ${tag.item.place}`;
  const known = levels.get(key);
  if (known !== undefined) return { paragraph, tag, item: false, level: known };
  if (before !== null && goesOnInItem(before, paragraph, tag, marked)) {
    const own = before.level ?? tag.depth;
    levels.set(key, own);
    return { paragraph, tag, item: false, level: own };
  }
  const own = paragraph.item && flat.has(tag) ? Math.max(tag.depth, level) : tag.depth;
  levels.set(key, own);
  return { paragraph, tag, item: true, level: own };
}

/** True for the first words on a page of an item that was open at the end of the page before. */
function goesOnInItem(
  before: Tagged,
  { page, item }: Paragraph,
  tag: TagBlock,
  marked: ReadonlySet<TagBlock>,
): boolean {
  if (before.paragraph.lastPage === page || tag.labelled || item) return false;
  const open = before.tag.item?.place;
  return (open !== undefined && open === tag.item?.place) || isUnmarked(before.tag, tag, marked);
}

function composeTable(table: LaidTable, composer: Composer): void {
  const rows = placedRows(table);
  const number = composer.tables++;
  const width = Math.max(...rows.flatMap(({ cells }) => cells.map(({ column }) => column))) + 1;
  const wide = rows.filter(({ cells }) => cells.length > 1);
  const columns = Array.from({ length: width }, (_, at) =>
    columnOf(
      wide.flatMap((row) => linesAt(row, at)),
      composer.facts,
    ),
  );
  // A row of one cell is a title, as bold as the header row above it.
  const second = rows.slice(1).find(({ cells }) => cells.length > 1) ?? rows[1];
  rows.forEach((row, at) => {
    const header =
      row.header || (at === 0 && second !== undefined && isBoldHead(row, second, width));
    composeRow({ ...row, header }, { table: number, row: at, column: 0 }, columns, composer);
  });
}

function linesAt({ cells }: PlacedRow, column: number): Line[] {
  return cells
    .filter((cell) => cell.column === column)
    .flatMap(({ blocks }) => blocks.flatMap(({ lines }) => [...lines]));
}

function isBoldHead(first: PlacedRow, second: PlacedRow, width: number): boolean {
  const columns = Array.from({ length: width }, (_, at) => at);
  return isHead(
    columns.map((at) => linesAt(first, at)),
    columns.map((at) => linesAt(second, at)),
  );
}

function composeRow(
  { cells, header }: PlacedRow,
  place: CellPlace,
  columns: readonly Column[],
  { headings, rankOf, add }: Composer,
): void {
  const lone = cells.length === 1;
  const first = Math.min(
    ...cells.flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines.map(({ page }) => page))),
  );
  let page = first;
  for (const { column, blocks } of cells) {
    const right = Math.max(columns[column]!.right, ...blocks.map(({ lines }) => rightOf(lines)));
    const cell = { ...place, column, ...(header ? { header } : {}) };
    taggedParagraphs(blocks, { ...columns[column]!, right }).forEach((tagged, index) => {
      const { paragraph, tag } = tagged;
      // The answers tell where the page ends; a question may stand further down.
      page = Math.max(page, column === columns.length - 1 ? paragraph.page : first);
      const title = tag.role === 'heading' ? rankOf(tagged) : headings.titleLevel(paragraph);
      if (lone && title !== null) add(headingOf(paragraph, title, page));
      else {
        const sketch = sketchOfTagged(tagged);
        add({ ...sketch, apart: index === 0 || sketch.apart, cell, page });
      }
    });
  }
}
