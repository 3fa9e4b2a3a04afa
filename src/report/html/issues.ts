import type { Issue } from '../../model/types.js';
import { markup, type Html } from '../escape.js';
import { allIssues } from '../sorted.js';
import { documentName, type Page } from './names.js';

/** Everything that a reader should know of the documents before trusting the figures. */
export function issueList(page: Page): Html {
  const { strings, run } = page;
  const issues = allIssues(run);
  return markup`<section id="issues" aria-labelledby="issues-title">
    <h2 id="issues-title">${strings.sections.issues}</h2>
    ${issues.length === 0 ? markup`<p>${strings.noIssues}</p>` : issueTable(issues, page)}
  </section> `;
}

function issueTable(issues: readonly Issue[], page: Page): Html {
  const { strings } = page;
  const { id, severity, document, place, message } = strings.columns;
  return markup`<div class="wrap" role="region" tabindex="0" aria-labelledby="issues-title">
    <table class="list">
      <caption>
        ${strings.captions.issues}
      </caption>
      <thead>
        <tr>
          ${[id, severity, document, place, message].map(
            (name) => markup`<th scope="col">${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${issues.map((issue) => issueRow(issue, page))}
      </tbody>
    </table>
  </div>`;
}

function issueRow(issue: Issue, page: Page): Html {
  const { strings } = page;
  const name = issue.document === null ? '–' : documentName(issue.document, page);
  return markup`<tr>
    <th scope="row" class="mono">${issue.id}</th>
    <td class="${issue.severity}">${strings.severities[issue.severity]}</td>
    <td><bdi>${name}</bdi></td>
    <td><bdi>${issue.place ?? '–'}</bdi></td>
    <td>
      <bdi>${issue.message}</bdi
      >${issue.hint === '' ? null : markup`<br /><small><bdi>${issue.hint}</bdi></small>`}
    </td>
  </tr> `;
}
