type Attributes = Readonly<Record<string, string>>;

const SKIPPED = new Set(
  'script style title noscript template svg math iframe object select button textarea'.split(' '),
);
const FURNITURE = new Set(['nav', 'header', 'footer', 'aside']);
const ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'menu',
  'menubar',
]);
const NAMES = new Set(
  (
    'nav navbar navigation menu main-menu breadcrumb breadcrumbs footer site-footer site-header cookie cookies ' +
    'cookie-banner cookie-notice banner sidebar skip-link share social pager pagination'
  ).split(' '),
);

/** Elements whose content is never words of the document. */
export function isSkipped(name: string): boolean {
  return SKIPPED.has(name);
}

/** Elements that frame a page: navigation, banners, footers, and what is hidden. */
export function isFurniture(name: string, attributes: Attributes): boolean {
  if (FURNITURE.has(name) || ROLES.has(attributes['role'] ?? '')) return true;
  if (name === 'body' || name === 'html' || name === 'main') return false;
  if (attributes['aria-hidden'] === 'true' || 'hidden' in attributes) return true;
  if (/display\s{0,3}:\s{0,3}none/u.test(attributes['style']?.slice(0, 500) ?? '')) return true;
  const names = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`
    .slice(0, 500)
    .toLowerCase();
  return names.split(/\s+/u).some((word) => NAMES.has(word));
}

/** A list that is open, and the number its next item gets. */
export interface List {
  readonly style: '' | '1' | 'a' | 'A' | 'i' | 'I';
  next: number;
}

const STYLES: Readonly<Record<string, List['style']>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

/** Reads the numbering of a list from its tag. */
export function openList(name: string, attributes: Attributes): List {
  if (name === 'ul') return { style: '', next: 1 };
  const css =
    /list-style(?:-type)?\s{0,3}:\s{0,3}([a-z-]{1,20})/u.exec(
      attributes['style']?.slice(0, 500) ?? '',
    )?.[1] ?? '';
  const type = attributes['type'] ?? '';
  const style = STYLES[css] ?? (/^[aAiI]$/u.test(type) ? (type as List['style']) : '1');
  return { style, next: Number.parseInt(attributes['start'] ?? '1', 10) || 1 };
}

/** The number that a browser would show before the next item, if any. */
export function itemMarker(list: List | undefined, attributes: Attributes): string | undefined {
  if (list === undefined || list.style === '') return undefined;
  const value = Number.parseInt(attributes['value'] ?? '', 10) || list.next;
  list.next = value + 1;
  return `${numeral(value, list.style)}.`;
}

function numeral(value: number, style: List['style']): string {
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

const COLUMNS: Readonly<Record<string, number>> = {
  pt: 1 / 6,
  px: 1 / 8,
  em: 2,
  rem: 2,
  in: 12,
  cm: 5,
};

/** Columns by which a style sets an element in from its margin. */
export function indentOf(attributes: Attributes): number {
  const style = attributes['style']?.slice(0, 500) ?? '';
  const match =
    /(?:margin|padding)-(?:left|inline-start)\s{0,3}:\s{0,3}(\d{1,4}(?:\.\d{1,4})?)(pt|px|em|rem|in|cm)/u.exec(
      style,
    );
  return match === null ? 0 : Math.round(Number(match[1]) * (COLUMNS[match[2] ?? 'px'] ?? 0));
}
