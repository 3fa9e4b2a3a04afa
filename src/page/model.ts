/** Makes the run again from what the page carries, so that it is counted by the same functions as everywhere. */
import type { Place } from '../model/inspection.js';
import type { SimilarStatement } from '../model/similar.js';
import type { CodedDocument, Coding, Kind, Language, Statement } from '../model/types.js';
import { EVIDENCE_PLACES, KINDS } from '../model/types.js';
import type {
  CodeRow,
  DocumentPayload,
  EvidenceRow,
  Payload,
  StatementPayload,
} from '../report/html/payload.js';

/** A statement with where it belongs and how it was coded. */
export interface Item {
  /** Number over the whole run, in reading order. */
  readonly at: number;
  readonly coded: CodedDocument;
  readonly statement: Statement;
  readonly coding: Coding | null;
  readonly similar: readonly SimilarStatement[];
  /** Null where it is not known. */
  readonly place: Omit<Place, 'text'> | null;
}

/** The run as the page works with it. */
export interface Model {
  readonly payload: Payload;
  /** Statements in place; codings by the first coder that counts. */
  readonly documents: readonly CodedDocument[];
  /** Documents that gave no text, with the ids of the issues that say why. */
  readonly unreadable: ReadonlyMap<string, readonly string[]>;
  readonly items: readonly Item[];
  readonly byId: ReadonlyMap<string, Item>;
}

/** The run that the page carries. */
export function modelOf(payload: Payload): Model {
  const documents: CodedDocument[] = [];
  const items: Item[] = [];
  for (const each of payload.documents) {
    const coded = documentOf(each, payload);
    documents.push(coded);
    const codings = new Map(coded.codings.map((coding) => [coding.statement, coding]));
    for (const [i, statement] of coded.statements.entries())
      items.push({
        at: items.length,
        coded,
        statement,
        coding: codings.get(statement.id) ?? null,
        similar: each.statements[i]?.similar ?? [],
        place: placeOf(each.statements[i]?.place),
      });
  }
  const unreadable = new Map(
    payload.documents.flatMap(({ id, unreadable: ids }) => (ids ? [[id, ids] as const] : [])),
  );
  const byId = new Map(items.map((item) => [item.statement.id, item]));
  return { payload, documents, items, byId, unreadable };
}

function placeOf(made: StatementPayload['place']): Item['place'] {
  if (made === undefined) return null;
  const numbers = typeof made === 'string' ? [] : made;
  const [page = null, lastPage = null, table = null, row = null, paragraph = null] = numbers;
  return { page, lastPage, table, row, paragraph, at: typeof made === 'string' ? made : null };
}

function documentOf(made: DocumentPayload, payload: Payload): CodedDocument {
  const { id, metadata, countedAs, answering, unanswered } = made;
  const language = made.language as Language;
  const statements = made.statements.map((each) => statementOf(each, made, payload));
  const questionnaire = payload.questionnaires[answering ?? -1];
  return {
    document: {
      id,
      source: { path: made.path, sha256: '', mediaType: '' },
      metadata,
      text: '',
      blocks: [],
    },
    detection: { language, method: 'none', confidence: 0 },
    statements,
    codings: made.statements.flatMap((each, i) =>
      codingsOf(each, statements[i]?.id ?? '', payload),
    ),
    issues: [],
    ...(questionnaire === undefined
      ? {}
      : { answering: { questionnaire, unanswered: unanswered ?? null } }),
    ...(countedAs === undefined ? {} : { countedAs }),
  };
}

function statementOf(made: StatementPayload, home: DocumentPayload, { texts }: Payload): Statement {
  const language = (made.language ?? home.language) as Language;
  return {
    id: made.id.startsWith('#') ? home.id + made.id : made.id,
    document: home.id,
    spans: [],
    text: made.text,
    language,
    detection: { language, method: 'none', confidence: 0 },
    section: made.section ?? null,
    sectionTitle: made.sectionTitle === undefined ? null : (texts[made.sectionTitle] ?? null),
    question: made.question ?? null,
    questionText: made.questionText === undefined ? null : (texts[made.questionText] ?? null),
    path: made.path ?? '',
    parent: null,
    context: (made.context ?? []).map((above) =>
      typeof above === 'string' ? above : (home.statements[above]?.text ?? ''),
    ),
    objectives: made.objectives ?? [],
    objectiveHeading: null,
    hasChildren: false,
    ...(made.asked === undefined ? {} : { asked: made.asked }),
  };
}

function codingsOf({ reading }: StatementPayload, statement: string, payload: Payload): Coding[] {
  if (reading === undefined) return [];
  const [coder, kind, absent, codes] = reading;
  return [
    {
      statement,
      coder: payload.coders[coder] ?? '',
      kind: (KINDS[kind] ?? null) as Kind | null,
      absent: absent === 1,
      codes: codes.map((row) => assignmentOf(row, payload)),
    },
  ];
}

function assignmentOf(
  [code, substantive, score, evidence]: CodeRow,
  payload: Payload,
): Coding['codes'][number] {
  return {
    code: payload.codes[code]?.code ?? '',
    strength: substantive === 1 ? 'substantive' : 'mention',
    score,
    evidence: evidence.map((row) => evidenceOf(row, payload)),
  };
}

function evidenceOf(
  [where = 0, pattern = -1, index = -1, ...flat]: EvidenceRow,
  { patterns }: Payload,
): Coding['codes'][number]['evidence'][number] {
  const spans = flat.flatMap((start, i) =>
    i % 2 === 0 ? [[start, flat[i + 1] ?? start] as const] : [],
  );
  return {
    in: EVIDENCE_PLACES[where] ?? 'text',
    spans,
    quote: '',
    pattern: patterns[pattern] ?? '',
    ...(index < 0 ? {} : { index }),
  };
}
