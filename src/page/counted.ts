/** Coverage of a state, counted once for as long as nothing that decides it changes. */
import { useMemo } from 'preact/hooks';
import type { Coverage } from '../model/coverage.js';
import { usePage } from './context.js';
import { columnsOf, countedItems, coverageOf, isFiltering, itemsByRow } from './count.js';
import type { Column, Filter, Item } from './count.js';
import type { Axis } from './state.js';

/** What the views show numbers of. */
export interface Counted {
  readonly columns: readonly Column[];
  readonly coverage: Coverage;
  /** The same without any filter. */
  readonly whole: Coverage;
  /** Statements that pass, by row. */
  readonly rows: ReadonlyMap<string, readonly Item[]>;
}

const NO_FILTER: Filter = { language: '', kind: '', strength: '', score: 0 };

/** Counts for the columns of an axis; without the filter where that is wanted. */
export function useCounted(axis: Axis, filtered = true): Counted {
  const { model, state } = usePage();
  const { by, language, kind, strength, score } = state;
  const whole = useMemo(() => coverageOf(model, axis, by, NO_FILTER), [model, axis, by]);
  return useMemo(() => {
    const filter = filtered ? { language, kind, strength, score } : NO_FILTER;
    return {
      columns: columnsOf(axis, model.payload.codes),
      coverage: isFiltering(filter)
        ? withAllRows(coverageOf(model, axis, by, filter), whole)
        : whole,
      whole,
      rows: itemsByRow(countedItems(model, filter), by),
    };
  }, [whole, filtered, language, kind, strength, score]);
}

/** A section that no statement passes of still has its row. */
function withAllRows(coverage: Coverage, whole: Coverage): Coverage {
  const known = new Map(coverage.rows.map((row) => [row.key, row]));
  const rows = whole.rows.map((row) => {
    const own = known.get(row.key);
    return own === undefined ? emptied(row) : { ...own, label: row.label };
  });
  return { ...coverage, rows };
}

function emptied(row: Coverage['rows'][number]): Coverage['rows'][number] {
  const cells = row.cells.map((cell) => ({
    ...cell,
    substantive: 0,
    mention: 0,
    absent: 0,
    documents: 0,
    kinds: Object.fromEntries(
      Object.keys(cell.kinds).map((kind) => [kind, 0]),
    ) as typeof cell.kinds,
  }));
  return { ...row, statements: 0, coded: 0, introducers: 0, unread: 0, cells };
}
