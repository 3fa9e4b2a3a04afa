import type { CellStatus, CoverageCell } from '../../model/coverage.js';
import type { Strings } from './strings.js';

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

/** Classes of cells that hold no number of covering statements. */
export const CLASSES: Readonly<Record<Exclude<CellStatus, 'covered'>, string>> = {
  mentioned: 'mentioned',
  'reported-missing': 'missing',
  'not-mentioned': 'silent',
  unanswered: 'unanswered',
  'not-readable': 'unread',
  'not-asked': 'unasked',
};

/** Numbers at which a cell's shade deepens. */
export const SHADES: readonly number[] = [1, 2, 4, 8, 16];

/** Statuses that only questionnaires bring about: legends name them where they occur. */
export const OF_QUESTIONNAIRES: readonly CellStatus[] = ['unanswered', 'not-asked'];

/** The cell's class: a shade for a number, a colour of its own for every other status. */
export function classOf(status: CellStatus, number: number, shades = SHADES): string {
  if (status !== 'covered') return CLASSES[status];
  return `h${shades.filter((from) => number >= from).length}`;
}

/** The counts of a cell in words, those that are zero left out. */
export function breakdown(cell: CoverageCell, strings: Strings): string {
  const counts = [
    [strings.strengths.substantive, cell.substantive],
    [strings.strengths.mention, cell.mention],
    [strings.absent, cell.absent],
    [strings.kinds.introducer, cell.kinds.introducer],
  ] as const;
  const parts = counts.filter(([, n]) => n > 0).map(([name, n]) => `${name} ${n}`);
  return `${strings.status[cell.status]}${strings.colon}${parts.join(strings.list)}`;
}
