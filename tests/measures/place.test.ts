import { describe, expect, it } from 'vitest';
import { pageCount, placeFinder, placeOf } from '../../src/measures/place.js';
import type { Block, Span } from '../../src/model/types.js';
import { documentOf, PAGE, type BlockSketch } from '../support/blocks.js';

/** The places of the blocks with these words, as they read. */
function places(blocks: readonly BlockSketch[], ...words: string[][]): string[] {
  const document = documentOf(blocks);
  const spanOf = (text: string): Span => {
    const start = document.text.indexOf(text);
    return [start, start + text.length];
  };
  return words.map((pieces) => placeOf(document, { spans: pieces.map(spanOf) }).text);
}

describe('placeOf', () => {
  it.each<[string, BlockSketch[], string]>([
    ['paragraphs alone', ['one', 'two'], 'paragraph 2'],
    ['headings count', [{ kind: 'heading', text: 'one' }, 'two'], 'paragraph 2'],
    ['notes do not count', [{ kind: 'note', text: 'one' }, 'two'], 'paragraph 1'],
    ['the page that a block names', [{ text: 'two', page: 4 }], 'page 4, paragraph 1'],
    ['page marks are counted', ['one', PAGE, PAGE, 'two', PAGE], 'page 3, paragraph 2'],
    ['a named page goes before marks', [PAGE, { text: 'two', page: 9 }], 'page 9, paragraph 1'],
    [
      'table and row count from 1',
      [{ text: 'two', cell: { table: 0, row: 3, column: 1 } }],
      'table 1, row 4, paragraph 1',
    ],
    [
      'all together',
      ['one', { text: 'two', page: 3, cell: { table: 1, row: 0, column: 0 } }],
      'page 3, table 2, row 1, paragraph 2',
    ],
    ['a cell of a sheet', ['one', { text: 'two', at: 'Answers!C5' }], 'Answers!C5'],
  ])('%s', (_, blocks, expected) => {
    expect(places(blocks, ['two'])).toEqual([expected]);
  });

  it('begins a statement that a page cuts on its first page', () => {
    const blocks = ['one', PAGE, 'two', PAGE, 'three', 'four'];
    expect(places(blocks, ['one', 'two'], ['two', 'three'], ['three', 'four'])).toEqual([
      'pages 1-2, paragraph 1',
      'pages 2-3, paragraph 2',
      'page 3, paragraph 3',
    ]);
  });

  it('gives the numbers apart, null for what is not known', () => {
    const document = documentOf([{ text: 'one', cell: { table: 0, row: 1, column: 0 } }]);
    expect(placeOf(document, { spans: [[1, 3]] })).toEqual({
      page: null,
      lastPage: null,
      table: 1,
      row: 2,
      paragraph: 1,
      at: null,
      text: 'table 1, row 2, paragraph 1',
    });
  });

  it('knows nothing where there are no blocks or no spans', () => {
    const nowhere = { page: null, table: null, row: null, paragraph: null, at: null, text: '' };
    expect(placeFinder(documentOf([]))([[0, 3]])).toMatchObject(nowhere);
    expect(placeFinder(documentOf(['one']))([])).toMatchObject(nowhere);
  });
});

describe('pageCount', () => {
  it.each<[string, BlockSketch[], number | null]>([
    ['none without pages', ['one'], null],
    [
      'the highest that a block names',
      [
        { text: 'a', page: 7 },
        { text: 'b', page: 2 },
      ],
      7,
    ],
    ['the last with words, by marks', ['a', PAGE, 'b', PAGE], 2],
  ])('%s', (_, blocks, expected) => {
    expect(pageCount(documentOf(blocks).blocks satisfies readonly Block[])).toBe(expected);
  });
});
