/** How to read the cells. */
import type { JSX } from 'preact';
import type { CellStatus, Coverage } from '../model/coverage.js';
import { CELL_STATUSES } from '../model/coverage.js';
import { SIGNS } from '../report/html/signs.js';
import { usePage } from './context.js';

const CLASSES: Readonly<Record<Exclude<CellStatus, 'covered'>, string>> = {
  mentioned: 'mentioned',
  'reported-missing': 'missing',
  'not-mentioned': 'silent',
  unanswered: 'unanswered',
  'not-readable': 'unread',
  'not-asked': 'unasked',
};

/** The signs of the statuses; those that only questionnaires bring about where they occur. */
export function Legend({ coverage }: { coverage: Coverage }): JSX.Element | null {
  const { state, words } = usePage();
  if (state.axis === 'kinds') return null;
  const occurs = (status: CellStatus): boolean =>
    coverage.rows.some(({ cells }) => cells.some((cell) => cell.status === status));
  const shown = CELL_STATUSES.filter(
    (status) => (status !== 'unanswered' && status !== 'not-asked') || occurs(status),
  );
  return (
    <aside class="legend" aria-label={words.legend.title}>
      <ul>
        <li>
          <span class="keys" dir="ltr">
            {[1, 2, 4, 8, 16].map((from, i) => (
              <span class={`key h${i + 1}`}>{from}</span>
            ))}
          </span>
          {words.legend.shade}
        </li>
        {shown.map((status) =>
          status === 'covered' ? null : (
            <li>
              <span class={`key ${CLASSES[status]}`} dir="ltr">
                {SIGNS[status]}
                {status === 'mentioned' ? 2 : status === 'reported-missing' ? 1 : ''}
              </span>
              {words.status[status]}
            </li>
          ),
        )}
      </ul>
      <p>{words.legend.denominator}</p>
    </aside>
  );
}
