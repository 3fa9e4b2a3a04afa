/** Coding sheets: statements with empty columns for a coder, as a workbook or CSV. */
import { placeFinder } from '../../measures/place.js';
import type { Drawn, SampleOptions } from '../../measures/sampling.js';
import type { CodeKind } from '../../model/coverage.js';
import { KINDS } from '../../model/types.js';
import type { Coding } from '../../model/types.js';
import { csvFile } from '../csv.js';
import type { Chunks } from '../formats.js';
import { STRINGS, type ReportLanguage } from '../html/strings.js';
import { labelFor, titleFor } from '../labels.js';
import { placeText } from '../place-text.js';
import type { RunResult } from '../run-result.js';
import type { Cell } from '../xlsx/cells.js';
import { workbook, type Sheet } from '../xlsx/workbook.js';
import { SHEET_COLUMNS, SHEET_WORDS, type SheetColumn } from './words.js';

/** What a sheet is made for. */
export interface SheetOptions extends SampleOptions {
  readonly lang: ReportLanguage;
  /** Leaves the machine's codes out. */
  readonly blind: boolean;
}

type Row = Readonly<Partial<Record<SheetColumn, string | number>>>;

/** The columns of a sheet; a blind one has none of the machine. */
export function columnsOf({ blind }: Pick<SheetOptions, 'blind'>): SheetColumn[] {
  return SHEET_COLUMNS.filter((column) => !blind || !column.startsWith('machine_'));
}

/** A coding sheet as CSV. */
export function sheetCsv(run: RunResult, drawn: readonly Drawn[], options: SheetOptions): Chunks {
  const words = SHEET_WORDS[options.lang];
  const columns = columnsOf(options).map((column) => ({
    name: words.columns[column],
    value: (row: Row) => row[column],
  }));
  return csvFile(columns, rowsOf(run, drawn, options));
}

/** A coding sheet as a workbook: the sheet with lists of choices, the codebook, and how to code. */
export function sheetXlsx(run: RunResult, drawn: readonly Drawn[], options: SheetOptions): Chunks {
  const { lang } = options;
  const words = SHEET_WORDS[lang];
  const rightToLeft = STRINGS[lang].direction === 'rtl';
  const columns = columnsOf(options);
  const common = { frozen: 0, rightToLeft };
  return workbook([
    {
      ...common,
      name: words.coding,
      widths: columns.map((column) => WIDTHS[column] ?? 14),
      head: columns.map((column) => head(words.columns[column])),
      rows: rowsOf(run, drawn, options).map((row) =>
        columns.map((column) => cell(row[column] ?? null)),
      ),
      choices: [
        { column: columns.indexOf('kind'), list: KINDS.map((kind) => STRINGS[lang].kinds[kind]) },
        { column: columns.indexOf('absent'), list: [words.yes, words.no] },
      ],
    },
    codebookSheet(run, lang, common),
    {
      ...common,
      name: words.how,
      widths: [110],
      head: [head(words.how)],
      rows: words.rules.map((rule) => [cell(rule)]),
    },
  ]);
}

/** Characters of evidence that are shown. */
const LONGEST = 300;

const WIDTHS: Partial<Record<SheetColumn, number>> = {
  text: 70,
  context: 40,
  machine_evidence: 36,
  remark: 30,
  objectives: 18,
};

function codebookSheet(
  run: RunResult,
  lang: ReportLanguage,
  common: Pick<Sheet, 'frozen' | 'rightToLeft'>,
): Sheet {
  const { columns } = SHEET_WORDS[lang];
  return {
    ...common,
    name: SHEET_WORDS[lang].codebook,
    widths: [14, 34, 100],
    head: [columns.objectives, columns.themes, columns.text].map((_, i) =>
      head(
        [SHEET_WORDS[lang].codebook, columns.objectives, STRINGS[lang].sections.objectives][i] ??
          '',
      ),
    ),
    rows: run.codes.map((code) => [
      cell(code.code),
      cell(labelFor(code, lang)),
      cell(titleFor(code, lang)),
    ]),
  };
}

function head(value: string): Cell {
  return { value, look: 'head' };
}

function cell(value: string | number | null): Cell {
  return { value, look: 'text' };
}

function rowsOf(run: RunResult, drawn: readonly Drawn[], options: SheetOptions): Row[] {
  const { lang, blind, method, seed } = options;
  const kinds = new Map(run.codes.map(({ code, kind }) => [code, kind]));
  return drawn.map((one) => {
    const { coded, statement, coding, stratum, probability } = one;
    const { document } = coded;
    const question = [statement.section, statement.question]
      .filter((part) => part !== null)
      .join('.');
    return {
      id: statement.id,
      document: document.id,
      country: document.metadata.country ?? '',
      language: statement.language,
      question: [question, statement.questionText ?? ''].filter(Boolean).join(' '),
      context: statement.context.join(' › '),
      text: statement.text,
      place: placeText(placeFinder(document)(statement.spans), STRINGS[lang]),
      ...(blind || coding === null ? {} : machineRow(coding, kinds, lang)),
      sample: method,
      seed,
      stratum,
      ...(probability === null ? {} : { probability: Number(probability.toPrecision(12)) }),
    };
  });
}

function machineRow(
  coding: Coding,
  kinds: ReadonlyMap<string, CodeKind>,
  lang: ReportLanguage,
): Row {
  const of = (kind: CodeKind, strength?: string): string =>
    coding.codes
      .filter(
        (given) =>
          kinds.get(given.code) === kind && (strength === undefined || given.strength === strength),
      )
      .map(({ code }) => code)
      .join(' ');
  const pieces = coding.codes.flatMap(({ code, evidence: own }) =>
    own
      .filter(({ pattern }) => !pattern.includes('/word:'))
      .map(({ quote }) => `${code}: ${quote}`),
  );
  const evidence = [...new Set(pieces)].join('; ');
  return {
    machine_objectives: of('objective', 'substantive'),
    machine_mentions: of('objective', 'mention'),
    machine_themes: of('theme'),
    machine_kind: coding.kind === null ? '' : STRINGS[lang].kinds[coding.kind],
    machine_absent: coding.absent ? SHEET_WORDS[lang].yes : SHEET_WORDS[lang].no,
    machine_evidence: evidence.length > LONGEST ? `${evidence.slice(0, LONGEST)} …` : evidence,
  };
}
