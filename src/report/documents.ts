import { readingsOf } from '../measures/coverage.js';
import type { CodedDocument } from '../model/types.js';
import { stampOf, type RunResult } from './run-result.js';

/** documents.jsonl: one document a line, with the text that every span points into. */
export function* documentsJsonl(run: RunResult): Generator<string> {
  for (const coded of run.documents)
    yield `${JSON.stringify({ ...stampOf(run), ...documentRecord(coded) })}\n`;
}

function documentRecord(coded: CodedDocument) {
  const { document, detection, statements, issues } = coded;
  const { path, sha256, mediaType } = document.source;
  return {
    id: document.id,
    path,
    sha256,
    mediaType,
    country: document.metadata.country ?? null,
    region: document.metadata.region ?? null,
    year: document.metadata.year ?? null,
    round: document.metadata.round ?? null,
    title: document.metadata.title ?? null,
    sourceAddress: document.metadata.sourceAddress ?? null,
    licence: document.metadata.licence ?? null,
    versionOf: document.metadata.versionOf ?? null,
    translationOf: document.metadata.translationOf ?? null,
    countedAs: coded.countedAs ?? document.id,
    questionnaire: document.metadata.questionnaire ?? null,
    unanswered: coded.answering?.unanswered ?? null,
    language: detection.language,
    languageMethod: detection.method,
    languageConfidence: detection.confidence,
    statements: statements.length,
    statementsRead: readingsOf(coded).filter(({ coding }) => coding !== null).length,
    issues: issues.length,
    text: document.text,
  };
}
