/** How to read the cells. */
import type { JSX } from 'preact';
import type { CellStatus, Coverage } from '../model/coverage.js';
import { CELL_STATUSES } from '../model/coverage.js';
import { CLASSES, OF_QUESTIONNAIRES, SHADES, SIGNS } from '../report/html/signs.js';
import { fill } from '../report/html/strings.js';
import { SHARE_SHADES } from './cells.js';
import { usePage } from './context.js';

/** The signs of the statuses; those that only questionnaires bring about where they occur. */
export function Legend({ coverage }: { coverage: Coverage }): JSX.Element | null {
  const { state, words } = usePage();
  if (state.axis === 'kinds') return null;
  const occurs = (status: CellStatus): boolean =>
    coverage.rows.some(({ cells }) => cells.some((cell) => cell.status === status));
  const shown = CELL_STATUSES.filter(
    (status) => !OF_QUESTIONNAIRES.includes(status) || occurs(status),
  );
  const isShare = state.measure === 'share';
  const shades = isShare
    ? SHARE_SHADES.map((from) => fill(words.percent, { n: from < 0.01 ? '>0' : from * 100 }))
    : SHADES;
  return (
    <aside class="legend" aria-label={words.legend.title}>
      <ul>
        <li>
          <span class="keys" dir="ltr">
            {shades.map((from, i) => (
              <span class={`key h${i + 1}`}>{from}</span>
            ))}
          </span>
          {isShare ? words.page.measures.share : words.legend.shade}
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
