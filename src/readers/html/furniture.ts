import type { DropReason } from '../types.js';
import { BLOCKS, HEADINGS } from './elements.js';
import { linkShare, proseOf, textOf, type Measures } from './measure.js';
import { furnitureOf, isComments, isHidden, isUnseen, namesOf, type Furniture } from './names.js';
import type { Notes } from './notes.js';
import type { Panels } from './panels.js';
import { isBesideTitle, isImprint, isPageLine, opensBeside } from './phrases.js';
import type { Tables } from './tables.js';
import type { Node, Tree } from './tree.js';

/** A page with what is known of its parts. */
export interface Page {
  readonly tree: Tree;
  readonly measures: Measures;
  readonly notes: Notes;
  readonly panels: Panels;
  readonly tables: Tables;
}

/** Where the search for a page's frame stands: what is left out is taken off the counts of what is around it. */
interface Search extends Page {
  readonly left: Map<number, DropReason>;
  /** Notes, panels and data cells up to each place, so that a subtree's are a difference. */
  readonly kept: Int32Array;
  /** Headings up to each place. */
  readonly headings: Int32Array;
  /** For each node: the data table's cell or the sectioning element around it. */
  readonly inCell: Uint8Array;
  readonly scoped: Uint8Array;
  /** Places of the page's main headings. */
  readonly titles: readonly number[];
}

/** Elements that frame a page or are hidden, each with the reason why its words are left out. */
export function findFurniture(page: Page): ReadonlyMap<number, DropReason> {
  const search = startSearch(page);
  leaveNamed(search);
  const main = mainOf(search);
  if (main > 0) leaveAround(search, main);
  leaveEdges(search, main > 0 ? main : bodyOf(page.tree));
  leaveBeside(search);
  leaveLines(search);
  return search.left;
}

function startSearch(page: Page): Search {
  const { nodes } = page.tree;
  const kept = new Int32Array(nodes.length + 1);
  const headings = new Int32Array(nodes.length + 1);
  const inCell = new Uint8Array(nodes.length);
  const scoped = new Uint8Array(nodes.length);
  nodes.forEach((node, at) => {
    const keeps =
      page.notes.notes.has(at) || page.panels.opened.has(at) || page.panels.titles.has(at);
    kept[at + 1] = (kept[at] ?? 0) + (keeps ? 1 : 0);
    headings[at + 1] = (headings[at] ?? 0) + (HEADINGS.has(node.name) ? 1 : 0);
    if (at === 0) return;
    inCell[at] = page.tables.cells.has(at) ? 1 : (inCell[node.parent] ?? 0);
    const section = /^(?:main|article|section)$/u.test(nodes[node.parent]?.name ?? '');
    scoped[at] = section ? 1 : (scoped[node.parent] ?? 0);
  });
  const titles = nodes.flatMap(({ name }, at) => (name === 'h1' ? [at] : []));
  return { ...page, left: new Map(), kept, headings, inCell, scoped, titles };
}

/** Takes an element's words out of the page. */
function leave(search: Search, at: number, reason: DropReason): void {
  const { tree, measures, left } = search;
  left.set(at, reason);
  for (const counts of [measures.words, measures.linked, measures.links]) {
    const own = counts[at] ?? 0;
    if (own > 0)
      for (let place = at; place >= 0; place = tree.nodes[place]?.parent ?? -1)
        counts[place] = (counts[place] ?? 0) - own;
  }
}

function countIn(counts: Int32Array, { nodes }: Tree, at: number): number {
  return (counts[nodes[at]?.end ?? at] ?? 0) - (counts[at] ?? 0);
}

/** True for an element that may not be left out: a note, an answer that a control opens, most of the page. */
function holds(search: Search, at: number, share: number): boolean {
  if (countIn(search.kept, search.tree, at) > 0 && !search.panels.titles.has(at)) return true;
  const all = proseOf(search.measures, 0);
  return proseOf(search.measures, at) > share * all;
}

/** Leaves out what its tag, role, class or id tells. */
function leaveNamed(search: Search): void {
  const { nodes } = search.tree;
  for (let at = 1; at < nodes.length; at++) {
    const node = nodes[at];
    if (node === undefined || node.name === '') continue;
    const reason = namedReason(search, node, at);
    if (reason === null) continue;
    leave(search, at, reason);
    at = node.end - 1;
  }
}

function namedReason(search: Search, node: Node, at: number): DropReason | null {
  const { measures, panels } = search;
  const words = measures.words[at] ?? 0;
  if (node.name === 'del') return holds(search, at, 0.5) ? null : 'deleted text';
  if (isHidden(node) && !panels.opened.has(at)) return holds(search, at, 0.5) ? null : 'hidden';
  if (isUnseen(node) && words <= 30) return 'hidden';
  if (words === 0) return null;
  if (node.name === 'figcaption' && isOfImage(search, node)) return 'decoration';
  if (isComments(node) && !search.inCell[at]) return holds(search, at, 0.5) ? null : 'comment';
  if (!BLOCKS.has(node.name) && isInline(search, at)) return null;
  const furniture = furnitureOf(node);
  return furniture !== null && isFurniture(search, furniture, node, at) ? furniture.reason : null;
}

function isFurniture(search: Search, furniture: Furniture, node: Node, at: number): boolean {
  const { measures } = search;
  const [prose, share] = [proseOf(measures, at), linkShare(measures, at)];
  if (search.inCell[at] || holds(search, at, furniture.by === 'tag' ? 0.8 : 0.5)) return false;
  if (furniture.by === 'tag') return isTagged(search, node, at);
  if (furniture.by === 'name') return true;
  if (furniture.by === 'links') return share >= 0.2 || isLabel(search, at, prose);
  return isHinted(search, furniture, at);
}

/** Few words: with a link among them, or without the end of a sentence. */
function isLabel({ measures, tree }: Search, at: number, prose: number): boolean {
  if ((measures.links[at] ?? 0) > 0) return prose < 60;
  return prose <= 12 && !/[.;?؟؛]$/u.test(textOf(tree, at, 200));
}

/** In an article or section a header holds its title, a footer or an aside may hold an answer. */
function isTagged(search: Search, node: Node, at: number): boolean {
  const { measures, scoped, tree } = search;
  const [prose, share] = [proseOf(measures, at), linkShare(measures, at)];
  if (!/^(?:header|footer|aside)$/u.test(node.name) || (node.attributes['role'] ?? '') !== '')
    return true;
  if (!scoped[at]) return node.name !== 'header' || share >= 0.5 || !holdsOnlyTitle(search, at);
  if (node.name === 'header') return false;
  return (
    share > 0.3 || opensBeside(textOf(tree, at, 120)) || prose < (node.name === 'footer' ? 40 : 5)
  );
}

/** True for the page's header with the only main heading of the page in it. */
function holdsOnlyTitle({ tree: { nodes }, titles }: Search, at: number): boolean {
  const [title = 0] = titles;
  return titles.length === 1 && title > at && title < (nodes[at]?.end ?? at);
}

/** A name that content may have too counts where links, a form or few words bear it out. */
function isHinted(search: Search, { reason }: Furniture, at: number): boolean {
  const { measures, tree } = search;
  const words = measures.words[at] ?? 0;
  const title = countIn(search.headings, tree, at) > 0;
  if (reason === 'decoration') return !title && words <= 40 && isByline(search, at, words);
  const share = linkShare(measures, at);
  if (share >= 0.5 || opensBeside(textOf(tree, at, 120))) return true;
  if (holdsForm(tree, at)) return proseOf(measures, at) < 30;
  return !title && words <= 12 && (measures.links[at] ?? 0) > 0;
}

/** A date, an author's link, or a word or two. */
function isByline({ measures, tree }: Search, at: number, words: number): boolean {
  return (
    words <= 4 ||
    (measures.links[at] ?? 0) > 0 ||
    (words <= 25 && /\p{Nd}/u.test(textOf(tree, at, 300)))
  );
}

/** True for the caption of an image; that of a table may be a title. */
function isOfImage({ tree: { nodes } }: Search, { parent }: Node): boolean {
  const end = Math.min(nodes[parent]?.end ?? parent, parent + 200);
  const names = nodes.slice(parent, end).map(({ name }) => name);
  return names.includes('img') && !names.includes('table');
}

function holdsForm({ nodes }: Tree, at: number): boolean {
  const end = Math.min(nodes[at]?.end ?? at, at + 200);
  for (let place = at; place < end; place++)
    if (/^(?:input|select|textarea)$/u.test(nodes[place]?.name ?? '')) return true;
  return false;
}

const CONTENT =
  /^(?:main|main-content|maincontent|content|content-main|contents|contenu|contenu-principal|contenido|contenido-principal|page-content|entry-content|post-content|article-body|article-content|item-page|node-content|field-name-body|region-content|ms-rtestate-field|delta-place-holder-main)$/u;

/** The one element that the page itself calls its main part, with most of the words; 0 for none. */
function mainOf(search: Search): number {
  const { nodes } = search.tree;
  const all = proseOf(search.measures, 0);
  const found: [mains: number[], articles: number[], named: number[]] = [[], [], []];
  for (let at = 1; at < nodes.length; at++) {
    const node = nodes[at];
    if (node === undefined) break;
    if (search.left.has(at)) at = node.end - 1;
    else if (node.name === 'main' || node.attributes['role'] === 'main') found[0].push(at);
    else if (node.name === 'article') found[1].push(at);
    else if (node.name !== '' && BLOCKS.has(node.name) && isContent(node)) found[2].push(at);
  }
  const most = (places: readonly number[], share: number): number =>
    places.find((at) => all > 0 && proseOf(search.measures, at) >= share * all) ?? 0;
  return most(found[0], 0.5) || most(found[1], 0.6) || most(found[2], 0.9);
}

function isContent({ attributes }: Node): boolean {
  if (/^(?:articleBody|mainContentOfPage)$/u.test(attributes['itemprop'] ?? '')) return true;
  return namesOf(attributes).some((name) => CONTENT.test(name));
}

/** Leaves out what stands around the main part, but for notes, the title, and what is too long to be a frame. */
function leaveAround(search: Search, main: number): void {
  const { nodes } = search.tree;
  const all = proseOf(search.measures, 0);
  for (let at = main; at > 0; at = nodes[at]?.parent ?? 0) {
    for (const sibling of childrenOf(search, nodes[at]?.parent ?? 0)) {
      if (sibling === at || holds(search, sibling, 0.5) || isTitle(search, sibling)) continue;
      const long = proseOf(search.measures, sibling) > Math.max(40, 0.15 * all);
      if (!long || linkShare(search.measures, sibling) >= 0.3) leave(search, sibling, 'navigation');
    }
  }
}

function isTitle(search: Search, at: number): boolean {
  const { tree, measures } = search;
  const words = measures.words[at] ?? 0;
  return (
    words < 40 &&
    linkShare(measures, at) < 0.3 &&
    tree.nodes.slice(at, tree.nodes[at]?.end).some(({ name }) => name === 'h1')
  );
}

/** Elements right below one that have words and are not left out. */
function childrenOf({ tree: { nodes }, measures, left }: Search, parent: number): number[] {
  const children: number[] = [];
  const end = nodes[parent]?.end ?? parent;
  for (let at = parent + 1; at < end; at = nodes[at]?.end ?? end)
    if (nodes[at]?.name !== '' && (measures.words[at] ?? 0) > 0 && !left.has(at)) children.push(at);
  return children;
}

function bodyOf({ nodes }: Tree): number {
  const body = nodes.findIndex(({ name }) => name === 'body');
  return Math.max(0, body);
}

const CONTAINER =
  /^(?:#root|html|body|div|section|main|article|center|form|font|span|table|tbody|tr|td|hgroup|b)$/u;

/**
 * Follows the words inwards, from the whole page to the part that holds most
 * of them, and leaves out what lies beside the way and looks like a frame; at
 * the end of the way only what stands first and last.
 */
function leaveEdges(search: Search, from: number): void {
  const { tree, measures, tables } = search;
  for (let at = from; ;) {
    const children = childrenOf(search, at);
    const all = proseOf(measures, at);
    const next = children.find((child) => proseOf(measures, child) >= 0.6 * all && all > 0);
    const node = tree.nodes[next ?? 0];
    if (
      next === undefined ||
      node === undefined ||
      !CONTAINER.test(node.name) ||
      tables.roles.get(next) === 'data'
    ) {
      leaveEnds(search, children);
      return;
    }
    for (const child of children) if (child !== next) leaveFrame(search, child);
    at = next;
  }
}

function leaveEnds(search: Search, children: readonly number[]): void {
  let [first, last] = [0, children.length - 1];
  while (first <= last && leaveFrame(search, children[first] ?? 0)) first++;
  while (last > first && leaveFrame(search, children[last] ?? 0)) last--;
}

/** Leaves out an element that looks like a frame. @returns whether it did */
function leaveFrame(search: Search, at: number): boolean {
  const reason = holds(search, at, 0.5) ? null : frameReason(search, at);
  if (reason === null) return false;
  leave(search, at, reason);
  return true;
}

function frameReason({ tree, measures }: Search, at: number): DropReason | null {
  const { name = '' } = tree.nodes[at] ?? {};
  const words = measures.words[at] ?? 0;
  const links = measures.links[at] ?? 0;
  if (HEADINGS.has(name)) return null;
  const short = words / Math.max(1, links) <= 10;
  if (linkShare(measures, at) >= 0.6 && short && (links > 1 || words <= 6)) return 'navigation';
  if (words > 150) return null;
  const text = textOf(tree, at, 1000);
  if (isImprint(text, words)) return 'header or footer';
  if (isPageLine(text)) return 'navigation';
  if (links > 0 && linkShare(measures, at) >= 0.2 && opensBeside(text)) return 'navigation';
  return holdsForm(tree, at) && proseOf(measures, at) < 15 && !/[?؟？]/u.test(text)
    ? 'navigation'
    : null;
}

/** Leaves out "Related news" and its like wherever they stand, with the links below. */
function leaveBeside(search: Search): void {
  const { tree, measures } = search;
  for (let at = 1; at < tree.nodes.length; at++) {
    const node = tree.nodes[at];
    if (node === undefined) break;
    if (search.left.has(at)) at = node.end - 1;
    else if (HEADINGS.has(node.name) && !search.inCell[at] && isBesideTitle(textOf(tree, at, 90))) {
      const below = belowHeading(search, at, Number(node.name[1]));
      const linked = below.reduce((sum, place) => sum + (measures.linked[place] ?? 0), 0);
      const words = below.reduce((sum, place) => sum + (measures.words[place] ?? 0), 0);
      const form = below.some((place) => holdsForm(tree, place)) && words < 60;
      if (words >= 12 && linked < 0.3 * words && !form) continue;
      for (const place of [at, ...below]) leave(search, place, 'navigation');
    }
  }
}

/** The elements after a heading up to the next one of its rank. */
function belowHeading(search: Search, heading: number, rank: number): number[] {
  const { tree, measures, left } = search;
  const { end: first = heading, parent = 0 } = tree.nodes[heading] ?? {};
  const end = tree.nodes[parent]?.end ?? first;
  const below: number[] = [];
  for (let at = first; at < end; at = tree.nodes[at]?.end ?? end) {
    const { name = '' } = tree.nodes[at] ?? {};
    if (name === '' || left.has(at) || (measures.words[at] ?? 0) === 0) continue;
    if ((HEADINGS.has(name) && Number(name[1]) <= rank) || holds(search, at, 0.3)) break;
    below.push(at);
  }
  return below;
}

const LINE =
  /^(?:p|div|span|li|ul|a|small|time|center|address|font|b|strong|em|label|nav|section)$/u;

/** Leaves out single lines such as "Print" and "Back to top". */
function leaveLines(search: Search): void {
  const { tree, measures } = search;
  for (let at = 1; at < tree.nodes.length; at++) {
    const node = tree.nodes[at];
    if (node === undefined) break;
    if (search.left.has(at)) {
      at = node.end - 1;
      continue;
    }
    const words = measures.words[at] ?? 0;
    if (
      words === 0 ||
      words > 14 ||
      !LINE.test(node.name) ||
      search.inCell[at] ||
      isInline(search, at)
    )
      continue;
    if (!isPageLine(textOf(tree, at, 120)) || holds(search, at, 0.5)) continue;
    leave(search, at, 'navigation');
    at = node.end - 1;
  }
}

/** True where an element that ends no line stands among more words of its block. */
function isInline({ tree: { nodes }, measures }: Search, at: number): boolean {
  if (BLOCKS.has(nodes[at]?.name ?? '')) return false;
  let block = at;
  while (block > 0 && !BLOCKS.has(nodes[block]?.name ?? '')) block = nodes[block]?.parent ?? 0;
  return (measures.words[block] ?? 0) > (measures.words[at] ?? 0);
}
