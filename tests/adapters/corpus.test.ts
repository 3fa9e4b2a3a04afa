/** corpus.yaml, finding files, and the names of documents. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describedInputs } from '../../src/adapters/corpus-file.js';
import { aloneInput, findInputs, readInput, withIds } from '../../src/adapters/corpus.js';
import { readFile } from '../../src/readers/index.js';
import type { Input } from '../../src/adapters/corpus.js';
import { findFiles, InputError } from '../../src/adapters/inputs.js';
import { emptyFolder, root } from '../support/cli.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The inputs of a corpus.yaml beside a.txt and b.txt. */
function described(yaml: string): ReturnType<typeof describedInputs> {
  const folder = folderWith({ 'a.txt': 'A', 'b.txt': 'B' });
  return describedInputs(join(folder, 'corpus.yaml'), yaml);
}

/** One entry for a.txt with more fields. */
function entry(...lines: readonly string[]): Input {
  const text = ['file: a.txt', ...lines].join('\n    ');
  const { inputs, issues } = described(`documents:\n  - ${text}\n`);
  expect(issues).toEqual([]);
  expect(inputs).toHaveLength(1);
  return inputs[0]!;
}

async function thrownBy(run: () => unknown): Promise<InputError> {
  try {
    await run();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error as InputError;
  }
  throw new Error('nothing was thrown');
}

describe('corpus.yaml', () => {
  it('gives every field of a full entry', () => {
    const lines = [
      'id: first',
      'country: XAA',
      'region: Invented region',
      'year: 2024',
      'round: second',
      'language: fr',
      'title: A review',
      'source: https://example.org/a',
      'licence: MIT',
      'note: short',
    ];
    const { id, metadata, issues } = entry(...lines);
    expect(issues).toEqual([]);
    expect(id).toBe('first');
    expect(metadata).toEqual({
      country: 'XAA',
      region: 'Invented region',
      year: 2024,
      round: 'second',
      language: 'fr',
      title: 'A review',
      sourceAddress: 'https://example.org/a',
      licence: 'MIT',
    });
  });

  it('needs the file alone', () => {
    const { id, metadata, issues } = entry();
    expect({ id, metadata, issues }).toEqual({ id: null, metadata: {}, issues: [] });
  });

  it('takes numbers for texts, a quoted year, and empty fields as missing', () => {
    const { id, metadata, issues } = entry(
      'id: 7',
      'round: 2',
      "year: '2022'",
      'region:',
      'title: ~',
    );
    expect(issues).toEqual([]);
    expect(id).toBe('7');
    expect(metadata).toEqual({ round: '2', year: 2022 });
  });

  it.each([
    ['country: Morocco', 'three capital letters'],
    ['country: mar', 'three capital letters'],
    ['year: soon', 'a year such as 2024'],
    ['year: 24', 'a year such as 2024'],
    ['year: 2020.5', 'a year such as 2024'],
    ['language: de', 'one of ar, en, es, fr, pt, ru, zh'],
    ['language: French', 'one of ar, en, es, fr, pt, ru, zh'],
    ['region: [north]', 'a text'],
    ['title: true', 'a text'],
    ['source: { url: x }', 'a text'],
    ['id: [x]', 'a text'],
  ])('leaves out %j and says what it expected', (line, expected) => {
    const { id, metadata, issues } = entry(line);
    expect({ id, metadata }).toEqual({ id: null, metadata: {} });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ id: 'GCM114', severity: 'error', place: '2:5' });
    expect(issues[0]!.message).toContain(`'${line.split(':')[0]}' is `);
    expect(issues[0]!.hint).toContain(`Expected ${expected}`);
  });

  it.each([
    ['contry', 'country'],
    ['langage', 'language'],
    ['license', 'licence'],
    ['titel', 'title'],
    ['Year', 'year'],
  ])('asks for %s whether %s was meant', (wrong, right) => {
    const { metadata, issues } = entry(`${wrong}: x`);
    expect(metadata).toEqual({});
    expect(issues[0]).toMatchObject({ id: 'GCM114', message: `unknown field '${wrong}'` });
    expect(issues[0]!.hint).toContain(`Did you mean '${right}'?`);
    expect(issues[0]!.hint).toContain('Allowed: file, id, country');
  });

  it('guesses nothing where no field is near', () => {
    expect(entry('zzz: 1').issues[0]!.hint).toMatch(/^Allowed: file/u);
  });

  it.each(['- country: MAR', '- file:', "- file: ''", '- file: 3', '- a.txt', '-'])(
    'reports the entry %j without a file, and reads the others',
    (line) => {
      const { inputs, issues } = described(`documents:\n  ${line}\n  - file: b.txt\n`);
      expect(issues).toHaveLength(1);
      expect(issues[0]).toMatchObject({ id: 'GCM113', severity: 'error' });
      expect(issues[0]!.place).toMatch(/^[23]:\d+$/u);
      expect(inputs.map(({ path }) => path.split('/').at(-1))).toEqual(['b.txt']);
    },
  );

  it('reports a file that is not there, with its place', () => {
    const { inputs, issues } = described('documents:\n  - file: b.txt\n  - file: none.txt\n');
    expect(inputs).toHaveLength(1);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ id: 'GCM115', severity: 'error', place: '3:5' });
    expect(issues[0]!.message).toContain('none.txt');
  });

  it.each(['../out/a.txt', 'sub/../../out/a.txt', '..\\out\\a.txt', '/etc/passwd', '.', '..'])(
    'refuses %j, which leads out of the folder',
    (file) => {
      const folder = folderWith({ 'out/a.txt': 'A', 'corpus/b.txt': 'B' });
      const yaml = `documents:\n  - file: '${file}'\n`;
      const { inputs, issues } = describedInputs(join(folder, 'corpus', 'corpus.yaml'), yaml);
      expect(inputs).toEqual([]);
      expect(issues[0]).toMatchObject({ id: 'GCM115', severity: 'error' });
      expect(issues[0]!.message).toContain('outside of the corpus folder');
    },
  );

  it('refuses links that lead out of the folder, and follows those inside it', () => {
    const folder = folderWith({ 'out/a.txt': 'A', 'corpus/b.txt': 'B' });
    const corpus = join(folder, 'corpus');
    symlinkSync(join(folder, 'out', 'a.txt'), join(corpus, 'link.txt'));
    symlinkSync(join(folder, 'out'), join(corpus, 'folder'));
    symlinkSync(join(corpus, 'b.txt'), join(corpus, 'inner.txt'));
    const files = ['link.txt', 'folder/a.txt', 'inner.txt'];
    const yaml = `documents:\n${files.map((file) => `  - file: ${file}\n`).join('')}`;
    const { inputs, issues } = describedInputs(join(corpus, 'corpus.yaml'), yaml);
    expect(issues.map(({ id }) => id)).toEqual(['GCM115', 'GCM115']);
    expect(inputs.map(({ path }) => path)).toEqual([join(corpus, 'inner.txt')]);
  });

  it('accepts a file whose name begins with two dots', () => {
    const folder = folderWith({ '..a.txt': 'A' });
    const yaml = 'documents:\n  - file: ..a.txt\n';
    expect(describedInputs(join(folder, 'corpus.yaml'), yaml).inputs).toHaveLength(1);
  });

  it.each([
    ['documents: [', 'Flow sequence'],
    ['', "no list 'documents'"],
    ['- file: a.txt', "no list 'documents'"],
    ['documents:\n', "no list 'documents'"],
    ['documents: []', "list 'documents' is empty"],
    ['documents:\n  - file: a.txt\n    file: b.txt\n', 'unique'],
    ['documents:\n  - file: *nowhere\n', 'Unresolved alias'],
  ])('says of %j why it is no corpus', async (yaml, why) => {
    const { message, hint } = await thrownBy(() => described(yaml));
    expect(message).toMatch(/^GCM112: .*corpus\.yaml cannot be read/u);
    expect(message).toContain(why);
    expect(hint).toContain('corpora/README.md');
  });
});

describe('findFiles', () => {
  const files = {
    'a.txt': '',
    'b.md': '',
    'c.html': '',
    'd.jsonl': '',
    'e.png': '',
    'f.TXT': '',
    'sub/g.markdown': '',
    'sub/deep/h.htm': '',
    'known/corpus.yaml': '',
    'known/i.txt': '',
  };

  it('searches folders for readable files, and leaves folders with a corpus.yaml to it', async () => {
    const folder = folderWith(files);
    const found = await findFiles([folder]);
    const names = found.files.map((path) => path.slice(folder.length + 1));
    expect(names).toEqual([
      'a.txt',
      'b.md',
      'c.html',
      'd.jsonl',
      'f.TXT',
      'sub/deep/h.htm',
      'sub/g.markdown',
    ]);
    expect(found.corpora).toEqual([`${folder}/known/corpus.yaml`]);
  });

  it('follows no link inside a folder', async () => {
    const folder = folderWith({ 'in/a.txt': '', 'out/b.txt': '' });
    symlinkSync(join(folder, 'out', 'b.txt'), join(folder, 'in', 'b.txt'));
    symlinkSync(join(folder, 'in'), join(folder, 'in', 'loop'));
    expect((await findFiles([join(folder, 'in')])).files).toEqual([`${folder}/in/a.txt`]);
  });

  it('expands globs, and takes a file whose name looks like one', async () => {
    const folder = folderWith({ 'a.txt': '', 'b.txt': '', 'c.md': '', '[x].txt': '' });
    const found = await findFiles([`${folder}/*.md`, `${folder}/[x].txt`, `${folder}/{a,b}.txt`]);
    const names = found.files.map((path) => path.slice(folder.length + 1));
    expect(names).toEqual(['[x].txt', 'a.txt', 'b.txt', 'c.md']);
  });

  it('names a file once, however often and in whatever way it is given', async () => {
    const folder = folderWith(files);
    const paths = [folder, `${folder}/a.txt`, `${folder}//a.txt`, `${folder}/sub/../a.txt`];
    const found = await findFiles([...paths, `${folder}/*.txt`, `${folder}/./a.txt`]);
    expect(found).toEqual(await findFiles([folder]));
    expect(await findFiles([...paths].reverse())).toEqual(found);
  });

  it('names a file once that is given by a relative and an absolute path', async () => {
    const folder = folderWith({ 'corpus.yaml': 'documents:\n  - file: a.txt\n', 'a.txt': '' });
    const near = relative(process.cwd(), folder);
    const files = await findFiles([`${folder}/a.txt`, `${near}/a.txt`, `${near}/*.txt`]);
    expect(files.files).toEqual([`${near}/a.txt`]);
    expect((await findInputs([folder, `${near}/a.txt`])).inputs).toHaveLength(1);
    expect((await findInputs([near, `${folder}/a.txt`, folder])).inputs).toHaveLength(1);
  });

  it('says which path names nothing', async () => {
    const folder = folderWith({ 'a.png': '' });
    const missing = await thrownBy(() => findFiles([folder, `${folder}/none.txt`]));
    expect(missing.message).toBe(`GCM110: there is no file or folder '${folder}/none.txt'`);
    expect((await thrownBy(() => findFiles([`${folder}/*.txt`]))).message).toMatch(/^GCM110/u);
    const unreadable = await thrownBy(() => findFiles([folder]));
    expect(unreadable.message).toMatch(/^GCM111: no readable document in/u);
    expect(unreadable.hint).toContain('.docx, .odt, .pdf, .html');
  });
});

describe('findInputs', () => {
  const corpus = 'documents:\n  - file: b.txt\n    country: XBB\n  - file: a.txt\n    id: first\n';

  it('joins described and plain documents, in order of their ids', async () => {
    const folder = folderWith({
      'corpus.yaml': corpus,
      'a.txt': 'A',
      'b.txt': 'B',
      'c.txt': 'C',
    });
    const { inputs, issues } = await findInputs([`${folder}/c.txt`, `${folder}/b.txt`, folder]);
    expect(issues).toEqual([]);
    expect(inputs.map(({ id, metadata }) => [id, metadata])).toEqual([
      ['b', { country: 'XBB' }],
      ['c', {}],
      ['first', {}],
    ]);
    expect(await findInputs([folder, `${folder}/b.txt`, `${folder}/c.txt`])).toEqual({
      inputs,
      issues,
    });
  });

  it('accepts corpus.yaml itself for its folder', async () => {
    const folder = folderWith({ 'corpus.yaml': corpus, 'a.txt': 'A', 'b.txt': 'B' });
    expect(await findInputs([`${folder}/corpus.yaml`])).toEqual(await findInputs([folder]));
  });

  it('counts a file once that is described twice, and says so', async () => {
    const twice =
      'documents:\n  - file: a.txt\n    country: XAA\n  - file: ./a.txt\n    country: XBB\n';
    const folder = folderWith({ 'corpus.yaml': twice, 'a.txt': 'A' });
    const { inputs, issues } = await findInputs([folder]);
    expect(inputs.map(({ metadata }) => metadata.country)).toEqual(['XAA']);
    expect(issues).toMatchObject([{ id: 'GCM114', document: `${folder}/a.txt` }]);
    expect(issues[0]!.message).toContain('more than once');
  });

  it('says that a corpus.yaml cannot be opened', async () => {
    const folder = folderWith({ 'corpus.yaml/a.txt': 'A' });
    const { message } = await thrownBy(() => findInputs([folder]));
    expect(message).toMatch(/^GCM112: .*corpus\.yaml cannot be read/u);
  });

  it('keeps the sample corpus free of issues', async () => {
    const { inputs, issues } = await findInputs([join(root, 'corpora', 'sample')]);
    expect(issues).toEqual([]);
    expect(inputs).toHaveLength(7);
    expect(new Set(inputs.map(({ metadata }) => metadata.language))).toEqual(
      new Set(['ar', 'en', 'es', 'fr']),
    );
    for (const { metadata, issues: own } of inputs) {
      expect(own).toEqual([]);
      expect(metadata.country).toMatch(/^(?:X[A-Z]{2}|Q[M-Z][A-Z])$/u);
      expect(metadata).toMatchObject({ sourceAddress: 'written for gcm-coverage' });
      expect(metadata.title).toContain('(invented)');
    }
  });
});

describe('readInput', () => {
  it('reads what a document is and fills what is missing from its name', async () => {
    const folder = folderWith({ 'maroc-2020.fr.txt': '• Une loi a été adoptée.\n' });
    const { inputs } = await findInputs([folder]);
    const { documents } = await readInput(inputs[0]!, readFile);
    expect(documents[0]?.issues).toEqual([]);
    expect(documents[0]?.document).toMatchObject({
      id: 'maroc-2020.fr',
      metadata: { country: 'MAR', year: 2020, language: 'fr' },
    });
  });

  it('reports a file that cannot be opened', async () => {
    const folder = folderWith({ 'chad.txt/x.pdf': '' });
    const input = aloneInput(`${folder}/chad.txt`);
    const { documents, metadata, issues } = await readInput(input, readFile);
    expect(documents).toEqual([]);
    expect(metadata.country).toBe('TCD');
    expect(issues).toMatchObject([{ id: 'GCM100', severity: 'error', document: input.path }]);
  });
});

describe('withIds', () => {
  const input = (path: string, id: string | null = null): Input => ({ ...aloneInput(path), id });
  const named = (inputs: readonly Input[]): Record<string, string> =>
    Object.fromEntries(withIds(inputs).map(({ id, path }) => [path, id]));

  it('takes the shortest name that tells a document apart', () => {
    const paths = ['x/a.txt', 'x/a.html', 'x/b.txt', 'y/c.txt', 'z/c.txt'];
    expect(named(paths.map((path) => input(path)))).toEqual({
      'x/a.txt': 'a.txt',
      'x/a.html': 'a.html',
      'x/b.txt': 'b',
      'y/c.txt': 'y/c.txt',
      'z/c.txt': 'z/c.txt',
    });
  });

  it('keeps a given id before a file of the same name', () => {
    const expected = { 'x/a.txt': 'b', 'x/b.txt': 'b.txt' };
    expect(named([input('x/a.txt', 'b'), input('x/b.txt')])).toEqual(expected);
  });

  it('gives two documents with one id their paths', () => {
    const ids = named([input('x/a.txt', 'same'), input('x/b.txt', 'same'), input('x/same.txt')]);
    expect(ids).toEqual({ 'x/a.txt': 'x/a.txt', 'x/b.txt': 'x/b.txt', 'x/same.txt': 'same.txt' });
  });

  it('does not depend on the order of the inputs', () => {
    const inputs = [
      input('x/a.txt'),
      input('y/a.txt'),
      input('a.html'),
      input('b.txt', 'a.html'),
      input('c.txt', 'c'),
      input('d/c.txt', 'c'),
      input('e.txt'),
    ];
    const expected = withIds(inputs);
    expect(new Set(expected.map(({ id }) => id)).size).toBe(inputs.length);
    for (let turn = 1; turn < inputs.length; turn++) {
      const turned = [...inputs.slice(turn), ...inputs.slice(0, turn)];
      expect(withIds(turned)).toEqual(expected);
      expect(withIds([...turned].reverse())).toEqual(expected);
    }
  });
});
