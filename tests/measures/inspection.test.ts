import { describe, expect, it } from 'vitest';
import {
  countBlocks,
  countLevels,
  countSections,
  countTables,
  droppedWords,
} from '../../src/measures/inspection.js';
import type { OutlineEntry } from '../../src/model/inspection.js';
import type { Document, Span } from '../../src/model/types.js';
import { planTables } from '../../src/stages/segment/tables.js';
import { segment } from '../../src/stages/segment.js';
import { documentOf, PAGE, type BlockSketch } from '../support/blocks.js';

const cell = (table: number, row: number, column: number) => ({ cell: { table, row, column } });

function sections(blocks: readonly BlockSketch[]): unknown[] {
  const document = documentOf(blocks);
  const { statements, outline } = segment(document, { titles: [] });
  return countSections(document, statements, outline).map(
    ({ label, title, questions, statements: count }) => [label, title, questions, count],
  );
}

const heading = (text: string): BlockSketch => ({ kind: 'heading', level: 1, text, apart: true });
const apart = (text: string): BlockSketch => ({ text, apart: true });

describe('countSections', () => {
  it('counts questions and statements, and keeps sections without any', () => {
    const blocks = [
      heading('I. Methods'),
      heading('II. Policies'),
      { ...(apart('What was done?') as object), kind: 'item', marker: 'a)' } as BlockSketch,
      apart('A law was passed.'),
      { ...(apart('What is left?') as object), kind: 'item', marker: 'b)' } as BlockSketch,
    ];
    expect(sections(blocks)).toEqual([
      ['I', 'Methods', 0, 0],
      ['II', 'Policies', 2, 1],
    ]);
  });

  it('has a section without a name where statements stand above the first', () => {
    expect(sections([apart('A law was passed.'), heading('II. Policies')])).toEqual([
      [null, null, 0, 1],
      ['II', 'Policies', 0, 0],
    ]);
  });

  it('counts from the statements alone where there is no outline', () => {
    const document = documentOf(['one', 'two', 'three']);
    const given = ['I', 'I', 'II'].map((section, at) => {
      const { statements } = segment(document, { titles: [] });
      const question = at === 0 ? 'a' : 'b';
      return { ...statements[0]!, spans: [[at * 4, at * 4 + 3] as Span], section, question };
    });
    const found = countSections(document, given, []);
    expect(found.map(({ label, questions, statements }) => [label, questions, statements])).toEqual(
      [
        ['I', 2, 2],
        ['II', 1, 1],
      ],
    );
  });
});

describe('countTables', () => {
  function tables(blocks: readonly BlockSketch[]): unknown {
    const document = documentOf(blocks);
    return countTables(document, planTables(document));
  }

  it('tells rows, roles of columns, header rows, rows of one cell, and pages', () => {
    const blocks: BlockSketch[] = [
      { text: 'No', ...cell(0, 0, 0) },
      { text: 'Question', ...cell(0, 0, 1) },
      { text: 'Answer', ...cell(0, 0, 2) },
      { text: 'Policies of the country', ...cell(0, 1, 0) },
      { text: '1', ...cell(0, 2, 0) },
      { text: 'What was done?', ...cell(0, 2, 1) },
      { text: 'A law was passed.', ...cell(0, 2, 2) },
      PAGE,
      { text: '2', ...cell(0, 3, 0) },
      { text: 'What is left?', ...cell(0, 3, 1) },
      { text: 'Much is left.', ...cell(0, 3, 2) },
      { text: 'Signed by hand', ...cell(1, 0, 0) },
    ];
    expect(tables(blocks)).toEqual([
      {
        table: 1,
        rows: 4,
        columns: ['labels', 'questions', 'answers'],
        headerRows: 1,
        fullRows: 1,
        firstPage: 1,
        lastPage: 2,
      },
      {
        table: 2,
        rows: 1,
        columns: ['text'],
        headerRows: 0,
        fullRows: 0,
        firstPage: 2,
        lastPage: 2,
      },
    ]);
  });

  it('finds none where there is none', () => {
    expect(tables(['one'])).toEqual([]);
  });
});

describe('small counts', () => {
  it('counts blocks by kind', () => {
    const { blocks } = documentOf(['one', PAGE, { kind: 'note', text: 'two' }, 'three']);
    expect(countBlocks(blocks)).toEqual({ heading: 0, paragraph: 2, item: 0, note: 1, page: 1 });
  });

  it.each([
    [[], []],
    [
      [0, 0, 1],
      [2, 1],
    ],
    [[2], [0, 0, 1]],
  ])('levels %j are counted as %j', (levels, counts) => {
    const statements = levels.map((level) => ({ context: Array<string>(level).fill('above') }));
    expect(countLevels(statements)).toEqual(counts);
  });

  it('joins what reader and segmenter left out, long texts cut', () => {
    const document: Document = documentOf(['Questions', 'x'.repeat(500)]);
    const leftOut = [
      { reason: 'header row', span: [0, 9] },
      { reason: 'no words', span: [10, 510] },
    ] as const;
    const read = [
      { reason: 'page number', text: '7', page: 7 },
      { reason: 'hidden', text: 'h' },
    ];
    const found = droppedWords(document, read, leftOut);
    expect(found.map(({ by, reason, page, place }) => [by, reason, page, place])).toEqual([
      ['reader', 'page number', 7, 'page 7'],
      ['reader', 'hidden', null, ''],
      ['segmenter', 'header row', null, 'paragraph 1'],
      ['segmenter', 'no words', null, 'paragraph 2'],
    ]);
    expect(found[3]?.text).toHaveLength(201);
  });
});

/** Kept apart from `outline` of the segmenter: a section that is met again at once is the same. */
describe('a heading that is repeated', () => {
  it('opens no second section', () => {
    const document = documentOf(['one', 'two']);
    const entry = (start: number): OutlineEntry => ({
      kind: 'section',
      label: 'I',
      text: 'Methods',
      spans: [[start, start + 3]],
      objectives: [],
    });
    expect(countSections(document, [], [entry(0), entry(4)])).toHaveLength(1);
  });
});
