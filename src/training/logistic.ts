/** Logistic regression with a ridge penalty, by coordinate descent. */

/** One case: the features that it has, and whether it holds. */
export interface Case {
  readonly features: readonly string[];
  readonly holds: boolean;
}

/** Penalty of a feature's weight: the larger, the nearer to nothing it stays. */
export type Penalty = (feature: string) => number;

interface Column {
  readonly name: string;
  readonly penalty: number;
  readonly rows: number[];
}

const SWEEPS = 60;
const LARGEST_STEP = 1;
const LEAST_MOVE = 1e-3;

/**
 * Weights that make the cases likeliest, less half the penalty times the squared
 * weights (le Cessie & van Houwelingen, 1992): one Newton step for one feature
 * at a time, in order of name, until none moves.
 */
export function fitLogistic(cases: readonly Case[], penalty: Penalty): Map<string, number> {
  const columns = columnsOf(cases, penalty);
  const weights = new Float64Array(columns.length);
  const sums = new Float64Array(cases.length);
  const holds = Uint8Array.from(cases, (one) => (one.holds ? 1 : 0));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    columns.forEach((column, index) => {
      const step = newtonStep(column, weights[index]!, sums, holds);
      weights[index]! += step;
      for (const row of column.rows) sums[row]! += step;
      moved = Math.max(moved, Math.abs(step));
    });
    if (moved < LEAST_MOVE) break;
  }
  return new Map(columns.map(({ name }, index) => [name, weights[index]!]));
}

function newtonStep(
  { penalty, rows }: Column,
  weight: number,
  sums: Float64Array,
  holds: Uint8Array,
): number {
  let slope = -penalty * weight;
  let bend = penalty;
  for (const row of rows) {
    const likely = 1 / (1 + Math.exp(-sums[row]!));
    slope += holds[row]! - likely;
    bend += likely * (1 - likely);
  }
  return bend <= 0 ? 0 : Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, slope / bend));
}

function columnsOf(cases: readonly Case[], penalty: Penalty): Column[] {
  const columns = new Map<string, Column>();
  cases.forEach(({ features }, row) => {
    for (const name of features) {
      const column = columns.get(name) ?? { name, penalty: penalty(name), rows: [] };
      columns.set(name, column);
      column.rows.push(row);
    }
  });
  return [...columns.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
