/** Tables of text: aligned for a terminal, or Markdown. */
import { displayWidth, padEnd, padStart } from './width.js';

export type TableStyle = 'text' | 'markdown';

/** A table; the first column is set to the left, the others to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  style: TableStyle,
): string {
  const widths = head.map((name, column) =>
    Math.max(3, ...[name, ...rows.map((row) => row[column] ?? '')].map(displayWidth)),
  );
  const line = (cells: readonly string[]): string[] =>
    widths.map((width, column) => (column === 0 ? padEnd : padStart)(cells[column] ?? '', width));
  if (style === 'text')
    return [head, ...rows].map((cells) => line(cells).join('  ').trimEnd()).join('\n');
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), rule, ...rows.map(line)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** A figure from 0 to 1 with two decimals; "–" where there is none. */
export function figure(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}
