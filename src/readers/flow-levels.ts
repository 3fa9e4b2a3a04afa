/** Which paragraphs of a word processor's text are items, and how deep: by their lists and by their indents. */
import { parseMarker } from './markers.js';

/** A paragraph as a word processor lays it out. Places are in twips (1/1440 inch) from the edge. */
export interface Paragraph {
  /** Line breaks inside it are "\n". */
  readonly text: string;
  /** Where its first line, or the marker of its list, begins. */
  readonly start: number;
  /** Where its other lines begin. */
  readonly hang: number;
  /** 1 is the highest; left out for what is no heading. */
  readonly heading?: number | undefined;
  readonly list?: ParagraphList | undefined;
  /** True for a further paragraph of the list item before it. */
  readonly within?: boolean | undefined;
}

/** The automatic list that a paragraph is an item of. */
export interface ParagraphList {
  /** Items of one list share it. */
  readonly id: string;
  /** 0 is the outermost. */
  readonly level: number;
  /** The number shown before the words; left out for bullets. */
  readonly label?: string | undefined;
}

/** A paragraph and what it is among its neighbours. */
export interface Placed {
  readonly paragraph: Paragraph;
  readonly lines: readonly string[];
  readonly item: boolean;
  /** Depth of an item, or of the item that the paragraph goes on with. */
  readonly level: number | undefined;
  /** A border stands before it. */
  readonly apart: boolean;
}

/** Places that differ by less than this many twips (1.8 mm) are one to the eye. */
const TOLERANCE = 100;
const TAB = 720;
const SPACE = 60;

interface Entry {
  readonly paragraph: Paragraph;
  readonly lines: string[];
  readonly item: boolean;
  /** Where the marker, or the first word, stands. */
  readonly at: number;
}

/** Tells items from paragraphs and their depths, for paragraphs that stand under each other. */
export function placeParagraphs(paragraphs: readonly Paragraph[]): Placed[] {
  const placed: Placed[] = [];
  let run: Entry[] = [];
  let base: number | null = null;
  const end = (): void => {
    placed.push(...placeRun(run));
    run = [];
  };
  for (const entry of paragraphs.flatMap(entriesOf)) {
    const open = run.length > 0;
    if (entry.item || (open && goesOn(entry, run, base))) run.push(entry);
    else {
      end();
      base = entry.at;
      placed.push({ ...entry, level: undefined, apart: true });
    }
  }
  end();
  return placed;
}

/** A paragraph, cut where a line break inside it opens a typed bullet. */
function entriesOf(paragraph: Paragraph): Entry[] {
  const entries: Entry[] = [];
  paragraph.text.split('\n').forEach((line, number) => {
    const typed = parseMarker(line) !== null;
    if (number > 0 && !typed) {
      entries.at(-1)?.lines.push(line);
      return;
    }
    const { heading, list, within } = paragraph;
    const auto = number === 0 && list !== undefined;
    const at = (number === 0 ? paragraph.start : paragraph.hang) + (auto ? 0 : leading(line));
    const own = number === 0 ? paragraph : { ...paragraph, list: undefined, within: false };
    const item = (auto || typed) && heading === undefined && within !== true;
    entries.push({ paragraph: own, lines: [line], item, at });
  });
  return entries;
}

/** Width in twips of the white space that opens a line. */
function leading(line: string): number {
  let width = 0;
  for (const sign of line.slice(0, 200)) {
    if (sign === '\t') width += TAB - (width % TAB);
    else if (/\s/u.test(sign)) width += SPACE;
    else break;
  }
  return width;
}

/** True for a paragraph set under the words of an item, unless all text stands there. */
function goesOn(entry: Entry, run: readonly Entry[], base: number | null): boolean {
  if (entry.paragraph.within === true) return true;
  if (entry.paragraph.heading !== undefined || entry.at < TOLERANCE) return false;
  if (base !== null && near(base, entry.at)) return false;
  return run.slice(-FARTHEST).some(({ item, paragraph }) => item && near(paragraph.hang, entry.at));
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < TOLERANCE;
}

function placeRun(run: readonly Entry[]): Placed[] {
  const depths = depthsOf(run);
  return run.map((entry, at) => ({
    ...entry,
    level: entry.item ? depths[at] : levelOfHost(run, at, depths),
    apart: entry.item && isApart(entry, run[at - 1]),
  }));
}

/** A number as sections have it, typed. */
const ROMAN = /^[IVX]{1,5}\s?[.)–—-]/u;

/** A list's start is set apart, and so is a number of another list: it may open a section. */
function isApart(entry: Entry, before: Entry | undefined): boolean {
  if (before === undefined) return true;
  const { list } = entry.paragraph;
  const other =
    list === undefined
      ? ROMAN.test(entry.lines[0]?.trimStart().slice(0, 12) ?? '') &&
        before.paragraph.list !== undefined
      : list.label !== undefined && before.paragraph.list?.id !== list.id;
  return other && entry.at < before.at + TOLERANCE;
}

/** How many paragraphs back an item's further paragraphs are looked for. */
const FARTHEST = 100;

/** The depth of the item that the paragraph at a place in the run goes on with. */
function levelOfHost(run: readonly Entry[], at: number, depths: readonly number[]): number {
  const from = Math.max(0, at - FARTHEST);
  const before = run.slice(from, at);
  const place = run[at]?.at ?? 0;
  const within = run[at]?.paragraph.within === true;
  const host = before.findLastIndex(
    ({ item, paragraph }) => item && (within || near(paragraph.hang, place)),
  );
  return host < 0 ? 0 : (depths[from + host] ?? 0);
}

/**
 * Depths of a run's items, counted from 0. In one automatic list its own levels
 * tell them; in several, or where bullets are typed, the place of the markers.
 */
function depthsOf(run: readonly Entry[]): number[] {
  const items = run.filter(({ item }) => item);
  const [first] = items;
  const own = first?.paragraph.list;
  const single = own !== undefined && items.every(({ paragraph }) => paragraph.list?.id === own.id);
  const key = single
    ? (entry: Entry) => entry.paragraph.list?.level ?? 0
    : byPlace(items.map((entry) => entry));
  const keys = [...new Set(items.map(key))].sort((a, b) => a - b);
  return run.map((entry) => (entry.item ? keys.indexOf(key(entry)) : 0));
}

/** Markers at one place are of one depth, but for levels of one list that stand at it together. */
function byPlace(items: readonly Entry[]): (entry: Entry) => number {
  const places: number[] = [];
  for (const at of items.map((entry) => entry.at).sort((a, b) => a - b))
    if (places.length === 0 || at - (places.at(-1) ?? 0) >= TOLERANCE) places.push(at);
  const placeOf = ({ at }: Entry): number => places.findLastIndex((place) => place <= at);
  const lowest = new Map<string, number>();
  for (const entry of items) {
    const { list } = entry.paragraph;
    if (list === undefined) continue;
    const name = `${placeOf(entry)} ${list.id}`;
    lowest.set(name, Math.min(lowest.get(name) ?? list.level, list.level));
  }
  return (entry) => {
    const { list } = entry.paragraph;
    const place = placeOf(entry);
    const deeper = list === undefined ? 0 : list.level - (lowest.get(`${place} ${list.id}`) ?? 0);
    return place * 100 + Math.min(deeper, 99);
  };
}
