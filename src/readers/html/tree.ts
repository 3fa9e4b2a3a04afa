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
  /** Tags that are open at once where most are. */
  readonly depth: number;
  /** Texts of the style elements. */
  readonly sheets: string;
}

/** Elements that lie deeper are taken out of their nests: nothing that a person wrote does. */
export const MAX_DEPTH = 1000;
const MAX_SHEETS = 300_000;
const NONE: Attributes = {};

const CELLS = ['td', 'th', 'caption', 'table'];
const LIST_ITEM = ['ul', 'ol', ...CELLS];
const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);
const TABLE_PARTS = new Set(['tr', 'td', 'th', 'caption', ...SECTIONS]);

/** The nodes that are open, found by name at no cost. */
interface Stack {
  readonly places: number[];
  readonly heights: Map<string, number[]>;
  /** Heights of the open elements that begin a line. */
  readonly blocks: number[];
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
        // A null prototype: "__proto__" is an attribute like any other.
        attributes ??= Object.create(null) as Record<string, string>;
        if (!(key in attributes)) attributes[key] = value;
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

function createTreeBuilder(): TreeBuilder {
  const nodes: Node[] = [{ name: '#root', attributes: NONE, parent: -1, text: '', end: 0 }];
  const stack: Stack = { places: [0], heights: new Map(), blocks: [] };
  const beyond = new Map<string, number>();
  let [depth, excess, sheets] = [0, 0, ''];
  const add = (name: string, attributes: Attributes, text: string): Node => {
    const node = {
      name,
      attributes,
      parent: stack.places.at(-1) ?? 0,
      text,
      end: nodes.length + 1,
    };
    nodes.push(node);
    return node;
  };
  const popTo = (height: number): void => {
    if (stack.places.length > height) {
      excess = 0;
      beyond.clear();
    }
    while (stack.places.length > height) {
      const node = nodes[stack.places.pop() ?? 0];
      if (node === undefined) continue;
      node.end = nodes.length;
      stack.heights.get(node.name)?.pop();
      if (BLOCKS.has(node.name)) stack.blocks.pop();
    }
  };
  const push = (name: string, attributes: Attributes): void => {
    add(name, attributes, '');
    const own = stack.heights.get(name);
    if (own === undefined) stack.heights.set(name, [stack.places.length]);
    else own.push(stack.places.length);
    if (BLOCKS.has(name)) stack.blocks.push(stack.places.length);
    stack.places.push(nodes.length - 1);
  };
  return {
    open: (found, attributes, selfClosing) => {
      const name = tableName(found, stack);
      if ((name === 'html' || name === 'body' || name === 'head') && heightOf(stack, name) >= 0)
        return;
      for (const height of impliedEnds(name, stack)) popTo(height);
      if (VOID.has(name) || selfClosing) {
        add(name, attributes, '');
        return;
      }
      if ((name === 'td' || name === 'th') && heightOf(stack, 'tr') < heightOf(stack, 'table'))
        push('tr', NONE);
      depth = Math.max(depth, stack.places.length + excess);
      if (stack.places.length < MAX_DEPTH || RAW.has(name)) push(name, attributes);
      else {
        excess++;
        beyond.set(name, (beyond.get(name) ?? 0) + 1);
        if (BLOCKS.has(name)) add('hr', NONE, '');
      }
    },
    close: (name) => {
      const left = beyond.get(name) ?? 0;
      if (left > 0) {
        excess--;
        beyond.set(name, left - 1);
        if (BLOCKS.has(name)) add('hr', NONE, '');
        return;
      }
      if (name === 'br' || (name === 'p' && heightOf(stack, 'p') < 0)) add(name, NONE, '');
      const height = heightOf(stack, name);
      if (height > borderOf(name, stack)) popTo(height);
    },
    text: (text) => {
      const top = nodes[stack.places.at(-1) ?? 0];
      if (top?.name === 'style') sheets += sheets.length < MAX_SHEETS ? text : '';
      if (top === undefined || RAW.has(top.name)) return;
      const last = nodes.at(-1);
      if (last?.name === '' && last.parent === stack.places.at(-1)) last.text += text;
      else add('', NONE, text);
    },
    finish: () => {
      popTo(0);
      return { nodes, depth, sheets: sheets.slice(0, MAX_SHEETS) };
    },
  };
}

/** Height in the stack of the innermost open element of that name, or -1. */
function heightOf(stack: Stack, name: string): number {
  return stack.heights.get(name)?.at(-1) ?? -1;
}

function highest(stack: Stack, names: readonly string[]): number {
  let height = -1;
  for (const name of names) height = Math.max(height, heightOf(stack, name));
  return height;
}

/** Rows and cells outside any table are plain divisions. */
function tableName(name: string, stack: Stack): string {
  return TABLE_PARTS.has(name) && heightOf(stack, 'table') < 0 ? 'div' : name;
}

/** The height that a closing tag cannot reach below. */
function borderOf(name: string, stack: Stack): number {
  if (name === 'table' || name === 'body' || name === 'html') return -1;
  if (TABLE_PARTS.has(name)) return heightOf(stack, 'table');
  if (name === 'li') return highest(stack, LIST_ITEM);
  if (name === 'a') return highest(stack, ['li', 'dl', ...LIST_ITEM]);
  return BLOCKS.has(name) ? highest(stack, CELLS) : (stack.blocks.at(-1) ?? -1);
}

/** The heights of the open elements that an opening tag ends. */
function impliedEnds(name: string, stack: Stack): number[] {
  const ends: number[] = [];
  const end = (closing: string, border: number): void => {
    const height = heightOf(stack, closing);
    if (height > border) ends.push(height);
  };
  const table = heightOf(stack, 'table');
  if (BLOCKS.has(name)) end('head', -1);
  if (BLOCKS.has(name) && !TABLE_PARTS.has(name)) end('p', highest(stack, ['button', ...CELLS]));
  if (name === 'li') end('li', highest(stack, LIST_ITEM));
  else if (name === 'dt' || name === 'dd')
    for (const one of ['dt', 'dd']) end(one, highest(stack, ['dl', ...CELLS]));
  else if (name === 'a') end('a', stack.blocks.at(-1) ?? -1);
  else if (name === 'option') end('option', -1);
  else if (name === 'td' || name === 'th')
    for (const one of ['td', 'th', 'caption']) end(one, table);
  else if (name === 'tr') for (const one of ['tr', 'caption']) end(one, table);
  else if (SECTIONS.has(name)) for (const one of ['tr', ...SECTIONS]) end(one, table);
  return ends;
}
