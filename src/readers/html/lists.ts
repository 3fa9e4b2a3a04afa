import type { Attributes } from './tree.js';
import { classesOf, listRule, ownListStyle, type Sheet } from './styles.js';

type Style = '' | '1' | 'a' | 'A' | 'i' | 'I';

/** A list that is open, and the number its next item gets. */
export interface List {
  /** Its items hold whole sections: it counts them and lists nothing. */
  readonly structural: boolean;
  /** 0 for an outermost list. */
  readonly level: number;
  readonly style: Style;
  /** What stands behind a number. */
  readonly suffix: string;
  next: number;
}

const STYLES = new Map<string, Style>([
  ['lower-alpha', 'a'],
  ['lower-latin', 'a'],
  ['upper-alpha', 'A'],
  ['upper-latin', 'A'],
  ['lower-roman', 'i'],
  ['upper-roman', 'I'],
  ['decimal', '1'],
  ['decimal-leading-zero', '1'],
  ['arabic-indic', '1'],
  ['none', ''],
  ['disc', ''],
  ['circle', ''],
  ['square', ''],
]);

/** Google Docs writes all lists flat, their levels in the class. */
const FLAT = /^lst-kix_\w{1,60}-(\d)$/u;

/** What a list stands in. */
interface Around {
  /** Level of the list around it in the same cell; -1 for none. */
  readonly outer: number;
  readonly sheet: Sheet;
  readonly structural: boolean;
}

/** Opens a list: its level and how its items are numbered. */
export function openList(name: string, attributes: Attributes, around: Around): List {
  const flat = classesOf(attributes)
    .map((one) => FLAT.exec(one)?.[1])
    .find((one) => one !== undefined);
  const rule = listRule(around.sheet, name, attributes);
  const type = attributes['type'] ?? '';
  const typed = /^[1aAiI]$/u.test(type) ? (type as Style) : undefined;
  const css = ownListStyle(attributes) ?? rule.counter ?? rule.type;
  const stated = css
    ?.split(' ')
    .map((word) => STYLES.get(word))
    .find((style) => style !== undefined);
  return {
    structural: around.structural,
    level: flat === undefined ? around.outer + 1 : Number(flat),
    style: name === 'ol' ? (stated ?? typed ?? '1') : '',
    suffix: rule.suffix ?? '.',
    next: Number.parseInt(attributes['start'] ?? '1', 10) || 1,
  };
}

/** The number that a browser would show before the next item, if any. */
export function itemMarker(list: List | undefined, attributes: Attributes): string | undefined {
  if (list === undefined) return undefined;
  const value = Number.parseInt(attributes['value'] ?? '', 10) || list.next;
  list.next = value + 1;
  return list.style === '' ? undefined : `${numeral(value, list.style)}${list.suffix}`;
}

function numeral(value: number, style: Style): string {
  if (style === '1' || value < 1 || value > 39) return String(value);
  const lower =
    style.toLowerCase() === 'i'
      ? roman(value)
      : value <= 26
        ? String.fromCharCode(96 + value)
        : String(value);
  return style === 'A' || style === 'I' ? lower.toUpperCase() : lower;
}

function roman(value: number): string {
  const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  return 'x'.repeat(Math.floor(value / 10)) + (units[value % 10] ?? '');
}
