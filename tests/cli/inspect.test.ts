/** The command inspect as its users run it. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../src/model/inspection.js';
import { cli, emptyFolder } from '../support/cli.js';

const REVIEW = `II. Policy

a) What was done?
- A law was passed in 2019:
  - on the rights of migrants;
- A census was taken.
`;

function file(content: string | Uint8Array, name = 'review.txt'): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, content);
  return path;
}

describe('inspect', () => {
  it('tells format, statements by level and sections, and exits 0', () => {
    const { code, stdout, stderr } = cli(['inspect', file(REVIEW)]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('format     text (told by its name)');
    expect(stdout).toContain('statements 3 (2 at level 0, 1 at level 1)');
    expect(stdout).toMatch(/^ {2}II {2}Policy +1 +3 {2}paragraph 1$/mu);
    expect(stdout).not.toContain('A census');
  });

  it.each([
    ['review.txt', REVIEW, 'text (told by its name)'],
    ['review.xyz', REVIEW, 'text (neither name nor content tells more)'],
    ['review.xyz', `<!doctype html><p>${REVIEW}</p>`, 'html (told by its content)'],
  ])('says what told the format of %s (%#)', (name, content, expected) => {
    expect(cli(['inspect', file(content, name)]).stdout).toContain(`format     ${expected}`);
  });

  it('shows statements with their places', () => {
    const { stdout } = cli(['inspect', file(REVIEW), '--show']);
    expect(stdout).toContain(
      '  2. II.a.1.1 | level 1 | en | paragraph 4\n      on the rights of migrants;\n',
    );
  });

  it('prints all of it as JSON', () => {
    const { code, stdout } = cli(['inspect', file(REVIEW), '--format', 'json']);
    expect(code).toBe(0);
    const read = JSON.parse(stdout) as Inspection & { schemaVersion: number };
    expect(read).toMatchObject({ schemaVersion: 2, format: 'text', formatBy: 'extension' });
    expect(read.size).toBe(Buffer.byteLength(REVIEW));
    const [one] = read.documents;
    expect(one?.levels).toEqual([2, 1]);
    const { text } = one!.document;
    for (const { spans, text: words } of one!.statements)
      expect(spans.map((span) => text.slice(...span)).join(' ')).toBe(words);
  });

  it('writes one page that stands by itself, the same bytes each time', () => {
    const path = file(REVIEW);
    const out = join(emptyFolder(), 'deep', 'page.html');
    const first = cli(['inspect', path, '--html', out, '--lang', 'ar']);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain(`Drawing: ${out}`);
    const source = readFileSync(out, 'utf8');
    expect(source).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/u);
    expect(source).toContain('A census was taken.');
    expect(readdirSync(join(out, '..'))).toEqual(['page.html']);
    cli(['inspect', path, '--html', out, '--lang', 'ar']);
    expect(readFileSync(out, 'utf8')).toBe(source);
  });

  it('says what is wrong with a file, draws that too, and exits 1', () => {
    const path = file(new Uint8Array(0), 'empty.txt');
    const out = join(emptyFolder(), 'page.html');
    const { code, stdout, stderr } = cli(['inspect', path, '--html', out]);
    expect(code).toBe(1);
    expect(stderr).toContain('GCM101');
    expect(stdout).toContain('issues     error 1 (GCM101)');
    expect(readFileSync(out, 'utf8')).toContain('GCM101');
  });

  it('reports a file that is not there', () => {
    const { code, stderr, stdout } = cli(['inspect', join(emptyFolder(), 'none.txt')]);
    expect(code).toBe(1);
    expect(stderr).toContain('GCM100');
    expect(stdout).toContain('size       not known');
  });

  it.each([
    [['inspect'], 'file'],
    [['inspect', 'a.txt', '--format', 'xml'], 'xml'],
    [['inspect', 'a.txt', '--lang', 'tlh'], 'tlh'],
  ])('%j exits 2 and says why', (args, message) => {
    const { code, stdout, stderr } = cli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });

  it('never writes over the file that it reads', () => {
    const path = file(REVIEW);
    const { code, stderr } = cli(['inspect', path, '--html', join(path, '..', '.', 'review.txt')]);
    expect(code).toBe(2);
    expect(stderr).toContain('--html is the file itself');
    expect(readFileSync(path, 'utf8')).toBe(REVIEW);
  });

  it('leaves nothing half-written where it may not write', () => {
    const folder = emptyFolder();
    const out = join(folder, 'taken');
    mkdirSync(out);
    const { code, stdout } = cli(['inspect', file(REVIEW), '--html', out]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(existsSync(out)).toBe(true);
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
