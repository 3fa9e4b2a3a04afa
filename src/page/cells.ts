/** What stands in a cell of the matrix. */
import type { CellStatus, CoverageCell, CoverageRow } from '../model/coverage.js';
import { shareOfStatements } from '../measures/shares.js';
import type { Kind } from '../model/types.js';
import { fill } from '../report/html/strings.js';
import { breakdown, CLASSES, classOf, SHADES, signOf, SIGNS } from '../report/html/signs.js';
import type { Axis, Measure } from './state.js';
import type { Words } from './strings/index.js';

/** A cell as it is shown. */
export interface CellFace {
  readonly text: string;
  /** What decides its shade and the order of rows. */
  readonly value: number;
  readonly status: CellStatus | 'none';
  /** What a screen reader says after the names of row and column. */
  readonly words: string;
}

/** What decides the face of a cell. */
export interface CellSetting {
  readonly axis: Axis;
  readonly measure: Measure;
  /** The same cell without any filter. */
  readonly unfiltered: CoverageCell;
  readonly headings: { readonly claimed: number; readonly supported: number } | null;
}

/** The face of a cell. */
export function faceOf(
  cell: CoverageCell,
  row: CoverageRow,
  setting: CellSetting,
  words: Words,
): CellFace {
  const { axis, measure, headings, unfiltered } = setting;
  if (axis === 'kinds') return numberFace(cell.kinds[cell.code as Kind], cell, unfiltered, words);
  if (measure === 'headings' && headings !== null) return headingsFace(headings, words);
  if (measure === 'results') return numberFace(cell.kinds.result, cell, unfiltered, words);
  if (measure === 'statements')
    return numberFace(cell.substantive + cell.mention + cell.absent, cell, unfiltered, words);
  if (cell.documents === 0) return silentFace(unfiltered, words);
  if (measure === 'share') {
    const share = shareOfStatements(cell, row);
    const percent = share === null ? 0 : Math.round(share * 100);
    const text = cell.substantive > 0 ? fill(words.percent, { n: percent || '<1' }) : signOf(cell);
    return { text, value: share ?? 0, status: cell.status, words: breakdown(cell, words) };
  }
  return {
    text: signOf(cell),
    value: orderOf(cell),
    status: cell.status,
    words: breakdown(cell, words),
  };
}

function numberFace(
  number: number,
  cell: CoverageCell,
  unfiltered: CoverageCell,
  words: Words,
): CellFace {
  if (cell.documents === 0) return silentFace(unfiltered, words);
  const status = number > 0 ? 'covered' : 'none';
  return { text: String(number), value: number, status, words: String(number) };
}

function headingsFace(
  { claimed, supported }: { claimed: number; supported: number },
  words: Words,
): CellFace {
  if (claimed === 0) return { text: '', value: -1, status: 'none', words: words.none };
  const text = `${supported}/${claimed}`;
  return { text, value: supported, status: supported > 0 ? 'covered' : 'mentioned', words: text };
}

/** Nothing is counted: because of the filter, or for the reason that the cell had without it. */
function silentFace({ status, documents }: CoverageCell, words: Words): CellFace {
  if (documents > 0) return { text: '0', value: 0, status: 'none', words: words.page.nonePasses };
  const sign = status === 'covered' ? '' : SIGNS[status];
  return { text: sign, value: -1, status, words: words.status[status] };
}

function orderOf({ status, substantive, mention, absent }: CoverageCell): number {
  if (status === 'covered') return substantive;
  return status === 'mentioned' || status === 'reported-missing' ? (mention + absent) / 1e6 : -1;
}

/** Shares at which a cell's shade deepens; the first is any at all. */
export const SHARE_SHADES: readonly number[] = [Number.MIN_VALUE, 0.01, 0.02, 0.04, 0.08];

/** The class of a cell as it is shown. */
export function faceClass({ status, value }: CellFace, measure: Measure): string {
  if (status === 'none') return CLASSES['not-mentioned'];
  return classOf(status, value, measure === 'share' ? SHARE_SHADES : SHADES);
}
