import { readingsOf } from '../../measures/coverage.js';
import type { Questionnaire } from '../../model/questionnaire.js';
import type {
  Block,
  CodedDocument,
  Detection,
  DocumentMetadata,
  Issue,
  Language,
} from '../../model/types.js';
import { stampOf, type RunResult } from '../run-result.js';

/** A line of documents.jsonl. */
export type DocumentRecord = ReturnType<typeof documentRecord>;

/** documents.jsonl: one document a line, with the text that every span points into. */
export function* documentsJsonl(run: RunResult): Generator<string> {
  const questionnaires = questionnairesOf(run);
  for (const coded of run.documents)
    yield `${JSON.stringify({ ...stampOf(run), ...documentRecord(coded, questionnaires) })}\n`;
}

/** The different questionnaires that documents of a run answer, in the order of the documents. */
export function questionnairesOf({ documents }: Pick<RunResult, 'documents'>): Questionnaire[] {
  const known = new Map<string, Questionnaire>();
  const seen = new Set<Questionnaire>();
  for (const { answering } of documents) {
    if (answering === undefined || seen.has(answering.questionnaire)) continue;
    seen.add(answering.questionnaire);
    const content = JSON.stringify(answering.questionnaire);
    if (!known.has(content)) known.set(content, answering.questionnaire);
  }
  return [...known.values()];
}

function documentRecord(coded: CodedDocument, questionnaires: readonly Questionnaire[]) {
  const { document, detection, statements, issues } = coded;
  const { path, sha256, mediaType } = document.source;
  return {
    id: document.id,
    path,
    sha256,
    mediaType,
    ...descriptionOf(document.metadata),
    countedAs: coded.countedAs ?? document.id,
    answering: answeringOf(coded, questionnaires),
    unanswered: coded.answering?.unanswered ?? null,
    language: detection.language,
    languageMethod: detection.method,
    languageConfidence: detection.confidence,
    statements: statements.length,
    statementsRead: readingsOf(coded).filter(({ coding }) => coding !== null).length,
    issues,
    blocks: document.blocks,
    text: document.text,
  };
}

function descriptionOf(metadata: DocumentMetadata) {
  return {
    country: metadata.country ?? null,
    region: metadata.region ?? null,
    year: metadata.year ?? null,
    round: metadata.round ?? null,
    title: metadata.title ?? null,
    declaredLanguage: metadata.language ?? null,
    sourceAddress: metadata.sourceAddress ?? null,
    licence: metadata.licence ?? null,
    versionOf: metadata.versionOf ?? null,
    translationOf: metadata.translationOf ?? null,
    questionnaire: metadata.questionnaire ?? null,
  };
}

/** Place of its questionnaire among those of the run, from 0; null where it answers none that is known. */
export function answeringOf(
  { answering }: CodedDocument,
  questionnaires: readonly Questionnaire[],
): number | null {
  if (answering === undefined) return null;
  const content = JSON.stringify(answering.questionnaire);
  return questionnaires.findIndex(
    (one) => one === answering.questionnaire || JSON.stringify(one) === content,
  );
}

/** The document of a line, its statements and codings left empty. */
export function documentOf(
  record: DocumentRecord,
  questionnaires: readonly Questionnaire[],
): CodedDocument {
  const { id, path, sha256, mediaType, text, countedAs } = record;
  const questionnaire = questionnaires[record.answering ?? -1];
  const { unanswered } = record;
  return {
    document: {
      id,
      source: { path, sha256, mediaType },
      metadata: metadataOf(record),
      text,
      blocks: record.blocks as readonly Block[],
    },
    detection: {
      language: record.language as Language,
      method: record.languageMethod as Detection['method'],
      confidence: record.languageConfidence,
    },
    statements: [],
    codings: [],
    issues: record.issues as readonly Issue[],
    ...(questionnaire === undefined ? {} : { answering: { questionnaire, unanswered } }),
    ...(countedAs === id ? {} : { countedAs }),
  };
}

function metadataOf(record: DocumentRecord): DocumentMetadata {
  const { country, region, year, round, title, sourceAddress, licence } = record;
  const { declaredLanguage: language, versionOf, translationOf, questionnaire } = record;
  const all = { country, region, year, round, language, title, sourceAddress, licence };
  const relations = { versionOf, translationOf, questionnaire };
  const known = Object.entries({ ...all, ...relations }).filter(([, value]) => value !== null);
  return Object.fromEntries(known);
}
