/** Whether scores mean what they say. */

/** A code that was given: its score (0-1), and whether the gold coding has it. */
export interface Judged {
  readonly score: number;
  readonly right: boolean;
}

/** Codes with scores from `from` up to `to`. */
export interface ReliabilityRow {
  readonly from: number;
  readonly to: number;
  readonly codes: number;
  /** Mean of their scores, or null where there are none. */
  readonly meanScore: number | null;
  /** Share of them that are right, or null where there are none. */
  readonly shareRight: number | null;
}

const ROWS = 10;

/** The reliability table: tenths of the score against how often it was right. */
export function reliability(judged: readonly Judged[]): ReliabilityRow[] {
  return Array.from({ length: ROWS }, (_, row) => {
    const inRow = judged.filter(
      ({ score }) => Math.min(ROWS - 1, Math.floor(score * ROWS)) === row,
    );
    const mean = (value: (one: Judged) => number): number | null =>
      inRow.length === 0 ? null : inRow.reduce((sum, one) => sum + value(one), 0) / inRow.length;
    return {
      from: row / ROWS,
      to: (row + 1) / ROWS,
      codes: inRow.length,
      meanScore: mean(({ score }) => score),
      shareRight: mean(({ right }) => (right ? 1 : 0)),
    };
  });
}

/**
 * Expected calibration error: the mean distance of score and share right over
 * the table's rows, weighted by their codes (Naeini et al., 2015).
 */
export function calibrationError(rows: readonly ReliabilityRow[]): number | null {
  const all = rows.reduce((sum, { codes }) => sum + codes, 0);
  if (all === 0) return null;
  const gaps = rows.map(
    ({ codes, meanScore, shareRight }) => codes * Math.abs((meanScore ?? 0) - (shareRight ?? 0)),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / all;
}
