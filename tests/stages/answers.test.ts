/** Statements are assigned to the questions of a declared questionnaire. */
import { describe, expect, it } from 'vitest';
import { loadQuestionnaire, shippedQuestionnaire } from '../../src/adapters/questionnaire.js';
import type { Questionnaire } from '../../src/model/questionnaire.js';
import type { Statement } from '../../src/model/types.js';
import { answersOf } from '../../src/stages/answers.js';
import { buildDocument, buildQuestionnaire } from '../support/build.js';
import type { StatementSketch } from '../support/build.js';
import { missing, sharedLines } from '../support/shared.js';

const arab = loadQuestionnaire(shippedQuestionnaire('arab-region-2020') ?? '').questionnaire!;

function statements(...sketches: readonly Omit<StatementSketch, 'text'>[]): readonly Statement[] {
  return buildDocument({ id: 'x', statements: sketches.map((one) => ({ text: 'x', ...one })) })
    .statements;
}

/** Keys of the questions that statements answer; '-' where none is found. */
function keys(found: readonly Statement[]): string[] {
  return found.map(({ asked }) =>
    asked === undefined ? '-' : `${asked.section}.${asked.question}`,
  );
}

function keyOf(sketch: Omit<StatementSketch, 'text'>, questionnaire: Questionnaire = arab): string {
  return keys(answersOf('x', statements(sketch), questionnaire).statements)[0] ?? '';
}

describe('answersOf by labels', () => {
  it.each<[string | undefined, string | undefined, string]>([
    ['III', 'b', 'III.b'],
    ['iii', 'B', 'III.b'],
    ['3', '2', 'III.b'],
    ['3', 'ب', 'III.b'],
    ['3', 'أ', 'III.a'],
    ['2', 'هـ', 'II.e'],
    ['C', '2', 'III.b'],
    ['II', 'II.c', 'II.c'],
    [undefined, 'II.c', 'II.c'],
    ['2', '2.3', 'II.c'],
    ['I', '٢', 'I.b'],
    ['VI', 'a', '-'],
    ['V', 'c', '-'],
    [undefined, 'a', '-'],
  ])('section %s, question %s: %s', (section, question, expected) => {
    const sketch = {
      ...(section === undefined ? {} : { section }),
      ...(question === undefined ? {} : { question }),
    };
    expect(keyOf(sketch)).toBe(expected);
  });

  it('keeps labels that are numbers apart from the places of questions', () => {
    const numbered = buildQuestionnaire({ '1': { '3': [], '4': [] } });
    expect(keyOf({ section: '1', question: '4' }, numbered)).toBe('1.4');
    expect(keyOf({ section: '1', question: '1' }, numbered)).toBe('-');
  });
});

describe('answersOf by words', () => {
  it.each([
    ['IV.b', 'What challenges do you meet in mobilizing these means?', { section: 'IV' }],
    ['I.d', 'Were local authorities, such as municipalities, consulted?', {}],
    [
      'I.d',
      'Des communes et autres autorités locales (municipalités) ont-elles été consultées ?',
      {},
    ],
    ['I.d', 'هل جرت استشارة السلطات المحلية كالبلديات؟', {}],
    ['I.d', '¿Se consultó a las autoridades locales, por ejemplo a los municipios?', {}],
    ['V.b', 'How will you publish the findings before the international review in 2022?', {}],
    ['-', 'How many rivers cross the country?', {}],
    ['-', 'What are your policies?', {}],
  ])('%s: %s', (expected, questionText, place) => {
    expect(keyOf({ questionText, ...place })).toBe(expected);
  });

  it('finds a section by its title, and its only question without any words', () => {
    const titled = { ...buildQuestionnaire({ I: { a: [] }, II: { a: [] } }) };
    const sections = [
      { label: 'I', title: { en: 'Methodology' } },
      { label: 'II', title: { en: 'Next steps' } },
    ];
    expect(keyOf({ sectionTitle: 'METHODOLOGY' }, { ...titled, sections })).toBe('I.a');
  });

  it('finds most questions of a real review by their words alone, and none wrongly', () => {
    if (missing('gold/morocco-2020.units.jsonl')) return;
    const lines = sharedLines<{ id: string; question: string }>('gold/morocco-2020.units.jsonl');
    const expected = lines.map(({ id }) => id.split('.').slice(0, 2).join('.'));
    const found = keys(
      answersOf(
        'x',
        statements(...lines.map(({ question }) => ({ questionText: question.slice(3) }))),
        arab,
      ).statements,
    );
    const wrong = found.filter((key, at) => key !== '-' && key !== expected[at]);
    expect(wrong).toEqual([]);
    expect(new Set(found.filter((key) => key !== '-')).size).toBeGreaterThanOrEqual(22);
  });
});

describe('answersOf', () => {
  const two = buildQuestionnaire({ I: { a: [], b: [] } });

  it('lists the questions without a statement, and says how many statements fit none', () => {
    const given = statements({ section: 'I', question: 'a' }, {}, { section: 'II' });
    const { answering, issues } = answersOf('x', given, two);
    expect(answering).toMatchObject({ unanswered: ['I.b'] });
    expect(issues).toMatchObject([{ id: 'GCM147', severity: 'info', document: 'x' }]);
    expect(issues[0]!.message).toContain('2 statements');
  });

  it('leaves a questionnaire aside that nothing fits', () => {
    const { answering, issues } = answersOf('x', statements({ section: 'VII' }), two);
    expect(answering).toBeNull();
    expect(issues).toMatchObject([{ id: 'GCM147', severity: 'warning' }]);
  });

  it('does not know what a document without statements answers', () => {
    const { answering, issues } = answersOf('x', [], two);
    expect(answering).toEqual({ questionnaire: two, unanswered: null });
    expect(issues).toEqual([]);
  });
});
