/** What report.html carries: the run in short, for its program to count and show. */
import { createRequire } from 'node:module';
import countries from 'i18n-iso-countries/index.js';
import { placeFinder } from '../../measures/place.js';
import { readingsOf } from '../../measures/coverage.js';
import type { Reading } from '../../measures/coverage.js';
import type { MeasuredAccuracy } from '../../model/accuracy.js';
import type { Place } from '../../model/inspection.js';
import type { SimilarStatement } from '../../model/similar.js';
import type { Questionnaire } from '../../model/questionnaire.js';
import { EVIDENCE_PLACES, KINDS } from '../../model/types.js';
import type {
  CodeAssignment,
  CodedDocument,
  DocumentMetadata,
  Evidence,
  Issue,
  Statement,
} from '../../model/types.js';
import type { ReportCode, RunResult } from '../run-result.js';
import { answeringOf, questionnairesOf } from '../saved/documents.js';
import { allIssues } from '../sorted.js';
import { REPORT_LANGUAGES, type ReportLanguage } from './strings.js';

const load = createRequire(import.meta.url);

/** Place (0 text, 1 context, 2 heading), pattern's number, number of the context's text or -1, spans one after the other. */
export type EvidenceRow = readonly number[];
/** Code's number, 1 for substantive, score, evidence. */
export type CodeRow = readonly [number, 0 | 1, number, readonly EvidenceRow[]];
/** Coder's number, kind's number or -1, 1 where it reports an absence, codes. */
export type ReadingRow = readonly [number, number, 0 | 1, readonly CodeRow[]];

/** A statement; what is empty is left out. */
export interface StatementPayload {
  /** Without the document's id where it begins with that. */
  readonly id: string;
  readonly text: string;
  /** Where it is another than the document's. */
  readonly language?: string;
  /** Page, last page, table, row and paragraph; null is not known. Or a place of the format's own. */
  readonly place?: readonly (number | null)[] | string;
  readonly section?: string;
  /** Number of the text. */
  readonly sectionTitle?: number;
  readonly question?: string;
  readonly questionText?: number;
  readonly asked?: Statement['asked'];
  readonly path?: string;
  /** Texts above it, outermost first: number of a statement before it in the document, or the text. */
  readonly context?: readonly (number | string)[];
  readonly objectives?: readonly number[];
  /** Id, similarity and relation of statements in nearly the same words. */
  readonly similar?: readonly SimilarStatement[];
  /** Missing: nobody has read it. */
  readonly reading?: ReadingRow;
}

/** What the page tells of a document's description. */
const SHOWN = ['country', 'region', 'year', 'round', 'title'] as const;

export interface DocumentPayload {
  readonly id: string;
  readonly path: string;
  readonly metadata: Pick<DocumentMetadata, (typeof SHOWN)[number]>;
  readonly language: string;
  readonly countedAs?: string;
  /** Number of its questionnaire. */
  readonly answering?: number;
  readonly unanswered?: readonly string[] | null;
  /** It gave no text at all: ids of the issues that say why. */
  readonly unreadable?: readonly string[];
  readonly statements: readonly StatementPayload[];
}

export interface Payload {
  readonly lang: ReportLanguage;
  readonly tool: RunResult['tool'];
  readonly taxonomy: RunResult['taxonomy'];
  readonly settings: Pick<RunResult['settings'], 'by' | 'date'>;
  readonly codes: readonly ReportCode[];
  /** Names that the corpus gives itself. */
  readonly names: Readonly<Record<string, string>>;
  /** Names of the run's countries, by language and code. */
  readonly countries: Readonly<Record<ReportLanguage, Readonly<Record<string, string>>>>;
  readonly questionnaires: readonly Questionnaire[];
  readonly issues: readonly Issue[];
  readonly coders: readonly string[];
  readonly patterns: readonly string[];
  readonly texts: readonly string[];
  readonly accuracy: MeasuredAccuracy | null;
  readonly documents: readonly DocumentPayload[];
}

/** Gives each different text a number. */
interface Table {
  readonly all: string[];
  readonly numberOf: (text: string) => number;
}

/** The run as the page carries it; texts that repeat stand in it once. */
export function payloadOf(run: RunResult, lang: ReportLanguage): Payload {
  const tables = { coders: table(), patterns: table(), texts: table() };
  const questionnaires = questionnairesOf(run);
  const numbers = new Map(run.codes.map(({ code }, at) => [code, at]));
  const documents = run.documents.map((coded) =>
    documentPayload(coded, { ...tables, questionnaires, numbers, similar: run.similar }),
  );
  return {
    lang,
    tool: run.tool,
    taxonomy: run.taxonomy,
    settings: { by: run.settings.by, date: run.settings.date },
    codes: run.codes,
    names: run.names ?? {},
    countries: countryNames(run),
    questionnaires,
    issues: allIssues(run).map(({ id, severity, document, place, message, hint }) => ({
      id,
      severity,
      document,
      place,
      message,
      hint,
    })),
    coders: tables.coders.all,
    patterns: tables.patterns.all,
    texts: tables.texts.all,
    accuracy: run.accuracy ?? null,
    documents,
  };
}

interface Making {
  readonly similar: RunResult['similar'];
  readonly coders: Table;
  readonly patterns: Table;
  readonly texts: Table;
  readonly questionnaires: readonly Questionnaire[];
  readonly numbers: ReadonlyMap<string, number>;
}

function table(): Table {
  const numbers = new Map<string, number>();
  const all: string[] = [];
  return {
    all,
    numberOf: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, all.length);
      return all.push(text) - 1;
    },
  };
}

function documentPayload(coded: CodedDocument, making: Making): DocumentPayload {
  const { document, detection, countedAs } = coded;
  const placeAt = placeFinder(document);
  const before = new Map<string, number>();
  const statements = readingsOf(coded).map((reading, at) => {
    const { statement } = reading;
    const made = statementPayload(reading, placeAt(statement.spans), coded, making, before);
    if (!before.has(statement.text)) before.set(statement.text, at);
    return made;
  });
  const errors = coded.issues.filter(({ severity }) => severity === 'error');
  const unreadable = document.text === '' ? [...new Set(errors.map((issue) => issue.id))] : [];
  return {
    id: document.id,
    path: document.source.path,
    metadata: metadataPayload(document.metadata),
    language: detection.language,
    ...(countedAs === undefined ? {} : { countedAs }),
    ...answeringPayload(coded, making.questionnaires),
    ...(unreadable.length === 0 ? {} : { unreadable }),
    statements,
  };
}

/** In one order, whatever order a description names them in. */
function metadataPayload(metadata: DocumentMetadata): DocumentPayload['metadata'] {
  return Object.fromEntries(
    SHOWN.flatMap((key) => (metadata[key] === undefined ? [] : [[key, metadata[key]]])),
  );
}

function answeringPayload(coded: CodedDocument, questionnaires: readonly Questionnaire[]) {
  const answering = answeringOf(coded, questionnaires);
  return answering === null ? {} : { answering, unanswered: coded.answering?.unanswered ?? null };
}

function statementPayload(
  { statement, coding }: Reading,
  place: Place,
  { document, detection }: CodedDocument,
  making: Making,
  before: ReadonlyMap<string, number>,
): StatementPayload {
  const { id, text, language, section, sectionTitle, question, questionText, asked } = statement;
  const { path, objectives } = statement;
  const { texts } = making;
  const similar = making.similar[id];
  return {
    id: id.startsWith(`${document.id}#`) ? id.slice(document.id.length) : id,
    text,
    ...(language === detection.language ? {} : { language }),
    ...placePayload(place),
    ...(section === null ? {} : { section }),
    ...(sectionTitle === null ? {} : { sectionTitle: texts.numberOf(sectionTitle) }),
    ...(question === null ? {} : { question }),
    ...(questionText === null ? {} : { questionText: texts.numberOf(questionText) }),
    ...(asked === undefined ? {} : { asked }),
    ...(path === '' ? {} : { path }),
    ...contextPayload(statement, before),
    ...(objectives.length === 0 ? {} : { objectives }),
    ...(similar === undefined ? {} : { similar }),
    ...(coding === null ? {} : { reading: readingRow(coding, making) }),
  };
}

function placePayload({ page, lastPage, table, row, paragraph, at, text }: Place) {
  if (text === '') return {};
  return { place: at ?? [page, lastPage, table, row, paragraph] };
}

function contextPayload({ context }: Statement, before: ReadonlyMap<string, number>) {
  if (context.length === 0) return {};
  return { context: context.map((text) => before.get(text) ?? text) };
}

function readingRow(coding: NonNullable<Reading['coding']>, making: Making): ReadingRow {
  const { coder, kind, absent, codes } = coding;
  const rows = codes.flatMap((given) => codeRow(given, making));
  return [
    making.coders.numberOf(coder),
    kind === null ? -1 : KINDS.indexOf(kind),
    absent ? 1 : 0,
    rows,
  ];
}

/** A code that the run does not count is not shown either. */
function codeRow({ code, strength, score, evidence }: CodeAssignment, making: Making): CodeRow[] {
  const number = making.numbers.get(code);
  if (number === undefined) return [];
  const rows = evidence.map((piece) => evidenceRow(piece, making.patterns));
  return [[number, strength === 'substantive' ? 1 : 0, score, rows]];
}

function evidenceRow(piece: Evidence, patterns: Table): EvidenceRow {
  // The words of a heading are not on the page: its pattern stands for them.
  const spans = piece.in === 'heading' ? [] : piece.spans.flat();
  return [
    EVIDENCE_PLACES.indexOf(piece.in),
    patterns.numberOf(piece.pattern),
    piece.index ?? -1,
    ...spans,
  ];
}

/** The package's own entry would load its 80 languages; a page needs four. */
function countryNames({ documents }: RunResult): Payload['countries'] {
  const codes = new Set(documents.flatMap(({ document }) => document.metadata.country ?? []));
  const named = REPORT_LANGUAGES.map((lang) => {
    const names = load(`i18n-iso-countries/langs/${lang}.json`) as {
      countries: Record<string, string | string[]>;
    };
    const known = [...codes].sort().flatMap((code) => {
      const name = names.countries[countries.alpha3ToAlpha2(code) ?? ''];
      const first = Array.isArray(name) ? name[0] : name;
      return first === undefined ? [] : [[code, first] as const];
    });
    return [lang, Object.fromEntries(known)] as const;
  });
  return Object.fromEntries(named) as unknown as Payload['countries'];
}
