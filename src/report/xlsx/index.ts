/** coverage.xlsx: matrices, statements with their evidence, gaps, codebook and the run, for spreadsheets. */
import type { Coverage, CoverageCell } from '../../model/coverage.js';
import { pageOf, codeName, codeOf, rowName } from '../html/names.js';
import type { Page } from '../html/names.js';
import { SIGNS } from '../html/signs.js';
import type { ReportLanguage } from '../html/strings.js';
import { labelFor, shortCode, titleFor } from '../labels.js';
import type { RunResult } from '../run-result.js';
import { allIssues } from '../sorted.js';
import type { Cell } from './cells.js';
import { documentRows, statementRows } from './records.js';
import { workbook } from './workbook.js';
import type { Sheet } from './workbook.js';
import { WORDS } from './words.js';
import type { Words } from './words.js';

/** The workbook in chunks of bytes. */
export function coverageXlsx(run: RunResult, lang: ReportLanguage): Generator<Uint8Array> {
  const page = pageOf(run, lang);
  const words = WORDS[lang];
  return workbook([
    matrixSheet(page.strings.sections.objectives, run.coverage.objectives, page),
    matrixSheet(page.strings.sections.themes, run.coverage.themes, page),
    statementsSheet(page, words),
    gapsSheet(page, words),
    documentsSheet(page, words),
    codebookSheet(page, words),
    issuesSheet(page),
    aboutSheet(page, words),
  ]);
}

function cells(values: readonly (string | number | null)[], look: Cell['look']): Cell[] {
  return values.map((value) => ({ value, look }));
}

type Column = readonly [name: string, width: number];

function listSheet(
  name: string,
  columns: readonly Column[],
  rows: Iterable<readonly Cell[]>,
  { strings }: Page,
): Sheet {
  const head = cells(
    columns.map(([title]) => title),
    'head',
  );
  const widths = columns.map(([, width]) => width);
  return { name, widths, head, rows, frozen: 1, rightToLeft: strings.direction === 'rtl' };
}

function matrixSheet(name: string, coverage: Coverage, page: Page): Sheet {
  const { strings } = page;
  const titles = coverage.codes.map(({ code }) => codeName(codeOf(code, page), page));
  const end = titles.length + 1;
  return {
    name,
    widths: [30, ...titles.map(() => 6), 11],
    head: [
      { value: strings.by[coverage.by], look: 'head' },
      ...cells(titles, 'upright'),
      { value: strings.counts.statements, look: 'upright' },
    ],
    headHeight: 190,
    rows: coverage.rows.map((row) => [
      { value: rowName(row, coverage.by, page).name, look: 'name' as const },
      ...cells(row.cells.map(numberOrSign), 'centre'),
      { value: row.statements, look: 'centre' as const },
    ]),
    frozen: 1,
    scale: [1, end],
    rightToLeft: strings.direction === 'rtl',
  };
}

/** As in the page: the statements of substance, or the sign of why there are none and its count. */
function numberOrSign({ status, substantive, mention, absent }: CoverageCell): string | number {
  if (status === 'covered') return substantive;
  const count = status === 'mentioned' ? mention : status === 'reported-missing' ? absent : 0;
  return `${SIGNS[status]}${count === 0 ? '' : count}`;
}

function statementsSheet(page: Page, { sheets, columns }: Words): Sheet {
  const { strings } = page;
  const heads: Column[] = [
    [strings.columns.document, 22],
    [strings.columns.country, 16],
    [strings.columns.year, 7],
    [strings.columns.language, 11],
    [strings.by.section, 11],
    [strings.by.question, 11],
    [strings.columns.place, 24],
    [columns.text, 70],
    [columns.kind, 12],
    [columns.absent, 14],
    [columns.code, 13],
    [columns.label, 28],
    [columns.strength, 12],
    [columns.score, 8],
    [columns.evidence, 40],
    [columns.pattern, 40],
    [columns.coder, 24],
    [columns.id, 30],
  ];
  return listSheet(sheets.statements, heads, statementRows(page, WORDS[page.lang]), page);
}

function gapsSheet(page: Page, { sheets, columns }: Words): Sheet {
  const { objectives, themes } = page.run.coverage;
  const heads: Column[] = [
    [columns.row, 30],
    [columns.code, 16],
    [columns.label, 44],
    [columns.status, 34],
    [page.strings.absent, 14],
  ];
  const rows = [objectives, themes].flatMap((coverage) => gapRows(coverage, page));
  return listSheet(sheets.gaps, heads, rows, page);
}

function gapRows({ rows, by }: Coverage, page: Page): Cell[][] {
  return rows.flatMap((row) =>
    row.cells
      .filter(({ status }) => status !== 'covered')
      .map(({ code, status, absent }) => {
        const name = rowName(row, by, page).name;
        const label = labelFor(codeOf(code, page), page.lang);
        return cells([name, code, label, page.strings.status[status], absent], 'text');
      }),
  );
}

function documentsSheet(page: Page, { sheets, columns }: Words): Sheet {
  const { strings } = page;
  const heads: Column[] = [
    [strings.columns.document, 24],
    [columns.title, 44],
    [strings.columns.country, 18],
    [columns.region, 16],
    [strings.columns.year, 7],
    [columns.round, 10],
    [strings.columns.language, 12],
    [strings.columns.statements, 11],
    [strings.columns.unread, 11],
    [columns.countedAs, 24],
    [columns.path, 44],
  ];
  return listSheet(sheets.documents, heads, documentRows(page), page);
}

function codebookSheet(page: Page, { sheets, columns }: Words): Sheet {
  const heads: Column[] = [
    [columns.code, 16],
    [columns.label, 34],
    [columns.title, 80],
    [columns.objective, 10],
    [columns.roundTable, 12],
  ];
  const rows = page.run.codes.map((code) =>
    cells(
      [
        code.code,
        labelFor(code, page.lang),
        titleFor(code, page.lang),
        code.objective === undefined ? null : Number(shortCode(code)),
        code.roundTable ?? null,
      ],
      'text',
    ),
  );
  return listSheet(sheets.codebook, heads, rows, page);
}

function issuesSheet(page: Page): Sheet {
  const { strings } = page;
  const heads: Column[] = [
    [strings.columns.id, 11],
    [strings.columns.severity, 14],
    [strings.columns.document, 30],
    [strings.columns.place, 20],
    [strings.columns.message, 90],
  ];
  const rows = allIssues(page.run).map(({ id, severity, document, place, message, hint }) =>
    cells([id, strings.severities[severity], document, place, `${message}\n${hint}`], 'text'),
  );
  return listSheet(strings.sections.issues, heads, rows, page);
}

function aboutSheet(page: Page, { sheets, columns, signs }: Words): Sheet {
  const { run, strings } = page;
  const signed = Object.entries(SIGNS) as [keyof typeof SIGNS, string][];
  const rows: [string, string | number | null][] = [
    [strings.run.tool, `${run.tool.name} ${run.tool.version}`],
    [strings.run.taxonomy, `${run.taxonomy.id} ${run.taxonomy.version} (${run.taxonomy.hash})`],
    [strings.run.date, run.settings.date],
    [strings.run.rows, strings.by[run.settings.by]],
    [strings.counts.documents, run.documents.length],
    ['', signs],
    ...signed.map(([status, sign]): [string, string] => [sign, strings.status[status]]),
    ['', strings.legend.denominator],
    ['', strings.gapNotes],
  ];
  const heads: Column[] = [
    [columns.name, 26],
    [columns.value, 100],
  ];
  return listSheet(
    sheets.about,
    heads,
    rows.map((row) => cells(row, 'text')),
    page,
  );
}
