import { CELL_STATUSES } from '../../model/coverage.js';
import type { CellStatus, Coverage, CoverageCell, CoverageRow } from '../../model/coverage.js';
import { rowsCovered } from '../../measures/shares.js';
import { markup, type Html } from '../escape.js';
import { labelFor, titleFor } from '../labels.js';
import { breakdown, CLASSES, classOf, OF_QUESTIONNAIRES, SHADES, signOf, SIGNS } from './signs.js';
import { codeOf, rowName, type Page } from './names.js';

const SIGNED = CELL_STATUSES.filter((status) => status !== 'covered');

/** Rows × codes as a heat map: a number with a sign in every cell, colour on top of it. */
export function matrix(coverage: Coverage, id: 'objectives' | 'themes', page: Page): Html {
  const { strings } = page;
  return markup`<section id="${id}" class="wide" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${strings.sections[id]}</h2>
    ${legend(coverage, page)}
    <div class="wrap fit" role="region" tabindex="0" aria-labelledby="${id}-title">
      <table class="matrix">
        <caption>
          ${strings.captions[id]}
        </caption>
        <thead>
          <tr>
            <th scope="col">${strings.by[coverage.by]}</th>
            ${coverage.codes.map(({ code }) => columnHead(code, page))}
          </tr>
        </thead>
        <tbody>
          ${coverage.rows.map((row) => matrixRow(row, coverage, page))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${strings.columns.rowsCovered}</th>
            ${rowsCovered(coverage).map((count) => markup`<td>${count}</td>`)}
          </tr>
        </tfoot>
      </table>
    </div>
  </section> `;
}

function columnHead(code: string, page: Page): Html {
  const known = codeOf(code, page);
  const number = known.objective;
  const label = labelFor(known, page.lang);
  const below = number === undefined ? null : markup`<b>${number}</b>`;
  const title = titleFor(known, page.lang);
  return markup`<th scope="col" title="${title}"><span>${label}</span>${below}</th>`;
}

function matrixRow(row: CoverageRow, { by }: Coverage, page: Page): Html {
  const { name, key } = rowName(row, by, page);
  const { columns, colon } = page.strings;
  const counts = [`${columns.statements}${colon}${row.statements}`];
  if (row.unread > 0) counts.push(`${columns.unread}${colon}${row.unread}`);
  const notes = [key, ...counts].filter((note) => note !== '');
  return markup`<tr><th scope="row"><span class="name"><bdi>${name}</bdi></span><small>${notes.map(
    (note, i) => markup`${i === 0 ? '' : ' · '}<bdi>${note}</bdi>`,
  )}</small></th>${row.cells.map((cell) => matrixCell(cell, page))}</tr>\n`;
}

function matrixCell(cell: CoverageCell, page: Page): Html {
  const sign = signOf(cell);
  const place = classOf(cell.status, cell.substantive);
  if (cell.documents === 0) {
    const meaning = page.strings.status[cell.status];
    return markup`<td class="${place}"><span aria-hidden="true">${sign}</span><span class="vh">${meaning}</span></td>`;
  }
  const title = `${labelFor(codeOf(cell.code, page), page.lang)} – ${breakdown(cell, page.strings)}`;
  return markup`<td class="${place}" title="${title}">${sign}</td>`;
}

function legend({ rows }: Coverage, { strings }: Page): Html {
  const isUsed = (status: CellStatus) =>
    rows.some(({ cells }) => cells.some((cell) => cell.status === status));
  const shades = SHADES.map((from, i) => markup`<span class="key h${i + 1}">${from}</span>`);
  const others = SIGNED.filter(
    (status) => !OF_QUESTIONNAIRES.includes(status) || isUsed(status),
  ).map((status) => markup`<li>${key(status)}${strings.status[status]}</li>`);
  return markup`<ul class="legend" aria-label="${strings.legend.title}">
      <li><span class="keys">${shades}</span>${strings.legend.shade}</li>${others}
    </ul>
    <p class="sum">${strings.legend.denominator}</p>`;
}

function key(status: (typeof SIGNED)[number]): Html {
  const number = { mentioned: '2', 'reported-missing': '1' };
  const sign = SIGNS[status] + (status in number ? number[status as keyof typeof number] : '');
  return markup`<span class="key ${CLASSES[status]}">${sign}</span>`;
}
