/** The run in figures, what each objective has, and the documents. */
import type { JSX } from 'preact';
import type { CodedDocument } from '../../model/types.js';
import { readingsOf } from '../../measures/coverage.js';
import { fill } from '../../report/html/strings.js';
import { namesOf, usePage } from '../context.js';
import type { PageContext } from '../context.js';
import { useCounted } from '../counted.js';
import { shownFor } from '../count.js';
import { standingOf } from '../../measures/standing.js';
import type { Standing } from '../../measures/standing.js';

/** The view `overview`. */
export function OverviewView(): JSX.Element {
  const page = usePage();
  const { words, model } = page;
  return (
    <section aria-labelledby="overview-title">
      <h2 id="overview-title">{words.page.views.overview}</h2>
      <Cards />
      {model.documents.length === 0 ? <p>{words.noDocuments}</p> : <Objectives />}
      {model.documents.length === 0 ? null : <Documents page={page} />}
    </section>
  );
}

function Cards(): JSX.Element {
  const { model, words } = usePage();
  const objectives = useCounted('objectives', false).coverage.rows;
  const themes = useCounted('themes', false).coverage.rows;
  const sum = (rows: typeof objectives, field: 'statements' | 'coded' | 'unread' | 'introducers') =>
    rows.reduce((total, row) => total + row[field], 0);
  const share = (rows: typeof objectives): string =>
    percent(sum(rows, 'coded'), sum(rows, 'statements'), words.percent);
  const countries = model.documents.flatMap(({ document }) => document.metadata.country ?? []);
  const languages = model.documents.map(({ detection }) => detection.language);
  const cards: [string, string | number][] = [
    [words.counts.documents, model.documents.length],
    [words.counts.countries, new Set(countries).size],
    [words.counts.languages, new Set(languages.filter((one) => one !== 'und')).size],
    [words.counts.statements, sum(objectives, 'statements')],
    [words.counts.withObjective, share(objectives)],
    [words.counts.withTheme, share(themes)],
    [words.counts.introducers, sum(objectives, 'introducers')],
    [words.counts.unread, sum(objectives, 'unread')],
  ];
  return (
    <dl class="cards">
      {cards.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A share in whole per cent; a dash where there is nothing to share. */
function percent(part: number, whole: number, pattern: string): string {
  return whole === 0 ? '–' : fill(pattern, { n: Math.round((part / whole) * 100) });
}

/** Standings as the overview groups them; what is left is silence. */
const GROUPS: readonly (readonly Standing[])[] = [
  ['results'],
  ['actions', 'described'],
  ['planned'],
  ['lacking', 'mentioned'],
];

/** Of each objective: rows that report results, act, plan, name it, or say nothing. */
function useStandings(): { key: string; counts: number[] }[] {
  const { columns, coverage, rows } = useCounted('objectives', false);
  return columns.map((column, i) => {
    const standings = coverage.rows.map((row) =>
      standingOf(shownFor(rows.get(row.key) ?? [], column), row.cells[i]!.status),
    );
    const counts = GROUPS.map((group) => standings.filter((one) => group.includes(one)).length);
    const silent = standings.length - counts.reduce((sum, n) => sum + n, 0);
    return { key: column.key, counts: [...counts, silent] };
  });
}

/** Each objective with the rows that report results, act, plan, or say nothing of it. */
function Objectives(): JSX.Element {
  const { words, state } = usePage();
  const { standings } = words.page;
  const lines = useStandings();
  const heads = [
    standings.results,
    standings.actions,
    standings.planned,
    `${standings.lacking} / ${standings.mentioned}`,
    words.page.silent,
  ];
  return (
    <div class="wrap" role="region" tabIndex={0} aria-label={words.page.axes.objectives}>
      <table class="list standings">
        <caption>{fill(words.page.standingsCaption, { by: words.by[state.by] })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.page.objective}</th>
            {heads.map((head) => (
              <th scope="col" class="n" key={head}>
                {head}
              </th>
            ))}
            <th scope="col">
              <span class="vh">{words.page.standing}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <ObjectiveRow key={line.key} code={line.key} counts={line.counts} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ObjectiveRow({ code, counts }: { code: string; counts: readonly number[] }): JSX.Element {
  const page = usePage();
  const show = (): void => page.go({ view: 'matrix', axis: 'objectives', sort: code });
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={show}>
          {namesOf(page).column(code)}
        </button>
      </th>
      {counts.map((n, i) => (
        <td class={n === 0 ? 'n zero' : 'n'} key={i}>
          {n}
        </td>
      ))}
      <td class="stack">
        <Stack counts={counts} />
      </td>
    </tr>
  );
}

/** The counts as a bar; they stand beside it as numbers. */
function Stack({ counts }: { counts: readonly number[] }): JSX.Element {
  const whole = Math.max(
    1,
    counts.reduce((sum, n) => sum + n, 0),
  );
  let at = 0;
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {counts.map((n, i) => {
        const x = at;
        const width = (n / whole) * 100;
        at += width;
        return <rect key={i} class={`s${i}`} x={x} y="0" width={width} height="8" />;
      })}
    </svg>
  );
}

function Documents({ page }: { page: PageContext }): JSX.Element {
  const { words, model } = page;
  const { columns } = words;
  const heads: [string, boolean][] = [
    [columns.document, false],
    [columns.country, false],
    [words.page.round, false],
    [columns.year, true],
    [columns.language, false],
    [columns.statements, true],
    [columns.coded, true],
    [columns.unread, true],
  ];
  return (
    <div class="wrap" role="region" tabIndex={0} aria-label={words.captions.documents}>
      <table class="list">
        <caption>{words.captions.documents}</caption>
        <thead>
          <tr>
            {heads.map(([name, number]) => (
              <th scope="col" class={number ? 'n' : ''} key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.documents.map((coded) => (
            <DocumentRow key={coded.document.id} coded={coded} page={page} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DocumentRow({ coded, page }: { coded: CodedDocument; page: PageContext }): JSX.Element {
  const { words } = page;
  const { document, countedAs } = coded;
  const { title, country, round, year } = document.metadata;
  return (
    <tr>
      <th scope="row">
        <bdi>{title ?? document.id}</bdi>
        {title === undefined ? null : (
          <small>
            <bdi>{document.id}</bdi>
          </small>
        )}
        {countedAs === undefined ? null : <small>{fill(words.countedAs, { id: countedAs })}</small>}
      </th>
      <td>{namesOf(page).country(country)}</td>
      <td>
        <bdi>{round ?? '–'}</bdi>
      </td>
      <td class="n">{year ?? '–'}</td>
      <Figures coded={coded} page={page} />
    </tr>
  );
}

function Figures({ coded, page }: { coded: CodedDocument; page: PageContext }): JSX.Element {
  const { words, model } = page;
  const why = model.unreadable.get(coded.document.id);
  if (why !== undefined)
    return (
      <td colSpan={4}>
        {words.unreadable} ({why.join(words.list)})
      </td>
    );
  const readings = readingsOf(coded);
  const read = readings.filter(({ coding }) => coding !== null && coding.kind !== 'introducer');
  const withCode = read.filter(({ coding }) => coding?.codes.length).length;
  return (
    <>
      <td>{words.languages[coded.detection.language]}</td>
      <td class="n">{read.length}</td>
      <td class="n">{percent(withCode, read.length, words.percent)}</td>
      <td class="n">{readings.filter(({ coding }) => coding === null).length}</td>
    </>
  );
}
