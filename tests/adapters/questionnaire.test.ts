/** Questionnaires: their schema, and those that ship. */
import { describe, expect, it } from 'vitest';
import {
  loadQuestionnaire,
  parseQuestionnaire,
  shippedQuestionnaire,
  shippedQuestionnaires,
} from '../../src/adapters/questionnaire.js';

const GOOD = `id: own
title: { en: Own }
source: ours
sections:
  - label: A
    title: { en: Method }
    objectives: none
    questions:
      - label: '1'
        text: { en: How }
      - label: '2'
        text: { en: Trafficking }
        objectives: [10, 9]
  - label: B
    title: { fr: Suite }
    questions:
      - label: '1'
        text: { fr: Quoi }
`;

describe('questionnaires', () => {
  it('take what a question asks for from it, its section, or all objectives', () => {
    const { questionnaire, issues } = parseQuestionnaire('q.yaml', GOOD);
    expect(issues).toEqual([]);
    expect(questionnaire?.questions.map(({ key, objectives }) => [key, objectives])).toEqual([
      ['A.1', []],
      ['A.2', [9, 10]],
      ['B.1', Array.from({ length: 23 }, (_, at) => at + 1)],
    ]);
  });

  it.each([
    ['sections:', 'section:', "unknown name 'section'", '4:1', "Did you mean 'sections'?"],
    ['questions:', 'question:', "unknown name 'question'", '8:5', "Did you mean 'questions'?"],
    ['source: ours\n', '', "must have required property 'source'", '1:1', 'corpora/README.md'],
    ['[10, 9]', '[10, 24]', 'must be <= 23', '13:', 'corpora/README.md'],
    ['[10, 9]', 'some', "'sections.0.questions.1.objectives'", '13:9', ''],
    [
      "label: '2'",
      "label: '1'",
      "label 'A.1' stands here for a second time",
      '11:9',
      'of their own',
    ],
    ['{ en: Own }', '{ de: Eigen }', "unknown name 'de'", '2:', 'Allowed: ar, en, es'],
    ['id: own', 'id: [', 'Flow sequence', '', ''],
  ])('with %j for %j are refused', (right, wrong, message, place, hint) => {
    const { questionnaire, issues } = parseQuestionnaire('q.yaml', GOOD.replace(right, wrong));
    expect(questionnaire).toBeNull();
    expect(issues[0]).toMatchObject({ id: 'GCM142', severity: 'error', document: 'q.yaml' });
    expect(issues.map((issue) => issue.message).join('\n')).toContain(message);
    expect(issues.map((issue) => issue.place).join(' ')).toContain(place);
    expect(issues.map((issue) => issue.hint).join('\n')).toContain(hint);
  });

  it.each(shippedQuestionnaires())('%s is complete', (name) => {
    const { questionnaire, issues } = loadQuestionnaire(shippedQuestionnaire(name) ?? '');
    expect(issues).toEqual([]);
    expect(questionnaire?.id).toBe(name);
    for (const texts of [
      questionnaire!.title,
      ...questionnaire!.sections.map(({ title }) => title),
      ...questionnaire!.questions.map(({ text }) => text),
    ])
      expect(Object.keys(texts).sort()).toEqual(['ar', 'en', 'es', 'fr']);
  });

  it('include the Arab region template with its five sections', () => {
    const { questionnaire } = loadQuestionnaire(shippedQuestionnaire('arab-region-2020') ?? '');
    const count = (label: string): number =>
      questionnaire!.questions.filter(({ section }) => section === label).length;
    expect(questionnaire!.sections.map(({ label }) => [label, count(label)])).toEqual([
      ['I', 8],
      ['II', 7],
      ['III', 4],
      ['IV', 3],
      ['V', 2],
    ]);
    expect(
      questionnaire!.questions.filter(({ objectives }) => objectives.length === 0),
    ).toHaveLength(8);
  });

  it('are not known by any other name', () => {
    expect(shippedQuestionnaire('arab-region-2021')).toBeNull();
    expect(shippedQuestionnaire('../schema/questionnaire')).toBeNull();
    expect(loadQuestionnaire('/nowhere.yaml')).toEqual({ questionnaire: null, issues: [] });
  });
});
