/** Statements, codings and coverage as Parquet: one file each, or by country and year. */
import type { CodeAssignment, CodedDocument, Coding, Statement } from '../../model/types.js';
import { COVERAGE_COLUMNS, cellRecords } from '../coverage-csv.js';
import type { CellRecord } from '../coverage-csv.js';
import type { CsvColumn } from '../csv.js';
import type { Output } from '../formats.js';
import { CODINGS, FIELDS } from '../open/fields.js';
import type { Field } from '../open/fields.js';
import type { RunResult } from '../run-result.js';
import { STATEMENT_COLUMNS, statementRecords } from '../statements-csv.js';
import type { StatementRecord } from '../statements-csv.js';
import { parquetTable, type ParquetColumn } from './table.js';

/** A code that was given, or a coding without any. */
interface CodingRecord {
  readonly coded: CodedDocument;
  readonly statement: Statement;
  readonly coding: Coding;
  readonly given: CodeAssignment | null;
  readonly codeKind: string | undefined;
}

/** statements.parquet, codings.parquet and coverage.parquet. */
export function parquetFiles(run: RunResult): Output[] {
  const by = createdBy(run);
  return [
    {
      name: 'statements.parquet',
      make: () => [parquetTable(statementColumns(), [...statementRecords(run)], by)],
    },
    {
      name: 'codings.parquet',
      make: () => [parquetTable(codingColumns(), [...codingRecords(run)], by)],
    },
    {
      name: 'coverage.parquet',
      make: () => [parquetTable(coverageColumns(), coverageRecords(run), by)],
    },
  ];
}

/** Folders `country=MAR/year=2020` below `parquet/statements` and `parquet/codings`. */
export function partitionedFiles(run: RunResult): Output[] {
  const by = createdBy(run);
  const parts = new Map<string, CodedDocument[]>();
  for (const coded of run.documents) {
    const folder = folderOf(coded);
    parts.set(folder, [...(parts.get(folder) ?? []), coded]);
  }
  // What the folders' names tell is not told again in the files.
  const inside = <T>(columns: readonly ParquetColumn<T>[]): ParquetColumn<T>[] =>
    columns.filter(({ name }) => name !== 'country' && name !== 'year');
  return [...parts].flatMap(([folder, documents]): Output[] => {
    const part = { ...run, documents };
    return [
      {
        name: `parquet/statements/${folder}/part-0.parquet`,
        make: () => [parquetTable(inside(statementColumns()), [...statementRecords(part)], by)],
      },
      {
        name: `parquet/codings/${folder}/part-0.parquet`,
        make: () => [parquetTable(inside(codingColumns()), [...codingRecords(part)], by)],
      },
    ];
  });
}

/** What Hive, and all that read its folders, call a missing value. */
const UNKNOWN = '__HIVE_DEFAULT_PARTITION__';

function folderOf({ document: { metadata } }: CodedDocument): string {
  const { country, year } = metadata;
  const name = country === undefined ? UNKNOWN : country.replace(/[^A-Za-z0-9]/gu, '_');
  return `country=${name}/year=${year ?? UNKNOWN}`;
}

function createdBy({ tool }: RunResult): string {
  return `${tool.name} version ${tool.version}`;
}

/** The columns of a CSV file with their types. */
function typedColumns<T>(
  columns: readonly CsvColumn<T>[],
  fields: readonly Field[],
): ParquetColumn<T>[] {
  const types = new Map(fields.map(([name, type]) => [name, type]));
  return columns.map(({ name, value }) => ({ name, type: types.get(name) ?? 'string', value }));
}

function statementColumns(): ParquetColumn<StatementRecord>[] {
  return typedColumns(STATEMENT_COLUMNS, FIELDS['statements.csv'] ?? []);
}

type Cell = CellRecord & { readonly matrix: string };

function coverageColumns(): ParquetColumn<Cell>[] {
  const columns = typedColumns(COVERAGE_COLUMNS, FIELDS['coverage-objectives.csv'] ?? []);
  return [{ name: 'matrix', type: 'string', value: ({ matrix }) => matrix }, ...columns];
}

function coverageRecords(run: RunResult): Cell[] {
  return (['objectives', 'themes'] as const).flatMap((matrix) =>
    [...cellRecords(run, run.coverage[matrix])].map((record) => ({ ...record, matrix })),
  );
}

function* codingRecords(run: RunResult): Generator<CodingRecord> {
  const kinds = new Map(run.codes.map(({ code, kind }) => [code, kind]));
  for (const coded of run.documents) {
    const statements = new Map(coded.statements.map((one) => [one.id, one]));
    for (const coding of coded.codings) {
      const statement = statements.get(coding.statement);
      if (statement === undefined) continue;
      const common = { coded, statement, coding };
      if (coding.codes.length === 0) yield { ...common, given: null, codeKind: undefined };
      for (const given of coding.codes) yield { ...common, given, codeKind: kinds.get(given.code) };
    }
  }
}

const CODING_VALUES: Readonly<Record<string, ParquetColumn<CodingRecord>['value']>> = {
  document: ({ coded }) => coded.document.id,
  country: ({ coded }) => coded.document.metadata.country,
  region: ({ coded }) => coded.document.metadata.region,
  year: ({ coded }) => coded.document.metadata.year,
  round: ({ coded }) => coded.document.metadata.round,
  counted_as: ({ coded }) => coded.countedAs ?? coded.document.id,
  statement: ({ statement }) => statement.id,
  language: ({ statement }) => statement.language,
  coder: ({ coding }) => coding.coder,
  kind: ({ coding }) => coding.kind,
  absent: ({ coding }) => coding.absent,
  code: ({ given }) => given?.code,
  code_kind: ({ codeKind }) => codeKind,
  strength: ({ given }) => given?.strength,
  score: ({ given }) => given?.score,
  evidence: ({ given }) => joined(given?.evidence.map(({ quote }) => quote)),
  patterns: ({ given }) => joined(given?.evidence.map(({ pattern }) => pattern)),
};

function joined(texts: readonly string[] | undefined): string | null {
  return texts === undefined ? null : [...new Set(texts)].join(' | ');
}

function codingColumns(): ParquetColumn<CodingRecord>[] {
  return CODINGS.map(([name, type]) => ({ name, type, value: CODING_VALUES[name]! }));
}
