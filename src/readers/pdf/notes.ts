/** Notes at the foot of a page: small print below the text. */
import { baselines, linesOf, textOf } from './lines.js';
import { joinLines } from './hyphens.js';
import type { Vocabulary } from './hyphens.js';
import type { Note } from './facts.js';
import type { Page, Rule, Word } from './types.js';

/** A page without its notes, and the words of the notes. */
export interface Parted {
  readonly page: Page;
  readonly notes: readonly Word[];
}

/** Small print is at most this part of the body's size. */
const SMALL = 0.93;

/**
 * Takes the notes off the foot of a page: below all of its text, or below each
 * of two newspaper columns.
 */
export function partNotes(page: Page, body: number): Parted {
  const whole = partFoot(page, body);
  const centre = page.width / 2;
  if (
    whole.page.words.some(({ x0, x1, size }) => size <= SMALL * body && x0 < centre && x1 > centre)
  )
    return whole;
  const isLeft = ({ x1 }: Word): boolean => x1 <= centre;
  const halves = [isLeft, (word: Word): boolean => !isLeft(word)].map((isOf) =>
    partFoot({ ...whole.page, words: whole.page.words.filter(isOf) }, body),
  );
  const found = halves.flatMap(({ notes }) => notes);
  if (found.length === 0) return whole;
  const gone = new Set(found);
  const words = whole.page.words.filter((word) => !gone.has(word));
  return { page: { ...page, words }, notes: [...whole.notes, ...found] };
}

function partFoot(page: Page, body: number): Parted {
  const rows = baselines(page.words);
  let from = rows.length;
  while (from > 0 && isSmall(rows[from - 1]!, body)) from--;
  const marked = markedFoot(rows, page, body);
  if (marked >= 0 && marked < from) from = marked;
  const first = rows[from];
  const none = { page, notes: [] };
  if (first === undefined || from === 0) return none;
  const top = first[0]!.y - first[0]!.size;
  const above = rows[from - 1]![0]!.y;
  const ruled = page.rules.some((rule) => isSeparator(rule, page, above, top));
  const opens = /^(?:[\p{Nd}]{1,3}|[*†‡])$/u.test(first[0]!.units.join(''));
  if (!ruled && !(opens && top > page.height / 3 && isReferred(first[0]!, page, body))) return none;
  const notes = new Set(rows.slice(from).flat());
  return {
    page: { ...page, words: page.words.filter((word) => !notes.has(word)) },
    notes: [...notes],
  };
}

/** The first row below a short line that opens with a note's raised number, whatever its print; -1 for none. */
function markedFoot(rows: readonly (readonly Word[])[], page: Page, body: number): number {
  return rows.findIndex((row, at) => {
    const [mark] = row;
    const above = rows[at - 1]?.[0]?.y;
    if (above === undefined || mark === undefined || mark.size > 0.9 * body) return false;
    if (row.length > 1 || !isNoteMark(mark.units.join(''))) return false;
    const top = mark.y - mark.size;
    const lines = page.rules.filter((rule) => isSeparator(rule, page, above, top));
    const low = Math.max(...lines.map(({ y1 }) => y1));
    // Below it are no more lines, as a table's row has.
    return lines.length > 0 && !page.rules.some((rule) => isBelow(rule, low));
  });
}

function isBelow(rule: Rule, y: number): boolean {
  return rule.y1 > y + 4 && Math.max(rule.x1 - rule.x0, rule.y1 - rule.y0) > 30;
}

function isSmall(row: readonly Word[], body: number): boolean {
  return row.every(({ size }) => size <= SMALL * body);
}

/** A short line between text and notes. */
function isSeparator(rule: Rule, page: Page, above: number, top: number): boolean {
  const width = rule.x1 - rule.x0;
  return width > 30 && width < 0.6 * page.width && rule.y0 > above - 1 && rule.y1 < top + 4;
}

/** The note's number stands small in the text. */
function isReferred(mark: Word, page: Page, body: number): boolean {
  const number = mark.units.join('');
  return page.words.some(
    (word) => word !== mark && word.size < 0.8 * body && word.units.join('') === number,
  );
}

/** Notes below two newspaper columns, of which none reaches over the middle; else all in one. */
function halvesOf({ width }: Page, notes: readonly Word[]): Word[][] {
  const centre = width / 2;
  const left = notes.filter(({ x1 }) => x1 <= centre);
  const right = notes.filter(({ x0 }) => x0 >= centre);
  return left.length + right.length === notes.length ? [left, right] : [[...notes]];
}

/** The text of a page's notes, one for each number. */
export function notesOf(
  { page, notes }: Parted,
  mirrored: boolean,
  vocabulary: Vocabulary,
): Note[] {
  const found: { marker: string | undefined; pieces: string[] }[] = [];
  const all = halvesOf(page, notes).flatMap((own) => linesOf(own, page.number));
  for (const line of all) {
    const [first] = line.words;
    const mark = first === undefined ? '' : first.units.join('');
    const opens = isNoteMark(mark) && line.words.length > 1;
    if (opens || found.length === 0)
      found.push({
        // Brackets of right-to-left text stand as drawn.
        marker: opens ? mark.replace(/^[[\]](.+)[[\]]$/u, '[$1]') : undefined,
        pieces: [textOf(opens ? line.words.slice(1) : line.words, mirrored)],
      });
    else found.at(-1)!.pieces.push(textOf(line.words, mirrored));
  }
  return found.map(({ marker, pieces }) => ({
    page: page.number,
    marker,
    text: joinLines(pieces, vocabulary),
  }));
}

/** The numbers that the notes of a document have. */
export function noteNumbers(parted: readonly Parted[]): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const { page, notes } of parted)
    for (const row of halvesOf(page, notes).flatMap(baselines)) {
      const mark = row[0]?.units.join('') ?? '';
      if (!isNoteMark(mark)) continue;
      const number = mark.replace(/[.)[\]]/gu, '');
      // In right-to-left text brackets may be drawn mirrored.
      numbers.add(number).add(`[${number}]`).add(`]${number}[`);
    }
  return numbers;
}

function isNoteMark(mark: string): boolean {
  return /^(?:\p{Nd}{1,3}[.)]?|[[\]]\p{Nd}{1,3}[[\]]|[*†‡])$/u.test(mark);
}

/** Takes the small raised numbers out of the text that refer to a note. */
export function withoutReferences(page: Page, numbers: ReadonlySet<string>, body: number): Page {
  const marks = page.words.filter(
    (word) => word.size < 0.9 * body && numbers.has(word.units.join('')),
  );
  const gone = new Set<string>();
  const closing = new Set<string>();
  for (const mark of marks) {
    const beside = page.words.filter((word) => isRaisedAt(mark, word));
    const before = beside.find((word) => word.x0 < mark.x0);
    const next = beside.find((word) => word.x0 >= mark.x0);
    if (before === undefined && next === undefined) continue;
    gone.add(keyOf(mark));
    if (before === undefined || next === undefined) continue;
    if (touches(before, mark) && touches(mark, next)) closing.add(keyOf(next));
  }
  if (gone.size === 0) return page;
  const words = page.words.filter((word) => !gone.has(keyOf(word)));
  return {
    ...page,
    words: words.map((word) => (closing.has(keyOf(word)) ? { ...word, closesUp: true } : word)),
  };
}

/** True where a small word stands raised right beside a larger one. */
function isRaisedAt(mark: Word, { x0, x1, y, size }: Word): boolean {
  if (mark.size > 0.88 * size || y - mark.y < 0.1 * size || y - mark.y > 0.7 * size) return false;
  return Math.abs(mark.x0 - x1) < 0.35 * size || Math.abs(x0 - mark.x1) < 0.35 * size;
}

function keyOf({ x0, y }: Word): string {
  return `${x0} ${y}`;
}

function touches(before: Word, word: Word): boolean {
  return word.x0 - before.x1 < 0.12 * Math.max(before.size, word.size);
}
