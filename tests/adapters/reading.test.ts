/** Reading within limits of time and memory, in processes of its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createReader } from '../../src/adapters/reading.js';
import type { Reader, ReadingOptions } from '../../src/adapters/reading.js';
import { startReading } from '../../src/adapters/reading-process.js';
import { DEFAULT_LIMITS, readFile } from '../../src/readers/index.js';
import type { ReadResult } from '../../src/readers/index.js';
import { cli, emptyFolder } from '../support/cli.js';

const readers: Reader[] = [];
afterAll(() => Promise.all(readers.map((reader) => reader.close())));

function readerWith(options: ReadingOptions): Reader {
  const reader = createReader(options);
  readers.push(reader);
  return reader;
}

const SENTENCE = 'A law against trafficking in persons was adopted.';
/** Texts above 1 MB are read in a process. */
const text = (megabytes: number): Buffer =>
  Buffer.from(`- ${SENTENCE}\n`.repeat(Math.ceil((megabytes * 1e6) / (SENTENCE.length + 3))));
/** Large, and quick to compare: few long lines. */
const lines = (megabytes: number): Buffer =>
  Buffer.from(`- ${`${SENTENCE} `.repeat(2000)}\n`.repeat(Math.ceil(megabytes * 10)));
const small = Buffer.from(`- ${SENTENCE}\n`);
const source = (path: string): { path: string; sha256: string } => ({ path, sha256: '' });
const ids = ({ issues }: ReadResult): string[] => issues.map(({ id }) => id);

describe('a reader', () => {
  it('gives the same result from a process as from here', async () => {
    const bytes = lines(1.2);
    const { read } = readerWith({});
    const result = await read(bytes, source('a.txt'), { country: 'XAA' });
    expect(result).toEqual(await readFile(bytes, source('a.txt'), { country: 'XAA' }));
    expect(result.documents[0]?.document.blocks.length).toBe(12);
  });

  it('stops what takes too long, and says which setting allows more', async () => {
    const { read } = readerWith({ limits: { seconds: 0.02 } });
    const [slow, quick] = await Promise.all([
      read(text(20), source('in/slow.txt'), {}),
      read(small, source('in/quick.txt'), {}),
    ]);
    expect(slow.documents).toEqual([]);
    expect(slow.issues).toMatchObject([
      { id: 'GCM126', severity: 'error', document: 'in/slow.txt' },
    ]);
    expect(slow.issues[0]?.message).toContain('0.02 s');
    expect(slow.issues[0]?.hint).toContain('--timeout');
    expect(quick.issues).toEqual([]);
  });

  it('stops what takes too much memory; the files before, beside and after are read', async () => {
    const { read } = readerWith({ limits: { megabytes: 130 }, jobs: 2 });
    const files = [lines(1.2), text(60), lines(1.3), lines(1.4)];
    const results = await Promise.all(files.map((bytes, at) => read(bytes, source(`${at}`), {})));
    expect(results.map(ids)).toEqual([[], ['GCM127'], [], []]);
    expect(results[1]?.issues[0]?.message).toContain('130 MB');
    expect(results[1]?.issues[0]?.hint).toContain('--memory');
    for (const at of [0, 2, 3])
      expect(results[at]).toEqual(await readFile(files[at]!, source(`${at}`)));
  });

  it.each([1, 2, 3])('gives the same with %d processes', async (jobs) => {
    const { read } = readerWith({ jobs });
    const files = [1.1, 1.2, 1.3, 1.4, 1.5].map(lines);
    const results = await Promise.all(files.map((bytes) => read(bytes, source('a.txt'), {})));
    for (const [at, result] of results.entries())
      expect(result).toEqual(await readFile(files[at]!, source('a.txt')));
  });
});

describe('a reading process', () => {
  const job = { bytes: small, source: source('a.txt'), metadata: {}, limits: DEFAULT_LIMITS };

  /** What comes of a process that runs this program. */
  async function fate(program: string, seconds: number): Promise<unknown> {
    const path = join(emptyFolder(), 'program.mjs');
    writeFileSync(path, program);
    const reading = startReading(128, path);
    const reply = await reading.read({ ...job, limits: { ...DEFAULT_LIMITS, seconds } });
    await reading.stop();
    return reply;
  }

  it.each([
    ['cannot start', 'process.exit(3);', 'unstarted'],
    [
      'ends while it reads',
      "process.on('message', () => process.exit(0)); process.send('ready');",
      'ended',
    ],
    [
      'throws while it reads',
      "process.on('message', () => { throw new Error('fault'); }); process.send('ready');",
      'ended',
    ],
    [
      'fills its heap',
      "process.on('message', () => { const all = []; for (;;) all.push({}); }); process.send('ready');",
      'memory',
    ],
    [
      'never comes to an end',
      "process.on('message', () => { for (;;); }); process.send('ready');",
      'time',
      0.3,
    ],
  ])('that %s is told as such', async (_, program, why, seconds = 20) => {
    expect(await fate(program, seconds)).toBe(why);
  });
});

describe('the command line', () => {
  it('goes on past a document that is over a limit, and shows it as not readable', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'chad-2021.txt'), text(60));
    writeFileSync(join(folder, 'mali-2021.txt'), small);
    const run = cli(['run', folder, '--out', join(folder, 'out'), '--memory', '128']);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`${join(folder, 'chad-2021.txt')}: error GCM127`);
    expect(run.stdout).toMatch(/^TCD +\?/mu);
    const report = readFileSync(join(folder, 'out', 'report.html'), 'utf8');
    expect(report).toContain('GCM127');
  });

  it.each([
    ['--timeout', '0'],
    ['--memory', '10'],
    ['--max-pages', 'many'],
    ['--max-unpacked', '-1'],
    ['--jobs', '1.5'],
  ])('refuses %s %s', (option, value) => {
    for (const args of [
      ['run', 'corpora/sample', '--out', 'x'],
      ['segment', 'a.txt'],
    ]) {
      const { code, stderr } = cli([...args, option, value]);
      expect(code).toBe(2);
      expect(stderr).toContain(option);
    }
  });
});
