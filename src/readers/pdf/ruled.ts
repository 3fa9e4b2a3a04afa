/** Rows of a table whose columns are parted by white space, its rows by lines. */
import type { Cells } from './rows.js';
import type { Line, Rule } from './types.js';

/** Lines of one table row over a page, with the heights of the lines around it. */
interface Field {
  readonly cells: Line[][];
  /** True where a line closes it above, and below. */
  readonly above: boolean;
  below: boolean;
}

/** What is known of the words of the column that asks. */
export interface Asking {
  /** True where they hold one question at most. */
  readonly isOne: (question: readonly Line[]) => boolean;
  /** True where they end in the middle of a question. */
  readonly isOpen: (question: readonly Line[]) => boolean;
}

/**
 * Cuts the columns of a table where lines are drawn over its whole width; null
 * where two questions stand with no line between them.
 * @param rulesOf what is drawn on the page that a strip stands on
 */
export function ruledRows(
  columns: readonly (readonly Line[])[],
  rulesOf: (strip: number) => readonly Rule[],
  asking: Asking,
): Cells[] | null {
  const strips = [...new Set(columns.flat().map(({ strip }) => strip))].sort((a, b) => a - b);
  const rows: Field[] = [];
  for (const strip of strips) {
    const own = columns.map((lines) => lines.filter((line) => line.strip === strip));
    fieldsOf(own, rulesOf(strip)).forEach((field, at) => {
      const before = rows.at(-1);
      if (at === 0 && before !== undefined && goesOn(before, field, asking)) {
        field.cells.forEach((lines, column) => before.cells[column]!.push(...lines));
        before.below = field.below;
      } else rows.push(field);
    });
  }
  const isCut =
    rows.length > 2 &&
    rows.every(({ cells, above, below }) => (above || below) && asking.isOne(cells[0]!));
  return isCut ? rows.map(({ cells }) => cells) : null;
}

/** The lines of one strip between the heights of the rules that reach over the table. */
function fieldsOf(columns: readonly (readonly Line[])[], rules: readonly Rule[]): Field[] {
  const lines = columns.flat();
  const heights = fullRules(lines, rules);
  const fields: Field[] = [];
  for (let at = 0; at <= heights.length; at++) {
    const [from, to] = [heights[at - 1] ?? -Infinity, heights[at] ?? Infinity];
    const isInside = ({ y, size }: Line): boolean => {
      const middle = y - 0.3 * size;
      return middle >= from && middle < to;
    };
    const cells = columns.map((own) => own.filter(isInside));
    if (cells.some((own) => own.length > 0))
      fields.push({ cells, above: from > -Infinity, below: to < Infinity });
  }
  return fields;
}

/** Heights at which lines are drawn over most of the table's width, whole or cell by cell. */
function fullRules(lines: readonly Line[], rules: readonly Rule[]): number[] {
  const left = Math.min(...lines.map(({ x0 }) => x0));
  const right = Math.max(...lines.map(({ x1 }) => x1));
  const flat = rules
    .filter(({ x0, x1, y0, y1 }) => x1 - x0 > 10 * (y1 - y0) && x1 > left && x0 < right)
    .map((rule) => ({ ...rule, y: (rule.y0 + rule.y1) / 2 }))
    .sort((a, b) => a.y - b.y);
  const heights: { y: number; width: number }[] = [];
  for (const { y, x0, x1 } of flat) {
    const width = Math.min(x1, right) - Math.max(x0, left);
    const last = heights.at(-1);
    if (last !== undefined && y - last.y < 2) last.width += width;
    else heights.push({ y, width });
  }
  return heights.filter(({ width }) => width > 0.8 * (right - left)).map(({ y }) => y);
}

/** True where a page cuts a row: no line closes it, and no other question begins. */
function goesOn(before: Field, field: Field, { isOpen }: Asking): boolean {
  const [asked, asks] = [before.cells[0]!, field.cells[0]!];
  if (asks.length === 0) return true;
  if (before.below && field.above) return false;
  return asked.length === 0 || isOpen(asked);
}
