import { readingsOf, type Reading } from '../measures/coverage.js';
import { placeFinder } from '../measures/place.js';
import type { CodeKind } from '../model/coverage.js';
import type { Place } from '../model/inspection.js';
import type { SimilarStatement } from '../model/similar.js';
import type { CodedDocument, Statement, Strength } from '../model/types.js';
import { csvFile, type CsvColumn } from './csv.js';
import type { RunResult } from './run-result.js';

/** A statement with what its columns are made from. */
export interface StatementRecord extends Reading {
  readonly coded: CodedDocument;
  readonly kindOf: ReadonlyMap<string, CodeKind>;
  readonly place: Place;
  readonly similar: readonly SimilarStatement[];
}

type Column = CsvColumn<StatementRecord>;

/** statements.csv: one statement a record, with the codes of the coding that counts. */
export function statementsCsv(run: RunResult): Generator<string> {
  return csvFile(STATEMENT_COLUMNS, statementRecords(run));
}

/** The statements of a run in reading order. */
export function* statementRecords(run: RunResult): Generator<StatementRecord> {
  const kindOf = new Map(run.codes.map(({ code, kind }) => [code, kind]));
  for (const coded of run.documents) {
    const placeAt = placeFinder(coded.document);
    for (const reading of readingsOf(coded))
      yield {
        ...reading,
        coded,
        kindOf,
        place: placeAt(reading.statement.spans),
        similar: run.similar[reading.statement.id] ?? [],
      };
  }
}

function codesOf(kind: CodeKind, strength: Strength): Column['value'] {
  return ({ coding, kindOf }) =>
    coding?.codes
      .filter((given) => kindOf.get(given.code) === kind && given.strength === strength)
      .map(({ code }) => code)
      .join(' ');
}

/** The question of the declared questionnaire that a statement answers ("II.e"). */
function askedOf({ asked }: Statement): string | undefined {
  return asked && `${asked.section}.${asked.question}`;
}

function column(name: string, value: Column['value']): Column {
  return { name, value };
}

/** The columns of statements.csv. */
export const STATEMENT_COLUMNS: readonly Column[] = [
  column('document', ({ coded }) => coded.document.id),
  column('country', ({ coded }) => coded.document.metadata.country),
  column('region', ({ coded }) => coded.document.metadata.region),
  column('year', ({ coded }) => coded.document.metadata.year),
  column('round', ({ coded }) => coded.document.metadata.round),
  column('statement', ({ statement }) => statement.id),
  column('section', ({ statement }) => statement.section),
  column('section_title', ({ statement }) => statement.sectionTitle),
  column('question', ({ statement }) => statement.question),
  column('question_text', ({ statement }) => statement.questionText),
  column('asked', ({ statement }) => askedOf(statement)),
  column('path', ({ statement }) => statement.path),
  column('parent', ({ statement }) => statement.parent),
  column('context', ({ statement }) => statement.context.join(' > ')),
  column('language', ({ statement }) => statement.language),
  column('language_method', ({ statement }) => statement.detection.method),
  column('language_confidence', ({ statement }) => statement.detection.confidence),
  column('spans', ({ statement }) =>
    statement.spans.map(([start, end]) => `${start}:${end}`).join(' '),
  ),
  column('page', ({ place }) => place.page),
  column('table', ({ place }) => place.table),
  column('row', ({ place }) => place.row),
  column('paragraph', ({ place }) => place.paragraph),
  column('place', ({ place }) => place.text),
  column('stated_objectives', ({ statement }) => statement.objectives.join(' ')),
  column('coder', ({ coding }) => coding?.coder),
  column('read', ({ coding }) => coding !== null),
  column('kind', ({ coding }) => coding?.kind),
  column('absent', ({ coding }) => coding?.absent),
  column('objectives_substantive', codesOf('objective', 'substantive')),
  column('objectives_mention', codesOf('objective', 'mention')),
  column('themes_substantive', codesOf('theme', 'substantive')),
  column('themes_mention', codesOf('theme', 'mention')),
  column('similar', ({ similar }) => similar.map((one) => one.statement).join(' ')),
  column('text', ({ statement }) => statement.text),
];
