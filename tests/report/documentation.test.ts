import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CELL_STATUSES } from '../../src/model/coverage.js';
import { filesOf } from '../support/build.js';
import { RUN } from './sample.js';

const PAGE = readFileSync(new URL('../../reports/README.md', import.meta.url), 'utf8');

/** Names in the first column of the table below the heading that names a file. */
function documented(file: string): string[] {
  const sections = PAGE.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split('\n', 1)[0]?.includes(file)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name = '']) => name);
}

const FILES = await filesOf(RUN);

function content(file: string): string {
  return FILES[file] ?? '';
}

/** Folders that files of a run stand in. */
const FOLDERS = new Set(
  Object.keys(FILES).flatMap((name) => (name.includes('/') ? [name.split('/')[0]] : [])),
);

/** Objects whose keys are data (languages, kinds, settings): named as a whole. */
const OPEN = /(^|\.)(titles|labels|kinds|settings)$/;

/** Every field of a value: "codes[].evidence[].in". */
function fields(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    const inner = value.flatMap((each) => fields(each, `${path}[]`));
    return inner.length > 0 ? inner : [path];
  }
  if (typeof value !== 'object' || value === null || OPEN.test(path)) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    fields(inner, path === '' ? key : `${path}.${key}`),
  );
}

/** Whether a field, or the list or object that it stands in, is documented. */
function isNamed(field: string, names: ReadonlySet<string>): boolean {
  const bare = field.replace(/(\[\])+$/, '');
  return names.has(bare) || names.has(bare.replace(/^(objectives|themes)\./, '*.'));
}

describe('reports/README.md', () => {
  it.each(Object.keys(FILES).filter((name) => !name.includes('/')))('tells of %s', (file) => {
    expect(PAGE).toMatch(new RegExp(`^## .*${file.replace('.', '\\.')}`, 'm'));
    expect(PAGE).toContain(`| \`${file}\` `);
  });

  it.each([...FOLDERS])('tells of the folder %s', (folder) => {
    expect(PAGE).toContain(`| \`${folder}/`);
  });

  it.each(Object.keys(FILES).filter((name) => name.endsWith('.csv') && !name.includes('/')))(
    'names the columns of %s, in their order',
    (file) => {
      const [header = ''] = content(file).replace('\ufeff', '').split('\r\n');
      expect(documented(file)).toEqual(header.split(','));
    },
  );

  it.each(['documents.jsonl', 'statements.jsonl', 'codings.jsonl', 'coverage.json', 'run.json'])(
    'names the fields of %s',
    (file) => {
      const names = new Set(documented(file));
      const records = file.endsWith('.jsonl')
        ? content(file).trimEnd().split('\n')
        : [content(file)];
      const found = new Set(records.flatMap((text) => fields(JSON.parse(text))));
      expect([...found].filter((field) => !isNamed(field, names))).toEqual([]);
    },
  );

  it.each(CELL_STATUSES)('explains the status %s', (status) => {
    expect(PAGE).toMatch(new RegExp(`^\\| \`${status}\` +\\| \\S`, 'm'));
  });
});
