/** What a declared questionnaire and documents that are not counted change in the reports. */
import { describe, expect, it } from 'vitest';
import type { CoverageBy } from '../../src/model/coverage.js';
import { REPORT_LANGUAGES, terminalMatrix } from '../../src/report/index.js';
import { buildDocument, buildQuestionnaire, buildRun, filesOf } from '../support/build.js';

const questionnaire = buildQuestionnaire({ I: { a: [7] }, II: { a: [7, 10] } });
const asked = { section: 'I', question: 'a' };
const DOCUMENTS = [
  buildDocument({
    id: 'original',
    country: 'XAA',
    questionnaire: 'test',
    answering: { questionnaire, unanswered: ['II.a'] },
    statements: [{ text: 'Victims were found.', codes: ['O07'], asked }],
  }),
  buildDocument({
    id: 'draft',
    country: 'XAA',
    versionOf: 'original',
    countedAs: 'original',
    licence: 'CC BY',
    statements: [{ text: 'Victims were sought.', codes: ['O10'] }],
  }),
];

const runBy = (by: CoverageBy): ReturnType<typeof buildRun> => buildRun(DOCUMENTS, { by });

/** What the page shows without its script. */
function shownOf(files: Record<string, string>): string {
  return files['report.html']!.split('<script')[0]!;
}

async function lines(name: string, by: CoverageBy): Promise<string[]> {
  return (await filesOf(runBy(by)))[name]!.split('\r\n');
}

describe('reports of a run with a questionnaire', () => {
  it('leave the counts of unanswered cells empty', async () => {
    const [head = '', ...rows] = await lines('coverage-objectives.csv', 'question');
    const at = head.split(',').indexOf('statements_substantive');
    const cells = rows.map((row) => row.split(',')).filter((row) => row.length > 1);
    expect(cells.map((row) => [row[1], row[3], row[5], row[at]])).toEqual([
      ['I.a', 'O07', 'covered', '1'],
      ['I.a', 'O10', 'not-asked', ''],
      ['I.a', 'O13', 'not-asked', ''],
      ['II.a', 'O07', 'unanswered', ''],
      ['II.a', 'O10', 'unanswered', ''],
      ['II.a', 'O13', 'unanswered', ''],
    ]);
  });

  it('name the question that a statement answers, and those without an answer', async () => {
    const [head = '', ...rows] = await lines('statements.csv', 'country');
    const column = head.split(',').indexOf('asked');
    expect(rows.slice(0, 2).map((row) => row.split(',')[column])).toEqual(['', 'I.a']);
    const records = (await filesOf(runBy('country')))
      ['documents.jsonl']!.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(records).toMatchObject([
      {
        id: 'draft',
        versionOf: 'original',
        countedAs: 'original',
        unanswered: null,
        licence: 'CC BY',
      },
      {
        id: 'original',
        versionOf: null,
        countedAs: 'original',
        unanswered: ['II.a'],
        questionnaire: 'test',
      },
    ]);
  });

  it('show both on the terminal', () => {
    const text = terminalMatrix(runBy('question'), { width: 100 });
    expect(text).toMatch(/II\.a Asks II\.a +- +- +-/u);
    expect(text).toMatch(/I\.a Asks I\.a +1 +\/ +\//u);
  });

  it.each(REPORT_LANGUAGES)('say them on the page in %s', async (lang) => {
    const page = shownOf(await filesOf(runBy('question'), lang, ['html']));
    expect(page).toContain('<td class="unanswered">');
    expect(page).toContain(lang === 'fr' ? 'II.a Demande II.a' : 'II.a Asks II.a');
    const words = {
      en: 'Asked, not answered',
      fr: 'Demandé, sans réponse',
      es: 'Preguntado, sin respuesta',
      ar: 'سُئل عنه دون إجابة',
    };
    expect(page).toContain(words[lang]);
  });

  it('do not speak of questionnaires where none is declared', async () => {
    const page = shownOf(await filesOf(buildRun([]), 'en', ['html']));
    expect(page).not.toContain('Asked, not answered');
  });
});
