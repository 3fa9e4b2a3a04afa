import { readingsOf, rowKey } from '../../measures/coverage.js';
import type { Coverage, CoverageCell, CoverageRow } from '../../model/coverage.js';
import { KINDS, type CodeAssignment } from '../../model/types.js';
import { markup, type Html } from '../escape.js';
import { codeName, anchorOf, codeOf, rowName, type Page } from './names.js';
import { breakdown } from './matrix.js';
import { statementItem, type Shown } from './statement.js';

/** Statements shown under one cell; the rest is counted and its file named. */
export const SHOWN_AT_MOST = 60;

type ByCode = Map<string, Shown[]>;

/** The statements behind every cell of a matrix, one row at a time. */
export function* evidence(
  coverage: Coverage,
  id: 'objectives' | 'themes',
  page: Page,
): Generator<Html> {
  const found = collect(coverage, page);
  const heading =
    page.strings.sections[id === 'objectives' ? 'evidenceObjectives' : 'evidenceThemes'];
  yield markup`<section id="evidence-${id}" aria-labelledby="evidence-${id}-title">
    <h2 id="evidence-${id}-title">${heading}</h2>\n`;
  for (const row of coverage.rows) {
    const cells = row.cells.filter(({ documents }) => documents > 0);
    if (cells.length === 0) continue;
    const name = rowName(row, coverage.by, page).name;
    yield markup`<h3><bdi>${name}</bdi></h3> `;
    for (const cell of cells)
      yield cellEvidence(cell, row, found.get(row.key)?.get(cell.code) ?? [], {
        page,
        back: id,
        rowName: name,
      });
  }
  yield markup`</section>\n`;
}

function collect({ by, codes }: Coverage, { run }: Page): Map<string, ByCode> {
  const rows = new Map<string, ByCode>();
  const wanted = new Set(codes.map(({ code }) => code));
  for (const coded of run.documents.filter(({ countedAs }) => countedAs === undefined)) {
    for (const { statement, coding } of readingsOf(coded)) {
      const key = rowKey(coded, statement, by);
      for (const given of strongestOf(coding?.codes ?? [])) {
        if (coding && wanted.has(given.code)) push(rows, key, { coded, statement, coding, given });
      }
    }
  }
  return rows;
}

/** One assignment a code: where a coder gave it twice, the substantive one. */
function strongestOf(codes: readonly CodeAssignment[]): CodeAssignment[] {
  const found = new Map<string, CodeAssignment>();
  for (const given of codes) {
    if (found.get(given.code)?.strength !== 'substantive') found.set(given.code, given);
  }
  return [...found.values()];
}

function push(rows: Map<string, ByCode>, key: string, shown: Shown): void {
  const codes: ByCode = rows.get(key) ?? new Map<string, Shown[]>();
  const list = codes.get(shown.given.code) ?? [];
  list.push(shown);
  codes.set(shown.given.code, list);
  rows.set(key, codes);
}

function cellEvidence(
  cell: CoverageCell,
  row: CoverageRow,
  shown: readonly Shown[],
  where: { page: Page; back: string; rowName: string },
): Html {
  const { page } = where;
  const { strings } = page;
  const ordered = [...shown].sort((a, b) => rank(a) - rank(b));
  const kinds = KINDS.filter((kind) => cell.kinds[kind] > 0)
    .map((kind) => `${strings.kinds[kind]} ${cell.kinds[kind]}`)
    .join(strings.list);
  const hidden = ordered.length - SHOWN_AT_MOST;
  return markup`<section class="cell" id="${anchorOf(row.key, cell.code)}">
    <h4><bdi>${where.rowName}</bdi> – ${codeName(codeOf(cell.code, page), page)}</h4>
    <p class="sum">
      ${breakdown(cell, page)}${kinds === '' ? null : ` (${kinds})`}
      <span class="back"> · <a href="#${where.back}">${strings.back}</a></span>
    </p>
    <ul class="st">
      ${ordered.slice(0, SHOWN_AT_MOST).map((one) => statementItem(one, page))}
    </ul>
    ${hidden > 0 ? markup`<p>${strings.more.replace('{n}', String(hidden))}</p>` : null}
  </section> `;
}

/** Substantive, then reported missing, then mentions, then introducers; each in reading order. */
function rank({ coding, given }: Shown): number {
  if (coding.kind === 'introducer') return 3;
  if (coding.absent) return 1;
  return given.strength === 'substantive' ? 0 : 2;
}
