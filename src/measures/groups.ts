/** Sorts statements into the rows of a coverage. */
import type { CoverageBy } from '../model/coverage.js';
import { textIn, type TextsByLanguage } from '../model/questionnaire.js';
import type { CodedDocument, Statement } from '../model/types.js';
import { readingsOf, rowKey, type Reading } from './readings.js';

/** The documents and statements of one row. */
export interface Group {
  readonly key: string;
  /** What the documents themselves call a section or question. */
  readonly labels: Set<string>;
  /** What declared questionnaires call it, by their ids. */
  readonly titles: Map<string, TextsByLanguage>;
  /** Documents that belong to the row: of a section or question those that were asked it or speak there. */
  readonly documents: Set<CodedDocument>;
  readonly readings: Reading[];
}

/** The rows that documents have statements in, and those that their questionnaires ask for. */
export function groupReadings(
  documents: readonly CodedDocument[],
  by: CoverageBy,
  counts?: (coder: string) => boolean,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const coded of documents) {
    if (by !== 'section' && by !== 'question')
      groupAt(groups, rowKey(coded, null, by)).documents.add(coded);
    else addAsked(groups, coded, by);
    for (const reading of readingsOf(coded, counts)) {
      const group = groupAt(groups, rowKey(coded, reading.statement, by));
      group.documents.add(coded);
      group.labels.add(partTitle(reading.statement, by));
      group.readings.push(reading);
    }
  }
  return groups;
}

function addAsked(
  groups: Map<string, Group>,
  coded: CodedDocument,
  by: 'section' | 'question',
): void {
  const questionnaire = coded.answering?.questionnaire;
  if (questionnaire === undefined) return;
  const parts =
    by === 'section'
      ? questionnaire.sections.map(({ label, title }) => ({ key: label, texts: title }))
      : questionnaire.questions.map(({ key, text }) => ({ key, texts: text }));
  for (const { key, texts } of parts) {
    const group = groupAt(groups, key);
    group.documents.add(coded);
    group.titles.set(questionnaire.id, texts);
  }
}

function groupAt(groups: Map<string, Group>, key: string): Group {
  const found = groups.get(key);
  if (found) return found;
  const group: Group = {
    key,
    labels: new Set(),
    titles: new Map(),
    documents: new Set(),
    readings: [],
  };
  groups.set(key, group);
  return group;
}

function partTitle(statement: Statement, by: CoverageBy): string {
  if (by === 'section') return statement.sectionTitle ?? '';
  return by === 'question' ? (statement.questionText ?? '') : '';
}

/** The titles that the one questionnaire of a row gives it; null where none does, or several do. */
export function titlesOf({ titles }: Group): TextsByLanguage | null {
  const [only, other] = [...titles.values()];
  return only !== undefined && other === undefined ? only : null;
}

/** The key with its title; without one where documents title the same part differently. */
export function labelOf(group: Group): string {
  const { key, labels, titles } = group;
  const asked = titlesOf(group);
  if (asked !== null) return `${key} ${textIn(asked, 'en')}`;
  const own = [...labels].filter((title) => title !== '');
  return titles.size === 0 && own.length === 1 ? [key, own[0]].filter(Boolean).join(' ') : key;
}
