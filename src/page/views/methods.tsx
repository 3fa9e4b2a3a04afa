/** What made the report, how accurate it is, and what it cannot tell. */
import type { JSX } from 'preact';
import { usePage } from '../context.js';
import { useCounted } from '../counted.js';
import { namesOf } from '../context.js';

/** The view `methods`. */
export function MethodsView(): JSX.Element {
  const { words } = usePage();
  const { method, limits } = words.page;
  return (
    <section aria-labelledby="methods-title" class="prose">
      <h2 id="methods-title">{words.page.views.methods}</h2>
      <h3>{method.made}</h3>
      <Versions />
      <h3>{method.how}</h3>
      <p>{method.howText}</p>
      <p>{words.legend.denominator}</p>
      <h3>{method.limits}</h3>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <Lengths />
      <p>{words.footer}</p>
    </section>
  );
}

function Versions(): JSX.Element {
  const { words, model, state } = usePage();
  const { tool, taxonomy, settings, coders } = model.payload;
  const facts: [string, string][] = [
    [words.run.tool, `${tool.name} ${tool.version}`],
    [words.run.taxonomy, `${taxonomy.id} ${taxonomy.version} (${taxonomy.hash})`],
    [words.run.date, settings.date ?? '–'],
    [words.run.rows, words.by[state.by]],
    [words.page.coder, coders.join(words.list)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name.replace(' {name}', '')}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How long each row's reviews are: numbers of short and long ones are not the same. */
function Lengths(): JSX.Element {
  const page = usePage();
  const { words, state } = page;
  const { coverage } = useCounted('objectives', false);
  return (
    <div class="wrap" role="region" tabIndex={0} aria-label={words.page.method.lengths}>
      <table class="list">
        <caption>{words.page.method.lengths}</caption>
        <thead>
          <tr>
            <th scope="col">{words.by[state.by]}</th>
            <th scope="col" class="n">
              {words.counts.documents}
            </th>
            <th scope="col" class="n">
              {words.columns.statements}
            </th>
            <th scope="col" class="n">
              {words.columns.unread}
            </th>
          </tr>
        </thead>
        <tbody>
          {coverage.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <bdi>{namesOf(page).row(row, state.by)}</bdi>
              </th>
              <td class="n">{row.documents}</td>
              <td class="n">{row.statements}</td>
              <td class="n">{row.unread}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
