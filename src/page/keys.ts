/** The arrow keys, Home and End move from cell to cell of a table. */

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus among the buttons that say where they are in `data-at`. */
export function moveInTable(event: KeyboardEvent): void {
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-at]');
  const table = event.currentTarget as HTMLElement;
  if (from === null) return;
  const [row = 0, column = 0] = (from.dataset['at'] ?? '').split(' ').map(Number);
  const to = targetOf(event.key, row, column, table);
  const next = to && table.querySelector<HTMLElement>(`[data-at="${to.join(' ')}"]`);
  if (!next) return;
  event.preventDefault();
  for (const each of table.querySelectorAll<HTMLElement>('[data-at][tabindex="0"]'))
    each.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function targetOf(
  key: string,
  row: number,
  column: number,
  table: HTMLElement,
): [number, number] | null {
  if (key === 'Home') return [row, 0];
  if (key === 'End') return [row, table.querySelectorAll(`[data-at^="${row} "]`).length - 1];
  const move = MOVES[key];
  if (move === undefined) return null;
  // To the left is the next column where writing runs that way.
  const across = getComputedStyle(table).direction === 'rtl' ? -move[1] : move[1];
  return [row + move[0], column + across];
}
