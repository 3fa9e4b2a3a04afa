/** The tags of one page: the blocks and tables that the file says its words are. */

/** Words that the tags name as one block. */
export interface TagBlock {
  readonly kind: 'block';
  readonly role: 'paragraph' | 'heading' | 'note' | 'contents';
  /** Rank of a heading, from 1. */
  readonly rank: number;
  /** Depth of the list that it stands in, from 0; -1 outside lists. */
  readonly depth: number;
  /** Where it stands in its list, the same on each page that the list runs over; empty outside lists. */
  readonly place: string;
  /** The item that it is part of: the number of the outermost list on the page, and the item's place in it. */
  readonly item: { readonly list: number; readonly place: string } | null;
  /** A label stands before it on this page. */
  readonly labelled: boolean;
  /** Numbers of its marked content, the label's first. */
  readonly marks: readonly number[];
}

/** A cell with words on the page. */
export interface TagCell {
  /** Place in its row, from 0. */
  readonly at: number;
  readonly head: boolean;
  readonly blocks: readonly TagBlock[];
}

/** A row with words on the page. */
export interface TagRow {
  /** Place in its table, from 0, rows of other pages counted. */
  readonly at: number;
  /** Cells of the row, those without words counted. */
  readonly width: number;
  readonly cells: readonly TagCell[];
}

/** A table, or a page's part of it. */
export interface TagTable {
  readonly kind: 'table';
  /** What two parts of one table have in common. */
  readonly shape: string;
  readonly rows: readonly TagRow[];
}

export type TagItem = TagBlock | TagTable;

/** What the tags say of a page. */
export interface TagPage {
  readonly items: readonly TagItem[];
  readonly notes: readonly TagBlock[];
}

/** A node as pdfjs gives it: an element with a role, or marked content with an id. */
interface Node {
  readonly role?: unknown;
  readonly type?: unknown;
  readonly id?: unknown;
  readonly children?: readonly Node[];
}

interface Context {
  readonly depth: number;
  readonly place: string;
  readonly item: TagBlock['item'];
  /** The label that waits for the item's first words; shared by all that is in the item. */
  readonly label: { marks: number[]; found: boolean };
}

interface Work {
  readonly items: TagItem[];
  readonly notes: TagBlock[];
  readonly count: { lists: number };
}

/** Roles that part words of one line, not blocks. */
const INLINE = new Set(
  'Span Quote Link Annot Reference BibEntry Code Em Strong Sub Lbl Ruby RB RT RP Warichu WT WP Formula NonStruct Private'.split(
    ' ',
  ),
);
const NOTES = new Set(['Note', 'FENote']);
const OUTSIDE: Context = { depth: -1, place: '', item: null, label: { marks: [], found: false } };

/** Reads a page's part of the structure tree, as pdfjs gives it; null where there is none. */
export function tagsOf(tree: unknown): TagPage | null {
  if (tree === null || typeof tree !== 'object') return null;
  const work: Work = { items: [], notes: [], count: { lists: 0 } };
  walk(tree as Node, OUTSIDE, work);
  return { items: work.items, notes: work.notes };
}

function roleOf({ role }: Node): string {
  return typeof role === 'string' ? role : '';
}

function kidsOf({ children }: Node): readonly Node[] {
  return Array.isArray(children) ? children : [];
}

/** The number of marked content: "p12R_mc3" is 3. */
function markOf({ type, id }: Node): number | null {
  if (type !== 'content' || typeof id !== 'string') return null;
  const digits = /_mc(\d{1,9})$/u.exec(id)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** True for what stands inside a line: no block is in it, however deep. */
function isInline(node: Node): boolean {
  const role = roleOf(node);
  if (role === '') return true;
  if (!INLINE.has(role)) return false;
  return kidsOf(node).every((kid) => isInline(kid) || NOTES.has(roleOf(kid)));
}

/** Makes blocks of what is in an element: words of its own in one, other blocks each for itself. */
function walk(node: Node, context: Context, work: Work): void {
  let marks: number[] = [];
  let start = 0;
  const flush = (): void => {
    addBlock(marks, placed(context, `${start}`), work);
    marks = [];
  };
  kidsOf(node).forEach((kid, at) => {
    if (isInline(kid) || NOTES.has(roleOf(kid))) {
      if (marks.length === 0) start = at;
      collect(kid, context, work, marks);
      return;
    }
    flush();
    walkBlock(kid, placed(context, `${at}`), work);
  });
  flush();
}

/** Where something stands is told inside lists alone: there pdfjs gives all elements on each page. */
function placed(context: Context, step: string): Context {
  return context.place === '' ? context : { ...context, place: `${context.place}.${step}` };
}

/** Gathers the marks of words that stand in a line; notes stand for themselves. */
function collect(node: Node, context: Context, work: Work, marks: number[]): void {
  const mark = markOf(node);
  if (mark !== null) marks.push(mark);
  if (NOTES.has(roleOf(node))) {
    const own = marksIn(node);
    if (own.length > 0) work.notes.push({ ...blockOf(own, OUTSIDE), role: 'note' });
    return;
  }
  for (const kid of kidsOf(node)) collect(kid, context, work, marks);
}

function marksIn(node: Node): number[] {
  const mark = markOf(node);
  return [...(mark === null ? [] : [mark]), ...kidsOf(node).flatMap(marksIn)];
}

function blockOf(marks: readonly number[], { depth, place, item }: Context): TagBlock {
  const labelled = false;
  return { kind: 'block', role: 'paragraph', rank: 0, depth, place, item, labelled, marks };
}

function addBlock(
  marks: readonly number[],
  context: Context,
  work: Work,
  more: Partial<TagBlock> = {},
): void {
  if (marks.length === 0) return;
  const { label } = context;
  const block = blockOf([...label.marks, ...marks], context);
  work.items.push({ ...block, labelled: label.found, ...more });
  label.marks = [];
  label.found = false;
}

function walkBlock(node: Node, context: Context, work: Work): void {
  const role = roleOf(node);
  if (role === 'L') walkList(node, context, work);
  else if (role === 'Table') walkTable(node, context, work);
  else if (role === 'Artifact') return;
  else if (role === 'TOC' || role === 'Index') addAs(node, context, work, { role: 'contents' });
  else if (role === 'H' || role === 'Title' || /^H[1-6]$/u.test(role))
    addAs(node, context, work, { role: 'heading', rank: Number(role.slice(1)) || 1 });
  else walk(node, context, work);
}

/** All words of an element as one block. */
function addAs(node: Node, context: Context, work: Work, more: Partial<TagBlock>): void {
  const marks: number[] = [];
  collect(node, context, work, marks);
  addBlock(marks, context, work, more);
}

function walkList(list: Node, context: Context, work: Work): void {
  const kids = kidsOf(list);
  const depth = context.depth + 1;
  const number = context.item?.list ?? work.count.lists++;
  kids.forEach((kid, at) => {
    const place = `${context.place}/${kids.length}:${at}`;
    const label = { marks: [], found: false };
    const own = { depth, place, item: { list: number, place }, label };
    if (roleOf(kid) === 'L') walkList(kid, { ...own, label: context.label }, work);
    else if (roleOf(kid) === 'LI') walkItem(kid, own, work);
    else walkBlock(kid, context, work);
  });
}

function walkItem(item: Node, context: Context, work: Work): void {
  const { label } = context;
  const rest = kidsOf(item).map((kid): Node => {
    if (roleOf(kid) !== 'Lbl') return kid;
    label.marks.push(...marksIn(kid));
    label.found ||= label.marks.length > 0;
    return {};
  });
  walk({ ...item, children: rest }, context, work);
  addBlock(label.marks.splice(0), context, work);
}

function walkTable(table: Node, context: Context, work: Work): void {
  const rows: TagRow[] = [];
  let [count, sum] = [0, 0];
  const visit = (node: Node): void => {
    for (const kid of kidsOf(node)) {
      const role = roleOf(kid);
      if (role === 'TR') {
        const row = rowOf(kid, count++, work);
        sum = (sum * 31 + row.width + 1) % 1_000_003;
        if (row.cells.length > 0) rows.push(row);
      } else if (role === 'Caption') walk(kid, context, work);
      else if (role !== '' && role !== 'Artifact') visit(kid);
    }
  };
  visit(table);
  if (rows.length > 0) work.items.push({ kind: 'table', shape: `${count} ${sum}`, rows });
}

function rowOf(row: Node, at: number, work: Work): TagRow {
  const cells: TagCell[] = [];
  let width = 0;
  const visit = (node: Node): void => {
    for (const kid of kidsOf(node)) {
      const role = roleOf(kid);
      if (role === 'TD' || role === 'TH') {
        const blocks = cellBlocks(kid, work);
        if (blocks.length > 0) cells.push({ at: width, head: role === 'TH', blocks });
        width++;
      } else if (role !== '' && role !== 'Artifact') visit(kid);
    }
  };
  visit(row);
  return { at, width, cells };
}

/** The blocks of a cell; those of tables inside it are its own. */
function cellBlocks(cell: Node, { notes, count }: Work): TagBlock[] {
  const own: Work = { items: [], notes, count };
  walk(cell, { ...OUTSIDE, label: { marks: [], found: false } }, own);
  return blocksIn(own.items);
}

/** All blocks of some items, those in tables included. */
export function blocksIn(items: readonly TagItem[]): TagBlock[] {
  return items.flatMap((item) =>
    item.kind === 'block'
      ? [item]
      : item.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks)),
  );
}
