/** PDF files: what is refused, what is warned of, and how layouts become blocks. */
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/readers/index.js';
import { DEFAULT_LIMITS } from '../../src/readers/types.js';
import { segment } from '../../src/stages/segment.js';
import { readOne } from '../support/read.js';
import { lines, makePdf } from './pdf/make.js';
import type { PageText } from './pdf/make.js';

const ids = async (bytes: Uint8Array, limits = DEFAULT_LIMITS): Promise<string[]> => {
  const source = { path: 'review.pdf', sha256: '0'.repeat(64) };
  const { issues } = await readFile(bytes, source, {}, limits);
  return issues.map(({ id, severity }) => `${severity} ${id}`);
};

const hello: PageText = { texts: [{ x: 60, y: 700, text: 'The ministry opened an office.' }] };
const scan: PageText = { raw: 'q 595 0 0 842 0 0 cm /Im Do Q' };

describe('refusals and warnings', () => {
  it('reports a scanned file, and tells it from scanned pages in one with text', async () => {
    expect(await ids(makePdf([scan, scan]))).toEqual(['error GCM124']);
    expect(await ids(makePdf([{}]))).toEqual(['error GCM124']);
    expect(await ids(makePdf([hello, scan]))).toEqual(['warning GCM134']);
    expect(await ids(makePdf([hello, {}]))).toEqual([]);
  });

  it('reports a broken file', async () => {
    expect(await ids(Buffer.from('%PDF-1.5\nnothing'))).toEqual(['error GCM122']);
    expect(await ids(makePdf([hello]).subarray(0, 200))).toEqual(['error GCM122']);
  });

  it('refuses more pages than the limits allow', async () => {
    const limits = { ...DEFAULT_LIMITS, pages: 2 };
    expect(await ids(makePdf([hello, hello, hello]), limits)).toEqual(['error GCM128']);
    expect(await ids(makePdf([hello, hello]), limits)).toEqual([]);
  });

  it.each([
    ['a script', '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    [
      'a script by name',
      '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (1) >>] >> >>',
    ],
  ])('warns of %s and reads the text', async (_, catalog) => {
    const { document, issues } = await readOne(makePdf([hello], catalog), 'review.pdf');
    expect(issues.map(({ id }) => id)).toEqual(['GCM131']);
    expect(document!.text).toBe('The ministry opened an office.');
  });

  it('refuses a password, in words that say so', async () => {
    const encrypted = makePdf([hello])
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      );
    expect(await ids(Buffer.from(encrypted, 'latin1'))).toEqual(['error GCM123']);
  });

  it('refuses a page of more signs than a page can have', async () => {
    const raw = `BT /F1 1 Tf ${'(xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx) Tj '.repeat(4100)} ET`;
    expect(await ids(makePdf([{ raw }]))).toEqual(['error GCM128']);
  });
});

/** Statements as "question: parent > text". */
async function statements(pages: readonly PageText[]): Promise<string[]> {
  const { document } = await readOne(makePdf(pages), 'review.pdf');
  return segment(document!, { titles: [] }).statements.map(
    ({ question, text, context }) =>
      `${question}: ${context.map((one) => `${one} > `).join('')}${text}`,
  );
}

const question = (y: number, rows: readonly string[]): ReturnType<typeof lines> =>
  lines(60, y, rows);
const answer = (y: number, rows: readonly string[]): ReturnType<typeof lines> => [
  { x: 230, y, text: '\x95' },
  ...lines(244, y, rows),
];

describe('tables without borders', () => {
  const first = ['a) Which laws were', 'adopted?'];
  const second = ['b) Which data were', 'at hand?'];
  const laws = ['Parliament adopted a law on', 'asylum, which entered into', 'force in 2019.'];
  const office = ['An office was opened.'];
  const figures = ['The census counted all', 'residents.'];
  const wanted = [
    'a: Parliament adopted a law on asylum, which entered into force in 2019.',
    'a: An office was opened.',
    'b: The census counted all residents.',
  ];

  it.each([
    ['at the top', 700, 640],
    ['in the middle', 688, 640],
    ['at the bottom', 676, 640],
  ])('take a question that stands %s of its row', async (_, ofFirst, ofSecond) => {
    const texts = [
      ...question(ofFirst, first),
      ...answer(700, laws),
      ...answer(664, office),
      ...question(ofSecond, second),
      ...answer(640, figures),
    ];
    expect(await statements([{ texts }])).toEqual(wanted);
  });

  it('join a row that runs over a page, and drop the repeated header row', async () => {
    const head = [
      { x: 90, y: 724, text: 'Questions', bold: true },
      { x: 300, y: 724, text: 'Answers', bold: true },
    ];
    const pages = [
      { texts: [...head, ...question(700, first), ...answer(700, laws.slice(0, 2))] },
      {
        texts: [
          ...head,
          { x: 244, y: 700, text: 'force in 2019.' },
          ...answer(688, office),
          ...question(664, second),
          ...answer(664, figures),
        ],
      },
    ];
    expect(await statements(pages)).toEqual(wanted);
    const { dropped } = await readOne(makePdf(pages), 'review.pdf');
    expect(dropped.map(({ text }) => text)).toHaveLength(2);
  });

  it('keep numbers in a column of their own as labels', async () => {
    const texts = [
      { x: 40, y: 700, text: '1' },
      ...lines(60, 700, ['Which laws were', 'adopted?']),
      ...answer(700, laws),
      { x: 40, y: 640, text: '2' },
      ...lines(60, 640, ['Which data were', 'at hand?']),
      ...answer(640, figures),
    ];
    expect(await statements([{ texts }])).toEqual([
      `1: ${laws.join(' ')}`,
      `2: ${figures.join(' ')}`,
    ]);
  });
});

describe('tables with borders', () => {
  it('give the words of a cell to it, and a row that a page cuts once', async () => {
    const frame = (
      top: number,
      middle: number | null,
      bottom: number,
    ): (readonly [number, number, number, number])[] => [
      [50, top, 500, top],
      ...(middle === null ? [] : ([[50, middle, 500, middle]] as const)),
      [50, bottom, 500, bottom],
      [50, bottom, 50, top],
      [220, bottom, 220, top],
      [500, bottom, 500, top],
    ];
    const pages = [
      {
        texts: [...question(700, ['a) Laws?']), ...answer(700, ['A law was adopted and'])],
        lines: frame(715, null, 680),
      },
      {
        texts: [
          { x: 244, y: 700, text: 'published.' },
          ...question(660, ['b) Data?']),
          ...answer(660, ['None.']),
        ],
        lines: frame(715, 680, 640),
      },
    ];
    expect(await statements(pages)).toEqual(['a: A law was adopted and published.', 'b: None.']);
  });
});

describe('running text', () => {
  it('leaves out running heads and page numbers, not the first line of a page', async () => {
    const page = (number: number, text: string): PageText => ({
      texts: [
        { x: 200, y: 810, text: `Review of Velmora, part ${number}`, size: 8 },
        ...lines(60, 760, [text]),
        { x: 290, y: 30, text: `- ${number} -`, size: 8 },
      ],
    });
    const pages = [page(1, 'Schools are open to all.'), page(2, 'Clinics are open to all.')];
    const { document, dropped } = await readOne(makePdf(pages), 'review.pdf');
    expect(document!.text.split(/\n+/u)).toEqual([
      'Schools are open to all.',
      'Clinics are open to all.',
    ]);
    expect(dropped.map(({ reason, page: at }) => `${at} ${reason}`)).toEqual([
      '1 running head',
      '1 page number',
      '2 running head',
      '2 page number',
    ]);
    expect(document!.blocks.map(({ kind, page: at }) => `${kind} ${at}`)).toEqual([
      'paragraph 1',
      'page undefined',
      'paragraph 2',
      'page undefined',
    ]);
  });

  it('makes headings of large print, items of bullets, notes of small print at the foot', async () => {
    const texts = [
      { x: 60, y: 760, text: 'Second review', size: 18 },
      ...lines(60, 720, [
        'The ministry of labour checks farms and restores unpaid wages to',
        'workers.',
      ]),
      { x: 60, y: 690, text: '\x95' },
      { x: 74, y: 690, text: 'Farms are checked every year' },
      { x: 207, y: 694, text: '1', size: 6 },
      { x: 208, y: 690, text: '' },
      { x: 60, y: 678, text: '\x95' },
      { x: 74, y: 678, text: 'Wages are restored:' },
      { x: 88, y: 666, text: '-' },
      { x: 98, y: 666, text: 'by courts.' },
      { x: 60, y: 74, text: '1', size: 5 },
      { x: 64, y: 70, text: 'Since 2019.', size: 8 },
    ];
    const drawn = [[60, 90, 180, 90]] as const;
    const { document } = await readOne(makePdf([{ texts, lines: drawn }]), 'review.pdf');
    const shown = document!.blocks.map(
      ({ kind, level, span }) => `${kind} ${level ?? ''} ${document!.text.slice(...span)}`,
    );
    expect(shown).toEqual([
      'heading 1 Second review',
      'paragraph  The ministry of labour checks farms and restores unpaid wages to workers.',
      'item 0 Farms are checked every year',
      'item 0 Wages are restored:',
      'item 1 by courts.',
      'note  Since 2019.',
      'page  ',
    ]);
  });

  it('reads one newspaper column after the other', async () => {
    const words = 'alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima'.split(
      ' ',
    );
    const column = (x: number, from: number): ReturnType<typeof lines> =>
      lines(
        x,
        700,
        words.map((word, at) => `Line ${from + at} says ${word} and much more of it`),
      );
    const texts = [...column(60, 1), ...column(320, 13)];
    const { document } = await readOne(makePdf([{ texts }]), 'review.pdf');
    const numbers = [...document!.text.matchAll(/Line (\d+)/gu)].map(([, number]) =>
      Number(number),
    );
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
  });
});
