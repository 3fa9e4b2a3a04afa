/**
 * The two lists of stages: what happens to each document, and to all of them
 * together. Everything a stage needs comes in as a setting.
 */
import type { Questionnaire } from './model/questionnaire.js';
import type { LeftOut, OutlineEntry } from './model/inspection.js';
import type {
  CodedDocument,
  Coding,
  Detection,
  Document,
  Issue,
  Statement,
} from './model/types.js';
import { answersOf } from './stages/answers.js';
import { authorCodings } from './stages/author.js';
import { codeStatement } from './stages/classify.js';
import type { Classify } from './stages/classify.js';
import type { LanguageDetector } from './stages/detect.js';
import { languageIssues } from './stages/language-issues.js';
import { segment } from './stages/segment.js';
import type { SegmentSettings } from './stages/segment.js';

/** What a reader hands over; statements are null where `segment` has to find them. */
export interface ReadDocument {
  readonly document: Document;
  readonly statements: readonly Statement[] | null;
  readonly issues: readonly Issue[];
}

export interface DocumentStages {
  readonly detector: LanguageDetector;
  readonly segment: SegmentSettings;
  readonly classify: Classify;
  readonly coder: string;
}

/** A document with its statements and their languages, before any coding. */
export interface SegmentedDocument extends Omit<CodedDocument, 'codings' | 'countedAs'> {
  /** Headings and questions; empty where the file gives statements ready-made. */
  readonly outline: readonly OutlineEntry[];
  /** Words that are in no statement, heading or question. */
  readonly leftOut: readonly LeftOut[];
}

/** Detects the document's language, finds its statements, their languages and what they answer. */
export function segmentDocument(
  read: ReadDocument,
  stages: Pick<DocumentStages, 'detector' | 'segment'>,
  questionnaire: Questionnaire | null = null,
): SegmentedDocument {
  const { document } = read;
  const detection = documentLanguage(document, stages.detector);
  const found =
    read.statements === null
      ? segment(document, stages.segment)
      : { statements: read.statements, outline: [], dropped: [], issues: [] };
  const statements = found.statements.map((statement) =>
    withLanguage(statement, detection, stages.detector),
  );
  const { outline, dropped: leftOut } = found;
  const issues = [...read.issues, ...found.issues];
  const segmented = { document, detection, statements, outline, leftOut, issues };
  if (questionnaire === null) return segmented;
  const answered = answersOf(document.id, statements, questionnaire);
  return {
    ...segmented,
    statements: answered.statements,
    issues: [...issues, ...answered.issues],
    ...(answered.answering === null ? {} : { answering: answered.answering }),
  };
}

/** Codes every statement of a document: the machine's codings and what its own headings state. */
export function codeDocument(
  read: ReadDocument,
  stages: DocumentStages,
  questionnaire: Questionnaire | null = null,
): CodedDocument {
  const segmented = segmentDocument(read, stages, questionnaire);
  const codings: Coding[] = [];
  for (const statement of segmented.statements) {
    const coding = codeStatement(stages.classify, stages.coder, statement);
    if (coding !== null) codings.push(coding);
  }
  const author = authorCodings(segmented.document, segmented.statements);
  const issues = [...segmented.issues, ...languageIssues(segmented, codings)];
  const { outline: _outline, leftOut: _leftOut, ...coded } = segmented;
  return { ...coded, codings: [...codings, ...author], issues };
}

function documentLanguage(document: Document, detector: LanguageDetector): Detection {
  const declared = document.metadata.language;
  if (declared !== undefined && declared !== 'und')
    return { language: declared, method: 'declared', confidence: 1 };
  return detector.ofDocument(document.text);
}

function withLanguage(
  statement: Statement,
  document: Detection,
  detector: LanguageDetector,
): Statement {
  if (statement.detection.method === 'declared') return statement;
  const prior = document.language === 'und' ? null : document.language;
  const detection = detector.ofStatement(statement.text, prior);
  return { ...statement, language: detection.language, detection };
}
