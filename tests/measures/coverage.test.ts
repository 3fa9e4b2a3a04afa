import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/measures/coverage.js';
import { COVERAGE_BY } from '../../src/model/coverage.js';
import { compareLabels } from '../../src/measures/order.js';
import { rowsCovered, shareOfStatements } from '../../src/measures/shares.js';
import type { Coverage, CoverageCode } from '../../src/model/coverage.js';
import type { CodedDocument } from '../../src/model/types.js';
import { buildDocument } from '../support/build.js';

const CODES: CoverageCode[] = ['O07', 'O10', 'O13'].map((code) => ({
  code,
  kind: 'objective',
}));

const first = buildDocument({
  id: 'a-2020',
  country: 'XAA',
  region: 'North',
  statements: [
    { text: 'one', codes: ['O07', 'O10~'], kind: 'result', section: 'I', question: 'a' },
    { text: 'two', codes: ['O07~'], kind: 'plan', section: 'I', question: 'b' },
    { text: 'three:', codes: ['O13'], kind: 'introducer', section: 'II', question: 'a' },
    { text: 'four', codes: [], kind: 'context', section: 'II', question: 'a' },
  ],
});
const second = buildDocument({
  id: 'b-2021',
  country: 'XAB',
  region: 'North',
  statements: [
    { text: 'five', codes: ['O13'], absent: true, section: 'I', question: 'a' },
    { text: 'six', section: 'I', question: 'b' },
  ],
});
const unreadable = buildDocument({
  id: 'c-2021',
  country: 'XAC',
  statements: [{ text: 'семь', section: 'X' }],
});
const empty = buildDocument({ id: 'd-2021' });
const ALL = [first, second, unreadable, empty];

/** Rows as "key: status status status". */
function statuses({ rows }: Coverage): string[] {
  return rows.map(({ key, cells }) => `${key}: ${cells.map(({ status }) => status).join(' ')}`);
}

function rowOf(table: Coverage, key: string) {
  const row = table.rows.find((each) => each.key === key);
  if (!row) throw new Error(`no row ${key}`);
  return row;
}

describe('coverage by country', () => {
  const table = coverage(ALL, CODES, 'country');

  it('tells covered, mentioned, missing, silent and unreadable apart', () => {
    expect(statuses(table)).toEqual([
      'XAA: covered mentioned mentioned',
      'XAB: not-mentioned not-mentioned reported-missing',
      'XAC: not-readable not-readable not-readable',
      ': not-readable not-readable not-readable',
    ]);
  });

  it('counts each statement once, by strength, and breaks it down by kind', () => {
    expect(rowOf(table, 'XAA').cells[0]).toEqual({
      code: 'O07',
      status: 'covered',
      substantive: 1,
      mention: 1,
      absent: 0,
      documents: 1,
      kinds: {
        result: 1,
        action: 0,
        plan: 1,
        challenge: 0,
        need: 0,
        context: 0,
        introducer: 0,
      },
    });
  });

  it('keeps introducers and unread statements out of the denominator', () => {
    expect(rowOf(table, 'XAA')).toMatchObject({
      documents: 1,
      documentsRead: 1,
      statements: 3,
      coded: 2,
      introducers: 1,
      unread: 0,
    });
    expect(rowOf(table, 'XAB')).toMatchObject({ statements: 1, coded: 1, unread: 1 });
    expect(rowOf(table, 'XAC')).toMatchObject({
      documents: 1,
      documentsRead: 0,
      statements: 0,
      unread: 1,
    });
  });

  it('counts an introducer in its kind only', () => {
    const cell = rowOf(table, 'XAA').cells[2];
    expect(cell).toMatchObject({ substantive: 0, mention: 0, absent: 0, documents: 1 });
    expect(cell?.kinds.introducer).toBe(1);
  });
});

describe('coverage by other rows', () => {
  it.each([
    ['region', ['North', '']],
    ['document', ['a-2020', 'b-2021', 'c-2021', 'd-2021']],
    ['section', ['I', 'II', 'X']],
    ['question', ['I.a', 'I.b', 'II.a', 'X']],
  ] as const)('%s', (by, keys) => {
    expect(coverage(ALL, CODES, by).rows.map(({ key }) => key)).toEqual(keys);
  });

  it('sorts countries by letter, even where a code looks like a numeral', () => {
    const documents = ['MAR', 'XXV', 'ARG', 'XIV'].map((country) =>
      buildDocument({ id: country, country }),
    );
    const keys = coverage(documents, CODES, 'country').rows.map(({ key }) => key);
    expect(keys).toEqual(['ARG', 'MAR', 'XIV', 'XXV']);
  });

  it('has the years and the rounds of reviews as rows, the unknown one last', () => {
    const documents = [
      buildDocument({ id: 'a', year: 2024, round: 'second' }),
      buildDocument({ id: 'b', year: 2020, round: 'first' }),
      buildDocument({ id: 'c', year: 2024 }),
      buildDocument({ id: 'd', round: 'first' }),
    ];
    const rowsBy = (by: 'year' | 'round') =>
      coverage(documents, CODES, by).rows.map((row) => [row.key, row.documents]);
    expect(rowsBy('year')).toEqual([
      ['2020', 1],
      ['2024', 2],
      ['', 1],
    ]);
    expect(rowsBy('round')).toEqual([
      ['first', 2],
      ['second', 1],
      ['', 1],
    ]);
  });

  it('loses no statement, whatever the rows', () => {
    for (const by of COVERAGE_BY) {
      const { rows } = coverage(ALL, CODES, by);
      const sum = rows.reduce((n, r) => n + r.statements + r.introducers + r.unread, 0);
      expect(sum).toBe(7);
    }
  });

  it('labels a section with its title where all documents agree on it', () => {
    const titled = (id: string, sectionTitle: string) =>
      buildDocument({
        id,
        statements: [{ text: 'x', codes: [], section: 'I', sectionTitle }],
      });
    const label = (documents: CodedDocument[]) =>
      coverage(documents, CODES, 'section').rows[0]?.label;
    expect(label([titled('a', 'Method'), titled('b', 'Method')])).toBe('I Method');
    expect(label([titled('a', 'Method'), titled('b', 'Méthode')])).toBe('I');
  });
});

describe('coverage options', () => {
  it('takes the author’s headings for no reading, unless told to', () => {
    const stated: CodedDocument = {
      ...unreadable,
      codings: [
        {
          statement: 'c-2021#1',
          coder: 'author',
          kind: null,
          absent: false,
          codes: [{ code: 'O07', strength: 'substantive', score: 1, evidence: [] }],
        },
      ],
    };
    expect(statuses(coverage([stated], CODES, 'country'))[0]).toContain('not-readable');
    const table = coverage([stated], CODES, 'country', { counts: (c) => c === 'author' });
    expect(statuses(table)).toEqual(['XAC: covered not-mentioned not-mentioned']);
  });

  it('counts a code once where a coder gave it twice', () => {
    const twice = buildDocument({
      id: 'e',
      statements: [{ text: 'x', codes: ['O07~', 'O07'] }],
    });
    expect(coverage([twice], CODES, 'document').rows[0]?.cells[0]).toMatchObject({
      substantive: 1,
      mention: 0,
    });
  });

  it('gives the same table whatever the order of the documents', () => {
    for (const by of ['country', 'section', 'question'] as const)
      expect(JSON.stringify(coverage([...ALL].reverse(), CODES, by))).toBe(
        JSON.stringify(coverage(ALL, CODES, by)),
      );
  });
});

describe('shares', () => {
  const table = coverage(ALL, CODES, 'country');

  it('state their denominators', () => {
    const row = rowOf(table, 'XAA');
    const cell = row.cells[0];
    expect(cell && shareOfStatements(cell, row)).toBeCloseTo(1 / 3);
    expect(rowsCovered(table)).toEqual([1, 0, 0]);
  });

  it('are null where nothing was read', () => {
    const row = rowOf(table, 'XAC');
    const cell = row.cells[0];
    expect(cell && shareOfStatements(cell, row)).toBeNull();
  });
});

describe('compareLabels', () => {
  it('puts numerals and numbers by value, then words, then nothing', () => {
    const labels = ['', 'IX', 'V', 'X.b', 'X.a', '10', '2', 'b', 'C', 'XAA', '٣'];
    expect(labels.sort(compareLabels)).toEqual([
      '2',
      'V',
      'IX',
      '10',
      'X.a',
      'X.b',
      'C',
      'XAA',
      'b',
      '٣',
      '',
    ]);
  });

  it('is an order: no label is both before and after another', () => {
    const labels = ['I', '1', 'I.a', 'i', 'C', 'CIV', 'MAR', '', 'IIII', '1.1'];
    for (const a of labels)
      for (const b of labels) expect(compareLabels(a, b) + compareLabels(b, a)).toBe(0);
  });
});
