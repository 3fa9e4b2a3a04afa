/** Finds columns of words by the white space between them, over the whole document. */
import {
  countSides,
  holdsAt,
  isWide,
  sideOf,
  SLACK,
  startsAt,
  strongRuns,
  withoutTwins,
} from './edges.js';
import type { Claim, Gutter, Row, Run } from './edges.js';
import { baselines } from './lines.js';
import type { Word } from './types.js';

export type { Gutter, Row } from './edges.js';

/** Consecutive rows of one page with the gutters that part them; none for plain text. */
export interface Band {
  readonly page: number;
  readonly rows: readonly Row[];
  readonly gutters: readonly Gutter[];
}

/** The rows of a page, from top to bottom. */
export function rowsOf(words: readonly Word[], page: number, body: number): Row[] {
  const lines = baselines(words);
  return lines.map((own, at) => {
    const { y } = own[0]!;
    const size = Math.max(...own.map((word) => word.size));
    const title = own.every((word) => word.size > 1.1 * body);
    const heading = title && isAlone(lines, at, 1.4 * size);
    return { page, words: own, y, size, space: spaceOf(own), title, heading };
  });
}

/** True where white space parts a line, with those of its own print beside it, from what stands above and below. */
function isAlone(lines: readonly (readonly Word[])[], at: number, space: number): boolean {
  const { size } = lines[at]![0]!;
  return [-1, 1].every((step) => {
    let end = at;
    const isSame = (next: readonly Word[] | undefined): boolean =>
      next !== undefined &&
      next.every((word) => Math.abs(word.size - size) < 0.1) &&
      Math.abs(next[0]!.y - lines[end]![0]!.y) < 1.6 * size;
    while (isSame(lines[end + step])) end += step;
    const next = lines[end + step];
    return next === undefined || Math.abs(next[0]!.y - lines[end]![0]!.y) > space;
  });
}

/** The usual gap between the words of a line; none where there are few. */
function spaceOf(words: readonly Word[]): number {
  if (words.length < 5) return 0;
  const gaps = words.slice(1).map(({ x0 }, at) => x0 - words[at]!.x1);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
}

/** Cuts pages into bands of rows that share their columns. */
export function bandsOf(pages: readonly (readonly Row[])[]): Band[] {
  const strong = pages.map((rows) => strongRuns(rows));
  const known = knownEdges(strong.flat());
  let before: readonly number[] = [];
  let last: Band | undefined;
  return pages.flatMap((rows, at) => {
    const found = pageBands(rows, strong[at]!, known, before).map(withoutHeadEdges);
    const bands = goneOn(found, last);
    last = bands.at(-1) ?? last;
    before = bands.at(-1)?.gutters.map(({ x }) => x) ?? before;
    return bands;
  });
}

/** A short title centred above a column of numbers begins no column of its own. */
function withoutHeadEdges(band: Band): Band {
  const gutters = band.gutters.filter((_, at) => {
    const [one, other] = columnsOf(band)
      .slice(at, at + 2)
      .map(baselines);
    const [few, many] = one!.length < other!.length ? [one!, other!] : [other!, one!];
    const [title] = few;
    const isTitle = few.length === 1 && title!.length === 1 && title![0]!.units.length <= 6;
    const below = many.every((row) => title !== undefined && row[0]!.y > title[0]!.y + 1);
    return !(isTitle && below && many.length > 1 && many.every(isLabelRow));
  });
  return gutters.length === band.gutters.length ? band : { ...band, gutters };
}

function isLabelRow(row: readonly Word[]): boolean {
  return row.reduce((sum, { units }) => sum + units.length, 0) <= 5;
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
    first.rows.every((row) => sideOf(row, x, null) !== 'cross'),
  );
  return clear ? [{ ...first, gutters: before.gutters }, ...others] : bands;
}

/** Edges of the document: near ones made one, with how many rows speak for each. */
function knownEdges(runs: readonly Run[]): number[] {
  const weights = new Map<number, number>();
  for (const run of [...runs].sort((a, b) => a.x - b.x || a.page - b.page)) {
    const near = [...weights.keys()].find((x) => Math.abs(x - run.x) < 3);
    const key = near ?? run.x;
    weights.set(key, (weights.get(key) ?? 0) + run.both + (run.right > 3 ? 1 : 0));
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
  const holds = holdsAt(rows, x);
  rows.forEach((row, at) => {
    if (sideOf(row, x, holds) === 'cross') close(at);
  });
  close(rows.length);
  return claims;
}

/** Takes lone rows of the left column off the ends of a run: they are short lines of plain text. */
function trim(rows: readonly Row[], { x, from, to }: Claim, goesOn: boolean): Claim | null {
  const sides = rows.slice(from, to).map((row) => sideOf(row, x, null));
  let [start, end] = [from, to];
  while (start < end && sides[start - from] === 'left' && isFree(rows, start, 1, x)) start++;
  while (end > start && sides[end - 1 - from] === 'left' && isFree(rows, end - 1, -1, x)) end--;
  let left = -Infinity;
  const inner = rows.slice(start, end);
  for (const row of inner)
    for (const { x0, x1 } of row.words)
      if (x0 < x - SLACK && x1 <= x - 0.4) left = Math.max(left, x1);
  const size = inner[0]?.size ?? 0;
  const { both, wide, right } = countSides(inner, x);
  const aligned = inner.filter((row) => startsAt(row, x)).length;
  // A row of titles far from each other says as much as several rows.
  const isSure = both > 1 || aligned > 1 || right > 3 || inner.some((row) => isWide(row, x, 3));
  const parted = wide > 0 && (both > 3 || x - left > (isSure ? 0.5 : 1.2) * size);
  if (start >= end || (!parted && !(goesOn && right > 0))) return null;
  return { x, left, from: start, to: end, both, starts: aligned };
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
function isFree(rows: readonly Row[], at: number, step: 1 | -1, x: number): boolean {
  const [row, next] = [rows[at]!, rows[at + step]];
  if (next === undefined) return true;
  const size = Math.min(row.size, next.size);
  const beside = next.words[0]!.x0 > row.words.at(-1)!.x1;
  if (row.title || (!beside && Math.abs(row.size - next.size) > 0.12 * size)) return true;
  const bold = (one: Row): boolean => one.words.every((word) => word.bold);
  if (bold(row) && !bold(next) && !beside) return true;
  if (Math.abs(next.y - row.y) <= Math.max(1.7 * size, 1.5 * pitchOfRows(rows))) return false;
  return !keepsPace(rows, row, step, x);
}

/** True for a line as far from the one before it in its column as that one is from the next. */
function keepsPace(rows: readonly Row[], row: Row, step: 1 | -1, x: number): boolean {
  const column = rows.filter(({ words }) => words[0]!.x0 < x - SLACK);
  const at = column.indexOf(row);
  const [near, far] = [column[at + step], column[at + 2 * step]];
  if (near === undefined || far === undefined) return false;
  const gap = Math.abs(near.y - row.y);
  return gap < 2.2 * row.size && gap < 1.05 * Math.abs(far.y - near.y);
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
