import { placeFinder } from '../../measures/place.js';
import type { Place } from '../../model/inspection.js';
import type { SimilarStatement } from '../../model/similar.js';
import type { Detection, Language, Statement } from '../../model/types.js';
import { stampOf, type RunResult } from '../run-result.js';

/** A line of statements.jsonl. */
export type StatementRecord = ReturnType<typeof statementRecord>;

/** statements.jsonl: one statement a line, with its place. */
export function* statementsJsonl(run: RunResult): Generator<string> {
  for (const { document, statements } of run.documents) {
    const placeAt = placeFinder(document);
    for (const statement of statements) {
      const similar = run.similar[statement.id] ?? [];
      const record = statementRecord(statement, placeAt(statement.spans), similar);
      yield `${JSON.stringify({ ...stampOf(run), ...record })}\n`;
    }
  }
}

function statementRecord(statement: Statement, place: Place, similar: readonly SimilarStatement[]) {
  const { document, id, detection } = statement;
  return {
    document,
    statement: id,
    spans: statement.spans,
    place,
    language: statement.language,
    languageMethod: detection.method,
    languageConfidence: detection.confidence,
    section: statement.section,
    sectionTitle: statement.sectionTitle,
    question: statement.question,
    questionText: statement.questionText,
    asked: statement.asked ?? null,
    path: statement.path,
    parent: statement.parent,
    context: statement.context,
    hasChildren: statement.hasChildren,
    statedObjectives: statement.objectives,
    objectiveHeading: statement.objectiveHeading,
    similar,
    text: statement.text,
  };
}

/** The statement of a line. */
export function statementOf(record: StatementRecord): Statement {
  const { document, statement: id, spans, text, asked } = record;
  const language = record.language as Language;
  const method = record.languageMethod as Detection['method'];
  return {
    id,
    document,
    spans,
    text,
    language,
    detection: { language, method, confidence: record.languageConfidence },
    section: record.section,
    sectionTitle: record.sectionTitle,
    question: record.question,
    questionText: record.questionText,
    path: record.path,
    parent: record.parent,
    context: record.context,
    objectives: record.statedObjectives,
    objectiveHeading: record.objectiveHeading,
    hasChildren: record.hasChildren,
    ...(asked === null ? {} : { asked }),
  };
}
