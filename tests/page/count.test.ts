/** What report.html counts is what coverage.json counts. */
import { describe, expect, it } from 'vitest';
import { runCorpus } from '../../src/index.js';
import { COVERAGE_BY } from '../../src/model/coverage.js';
import type { CoverageBy } from '../../src/model/coverage.js';
import { countedBy } from '../../src/report/saved/restore.js';
import { payloadOf } from '../../src/report/html/payload.js';
import type { Payload } from '../../src/report/html/payload.js';
import { sortedRun } from '../../src/report/sorted.js';
import {
  columnsOf,
  countedItems,
  coverageOf,
  found,
  headingsOf,
  itemsByRow,
  shownFor,
} from '../../src/page/count.js';
import type { Filter } from '../../src/page/count.js';
import { standingOf } from '../../src/measures/standing.js';
import { modelOf } from '../../src/page/model.js';
import { buildDocument, buildQuestionnaire, buildRun } from '../support/build.js';
import { root } from '../support/cli.js';
import { DOCUMENTS } from '../report/sample.js';
import type { RunResult } from '../../src/index.js';

const NO_FILTER: Filter = { language: '', kind: '', strength: '', score: 0 };

/** The model of a run as a page gets it: through JSON. */
function modelFor(run: RunResult) {
  return modelOf(JSON.parse(JSON.stringify(payloadOf(sortedRun(run), 'en'))) as Payload);
}

const questionnaire = buildQuestionnaire({ I: { a: [7] }, II: { a: [7, 10] } });
const RUN = buildRun([
  ...DOCUMENTS,
  buildDocument({
    id: 'asked',
    country: 'XAD',
    round: '2024',
    answering: { questionnaire, unanswered: ['II.a'] },
    statements: [
      { text: 'Victims were found.', codes: ['O07'], asked: { section: 'I', question: 'a' } },
      { text: 'Not seen by anybody.' },
    ],
  }),
  buildDocument({
    id: 'draft',
    versionOf: 'asked',
    countedAs: 'asked',
    statements: [{ text: 'Old.', codes: ['O10'] }],
  }),
]);

describe('what the page counts', () => {
  it.each(COVERAGE_BY)('is what coverage.json has by %s', (by: CoverageBy) => {
    const run = countedBy(RUN, by);
    const model = modelFor(RUN);
    expect(coverageOf(model, 'objectives', by, NO_FILTER)).toEqual(run.coverage.objectives);
    expect(coverageOf(model, 'themes', by, NO_FILTER)).toEqual(run.coverage.themes);
  });

  it('is what coverage.json has of the sample corpus, and each cell has its statements', async () => {
    const { result } = await runCorpus([`${root}/corpora/sample`], { by: 'country', date: null });
    const model = modelFor(result);
    for (const by of COVERAGE_BY) {
      const { objectives } = countedBy(result, by).coverage;
      expect(coverageOf(model, 'objectives', by, NO_FILTER)).toEqual(objectives);
      const rows = itemsByRow(countedItems(model, NO_FILTER), by);
      for (const row of objectives.rows)
        for (const [i, column] of columnsOf('objectives', result.codes).entries()) {
          const cell = row.cells[i]!;
          const shown = shownFor(rows.get(row.key) ?? [], column);
          const kinds = Object.values(cell.kinds).reduce((sum, n) => sum + n, 0);
          const withoutKind = shown.filter(({ coding }) => coding?.kind === null).length;
          expect(shown.length).toBe(kinds + withoutKind);
          expect(cell.status === 'covered').toBe(
            ![
              'lacking',
              'mentioned',
              'not-mentioned',
              'unanswered',
              'not-asked',
              'not-readable',
            ].includes(standingOf(shown, cell.status)) ||
              shown.some(
                ({ coding, given }) =>
                  given?.strength === 'substantive' &&
                  !coding?.absent &&
                  coding?.kind !== 'introducer',
              ),
          );
        }
    }
  });

  it('counts kinds and round tables, each statement once', () => {
    const run = buildRun([
      buildDocument({
        id: 'a',
        country: 'XAA',
        statements: [
          { text: 'Both of one table.', kind: 'result', codes: ['O07', 'O10'] },
          { text: 'Missing.', kind: 'need', absent: true, codes: ['O07'] },
          { text: 'For:', kind: 'introducer', codes: [] },
          { text: 'Unread.' },
        ],
      }),
    ]);
    const codes = run.codes.map((code) =>
      code.kind === 'objective' ? { ...code, roundTable: 2 } : code,
    );
    const model = modelFor({ ...run, codes });
    const [tables] = coverageOf(model, 'clusters', 'country', NO_FILTER).rows;
    expect(tables?.cells).toMatchObject([{ code: 'table-2', substantive: 1, absent: 1 }]);
    const [kinds] = coverageOf(model, 'kinds', 'country', NO_FILTER).rows;
    const numbers = kinds?.cells.map(({ code, kinds: counts }) => counts[code as 'need']);
    expect(numbers).toEqual([1, 0, 0, 0, 1, 0, 1]);
  });

  it('leaves out what a filter leaves out', () => {
    const model = modelFor(RUN);
    const sum = (filter: Partial<Filter>): number =>
      coverageOf(model, 'objectives', 'country', { ...NO_FILTER, ...filter })
        .rows.flatMap(({ cells }) => cells)
        .reduce((n, { substantive, mention, absent }) => n + substantive + mention + absent, 0);
    expect(sum({})).toBe(4);
    expect(sum({ language: 'ar' })).toBe(1);
    expect(sum({ kind: 'result' })).toBe(1);
    expect(sum({ strength: 'mention' })).toBe(1);
    expect(sum({ score: 0.5 })).toBe(3);
    expect(sum({ score: 0.9 })).toBe(0);
  });

  it('tells a round table asked for nothing from one that is not mentioned', () => {
    const asked = buildQuestionnaire({ I: { a: [7] } });
    const run = buildRun([
      buildDocument({
        id: 'a',
        country: 'XAA',
        answering: { questionnaire: asked, unanswered: [] },
        statements: [{ text: 'No.', codes: [], asked: { section: 'I', question: 'a' } }],
      }),
    ]);
    const tables: Record<string, number> = { O07: 1, O10: 2, O13: 2 };
    const codes = run.codes.map((code) => ({ ...code, roundTable: tables[code.code] ?? 1 }));
    const [row] = coverageOf(modelFor({ ...run, codes }), 'clusters', 'country', NO_FILTER).rows;
    expect(row?.cells.map(({ status }) => status)).toEqual(['not-mentioned', 'not-asked']);
  });
});

describe('what the page says of statements', () => {
  it('is in the right place of the right text', () => {
    const model = modelFor(RUN);
    const item = model.items.find(({ coded }) => coded.document.id === 'xaa-2020');
    const [piece] = item?.coding?.codes[0]?.evidence ?? [];
    const [start = 0, end = 0] = piece?.spans[0] ?? [];
    expect(item?.statement.text.slice(start, end)).toBe('traite des êtres humains');
    expect(item?.place).toMatchObject({ page: 3, table: 1, row: 4 });
    const statements = item?.coded.statements ?? [];
    expect(statements[2]?.context).toEqual(['Besoins en matière de traite :']);
    expect(statements.map(({ id }) => id)).toEqual(
      RUN.documents[0]?.statements.map(({ id }) => id),
    );
  });

  it.each([
    [[['O07', 'result', false]], 'results'],
    [
      [
        ['O07', 'plan', false],
        ['O07', 'action', false],
      ],
      'actions',
    ],
    [[['O07', 'plan', false]], 'planned'],
    [[['O07', 'context', false]], 'described'],
    [[['O07', 'challenge', false]], 'lacking'],
    [[['O07', 'result', true]], 'lacking'],
    [[['O07~', 'result', false]], 'mentioned'],
    [[['O10', 'result', false]], 'not-mentioned'],
  ] as const)('%j stands for %s', (given, standing) => {
    const statements = given.map(([code, kind, absent], i) => ({
      text: `n${i}`,
      codes: [code],
      kind,
      absent,
    }));
    const run = buildRun([buildDocument({ id: 'a', country: 'XAA', statements })]);
    const model = modelFor(run);
    const rows = itemsByRow(countedItems(model, NO_FILTER), 'country');
    const shown = shownFor(rows.get('XAA') ?? [], { key: 'O07', codes: ['O07'] });
    const { status } = run.coverage.objectives.rows[0]!.cells[0]!;
    expect(standingOf(shown, status)).toBe(standing);
  });

  it('sets headings beside what the text supports', () => {
    const run = buildRun([
      buildDocument({
        id: 'a',
        statements: [
          { text: 'yes', objectives: [7], codes: ['O07'] },
          { text: 'no', objectives: [7], codes: ['O10'] },
          { text: 'elsewhere', codes: ['O07'] },
          { text: 'unread', objectives: [7] },
        ],
      }),
    ]);
    expect(headingsOf(modelFor(run).items, 7, 'O07')).toEqual({ claimed: 2, supported: 1 });
  });

  it('finds words whatever their accents and ways of writing', () => {
    const texts = ['Égalité des CHANCES', 'الإجراءات المتّخذة', 'Straße'];
    const run = buildRun([buildDocument({ id: 'a', statements: texts.map((text) => ({ text })) })]);
    const { items } = modelFor(run);
    const search = (words: string): string[] =>
      found(items, words).map(({ statement }) => statement.text);
    expect(search('chances egalite')).toEqual([texts[0]]);
    expect(search('الاجراءات المتخذه')).toEqual([texts[1]]);
    expect(search('strasse')).toEqual([texts[2]]);
    expect(search('')).toEqual(texts);
    expect(search('nothing')).toEqual([]);
  });
});
