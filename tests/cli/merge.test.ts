/** Parts of a corpus that are coded apart and put together are what one run gives. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, emptyFolder, root } from '../support/cli.js';
import { contentOf } from '../support/update.js';

const SAMPLE = join(root, 'corpora', 'sample');
const CORPUS = readFileSync(join(SAMPLE, 'corpus.yaml'), 'utf8');

/** The sample corpus without its description, some of its documents in each of two folders, with a draft apart from its original. */
function parts(folder: string): string[] {
  const files = [
    'tarimane-2021.fr.txt',
    'khor-danah-2022.ar.txt',
    'halvenmark-2022.en.txt',
    'samundara-2024.en.html',
  ];
  const description = (names: readonly string[]): string =>
    `documents:\n${names.map((name) => `  - file: ${name}\n    country: ${name.startsWith('tarimane') ? 'XAA' : 'XBB'}\n${name.startsWith('halven') ? '    versionOf: tarimane-2021.fr\n' : ''}`).join('')}`;
  const make = (name: string, own: readonly string[]): string => {
    const path = join(folder, name);
    mkdirSync(path);
    for (const file of own) cpSync(join(SAMPLE, file), join(path, file));
    writeFileSync(join(path, 'corpus.yaml'), description(own));
    return path;
  };
  return [make('one', files.slice(0, 2)), make('two', files.slice(2))];
}

describe('merge', () => {
  it('of runs is byte for byte one run, drafts of other parts, issues and likeness included', () => {
    expect(CORPUS).toContain('documents:');
    const folder = emptyFolder();
    const corpora = parts(folder);
    const formats = ['--write', 'html,csv,json,skos', '--by', 'document', '--quiet'];
    for (const [i, corpus] of corpora.entries())
      cli(['run', corpus, '--out', join(folder, `part${i}`), ...formats]);
    expect(cli(['run', ...corpora, '--out', join(folder, 'whole'), ...formats]).code).toBe(0);
    const merged = cli([
      'merge',
      join(folder, 'part1'),
      join(folder, 'part0'),
      '--out',
      join(folder, 'merged'),
      '--write',
      'html,csv,json,skos',
    ]);
    expect(merged).toMatchObject({ code: 0, stderr: '' });
    const [whole, together] = [contentOf(join(folder, 'whole')), contentOf(join(folder, 'merged'))];
    expect(whole['run.json']).toContain('"countedAs": "tarimane-2021.fr"');
    for (const [name, content] of Object.entries(whole))
      expect(together[name] === content, name).toBe(true);
  });

  it('of tagged parts is one run of tag', () => {
    const folder = emptyFolder();
    const line = (n: number): string =>
      JSON.stringify({ id: n, language: 'en', text: `Law ${n} against trafficking in persons.` });
    const all = Array.from({ length: 20 }, (_, n) => `${line(n)}\n`);
    const files = [all.slice(0, 7), all.slice(7), all].map((lines, i) => {
      const path = join(folder, `${i}.jsonl`);
      writeFileSync(path, cli(['tag'], lines.join('')).stdout);
      return path;
    });
    const out = join(folder, 'merged.jsonl');
    expect(cli(['merge', files[0]!, files[1]!, '--out', out]).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(files[2]!, 'utf8'));
  });

  it('says what does not belong together', () => {
    const folder = emptyFolder();
    const overlay = join(folder, 'own.yaml');
    writeFileSync(
      overlay,
      'codes:\n  - code: O14\n    terms:\n      en:\n        strong: [machine-readable]\n',
    );
    const [one] = parts(folder);
    const run = (name: string, ...more: string[]): string => {
      cli(['run', one!, '--out', join(folder, name), '--write', 'json', '--quiet', ...more]);
      return join(folder, name);
    };
    const [a, b, c] = [run('a'), run('b', '--overlay', overlay), run('c', '--by', 'year')];
    const merged = (...names: string[]) => cli(['merge', ...names, '--out', join(folder, 'out')]);
    expect(merged(a, b)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/GCM190.*taxonomy/u),
    });
    expect(merged(a, c)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/GCM190.*settings/u),
    });
    expect(merged(a, a)).toMatchObject({ code: 2, stderr: expect.stringContaining('GCM191') });
    expect(merged(a, overlay)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('folders and files'),
    });
    expect(merged(a, join(folder, 'nowhere')).stderr).toContain('there is no');
  });
});
