import { readingsOf } from '../../measures/coverage.js';
import type { CoverageRow } from '../../model/coverage.js';
import type { CodedDocument } from '../../model/types.js';
import { markup, type Html } from '../escape.js';
import { countryName, type Page } from './names.js';
import { fill } from './strings.js';

/** The run in figures, and its documents. */
export function overview(page: Page): Html {
  const { strings, run } = page;
  return markup`<section id="overview" aria-labelledby="overview-title" tabindex="-1">
    <h2 id="overview-title">${strings.sections.overview}</h2>
    <dl class="cards">
      ${cards(page).map(
        ([name, value]) =>
          markup`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${run.documents.length === 0 ? markup`<p>${strings.noDocuments}</p>` : documentTable(page)}
  </section> `;
}

function cards({ run, strings }: Page): [string, string | number][] {
  const { objectives, themes } = run.coverage;
  const known = run.documents.map(({ document }) => document.metadata.country);
  const languages = run.documents.map(({ detection }) => detection.language);
  const share = (rows: readonly CoverageRow[]) =>
    percent(sum(rows, 'coded'), sum(rows, 'statements'), strings.percent);
  return [
    [strings.counts.documents, run.documents.length],
    [strings.counts.countries, new Set(known.filter((code) => code !== undefined)).size],
    [strings.counts.languages, new Set(languages.filter((code) => code !== 'und')).size],
    [strings.counts.statements, sum(objectives.rows, 'statements')],
    [strings.counts.withObjective, share(objectives.rows)],
    [strings.counts.withTheme, share(themes.rows)],
    [strings.counts.introducers, sum(objectives.rows, 'introducers')],
    [strings.counts.unread, sum(objectives.rows, 'unread')],
  ];
}

type Countable = 'statements' | 'coded' | 'unread' | 'introducers';

function sum(rows: readonly CoverageRow[], field: Countable): number {
  return rows.reduce((total, row) => total + row[field], 0);
}

/** A share in whole per cent; a dash where there is nothing to share. */
function percent(part: number, whole: number, pattern: string): string {
  if (whole === 0) return '–';
  return fill(pattern, { n: Math.round((part / whole) * 100) });
}

function documentTable(page: Page): Html {
  const { strings, run } = page;
  const { columns } = strings;
  const heads: readonly [string, boolean][] = [
    [columns.document, false],
    [columns.country, false],
    [columns.year, true],
    [columns.language, false],
    [columns.statements, true],
    [columns.coded, true],
    [columns.unread, true],
  ];
  return markup`<div
    class="wrap"
    role="region"
    tabindex="0"
    aria-label="${strings.captions.documents}"
  >
    <table class="list">
      <caption>
        ${strings.captions.documents}
      </caption>
      <thead>
        <tr>
          ${heads.map(
            ([name, number]) =>
              markup`<th scope="col" ${number ? markup` class="n"` : ''}>${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${run.documents.map((coded) => documentRow(coded, page))}
      </tbody>
    </table>
  </div>`;
}

function documentRow(coded: CodedDocument, page: Page): Html {
  const { document, detection } = coded;
  const { title, country, year } = document.metadata;
  const readings = readingsOf(coded);
  const read = readings.filter(({ coding }) => coding !== null && coding.kind !== 'introducer');
  const withCode = read.filter(({ coding }) => coding?.codes.length).length;
  const unread = readings.filter(({ coding }) => coding === null).length;
  return markup`<tr>
    <th scope="row">
      <bdi>${title ?? document.id}</bdi>${
        title === undefined ? null : markup`<small><bdi>${document.id}</bdi></small>`
      }${
        coded.countedAs === undefined
          ? null
          : markup`<small>${fill(page.strings.countedAs, { id: coded.countedAs })}</small>`
      }
    </th>
    <td>${countryName(country ?? '', page)}</td>
    <td class="n">${year ?? '–'}</td>
    <td>${page.strings.languages[detection.language]}</td>
    <td class="n">${read.length}</td>
    <td class="n">${percent(withCode, read.length, page.strings.percent)}</td>
    <td class="n">${unread}</td>
  </tr> `;
}
