/** Precision, recall and F1 from counts of codes. */

/** Codes given, codes wanted, and how many of them are the same. */
export interface Tally {
  readonly right: number;
  readonly given: number;
  readonly wanted: number;
}

/** The counts of one statement: codes that a coder gave against those wanted. */
export function tallyOf(given: ReadonlySet<string>, wanted: ReadonlySet<string>): Tally {
  let right = 0;
  for (const code of given) if (wanted.has(code)) right++;
  return { right, given: given.size, wanted: wanted.size };
}

/** Sums counts, which makes the figures below micro-averages. */
export function sumOf(tallies: readonly Tally[]): Tally {
  let [right, given, wanted] = [0, 0, 0];
  for (const tally of tallies) {
    right += tally.right;
    given += tally.given;
    wanted += tally.wanted;
  }
  return { right, given, wanted };
}

/** Share of the codes given that are right (0-1), or null where none was given. */
export function precision({ right, given }: Tally): number | null {
  return given === 0 ? null : right / given;
}

/** Share of the codes wanted that were given (0-1), or null where none was wanted. */
export function recall({ right, wanted }: Tally): number | null {
  return wanted === 0 ? null : right / wanted;
}

/** Harmonic mean of precision and recall, 2·right / (given + wanted); null where there is nothing to compare. */
export function f1({ right, given, wanted }: Tally): number | null {
  return given + wanted === 0 ? null : (2 * right) / (given + wanted);
}
