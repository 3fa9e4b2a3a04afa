/** The numbers that Word counts and shows before paragraphs, from `numbering.xml`. */
import { withProperty, type Indent, type ListReference, type Styles } from './docx-styles.js';
import { writeNumeral, type NumeralStyle } from './numerals.js';
import { readXml, type XmlAttributes } from './xml.js';

/** A paragraph's number, its list and the indents that the list sets. */
export interface Numbered {
  /** Lists that count together share it. */
  readonly list: string;
  readonly level: number;
  /** Left out for bullets and for levels that show nothing. */
  readonly label?: string;
  /** True where a glyph stands before the words. */
  readonly bullet: boolean;
  readonly indent: Indent;
}

/** Counts a document's numbered paragraphs, which must be given in their order. */
export interface Numbering {
  /** The number of the next paragraph, or null where no list of that name is known. */
  readonly next: (reference: ListReference, styleId: string | undefined) => Numbered | null;
}

interface Level {
  start: number;
  format: string;
  text: string;
  /** 0: never counted anew; n: after a number of level n or higher (1 is the highest). */
  restart: number | undefined;
  style: string | undefined;
  legal: boolean;
  indent: Indent;
}

interface Definition {
  readonly levels: Map<number, Level>;
  /** The style whose list is meant instead. */
  link: string | undefined;
}

interface Instance {
  definition: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

interface Lists {
  readonly definitions: Map<string, Definition>;
  readonly instances: Map<string, Instance>;
}

const MAX_START = 1_000_000;

/** Reads `numbering.xml`; an empty text gives a numbering that knows no list. */
export function readNumbering(xml: string, styles: Styles): Numbering {
  const lists = readLists(xml);
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    next: (reference, styleId) => {
      const id = reference.id;
      const instance = id === undefined || id === '0' ? undefined : lists.instances.get(id);
      if (id === undefined || instance === undefined) return null;
      const name = linked(lists, styles, instance.definition);
      const levelAt = (at: number): Level | undefined =>
        instance.levels.get(at) ?? lists.definitions.get(name)?.levels.get(at);
      const level = reference.level ?? levelOfStyle(levelAt, styleId);
      const own = levelAt(level);
      if (own === undefined) return { list: name, level, bullet: true, indent: {} };
      const counts = counters.get(name) ?? [];
      counters.set(name, counts);
      if (!begun.has(id)) startAnew(counts, instance, level);
      begun.add(id);
      count(counts, level, levelAt);
      const label = own.format === 'bullet' ? undefined : labelOf(own, counts, levelAt);
      const { indent } = own;
      const bullet = own.format === 'bullet' && own.text !== '';
      return { list: name, level, bullet, indent, ...(label ? { label } : {}) };
    },
  };
}

/** A definition may only name a style, whose own list is the one that is meant. */
function linked(lists: Lists, styles: Styles, definition: string): string {
  const link = lists.definitions.get(definition)?.link;
  if (link === undefined) return definition;
  const { id } = styles(link).list;
  return lists.instances.get(id ?? '')?.definition ?? definition;
}

function levelOfStyle(
  levelAt: (at: number) => Level | undefined,
  style: string | undefined,
): number {
  for (let at = 0; at < 9; at++) if (style !== undefined && levelAt(at)?.style === style) return at;
  return 0;
}

/** The first paragraph of a list that starts at a number of its own starts there. */
function startAnew(counts: (number | undefined)[], { starts }: Instance, level: number): void {
  for (const [at, start] of starts)
    if (at >= level || counts[at] === undefined) counts[at] = start - 1;
}

function count(
  counts: (number | undefined)[],
  level: number,
  levelAt: (at: number) => Level | undefined,
): void {
  for (let at = 0; at < level; at++) counts[at] ??= levelAt(at)?.start ?? 1;
  counts[level] = (counts[level] ?? (levelAt(level)?.start ?? 1) - 1) + 1;
  for (let at = level + 1; at < 9; at++) {
    const restart = levelAt(at)?.restart;
    if (restart === undefined || level < restart) counts[at] = undefined;
  }
}

function labelOf(
  own: Level,
  counts: readonly (number | undefined)[],
  levelAt: (at: number) => Level | undefined,
): string {
  return own.text
    .replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = own.legal ? 'decimal' : (levelAt(at)?.format ?? 'decimal');
      return format === 'none' ? '' : writeNumeral(counts[at] ?? 1, FORMATS[format] ?? 'digits');
    })
    .trim();
}

const FORMATS: Readonly<Record<string, NumeralStyle>> = {
  decimalZero: 'zero',
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
  arabicAlpha: 'arabic-letter',
  arabicAbjad: 'arabic-abjad',
  hindiNumbers: 'arabic-digits',
  russianLower: 'russian-lower',
  russianUpper: 'russian-upper',
  chineseCounting: 'chinese',
  chineseCountingThousand: 'chinese',
  ideographDigital: 'chinese',
  japaneseCounting: 'chinese',
  taiwaneseCounting: 'chinese',
};

interface Reading extends Lists {
  definition: Definition | null;
  instance: Instance | null;
  level: Level | null;
  at: number;
}

function readLists(xml: string): Lists {
  const state: Reading = {
    definitions: new Map(),
    instances: new Map(),
    definition: null,
    instance: null,
    level: null,
    at: 0,
  };
  readXml(xml, {
    open: (name, attributes) => {
      if (!openList(state, name, attributes) && state.level !== null)
        readLevel(state.level, name, attributes);
    },
    close: (name) => {
      if (name === 'w:lvl') state.level = null;
      else if (name === 'w:abstractNum') state.definition = null;
      else if (name === 'w:num') state.instance = null;
    },
  });
  return state;
}

function openList(state: Reading, name: string, attributes: XmlAttributes): boolean {
  const value = attributes['w:val'];
  const number = Number.parseInt(attributes['w:ilvl'] ?? '0', 10) || 0;
  if (name === 'w:abstractNum') {
    state.definition = { levels: new Map(), link: undefined };
    state.definitions.set(attributes['w:abstractNumId'] ?? '', state.definition);
  } else if (name === 'w:num') {
    state.instance = { definition: '', starts: new Map(), levels: new Map() };
    state.instances.set(attributes['w:numId'] ?? '', state.instance);
  } else if (name === 'w:abstractNumId' && state.instance !== null)
    state.instance.definition = value ?? '';
  else if (name === 'w:numStyleLink' && state.definition !== null) state.definition.link = value;
  else if (name === 'w:lvlOverride') state.at = number;
  else if (name === 'w:startOverride') state.instance?.starts.set(state.at, startOf(value));
  else if (name === 'w:lvl') {
    state.level = emptyLevel();
    (state.definition ?? state.instance)?.levels.set(number, state.level);
  } else return false;
  return true;
}

function emptyLevel(): Level {
  return {
    start: 1,
    format: 'decimal',
    text: '',
    restart: undefined,
    style: undefined,
    legal: false,
    indent: {},
  };
}

function readLevel(level: Level, name: string, attributes: XmlAttributes): void {
  const value = attributes['w:val'] ?? '';
  if (name === 'w:start') level.start = startOf(value);
  else if (name === 'w:numFmt') level.format = value;
  else if (name === 'w:lvlText') level.text = value.slice(0, 200);
  else if (name === 'w:lvlRestart') level.restart = Number.parseInt(value, 10) || 0;
  else if (name === 'w:pStyle') level.style = value;
  else if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false';
  else if (name === 'w:ind')
    level.indent = withProperty({ indent: level.indent, list: {} }, name, attributes).indent;
}

function startOf(value: string | undefined): number {
  const start = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(start) ? Math.min(Math.max(start, 0), MAX_START) : 1;
}
