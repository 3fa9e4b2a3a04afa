import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/index.js';
import { compareSides } from '../../src/measures/compare.js';
import { buildDocument, CODES } from '../support/build.js';
import type { StatementSketch } from '../support/build.js';
import { cli, emptyFolder, root } from '../support/cli.js';

const OPTIONS = { codes: CODES, asWholes: false };
const LONG =
  'Shelters for victims of trafficking were opened in four border towns by the ministry.';

const side = (
  name: string,
  country: string,
  statements: readonly StatementSketch[],
  id = name,
) => ({
  name,
  documents: [buildDocument({ id, country, statements })],
});

describe('comparing', () => {
  it('matches by id, then by nearly the same words, and tells what is coded otherwise', () => {
    const before = side('2020', 'XAA', [
      { text: LONG, codes: ['O10', 'O07~'], kind: 'plan' },
      { text: 'Said no more.', codes: ['O13'] },
    ]);
    const after = side('2024', 'XAA', [
      { text: LONG.replace('four', 'nine'), codes: ['O10~', 'data'], kind: 'result' },
      { text: 'Said for the first time.', codes: ['O07'] },
    ]);
    const found = compareSides(before, after, OPTIONS);
    expect(found).toMatchObject({ a: '2020', b: '2024', same: 0 });
    expect(found.changed).toMatchObject([
      {
        before: { kind: 'plan' },
        after: { kind: 'result' },
        added: ['data'],
        removed: ['O07'],
        strength: ['O10'],
        kind: true,
      },
    ]);
    expect(found.appeared.map(({ text }) => text)).toEqual(['Said for the first time.']);
    expect(found.disappeared.map(({ text }) => text)).toEqual(['Said no more.']);
    expect(found.moves.closed).toMatchObject([
      { row: 'XAA', code: 'O07', before: 'mentioned', after: 'covered' },
    ]);
    expect(found.moves.opened.map(({ code }) => code)).toEqual(['O10', 'O13']);
  });

  it('of two codings of the same documents tells the statements that differ', () => {
    const before = side(
      'a',
      'XAA',
      [
        { text: LONG, codes: ['O10'] },
        { text: 'Same.', codes: ['O07'] },
      ],
      'd',
    );
    const after = side(
      'b',
      'XAA',
      [
        { text: LONG, codes: [] },
        { text: 'Same.', codes: ['O07'] },
      ],
      'd',
    );
    const found = compareSides(before, after, OPTIONS);
    expect(found).toMatchObject({
      same: 1,
      appeared: [],
      disappeared: [],
      changed: [{ removed: ['O10'] }],
    });
  });

  it('takes sides with other countries as wholes', () => {
    const found = compareSides(
      side('North', 'XAA', [{ text: 'x', codes: ['O07'] }]),
      side('South', 'XAB', [{ text: 'y', codes: ['O10'] }]),
      { ...OPTIONS, asWholes: true },
    );
    expect(found.moves).toMatchObject({ newRows: [], goneRows: [], firstCovered: ['O10'] });
  });
});

describe('compare', () => {
  const folder = emptyFolder();
  const sample = join(folder, 'run');
  const ran = cli([
    'run',
    join(root, 'corpora', 'sample'),
    '--out',
    sample,
    '--write',
    'json',
    '--quiet',
  ]);

  it('compares rounds and regions of a run, as text, page and data', () => {
    expect(ran.code).toBe(0);
    const text = cli(['compare', sample, '--rounds', 'first', 'second']);
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^# From first to second\n/u);
    expect(text.stdout).toContain('## Gaps closed');
    const json = cli(['compare', sample, '--rounds', 'first', 'second', '--format', 'json']);
    expect((JSON.parse(json.stdout) as Comparison).moves.newRows).toEqual(['QMA']);
    const regions = ['--regions', 'Invented region North', 'Invented region East'];
    const page = cli(['compare', sample, ...regions, '--format', 'html', '--lang', 'ar']);
    expect(page.stdout).toContain('dir="rtl"');
    expect(page.stdout).toContain('default-src &#39;none&#39;');
  });

  it('compares two runs, with another taxonomy', () => {
    const overlay = join(folder, 'own.yaml');
    writeFileSync(
      overlay,
      'codes:\n  - code: O14\n    terms:\n      en:\n        strong: [machine-readable]\n',
    );
    const other = join(folder, 'other');
    cli([
      'run',
      join(root, 'corpora', 'sample'),
      '--out',
      other,
      '--write',
      'json',
      '--quiet',
      '--overlay',
      overlay,
    ]);
    const { stdout } = cli(['compare', sample, other, '--format', 'json']);
    const found = JSON.parse(stdout) as Comparison;
    expect(found.changed.map(({ added }) => added)).toContainEqual(['O14']);
    expect(found).toMatchObject({ appeared: [], disappeared: [] });
  });

  it.each([
    [[], 'needs a second folder'],
    [['--rounds', '2020'], 'two names'],
    [['--rounds', 'first', 'never'], "no document of 'never'"],
    [['b', '--rounds', 'first', 'second'], 'one of them alone'],
  ])('%j exits 2 and says why', (more, message) => {
    expect(cli(['compare', sample, ...more])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
    });
  });
});
