import type { CoverageCell } from '../../model/coverage.js';

/** The signs of cells that hold no number of covering statements. */
export const SIGNS = {
  mentioned: '~',
  'reported-missing': '×',
  'not-mentioned': '·',
  unanswered: '–',
  'not-readable': '?',
  'not-asked': '/',
} as const;

/** What stands in a cell: a number, with a sign where it counts something else than coverage. */
export function signOf(cell: CoverageCell): string {
  if (cell.status === 'covered') return String(cell.substantive);
  if (cell.status === 'mentioned') return `${SIGNS.mentioned}${cell.mention || ''}`;
  if (cell.status === 'reported-missing') return `${SIGNS['reported-missing']}${cell.absent}`;
  return SIGNS[cell.status];
}
