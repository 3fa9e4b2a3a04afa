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

/** Takes the notes off the foot of a page. */
export function partNotes(page: Page, body: number): Parted {
  const rows = baselines(page.words);
  let from = rows.length;
  while (from > 0 && isSmall(rows[from - 1]!, body)) from--;
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

/** The text of a page's notes, one for each number. */
export function notesOf(
  { page, notes }: Parted,
  mirrored: boolean,
  vocabulary: Vocabulary,
): Note[] {
  const found: { marker: string | undefined; pieces: string[] }[] = [];
  for (const line of linesOf(notes, page.number)) {
    const [first] = line.words;
    const mark = first === undefined ? '' : first.units.join('');
    const opens = isNoteMark(mark) && line.words.length > 1;
    if (opens || found.length === 0)
      found.push({
        marker: opens ? mark : undefined,
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
  for (const { notes } of parted)
    for (const row of baselines(notes)) {
      const mark = row[0]?.units.join('') ?? '';
      if (isNoteMark(mark)) numbers.add(mark.replace(/[.)]$/u, ''));
    }
  return numbers;
}

function isNoteMark(mark: string): boolean {
  return /^(?:[\p{Nd}]{1,3}[.)]?|[*†‡])$/u.test(mark);
}

/** Takes the small raised numbers out of the text that refer to a note. */
export function withoutReferences(page: Page, numbers: ReadonlySet<string>, body: number): Page {
  if (numbers.size === 0) return page;
  const marks = new Set<string>();
  const closing = new Set<string>();
  for (const { words } of linesOf(page.words, page.number))
    words.forEach((word, at) => {
      if (word.raised !== true || word.size >= 0.9 * body || !numbers.has(word.units.join('')))
        return;
      marks.add(keyOf(word));
      const next = words[at + 1];
      if (next !== undefined && touches(words[at - 1], word) && touches(word, next))
        closing.add(keyOf(next));
    });
  const words = page.words.filter((word) => !marks.has(keyOf(word)));
  return {
    ...page,
    words: words.map((word) => (closing.has(keyOf(word)) ? { ...word, closesUp: true } : word)),
  };
}

function keyOf({ x0, y }: Word): string {
  return `${x0} ${y}`;
}

function touches(before: Word | undefined, word: Word): boolean {
  if (before === undefined) return false;
  return word.x0 - before.x1 < 0.12 * Math.max(before.size, word.size);
}
