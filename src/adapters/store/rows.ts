/** The rows of the store's tables, and the values in them. */
import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { DuckDBAppender, DuckDBValue } from '@duckdb/node-api';
import { readingsOf } from '../../measures/readings.js';
import type { NewsCoverage, NewsRun } from '../../model/news.js';
import type { DocumentState } from '../../model/state.js';
import { wholeCharacters } from '../../model/text.js';
import type { CodedDocument, Issue } from '../../model/types.js';

/** A document to keep. */
export interface KeptDocument {
  readonly state: DocumentState;
  readonly key: string;
  readonly coded: CodedDocument;
}

/** A run that was completed. */
export interface KeptRun {
  readonly run: NewsRun;
  readonly settings: unknown;
  readonly coverage: NewsCoverage;
  /** Documents at its end; null for all but the last run. */
  readonly state: readonly DocumentState[] | null;
}

type Value = string | number | boolean | Uint8Array | null | undefined;
/** A row: its values in the order of the columns. */
export type Row = readonly Value[];

/** Appends a value by the type of its column. */
export function appendOne(appender: DuckDBAppender, value: Value, type: string): void {
  if (value === null || value === undefined) appender.appendNull();
  else if (type === 'INTEGER') appender.appendInteger(Number(value));
  else if (type === 'DOUBLE') appender.appendDouble(Number(value));
  else if (type === 'BOOLEAN') appender.appendBoolean(value === true);
  else if (value instanceof Uint8Array) appender.appendBlob(value);
  else appender.appendVarchar(whole(String(value)));
}

/** DuckDB's texts hold neither null characters nor halves of characters. */
function whole(text: string): string {
  return wholeCharacters(text.replaceAll('\0', ''));
}

/** Texts as one value, so that no SQL is put together from names of files; see {@link AMONG}. */
export function listOf(texts: readonly string[]): string {
  return texts.map(whole).join('\u001f');
}

/** SQL for "one of the texts of {@link listOf}" in the first value. */
export const AMONG = 'IN (SELECT unnest(string_split($1, chr(31))))';

/** A document as a row. */
export function documentRow({ state, key, coded }: KeptDocument): Row {
  const { metadata, answering } = state;
  return [
    state.id,
    state.path,
    state.part,
    state.sha256,
    key,
    state.described,
    state.status,
    metadata.country,
    metadata.region,
    metadata.year,
    metadata.round,
    metadata.title,
    state.language,
    state.statements,
    state.id,
    answering === undefined ? null : hashOf(JSON.stringify(answering.questionnaire)),
    coded.document.text,
    JSON.stringify(metadata),
    JSON.stringify(answering?.unanswered ?? null),
    JSON.stringify(state.counts),
    deflated(coded),
  ];
}

/** Its statements as rows. */
export function statementRows({ document, statements }: CodedDocument): Row[] {
  return statements.map(({ id, language, section, question, context, text }, number) => [
    id,
    document.id,
    number,
    language,
    section,
    question,
    context.join(' > '),
    text,
  ]);
}

/** Its codings as rows. */
export function codingRows(coded: CodedDocument): Row[] {
  const counting = new Set(readingsOf(coded).map(({ coding }) => coding));
  return coded.codings.map((coding) => [
    coding.statement,
    coded.document.id,
    coding.coder,
    /^keywords@[^+]*\+(.+)$/u.exec(coding.coder)?.[1],
    counting.has(coding),
    coding.kind,
    coding.absent,
  ]);
}

/** Its codes as rows. */
export function codeRows({ document, codings }: CodedDocument): Row[] {
  return codings.flatMap(({ statement, coder, codes }) =>
    codes.map(({ code, strength, score }) => [
      statement,
      document.id,
      coder,
      code,
      strength,
      score,
    ]),
  );
}

/** Its evidence as rows. */
export function evidenceRows({ document, codings }: CodedDocument): Row[] {
  return codings.flatMap(({ statement, coder, codes }) =>
    codes.flatMap(({ code, evidence }) =>
      evidence.map((piece) => [
        statement,
        document.id,
        coder,
        code,
        piece.in,
        piece.quote,
        piece.pattern,
      ]),
    ),
  );
}

/** Issues of a document as rows. */
export function issueRows(document: string, issues: readonly Issue[]): Row[] {
  return issues.map(({ id, severity, message, hint, place }) => [
    document,
    id,
    severity,
    message,
    hint,
    place,
  ]);
}

/** A run as a row. */
export function runRow(number: number, { run, settings, coverage, state }: KeptRun): Row {
  return [
    number,
    run.name,
    run.date,
    `${run.tool.name} ${run.tool.version}`,
    JSON.stringify(run.taxonomy),
    JSON.stringify(settings),
    run.documents,
    run.statements,
    JSON.stringify(coverage),
    state === null ? null : deflated(state),
  ];
}

/** The run of a row. */
export function keptRun(row: Record<string, DuckDBValue>): KeptRun {
  const [name = '', version = ''] = String(row['tool']).split(' ');
  return {
    run: {
      name: String(row['name']),
      date: row['date'] === null ? null : String(row['date']),
      tool: { name, version },
      taxonomy: parsed(row['taxonomy']),
      documents: Number(row['documents']),
      statements: Number(row['statements']),
    },
    settings: parsed(row['settings']),
    coverage: parsed(row['coverage']),
    state: row['state'] === null ? null : inflated(row['state']),
  };
}

/** The JSON in a value. */
export function parsed<T>(value: DuckDBValue | undefined): T {
  return JSON.parse(String(value)) as T;
}

function deflated(value: unknown): Uint8Array {
  return deflateSync(JSON.stringify(value), { level: 6 });
}

/** The deflated JSON in a value. */
export function inflated<T>(value: DuckDBValue | undefined): T {
  const { bytes } = value as unknown as { bytes: Uint8Array };
  return JSON.parse(inflateSync(bytes).toString('utf8')) as T;
}

/** A short hash of a content. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
