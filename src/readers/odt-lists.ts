/** Where a paragraph stands in an ODT's lists, and the number that is shown before it. */
import type { Paragraph } from './flow-levels.js';
import { odtLabel, odtProperty, OUTLINE, type OdtLevel, type OdtStyles } from './odt-styles.js';
import type { XmlAttributes } from './xml.js';

/** Follows the lists of a document, in the order of its tags. */
export interface OdtLists {
  readonly open: (attributes: XmlAttributes) => void;
  readonly close: () => void;
  /** @param counted false for a list's header, which has no number */
  readonly item: (attributes: XmlAttributes, counted: boolean) => void;
  /** A table begins: lists around it do not reach into its cells. */
  readonly enter: () => void;
  readonly leave: () => void;
  /** The place of the paragraph that ends. */
  readonly place: (
    style: string | undefined,
    outline: number | null,
    worded: boolean,
    written: string | null,
  ) => Omit<Paragraph, 'text' | 'heading'>;
}

interface List {
  readonly style: string;
  /** Numbers by level, shared by the lists inside of it. */
  readonly counts: (number | undefined)[];
  /** The item that is open waits for its first paragraph. */
  fresh: boolean;
  counted: boolean;
}

const MAX_LEVEL = 10;
type Counts = (number | undefined)[];

/** Makes a follower; numbers go on where a list says that it does. */
export function createOdtLists(styles: OdtStyles): OdtLists {
  let open: List[] = [];
  const outer: List[][] = [];
  const byStyle = new Map<string, Counts>();
  const byId = new Map<string, Counts>();
  const outline: Counts = [];
  return {
    open: (attributes) => {
      const list = openList(attributes, open.at(-1), byStyle, byId);
      open.push(list);
    },
    close: () => void open.pop(),
    item: (attributes, counted) => {
      const list = open.at(-1);
      if (list === undefined) return;
      list.fresh = true;
      list.counted = counted;
      const start = Number.parseInt(attributes['text:start-value'] ?? '', 10);
      if (Number.isFinite(start)) list.counts[level(open)] = start - 1;
    },
    enter: () => {
      outer.push(open);
      open = [];
    },
    leave: () => void (open = outer.pop() ?? []),
    place: (style, heading, worded, written) => {
      const list = open.at(-1);
      if (list === undefined && heading !== null)
        return headingPlace(styles, outline, heading, worded);
      const at = placeOf(styles, style, levelOf(styles, list, level(open)));
      if (list === undefined) return at;
      if (!list.fresh || !list.counted) return { ...at, start: at.hang, within: true };
      list.fresh = false;
      const depth = level(open);
      const levels = styles.lists.get(list.style);
      count(list.counts, depth, levels);
      const label = written?.trim() || odtLabel(levels, depth, list.counts);
      const shown =
        levels === undefined || label !== undefined || levels.get(depth)?.bullet !== false;
      return shown ? { ...at, list: { id: list.style, level: depth, label } } : at;
    },
  };
}

function level(open: readonly List[]): number {
  return Math.min(open.length, MAX_LEVEL) - 1;
}

/** A list inside another is one of its levels; an outermost one starts anew or goes on with an earlier. */
function openList(
  attributes: XmlAttributes,
  parent: List | undefined,
  byStyle: Map<string, Counts>,
  byId: Map<string, Counts>,
): List {
  const style = attributes['text:style-name'] ?? parent?.style ?? '';
  const named = byId.get(attributes['text:continue-list'] ?? '');
  const goesOn = attributes['text:continue-numbering'] === 'true' ? byStyle.get(style) : undefined;
  const inherited = parent !== undefined && parent.style === style ? parent.counts : undefined;
  const counts = inherited ?? named ?? goesOn ?? [];
  byStyle.set(style, counts);
  const id = attributes['xml:id'] ?? attributes['text:id'];
  if (id !== undefined) byId.set(id, counts);
  return { style, counts, fresh: false, counted: true };
}

function count(
  counts: Counts,
  at: number,
  levels: ReadonlyMap<number, OdtLevel> | undefined,
): void {
  for (let higher = 0; higher < at; higher++) counts[higher] ??= levels?.get(higher)?.start ?? 1;
  counts[at] = (counts[at] ?? (levels?.get(at)?.start ?? 1) - 1) + 1;
  counts.length = at + 1;
}

function levelOf(styles: OdtStyles, list: List | undefined, at: number): OdtLevel | undefined {
  return list === undefined ? undefined : styles.lists.get(list.style)?.get(at);
}

/** The paragraph's own indents count before those of its list. */
function placeOf(
  styles: OdtStyles,
  style: string | undefined,
  level: OdtLevel | undefined,
): { start: number; hang: number } {
  const own = styles.styles.get(style ?? '');
  const hang = own?.left ?? level?.left ?? odtProperty(styles, style, 'left') ?? 0;
  const first = own?.first ?? level?.first ?? odtProperty(styles, style, 'first') ?? 0;
  return { start: hang + first, hang };
}

/** Headings have the numbers of the outline, where it shows some. */
function headingPlace(
  styles: OdtStyles,
  counts: Counts,
  heading: number,
  worded: boolean,
): Omit<Paragraph, 'text' | 'heading'> {
  const at = heading - 1;
  const levels = styles.lists.get(OUTLINE);
  if (worded) count(counts, at, levels);
  const label = odtLabel(levels, at, counts);
  return {
    start: 0,
    hang: 0,
    ...(label === undefined ? {} : { list: { id: OUTLINE, level: at, label } }),
  };
}
