import type { Span } from '../../model/types.js';
import { followsLetter, isCounting, markerClass, markerLabel } from './labels.js';

/** A piece of an answer before its place among the others is known. */
export interface Entry {
  readonly kind: 'paragraph' | 'item';
  readonly spans: readonly Span[];
  readonly text: string;
  readonly level: number | undefined;
  readonly marker: string | undefined;
  readonly apart: boolean;
  readonly layout: number;
  /** The words only open what follows, though no colon says so. */
  readonly introduces?: boolean;
}

/** An entry with its parent (an index into the same list, or null) and its list numbers. */
export interface Node {
  readonly entry: Entry;
  readonly spans: Span[];
  readonly parent: number | null;
  readonly path: string;
}

interface Place {
  readonly node: number;
  readonly level: number;
  readonly style: string;
  readonly label: string;
  readonly layout: number;
  readonly introduces: boolean;
  children: number;
}

const MAX_DEPTH = 32;

/**
 * Orders the pieces of one answer as a tree. Depth follows what the layout
 * states, then the change of markers, then sense: what ends in a colon is the
 * parent of the items after it even where they stand at its own depth.
 */
export function nest(entries: readonly Entry[]): Node[] {
  const nodes: Node[] = [];
  const stack: Place[] = [];
  const known = new Set<string>();
  const lastOf = lastPlaces(entries);
  let top = 0;
  entries.forEach((entry, at) => {
    if (belongsToItem(entry, stack, nodes)) return;
    const style = styleOf(entry, stack);
    const next = entries[at + 1];
    const before = entries[at - 1];
    if (entry.kind === 'paragraph') leaveLists(entry, before, stack);
    else findParent({ entry, style, next, at }, stack, known, lastOf);
    const parent = stack.at(-1);
    if (parent !== undefined && parent.style !== '') known.add(`${parent.style}>${style}`);
    const number = parent === undefined ? ++top : ++parent.children;
    const path =
      parent === undefined ? String(number) : `${nodes[parent.node]?.path ?? ''}.${number}`;
    nodes.push({ entry, spans: [...entry.spans], parent: parent?.node ?? null, path });
    stack.push(placeOf(entry, style, nodes.length - 1));
    if (stack.length > MAX_DEPTH) stack.splice(MAX_DEPTH - 1, 1);
  });
  return nodes;
}

function placeOf(entry: Entry, style: string, node: number): Place {
  const { level = 0, layout, marker } = entry;
  const paragraph = entry.kind === 'paragraph';
  return {
    node,
    level: paragraph ? -1 : level,
    style: paragraph ? 'paragraph' : style,
    label: isCounting(marker) ? markerLabel(marker) : '',
    layout,
    introduces: opens(entry),
    children: 0,
  };
}

function opens(entry: Entry | undefined): boolean {
  return (
    entry !== undefined &&
    (entry.introduces === true || /[:：]["»”’)\s]{0,3}$/u.test(entry.text.slice(-5)))
  );
}

/** A second paragraph inside an item is part of it. */
function belongsToItem(entry: Entry, stack: readonly Place[], nodes: readonly Node[]): boolean {
  if (entry.kind !== 'paragraph' || entry.level === undefined) return false;
  const item = stack.findLast((place) => place.level === entry.level);
  const node = item === undefined ? undefined : nodes[item.node];
  node?.spans.push(...entry.spans);
  return node !== undefined;
}

/** A paragraph stands outside all lists, but for the lines of a list that has no markers. */
function leaveLists(entry: Entry, before: Entry | undefined, stack: Place[]): void {
  const inList =
    before?.kind === 'paragraph' &&
    /[;؛；]$/u.test(before.text) &&
    stack.length > 1 &&
    stack.at(-1)?.level === -1;
  const starts = opens(before) && before?.kind === 'paragraph' && /[;؛；]$/u.test(entry.text);
  if (starts && stack.length === 1) return;
  stack.length = inList ? 1 : 0;
}

interface Arrival {
  readonly entry: Entry;
  readonly style: string;
  readonly next: Entry | undefined;
  readonly at: number;
}

/** Shortens the stack until its end is the parent of the item that arrives. */
function findParent(
  arrival: Arrival,
  stack: Place[],
  known: ReadonlySet<string>,
  lastOf: ReadonlyMap<string, number>,
): void {
  const { entry, style } = arrival;
  const level = entry.level ?? 0;
  dropClosedParagraph(stack);
  const same = sameList(arrival, stack, level);
  if (same >= 0) {
    // "A:" right before an item of its own list is that item's parent.
    const introduced = same === stack.length - 1 && stack[same]?.introduces === true;
    stack.length = introduced ? same + 1 : same;
    return;
  }
  while ((stack.at(-1)?.level ?? -1) > level) stack.pop();
  const last = stack.at(-1);
  if (last === undefined || last.level < level) return;
  const deeper =
    last.introduces ||
    known.has(`${last.style}>${style}`) ||
    (lastOf.get(`${last.level} ${last.style}`) ?? -1) > arrival.at ||
    isSubNumber(last.label, entry.marker) ||
    (!entry.apart && entry.layout === last.layout && style !== last.style);
  if (!deeper) stack.pop();
}

/** Items follow a paragraph that does not introduce them as its equals. */
function dropClosedParagraph(stack: Place[]): void {
  const last = stack.at(-1);
  if (last?.level === -1 && !last.introduces) stack.length = 0;
}

/** The place in the stack of the list that the item goes on with, or -1. */
function sameList({ entry, style, next }: Arrival, stack: readonly Place[], level: number): number {
  const exact = stack.findLastIndex((place) => place.level === level && place.style === style);
  if (exact >= 0) {
    const opensOwn =
      opens(entry) &&
      next?.kind === 'item' &&
      (next.level ?? 0) === level &&
      next.marker === entry.marker;
    const outer = stack[exact - 1];
    return opensOwn && outer?.introduces === true && outer.level === level && outer.style === style
      ? exact - 1
      : exact;
  }
  const last = stack.at(-1);
  if (last === undefined || last.layout === entry.layout || style === '') return -1;
  return stack.findLastIndex((place) => place.style === style);
}

function isSubNumber(label: string, marker: string | undefined): boolean {
  return label !== '' && isCounting(marker) && markerLabel(marker).startsWith(`${label}.`);
}

/** The class of the item's list; "i)" after "h)" is a letter, not a Roman numeral. */
function styleOf(entry: Entry, stack: readonly Place[]): string {
  const style = markerClass(entry.marker);
  if (!/i/iu.test(style) || entry.marker === undefined) return style;
  const asLetter = style.replace('i', 'a').replace('I', 'A');
  const label = markerLabel(entry.marker);
  const goesOn = stack.some(
    (place) => place.style === asLetter && followsLetter(place.label, label),
  );
  return goesOn ? asLetter : style;
}

/** For each list, told by level and class: where it is met last. */
function lastPlaces(entries: readonly Entry[]): Map<string, number> {
  const last = new Map<string, number>();
  entries.forEach((entry, at) => {
    if (entry.kind === 'item') last.set(`${entry.level ?? 0} ${markerClass(entry.marker)}`, at);
  });
  return last;
}
