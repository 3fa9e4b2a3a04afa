/** A run that is read back from its files is the run that was written. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRun, recountRun, runCorpus, writeRun } from '../../src/index.js';
import type { RunResult } from '../../src/index.js';
import { COVERAGE_BY } from '../../src/model/coverage.js';
import { sortedRun } from '../../src/report/sorted.js';
import {
  ALL_FORMATS,
  buildDocument,
  buildQuestionnaire,
  buildRun,
  evidenceFor,
  filesOf,
  assignment,
} from '../support/build.js';
import { root } from '../support/cli.js';
import { DOCUMENTS, RUN } from '../report/sample.js';

const folder = mkdtempSync(join(tmpdir(), 'saved-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const questionnaire = buildQuestionnaire({ I: { a: [7] }, II: { a: [7, 10] } });
const CUT = 'Victims of traffick-ing in persons were 👩‍👧 helped.';

/** A statement in two pieces, a heading, context that no statement holds, drafts, and what is left empty. */
const ODD = [
  ...DOCUMENTS,
  buildDocument({
    id: 'original',
    country: 'XAA',
    round: '2024',
    questionnaire: 'test',
    sourceAddress: 'https://example.org/a',
    licence: 'CC BY',
    answering: { questionnaire, unanswered: ['II.a'] },
    statements: [{ text: 'Victims.', codes: ['O07'], asked: { section: 'I', question: 'a' } }],
  }),
  buildDocument({
    id: 'unread',
    questionnaire: 'test',
    answering: { questionnaire, unanswered: null },
  }),
  buildDocument({ id: 'draft', versionOf: 'original', countedAs: 'original' }),
  cutDocument(),
];

function cutDocument() {
  const coded = buildDocument({
    id: 'cut',
    language: 'en',
    statements: [
      {
        text: CUT,
        codes: [
          assignment('O10', [
            evidenceFor(CUT, 'traffick-ing', 'O10/en/trafficking'),
            { in: 'context', index: 0, spans: [[0, 4]], quote: 'gone', pattern: 'O10/en/gone' },
            { in: 'heading', spans: [[0, 7]], quote: 'Victims', pattern: 'O10/heading' },
          ]),
        ],
      },
    ],
  });
  const [statement] = coded.statements;
  const cut = CUT.indexOf('ing');
  const spans = [
    [0, cut],
    [cut, CUT.length],
  ] as const;
  return {
    ...coded,
    statements: [{ ...statement!, spans, context: ['gone'], objectiveHeading: [0, 7] as const }],
  };
}

async function written(run: RunResult, name: string): Promise<string> {
  const directory = join(folder, name);
  await writeRun({ result: run }, directory, { language: 'en' });
  return directory;
}

async function expectSame(run: RunResult, name: string): Promise<void> {
  const { result } = await readRun(await written(run, name));
  expect(result).toEqual(sortedRun(run));
  expect(await filesOf(result, 'ar')).toEqual(await filesOf(run, 'ar'));
}

describe('a saved run', () => {
  it('is read back as it was: failures, drafts, questionnaire, text in pieces', async () => {
    const run = buildRun(ODD, { failures: RUN.failures });
    await expectSame({ ...run, names: { XAA: 'Country A' } }, 'odd');
  });

  it('is read back as it was: no document', () => expectSame(buildRun([]), 'none'));

  it('gives every format of the sample corpus anew, byte for byte, by any unit', async () => {
    const sample = [join(root, 'corpora', 'sample')];
    const { result } = await runCorpus(sample, { by: 'country', date: null });
    await expectSame(result, 'sample');
    const read = await readRun(join(folder, 'sample'));
    for (const by of COVERAGE_BY) {
      const again = await runCorpus(sample, { by, date: null });
      const formats = ALL_FORMATS.filter((format) => format !== 'xlsx');
      expect(await filesOf(await recountRun(read.result, by), 'fr', formats), by).toEqual(
        await filesOf(again.result, 'fr', formats),
      );
    }
  }, 60_000);
});

describe('a folder that no run can be read from', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await written(RUN, 'broken');
  });

  /** Reads the folder with one file changed, which is put back afterwards. */
  async function readWith(file: string, change: (path: string) => void): Promise<unknown> {
    const path = join(directory, file);
    const before = readFileSync(path);
    change(path);
    try {
      return await readRun(directory).then(
        () => null,
        (error: unknown) => error,
      );
    } finally {
      writeFileSync(path, before);
    }
  }

  const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

  it.each([
    ['is missing a file', 'codings.jsonl', 'GCM150', (path: string) => rmSync(path)],
    [
      'is of another version',
      'run.json',
      'GCM151.*schemaVersion 1',
      (path: string) =>
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(/"schemaVersion": 2/u, '"schemaVersion": 1'),
        ),
    ],
    [
      'has a damaged line',
      'statements.jsonl',
      'GCM152.*statements.jsonl, line 8',
      (path: string) => appendFileSync(path, '\n{"document":'),
    ],
    [
      'has a line without its fields',
      'codings.jsonl',
      "GCM152.*line 6.*'document' is no string",
      (path: string) => appendFileSync(path, '{}\n'),
    ],
    [
      'has run.json without its fields',
      'run.json',
      "GCM152.*'tool' is no object",
      (path: string) => writeFileSync(path, '{"schemaVersion":2}'),
    ],
    [
      'has run.json that is no JSON',
      'run.json',
      'GCM152',
      (path: string) => writeFileSync(path, '[1'),
    ],
    [
      'mixes two runs',
      'documents.jsonl',
      'GCM153.*documents.jsonl, line 1',
      (path: string) =>
        writeFileSync(path, readFileSync(path, 'utf8').replace(/c0ffee/gu, 'c0ffff')),
    ],
    [
      'was cut short',
      'codings.jsonl',
      'GCM154.*4 lines.*5',
      (path: string) => writeFileSync(path, `${lines(path).slice(1).join('\n')}\n`),
    ],
  ])('%s', async (_what, file, message, change) => {
    const error = (await readWith(file, change)) as Error & { hint: string };
    expect(error?.message).toMatch(new RegExp(message, 'u'));
    expect(error.hint).not.toBe('');
  });
});
