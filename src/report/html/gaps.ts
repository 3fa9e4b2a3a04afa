import type { CellStatus, Coverage, CoverageCell, CoverageRow } from '../../model/coverage.js';
import { markup, type Html } from '../escape.js';
import { classOf, OF_QUESTIONNAIRES } from './matrix.js';
import { anchorOf, codeName, codeOf, rowName, type Page } from './names.js';

const GAPS: readonly CellStatus[] = [
  'not-mentioned',
  'unanswered',
  'mentioned',
  'reported-missing',
  'not-readable',
  'not-asked',
];

/** What each row lacks, with the ways of lacking kept apart. */
export function gaps(page: Page): Html {
  const { strings, run } = page;
  return markup`<section id="gaps" class="wide" aria-labelledby="gaps-title">
    <h2 id="gaps-title">${strings.sections.gaps}</h2>
    <p>${strings.gapNotes}</p>${hasQuestions(run.coverage) ? markup`<p>${strings.questionNotes}</p>` : null}
    ${gapTable(run.coverage.objectives, strings.captions.gaps.objectives, page)}
    ${gapTable(run.coverage.themes, strings.captions.gaps.themes, page)}
  </section> `;
}

function gapTable(coverage: Coverage, caption: string, page: Page): Html {
  const { strings } = page;
  const shown = GAPS.filter(
    (status) => !OF_QUESTIONNAIRES.includes(status) || occurs(coverage, status),
  );
  return markup`<div class="wrap gaps" role="region" tabindex="0" aria-label="${caption}">
    <table class="list">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${strings.by[coverage.by]}</th>
          ${shown.map((status) => markup`<th scope="col">${strings.status[status]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${coverage.rows.map((row) => gapRow(row, shown, coverage, page))}
      </tbody>
    </table>
  </div> `;
}

function hasQuestions({ objectives, themes }: Page['run']['coverage']): boolean {
  return OF_QUESTIONNAIRES.some((status) =>
    [objectives, themes].some((one) => occurs(one, status)),
  );
}

function occurs({ rows }: Coverage, status: CellStatus): boolean {
  return rows.some(({ cells }) => cells.some((cell) => cell.status === status));
}

function gapRow(
  row: CoverageRow,
  shown: readonly CellStatus[],
  { by }: Coverage,
  page: Page,
): Html {
  const { name, key } = rowName(row, by, page);
  return markup`<tr>
    <th scope="row">
      <bdi>${name}</bdi>${key === '' ? null : markup`<small><bdi>${key}</bdi></small>`}
    </th>
    ${shown.map((status) => gapCell(row, status, page))}
  </tr> `;
}

function gapCell(row: CoverageRow, status: CellStatus, page: Page): Html {
  const found = row.cells.filter((cell) => cell.status === status);
  if (found.length === 0) return markup`<td><small>${page.strings.none}</small></td>`;
  if ((status === 'not-readable' || status === 'unanswered') && found.length === row.cells.length)
    return markup`<td>
      <ul class="chips">
        <li class="${status === 'unanswered' ? status : 'unread'}">${page.strings.wholeRow}</li>
      </ul>
    </td>`;
  return markup`<td>
    <ul class="chips">
      ${found.map((cell) => chip(cell, row, page))}
    </ul>
  </td>`;
}

function chip(cell: CoverageCell, row: CoverageRow, page: Page): Html {
  const name = codeName(codeOf(cell.code, page), page);
  const inner =
    cell.documents === 0 ? name : markup`<a href="#${anchorOf(row.key, cell.code)}">${name}</a>`;
  return markup`<li class="${classOf(cell)}">${inner}</li>`;
}
