import type { CellPlace } from '../model/types.js';

/** Follows the tags of tables; a table inside a cell belongs to that cell. */
export interface Tables {
  /** @returns true when a cell of an outermost table begins */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => boolean;
  readonly close: (name: string) => void;
  /** The cell that is open, the same object as long as it is. */
  readonly cell: () => CellPlace | undefined;
}

/** Makes a follower that counts tables over a document, rows and columns from 0. */
export function createTables(): Tables {
  let [depth, table, row, head] = [0, -1, -1, false];
  /** For each column: how many more rows a cell from above covers, this row included. */
  let covered: number[] = [];
  let cell: CellPlace | undefined;
  const start = (name: string, attributes: Readonly<Record<string, string>>): void => {
    let column = covered.findIndex((rows) => rows === 0);
    if (column < 0) column = covered.length;
    const width = bounded(attributes['colspan'], 100);
    const height = bounded(attributes['rowspan'], 5000);
    for (let at = column; at < column + width; at++) covered[at] = height;
    const header = head || (name === 'th' && row === 0);
    cell = { table, row, column, ...(header ? { header } : {}) };
  };
  return {
    open: (name, attributes) => {
      if (name === 'table') {
        depth++;
        if (depth === 1) [table, row, covered, cell] = [table + 1, -1, [], undefined];
      }
      if (depth !== 1) return false;
      if (name === 'thead') head = true;
      if (name === 'tr') {
        row++;
        cell = undefined;
        covered = covered.map((rows) => Math.max(0, rows - 1));
      }
      if (name !== 'td' && name !== 'th') return false;
      start(name, attributes);
      return true;
    },
    close: (name) => {
      if (name === 'table') depth = Math.max(0, depth - 1);
      if (depth > 1 || (depth === 1 && name === 'table')) return;
      if (name === 'thead') head = false;
      if (name === 'td' || name === 'th' || name === 'table' || name === 'tr') cell = undefined;
    },
    cell: () => cell,
  };
}

function bounded(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(number) ? Math.min(Math.max(number, 1), most) : 1;
}
