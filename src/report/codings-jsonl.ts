import type { CodedDocument, Coding, Evidence, Statement } from '../model/types.js';
import {
  contextStatement,
  documentSpans,
  indexStatements,
  type StatementIndex,
} from './resolve.js';
import { stampOf, type RunResult } from './run-result.js';

/** codings.jsonl: one coding of any coder a line, evidence placed in the document's text. */
export function* codingsJsonl(run: RunResult): Generator<string> {
  for (const coded of run.documents) {
    for (const record of codingRecords(coded))
      yield `${JSON.stringify({ ...stampOf(run), ...record })}\n`;
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
  return {
    in: evidence.in,
    statement: evidence.in === 'text' ? statement.id : (holder?.id ?? null),
    spans: documentSpans(statement, evidence, index),
    quote: evidence.quote,
    pattern: evidence.pattern,
  };
}
