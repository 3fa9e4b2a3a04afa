import { shareOfStatements } from '../measures/shares.js';
import type { Coverage, CoverageBy, CoverageCell, CoverageRow } from '../model/coverage.js';
import { KINDS } from '../model/types.js';
import { csvFile, type CsvColumn } from './csv.js';
import { labelFor } from './labels.js';
import type { ReportCode, RunResult } from './run-result.js';

/** A cell with what its columns are made from. */
export interface CellRecord {
  readonly by: CoverageBy;
  readonly name: string;
  readonly row: CoverageRow;
  readonly cell: CoverageCell;
  readonly code: ReportCode | undefined;
}

/** coverage-objectives.csv and coverage-themes.csv: one cell a record, in tidy long form. */
export function coverageCsv(run: RunResult, coverage: Coverage): Generator<string> {
  return csvFile(COVERAGE_COLUMNS, cellRecords(run, coverage));
}

/** The cells of a matrix, row by row. */
export function* cellRecords(run: RunResult, { by, rows }: Coverage): Generator<CellRecord> {
  const codes = new Map(run.codes.map((code) => [code.code, code]));
  for (const row of rows) {
    const name = run.names?.[row.key] ?? row.label;
    for (const cell of row.cells) yield { by, name, row, cell, code: codes.get(cell.code) };
  }
}

function column(name: string, value: CsvColumn<CellRecord>['value']): CsvColumn<CellRecord> {
  return { name, value };
}

/** Counts of a cell that nobody asked for, answered or could read are unknown, not zero. */
function count(name: string, value: (cell: CoverageCell) => number): CsvColumn<CellRecord> {
  return column(name, ({ cell }) => (isUnknown(cell) ? null : value(cell)));
}

function isUnknown({ status }: CoverageCell): boolean {
  return status === 'not-asked' || status === 'not-readable' || status === 'unanswered';
}

/** The columns of the coverage files. */
export const COVERAGE_COLUMNS: readonly CsvColumn<CellRecord>[] = [
  column('by', ({ by }) => by),
  column('row', ({ row }) => row.key),
  column('row_label', ({ name }) => name),
  column('code', ({ cell }) => cell.code),
  column('code_label', ({ code }) => code && labelFor(code, 'en')),
  column('status', ({ cell }) => cell.status),
  count('statements_substantive', (cell) => cell.substantive),
  count('statements_mention', (cell) => cell.mention),
  count('statements_absent', (cell) => cell.absent),
  count('documents', (cell) => cell.documents),
  column('share_of_statements', ({ cell, row }) => rounded(cell, row)),
  ...KINDS.map((kind) => count(`kind_${kind}`, (cell) => cell.kinds[kind])),
  column('row_documents', ({ row }) => row.documents),
  column('row_documents_read', ({ row }) => row.documentsRead),
  column('row_statements', ({ row }) => row.statements),
  column('row_statements_unread', ({ row }) => row.unread),
];

function rounded(cell: CoverageCell, row: CoverageRow): number | null {
  const share = isUnknown(cell) ? null : shareOfStatements(cell, row);
  return share === null ? null : Math.round(share * 10_000) / 10_000;
}
