/** What made the report, how accurate it is, and what it cannot tell. */
import type { JSX } from 'preact';
import type { AccuracyFigures } from '../../model/accuracy.js';
import { namesOf, usePage } from '../context.js';
import { useCounted } from '../counted.js';
import type { Words } from '../strings/index.js';

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
      <Accuracy />
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

/** How often codes are right, by language and by code. */
function Accuracy(): JSX.Element | null {
  const page = usePage();
  const { words, model } = page;
  const { accuracy } = model.payload;
  if (accuracy === null) return null;
  const names = namesOf(page);
  const languages = Object.entries(accuracy.languages).map(
    ([key, figures]) => [words.languages[key as keyof Words['languages']] ?? key, figures] as const,
  );
  const codes = model.payload.codes.flatMap(({ code, kind }) => {
    const figures = accuracy.codes[code];
    return figures === undefined ? [] : [{ kind, line: [names.column(code), figures] as const }];
  });
  const ofKind = (kind: string) => codes.filter((one) => one.kind === kind).map(({ line }) => line);
  const all = [words.page.overall, accuracy.objectives] as const;
  const { page: own } = words;
  return (
    <>
      <h3>{own.method.accuracy}</h3>
      <p>{own.method.accuracyNote}</p>
      <Figures head={own.language} lines={[...languages, all]} />
      <Figures head={own.objective} lines={ofKind('objective')} />
      <Figures head={own.axes.themes} lines={ofKind('theme')} />
    </>
  );
}

function Figures(given: {
  head: string;
  lines: readonly (readonly [string, AccuracyFigures])[];
}): JSX.Element {
  const { words } = usePage();
  const { head, lines } = given;
  const { precision, recall, cases, method } = words.page;
  const caption = `${method.accuracy}${words.colon}${head}`;
  const share = (figure: number | null): string => (figure === null ? '–' : figure.toFixed(2));
  return (
    <div class="wrap" role="region" tabIndex={0} aria-label={caption}>
      <table class="list">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {[precision, recall, 'F1', '95 %', cases].map((name) => (
              <th scope="col" class="n" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, figures]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="n">{share(figures.precision)}</td>
              <td class="n">{share(figures.recall)}</td>
              <td class="n">{share(figures.f1)}</td>
              <td class="n" dir="ltr">
                {figures.interval === null ? '–' : figures.interval.map(share).join('–')}
              </td>
              <td class="n">{figures.wanted}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
