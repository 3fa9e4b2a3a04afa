import type { Attributes } from './tree.js';

/** What a style sheet says of lists, by simple selector ("ol.alpha", ".alpha", "#x", "ol"). */
export type Sheet = ReadonlyMap<string, ListRule>;

export interface ListRule {
  /** Value of `list-style` or `list-style-type`. */
  readonly type?: string;
  /** How the sheet itself counts the items, where it writes their numbers. */
  readonly counter?: string;
  /** What stands behind the number ("." or ")"), where the sheet writes the number itself. */
  readonly suffix?: string;
}

const LIST_STYLE = /list-style(?:-type)?\s{0,3}:\s{0,3}([a-z- ]{1,60})/u;
const COUNTER =
  /content\s{0,3}:[^;}]{0,40}counter\([^,()]{1,80},\s{0,3}([a-z-]{1,20})\)\s{0,3}"([^"]{0,8})"/u;
const SIMPLE = /^([a-z]{0,10}(?:[.#][\w-]{1,80})?)(?:\s{0,3}>?\s{0,3}li)?(?::{1,2}before)?$/u;

/** Reads the rules for lists out of a page's style sheets; rules for other media are left out. */
export function parseSheets(text: string): Sheet {
  const rules = new Map<string, ListRule>();
  if (!/list-style|counter\(/u.test(text)) return rules;
  const css = withoutComments(text);
  for (let at = 0; ;) {
    const open = css.indexOf('{', at);
    if (open < 0) return rules;
    const selector = css
      .slice(Math.max(at, open - 500), open)
      .replace(/^[^;]{0,400};/u, '')
      .trim();
    const close = selector.startsWith('@') ? blockEnd(css, open) : css.indexOf('}', open);
    if (close < 0) return rules;
    if (!selector.startsWith('@'))
      addRule(rules, selector, css.slice(open, Math.min(close, open + 2000)));
    at = close + 1;
  }
}

function addRule(rules: Map<string, ListRule>, selector: string, body: string): void {
  const type = LIST_STYLE.exec(body)?.[1]?.trim();
  const counter = COUNTER.exec(body);
  if (type === undefined && counter === null) return;
  for (const one of selector.split(',')) {
    const key = SIMPLE.exec(one.trim().slice(0, 120))?.[1];
    if (key === undefined || key === '') continue;
    const rule = counter === null ? { type } : { counter: counter[1], suffix: counter[2]?.trim() };
    rules.set(key, defined({ ...rules.get(key), ...defined(rule) }));
  }
}

/** A rule without what is left undefined. */
function defined(rule: { readonly [Key in keyof ListRule]: ListRule[Key] | undefined }): ListRule {
  return Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined));
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = text.indexOf('/*'); open >= 0; open = text.indexOf('/*', at)) {
    parts.push(text.slice(at, open));
    const close = text.indexOf('*/', open + 2);
    if (close < 0) return parts.join('');
    at = close + 2;
  }
  parts.push(text.slice(at));
  return parts.join('').replaceAll('<!--', '').replaceAll('-->', '');
}

/** Where the braces that open at a place are closed; -1 where nothing closes them. */
function blockEnd(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++;
    if (css[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

/** What the sheet says of a list; the most telling selector wins. */
export function listRule(sheet: Sheet, name: string, attributes: Attributes): ListRule {
  if (sheet.size === 0) return {};
  const classes = classesOf(attributes);
  const keys = [
    name,
    ...classes.map((one) => `.${one}`),
    ...classes.map((one) => `${name}.${one}`),
    `#${attributes['id'] ?? ''}`,
  ];
  let rule: ListRule = {};
  for (const key of keys) rule = { ...rule, ...sheet.get(key) };
  return rule;
}

/** The first classes of an element. */
export function classesOf(attributes: Attributes): string[] {
  const classes = attributes['class'];
  return classes === undefined
    ? []
    : classes
        .slice(0, 500)
        .split(/\s+/u)
        .filter((one) => one !== '');
}

/** The style attribute, cut where it is longer than any is. */
export function styleOf(attributes: Attributes): string {
  return attributes['style']?.slice(0, 1000) ?? '';
}

/** The list style that an element's own style attribute states. */
export function ownListStyle(attributes: Attributes): string | undefined {
  return LIST_STYLE.exec(styleOf(attributes))?.[1]?.trim();
}

const COLUMNS: Readonly<Record<string, number>> = {
  pt: 1 / 6,
  px: 1 / 8,
  em: 2,
  rem: 2,
  in: 12,
  cm: 5,
  mm: 0.5,
};
const LENGTH = '\\s{0,3}:\\s{0,3}(-?\\d{0,4}(?:\\.\\d{1,4})?)(pt|px|em|rem|in|cm|mm)';
const MARGIN = new RegExp(`(?:margin|padding)-(?:left|right|inline-start)${LENGTH}`, 'gu');
const FIRST_LINE = new RegExp(`text-indent${LENGTH}`, 'u');

/** Columns by which a style sets an element's first line in from its margin, on either side. */
export function indentOf(attributes: Attributes): number {
  const style = styleOf(attributes);
  if (style === '' || !/margin-|padding-|text-indent/u.test(style)) return 0;
  let most = 0;
  for (const match of style.matchAll(MARGIN)) most = Math.max(most, columnsOf(match));
  const first = FIRST_LINE.exec(style);
  return Math.max(0, Math.round(most + (first === null ? 0 : Math.min(0, columnsOf(first)))));
}

function columnsOf(match: RegExpMatchArray): number {
  return Number(match[1]) * (COLUMNS[match[2] ?? 'px'] ?? 0);
}
