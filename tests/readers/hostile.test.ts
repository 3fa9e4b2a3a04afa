/** Files that mean harm: each gives a clear issue or is read, within its limits, and never more. */
import { afterAll, describe, expect, it } from 'vitest';
import { createReader } from '../../src/adapters/reading.js';
import type { ReadResult } from '../../src/readers/index.js';
import { ARCHIVES, BOMBS, DISGUISED, ENTITIES, PAGES, WHOLE, WORDS } from '../support/hostile.js';
import { ACTIVE, PDFS } from '../support/hostile-pdf.js';
import type { Hostile } from '../support/hostile.js';

/** Smaller than those of the program, so that the tests are quick. */
const LIMITS = { seconds: 15, megabytes: 300, pages: 100, unpackedMegabytes: 20 };
const reader = createReader({ limits: LIMITS, jobs: 1 });
afterAll(() => reader.close());

const read = (name: string, bytes: Uint8Array): Promise<ReadResult> =>
  reader.read(bytes, { path: `in/${name}`, sha256: '' }, {});
const idsOf = ({ issues }: ReadResult): string[] => issues.map(({ id }) => id);
const textOf = ({ documents }: ReadResult): string =>
  documents.map(({ document }) => document.text).join('\n');

/** What must hold of every file, whatever it is. */
function expectSound(result: ReadResult, name: string): void {
  for (const issue of result.issues) {
    expect(issue.document).toBe(`in/${name}`);
    expect(issue.id).toMatch(/^GCM1\d\d$/u);
    expect(`${issue.message}${issue.hint}`).not.toMatch(
      /undefined|\[object|TypeError|node_modules/u,
    );
    expect(issue.hint).not.toBe('');
  }
  const refused = result.issues.some(({ severity }) => severity === 'error');
  expect(refused || result.documents.length > 0).toBe(true);
}

function check(files: readonly Hostile[]): void {
  it.each(files)('$name', async ({ name, bytes, ids, read: expected }) => {
    const result = await read(name, bytes);
    expectSound(result, name);
    if (ids.length > 0 && expected !== undefined)
      expect(
        idsOf(result).filter((id) => ids.includes(id)),
        JSON.stringify(result.issues),
      ).not.toEqual([]);
    if (expected === undefined) return;
    expect(result.documents.length > 0, JSON.stringify(result.issues)).toBe(expected);
    if (expected) expect(textOf(result)).toContain(WORDS);
    else expect(result.issues.map(({ severity }) => severity)).toContain('error');
  });
}

describe('the files that the hostile ones are made from are read without a word', () => {
  it.each(Object.entries(WHOLE))('%s', async (name, bytes) => {
    const result = await read(name, bytes);
    expect(result.issues).toEqual([]);
    expect(textOf(result)).toContain(WORDS);
  });
});

describe('archives that unpack to too much are refused', () => check(BOMBS));
describe('archives with odd parts', () => check(ARCHIVES));
describe('XML with entities is refused', () => check(ENTITIES));
describe('files in other clothes', () => check(DISGUISED));
describe('PDFs with something to run', () => check(ACTIVE));
describe('PDFs that are too much, or lead nowhere', () => check(PDFS));

describe('pages with entities', () => {
  check(PAGES);
  it.each(PAGES)('$name: nothing is expanded', async ({ name, bytes }) => {
    const text = textOf(await read(name, bytes));
    expect(text.length).toBeLessThan(1000);
    expect(text).not.toMatch(/lol|root:/u);
  });
});

describe('files that are cut short', () => {
  const cuts = Object.entries(WHOLE).flatMap(([name, bytes]) =>
    [0.02, 0.3, 0.6, 0.9, 0.99].map((share) => ({ name, share, bytes })),
  );
  it.each(cuts)('$name at $share', async ({ name, share, bytes }) => {
    const result = await read(name, bytes.subarray(0, Math.floor(bytes.length * share)));
    expectSound(result, name);
    // A PDF may be mended by looking for its objects; an archive has lost its directory.
    if (name !== 'a.pdf') {
      expect(result.documents).toEqual([]);
      expect(idsOf(result)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^GCM(?:122|132|102)$/u) as string]),
      );
    }
  });

  it.each([
    ['a.html', `<html><body><p>${WORDS}</p><ul><li>Half a li`],
    ['a.txt', `${WORDS}\n\n- Half a li`],
    ['a.md', `# Title\n\n${WORDS}\n\n| a | b`],
    ['a.csv', `question,answer\n"What was done?","${WORDS}"\n"And?","half an ans`],
  ])('%s is read as far as it goes', async (name, text) => {
    const result = await read(name, Buffer.from(text));
    expectSound(result, name);
    expect(textOf(result)).toContain(WORDS);
  });
});

describe('HTML of 50 000 levels', () => {
  it.each(['div', 'span', 'ul><li', 'table><tr><td', 'b', 'blockquote', 'font'])(
    '<%s>',
    async (tag) => {
      const bytes = Buffer.from(`<html><body>${`<${tag}>`.repeat(50_000)}${WORDS}`);
      const result = await read('deep.html', bytes);
      expectSound(result, 'deep.html');
      expect(textOf(result)).toContain(WORDS);
      expect(idsOf(result)).toContain('GCM133');
    },
  );
});

it('nothing of all that stays behind in this program', () => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
