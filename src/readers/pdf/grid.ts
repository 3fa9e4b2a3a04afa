/** Tables with drawn borders: the cells that the lines make. */
import type { Rule, Word } from './types.js';

/** A cell of a drawn table. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly words: readonly Word[];
}

/** A drawn table of one page. */
export interface Grid {
  readonly top: number;
  readonly bottom: number;
  /** Left edges of the columns. */
  readonly edges: readonly number[];
  readonly rows: number;
  readonly cells: readonly GridCell[];
}

/** Lines nearer than this are one. */
const NEAR = 3;

interface Lines {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Finds the drawn tables of a page, and the words that stand in none. */
export function gridsOf(
  rules: readonly Rule[],
  words: readonly Word[],
): { grids: Grid[]; rest: Word[] } {
  const groups = connected(rules.slice(0, 5000));
  const grids: Grid[] = [];
  let rest = [...words];
  for (const group of groups) {
    const grid = gridOf(group, rest);
    if (grid === null) continue;
    const taken = new Set(grid.cells.flatMap((cell) => cell.words));
    if (taken.size === 0) continue;
    grids.push(grid);
    rest = rest.filter((word) => !taken.has(word));
  }
  return { grids: grids.sort((a, b) => a.top - b.top || a.edges[0]! - b.edges[0]!), rest };
}

/** Groups of lines that touch each other. */
function connected(rules: readonly Rule[]): Lines[] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const touching = groups.filter((group) => group.some((other) => touch(rule, other)));
    const joined = [rule, ...touching.flat()];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => ({
    across: group.filter((rule) => rule.x1 - rule.x0 > rule.y1 - rule.y0),
    down: group.filter((rule) => rule.x1 - rule.x0 <= rule.y1 - rule.y0),
  }));
}

function touch(a: Rule, b: Rule): boolean {
  return a.x0 <= b.x1 + NEAR && b.x0 <= a.x1 + NEAR && a.y0 <= b.y1 + NEAR && b.y0 <= a.y1 + NEAR;
}

function gridOf({ across, down }: Lines, words: readonly Word[]): Grid | null {
  // Where a page cuts a table its last line may be missing: the lines that run down end there.
  const ys = merged([...across.map(({ y0, y1 }) => (y0 + y1) / 2), ...endsOf(down, 'y')]);
  const xs = merged([...down.map(({ x0, x1 }) => (x0 + x1) / 2), ...endsOf(across, 'x')]);
  if (ys.length < 2 || xs.length < 3 || ys.length > 400 || xs.length > 60) return null;
  const owners = cellOwners(xs, ys, { across, down });
  const cells = new Map<number, Word[]>();
  for (const word of words) {
    const column = slotOf(xs, (word.x0 + word.x1) / 2);
    const row = slotOf(ys, word.y - 0.3 * word.size);
    if (column < 0 || row < 0) continue;
    const owner = owners[row * (xs.length - 1) + column]!;
    cells.set(owner, [...(cells.get(owner) ?? []), word]);
  }
  const width = xs.length - 1;
  return {
    top: ys[0]!,
    bottom: ys.at(-1)!,
    edges: xs,
    rows: ys.length - 1,
    cells: grouped(
      [...cells].map(([owner, own]) => ({
        row: Math.floor(owner / width),
        column: owner % width,
        words: own,
      })),
      owners,
      width,
    ),
  };
}

/** The first and the last place that lines reach. */
function endsOf(lines: readonly Rule[], axis: 'x' | 'y'): number[] {
  if (lines.length === 0) return [];
  const starts = lines.map((rule) => rule[`${axis}0`]);
  const ends = lines.map((rule) => rule[`${axis}1`]);
  return [Math.min(...starts), Math.max(...ends)];
}

/** Values with near ones made one, in order. */
function merged(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (kept.length === 0 || value - kept.at(-1)! > NEAR) kept.push(value);
  return kept;
}

function slotOf(edges: readonly number[], value: number): number {
  if (value < edges[0]! - 1 || value > edges.at(-1)! + 1) return -1;
  return Math.max(
    0,
    edges.findLastIndex((edge, at) => edge <= value && at < edges.length - 1),
  );
}

/** For each field of the grid the field that owns it: fields with no line between them are one cell. */
function cellOwners(xs: readonly number[], ys: readonly number[], lines: Lines): number[] {
  const width = xs.length - 1;
  const owners = Array.from({ length: width * (ys.length - 1) }, (_, at) => at);
  const find = (at: number): number => {
    let one = at;
    while (owners[one] !== one) one = owners[one]!;
    return one;
  };
  const join = (a: number, b: number): void => {
    const [one, other] = [find(a), find(b)];
    owners[Math.max(one, other)] = Math.min(one, other);
  };
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const [x, y] = [(xs[column]! + xs[column + 1]!) / 2, (ys[row]! + ys[row + 1]!) / 2];
      if (
        column + 1 < width &&
        !lines.down.some(
          (rule) => isAt(rule.x0, rule.x1, xs[column + 1]!) && rule.y0 <= y && y <= rule.y1,
        )
      )
        join(at, at + 1);
      if (
        row + 2 < ys.length &&
        !lines.across.some(
          (rule) => isAt(rule.y0, rule.y1, ys[row + 1]!) && rule.x0 <= x && x <= rule.x1,
        )
      )
        join(at, at + width);
    }
  return owners.map((_, at) => find(at));
}

function isAt(from: number, to: number, value: number): boolean {
  return Math.abs((from + to) / 2 - value) <= NEAR;
}

/** Rows that a cell of the first columns spans are one: its question asks for all of them, unless each asks for itself. */
function grouped(cells: readonly GridCell[], owners: readonly number[], width: number): GridCell[] {
  const rows = owners.length / width;
  const rowOf = Array.from({ length: rows }, (_, row) => row);
  const asking = new Set(cells.filter((cell) => asks(cell, width)).map(({ row }) => row));
  const firstOf = (owner: number): number => Math.floor(owner / width);
  // A section's name stands beside the rows of its questions.
  const sections = new Set(
    [...asking].flatMap((row) => (firstOf(owners[row * width]!) < row ? owners[row * width]! : [])),
  );
  for (let row = 1; row < rows; row++) {
    const own = owners.slice(row * width, (row + 1) * width);
    const top = Math.min(...own.filter((owner) => !sections.has(owner)).map(firstOf));
    if (top < row) rowOf[row] = rowOf[top]!;
  }
  return cells.map((cell) => ({ ...cell, row: rowOf[cell.row]! }));
}

/** True for a question, or a label in a column of its own, beside a cell that may span several. */
function asks({ column, words }: GridCell, width: number): boolean {
  if (column === 0 || column > width - 2) return false;
  const units = words.flatMap((word) => word.units);
  if (units.length <= 5) return units.some((unit) => /[\p{L}\p{Nd}]/u.test(unit));
  return units.some((unit) => unit === '?' || unit === '؟');
}
