/** What to know of the documents before trusting the figures. */
import type { JSX } from 'preact';
import { namesOf, usePage } from '../context.js';

/** The view `issues`. */
export function IssuesView(): JSX.Element {
  const page = usePage();
  const { words, model } = page;
  const { issues } = model.payload;
  const { columns } = words;
  const heads = [columns.id, columns.severity, columns.document, columns.place, columns.message];
  if (issues.length === 0)
    return (
      <section aria-labelledby="issues-title">
        <h2 id="issues-title">{words.page.views.issues}</h2>
        <p>{words.noIssues}</p>
      </section>
    );
  return (
    <section aria-labelledby="issues-title">
      <h2 id="issues-title">{words.page.views.issues}</h2>
      <div class="wrap" role="region" tabIndex={0} aria-label={words.captions.issues}>
        <table class="list">
          <caption>{words.captions.issues}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {issues.map((issue, i) => (
              <tr key={i}>
                <th scope="row" class="mono">
                  {issue.id}
                </th>
                <td class={issue.severity}>{words.severities[issue.severity]}</td>
                <td>
                  <bdi>
                    {issue.document === null ? '–' : namesOf(page).document(issue.document)}
                  </bdi>
                </td>
                <td>
                  <bdi>{issue.place ?? '–'}</bdi>
                </td>
                <td lang="en" dir="ltr">
                  {issue.message}
                  {issue.hint === '' ? null : <small>{issue.hint}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
