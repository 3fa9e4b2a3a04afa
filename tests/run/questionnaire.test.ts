/** A whole run over a described corpus: what is asked, what is counted, and what is wrong with the description. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCorpus } from '../../src/index.js';
import type { CoverageBy, RunOutcome } from '../../src/index.js';
import { emptyFolder } from '../support/cli.js';

const ANSWERS = `Section I: Method
a) Who led the review?
• A committee led the review.

Section II: Trafficking
a) What was done against trafficking?
• A law against trafficking in persons was adopted.
`;

const QUESTIONNAIRE = `id: own
title: { en: Own questions }
source: written for a test
sections:
  - label: I
    title: { en: Method }
    objectives: none
    questions:
      - label: a
        text: { en: Who led the review }
  - label: II
    title: { en: Trafficking and returns }
    questions:
      - label: a
        text: { en: Action against trafficking }
        objectives: [10]
      - label: b
        text: { en: Return }
        objectives: [21]
`;

async function runOn(
  files: Readonly<Record<string, string>>,
  by: CoverageBy = 'country',
): Promise<RunOutcome> {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return runCorpus([folder], { by, date: null });
}

function statusOf({ result }: RunOutcome, row: string, code: string): string | undefined {
  const found = result.coverage.objectives.rows.find(({ key }) => key === row);
  return found?.cells.find((cell) => cell.code === code)?.status;
}

const corpus = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

describe('runs with a questionnaire', () => {
  const files = {
    'corpus.yaml': corpus(
      'questionnaire: questions/own.yaml',
      'documents:',
      '  - file: a.txt',
      '    country: XAA',
    ),
    'a.txt': ANSWERS,
    'questions/own.yaml': QUESTIONNAIRE,
  };

  it('tell not asked, unanswered and answered apart', async () => {
    const outcome = await runOn(files);
    expect(outcome.issues).toEqual([]);
    expect(statusOf(outcome, 'XAA', 'O10')).toBe('covered');
    expect(statusOf(outcome, 'XAA', 'O21')).toBe('unanswered');
    expect(statusOf(outcome, 'XAA', 'O07')).toBe('not-asked');
    const [document] = outcome.result.documents;
    expect(document?.answering?.unanswered).toEqual(['II.b']);
    expect(document?.document.metadata.questionnaire).toBe('own');
  });

  it('have a row for each question', async () => {
    const outcome = await runOn(files, 'question');
    const { rows } = outcome.result.coverage.objectives;
    expect(rows.map(({ label }) => label)).toEqual([
      'I.a Who led the review',
      'II.a Action against trafficking',
      'II.b Return',
    ]);
    expect(statusOf(outcome, 'II.b', 'O21')).toBe('unanswered');
  });

  it('know what a document that cannot be read was asked', async () => {
    const outcome = await runOn({ ...files, 'a.txt': '' });
    expect(statusOf(outcome, 'XAA', 'O10')).toBe('not-readable');
    expect(statusOf(outcome, 'XAA', 'O07')).toBe('not-asked');
  });

  it('leave one aside that the document does not answer', async () => {
    const outcome = await runOn({ ...files, 'a.txt': '• A law against trafficking in persons.\n' });
    expect(outcome.issues.map(({ id, severity }) => [id, severity])).toEqual([
      ['GCM147', 'warning'],
    ]);
    expect(statusOf(outcome, 'XAA', 'O07')).toBe('not-mentioned');
  });
});

describe('runs with drafts and translations', () => {
  const NEWER = '• Victims of trafficking in persons are protected.\n';
  const described = (...more: readonly string[]): Record<string, string> => ({
    'corpus.yaml': corpus('documents:', '  - file: a.txt', '    country: XAA', ...more),
    'a.txt': ANSWERS,
    'sub/b.txt': NEWER,
  });

  it.each(['a', 'a.txt'])('count a draft of %s no second time', async (name) => {
    const outcome = await runOn(
      described('  - file: sub/b.txt', '    country: XAA', `    versionOf: ${name}`),
    );
    expect(outcome.issues).toEqual([]);
    const { documents, coverage } = outcome.result;
    expect(documents.map(({ document, countedAs }) => [document.id, countedAs])).toEqual([
      ['a', undefined],
      ['b', 'a'],
    ]);
    expect(documents[1]!.codings.length).toBeGreaterThan(0);
    expect(coverage.objectives.rows.map((row) => row.documents)).toEqual([1]);
  });

  it('find the original also where documents are named after their paths', async () => {
    const outcome = await runOn({
      'corpus.yaml': corpus(
        'documents:',
        '  - file: x/same.txt',
        '    country: XAA',
        '  - file: y/same.txt',
        '    country: XAA',
        '    translationOf: x/same.txt',
      ),
      'x/same.txt': ANSWERS,
      'y/same.txt': NEWER,
    });
    expect(outcome.issues).toEqual([]);
    const [first, second] = outcome.result.documents;
    expect(second!.countedAs).toBe(first!.document.id);
  });

  it('count the draft of a file that cannot be read', async () => {
    const outcome = await runOn({
      ...described('  - file: sub/b.txt', '    country: XAA', '    versionOf: a'),
      'a.txt': '',
    });
    expect(outcome.issues.map(({ id }) => id)).toEqual(['GCM101']);
    expect(outcome.result.coverage.objectives.rows[0]).toMatchObject({
      documents: 2,
      statements: 1,
    });
  });

  it('report an unknown original', async () => {
    const outcome = await runOn(
      described('  - file: sub/b.txt', '    versionOf: c', '    country: XAA'),
    );
    expect(outcome.issues.map(({ id }) => id)).toEqual(['GCM140']);
    expect(outcome.result.coverage.objectives.rows[0]?.documents).toBe(2);
  });

  it('warn of files with the same content, unless one is said to be a version', async () => {
    const same = { 'sub/b.txt': ANSWERS };
    const twice = await runOn({ ...described('  - file: sub/b.txt', '    country: XAA'), ...same });
    expect(twice.issues).toMatchObject([{ id: 'GCM144', severity: 'warning', document: 'b' }]);
    const said = described('  - file: sub/b.txt', '    country: XAA', '    versionOf: a');
    expect((await runOn({ ...said, ...same })).issues).toEqual([]);
  });
});
