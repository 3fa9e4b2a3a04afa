/** What an ODT's styles say of paragraphs and lists. */
import { writeNumeral, type NumeralStyle } from './numerals.js';
import { readXml, type XmlAttributes } from './xml.js';

/** A paragraph or text style as written; what is left out comes from its parent. */
export interface OdtStyle {
  readonly parent?: string | undefined;
  readonly list?: string | undefined;
  /** Twips. */
  readonly left?: number | undefined;
  readonly first?: number | undefined;
  readonly outline?: number | undefined;
  readonly hidden?: boolean | undefined;
  readonly name: string;
}

/** One level of a list style. */
export interface OdtLevel {
  readonly bullet: boolean;
  readonly format: NumeralStyle | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  /** How many levels' numbers are shown, this one last. */
  readonly shown: number;
  /** Twips; where the words stand, and where the marker does. */
  readonly left: number;
  readonly first: number;
}

/** The styles of a document, by name; levels count from 0. */
export interface OdtStyles {
  readonly styles: ReadonlyMap<string, OdtStyle>;
  readonly lists: ReadonlyMap<string, ReadonlyMap<number, OdtLevel>>;
}

/** The list style that numbers headings. */
export const OUTLINE = ' outline';

interface Reading {
  readonly styles: Map<string, OdtStyle>;
  readonly lists: Map<string, Map<number, OdtLevel>>;
  style: { name: string; value: OdtStyle } | null;
  list: Map<number, OdtLevel> | null;
  level: number;
}

/** Reads the styles of `styles.xml` and `content.xml`; those of a later text win. */
export function readOdtStyles(texts: readonly string[]): OdtStyles {
  const state: Reading = {
    styles: new Map(),
    lists: new Map(),
    style: null,
    list: null,
    level: 0,
  };
  for (const xml of texts)
    readXml(xml, {
      open: (name, attributes) => openStyle(state, name, attributes),
      close: (name) => {
        if (name === 'style:style' && state.style !== null) {
          state.styles.set(state.style.name, state.style.value);
          state.style = null;
        } else if (name === 'text:list-style' || name === 'text:outline-style') state.list = null;
      },
    });
  return state;
}

function openStyle(state: Reading, name: string, attributes: XmlAttributes): void {
  if (name === 'style:style') {
    const own = attributes['style:name'] ?? '';
    const outline = Number.parseInt(attributes['style:default-outline-level'] ?? '', 10);
    state.style = {
      name: own,
      value: {
        parent: attributes['style:parent-style-name'],
        list: attributes['style:list-style-name'],
        outline: Number.isFinite(outline) ? outline : undefined,
        name: (attributes['style:display-name'] ?? own).replaceAll('_20_', ' ').toLowerCase(),
      },
    };
  } else if (name === 'text:list-style' || name === 'text:outline-style') {
    state.list = new Map();
    state.lists.set(attributes['style:name'] ?? '', state.list);
    if (name === 'text:outline-style') state.lists.set(OUTLINE, state.list);
  } else if (state.list !== null) openLevel(state, name, attributes);
  else if (state.style !== null) addProperties(state.style, name, attributes);
}

function addProperties(
  style: NonNullable<Reading['style']>,
  name: string,
  attributes: XmlAttributes,
): void {
  if (name === 'style:paragraph-properties') {
    const left = twips(attributes['fo:margin-left']) ?? twips(attributes['fo:margin']);
    const first = twips(attributes['fo:text-indent']);
    style.value = { ...style.value, left, first };
  } else if (name === 'style:text-properties' && attributes['text:display'] === 'none')
    style.value = { ...style.value, hidden: true };
}

function openLevel(state: Reading, name: string, attributes: XmlAttributes): void {
  const { list } = state;
  if (list === null) return;
  if (/^text:(?:list-level-style-(?:number|bullet|image)|outline-level-style)$/u.test(name)) {
    state.level = Math.min(Math.max(whole(attributes['text:level'], 1), 1), 10) - 1;
    list.set(state.level, levelOf(name, attributes));
    return;
  }
  const level = list.get(state.level);
  if (level === undefined) return;
  if (name === 'style:list-level-properties')
    list.set(state.level, { ...level, ...oldPlace(attributes, level) });
  else if (name === 'style:list-level-label-alignment')
    list.set(state.level, {
      ...level,
      left: twips(attributes['fo:margin-left']) ?? level.left,
      first: twips(attributes['fo:text-indent']) ?? level.first,
    });
}

function levelOf(name: string, attributes: XmlAttributes): OdtLevel {
  const format = attributes['style:num-format'] ?? '';
  return {
    bullet: !/number|outline/u.test(name),
    format: numeralOf(format),
    prefix: (attributes['style:num-prefix'] ?? '').slice(0, 50),
    suffix: (attributes['style:num-suffix'] ?? '').slice(0, 50),
    start: whole(attributes['text:start-value'], 1),
    shown: Math.min(Math.max(whole(attributes['text:display-levels'], 1), 1), 10),
    left: 0,
    first: 0,
  };
}

/** Before version 1.2 of the format: space before the label, and the label's own width. */
function oldPlace(attributes: XmlAttributes, level: OdtLevel): Partial<OdtLevel> {
  const before = twips(attributes['text:space-before']);
  const width = twips(attributes['text:min-label-width']);
  if (before === undefined && width === undefined) return {};
  return { left: (before ?? level.left) + (width ?? 0), first: -(width ?? 0) };
}

function numeralOf(format: string): NumeralStyle | null {
  const known: Readonly<Record<string, NumeralStyle>> = {
    '1': 'digits',
    a: 'lower-letter',
    A: 'upper-letter',
    i: 'lower-roman',
    I: 'upper-roman',
  };
  if (format === '') return null;
  if (/^[أا], ب, ت/u.test(format)) return 'arabic-letter';
  if (/^[أا], ب, ج/u.test(format)) return 'arabic-abjad';
  if (/^[١٠]/u.test(format)) return 'arabic-digits';
  if (/^а, б/u.test(format)) return 'russian-lower';
  if (/^А, Б/u.test(format)) return 'russian-upper';
  return known[format] ?? 'digits';
}

function whole(value: string | undefined, other: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), 1_000_000) : other;
}

const UNITS: Readonly<Record<string, number>> = {
  cm: 567,
  mm: 56.7,
  in: 1440,
  pt: 20,
  pc: 240,
  px: 15,
};

function twips(value: string | undefined): number | undefined {
  const match = /^(-?\d{0,6}(?:\.\d{1,8})?)(cm|mm|in|pt|pc|px)$/u.exec(value ?? '');
  return match === null ? undefined : Math.round(Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0));
}

/** The label that a list shows at a level; nothing for bullets and empty formats. */
export function odtLabel(
  levels: ReadonlyMap<number, OdtLevel> | undefined,
  at: number,
  counts: readonly (number | undefined)[],
): string | undefined {
  const own = levels?.get(at);
  if (own === undefined || own.bullet || own.format === null) return undefined;
  const numbers: string[] = [];
  for (let level = Math.max(0, at - own.shown + 1); level <= at; level++) {
    const one = levels?.get(level);
    if (one !== undefined && one.format !== null && !one.bullet)
      numbers.push(writeNumeral(counts[level] ?? one.start, one.format));
  }
  return `${own.prefix}${numbers.join('.')}${own.suffix}`.trim() || undefined;
}

const DEEPEST = 30;

/** What a style and those above it say: the nearest that says it counts. */
export function odtProperty<K extends keyof OdtStyle>(
  styles: OdtStyles,
  name: string | undefined,
  key: K,
): OdtStyle[K] | undefined {
  return chainOf(styles, name).find((style) => style[key] !== undefined)?.[key];
}

/** True for the styles of a document's title and what stands under it. */
export function isOdtTitle(styles: OdtStyles, name: string | undefined): boolean {
  return chainOf(styles, name).some((style) => /^(?:title|subtitle)$/u.test(style.name));
}

/** The level of the headings that a style is for ("Heading 2", or based on it), or null. */
export function odtHeadingLevel(styles: OdtStyles, name: string | undefined): number | null {
  for (const style of chainOf(styles, name)) {
    const level = /^heading (\d{1,2})$/u.exec(style.name)?.[1];
    if (level !== undefined) return Number(level);
  }
  return null;
}

/** A style and those that it is based on; a circle of styles ends where it is too long. */
function chainOf({ styles }: OdtStyles, name: string | undefined): OdtStyle[] {
  const chain: OdtStyle[] = [];
  let style = styles.get(name ?? '');
  while (style !== undefined && chain.length < DEEPEST) {
    chain.push(style);
    style = styles.get(style.parent ?? '');
  }
  return chain;
}
