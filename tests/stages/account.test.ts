/** Every word of a document is in a statement, a heading or a question, or is known to be left out. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document, Span } from '../../src/model/types.js';
import { textAt } from '../../src/model/text.js';
import { segment, type Segmented } from '../../src/stages/segment.js';
import { documentOf, PAGE, type BlockSketch } from '../support/blocks.js';
import { readOne } from '../support/read.js';

const FOLDER = new URL('../fixtures/layouts/', import.meta.url);
const FILES = readdirSync(FOLDER)
  .filter((name) => !name.endsWith('.expected.jsonl'))
  .sort();

const cell = (row: number, column: number, header = false) => ({
  cell: { table: 0, row, column, ...(header ? { header } : {}) },
});

/** Words of the blocks that nothing accounts for. */
function unaccounted(document: Document, found: Segmented): string[] {
  const known = new Uint8Array(document.text.length);
  const spans: Span[] = [
    ...found.statements.flatMap((one) => one.spans),
    ...found.outline.flatMap((one) => one.spans),
    ...found.dropped.map((one) => one.span),
  ];
  for (const [start, end] of spans) known.fill(1, start, end);
  return document.blocks.flatMap(({ span: [start, end] }) => {
    const words = [...document.text.slice(start, end)].map((letter, at) =>
      known[start + at] === 1 ? ' ' : letter,
    );
    const left = words.join('').trim();
    return left === '' ? [] : [left];
  });
}

function segmented(blocks: readonly BlockSketch[]): Segmented & { readonly document: Document } {
  const document = documentOf(blocks);
  return { document, ...segment(document, { titles: [] }) };
}

function droppedOf(blocks: readonly BlockSketch[]): [string, string][] {
  const { document, dropped } = segmented(blocks);
  return dropped.map(({ reason, span }) => [reason, document.text.slice(...span)]);
}

describe('accounting for words', () => {
  it.each(FILES)('%s', async (name) => {
    const { document } = await readOne(readFileSync(new URL(name, FOLDER)), name);
    const found = segment(document!, { titles: [] });
    expect(unaccounted(document!, found)).toEqual([]);
    expect(found.outline.length + found.statements.length).toBeGreaterThan(0);
  });
});

describe('words left out', () => {
  it('are header rows, told from their repetitions', () => {
    const header = (row: number): BlockSketch[] => [
      { text: 'Questions', ...cell(row, 0) },
      { text: 'Answers', ...cell(row, 1) },
    ];
    const blocks = [
      ...header(0),
      { text: 'a) What was done?', ...cell(1, 0) },
      { text: 'A law was passed.', ...cell(1, 1) },
      PAGE,
      ...header(2),
      { text: 'b) What is left?', ...cell(3, 0) },
      { text: 'A second law is left.', ...cell(3, 1) },
    ];
    expect(droppedOf(blocks)).toEqual([
      ['header row', 'Questions'],
      ['header row', 'Answers'],
      ['repeated header row', 'Questions'],
      ['repeated header row', 'Answers'],
    ]);
  });

  it('are footnotes, labels of answers, and signs without words', () => {
    const blocks: BlockSketch[] = [
      { text: 'a) What was done?', apart: true },
      { text: 'Answer: A law was passed.', apart: true },
      { kind: 'note', text: 'Law 12 of 2019.' },
      { text: '***', apart: true },
    ];
    expect(droppedOf(blocks)).toEqual([
      ['answer label', 'Answer: '],
      ['footnote', 'Law 12 of 2019.'],
      ['no words', '***'],
    ]);
  });

  it('are the lines of a title page', () => {
    const blocks: BlockSketch[] = [
      'Republic of Northland',
      'Ministry of Migration',
      { kind: 'heading', level: 1, text: 'Progress', apart: true },
      { text: 'A law on migration was passed in the year before.', apart: true },
    ];
    expect(droppedOf(blocks)).toContainEqual(['title page', 'Republic of Northland']);
  });

  it('are texts too long to be a statement', () => {
    const { document, dropped } = segmented([{ text: 'word '.repeat(50_000).trim(), apart: true }]);
    expect(dropped).toEqual([{ reason: 'too long', span: [0, document.text.length] }]);
  });
});

describe('outline', () => {
  function outlineOf(blocks: readonly BlockSketch[]): unknown[] {
    const { document, outline } = segmented(blocks);
    return outline.map(({ kind, label, objectives, spans }) => [
      kind,
      label,
      textAt(document.text, spans),
      ...objectives,
    ]);
  }

  it('has sections and questions where they stand, though nothing answers them', () => {
    const blocks: BlockSketch[] = [
      { kind: 'heading', level: 1, text: 'II. Policy', apart: true },
      { text: 'What was done?', kind: 'item', marker: 'a)', apart: true },
      { kind: 'heading', level: 1, text: 'Objective 7: Vulnerabilities', apart: true },
      { text: 'Was it enough? Yes, it was.', kind: 'item', marker: 'b)', apart: true },
    ];
    expect(outlineOf(blocks)).toEqual([
      ['section', 'II', 'II. Policy'],
      ['question', 'a', 'What was done?'],
      ['section', '7', 'Objective 7: Vulnerabilities', 7],
      ['question', 'b', 'Was it enough?'],
    ]);
  });

  it('has one question of a cell with several paragraphs', () => {
    const blocks: BlockSketch[] = [
      { text: 'What was done?', ...cell(0, 0) },
      { text: 'Please give examples.', ...cell(0, 0) },
      { text: 'A law was passed.', ...cell(0, 1) },
    ];
    const { outline, statements } = segmented(blocks);
    expect(outline.map(({ text }) => text)).toEqual(['What was done? Please give examples.']);
    expect(statements[0]?.questionText).toBe(outline[0]?.text);
  });

  it('has the questions of a table with their labels', () => {
    const row = (at: number, ...words: string[]): BlockSketch[] =>
      words.map((text, column) => ({ text, ...cell(at, column) }));
    const blocks = [
      ...row(0, 'No', 'Question', 'Answer'),
      ...row(1, '1', 'What was done?', 'A law was passed.'),
      ...row(2, '2', 'Objective 9', 'A second law was passed.'),
    ];
    expect(outlineOf(blocks)).toEqual([
      ['label', '1', '1'],
      ['question', '1', 'What was done?'],
      ['label', '2', '2'],
      ['section', '9', 'Objective 9', 9],
      ['question', '2', 'Objective 9'],
    ]);
  });
});
