/** Files that a folder is searched for, and those that are none of its documents. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, findFiles } from '../../src/adapters/inputs.js';
import { emptyFolder } from '../support/cli.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

describe('folders', () => {
  it('leaves out what is hidden, and the results of a run', async () => {
    const run = JSON.stringify({
      tool: { name: 'gcm-coverage' },
      files: ['issues.csv', 'run.json'],
    });
    const folder = folderWith({
      'a.txt': '',
      '.hidden/b.txt': '',
      '.c.txt': '',
      '~$d.docx': '',
      'run.json': run,
      'issues.csv': '',
      'results/run.json': run,
      'results/issues.csv': '',
      'results/notes.txt': '',
      'other/run.json': '{"tool":{"name":"another"}}',
      'other/issues.csv': '',
      'broken/run.json': '{',
      'broken/e.txt': '',
    });
    const found = (await findFiles([folder])).files.map((path) => path.slice(folder.length + 1));
    expect(found).toEqual(['a.txt', 'broken/e.txt', 'other/issues.csv']);
  });

  it('are searched whole for a description, also where a folder in them has its own', () => {
    const folder = folderWith({
      'corpus.yaml': '',
      'a.txt': '',
      'sub/corpus.yaml': '',
      'sub/b.txt': '',
      'sub/deep/c.txt': '',
      '.hidden/d.txt': '',
    });
    const found = filesBelow(folder).map((path) => path.slice(folder.length + 1));
    expect(found).toEqual(['a.txt', 'sub/b.txt', 'sub/deep/c.txt']);
  });
});
