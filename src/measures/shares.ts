import type { Coverage, CoverageCell, CoverageRow } from '../model/coverage.js';

/**
 * Salience: statements that treat the code substantively, out of the statements
 * of the row that were read, introducers left out. 0-1; null when none was read.
 */
export function shareOfStatements(
  cell: Pick<CoverageCell, 'substantive'>,
  row: Pick<CoverageRow, 'statements'>,
): number | null {
  return ratio(cell.substantive, row.statements);
}

/** Number of rows in which each code is covered, in the order of the codes. */
export function rowsCovered(coverage: Coverage): number[] {
  return coverage.codes.map(
    (_, i) => coverage.rows.filter((row) => row.cells[i]?.status === 'covered').length,
  );
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
