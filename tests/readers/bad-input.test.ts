/** What no reader can use is reported, quickly, and never throws. */
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/model/text.js';
import { segment } from '../../src/stages/segment.js';
import type { Segmented } from '../../src/stages/segment.js';
import { readOne as read } from '../support/read.js';
import type { Read } from '../support/read.js';

const issueIds = (result: Read): string[] => result.issues.map(({ id }) => id);

/** Reads and segments; every statement must be found again by its spans. */
async function segmented(content: string | Uint8Array, path: string): Promise<Segmented> {
  const { document } = await read(content, path);
  if (document === null) throw new Error(`${path} was not read`);
  const result = segment(document, { titles: [] });
  const lost = result.statements.filter(({ text, spans }) => textAt(document.text, spans) !== text);
  expect(lost).toEqual([]);
  return result;
}

/** Well under the limit on any machine where time grows with the input's length alone. */
const LIMIT = 5_000;
const repeated = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length));

describe('files without words', () => {
  it.each(['a.txt', 'a.md', 'a.html', 'a.jsonl'])('an empty %s is refused', async (path) => {
    const result = await read('', path);
    expect(result.document).toBeNull();
    expect(issueIds(result)).toEqual(['GCM101']);
    expect(result.issues[0]?.document).toBe(path);
  });

  it.each(['   \n\n\t\n', '\ufeff', '<p></p><div> </div>', '\f\f'])(
    '%j is refused',
    async (text) => {
      const result = await read(text, text.startsWith('<') ? 'a.html' : 'a.txt');
      expect(result.document).toBeNull();
      expect(issueIds(result)).toEqual(['GCM101']);
    },
  );

  it('bytes of a program and noise are refused as binary', async () => {
    const noise = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256);
    const program = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0);
    for (const [bytes, id] of [
      [noise, 'GCM102'],
      [program, 'GCM132'],
    ] as const) {
      const result = await read(bytes, 'a.txt');
      expect(result.document).toBeNull();
      expect(issueIds(result)).toEqual([id]);
    }
  });

  it('headings and questions alone give no statement, and say so', async () => {
    const { statements, issues } = await segmented('I. Progress\n\na) What was done?\n', 'a.txt');
    expect(statements).toEqual([]);
    expect(issues.map(({ id }) => id)).toEqual(['GCM201']);
  });
});

describe('files that are too much of something', () => {
  const words = 'The coast guard trained sixty volunteers, and - as before - 1) some others. ';
  it.each([
    ['words', repeated(words, 3e6)],
    ['one word', 'a'.repeat(3e6)],
    ['white space', `${' '.repeat(3e6)}end`],
    ['tabs', repeated('a\t', 3e6)],
    ['pipes', repeated('| Three words here ', 3e6)],
    ['brackets of tags', '<'.repeat(3e6)],
    ['dashes', repeated('- A. ', 3e6)],
    ['question marks', repeated('a? ', 3e6)],
    ['colons', repeated('x: ', 3e6)],
    ['bullets', repeated('• The coast guard trained sixty volunteers. ', 3e6)],
  ])(
    'one line of 3 MB of %s',
    async (_, line) => {
      const start = performance.now();
      for (const path of ['a.txt', 'a.html']) await segmented(line, path);
      expect(performance.now() - start).toBeLessThan(2 * LIMIT);
    },
    4 * LIMIT,
  );

  it.each(['<div>', '<ul><li>', '<ol><li>a', '<table><tr><td>', '<b>', '<p>a', '<nav>', '<h2>a'])(
    '20 000 unclosed %s',
    async (tag) => {
      const start = performance.now();
      const content = `${tag.repeat(20_000)}The last words are kept.`;
      for (const path of ['a.html', 'a.txt']) {
        const { statements, issues } = await segmented(content, path);
        expect(statements.length + issues.length).toBeGreaterThan(0);
      }
      expect(performance.now() - start).toBeLessThan(2 * LIMIT);
    },
    4 * LIMIT,
  );

  it('20 000 levels of indentation', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `${' '.repeat(at % 400)}- Item ${at}.`);
    expect((await segmented(lines.join('\n'), 'a.txt')).statements).toHaveLength(20_000);
  });
});

describe('lines of statements', () => {
  it('a bad line is reported with its number, the others are kept', async () => {
    const lines = [
      '{"id":"1","text":"A."}',
      '{"id":',
      '[1]',
      '{"id":"4"}',
      '{"id":"5","text":"B."}',
    ];
    const { statements, issues } = await read(lines.join('\n'), 'a.jsonl');
    expect(statements?.map(({ text }) => text)).toEqual(['A.', 'B.']);
    expect(issues.map(({ id, place }) => [id, place])).toEqual([
      ['GCM104', 'line 2'],
      ['GCM104', 'line 3'],
      ['GCM104', 'line 4'],
    ]);
  });
});

describe('encodings', () => {
  it('French in windows-1252 keeps its accents, and the guess is told', async () => {
    const bytes = Buffer.from(
      'L\x92État a créé un comité à Évreux\xa0; les s\x9curs y siègent.\nLe coût : 5 \x80.\n',
      'latin1',
    );
    const result = await read(bytes, 'a.txt');
    expect(result.document?.text).toBe(
      'L’État a créé un comité à Évreux ; les sœurs y siègent.\nLe coût : 5 €.',
    );
    expect(result.issues.map(({ id, severity }) => [id, severity])).toEqual([['GCM103', 'info']]);
  });

  it('UTF-8 with a broken byte is read, with a warning', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Créé à Évreux, à côté de la forêt '),
      Uint8Array.of(0xe9, 0x20),
    ]);
    const result = await read(bytes, 'a.txt');
    expect(result.document?.text).toContain('Créé à Évreux');
    expect(result.issues.map(({ id, severity }) => [id, severity])).toEqual([
      ['GCM103', 'warning'],
    ]);
  });
});
