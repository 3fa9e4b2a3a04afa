/** `corpus init` writes a description from the files; `corpus check` says what is wrong with one. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkCorpus, initCorpus, runCorpus } from '../../src/index.js';
import type { CheckOutcome, InitOptions } from '../../src/index.js';
import { cli, emptyFolder, root } from '../support/cli.js';

const ENGLISH = `# Voluntary review of the Kingdom of Morocco

Submitted in 2022.

## Section I: Method

a) Who led the review?

- A committee of the ministries led the review.
- The provinces were heard.
`;
const FRENCH = `# Examen volontaire

## Section I : Méthode

a) Qui a conduit l'examen ?

- Un comité des ministères a conduit cet examen avec les provinces.
`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

async function init(
  files: Readonly<Record<string, string>>,
  options: Partial<InitOptions> = {},
): Promise<{ text: string; documents: Record<string, unknown>[]; folder: string }> {
  const folder = folderWith(files);
  await initCorpus(folder, { force: false, regions: 'sub', ...options });
  const text = readFileSync(join(folder, 'corpus.yaml'), 'utf8');
  return { text, folder, documents: (parse(text) as { documents: [] }).documents };
}

async function issuesOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { issues } = await checkCorpus(folderWith(files));
  return issues.map(({ id, severity }) => `${id} ${severity}`);
}

describe('corpus init', () => {
  it('takes what the names say, and marks what it finds in the text', async () => {
    const { text, documents } = await init({
      'Jordan/answers-2021.md': FRENCH.replace('Examen', 'Second examen'),
      'review.md': ENGLISH,
    });
    expect(documents).toEqual([
      {
        file: 'Jordan/answers-2021.md',
        country: 'JOR',
        region: 'Western Asia',
        year: 2021,
        language: 'fr',
        title: 'Second examen volontaire',
      },
      {
        file: 'review.md',
        country: 'MAR',
        region: 'Northern Africa',
        year: 2022,
        language: 'en',
        title: 'Voluntary review of the Kingdom of Morocco',
      },
    ]);
    const marked = text.split('\n').filter((line) => /# \?/u.test(line) && !line.startsWith('#'));
    expect(marked).toEqual([
      '    country: MAR # ? from the text',
      '    year: 2022 # ? from the text',
    ]);
  });

  it.each([
    ['sub', 'Northern Africa'],
    ['m49', 'Africa'],
    ['commission', 'ECA'],
  ] as const)('fills the region by %s', async (regions, expected) => {
    const { documents, text } = await init({ 'maroc-2020.md': FRENCH }, { regions });
    expect(documents[0]).toMatchObject({ region: expected });
    expect(text.includes('# ? also ESCWA')).toBe(regions === 'commission');
  });

  it('leaves out what it does not know, and says so', async () => {
    const { documents, text } = await init({ 'answers.txt': '• Une loi.\n' });
    expect(documents[0]).toMatchObject({ file: 'answers.txt', country: null, year: null });
    expect(text).toContain('    country: # ? not found\n');
  });

  it('marks where name and text disagree', async () => {
    const { text } = await init({ 'jordan-2022.fr.md': ENGLISH });
    expect(text).toContain('country: JOR # ? the text speaks of MAR\n');
    expect(text).toContain("language: en # ? the file's name says fr\n");
  });

  it('writes texts that YAML would misread so that they are read again as they were', async () => {
    const title = 'Review: "yes" # no – \'quoted\'';
    const { documents } = await init({
      'maroc: draft #2.md': `# ${title}\n\n- Une loi a été adoptée par le royaume.\n`,
      '- x.md': FRENCH,
      'no.md': FRENCH,
    });
    expect(documents.map(({ file }) => file)).toEqual(['- x.md', 'maroc: draft #2.md', 'no.md']);
    expect(documents[1]).toMatchObject({ title });
  });

  it('guesses drafts and translations, and gives ids where names are alike', async () => {
    const { documents, folder } = await init({
      '2020/maroc.md': ENGLISH,
      '2020/maroc-draft.md': `${ENGLISH}\nMore.\n`,
      '2020/maroc.fr.md': FRENCH,
      '2024/maroc.md': ENGLISH,
    });
    const related = documents.map(({ file, id, versionOf, translationOf }) => [
      file,
      id,
      versionOf ?? translationOf,
    ]);
    expect(related).toEqual([
      ['2020/maroc-draft.md', undefined, '2020-maroc.md'],
      ['2020/maroc.fr.md', undefined, '2020-maroc.md'],
      ['2020/maroc.md', '2020-maroc.md', undefined],
      ['2024/maroc.md', '2024-maroc.md', undefined],
    ]);
    const { result, issues } = await runCorpus([folder], { by: 'country', date: null });
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.documents.filter(({ countedAs }) => countedAs === undefined)).toHaveLength(2);
  });

  it('lists a file that cannot be read, and says why', async () => {
    const folder = folderWith({ 'maroc-2020.md': FRENCH, 'tchad-2020.txt': '' });
    const { issues, documents } = await initCorpus(folder, { force: false, regions: 'sub' });
    expect(issues.map(({ id }) => id)).toEqual(['GCM101']);
    expect(documents).toBe(2);
    const text = readFileSync(join(folder, 'corpus.yaml'), 'utf8');
    expect(text).toMatch(/ {2}# \? GCM101: .+\n {2}- file: tchad-2020\.txt\n {4}country: TCD\n/u);
  });

  it('leaves out hidden folders and the results of runs', async () => {
    const run = '{"tool":{"name":"gcm-coverage"},"files":["report.html"]}';
    const { documents } = await init({
      'maroc-2020.md': FRENCH,
      'out/run.json': run,
      'out/report.html': '<p>x</p>',
      '.git/a.md': FRENCH,
    });
    expect(documents.map(({ file }) => file)).toEqual(['maroc-2020.md']);
  });

  it('gives the same text each time, and writes over another only by force', async () => {
    const { folder, text } = await init({ 'maroc-2020.md': FRENCH, 'b/c.md': ENGLISH });
    const again = initCorpus(folder, { force: false, regions: 'm49' });
    await expect(again).rejects.toThrow(/^GCM149: .*corpus\.yaml' is there already/u);
    expect(readFileSync(join(folder, 'corpus.yaml'), 'utf8')).toBe(text);
    await initCorpus(folder, { force: true, regions: 'sub' });
    expect(readFileSync(join(folder, 'corpus.yaml'), 'utf8')).toBe(text);
  });

  it('writes nothing where there is nothing', async () => {
    const folder = folderWith({ 'x.bin': 'x' });
    const options = { force: false, regions: 'sub' } as const;
    await expect(initCorpus(folder, options)).rejects.toThrow(/^GCM111/u);
    await expect(initCorpus(join(folder, 'none'), options)).rejects.toThrow(/^GCM110/u);
    await expect(initCorpus(join(folder, 'x.bin'), options)).rejects.toThrow(/^GCM110/u);
    expect(existsSync(join(folder, 'corpus.yaml'))).toBe(false);
  });
});

describe('corpus init of a sheet', () => {
  const sheet = 'Country,Laws?\nJordan,A law.\nPeru,A plan.\n';

  it('leaves to it what its rows say', async () => {
    const { text, documents, folder } = await init({ 'survey-2024.csv': sheet });
    expect(documents).toEqual([{ file: 'survey-2024.csv', year: 2024 }]);
    expect(text).toContain('# ? holds 2 documents');
    expect((await checkCorpus(folder)).issues).toEqual([]);
  });

  it('marks what they leave open', async () => {
    const { text } = await init({ 'survey.csv': sheet });
    expect(text).not.toContain('country:');
    expect(text).toContain('    year: # ? not found\n');
  });
});

describe('limits of reading', () => {
  const docx = readFileSync(join(root, 'tests/fixtures/formats/01-bordered.en.docx'));
  const limits = { unpackedMegabytes: 0.001 };

  it('hold for corpus check and corpus init (GCM121)', async () => {
    const folder = folderWith({ 'corpus.yaml': 'documents:\n  - file: a-2022.docx\n' });
    writeFileSync(join(folder, 'a-2022.docx'), docx);
    const ids = ({ issues }: { issues: readonly { id: string }[] }) => issues.map(({ id }) => id);
    expect(ids(await checkCorpus(folder, { limits }))).toEqual(['GCM121']);
    const how = { force: true, regions: 'sub' } as const;
    expect(ids(await initCorpus(folder, how, { limits }))).toEqual(['GCM121']);
    expect(readFileSync(join(folder, 'corpus.yaml'), 'utf8')).toContain('country: # ? not found');
    expect(ids(await initCorpus(folder, how))).toEqual([]);
  });
});

describe('corpus check', () => {
  const corpus = (...lines: readonly string[]): string => `documents:\n${lines.join('\n')}\n`;
  const files = { 'a.md': ENGLISH, 'b.md': FRENCH };
  const A = ['  - file: a.md', '    country: MAR', '    year: 2022'];
  const B = ['  - file: b.md', '    country: TUN', '    year: 2022'];

  it('finds nothing wrong with a good description', async () => {
    expect(await issuesOf({ ...files, 'corpus.yaml': corpus(...A, ...B) })).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['an unknown field', [...A, '    contry: x', ...B], ['GCM114 error']],
    ['a missing file', [...A, ...B, '  - file: c.md'], ['GCM115 error']],
    ['no country', ['  - file: b.md', ...A], ['GCM116 warning']],
    ['an unknown original', [...A, '    versionOf: c', ...B], ['GCM140 error']],
    ['an unknown questionnaire', [...A, ...B, '    questionnaire: x'], ['GCM141 error']],
    ['an id twice', [...A, '    id: x', ...B, '    id: x'], ['GCM143 error']],
    [
      'one round twice',
      [...A, '  - file: b.md', '    country: MAR', '    year: 2022'],
      ['GCM145 warning'],
    ],
    [
      'one round twice, of which one is a translation',
      [...A, '  - file: b.md', '    country: MAR', '    year: 2022', '    translationOf: a'],
      [],
    ],
    [
      'two rounds in a year',
      [
        ...A,
        '    round: 1',
        '  - file: b.md',
        '    country: MAR',
        '    year: 2022',
        '    round: 2',
      ],
      [],
    ],
    ['another language', [...A, '    language: fr', ...B], ['GCM146 warning']],
    ['a questionnaire that does not fit', [...A, ...B, '    questionnaire: arab-region-2020'], []],
    ['a file that is not listed', A, ['GCM148 info']],
  ])('finds %s', async (_, lines, expected) => {
    expect(await issuesOf({ ...files, 'corpus.yaml': corpus(...lines) })).toEqual(expected);
  });

  it('finds the same content twice', async () => {
    const yaml = corpus(...A, ...B);
    expect(await issuesOf({ 'a.md': ENGLISH, 'b.md': ENGLISH, 'corpus.yaml': yaml })).toEqual([
      'GCM144 warning',
    ]);
  });

  it('counts the questions that each document answers', async () => {
    const yaml = `questionnaire: arab-region-2020\n${corpus(...A, ...B)}`;
    const { documents } = await checkCorpus(folderWith({ ...files, 'corpus.yaml': yaml }));
    expect(documents[0]!.coded.answering?.unanswered).toHaveLength(23);
    expect(documents[0]!.detected).toBe('en');
  });

  it.each(['', 'corpus.yaml'])('takes the folder or the file: %j', async (name) => {
    const folder = folderWith({ ...files, 'corpus.yaml': corpus(...A, ...B) });
    const found: CheckOutcome = await checkCorpus(join(folder, name));
    expect(found.path).toBe(`${folder}/corpus.yaml`);
    expect(found.documents).toHaveLength(2);
  });
});

describe('the commands', () => {
  it('corpus init says what it wrote, and does not write twice', () => {
    const folder = folderWith({ 'maroc-2020.md': FRENCH, 'review.md': ENGLISH });
    const first = cli(['corpus', 'init', folder]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toBe(
      `${folder}/corpus.yaml: 2 documents; look at the lines that end in "# ?" (2)\n`,
    );
    const again = cli(['corpus', 'init', folder]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('GCM149');
  });

  it('corpus check prints a table and a line, or JSON', async () => {
    const { folder } = await init({ 'maroc-2020.md': FRENCH, 'review.md': ENGLISH });
    const check = cli(['corpus', 'check', folder]);
    expect(check.code).toBe(0);
    expect(check.stdout).toMatch(
      /^document +country +year +round +language +statements +questions\n/u,
    );
    expect(check.stdout).toContain('corpus.yaml: 2 documents, 0 errors, 0 warnings, 0 notes\n');
    const json = JSON.parse(cli(['corpus', 'check', folder, '--format', 'json']).stdout) as {
      documents: { id: string; countedAs: string }[];
    };
    expect(json.documents).toMatchObject([
      { id: 'maroc-2020' },
      { id: 'review', countedAs: 'review' },
    ]);
  });

  it('corpus check fails on errors, and cannot run without a description', () => {
    const folder = folderWith({ 'corpus.yaml': 'documents:\n  - file: none.md\n' });
    expect(cli(['corpus', 'check', folder])).toMatchObject({ code: 1 });
    const none = cli(['corpus', 'check', emptyFolder()]);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('corpus init');
    const broken = folderWith({ 'corpus.yaml': 'documents: [' });
    expect(cli(['corpus', 'check', broken]).code).toBe(2);
  });
});
