/** Finds where columns begin: edges that no word crosses, with words on both sides. */
import { isBareMarker } from '../markers.js';
import type { Word } from './types.js';

/** Words of one baseline of one page, over all columns. */
export interface Row {
  readonly page: number;
  readonly words: readonly Word[];
  readonly y: number;
  readonly size: number;
  /** The usual gap between its words: wide where a line is justified. */
  readonly space: number;
  /** Set in larger print than the document's body. */
  readonly title: boolean;
  /** A title with white space above and below: it parts what stands above from what stands below. */
  readonly heading: boolean;
}

/** Where a column begins: no word of the rows that know it crosses this x. */
export interface Gutter {
  /** Left edge of the column to the right. */
  readonly x: number;
  /** Right edge of the column to the left. */
  readonly left: number;
}

/** An edge with the rows that leave it clear. */
export interface Claim extends Gutter {
  /** Rows that leave the edge clear: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** How many of them have words on both sides. */
  readonly both: number;
  /** How many of them have words that begin right at the edge. */
  readonly starts: number;
}

/** A claim that its own page makes. */
export interface Run extends Claim {
  readonly page: number;
  /** How many of the rows have words right of it alone. */
  readonly right: number;
}

/** How far words may stand over the edge of their column. */
export const SLACK = 1.2;

/** Edges at which columns may begin: where words begin after a wide gap, or a row begins far from the left. */
function candidates(rows: readonly Row[]): number[] {
  const left = Math.min(...rows.map(({ words }) => words[0]!.x0));
  const counts = new Map<number, number[]>();
  for (const { words, size, space } of rows) {
    words.forEach((word, at) => {
      const before = words[at - 1];
      const gap = before === undefined ? word.x0 - left : word.x0 - before.x1;
      const wide = gap > (before === undefined ? 3 * size : Math.max(0.9 * size, 1.4 * space));
      if (!wide) return;
      const key = Math.round(word.x0 / 2);
      counts.set(key, [...(counts.get(key) ?? []), word.x0]);
    });
  }
  const edges = besideLabels(rows);
  for (const [key, xs] of [...counts].sort((a, b) => a[0] - b[0])) {
    const near = (counts.get(key - 1)?.length ?? 0) + (counts.get(key + 1)?.length ?? 0);
    if (xs.length + near >= 2) edges.push(Math.min(...xs));
  }
  return edges;
}

/** Where lines begin right beside labels that stand alone, each at the middle of its row's lines. */
function besideLabels(rows: readonly Row[]): number[] {
  const counts = new Map<number, number[]>();
  rows.forEach((row, at) => {
    const [label, after] = row.words;
    if (label === undefined || !isLabel(label)) return;
    if (after !== undefined && after.x0 - label.x1 < 3 * row.size) return;
    for (const { words, size } of [rows[at - 1], rows[at + 1]].flatMap((one) => one ?? [])) {
      const { x0 } = words[0]!;
      if (x0 < label.x1 + 0.5 * size || x0 > label.x1 + 5 * size) continue;
      const key = Math.round(x0 / 2);
      counts.set(key, [...(counts.get(key) ?? []), x0]);
    }
  });
  return [...counts.values()].flatMap((xs) => (xs.length > 3 ? [Math.min(...xs)] : []));
}

function isLabel({ units, drawn }: Word): boolean {
  return drawn !== true && units.length <= 5 && /^[\p{Nd}\p{L}ـ.()-]+$/u.test(units.join(''));
}

/** The edges that a page's own words tell of. */
export function strongRuns(rows: readonly Row[]): Run[] {
  if (rows.length < 2) return [];
  const runs: Run[] = [];
  for (const x of new Set(candidates(rows).map((edge) => bulletsBefore(rows, edge))))
    for (const edge of [x, ...outdents(rows, x)])
      for (const run of clearRuns(rows, edge)) if (isStrong(run, rows, x)) runs.push(run);
  return withoutTwins(
    runs.filter((run) => !isAccident(run, runs, rows)),
    rows,
  );
}

/** @param base edge of the bullets that stand a little right of the run's own edge, or that edge itself */
function isStrong(run: Run, rows: readonly Row[], base: number): boolean {
  const { x, left, from, to, both, right } = run;
  const inner = rows.slice(from, to);
  if (inner.filter((row) => startsAt(row, x) || startsAt(row, base)).length < 2) return false;
  const width = x - left;
  // One line of the left column beside many of the right one.
  const opens = right > 3 && width > 0.6 * (rows[from]?.size ?? 0);
  return both >= 5 || (both >= 3 && width > 4) || (both >= 2 && width > 10) || opens;
}

/** Where paragraphs without bullets begin, a little left of the bullets that stand at an edge. */
function outdents(rows: readonly Row[], x: number): number[] {
  const found = new Set<number>();
  for (const { words, size, space, title } of rows)
    words.forEach((word, at) => {
      if (title) return;
      const before = words[at - 1];
      const least = Math.max(0.33 * size, 1.3 * space);
      const apart = before === undefined || word.x0 - before.x1 > least;
      if (apart && word.x0 < x - SLACK && word.x0 > x - 2.5 * size) found.add(word.x0);
    });
  return [...found];
}

/** True for an edge that most other rows of the same table cross: a few words of the sentences in it line up. */
function isAccident(run: Run, runs: readonly Run[], rows: readonly Row[]): boolean {
  return runs.some((outer) => {
    const isInside = outer.from <= run.from && run.to <= outer.to && outer !== run;
    if (!isInside || outer.to - outer.from <= run.to - run.from) return false;
    const crossing = rows
      .slice(outer.from, outer.to)
      .filter((row) => !row.title && sideOf(row, run.x, null) === 'cross');
    return crossing.length > 0.7 * run.both;
  });
}

/** The edge of the bullets whose words begin at an edge; the edge itself where there are none. */
function bulletsBefore(rows: readonly Row[], x: number): number {
  let edge = x;
  for (const { words, size } of rows) {
    const at = words.findIndex((word) => Math.abs(word.x0 - x) <= 1.5);
    const bullet = words[at - 1];
    if (bullet === undefined || x - bullet.x0 > 3 * size) continue;
    const ring = bullet.units.join('') === 'o' && x - bullet.x1 > 0.4 * size;
    if (!ring && !isBullet(bullet)) continue;
    edge = Math.min(edge, bullet.x0);
  }
  return edge;
}

/** Where each row stands to an edge. */
export function sideOf(
  row: Row,
  x: number,
  holds: Holds | null,
): 'cross' | 'both' | 'left' | 'right' {
  if (row.heading && !isBeside(row, x)) return 'cross';
  let [left, right, nearest] = [false, false, -Infinity];
  let first: Word | null = null;
  for (const [at, word] of row.words.entries()) {
    if (word.x0 < x - SLACK && word.x1 > x - 0.4 && !reachesOver(row, at, x)) return 'cross';
    if (word.x0 < x - SLACK) {
      left = true;
      if (word.x1 <= x - 0.4) nearest = Math.max(nearest, word.x1);
    } else {
      right = true;
      first ??= word;
    }
  }
  if (!left) return 'right';
  if (!right || first === null) return 'left';
  // A plain space that happens to stand there is no gutter, unless the words begin right at the edge.
  const isTight = first.x0 - nearest < 0.75 * row.size;
  const isFar = first.x0 > x + (isBullet(first) ? row.size : 1.5);
  const isOff =
    row.title ||
    isFar ||
    (holds?.bullets === true && !isMarkerWord(first)) ||
    (holds?.labels === true && lettersBefore(row, x) > LABEL);
  if (isTight && isOff) return 'cross';
  return 'both';
}

/** True for a web or e-mail address that may be longer than a column is wide. */
export function isLongAddress({ units }: Word): boolean {
  return units.length >= 20 && units.some((unit) => unit === '/' || unit === '@');
}

/** True for an address too long for its column: it stands alone on its line there, and reaches over the edge. */
function reachesOver({ words, size }: Row, at: number, x: number): boolean {
  const [before, word, next] = [words[at - 1], words[at]!, words[at + 1]];
  return (
    isLongAddress(word) &&
    (before === undefined || word.x0 - before.x1 > 0.9 * size) &&
    (next === undefined || next.x0 >= x - SLACK)
  );
}

/** True for titles of two columns that happen to stand on one baseline. */
function isBeside({ words, size }: Row, x: number): boolean {
  const at = words.findIndex((word) => word.x0 >= x - SLACK);
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined) return false;
  return word.x0 < x + 2.5 * size && word.x0 - before.x1 > 1.2 * size;
}

/** What stands at an edge: other words are no part of its columns. */
export interface Holds {
  /** Right of it bullets. */
  readonly bullets: boolean;
  /** Left of it short labels. */
  readonly labels: boolean;
}

/** Labels have no more letters than this. */
const LABEL = 5;

function lettersBefore({ words }: Row, x: number): number {
  return words
    .filter((word) => word.x0 < x - SLACK)
    .reduce((sum, { units }) => sum + units.length, 0);
}

/** What most of the words that begin right at an edge are, and what most rows have left of it. */
export function holdsAt(rows: readonly Row[], x: number): Holds {
  let [bullets, all, labels, beside] = [0, 0, 0, 0];
  for (const row of rows) {
    const first = row.words.find((word) => word.x0 >= x - SLACK);
    if (first !== undefined && first.x0 <= x + 0.7) {
      all++;
      if (isMarkerWord(first)) bullets++;
    }
    const letters = lettersBefore(row, x);
    if (letters === 0 || sideOf(row, x, null) === 'cross') continue;
    beside++;
    if (letters <= LABEL) labels++;
  }
  return {
    bullets: all > 2 && bullets * 10 > all * 7,
    labels: beside > 2 && labels * 10 > beside * 7,
  };
}

/** True where a gap that no plain space has, or one of so many sizes, parts the words on both sides. */
export function isWide(row: Row, x: number, sizes = 0.6): boolean {
  const at = row.words.findIndex((word) => word.x0 >= x - SLACK);
  const [before, after] = [row.words[at - 1], row.words[at]];
  if (before === undefined || after === undefined) return false;
  return after.x0 - before.x1 > Math.max(sizes * row.size, 1.4 * row.space);
}

/** How many rows have words on both sides of an edge, on one baseline or side by side. */
interface Sides {
  readonly both: number;
  /** Of these, how many are parted by a gap that no plain space has. */
  readonly wide: number;
  readonly right: number;
}

/** Counts the rows that have words on both sides of an edge. */
export function countSides(rows: readonly Row[], x: number): Sides {
  let [both, wide, right] = [0, 0, 0];
  const sides = rows.map((row) => sideOf(row, x, null));
  rows.forEach((row, at) => {
    if (sides[at] === 'right') right++;
    if (sides[at] === 'both') {
      both++;
      if (isWide(row, x)) wide++;
    }
    const beside = [at - 1, at + 1].filter((other) => sides[other] === 'right');
    const gaps = beside.map((other) => Math.abs(rows[other]!.y - row.y) / rows[other]!.size);
    // One line higher and one lower, or one that overlaps.
    const isBeside = Math.min(...gaps) < 0.9 || (gaps.length > 1 && Math.max(...gaps) < 1.4);
    if (sides[at] === 'left' && isBeside) {
      both++;
      wide++;
    }
  });
  return { both, wide, right };
}

/** Runs of rows that leave the edge clear, with words on both sides of it. */
function clearRuns(rows: readonly Row[], x: number): Run[] {
  const runs: Run[] = [];
  let from = 0;
  const close = (to: number): void => {
    const run = runOf(rows, from, to, x);
    if (run !== null) runs.push(run);
    from = to + 1;
  };
  const holds = holdsAt(rows, x);
  rows.forEach((row, at) => {
    if (sideOf(row, x, holds) === 'cross') close(at);
  });
  close(rows.length);
  return runs;
}

function runOf(rows: readonly Row[], from: number, to: number, x: number): Run | null {
  const inner = rows.slice(from, to);
  const { both, wide, right } = countSides(inner, x);
  if (both === 0 || wide === 0) return null;
  let [beside, marked, starts] = [0, 0, 0];
  let left = -Infinity;
  for (const row of inner) {
    const inside = row.words.filter((word) => word.x0 < x - SLACK);
    for (const word of inside) if (word.x1 <= x - 0.4) left = Math.max(left, word.x1);
    if (startsAt(row, x)) starts++;
    const [last, next] = [inside.at(-1), row.words[inside.length]];
    if (last === undefined || next === undefined) continue;
    beside++;
    // A list's text stands near its bullets.
    if (isMarkerWord(last) && next.x0 - last.x1 < 3 * row.size) marked++;
  }
  // What stands left of the edge are the bullets of a list, not a column.
  if (marked * 2 > beside && beside > 0 && !isLabelColumn(inner, x)) return null;
  return { x, left, page: rows[from]?.page ?? 0, from, to, both, right, starts };
}

/** True where a word of the row begins right at an edge. */
export function startsAt(row: Row, x: number): boolean {
  return row.words.some((word) => Math.abs(word.x0 - x) <= 1.5);
}

function isBullet(word: Word): boolean {
  return word.drawn === true || /^[\p{Co}\p{So}•·▪■□○●◦–]$/u.test(word.units.join(''));
}

/** True for a word that is nothing but a bullet or the number of a list. */
export function isMarkerWord(word: Word): boolean {
  // Arabic stands in the order in which it is drawn.
  const text = word.units.join('');
  return (
    isBullet(word) || text === 'o' || [text, [...word.units].reverse().join('')].some(isBareMarker)
  );
}

/** A column of numbers left of everything else, which stand apart from each other. */
function isLabelColumn(rows: readonly Row[], x: number): boolean {
  const left = rows.flatMap((row) => row.words.filter((word) => word.x0 < x - SLACK));
  const counting = left.filter((word) => /^[\p{Nd}\p{L}ـ.()-]{1,5}$/u.test(word.units.join('')));
  if (counting.length < left.length * 0.8) return false;
  // Another column begins further right in the same rows.
  const begins = new Map<number, number>();
  for (const row of rows) {
    const inside = row.words.filter((word) => word.x0 >= x - SLACK);
    inside.forEach((word, at) => {
      const key = Math.round(word.x0 / 3);
      const from = inside[at - 1]?.x1 ?? x + 6 * row.size;
      if (word.x0 - from > 1.5 * row.size) begins.set(key, (begins.get(key) ?? 0) + 1);
    });
  }
  return [...begins.values()].some((count) => count > 1);
}

/**
 * Of edges with nothing but bullets between them in the same rows one counts:
 * that which holds for more rows, else the leftmost.
 */
export function withoutTwins<T extends Claim>(claims: readonly T[], rows: readonly Row[]): T[] {
  let kept: T[] = [];
  for (const claim of [...claims].sort((a, b) => a.x - b.x || a.from - b.from)) {
    const twins = kept.filter((other) => isTwin(other, claim, rows));
    if (!twins.every((twin) => isBetter(claim, twin))) continue;
    kept = [...kept.filter((other) => !twins.includes(other)), claim];
  }
  return kept;
}

function isBetter(claim: Claim, twin: Claim): boolean {
  const length = ({ from, to }: Claim): number => to - from;
  // Words of the left column that cross the left one show that it is none.
  if (length(claim) > 1.25 * length(twin) + 2) return true;
  // An edge of another table that happens to be clear here.
  return twin.starts === 0 && claim.starts > 0;
}

function isTwin(one: Claim, two: Claim, rows: readonly Row[]): boolean {
  const [other, claim] = one.x < two.x ? [one, two] : [two, one];
  const [from, to] = [Math.max(other.from, claim.from), Math.min(other.to, claim.to)];
  if (to <= from) return false;
  return rows.slice(from, to).every(({ words, size }) => {
    const first = words.findIndex((word) => word.x0 >= other.x - SLACK);
    const isColumn = first > 0 && words[first]!.x0 - words[first - 1]!.x1 > 1.5 * size;
    return words.every((word, at) => {
      if (word.x0 < other.x - SLACK || word.x0 >= claim.x - SLACK || isMarkerWord(word))
        return true;
      // Words of a sentence that goes on over the edge, which a space happens to leave clear.
      const next = words[at + 1];
      if (next === undefined || (isColumn && isBullet(next))) return false;
      return next.x0 - word.x1 < 0.75 * size;
    });
  });
}
