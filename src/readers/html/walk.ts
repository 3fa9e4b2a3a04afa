import { createBuilder } from '../builder.js';
import { createComposer } from '../lines.js';
import type { Dropped, DropReason, Extracted } from '../types.js';
import { BLOCKS, HEADINGS, SKIPPED } from './elements.js';
import type { Page } from './furniture.js';
import { itemMarker, openList } from './lists.js';
import { textOf } from './measure.js';
import { indentOf, type Sheet } from './styles.js';
import type { Node } from './tree.js';
import { isSymbolFont, symbol, wordItem } from './word.js';
import { addTitle, flush, NOTE_MARK, startWords, type Words } from './write.js';

/** What the walk over a page is told. */
export interface WalkSettings {
  readonly sheet: Sheet;
  /** What is left out, and why. */
  readonly left: ReadonlyMap<number, DropReason>;
  /** Columns at which lines are wrapped by line breaks; 0 when they are not. */
  readonly width: number;
}

/** What the walk over a page finds, and the lines that are parted by line breaks. */
export interface Walked extends Extracted {
  readonly dropped: readonly Dropped[];
  readonly broken: readonly string[];
}

interface Walk extends WalkSettings {
  readonly page: Page;
  readonly words: Words;
  readonly dropped: Dropped[];
  readonly structural: ReadonlySet<number>;
}

/** What an element does when it ends. */
type End = () => void;

/** Walks over a page in reading order and makes blocks of its words. */
export function walk(page: Page, settings: WalkSettings): Walked {
  const { nodes } = page.tree;
  const builder = createBuilder();
  const words = startWords(builder, createComposer(builder, settings.width));
  const state: Walk = { ...settings, page, words, dropped: [], structural: structuralLists(page) };
  const open: { readonly end: number; readonly close: End }[] = [];
  const closeUpTo = (at: number): void => {
    for (let top = open.at(-1); top !== undefined && top.end <= at; top = open.at(-1)) {
      open.pop();
      top.close();
    }
  };
  for (let at = 1; at < nodes.length;) {
    closeUpTo(at);
    const node = nodes[at];
    if (node === undefined) break;
    if (node.name !== '' && isPassed(state, node, at)) {
      at = node.end;
      continue;
    }
    const close = node.name === '' ? addText(words, node.text) : begin(state, node, at);
    if (close !== null) open.push({ end: node.end, close });
    at++;
  }
  closeUpTo(nodes.length);
  flush(words);
  words.composer.close();
  return { ...builder.finish(), dropped: state.dropped, broken: words.broken };
}

/** Lists whose items hold headings, titles or tables: they lay out a page and list nothing. */
function structuralLists({ tree: { nodes }, panels, tables }: Page): Set<number> {
  const lists = new Set<number>();
  const items = new Int32Array(nodes.length);
  nodes.forEach((node, at) => {
    if (at === 0 || node.name === '') return;
    const item = items[node.parent] ?? 0;
    items[at] = node.name === 'li' ? at : item;
    const title = HEADINGS.has(node.name) || node.name === 'summary' || panels.titles.has(at);
    if (item > 0 && (title || tables.roles.get(at) === 'data')) lists.add(nodes[item]?.parent ?? 0);
  });
  return lists;
}

/** Passes over what holds no words of the document, and keeps a record of the words left out. */
function isPassed(state: Walk, node: Node, at: number): boolean {
  const { page, words, left } = state;
  if (page.notes.marks.has(at)) words.pieces.push(NOTE_MARK);
  else if (isWordless(state, node, at)) return true;
  else if (node.name === 'tr' && isShortRow(page, node, at)) addRow(state, node, at);
  else {
    const reason = left.get(at);
    if (reason === undefined) return false;
    if (BLOCKS.has(node.name)) flush(words);
    const text = textOf(page.tree, at, 200);
    if (/[\p{L}\p{N}]/u.test(text)) state.dropped.push({ reason, text });
  }
  return true;
}

function isWordless({ page, words }: Walk, { name }: Node, at: number): boolean {
  if (SKIPPED.has(name) || page.panels.silent.has(at)) return true;
  return name === 'button' && !page.panels.titles.has(at) && words.heading === 0 && !words.title;
}

function addText(words: Words, text: string): null {
  const plain = text.includes('\u00ad') ? text.replaceAll('\u00ad', '') : text;
  if (words.symbols > 0 && plain.trim().length === 1) words.pieces.push(symbol(plain.trim()));
  // A no-break space stays: it may be an indent.
  else if (words.pre > 0 || !/[\t\n\r\f]/u.test(plain)) words.pieces.push(plain);
  else words.pieces.push(plain.replace(/[ \t\n\r\f]+/gu, ' '));
  return null;
}

/** Opens an element. @returns what is to be done at its end, or null */
function begin(state: Walk, node: Node, at: number): End | null {
  const { page, words } = state;
  const { name, attributes } = node;
  if (name === 'br') words.pieces.push('\n');
  const label = page.panels.labels.get(at);
  if (label !== undefined) {
    flush(words);
    addTitle(words, label);
  }
  if (!BLOCKS.has(name) && !isTitle(state, node, at)) return beginInline(words, node);
  flush(words);
  const { indent } = words;
  words.indent += indentOf(attributes) + (name === 'blockquote' || name === 'dd' ? 4 : 0);
  const end = beginBlock(state, node, at);
  return () => {
    flush(words);
    words.indent = indent;
    end?.();
  };
}

function beginInline(words: Words, { name, attributes }: Node): End | null {
  if ((name !== 'span' && name !== 'font') || !isSymbolFont(attributes)) return null;
  words.symbols++;
  return () => {
    words.symbols--;
  };
}

function beginBlock(state: Walk, node: Node, at: number): End | null {
  const { page, words } = state;
  const { name } = node;
  const mark = page.notes.notes.get(at);
  if (mark !== undefined) return beginNote(words, mark);
  if (HEADINGS.has(name)) return beginHeading(words, Number(name[1]));
  if (isTitle(state, node, at)) return beginTitle(words);
  if (name === 'pre' || name === 'xmp' || name === 'textarea') return beginPre(words);
  if (name === 'ul' || name === 'ol' || name === 'dir') return beginList(state, node, at);
  if (name === 'li') return beginItem(words, node);
  if (name === 'p') beginParagraph(state, at);
  if (name === 'dt') words.composer.reset();
  return page.tables.cells.has(at) ? beginCell(state, at) : null;
}

/** Elements that give what follows them a title, though no heading's tag says so. */
function isTitle({ page, words }: Walk, { name, attributes }: Node, at: number): boolean {
  if (name === 'p' || name === 'div' || name === 'li' || name === 'td')
    return page.panels.titles.has(at) || attributes['role'] === 'heading';
  if (page.panels.titles.has(at) || name === 'summary' || name === 'legend') return true;
  if (attributes['role'] === 'heading') return true;
  if (name === 'caption') return words.cell === undefined;
  if (name !== 'dt' || words.cell !== undefined || words.lists.length > 0) return false;
  return /[?؟？]/u.test(textOf(page.tree, at, 500));
}

function beginNote(words: Words, mark: string): End {
  const { note } = words;
  words.note = mark;
  return () => {
    words.note = note;
  };
}

function beginHeading(words: Words, rank: number): End {
  words.heading = rank;
  return () => {
    words.heading = 0;
  };
}

function beginTitle(words: Words): End {
  words.title = true;
  return () => {
    words.title = false;
  };
}

function beginPre(words: Words): End {
  words.pre++;
  return () => {
    words.pre--;
  };
}

function beginList(
  { structural, sheet, words }: Walk,
  { name, attributes }: Node,
  at: number,
): End {
  const { lists } = words;
  const around = lists.findLast((list) => !list.structural);
  if (around === undefined) words.listStarts = true;
  const outer = around?.level ?? -1;
  lists.push(openList(name, attributes, { outer, sheet, structural: structural.has(at) }));
  return () => {
    lists.pop();
    words.listEnd = words.indent;
  };
}

function beginItem(words: Words, { attributes }: Node): End {
  const list = words.lists.at(-1);
  const marker = itemMarker(list, attributes);
  if (list?.structural === true) words.number = marker;
  else words.item = { marker };
  return () => {
    words.item = null;
    words.number = undefined;
  };
}

/** Word's items are paragraphs. */
function beginParagraph({ page, words }: Walk, at: number): void {
  const item = wordItem(page.tree, at);
  if (item === null || words.heading > 0) return;
  words.item = { marker: item.marker, level: item.level };
}

function beginCell({ page, words }: Walk, at: number): End {
  const { lists, cell } = words;
  words.lists = [];
  words.item = null;
  words.typed = [];
  words.nests = false;
  words.cell = page.tables.cells.get(at);
  if (words.cell?.column === 0) words.composer.reset();
  return () => {
    words.lists = lists;
    words.cell = cell;
  };
}

/** Characters of a cell at most for its row to be one line. */
const SHORT_CELL = 120;

/** A row of a table inside a cell whose cells hold a few words each. */
function isShortRow({ tree, tables }: Page, row: Node, at: number): boolean {
  let table = row.parent;
  while (table > 0 && tree.nodes[table]?.name !== 'table') table = tree.nodes[table]?.parent ?? 0;
  if (tables.roles.get(table) !== 'inner') return false;
  for (let place = at + 1; place < row.end; place++)
    if (/^(?:ul|ol|table|h[1-6])$/u.test(tree.nodes[place]?.name ?? '')) return false;
  return cellTexts(tree, row, at).every((text) => text.length <= SHORT_CELL);
}

function addRow({ page, words }: Walk, row: Node, at: number): void {
  flush(words);
  words.pieces.push(cellTexts(page.tree, row, at).join(' | '));
  flush(words);
}

function cellTexts(tree: Page['tree'], row: Node, at: number): string[] {
  const texts: string[] = [];
  for (let place = at + 1; place < row.end; place++) {
    const { name = '', end = place + 1 } = tree.nodes[place] ?? {};
    if (name !== 'td' && name !== 'th') continue;
    texts.push(textOf(tree, place, SHORT_CELL + 1));
    place = end - 1;
  }
  return texts.filter((text) => text !== '');
}
