/** Finds columns of words by the white space between them, over the whole document. */
import { isBareMarker } from '../markers.js';
import { baselines } from './lines.js';
import type { Word } from './types.js';

/** Words of one baseline of one page, over all columns. */
export interface Row {
  readonly page: number;
  readonly words: readonly Word[];
  readonly y: number;
  readonly size: number;
  /** Set in larger print than the document's body. */
  readonly title: boolean;
}

/** Where a column begins: no word of the rows that know it crosses this x. */
export interface Gutter {
  /** Left edge of the column to the right. */
  readonly x: number;
  /** Right edge of the column to the left. */
  readonly left: number;
}

/** Consecutive rows of one page with the gutters that part them; none for plain text. */
export interface Band {
  readonly page: number;
  readonly rows: readonly Row[];
  readonly gutters: readonly Gutter[];
}

/** The rows of a page, from top to bottom. */
export function rowsOf(words: readonly Word[], page: number, body: number): Row[] {
  return baselines(words).map((own) => ({
    page,
    words: own,
    y: own[0]!.y,
    size: Math.max(...own.map(({ size }) => size)),
    title: own.every(({ size }) => size > 1.1 * body),
  }));
}

interface Claim extends Gutter {
  /** Rows that leave the edge clear: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** How many of them have words on both sides. */
  readonly both: number;
  /** How many of them have words that begin right at the edge. */
  readonly starts: number;
}

interface Run extends Claim {
  readonly page: number;
}

/** Cuts pages into bands of rows that share their columns. */
export function bandsOf(pages: readonly (readonly Row[])[]): Band[] {
  const strong = pages.map((rows) => strongRuns(rows));
  const known = knownEdges(strong.flat());
  let before: readonly number[] = [];
  let last: Band | undefined;
  return pages.flatMap((rows, at) => {
    const bands = goneOn(pageBands(rows, strong[at]!, known, before), last);
    last = bands.at(-1) ?? last;
    before = bands.at(-1)?.gutters.map(({ x }) => x) ?? before;
    return bands;
  });
}

/** A table that goes on over a page keeps its columns, though one of them may be empty there. */
function goneOn(bands: readonly Band[], before: Band | undefined): readonly Band[] {
  const [first, ...others] = bands;
  if (first === undefined || before === undefined || first.gutters.length === 0) return bands;
  const own = first.gutters.every((one) =>
    before.gutters.some((gutter) => sameGutters([gutter], [one])),
  );
  if (!own || before.gutters.length <= first.gutters.length) return bands;
  const clear = before.gutters.every(({ x }) =>
    first.rows.every((row) => sideOf(row, x, false) !== 'cross'),
  );
  return clear ? [{ ...first, gutters: before.gutters }, ...others] : bands;
}

/** How far words may stand over the edge of their column. */
const SLACK = 1.2;

/** Edges at which columns may begin: where words begin after a wide gap, or a row begins far from the left. */
function candidates(rows: readonly Row[]): number[] {
  const left = Math.min(...rows.map(({ words }) => words[0]!.x0));
  const counts = new Map<number, number[]>();
  for (const { words, size } of rows) {
    words.forEach((word, at) => {
      const before = words[at - 1];
      const wide =
        before === undefined ? word.x0 > left + 3 * size : word.x0 - before.x1 > 0.9 * size;
      if (!wide) return;
      const key = Math.round(word.x0 / 2);
      counts.set(key, [...(counts.get(key) ?? []), word.x0]);
    });
  }
  const edges: number[] = [];
  for (const [key, xs] of [...counts].sort((a, b) => a[0] - b[0])) {
    const near = (counts.get(key - 1)?.length ?? 0) + (counts.get(key + 1)?.length ?? 0);
    if (xs.length + near >= 2) edges.push(Math.min(...xs));
  }
  return edges;
}

function strongRuns(rows: readonly Row[]): Run[] {
  if (rows.length < 2) return [];
  const runs: Run[] = [];
  for (const x of new Set(candidates(rows).map((edge) => bulletsBefore(rows, edge)))) {
    for (const run of clearRuns(rows, x)) {
      const width = run.x - run.left;
      const strong = run.both >= 5 || (run.both >= 3 && width > 4) || (run.both >= 2 && width > 10);
      if (strong && run.starts >= 2) runs.push(run);
    }
  }
  return withoutTwins(
    runs.filter((run) => !isAccident(run, runs, rows)),
    rows,
  );
}

/** True for an edge that most other rows of the same table cross: a few words of the sentences in it line up. */
function isAccident(run: Run, runs: readonly Run[], rows: readonly Row[]): boolean {
  return runs.some((outer) => {
    const isInside = outer.from <= run.from && run.to <= outer.to && outer !== run;
    if (!isInside || outer.to - outer.from <= run.to - run.from) return false;
    const crossing = rows
      .slice(outer.from, outer.to)
      .filter((row) => !row.title && sideOf(row, run.x, false) === 'cross');
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
function sideOf(row: Row, x: number, bulleted: boolean): 'cross' | 'both' | 'left' | 'right' {
  let [left, right, nearest] = [false, false, -Infinity];
  let first: Word | null = null;
  for (const word of row.words) {
    if (word.x0 < x - SLACK && word.x1 > x - 0.4) return 'cross';
    if (word.x0 < x - SLACK) {
      left = true;
      nearest = Math.max(nearest, word.x1);
    } else {
      right = true;
      first ??= word;
    }
  }
  if (!left) return 'right';
  if (!right || first === null) return 'left';
  // A plain space that happens to stand there is no gutter, unless the words begin right at the edge.
  const isTight = first.x0 - nearest < 0.75 * row.size;
  const isOff = row.title || first.x0 > x + 1.5 || (bulleted && !isMarkerWord(first));
  if (isTight && isOff) return 'cross';
  return 'both';
}

/** True where the words that begin right at the edge are bullets: plain words there are none of the column's. */
function isBulleted(rows: readonly Row[], x: number): boolean {
  let [bullets, all] = [0, 0];
  for (const { words } of rows) {
    const first = words.find((word) => word.x0 >= x - SLACK);
    if (first === undefined || first.x0 > x + 1.5) continue;
    all++;
    if (isMarkerWord(first)) bullets++;
  }
  return all > 2 && bullets * 10 > all * 7;
}

/** True where a gap that no plain space has parts the words on both sides. */
function isWide(row: Row, x: number): boolean {
  const at = row.words.findIndex((word) => word.x0 >= x - SLACK);
  const [before, after] = [row.words[at - 1], row.words[at]];
  return before !== undefined && after !== undefined && after.x0 - before.x1 > 0.6 * row.size;
}

/** How many rows have words on both sides of an edge, on one baseline or side by side. */
interface Sides {
  readonly both: number;
  /** Of these, how many are parted by a gap that no plain space has. */
  readonly wide: number;
  readonly right: number;
}

function countSides(rows: readonly Row[], x: number): Sides {
  let [both, wide, right] = [0, 0, 0];
  const sides = rows.map((row) => sideOf(row, x, false));
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
  const bulleted = isBulleted(rows, x);
  rows.forEach((row, at) => {
    if (sideOf(row, x, bulleted) === 'cross') close(at);
  });
  close(rows.length);
  return runs;
}

function runOf(rows: readonly Row[], from: number, to: number, x: number): Run | null {
  const inner = rows.slice(from, to);
  const { both, wide } = countSides(inner, x);
  if (both === 0 || wide === 0) return null;
  let [beside, marked, starts] = [0, 0, 0];
  let left = -Infinity;
  for (const row of inner) {
    const inside = row.words.filter((word) => word.x0 < x - SLACK);
    for (const word of inside) left = Math.max(left, word.x1);
    if (row.words.some((word) => Math.abs(word.x0 - x) <= 1.5)) starts++;
    const last = inside.at(-1);
    if (last === undefined || inside.length === row.words.length) continue;
    beside++;
    if (isMarkerWord(last)) marked++;
  }
  // What stands left of the edge are the bullets of a list, not a column.
  if (marked * 2 > beside && beside > 0 && !isLabelColumn(inner, x)) return null;
  return { x, left, page: rows[from]?.page ?? 0, from, to, both, starts };
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
      if (at > 0 && word.x0 - inside[at - 1]!.x1 > 1.5 * row.size)
        begins.set(key, (begins.get(key) ?? 0) + 1);
    });
  }
  return [...begins.values()].some((count) => count > 1);
}

/** Edges of the document: near ones made one, with how many rows speak for each. */
function knownEdges(runs: readonly Run[]): number[] {
  const weights = new Map<number, number>();
  for (const run of [...runs].sort((a, b) => a.x - b.x || a.page - b.page)) {
    const near = [...weights.keys()].find((x) => Math.abs(x - run.x) < 3);
    const key = near ?? run.x;
    weights.set(key, (weights.get(key) ?? 0) + run.both);
  }
  return [...weights].filter(([, both]) => both >= 2).map(([x]) => x);
}

/** The gutters that hold for stretches of a page's rows: the page's own, then those that other pages tell of. */
function pageBands(
  rows: readonly Row[],
  own: readonly Run[],
  known: readonly number[],
  before: readonly number[],
): Band[] {
  const claims: Claim[] = own.flatMap((run) => trim(rows, run, false) ?? []);
  for (const x of known) {
    const goesOn = before.some((edge) => Math.abs(edge - x) < 3);
    claims.push(...looseRuns(rows, x, goesOn));
  }
  const kept = withoutTwins(claims, rows).map((claim) => extended(claim, rows));
  const sets = rows.map((_, at) =>
    kept.filter(({ from, to }) => from <= at && at < to).sort((a, b) => a.x - b.x),
  );
  return bandsBySets(rows, sets);
}

/** Runs at an edge that the document knows: little evidence will do, and none where a table goes on from the page before. */
function looseRuns(rows: readonly Row[], x: number, goesOn: boolean): Claim[] {
  const claims: Claim[] = [];
  let from = 0;
  const close = (to: number): void => {
    const run = { x, left: x, from, to, both: 0, starts: 0 };
    const trimmed = trim(rows, run, goesOn && from === 0);
    if (trimmed !== null && (trimmed.both > 0 || goesOn)) claims.push(trimmed);
    from = to + 1;
  };
  const bulleted = isBulleted(rows, x);
  rows.forEach((row, at) => {
    if (sideOf(row, x, bulleted) === 'cross') close(at);
  });
  close(rows.length);
  return claims;
}

/** Takes lone rows of the left column off the ends of a run: they are short lines of plain text. */
function trim(rows: readonly Row[], { x, from, to, starts }: Claim, goesOn: boolean): Claim | null {
  const sides = rows.slice(from, to).map((row) => sideOf(row, x, false));
  let [start, end] = [from, to];
  while (start < end && sides[start - from] === 'left' && isFree(rows, start, 1)) start++;
  while (end > start && sides[end - 1 - from] === 'left' && isFree(rows, end - 1, -1)) end--;
  let left = -Infinity;
  const inner = rows.slice(start, end);
  for (const row of inner)
    for (const word of row.words) if (word.x0 < x - SLACK) left = Math.max(left, word.x1);
  const size = inner[0]?.size ?? 0;
  const { both, wide, right } = countSides(inner, x);
  const parted = wide > 0 && (both > 3 || x - left > (both > 1 ? 0.5 : 1.2) * size);
  if (start >= end || (!parted && !(goesOn && right > 0))) return null;
  return { x, left, from: start, to: end, both, starts };
}

/** The distance of baselines that most rows of a page have. */
function pitchOfRows(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  rows.forEach((row, at) => {
    const gap = Math.round(row.y - (rows[at - 1]?.y ?? row.y));
    if (gap > 0.9 * row.size && gap < 3 * row.size) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

/** A left-hand row at the end of a run that space or print parts from the row beside it. */
function isFree(rows: readonly Row[], at: number, step: 1 | -1): boolean {
  const [row, next] = [rows[at]!, rows[at + step]];
  if (next === undefined) return true;
  const size = Math.min(row.size, next.size);
  const beside = next.words[0]!.x0 > row.words.at(-1)!.x1;
  if (row.title || (!beside && Math.abs(row.size - next.size) > 0.12 * size)) return true;
  const bold = (one: Row): boolean => one.words.every((word) => word.bold);
  if (bold(row) && !bold(next) && !beside) return true;
  return Math.abs(next.y - row.y) > Math.max(1.7 * size, 1.5 * pitchOfRows(rows));
}

/** Takes the header row above in, whose words may begin further left than the lists below it. */
function extended(claim: Claim, rows: readonly Row[]): Claim {
  const above = rows[claim.from - 1];
  const at = above?.words.findIndex((word) => word.x0 > claim.left + 1 && word.x0 < claim.x) ?? -1;
  const [before, word] = [above?.words[at - 1], above?.words[at]];
  if (above === undefined || word === undefined || before === undefined) return claim;
  if (above.title || word.x0 - before.x1 < 1.5 * above.size) return claim;
  return { ...claim, x: word.x0, from: claim.from - 1 };
}

/**
 * Of edges with nothing but bullets between them in the same rows one counts:
 * that which holds for more rows, else the leftmost.
 */
function withoutTwins<T extends Claim>(claims: readonly T[], rows: readonly Row[]): T[] {
  const length = ({ from, to }: Claim): number => to - from;
  const kept: T[] = [];
  for (const claim of [...claims].sort((a, b) => a.x - b.x || a.from - b.from)) {
    const twin = kept.findIndex((other) => isTwin(other, claim, rows));
    if (twin < 0) kept.push(claim);
    // Words of the left column that cross the left one show that it is none.
    else if (length(claim) > 1.25 * length(kept[twin]!) + 2) kept[twin] = claim;
  }
  return kept;
}

function isTwin(one: Claim, two: Claim, rows: readonly Row[]): boolean {
  const [other, claim] = one.x < two.x ? [one, two] : [two, one];
  const [from, to] = [Math.max(other.from, claim.from), Math.min(other.to, claim.to)];
  if (to <= from) return false;
  return rows.slice(from, to).every(({ words, size }) =>
    words.every((word, at) => {
      if (word.x0 < other.x - SLACK || word.x0 >= claim.x - SLACK || isMarkerWord(word))
        return true;
      // Words of a sentence that goes on over the edge, which a space happens to leave clear.
      const next = words[at + 1];
      return next !== undefined && next.x0 - word.x1 < 0.75 * size;
    }),
  );
}

/** True where two sets of gutters may be one: their white spaces overlap. */
export function sameGutters(a: readonly Gutter[], b: readonly Gutter[]): boolean {
  return (
    a.length === b.length && a.every((one, at) => one.left <= b[at]!.x && b[at]!.left <= one.x)
  );
}

function bandsBySets(rows: readonly Row[], sets: readonly (readonly Gutter[])[]): Band[] {
  const bands: { page: number; rows: Row[]; gutters: readonly Gutter[]; key: string }[] = [];
  rows.forEach((row, at) => {
    const gutters = sets[at] ?? [];
    const key = gutters.map(({ x }) => Math.round(x)).join(' ');
    const last = bands.at(-1);
    if (last !== undefined && last.key === key) last.rows.push(row);
    else bands.push({ page: row.page, rows: [row], gutters, key });
  });
  return bands.map(({ page, rows: own, gutters }) => ({ page, rows: own, gutters }));
}

/** The words of a band by column, from left to right. */
export function columnsOf(band: Band): Word[][] {
  const columns: Word[][] = [[], ...band.gutters.map((): Word[] => [])];
  for (const { words } of band.rows)
    for (const word of words) {
      const at = band.gutters.filter(({ x }) => word.x0 >= x - SLACK).length;
      columns[at]?.push(word);
    }
  return columns;
}
