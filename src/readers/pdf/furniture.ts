/** Running heads, running feet and page numbers: what stands at one place of page after page. */
import type { DropReason } from '../types.js';
import { baselines, textOf } from './lines.js';
import type { Page, Word } from './types.js';

/** Words of a page that are not its text. */
export interface Furniture {
  readonly page: number;
  readonly words: readonly Word[];
  readonly text: string;
  readonly reason: DropReason;
}

/** Rows at the upper and lower edge that may be furniture. */
const EDGE_ROWS = 4;

/** Part of a page's height that heads and feet may take. */
const EDGE = 0.15;

interface Row {
  readonly page: number;
  readonly words: readonly Word[];
  readonly text: string;
  readonly y: number;
  readonly size: number;
  /** Counted from the edge: 0 is the outermost row. */
  readonly depth: number;
  readonly top: boolean;
}

/** Finds the furniture of a document. */
export function furnitureOf(pages: readonly Page[], mirrored: boolean, body: number): Furniture[] {
  const rows = pages.flatMap((page) => edgeRows(page, mirrored));
  const found = new Set<Row>();
  const slots = new Map<string, Row[]>();
  for (const row of rows)
    for (const key of slotKeys(row)) slots.set(key, [...(slots.get(key) ?? []), row]);
  for (const [key, own] of slots)
    if (isRepeated(key, own, pages.length)) for (const row of own) found.add(row);
  for (const row of numberRows(rows, pages.length)) found.add(row);
  for (const row of rows)
    if (isSmallHead(row, rows, body) || isNumberedFoot(row, body)) found.add(row);
  return rows
    .filter((row) => found.has(row) && reachesEdge(row, rows, found) && !isNoted(row, rows))
    .map(({ page, words, text }) => ({ page, words, text, reason: reasonOf(text) }));
}

/** A row at the foot with a raised number, or that number: notes may be alike on several pages ("Ibid., p. 5"). */
function isNoted(row: Row, rows: readonly Row[]): boolean {
  const isMark = (mark: Row, of: Row): boolean =>
    mark.page === of.page &&
    !mark.top &&
    mark.depth === of.depth + 1 &&
    mark.size < 0.85 * of.size &&
    of.y - mark.y < 0.7 * of.size &&
    /^\[?\p{Nd}{1,3}\]?$/u.test(mark.text);
  return !row.top && rows.some((other) => isMark(other, row) || isMark(row, other));
}

/** Small print alone above a page's text: a head that other pages need not repeat. */
function isSmallHead(row: Row, rows: readonly Row[], body: number): boolean {
  if (!row.top || row.depth > 0 || row.size > 0.87 * body) return false;
  const next = rows.filter(({ page, top, depth }) => page === row.page && top && depth > 0);
  // A note's number may stand above the first line.
  const below = next.find(({ size }) => size > 0.95 * body);
  return (
    below !== undefined && below.depth < 3 && next.every(({ y }) => y - row.y > 1.2 * below.size)
  );
}

/** Small print below all else that ends with "1 / 1", in a document of one page too. */
function isNumberedFoot({ top, depth, size, text }: Row, body: number): boolean {
  const numbered = /\s\p{Nd}{1,4}\s?(?:\/|of|sur|de|من)\s?\p{Nd}{1,4}$/u;
  return !top && depth === 0 && size < 0.9 * body && text.length < 120 && numbered.test(text);
}

/** The outermost rows of a page. */
function edgeRows(page: Page, mirrored: boolean): Row[] {
  const lines = baselines(page.words);
  const rows: Row[] = [];
  lines.forEach((words, at) => {
    const fromEnd = lines.length - 1 - at;
    if (at >= EDGE_ROWS && fromEnd >= EDGE_ROWS) return;
    const text = textOf(words, mirrored);
    const { y, size } = words[0]!;
    // A page may hold nothing but its number.
    const top = lines.length > 1 ? at <= fromEnd : y < page.height / 2;
    // A head stands near the upper edge of its page, a foot near the lower one.
    if (top ? y > page.height * EDGE : y < page.height * (1 - EDGE)) return;
    rows.push({ page: page.number, words, text, y, size, depth: top ? at : fromEnd, top });
  });
  return rows;
}

/** A row's words with figures masked, its height, and its print: at two roundings, so that none falls between. */
function slotKeys(row: Row): string[] {
  const text = masked(row.text);
  if (text === '' || text.length > 200) return [];
  return [0, 2].map((shift) => `${row.top} ${shift} ${Math.floor((row.y + shift) / 4)} ${text}`);
}

function masked(text: string): string {
  return text
    .replace(/\p{Nd}+/gu, '#')
    .replace(/(?<![\p{L}])[ivxlc]{1,6}(?![\p{L}])/giu, '#')
    .replace(/\s+/gu, ' ')
    .trim();
}

function isRepeated(key: string, rows: readonly Row[], pages: number): boolean {
  const on = new Set(rows.map(({ page }) => page)).size;
  if (on < 2) return false;
  // A list's bare bullet or a dash may well stand at one place twice.
  if (!/[\p{L}\p{N}#]/u.test(key)) return false;
  return on >= 3 || pages <= 4 || on * 3 >= pages;
}

const PAGE_NUMBER =
  /^(?:[-–—|[(\s]{0,3})(?:(?:page|pages|pág\.?|página|p\.|صفحة|الصفحة|ص|стр\.?)\s{0,2})?(\p{Nd}{1,4}|[ivxlc]{1,6})(?:\s{0,2}(?:\/|of|sur|de|من|из)\s{0,2}\p{Nd}{1,4})?[-–—|\])\s.]{0,3}$/iu;

/** Rows that hold a number which grows with the pages. */
function numberRows(rows: readonly Row[], pages: number): Row[] {
  const found: Row[] = [];
  for (const top of [true, false]) {
    const own = rows.filter(
      (row) => row.top === top && row.depth < 2 && PAGE_NUMBER.test(row.text),
    );
    const offsets = new Map<number, Row[]>();
    for (const row of own) {
      const offset = numberIn(row.text) - row.page;
      offsets.set(offset, [...(offsets.get(offset) ?? []), row]);
    }
    for (const same of offsets.values())
      if (same.length > 1 || (pages === 1 && same[0]?.depth === 0)) found.push(...same);
  }
  return found;
}

function numberIn(text: string): number {
  const digits = /\p{Nd}{1,4}/u.exec(text)?.[0];
  if (digits !== undefined) {
    let value = 0;
    for (const digit of digits) value = value * 10 + digitOf(digit);
    return value;
  }
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const letters = [...(PAGE_NUMBER.exec(text)?.[1] ?? '').toLowerCase()].map(
    (one) => values[one] ?? 0,
  );
  return letters.reduce((sum, one, at) => sum + (one < (letters[at + 1] ?? 0) ? -one : one), 0);
}

function digitOf(digit: string): number {
  const code = digit.charCodeAt(0);
  if (code < 0x80) return code - 0x30;
  return code >= 0x6f0 ? code - 0x6f0 : (code - 0x660) % 10;
}

/** Furniture reaches to the edge: a row with text outside of it is text itself. */
function reachesEdge(row: Row, rows: readonly Row[], found: ReadonlySet<Row>): boolean {
  return rows.every(
    (other) =>
      other.page !== row.page ||
      other.top !== row.top ||
      other.depth >= row.depth ||
      found.has(other),
  );
}

function reasonOf(text: string): DropReason {
  return PAGE_NUMBER.test(text) ? 'page number' : 'running head';
}
