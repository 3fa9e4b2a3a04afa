/** `update` and `query` as a job of every night calls them. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NewsInput } from '../../src/index.js';
import { TABLES, VIEWS } from '../../src/adapters/store/tables.js';
import { newsHtml } from '../../src/report/news/html.js';
import { newsMarkdown } from '../../src/report/news/markdown.js';
import { cli, emptyFolder, root } from '../support/cli.js';
import { contentOf, killed, start, writeReviews } from '../support/update.js';

interface Night {
  readonly corpus: string;
  readonly store: string;
  readonly out: string;
  readonly args: (date: string, ...more: string[]) => string[];
}

function nightly(count = 3): Night {
  const folder = emptyFolder();
  const [corpus, store, out] = [join(folder, 'in'), join(folder, 's.duckdb'), join(folder, 'out')];
  writeReviews(corpus, count);
  const args = (date: string, ...more: string[]): string[] => [
    'update',
    ...['--corpus', corpus, '--store', store, '--out', out, '--date', date, '--jobs', '1'],
    ...more,
  ];
  return { corpus, store, out, args };
}

const newsIn = (night: Night, name: string): NewsInput =>
  JSON.parse(readFileSync(join(night.out, name, 'what-is-new.json'), 'utf8')) as NewsInput;

const changesIn = (news: NewsInput): Record<string, string> =>
  Object.fromEntries(news.documents.map(({ id, change }) => [id, change]));

const rowsOf = (night: Night, sql: string): Record<string, unknown>[] =>
  JSON.parse(cli(['query', sql, '--store', night.store, '--format', 'json']).stdout) as Record<
    string,
    unknown
  >[];

describe('update', () => {
  it('tells new, changed, renamed and withdrawn documents, and codes no other', () => {
    const night = nightly(4);
    expect(cli(night.args('2026-01-01'))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('4 new'),
    });
    expect(newsIn(night, '2026-01-01').previous).toBeNull();
    writeFileSync(join(night.corpus, 'morocco-2000.txt'), '- Consulates issued passports.\n');
    renameSync(join(night.corpus, 'senegal-2001.txt'), join(night.corpus, 'senegal-2011.txt'));
    rmSync(join(night.corpus, 'mali-2002.txt'));
    writeReviews(night.corpus, 1, 4);
    const { code, stdout } = cli(night.args('2026-01-02', '--log', 'json'));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      new: true,
      coded: 3,
      changes: { changed: 1, new: 1, renamed: 1, withdrawn: 1 },
    });
    const news = newsIn(night, '2026-01-02');
    expect(changesIn(news)).toEqual({
      'morocco-2000': 'changed',
      'kenya-2004': 'new',
      'senegal-2011': 'renamed',
      'mali-2002': 'withdrawn',
    });
    expect(news).toMatchObject({ unchanged: 1, previous: { name: '2026-01-01' } });
    expect(news.moves).toMatchObject({ newRows: ['KEN'], goneRows: ['MLI'] });
    expect(news.moves?.opened.map(({ row }) => row)).toContain('MAR');
    expect(readlinkSync(join(night.out, 'latest'))).toBe('2026-01-02');
  });

  it('says when nothing is new, and writes nothing', () => {
    const night = nightly();
    cli(night.args('2026-01-01'));
    expect(cli(night.args('2026-01-02'))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing is new'),
    });
    expect(cli(night.args('2026-01-02', '--fail-if-unchanged')).code).toBe(1);
    expect(existsSync(join(night.out, '2026-01-02'))).toBe(false);
  });

  it('tells a document that begins to fail and keeps its coding; and one that is read again', () => {
    const night = nightly();
    cli(night.args('2026-01-01'));
    const path = join(night.corpus, 'morocco-2000.txt');
    const before = readFileSync(path);
    writeFileSync(path, new Uint8Array(4000));
    expect(cli(night.args('2026-01-02'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('GCM102'),
    });
    const news = newsIn(night, '2026-01-02');
    expect(news.documents).toMatchObject([
      { id: 'morocco-2000', change: 'began-to-fail', stale: true, issues: [{ id: 'GCM102' }] },
    ]);
    expect(news.coverage.after).toEqual(news.coverage.before);
    expect(cli(night.args('2026-01-03')).stdout).toContain('1 file tried again');
    writeFileSync(path, before);
    expect(cli(night.args('2026-01-04')).code).toBe(0);
    expect(changesIn(newsIn(night, '2026-01-04'))).toEqual({ 'morocco-2000': 'recovered' });
  });

  it('reports a new document that cannot be read, and goes on', () => {
    const night = nightly();
    writeFileSync(join(night.corpus, 'peru-2020.pdf'), '%PDF-1.7 broken');
    expect(cli(night.args('2026-01-01')).code).toBe(1);
    expect(changesIn(newsIn(night, '2026-01-01'))).toMatchObject({ 'peru-2020': 'new-failed' });
    expect(rowsOf(night, 'SELECT count(*) AS n FROM documents')).toEqual([{ n: 4 }]);
  });

  it('codes all anew when the taxonomy changes, and says so', () => {
    const night = nightly();
    cli(night.args('2026-01-01'));
    const overlay = join(night.out, '..', 'own.yaml');
    writeFileSync(
      overlay,
      'codes:\n  - code: O14\n    terms:\n      en:\n        strong: [passports to citizens]\n',
    );
    const { code, stderr } = cli(night.args('2026-01-02', '--overlay', overlay));
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(newsIn(night, '2026-01-02')).toMatchObject({
      recoded: ['taxonomy'],
      unchanged: 3,
      documents: [],
    });
    expect(readFileSync(join(night.out, '2026-01-02', 'what-is-new.md'), 'utf8')).toContain(
      'coded anew',
    );
  });

  it('keeps the newest folders, and none but its own are removed', () => {
    const night = nightly();
    mkdirSync(join(night.out, '2025-01-01'), { recursive: true });
    for (const [n, date] of ['2026-01-01', '2026-01-02', '2026-01-02', '2026-01-03'].entries()) {
      writeReviews(night.corpus, 1, 10 + n);
      cli(night.args(date, '--keep', '2'));
    }
    expect(
      ['2025-01-01', '2026-01-01', '2026-01-02', '2026-01-02-2', '2026-01-03'].map((name) =>
        existsSync(join(night.out, name)),
      ),
    ).toEqual([true, false, false, true, true]);
  });

  it('writes reports of the whole corpus where they are asked for, in any language', () => {
    const night = nightly();
    expect(cli(night.args('2026-01-01', '--write', 'json,csv', '--lang', 'ar')).code).toBe(0);
    const folder = join(night.out, '2026-01-01');
    const coverage = JSON.parse(readFileSync(join(folder, 'coverage.json'), 'utf8')) as {
      objectives: { rows: { cells: object[] }[] };
    };
    const { after } = newsIn(night, '2026-01-01').coverage;
    expect(
      coverage.objectives.rows.map(({ cells }) =>
        cells.map(({ ...cell }) => ({ ...cell, share: undefined })),
      ),
    ).toEqual(
      after.objectives.rows.map(({ cells }) =>
        cells.map((cell) => ({ ...cell, share: undefined })),
      ),
    );
    expect(readFileSync(join(folder, 'what-is-new.html'), 'utf8')).toContain('dir="rtl"');
    expect(cli(['report', folder, '--format', 'skos']).code).toBe(0);
  });

  it('does not read its own reports when they stand in the corpus', () => {
    const night = nightly();
    const args = (date: string) =>
      night.args(date).map((arg) => (arg === night.out ? join(night.corpus, 'out') : arg));
    cli(args('2026-01-01'));
    expect(cli(args('2026-01-02')).stdout).toContain('Nothing is new');
  });
});

describe('what is new', () => {
  it('keeps texts of documents texts, in page and mail', () => {
    const night = nightly(1);
    cli(night.args('2026-01-01'));
    const news = newsIn(night, '2026-01-01');
    const text = '<img src=x onerror=alert(1)> | `a` [x](http://x) # _law_';
    const hostile: NewsInput = {
      ...news,
      documents: news.documents.map((one) => ({ ...one, title: text })),
      uncertain: news.uncertain.map((one) => ({ ...one, text })),
    };
    const page = newsHtml(hostile, 'en');
    expect(page).toContain('&lt;img src=x');
    expect(page).not.toContain('<img');
    expect(page).toContain('default-src &#39;none&#39;');
    const mail = newsMarkdown(hostile, 'en');
    expect(mail).toContain(
      '\\<img src=x onerror=alert(1)\\> \\| \\`a\\` \\[x\\](http://x) \\# \\_law\\_',
    );
  });
});

describe('one writer at a time', () => {
  it('two at once both end well, and the store is as after one', async () => {
    const [night, alone] = [nightly(6), nightly(6)];
    const both = await Promise.all([
      start(night.args('2026-01-01')),
      start(night.args('2026-01-01')),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ stdout }) => stdout.includes('6 new'))).toHaveLength(1);
    await start(alone.args('2026-01-01'));
    expect(contentOf(night.out)).toEqual(contentOf(alone.out));
    expect(existsSync(`${night.store}.lock`)).toBe(false);
  });

  it('says who holds the store, and takes over from one that has gone', () => {
    const night = nightly();
    const lock = `${night.store}.lock`;
    writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname(), started: '' }));
    const held = cli(night.args('2026-01-01', '--wait', '0.3'));
    expect(held).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        new RegExp(`waiting for process ${process.pid}[^]*GCM162`, 'u'),
      ),
    });
    writeFileSync(
      lock,
      JSON.stringify({ pid: process.pid, host: hostname(), started: 'long ago' }),
    );
    expect(cli(night.args('2026-01-01', '--wait', '0')).code).toBe(0);
    writeFileSync(lock, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), started: '1' }));
    expect(cli(night.args('2026-01-02', '--wait', '0')).code).toBe(0);
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere', started: '1' }));
    expect(cli(night.args('2026-01-02', '--wait', '0')).stderr).toContain('elsewhere');
  });
});

const isRoot = process.getuid?.() === 0;
if (isRoot)
  console.warn('root may write everywhere: a folder that cannot be written is not tested');

describe('an update that ends suddenly', () => {
  it('is gone on with: nothing lost, nothing twice, the same report', async () => {
    const [night, calm] = [nightly(30), nightly(30)];
    const before = process.hrtime.bigint();
    await start(calm.args('2026-01-01'));
    const whole = Number(process.hrtime.bigint() - before) / 1e6;
    const last = await killed(night.args('2026-01-01'), 6, whole);
    expect(last).toMatchObject({ code: 0, stderr: '' });
    expect(contentOf(night.out)).toEqual(contentOf(calm.out));
    const count =
      'SELECT (SELECT count(*) FROM documents) AS d, (SELECT count(*) FROM statements) AS s, (SELECT count(*) FROM codings) AS c, (SELECT count(*) FROM runs) AS r';
    expect(rowsOf(night, count)).toEqual(rowsOf(calm, count));
  }, 60_000);

  it.skipIf(isRoot)('says that a folder cannot be written, and the store is intact', () => {
    const night = nightly();
    cli(night.args('2026-01-01'));
    writeReviews(night.corpus, 1, 20);
    chmodSync(night.out, 0o500);
    expect(cli(night.args('2026-01-02'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('EACCES'),
    });
    chmodSync(night.out, 0o700);
    expect(cli(night.args('2026-01-02')).stdout).toContain('1 new');
  });

  it('points to the newest report, also where the one before came to no end', () => {
    const night = nightly();
    cli(night.args('2026-01-01'));
    rmSync(join(night.out, 'latest'));
    cli(night.args('2026-01-02'));
    expect(readlinkSync(join(night.out, 'latest'))).toBe('2026-01-01');
  });

  it('leaves none of what an earlier one had half done', () => {
    const night = nightly();
    const draft = join(night.out, '.2026-01-01.4242.tmp');
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'what-is-new.html'), 'half');
    expect(cli(night.args('2026-01-02')).code).toBe(0);
    expect(existsSync(draft)).toBe(false);
  });

  it('says that the report has no place, and the store is intact', () => {
    const night = nightly();
    cli(night.args('2026-01-01'));
    writeReviews(night.corpus, 1, 20);
    const blocked = night
      .args('2026-01-02')
      .map((arg) => (arg === night.out ? join(night.store, 'out') : arg));
    expect(cli(blocked)).toMatchObject({ code: 2, stderr: expect.stringMatching(/ENOTDIR/u) });
    expect(cli(night.args('2026-01-02')).stdout).toContain('1 new');
  });
});

describe('query', () => {
  it('answers in every format, with views that agree with the coverage', () => {
    const night = nightly(5);
    cli(night.args('2026-01-01'));
    const { after } = newsIn(night, '2026-01-01').coverage;
    const rows = rowsOf(night, "FROM coverage WHERE kind = 'objective'");
    for (const row of after.objectives.rows)
      for (const cell of row.cells)
        expect(rows).toContainEqual(
          expect.objectContaining({
            country: row.key,
            code: cell.code,
            substantive: cell.substantive,
            mention: cell.mention,
            absent: cell.absent,
          }),
        );
    const gaps = rowsOf(night, 'SELECT count(*) AS n FROM gaps');
    expect(Number(gaps[0]?.['n'])).toBeGreaterThan(0);
    const ask = (...more: string[]) =>
      cli([
        'query',
        'SELECT id, statements FROM documents ORDER BY id LIMIT 1',
        '--store',
        night.store,
        ...more,
      ]);
    expect(ask().stdout).toMatch(/^id +statements\nchad-2003 +\d\n$/u);
    expect(ask('--format', 'csv').stdout).toMatch(/^\ufeffid,statements\r\nchad-2003,\d\r\n$/u);
    expect(ask('--format', 'jsonl').stdout).toMatch(/^\{"id":"chad-2003","statements":\d\}\n$/u);
    const file = join(night.out, 'q.parquet');
    expect(ask('--format', 'parquet', '--out', file).code).toBe(0);
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1');
  });

  it.each([
    ["COPY (SELECT 1) TO 'evil.csv'", 'GCM163'],
    ["FROM read_csv('/etc/passwd')", 'GCM163'],
    ['DELETE FROM runs', 'GCM163'],
    ['SELECT nonsense', 'GCM163'],
    ['SET enable_external_access = true', 'GCM163'],
  ])('refuses %s', (sql, id) => {
    const night = nightly(1);
    cli(night.args('2026-01-01'));
    expect(cli(['query', sql, '--store', night.store])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(id),
    });
  });

  it('says where there is no store, and what is none', () => {
    const night = nightly(1);
    expect(cli(['query', 'SELECT 1', '--store', night.store]).stderr).toContain('GCM160');
    writeFileSync(night.store, 'no database at all, but a text that is long enough to be one');
    expect(cli(['query', 'SELECT 1', '--store', night.store]).stderr).toContain('GCM160');
    expect(cli(night.args('2026-01-01')).stderr).toContain('GCM160');
    expect(readFileSync(night.store, 'utf8')).toContain('no database');
  });
});

describe('the documentation of the store', () => {
  const page = readFileSync(join(root, 'reports', 'README.md'), 'utf8');
  const section = page.split(/^## /mu).find((text) => text.startsWith('The store')) ?? '';

  it.each(Object.entries(TABLES))('names the columns of %s', (name, columns) => {
    for (const [column, type] of columns)
      expect(section).toMatch(new RegExp(`\\| \`${name}\` +\\| \`${column}\` +\\| ${type} `, 'u'));
  });

  it.each(VIEWS)('names the view %s', (name) => {
    expect(section).toContain(`| \`${name}\` `);
  });
});
