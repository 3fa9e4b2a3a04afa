/** Several threads give what one gives. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codingThreads } from '../../src/coding/threads.js';
import { cli, emptyFolder, root } from '../support/cli.js';

/** Reviews made of the sample's, large enough together for threads to be started. */
function largeCorpus(): string {
  const folder = emptyFolder();
  const sample = join(root, 'corpora', 'sample');
  const texts = readdirSync(sample)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name, readFileSync(join(sample, name), 'utf8')] as const);
  const copies = Math.ceil((2.2 * 1024 * 1024) / 40_000 / texts.length);
  for (let at = 0; at < copies; at++)
    for (const [name, text] of texts)
      writeFileSync(
        join(folder, `${at}-${name}`),
        text.repeat(Math.ceil(40_000 / Buffer.byteLength(text))),
      );
  return folder;
}

describe('--jobs', () => {
  it('changes no byte of any file', { timeout: 120_000 }, () => {
    const corpus = largeCorpus();
    const [one, two] = [emptyFolder(), emptyFolder()];
    expect(cli(['run', corpus, '--out', one, '--quiet', '--jobs', '1']).code).toBe(0);
    expect(cli(['run', corpus, '--out', two, '--quiet', '--jobs', '2']).code).toBe(0);
    const names = readdirSync(one).sort();
    expect(readdirSync(two).sort()).toEqual(names);
    expect(names).toContain('codings.jsonl');
    for (const name of names)
      expect(readFileSync(join(two, name)).equals(readFileSync(join(one, name))), name).toBe(true);
  });
});

describe('a coding thread that ends', () => {
  it('while it waits harms no run: the next file is named as one that could not be coded', async () => {
    const coder = codingThreads(2, { directory: emptyFolder() });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const input = { path: 'a.txt', id: 'a', metadata: {}, issues: [] };
    const read = { documents: [], metadata: {}, issues: [], file: null };
    const [coded] = await coder.code({ input, read });
    expect(coded?.issues.map(({ id }) => id)).toEqual(['GCM120']);
    await coder.close();
  });
});
