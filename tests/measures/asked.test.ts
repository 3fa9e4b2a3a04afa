/** Silences told apart: not asked, asked and unanswered, not mentioned, not readable; and who is counted. */
import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/measures/coverage.js';
import type { CoverageBy } from '../../src/model/coverage.js';
import type { CodedDocument } from '../../src/model/types.js';
import { buildDocument, buildQuestionnaire } from '../support/build.js';
import type { StatementSketch } from '../support/build.js';

const CODES = [7, 10, 13].map((objective) => ({
  code: `O${String(objective).padStart(2, '0')}`,
  kind: 'objective' as const,
  objective,
}));
const THEME = [{ code: 'data', kind: 'theme' as const }];

/** I asks for nothing; II.a for 7 and 10, II.b for 10 alone. */
const QUESTIONNAIRE = buildQuestionnaire({ I: { a: [] }, II: { a: [7, 10], b: [10] } });

function answer(key: string, ...codes: string[]): StatementSketch {
  const [section = '', question = ''] = key.split('.');
  return { text: key, codes, asked: { section, question } };
}

function document(
  id: string,
  unanswered: readonly string[] | null,
  ...statements: readonly StatementSketch[]
): CodedDocument {
  const answering = { questionnaire: QUESTIONNAIRE, unanswered };
  return buildDocument({ id, country: 'XAA', answering, statements });
}

const answered = document('a', ['II.b'], answer('I.a'), answer('II.a', 'O07'));
const methodOnly = document('b', ['II.a', 'II.b'], answer('I.a'));
const unread = document('c', null);
const other = buildDocument({ id: 'd', country: 'XAA', statements: [{ text: 'x', codes: [] }] });
const spoken = document('e', ['II.a', 'II.b'], answer('I.a', 'O07~', 'O13'));

function statuses(
  documents: readonly CodedDocument[],
  by: CoverageBy,
  codes: Parameters<typeof coverage>[1] = CODES,
): string[] {
  const { rows } = coverage(documents, codes, by);
  return rows.map(({ key, cells }) => `${key}: ${cells.map(({ status }) => status).join(' ')}`);
}

describe('coverage with a questionnaire', () => {
  it.each<[string, CodedDocument[], string]>([
    ['asked and answered', [answered], 'covered not-mentioned not-asked'],
    ['no answer to what asks for it', [methodOnly], 'unanswered unanswered not-asked'],
    ['nothing could be read', [unread], 'not-readable not-readable not-asked'],
    ['one of two answers', [answered, methodOnly], 'covered not-mentioned not-asked'],
    ['one of two could be read', [methodOnly, unread], 'unanswered unanswered not-asked'],
    ['another was asked nobody knows what', [methodOnly, other], `${'not-mentioned '.repeat(3)}`],
    ['spoken of without being asked', [spoken], 'mentioned unanswered covered'],
  ])('by country: %s', (_, documents, expected) => {
    expect(statuses(documents, 'country')).toEqual([`XAA: ${expected.trim()}`]);
  });

  it('has a row for every question asked, also where nobody answers', () => {
    expect(statuses([answered], 'question')).toEqual([
      'I.a: not-asked not-asked not-asked',
      'II.a: covered not-mentioned not-asked',
      'II.b: unanswered unanswered unanswered',
    ]);
    expect(statuses([methodOnly], 'section')).toEqual([
      'I: not-asked not-asked not-asked',
      'II: unanswered unanswered unanswered',
    ]);
    expect(statuses([unread], 'section')).toEqual([
      'I: not-readable not-readable not-readable',
      'II: not-readable not-readable not-readable',
    ]);
  });

  it('takes every question to ask for themes', () => {
    expect(statuses([answered], 'question', THEME)).toEqual([
      'I.a: not-mentioned',
      'II.a: not-mentioned',
      'II.b: unanswered',
    ]);
  });

  it('counts those asked as documents of a row, and those that speak as read', () => {
    const { rows } = coverage([answered, methodOnly], CODES, 'question');
    expect(rows.map(({ documents, documentsRead }) => [documents, documentsRead])).toEqual([
      [2, 2],
      [2, 1],
      [2, 0],
    ]);
  });

  it('labels rows with the summary, unless two questionnaires call them differently', () => {
    const [, second] = coverage([answered], CODES, 'question').rows;
    expect(second).toMatchObject({ label: 'II.a Asks II.a', titles: { fr: 'Demande II.a' } });
    const questionnaire = buildQuestionnaire({ II: { a: [7] } }, 'another');
    const two = buildDocument({ id: 'z', answering: { questionnaire, unanswered: ['II.a'] } });
    const row = coverage([answered, two], CODES, 'question').rows[1];
    expect(row).toMatchObject({ key: 'II.a', label: 'II.a' });
    expect(row).not.toHaveProperty('titles');
  });

  it('files a statement under the question that it answers, whatever the document calls it', () => {
    const statement = { ...answer('II.a', 'O07'), section: '2', question: 'أ' };
    expect(statuses([document('f', ['I.a', 'II.b'], statement)], 'question')[1]).toBe(
      'II.a: covered not-mentioned not-asked',
    );
  });
});

describe('documents that stand for others', () => {
  it('are not counted', () => {
    const draft: CodedDocument = { ...spoken, countedAs: 'a' };
    expect(coverage([answered, draft], CODES, 'country')).toEqual(
      coverage([answered], CODES, 'country'),
    );
    expect(coverage([draft], CODES, 'question').rows).toEqual([]);
  });
});
