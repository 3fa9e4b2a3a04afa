import { BLOCKS, HEADINGS } from './elements.js';
import { textOf } from './measure.js';
import { classesOf, styleOf } from './styles.js';
import type { Node, Tree } from './tree.js';

/** The footnotes of a page, and the marks that refer to them. */
export interface Notes {
  /** Elements that are marks of a note or links back from one: no words. */
  readonly marks: ReadonlySet<number>;
  /** Elements whose words are a note, with its mark; '' for a list of notes. */
  readonly notes: ReadonlyMap<number, string>;
}

interface Found {
  readonly tree: Tree;
  readonly ids: ReadonlyMap<string, number>;
  readonly marks: Set<number>;
  readonly notes: Map<number, string>;
}

const MARK = /^[[(]?\s?(?:\p{Nd}{1,3}|[ivx]{1,5}|[a-z]|[*†‡§]{1,3}|note\s?\d{1,3})\s?[\])]?$/iu;
const PLAIN_MARK = /^[[(]?(?:\p{Nd}{1,2}|[*†‡]{1,3})[\])]?$/u;
const HINT =
  /(?:foot|end)-?note|fn-?ref|note-?ref|doc-noteref|sd(?:foot|end)note|cite_|mso-footnote/iu;
const HINT_HREF = /^#_{0,2}(?:fn|ftn|edn|sd(?:foot|end)note|cite|(?:foot|end)?-?note)/iu;
const LIST_OF_NOTES =
  /^(?:footnotes?|endnotes?|footnotes?-(?:list|area)|wp-block-footnotes|reflist|references|mw-references.{0,20}|doc-endnotes|doc-footnotes)$/iu;
/** Characters of the longest note; what is longer is no note. */
const LONGEST = 6000;

/** Finds footnotes: by links to and from them, by what their elements say of themselves, by raised marks. */
export function findNotes(tree: Tree, ids: ReadonlyMap<string, number>): Notes {
  const found: Found = { tree, ids, marks: new Set(), notes: new Map() };
  tree.nodes.forEach((node, at) => {
    if (node.name === 'a') takeReference(found, node, at);
  });
  takeRaised(found);
  for (const place of [...found.notes.keys()]) {
    takeLinksBack(found, place);
    takeLists(found, place);
  }
  return found;
}

/** Places of elements by their ids, and by the names of anchors. */
export function idsOf({ nodes }: Tree): Map<string, number> {
  const ids = new Map<string, number>();
  nodes.forEach(({ name, attributes }, at) => {
    if (name === '') return;
    for (const id of [attributes['id'], name === 'a' ? attributes['name'] : undefined])
      if (id !== undefined && id !== '' && !ids.has(id)) ids.set(id, at);
  });
  return ids;
}

/** The place that a link inside the page leads to. */
function targetOf({ ids }: Found, { attributes }: Node): number | undefined {
  const href = attributes['href'] ?? '';
  return href.startsWith('#') ? ids.get(href.slice(1)) : undefined;
}

function takeReference(found: Found, node: Node, at: number): void {
  const target = targetOf(found, node);
  if (target === undefined || target < at) return;
  const text = textOf(found.tree, at, 12);
  if (!MARK.test(text)) return;
  const raised = raisedAround(found.tree, at);
  if (raised < 0 && !/^[[(]/u.test(text) && !isHinted(node) && !holdsRaised(found.tree, at)) return;
  const note = noteAt(found.tree, target, at);
  if (note < 0) return;
  found.marks.add(raised >= 0 && MARK.test(textOf(found.tree, raised, 12)) ? raised : at);
  if (!found.notes.has(note)) found.notes.set(note, bare(text));
}

function isHinted({ attributes }: Node): boolean {
  const { role = '', id = '', href = '', style = '' } = attributes;
  return (
    HINT.test(`${attributes['class'] ?? ''} ${role} ${id} ${style}`.slice(0, 500)) ||
    HINT_HREF.test(href)
  );
}

/** The raised element around a place, or -1. */
function raisedAround({ nodes }: Tree, at: number): number {
  let place = nodes[at]?.parent ?? -1;
  for (let turn = 0; turn < 3 && place > 0; turn++) {
    if (nodes[place]?.name === 'sup') return place;
    place = nodes[place]?.parent ?? -1;
  }
  return -1;
}

function holdsRaised({ nodes }: Tree, at: number): boolean {
  const end = Math.min(nodes[at]?.end ?? at, at + 5);
  return nodes.slice(at + 1, end).some(({ name }) => name === 'sup');
}

/** The element that holds the note which an id names: the id's own, or the block around it; -1 for none. */
function noteAt(tree: Tree, target: number, reference: number): number {
  const { nodes } = tree;
  let at = target;
  while (at > 0 && !BLOCKS.has(nodes[at]?.name ?? '')) at = nodes[at]?.parent ?? 0;
  const outer = nodes[nodes[at]?.parent ?? 0];
  const own =
    outer === undefined ? '' : `${outer.attributes['id'] ?? ''} ${styleOf(outer.attributes)}`;
  if (nodes[at]?.name === 'p' && (HINT.test(own) || /^(?:ftn|edn|fn)\d/iu.test(own)))
    at = nodes[at]?.parent ?? at;
  const node = nodes[at];
  if (node === undefined || !/^(?:p|li|div|aside|dd|section)$/u.test(node.name)) return -1;
  if ((at < reference && reference < node.end) || node.end - at > LONGEST) return -1;
  return textOf(tree, at, LONGEST).length < LONGEST ? at : -1;
}

/** Links from a note back to its mark, by whatever sign or word. */
function takeLinksBack(found: Found, note: number): void {
  const { nodes } = found.tree;
  const end = nodes[note]?.end ?? note;
  for (let at = note; at < end; at++) {
    const node = nodes[at];
    if (node?.name !== 'a') continue;
    const target = targetOf(found, node);
    if (target !== undefined && target <= note && textOf(found.tree, at, 30).length < 20)
      found.marks.add(at);
  }
}

/** The lists that the note stands in, as far as they say that they hold notes. */
function takeLists({ tree: { nodes }, notes }: Found, note: number): void {
  let at = nodes[note]?.parent ?? 0;
  for (let turn = 0; turn < 5 && at > 0; turn++) {
    const { attributes = {}, parent = 0 } = nodes[at] ?? {};
    const names = [...classesOf(attributes), attributes['role'] ?? '', attributes['id'] ?? ''];
    const word = /mso-element\s{0,3}:\s{0,3}(?:foot|end)note-list/u.test(styleOf(attributes));
    if (word || names.some((name) => LIST_OF_NOTES.test(name))) notes.set(at, '');
    at = parent;
  }
}

interface Raised {
  readonly at: number;
  readonly mark: string;
  /** The block that the mark opens, or -1 where words stand before it. */
  readonly opens: number;
}

/** Raised marks without links: those that open a block are notes, where the same mark stands above. */
function takeRaised(found: Found): void {
  const waiting = new Map<string, number[]>();
  for (const { at, mark, opens } of raisedMarks(found)) {
    const above = waiting.get(mark) ?? [];
    if (opens < 0) waiting.set(mark, [...above, at].slice(-20));
    else if (above.length > 0 && !found.notes.has(opens)) {
      for (const place of [...above, at]) found.marks.add(place);
      found.notes.set(opens, mark);
      waiting.delete(mark);
    }
  }
}

function raisedMarks({ tree, marks }: Found): Raised[] {
  const raised: Raised[] = [];
  let [before, lastText] = ['', 0];
  tree.nodes.forEach((node, at) => {
    if (node.name === '') {
      if (node.text.trim() === '') return;
      before = node.text.slice(-6);
      lastText = at;
    }
    if (node.name !== 'sup' || marks.has(at) || node.end - at > 6) return;
    const mark = textOf(tree, at, 8);
    if (!PLAIN_MARK.test(mark) || marks.has(at + 1)) return;
    const block = blockOf(tree, at);
    if (lastText < block)
      raised.push({ at, mark: bare(mark), opens: isNote(tree, block) ? block : -1 });
    else if (!/(?:^|[\s\d])[kcdhm]?m$|\d$/u.test(before))
      raised.push({ at, mark: bare(mark), opens: -1 });
  });
  return raised;
}

function isNote(tree: Tree, block: number): boolean {
  const { name = '' } = tree.nodes[block] ?? {};
  const length =
    /^(?:p|li|div|dd)$/u.test(name) && !HEADINGS.has(name) ? textOf(tree, block, 1500).length : 0;
  return length > 8 && length < 1500;
}

function blockOf({ nodes }: Tree, at: number): number {
  let place = nodes[at]?.parent ?? 0;
  while (place > 0 && !BLOCKS.has(nodes[place]?.name ?? '')) place = nodes[place]?.parent ?? 0;
  return place;
}

function bare(mark: string): string {
  return mark.replace(/[[\]()\s]/gu, '');
}
