import type { Document } from '../../src/model/types.js';

/**
 * Blocks as one line each: "h1 Title", "p words", "- item", "  a) sub-item", "note words";
 * a cell's place before it as "0.1.2|" (table, row, column), "H" after it for a header.
 */
export function outline(document: Document | null): string[] {
  return (document?.blocks ?? [])
    .filter(({ kind }) => kind !== 'page')
    .map(({ kind, level = 0, marker, cell, span }) => {
      const text = document?.text.slice(...span) ?? '';
      const place =
        cell === undefined
          ? ''
          : `${cell.table}.${cell.row}.${cell.column}${cell.header === true ? 'H' : ''}| `;
      if (kind === 'heading') return `${place}h${level} ${text}`;
      if (kind === 'item') return `${place}${'  '.repeat(level)}${marker ?? '-'} ${text}`;
      return `${place}${kind === 'note' ? 'note' : 'p'} ${text}`;
    });
}
