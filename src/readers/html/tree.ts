import { Tokenizer } from 'htmlparser2';
import { BLOCKS, RAW, VOID } from './elements.js';

export type Attributes = Readonly<Record<string, string>>;

/** An element, or a text where `name` is empty; the root is the first node. */
export interface Node {
  readonly name: string;
  readonly attributes: Attributes;
  /** Place of the parent in {@link Tree.nodes}; -1 for the root. */
  readonly parent: number;
  /** Words of a text node. */
  text: string;
  /** Place behind the last descendant: the nodes of a subtree stand together. */
  end: number;
}

/** A page's elements and texts in the order of their tags, without pointers to children. */
export interface Tree {
  readonly nodes: readonly Node[];
  /** Tags that are open at once where most are; 0 where that is no deeper than {@link MAX_DEPTH}. */
  readonly depth: number;
  /** Texts of the style elements. */
  readonly sheets: string;
}

/** Elements that lie deeper are taken out of their nests: nothing that a person wrote does. */
export const MAX_DEPTH = 1000;
const MAX_SHEETS = 300_000;
const NONE: Attributes = {};

/** What no closing tag reaches across, by its kind. */
type Border = 'none' | 'block' | 'cell' | 'list' | 'table';

const CELLS = new Set(['td', 'th', 'caption', 'table', 'button']);
const LISTS = new Set(['ul', 'ol', 'dl', ...CELLS]);
const SECTIONS = ['thead', 'tbody', 'tfoot'];
const TABLE_PARTS = new Set(['tr', 'td', 'th', 'caption', ...SECTIONS]);

/** Elements that the opening tags of others end, and how far up they are looked for. */
const ENDS = new Map<string, readonly [names: readonly string[], border: Border]>([
  ['li', [['li'], 'list']],
  ['dt', [['dt', 'dd'], 'list']],
  ['dd', [['dt', 'dd'], 'list']],
  ['a', [['a'], 'block']],
  ['option', [['option'], 'none']],
  ['td', [['td', 'th', 'caption'], 'table']],
  ['th', [['td', 'th', 'caption'], 'table']],
  ['tr', [['tr', 'caption'], 'table']],
  ['thead', [['tr', ...SECTIONS], 'table']],
  ['tbody', [['tr', ...SECTIONS], 'table']],
  ['tfoot', [['tr', ...SECTIONS], 'table']],
]);

/** The nodes that are open, found by name at no cost. */
interface Stack {
  readonly places: number[];
  readonly heights: Map<string, number[]>;
  /** Heights of the open elements that closing tags of a kind do not reach across. */
  readonly borders: Readonly<Record<Border, number[]>>;
}

/**
 * Parses HTML as it is found. Every step costs the same however deep the tags
 * are nested: what a tag may close is looked up by name, and a closing tag
 * never reaches out of the table cell that it stands in.
 */
export function parseTree(html: string): Tree {
  const builder = createTreeBuilder();
  let [name, key, value] = ['', '', ''];
  let attributes: Record<string, string> | null = null;
  const opened = (selfClosing: boolean): void => {
    if (name !== '') builder.open(name, attributes ?? NONE, selfClosing);
    [name, attributes] = ['', null];
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => builder.text(html.slice(start, end)),
      ontextentity: (code) => builder.text(String.fromCodePoint(code)),
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
      },
      onattribname: (start, end) => {
        key = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      onattribend: () => {
        attributes ??= {};
        if (!Object.hasOwn(attributes, key)) attributes[key] = value;
      },
      onopentagend: () => opened(false),
      onselfclosingtag: () => opened(true),
      onclosetag: (start, end) => builder.close(html.slice(start, end).toLowerCase()),
      oncomment: ignore,
      oncdata: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return builder.finish();
}

function ignore(): void {
  // Comments and declarations hold no words.
}

interface TreeBuilder {
  readonly open: (name: string, attributes: Attributes, selfClosing: boolean) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
  readonly finish: () => Tree;
}

/** A tree that grows: its nodes, the elements that are open, and those that lie too deep to be kept. */
interface Growing {
  readonly nodes: Node[];
  readonly stack: Stack;
  /** How many elements of a name are open beyond the deepest that is kept. */
  readonly beyond: Map<string, number>;
  excess: number;
  depth: number;
  sheets: string;
}

function createTreeBuilder(): TreeBuilder {
  const tree: Growing = {
    nodes: [{ name: '#root', attributes: NONE, parent: -1, text: '', end: 0 }],
    stack: { places: [0], heights: new Map(), borders: newBorders() },
    beyond: new Map(),
    excess: 0,
    depth: 0,
    sheets: '',
  };
  return {
    open: (name, attributes, selfClosing) => openElement(tree, name, attributes, selfClosing),
    close: (name) => closeElement(tree, name),
    text: (text) => addText(tree, text),
    finish: () => {
      popTo(tree, 0);
      return { nodes: tree.nodes, depth: tree.depth, sheets: tree.sheets.slice(0, MAX_SHEETS) };
    },
  };
}

function add({ nodes, stack }: Growing, name: string, attributes: Attributes, text: string): void {
  const parent = stack.places.at(-1) ?? 0;
  nodes.push({ name, attributes, parent, text, end: nodes.length + 1 });
}

function push(tree: Growing, name: string, attributes: Attributes): void {
  const { stack, nodes } = tree;
  add(tree, name, attributes, '');
  const own = stack.heights.get(name);
  if (own === undefined) stack.heights.set(name, [stack.places.length]);
  else own.push(stack.places.length);
  for (const kind of bordersOf(name)) stack.borders[kind].push(stack.places.length);
  stack.places.push(nodes.length - 1);
}

function popTo(tree: Growing, height: number): void {
  const { stack, nodes, beyond } = tree;
  if (stack.places.length > height) {
    tree.excess = 0;
    beyond.clear();
  }
  while (stack.places.length > height) {
    const node = nodes[stack.places.pop() ?? 0];
    if (node === undefined) continue;
    node.end = nodes.length;
    stack.heights.get(node.name)?.pop();
    for (const kind of bordersOf(node.name)) stack.borders[kind].pop();
  }
}

function openElement(
  tree: Growing,
  found: string,
  attributes: Attributes,
  selfClosing: boolean,
): void {
  const { stack } = tree;
  const name = tableName(found, stack);
  if (/^(?:html|body|head)$/u.test(name) && heightOf(stack, name) >= 0) return;
  endImplied(name, stack, (height) => popTo(tree, height));
  if (VOID.has(name) || selfClosing) {
    add(tree, name, attributes, '');
    return;
  }
  if ((name === 'td' || name === 'th') && heightOf(stack, 'tr') < heightOf(stack, 'table'))
    push(tree, 'tr', NONE);
  if (stack.places.length < MAX_DEPTH || RAW.has(name)) push(tree, name, attributes);
  else goBeyond(tree, name, 1);
}

/** An element too deep to be kept only ends the line. */
function goBeyond(tree: Growing, name: string, by: number): void {
  tree.excess += by;
  tree.depth = Math.max(tree.depth, MAX_DEPTH + tree.excess);
  tree.beyond.set(name, (tree.beyond.get(name) ?? 0) + by);
  if (BLOCKS.has(name)) add(tree, 'hr', NONE, '');
}

function closeElement(tree: Growing, name: string): void {
  const { stack, beyond } = tree;
  if ((beyond.get(name) ?? 0) > 0) {
    goBeyond(tree, name, -1);
    return;
  }
  if (name === 'br' || (name === 'p' && heightOf(stack, 'p') < 0)) add(tree, name, NONE, '');
  const height = heightOf(stack, name);
  if (height > borderOf(name, stack)) popTo(tree, height);
}

function addText(tree: Growing, text: string): void {
  const { nodes, stack } = tree;
  const top = nodes[stack.places.at(-1) ?? 0];
  if (top?.name === 'style') tree.sheets += tree.sheets.length < MAX_SHEETS ? text : '';
  if (top === undefined || RAW.has(top.name)) return;
  const last = nodes.at(-1);
  if (last?.name === '' && last.parent === stack.places.at(-1)) last.text += text;
  else add(tree, '', NONE, text);
}

/** Height in the stack of the innermost open element of that name, or -1. */
function heightOf(stack: Stack, name: string): number {
  return stack.heights.get(name)?.at(-1) ?? -1;
}

function newBorders(): Stack['borders'] {
  return { none: [], block: [], cell: [], list: [], table: [] };
}

const BORDERS = new Map<string, readonly Border[]>(
  [...BLOCKS, ...LISTS].map((name) => [
    name,
    [
      ...(BLOCKS.has(name) ? (['block'] as const) : []),
      ...(CELLS.has(name) ? (['cell'] as const) : []),
      ...(LISTS.has(name) ? (['list'] as const) : []),
      ...(name === 'table' ? (['table'] as const) : []),
    ],
  ]),
);
const NO_BORDERS: readonly Border[] = [];

function bordersOf(name: string): readonly Border[] {
  return BORDERS.get(name) ?? NO_BORDERS;
}

/** Rows and cells outside any table are plain divisions. */
function tableName(name: string, stack: Stack): string {
  return TABLE_PARTS.has(name) && heightOf(stack, 'table') < 0 ? 'div' : name;
}

/** The height that a closing tag cannot reach below. */
function borderOf(name: string, { borders }: Stack): number {
  return borders[borderKind(name)].at(-1) ?? -1;
}

function borderKind(name: string): Border {
  if (name === 'table' || name === 'body' || name === 'html' || name === 'button') return 'none';
  if (TABLE_PARTS.has(name)) return 'table';
  if (name === 'ul' || name === 'ol' || name === 'dl') return 'cell';
  if (name === 'li' || name === 'a' || name === 'dt' || name === 'dd') return 'list';
  return BLOCKS.has(name) ? 'cell' : 'block';
}

/** Ends the open elements that an opening tag ends. */
function endImplied(name: string, stack: Stack, popTo: (height: number) => void): void {
  const end = (closing: string, border: Border): void => {
    const height = heightOf(stack, closing);
    if (height > (stack.borders[border].at(-1) ?? -1)) popTo(height);
  };
  if (BLOCKS.has(name)) {
    end('head', 'none');
    if (!TABLE_PARTS.has(name)) end('p', 'cell');
  }
  const ends = ENDS.get(name);
  if (ends !== undefined) for (const closing of ends[0]) end(closing, ends[1]);
}
