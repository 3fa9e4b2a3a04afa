import { textOf } from './measure.js';
import { styleOf } from './styles.js';
import type { Attributes, Tree } from './tree.js';

/** An item of a list as Word saves it in a web page: a paragraph with its bullet in a span. */
export interface WordItem {
  /** 0 for an outermost list. */
  readonly level: number;
  readonly marker: string | undefined;
  /** Place of the span that holds the bullet. */
  readonly bullet: number;
}

const LIST = /mso-list\s{0,3}:\s{0,3}[\w ]{0,30}level(\d{1,2})/u;
const BULLET = /mso-list\s{0,3}:\s{0,3}ignore/iu;
/** Nodes between a paragraph and its bullet at most. */
const NEAR = 12;

/** Reads a paragraph as an item of Word's; null for any other. */
export function wordItem(tree: Tree, at: number): WordItem | null {
  const node = tree.nodes[at];
  const level = LIST.exec(styleOf(node?.attributes ?? {}))?.[1];
  const bullet = level === undefined ? -1 : bulletIn(tree, at);
  if (level === undefined || bullet < 0) return null;
  const written = textOf(tree, bullet, 40);
  const marker = isSymbolic(tree, at, bullet) ? symbol(written) : written;
  return {
    level: Math.max(0, Number(level) - 1),
    marker: marker === '' ? undefined : marker,
    bullet,
  };
}

function bulletIn({ nodes }: Tree, at: number): number {
  const end = Math.min(nodes[at]?.end ?? at, at + NEAR);
  for (let place = at + 1; place < end; place++)
    if (BULLET.test(styleOf(nodes[place]?.attributes ?? {}))) return place;
  return -1;
}

function isSymbolic({ nodes }: Tree, from: number, to: number): boolean {
  for (let place = to; place > from; place = nodes[place]?.parent ?? from)
    if (isSymbolFont(nodes[place]?.attributes ?? {})) return true;
  return false;
}

/** True where an element sets its text in a font of signs, whose letters are no letters. */
export function isSymbolFont(attributes: Attributes): boolean {
  const face = attributes['face']?.slice(0, 50) ?? '';
  const family = /font(?:-family)?\s{0,3}:[^;]{0,80}/iu.exec(styleOf(attributes))?.[0] ?? '';
  return (
    /^\s?(?:symbol|wingdings|webdings)/iu.test(face) ||
    /[:\s"',](?:symbol|wingdings)/iu.test(family)
  );
}

const SIGNS = new Map<string, string>([
  ['§', '▪'],
  ['Ø', '➢'],
  ['ü', '✓'],
  ['v', '❖'],
  ['n', '■'],
  ['l', '●'],
  ['q', '□'],
  ['à', '→'],
]);

/** The bullet that a letter of a font of signs shows. */
export function symbol(letter: string): string {
  return SIGNS.get(letter) ?? '•';
}
