/** What stands on a page and is no part of its text: notes, signs that are cut off. */
import { describe, expect, it } from 'vitest';
import { readOne } from '../../support/read.js';
import { lines, makePdf } from './make.js';
import type { PageText } from './make.js';

const told = async (pdf: Buffer): Promise<string[]> => {
  const { document } = await readOne(pdf, 'a.pdf');
  return document!.blocks
    .filter(({ kind }) => kind !== 'page')
    .map(({ kind, span }) => `${kind} ${document!.text.slice(...span)}`);
};

const BODY = [
  'A first sentence of the text that is long enough',
  'to go on over two lines of the page.',
];

describe('signs beyond the box that bounds a page', () => {
  it('are left out, as they are part of a line of the next page', async () => {
    const raw = 'q 40 100 500 700 re W n BT /F1 10 Tf 1 0 0 1 90 92 Tm (f) Tj ET Q';
    const text = await told(makePdf([{ texts: lines(50, 700, BODY), raw }]));
    expect(text).toEqual([`paragraph ${BODY.join(' ')}`]);
  });

  it('do not take signs with them that come after the box', async () => {
    const raw = 'q 40 100 500 700 re W n Q BT /F1 10 Tf 1 0 0 1 90 92 Tm (Seen.) Tj ET';
    const text = await told(makePdf([{ texts: lines(50, 700, BODY), raw }]));
    expect(text.at(-1)).toBe('paragraph Seen.');
  });
});

describe('notes below a line, in print as large as the text', () => {
  const noted = [
    ...lines(50, 700, BODY),
    { x: 205, y: 692, text: '[1]', size: 7 },
    { x: 50, y: 624, text: '[1]', size: 7 },
    { x: 59, y: 620, text: 'A note of the author.' },
  ];

  it('are notes, and their numbers are taken out', async () => {
    const pdf = makePdf([{ texts: noted, lines: [[50, 650, 200, 650]] }]);
    expect(await told(pdf)).toEqual([`paragraph ${BODY.join(' ')}`, 'note A note of the author.']);
  });

  it('are none where lines go on below, as those of a table', async () => {
    const rules = [650, 600].map((y) => [50, y, 200, y] as const);
    const text = await told(makePdf([{ texts: noted, lines: rules }]));
    expect(text.some((line) => line.startsWith('note'))).toBe(false);
  });
});

describe('notes that are alike on two pages', () => {
  it('are no running feet', async () => {
    const page = (number: string): PageText => ({
      texts: [
        ...lines(50, 700, [...BODY, `It has been said often enough, page ${number}.`]),
        { x: 50, y: 54, text: number, size: 6 },
        { x: 54, y: 50, text: `Ibid., p. ${number}${number}.`, size: 9 },
      ],
      lines: [[50, 64, 200, 64]],
    });
    const text = await told(makePdf([page('1'), page('2')]));
    expect(text.filter((line) => line.startsWith('note'))).toEqual([
      'note Ibid., p. 11.',
      'note Ibid., p. 22.',
    ]);
  });
});

describe('small print at the foot that ends with a number of pages', () => {
  it('is a running foot in a document of one page too', async () => {
    const foot = { x: 200, y: 40, text: 'Ministry of Works - 1 / 1', size: 8 };
    const text = await told(makePdf([{ texts: [...lines(50, 700, BODY), foot] }]));
    expect(text).toEqual([`paragraph ${BODY.join(' ')}`]);
  });
});
