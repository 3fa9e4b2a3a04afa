/** Tells columns that text flows through from the columns of a table. */
import { columnsOf } from './columns.js';
import { goesOnCounting } from './counting.js';
import type { Band } from './columns.js';
import { isMarkerWord } from './edges.js';
import { baselines } from './lines.js';
import type { Word } from './types.js';

interface Figures {
  readonly rows: number;
  readonly bullets: number;
  readonly asks: number;
  readonly width: number;
}

/** True where the bands' columns are as wide as each other, filled, and alike in what they hold. */
export function isNewspaper(bands: readonly Band[]): boolean {
  const columns = bands[0]!.gutters.length + 1;
  const sums = Array.from({ length: columns }, () => ({ rows: 0, bullets: 0, asks: 0 }));
  const widths: number[] = Array.from({ length: columns }, () => 0);
  let height = 0;
  for (const band of bands) {
    // What reaches over the gutter is an address that found no room.
    const own = columnsOf(band).map((words, at) => {
      const edge = band.gutters[at]?.x ?? Infinity;
      return figuresOf(words, (word) => word.x1 <= edge - 0.4);
    });
    height += Math.max(...own.map(({ rows }) => rows));
    own.forEach(({ rows, bullets, asks, width }, at) => {
      sums[at]!.rows += rows;
      sums[at]!.bullets += bullets;
      sums[at]!.asks += asks;
      widths[at] = Math.max(widths[at]!, width);
    });
  }
  const [narrow, wide] = [Math.min(...widths), Math.max(...widths)];
  if (height < 6 || wide - narrow > 0.12 * wide) return false;
  const fill = Math.min(...sums.map(({ rows }) => rows)) / height;
  const [first, last] = [sums[0]!, sums.at(-1)!];
  // Questions in both columns, or bullets in the first: no column asks what the other answers.
  const alike = (first.bullets >= 2 && last.bullets >= 2) || (first.asks > 0 && last.asks > 0);
  // Both in both, and the last page's last column may well be short.
  const same = [first, last].every(({ bullets, asks }) => bullets >= 2 && asks > 0);
  if ((alike && fill > 0.5) || (same && fill > 0.15)) return !rowsCoincide(bands);
  return fill > 0.85 && !rowsCoincide(bands);
}

function figuresOf(words: readonly Word[], isInside: (word: Word) => boolean): Figures {
  const rows = baselines(words);
  const left = Math.min(...words.map(({ x0 }) => x0));
  const right = Math.max(...words.filter(isInside).map(({ x1 }) => x1));
  const text = (row: readonly Word[]): string => row.map(({ units }) => units.join('')).join(' ');
  return {
    rows: rows.length,
    bullets: rows.filter(
      (row) =>
        row[0]?.drawn === true || /^[\p{Co}\p{So}•·–▪■□○●-]$/u.test(row[0]?.units.join('') ?? ''),
    ).length,
    asks: rows.filter((row) => /[?؟]/u.test(text(row))).length,
    width: words.length === 0 ? 0 : right - left,
  };
}

/**
 * True where the columns are read against the direction of the writing, as
 * some programs lay out Arabic: sentences then go on from the last column to
 * the first, and so do the letters and numbers that count the questions.
 */
export function isReversed(bands: readonly Band[]): boolean {
  const forward = bands.flatMap((band) => columnsOf(band));
  const backward = bands.flatMap((band) => columnsOf(band).reverse());
  return flow(backward) > flow(forward);
}

/** How well columns follow each other as text that flows from one to the next does. */
function flow(columns: readonly (readonly Word[])[]): number {
  const filled = columns.filter((words) => words.length > 0).map((words) => baselines(words));
  let good = 0;
  filled.forEach((rows, at) => {
    const before = filled[at - 1];
    if (before === undefined) return;
    // A line's last sign stands left or right in its last word, as the script has it.
    const { units } = before.at(-1)!.at(-1)!;
    const ended = [units[0], units.at(-1)].some((unit) => /^[.;:!?؟؛…]$/u.test(unit ?? ''));
    const first = rows[0]![0]!;
    const opens = first.bold || isMarkerWord(first);
    good += ended === opens ? 1 : -1;
    good += goesOnCounting(before, rows);
  });
  return good;
}

/** In a table the white spaces between rows go through all columns at the same heights. */
function rowsCoincide(bands: readonly Band[]): boolean {
  let [breaks, shared] = [0, 0];
  for (const band of bands) {
    const columns = columnsOf(band).map((words) => baselines(words).map((row) => row[0]!));
    const starts = columns.map(breaksOf);
    const [first = [], ...others] = starts;
    breaks += first.length;
    shared += first.filter((y) =>
      others.every((ys) => ys.some((other) => Math.abs(other - y) < 2)),
    ).length;
  }
  return breaks > 1 && shared * 10 >= breaks * 7;
}

/** Heights at which a column goes on after white space. */
function breaksOf(lines: readonly Word[]): number[] {
  const gaps = lines.map((line, at) => line.y - (lines[at - 1]?.y ?? line.y));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return lines.flatMap((line, at) =>
    gaps[at]! > Math.max(1.25 * usual, 1.2 * line.size) ? [line.y] : [],
  );
}
