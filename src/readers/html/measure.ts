import { foldSpace } from '../../model/text.js';
import { BLOCKS, SKIPPED } from './elements.js';
import type { Node, Tree } from './tree.js';

/** What each element of a page holds, its descendants included, by its place in the tree. */
export interface Measures {
  /** Words, those in links included. */
  readonly words: Int32Array;
  /** Words in links. */
  readonly linked: Int32Array;
  readonly links: Int32Array;
}

/** Links that are no way to another page: what opens a panel, or leads to a note. */
export type IsControl = (place: number) => boolean;

/** Counts words and links; what is never words of a document counts nothing. */
export function measure({ nodes }: Tree, isControl: IsControl): Measures {
  const words = new Int32Array(nodes.length);
  const linked = new Int32Array(nodes.length);
  const links = new Int32Array(nodes.length);
  let [linkEnd, skipEnd] = [0, 0];
  nodes.forEach((node, at) => {
    if (at < skipEnd) return;
    if (SKIPPED.has(node.name)) skipEnd = node.end;
    else if (isLink(node) && !isControl(at)) {
      linkEnd = Math.max(linkEnd, node.end);
      links[at] = 1;
    } else if (node.name === '') {
      words[at] = countWords(node.text);
      if (at < linkEnd) linked[at] = words[at] ?? 0;
    }
  });
  for (let at = nodes.length - 1; at > 0; at--) {
    const parent = nodes[at]?.parent ?? 0;
    words[parent] = (words[parent] ?? 0) + (words[at] ?? 0);
    linked[parent] = (linked[parent] ?? 0) + (linked[at] ?? 0);
    links[parent] = (links[parent] ?? 0) + (links[at] ?? 0);
  }
  return { words, linked, links };
}

function isLink({ name, attributes }: Node): boolean {
  return name === 'a' && attributes['href'] !== undefined;
}

/** Words between white space; of Chinese, every sign is one. */
function countWords(text: string): number {
  let [count, inside] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const space = code <= 32 || code === 0xa0;
    const sign = code >= 0x3400 && code <= 0x9fff;
    if (sign || (!space && !inside)) count++;
    inside = !space && !sign;
  }
  return count;
}

/** Words outside of links. */
export function proseOf({ words, linked }: Measures, at: number): number {
  return (words[at] ?? 0) - (linked[at] ?? 0);
}

/** Share of the words that stand in links, 0-1. */
export function linkShare({ words, linked }: Measures, at: number): number {
  const all = words[at] ?? 0;
  return all === 0 ? 0 : (linked[at] ?? 0) / all;
}

/** The words of a subtree, white space folded, cut at some `most` characters. */
export function textOf({ nodes }: Tree, at: number, most: number): string {
  const only = nodes[at + 1];
  if (only?.name === '' && nodes[at]?.end === at + 2) return cut(only.text, most);
  // Bounded by nodes too: a subtree may hold any number without words.
  const end = Math.min(nodes[at]?.end ?? at, at + 20 * most + 500);
  const parts: string[] = [];
  let length = 0;
  for (let place = at; place < end && length < most; place++) {
    const node = nodes[place];
    if (node === undefined) break;
    if (SKIPPED.has(node.name)) place = node.end - 1;
    else if (node.name !== '') parts.push(node.name === 'br' || BLOCKS.has(node.name) ? ' ' : '');
    else {
      const part = node.text.slice(0, most + 200);
      parts.push(part);
      length += part.trim().length;
    }
  }
  return cut(parts.join(''), most);
}

function cut(text: string, most: number): string {
  return foldSpace(text.slice(0, most + 500)).slice(0, most);
}
