import type {
  CodedDocument,
  Coding,
  Evidence,
  Kind,
  Span,
  Statement,
  Strength,
} from '../../model/types.js';
import {
  contextStatement,
  documentSpans,
  indexStatements,
  type StatementIndex,
} from '../resolve.js';
import { stampOf, type RunResult } from '../run-result.js';

/** A line of codings.jsonl. */
export type CodingRecord = ReturnType<typeof codingRecord>;
type EvidenceRecord = ReturnType<typeof evidenceRecord>;

/** codings.jsonl: one coding of any coder a line, evidence placed in the document's text. */
export function* codingsJsonl(run: RunResult): Generator<string> {
  const stamp = JSON.stringify(stampOf(run)).slice(0, -1);
  for (const coded of run.documents) {
    for (const record of codingRecords(coded))
      yield `${stamp},${JSON.stringify(record).slice(1)}\n`;
  }
}

function* codingRecords(coded: CodedDocument) {
  const index = indexStatements(coded);
  for (const coding of coded.codings) {
    const statement = index.byId.get(coding.statement);
    if (statement) yield codingRecord(coding, statement, index);
  }
}

function codingRecord(coding: Coding, statement: Statement, index: StatementIndex) {
  return {
    document: statement.document,
    statement: statement.id,
    coder: coding.coder,
    kind: coding.kind,
    absent: coding.absent,
    codes: coding.codes.map(({ code, strength, score, evidence }) => ({
      code,
      strength,
      score,
      evidence: evidence.map((piece) => evidenceRecord(piece, statement, index)),
    })),
  };
}

function evidenceRecord(evidence: Evidence, statement: Statement, index: StatementIndex) {
  const holder = evidence.in === 'context' ? contextStatement(statement, evidence, index) : null;
  const spans = documentSpans(statement, evidence, index);
  const home = evidence.in === 'text' ? statement : holder;
  const told = ownSpans(evidence.in, spans, home?.spans ?? []);
  return {
    in: evidence.in,
    statement: evidence.in === 'text' ? statement.id : (holder?.id ?? null),
    spans,
    ...(sameSpans(told, evidence.spans) ? {} : { within: evidence.spans }),
    ...(evidence.index === undefined ? {} : { index: evidence.index }),
    quote: evidence.quote,
    pattern: evidence.pattern,
  };
}

/** Spans as evidence has them, told from those in the document where its home is in one piece. */
function ownSpans(
  where: Evidence['in'],
  spans: readonly Span[],
  home: readonly Span[],
): readonly Span[] {
  if (where === 'heading') return spans;
  const start = home[0]?.[0] ?? 0;
  return spans.map(([from, to]) => [from - start, to - start]);
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return (
    a.length === b.length && a.every(([start, end], i) => start === b[i]?.[0] && end === b[i]?.[1])
  );
}

/** The coding of a line; `byId` are the statements of its document. */
export function codingOf(record: CodingRecord, byId: ReadonlyMap<string, Statement>): Coding {
  return {
    statement: record.statement,
    coder: record.coder,
    kind: record.kind as Kind | null,
    absent: record.absent,
    codes: record.codes.map(({ code, strength, score, evidence }) => ({
      code,
      strength: strength as Strength,
      score,
      evidence: evidence.map((piece) => evidenceOf(piece, byId)),
    })),
  };
}

function evidenceOf(record: EvidenceRecord, byId: ReadonlyMap<string, Statement>): Evidence {
  const { quote, pattern, index } = record;
  const home = record.statement === null ? undefined : byId.get(record.statement);
  return {
    in: record.in,
    spans: record.within ?? ownSpans(record.in, record.spans, home?.spans ?? []),
    quote,
    pattern,
    ...(index === undefined ? {} : { index }),
  };
}
