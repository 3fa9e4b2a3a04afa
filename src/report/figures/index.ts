/** Figures for print and slides: SVG, PNG, and the numbers of each beside it. */
import { statementsByCell } from '../../measures/cells.js';
import { standingOf } from '../../measures/standing.js';
import type { CoverageCell, CoverageRow } from '../../model/coverage.js';
import { KINDS } from '../../model/types.js';
import { wordsIn } from '../../page/strings/index.js';
import { csvFile } from '../csv.js';
import type { CsvColumn } from '../csv.js';
import { safeName } from '../file-name.js';
import type { Output } from '../formats.js';
import { codeName, codeOf, pageOf, rowName, type Page } from '../html/names.js';
import type { ReportLanguage } from '../html/strings.js';
import type { RunResult } from '../run-result.js';
import { barsSvg } from './bars.js';
import { heatmapSvg } from './heatmap.js';

/** A figure: its name, how it is drawn, and its numbers. */
interface Figure {
  readonly name: string;
  readonly svg: () => string;
  readonly data: () => Iterable<string>;
}

/** figures/*.svg with their data. */
export function svgFiles(run: RunResult, lang: ReportLanguage): Output[] {
  return figuresOf(run, lang).flatMap(({ name, svg, data }) => [
    { name: `figures/${name}.svg`, make: () => [svg()] },
    { name: `figures/${name}.csv`, make: data },
  ]);
}

/** figures/*.png with their data. */
export function pngFiles(run: RunResult, lang: ReportLanguage): Output[] {
  return figuresOf(run, lang).flatMap(({ name, svg, data }) => [
    {
      name: `figures/${name}.png`,
      make: async () => [await (await import('./png.js')).pngOf(svg())],
    },
    { name: `figures/${name}.csv`, make: data },
  ]);
}

function figuresOf(run: RunResult, lang: ReportLanguage): Figure[] {
  const page = pageOf(run, lang);
  const { rows } = run.coverage.objectives;
  const nameOf = safeName();
  return [
    { name: 'heatmap', svg: () => heatmapSvg(page), data: () => csvFile(CELLS, cellsOf(page)) },
    { name: 'objectives', svg: () => totalsSvg(page), data: () => csvFile(TOTALS, totalsOf(page)) },
    ...rows.map((row): Figure => ({
      name: `profile-${nameOf(row.key)}`,
      svg: () => profileSvg(row, page),
      data: () =>
        csvFile(
          CELLS,
          cellsOf(page).filter((one) => one.row === row),
        ),
    })),
  ];
}

interface CellRecord {
  readonly row: CoverageRow;
  readonly name: string;
  readonly code: string;
  readonly cell: CoverageCell;
}

function cellsOf(page: Page): CellRecord[] {
  const { by, rows } = page.run.coverage.objectives;
  return rows.flatMap((row) =>
    row.cells.map((cell) => ({
      row,
      name: rowName(row, by, page).name,
      code: codeName(codeOf(cell.code, page), page),
      cell,
    })),
  );
}

const CELLS: readonly CsvColumn<CellRecord>[] = [
  { name: 'row', value: ({ row }) => row.key },
  { name: 'row_name', value: ({ name }) => name },
  { name: 'code', value: ({ cell }) => cell.code },
  { name: 'code_name', value: ({ code }) => code },
  { name: 'status', value: ({ cell }) => cell.status },
  { name: 'substantive', value: ({ cell }) => cell.substantive },
  { name: 'mention', value: ({ cell }) => cell.mention },
  { name: 'absent', value: ({ cell }) => cell.absent },
  ...KINDS.map((kind): CsvColumn<CellRecord> => ({
    name: kind,
    value: ({ cell }) => cell.kinds[kind],
  })),
];

/** Sums of an objective over all rows. */
interface TotalRecord {
  readonly code: string;
  readonly name: string;
  readonly rows: number;
  readonly substantive: number;
  readonly mention: number;
  readonly absent: number;
}

const TOTALS: readonly CsvColumn<TotalRecord>[] = [
  { name: 'code', value: ({ code }) => code },
  { name: 'code_name', value: ({ name }) => name },
  { name: 'rows_covered', value: ({ rows }) => rows },
  { name: 'substantive', value: ({ substantive }) => substantive },
  { name: 'mention', value: ({ mention }) => mention },
  { name: 'absent', value: ({ absent }) => absent },
];

function totalsOf(page: Page): TotalRecord[] {
  const { codes, rows } = page.run.coverage.objectives;
  return codes.map(({ code }, i) => {
    const cells = rows.flatMap((row) => row.cells[i] ?? []);
    const sum = (field: 'substantive' | 'mention' | 'absent'): number =>
      cells.reduce((total, cell) => total + cell[field], 0);
    return {
      code,
      name: codeName(codeOf(code, page), page),
      rows: cells.filter(({ status }) => status === 'covered').length,
      substantive: sum('substantive'),
      mention: sum('mention'),
      absent: sum('absent'),
    };
  });
}

/** Statements of each objective over all rows. */
function totalsSvg(page: Page): string {
  const { strings, lang, run } = page;
  const { status, columns, colon } = strings;
  const of = run.coverage.objectives.rows.length;
  return barsSvg({
    title: `${strings.title}${colon}${strings.columns.statements}`,
    description: strings.captions.objectives,
    lang,
    rightToLeft: strings.direction === 'rtl',
    legend: [status.covered, status.mentioned, status['reported-missing']],
    bars: totalsOf(page).map(({ name, rows, substantive, mention, absent }) => ({
      label: name,
      note: `${columns.rowsCovered}${colon}${rows}/${of}`,
      parts: [substantive, mention, absent],
    })),
  });
}

/** Statements of each objective in one row, by kind, with what they amount to. */
function profileSvg(row: CoverageRow, page: Page): string {
  const { strings, lang, run } = page;
  const { by } = run.coverage.objectives;
  const words = wordsIn(lang);
  const kinds = KINDS.filter((kind) => kind !== 'introducer');
  const found = statementsByCell(run.documents, by).get(row.key);
  return barsSvg({
    title: `${rowName(row, by, page).name}${strings.colon}${strings.sections.objectives}`,
    description: words.page.otherStatements,
    lang,
    rightToLeft: strings.direction === 'rtl',
    legend: kinds.map((kind) => strings.kinds[kind]),
    bars: row.cells.map((cell) => ({
      label: codeName(codeOf(cell.code, page), page),
      note: words.page.standings[standingOf(found?.get(cell.code) ?? [], cell.status)],
      parts: kinds.map((kind) => cell.kinds[kind]),
    })),
  });
}
