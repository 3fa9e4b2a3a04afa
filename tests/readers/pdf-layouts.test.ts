/** Layouts of PDF files as offices make them: small pages that hold one difficulty each. */
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/stages/segment.js';
import { readOne } from '../support/read.js';
import { lines, makePdf } from './pdf/make.js';
import type { PageText, Text } from './pdf/make.js';

/** Statements as "section.question: parent > text". */
async function statements(pages: readonly PageText[]): Promise<string[]> {
  const { document } = await readOne(makePdf(pages), 'review.pdf');
  return segment(document!, { titles: [] }).statements.map(
    ({ section, question, text, context }) =>
      `${section}.${question}: ${context.map((one) => `${one} > `).join('')}${text}`,
  );
}

const BULLET = '\x95';

/** A bullet and its lines, which hang under its words. */
function item(x: number, y: number, rows: readonly string[], bullet = BULLET): Text[] {
  return [{ x, y, text: bullet }, ...lines(x + 12, y, rows)];
}

const heading = (y: number, text: string): Text => ({ x: 50, y, text, size: 14, bold: true });

describe('list items', () => {
  it('open at an "o" that a plain space parts from its words', async () => {
    const texts = [
      heading(760, 'I. Measures'),
      ...lines(50, 730, ['a) Which laws were adopted?']),
      ...lines(50, 710, ['- The plan has three parts:']),
      ...lines(66, 698, ['o the opening of offices in all ports of the country and on']),
      ...lines(75, 686, ['its borders;']),
      ...lines(66, 674, ['o the training of officers.']),
    ];
    expect(await statements([{ texts }])).toEqual([
      'I.a: The plan has three parts:',
      'I.a: The plan has three parts: > the opening of offices in all ports of the country and on its borders;',
      'I.a: The plan has three parts: > the training of officers.',
    ]);
  });

  it('go on at a Spanish "o" that begins a line', async () => {
    const rows = [
      'Las personas sin documentos, las que los perdieron; los familiares',
      'o tutores.',
    ];
    const texts = [
      ...lines(50, 760, ['Las escuelas son gratuitas para todas las personas extranjeras.']),
      ...lines(50, 730, rows),
    ];
    expect(await statements([{ texts }])).toContain(`null.null: ${rows.join(' ')}`);
  });

  it('end where a sentence under the bullet follows on the next page', async () => {
    const last = ['The ministry named a contact point in every one of the districts.'];
    const pages = [
      {
        texts: [
          heading(760, 'I. Measures'),
          ...lines(50, 730, ['a) Which laws were adopted?']),
          ...item(50, 710, [
            'A law on asylum was adopted by the parliament in the spring of',
            '2019.',
          ]),
          ...item(50, 686, last),
        ],
      },
      { texts: lines(50, 760, ['Administrations publish the figures every year.']) },
    ];
    expect((await statements(pages)).slice(1)).toEqual([
      `I.a: ${last.join(' ')}`,
      'I.a: Administrations publish the figures every year.',
    ]);
  });
});

describe('paragraphs', () => {
  it('end where a little more space follows a full stop at the margin', async () => {
    const texts = [
      ...lines(50, 760, ['The labour office checks farms; it found that wages were unpaid']),
      ...lines(50, 748, ['in a third of them. Workers may now call a number without cost.']),
      ...lines(50, 733.5, ['Contracts have been translated and may be read on the website of']),
      ...lines(50, 721.5, ['the ministry.']),
    ];
    expect(await statements([{ texts }])).toHaveLength(2);
  });

  it('close up where a note was referred to', async () => {
    const texts = [
      ...lines(50, 780, ['Schools are open to all.']),
      ...lines(50, 760, ['The labour office']),
      { x: 125, y: 764, text: '1', size: 6 },
      { x: 128.4, y: 760, text: ', which opened in 2019, checks farms in all provinces.' },
      { x: 50, y: 74, text: '1', size: 5 },
      { x: 54, y: 70, text: 'Since 2019.', size: 8 },
    ];
    const drawn = [[50, 90, 180, 90]] as const;
    expect(await statements([{ texts, lines: drawn }])).toEqual([
      'null.null: Schools are open to all.',
      'null.null: The labour office, which opened in 2019, checks farms in all provinces.',
    ]);
  });
});

describe('furniture', () => {
  it('leaves out small print that stands once above the text', async () => {
    const page = (head: string, text: string): PageText => ({
      texts: [
        { x: 50, y: 800, text: head, size: 8 },
        ...lines(50, 760, [text, 'Every office keeps a register of its own.']),
      ],
    });
    const pages = [page('Review 2022', 'Schools are open.'), page('Velmora', 'Clinics are open.')];
    const { document, dropped } = await readOne(makePdf(pages), 'review.pdf');
    expect(document!.text).not.toMatch(/Velmora|Review/u);
    expect(dropped.map(({ text }) => text)).toEqual(['Review 2022', 'Velmora']);
  });
});

describe('tables without borders', () => {
  it('have columns of their own below each heading', async () => {
    const texts = [
      heading(780, 'I. Method'),
      ...lines(50, 750, ['a) Who led the', 'review, and how', 'were others heard?']),
      ...item(150, 750, ['The cabinet office, with the help of the bureau of statistics.']),
      // No bullet: the words begin at the left edge of the cell.
      ...lines(146, 736, ['The minutes were published.']),
      ...lines(50, 700, ['b) Which data', 'were used?']),
      ...item(150, 700, ['The census of 2020 and landing', 'cards.']),
      heading(650, 'II. Measures'),
      ...lines(50, 620, ['a) Which laws have been adopted since 2018?']),
      ...item(280, 619, ['The act on movement, which']),
      ...lines(292, 607, ['entered into force in 2019, and', 'its regulations.']),
      ...item(280, 583, ['A plan for seafarers.']),
      ...item(280, 571, ['A fund.']),
    ];
    expect(await statements([{ texts }])).toEqual([
      'I.a: The cabinet office, with the help of the bureau of statistics.',
      'I.a: The minutes were published.',
      'I.b: The census of 2020 and landing cards.',
      'II.a: The act on movement, which entered into force in 2019, and its regulations.',
      'II.a: A plan for seafarers.',
      'II.a: A fund.',
    ]);
  });
});

describe('tables of numbers, questions and answers without borders', () => {
  it('have rows that no white space parts, told by what stands beside a question', async () => {
    const texts = [
      ...lines(50, 760, ['1']),
      ...lines(75, 760, ['What was done to prevent', 'trafficking in persons?']),
      ...lines(230, 760, ['An act was passed in 2019 and names every form of exploitation, also']),
      ...lines(230, 748, ['at sea.']),
      ...lines(230, 730, ['Shelters were opened in three provinces with help of associations.']),
      ...lines(50, 718, ['2']),
      ...lines(75, 718, ['How are data on migration', 'produced?']),
      ...lines(230, 718, [
        'The office of statistics prints a yearbook of all arrivals since 2014.',
      ]),
      ...lines(230, 700, ['A survey of households measures remittances and what they cost.']),
    ];
    const found = await statements([{ texts }]);
    expect(found).toHaveLength(4);
    expect(found[1]).toMatch(
      /Shelters were opened in three provinces with help of associations\.$/u,
    );
    expect(found[2]).toMatch(
      /The office of statistics prints a yearbook of all arrivals since 2014\.$/u,
    );
  });
});

describe('tables whose rows lines part', () => {
  it('have section titles between the lines, and rows that a page cuts once', async () => {
    const across = (y: number): readonly [number, number, number, number] => [50, y, 540, y];
    const pages = [
      {
        texts: [
          ...lines(50, 750, ['Section 1: Method']),
          // In the middle of its row.
          ...lines(50, 718, ['1.1 Which data were used?']),
          ...item(230, 730, ['The census of 2020.']),
          ...item(230, 718, ['Landing cards.']),
          ...item(230, 706, ['A survey, which the university carried out in all provinces of the']),
        ],
        lines: [across(765), across(742), across(742.5)],
      },
      {
        texts: [
          ...lines(242, 760, ['country.']),
          ...lines(50, 735, ['Section 2: Measures']),
          ...lines(50, 712, ['2.1 Which laws were adopted?']),
          ...item(230, 712, ['An act on movement.']),
          ...lines(50, 690, ['2.2 What is planned?']),
          ...item(230, 690, ['A register of residence.']),
        ],
        lines: [across(750), across(727), across(702), across(680)],
      },
    ];
    expect(await statements(pages)).toEqual([
      '1.1.1: The census of 2020.',
      '1.1.1: Landing cards.',
      '1.1.1: A survey, which the university carried out in all provinces of the country.',
      '2.2.1: An act on movement.',
      '2.2.2: A register of residence.',
    ]);
  });
});

describe('newspaper columns', () => {
  const question = (x: number, y: number, label: string): Text[] => [
    ...lines(x, y, [`${label}) Which laws were adopted, and`, 'when were they adopted?']),
  ];
  const filler = (x: number, y: number, count: number): Text[] =>
    Array.from({ length: count }, (_, at) =>
      item(x, y - 24 * at, [`Act ${at + 1} on the movement of`, 'persons was adopted.']),
    ).flat();

  it('may end in a short one', async () => {
    const texts = [
      { x: 150, y: 800, text: 'Second review', size: 18 },
      { x: 50, y: 770, text: 'I. Measures', size: 13, bold: true },
      ...question(50, 748, 'a'),
      ...filler(50, 724, 20),
      ...question(320, 770, 'b'),
      ...filler(320, 741, 4),
    ];
    const found = await statements([{ texts }]);
    expect(found.map((one) => one.slice(0, 3))).toEqual([
      ...Array<string>(20).fill('I.a'),
      ...Array<string>(4).fill('I.b'),
    ]);
  });

  it('have notes of their own, whose marks are taken out', async () => {
    const mark = (x: number, y: number, number: string): Text[] => [
      { x: x + 93, y: y + 4, text: number, size: 6 },
      { x: x + 96.4, y, text: ', and funded.' },
    ];
    const side = (x: number, y: number, number: string): Text[] => [
      ...lines(x, y, ['A fund was set up by']),
      ...mark(x, y, number),
      ...lines(x, y - 12, ['Its rules were published.']),
      { x, y: 74, text: number, size: 5 },
      { x: x + 4, y: 70, text: `Since 201${number}.`, size: 8 },
    ];
    const texts = [
      ...question(50, 770, 'a'),
      ...filler(50, 741, 18),
      ...side(50, 290, '1'),
      ...question(320, 767, 'b'),
      ...filler(320, 740, 18),
      ...side(320, 290, '2'),
    ];
    const drawn = [
      [50, 90, 140, 90],
      [320, 90, 410, 90],
    ] as const;
    const { document } = await readOne(makePdf([{ texts, lines: drawn }]), 'review.pdf');
    expect(document!.text.match(/A fund[^.]+\./gu)).toEqual([
      'A fund was set up by, and funded.',
      'A fund was set up by, and funded.',
    ]);
    const notes = document!.blocks.filter(({ kind }) => kind === 'note');
    expect(notes.map(({ span, marker }) => [marker, document!.text.slice(...span)])).toEqual([
      ['1', 'Since 2011.'],
      ['2', 'Since 2012.'],
    ]);
  });
});

describe('running text', () => {
  it('leaves out the lines of a table of contents', async () => {
    const dots = '.'.repeat(60);
    const texts = [
      ...lines(50, 780, ['Contents']),
      ...lines(50, 760, [`I. Method ${dots} 2`, `II. Measures ${dots} 14`]),
      ...lines(50, 700, ['The act on movement entered into force on 1 July 2019.']),
    ];
    const { document, dropped } = await readOne(makePdf([{ texts }]), 'review.pdf');
    expect(document!.text).not.toContain('..');
    expect(dropped.map(({ reason }) => reason)).toEqual(['navigation', 'navigation']);
  });

  it.each(['Yes', '1. Yes', 'Oui', 'Sí.'])(
    'takes "%s" below a question for its answer',
    async (reply) => {
      const texts = [
        heading(780, 'I. Measures'),
        ...lines(50, 750, ['a) Are there agreements with other States?']),
        ...lines(50, 730, [reply]),
        ...lines(50, 700, ['b) Which laws were adopted?']),
        ...lines(50, 680, ['The act on movement entered into force on 1 July 2019.']),
      ];
      expect(await statements([{ texts }])).toEqual([
        `I.a: ${reply.replace('1. ', '')}`,
        'I.b: The act on movement entered into force on 1 July 2019.',
      ]);
    },
  );
});
