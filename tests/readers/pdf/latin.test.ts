/** PDFs in Latin scripts, read by where words stand: one difficulty a case. */
import { describe, expect, it } from 'vitest';
import { joinLines, vocabularyOf } from '../../../src/readers/pdf/hyphens.js';
import { segment } from '../../../src/stages/segment.js';
import { readOne } from '../../support/read.js';
import { lines, makePdf } from './make.js';
import type { PageText, Text } from './make.js';

/** Statements as "section.question: parent > text". */
async function statements(pages: readonly PageText[]): Promise<string[]> {
  const { document } = await readOne(makePdf(pages), 'review.pdf');
  return segment(document!, { titles: [] }).statements.map(
    ({ section, question, text, context }) =>
      `${section}.${question}: ${context.map((one) => `${one} > `).join('')}${text}`,
  );
}

describe('hyphens at line ends', () => {
  const joined = (...rows: string[]): string => joinLines(rows, vocabularyOf(rows));

  it.each([
    ['an e-mail address', ['write to review@mobility-', 'board.gov.ka today.']],
    ['a web address', ['see https://www.board.gov.ka/review-', 'annex_3.pdf for more.']],
  ])('stay in %s', (_, rows) => {
    expect(joined(...rows)).toBe(rows.join(''));
  });

  it('stay where addresses alone end lines so', () => {
    const rows = ['El Observatorio kaldoriano-', 'tesino publica (x@movilidad-', 'kaldor.gob.ka).'];
    expect(joined(...rows)).toBe(rows.join(''));
  });

  it('stay where one compound is cut again and again', () => {
    const rows = ['Les centres hospitalo-', 'universitaires, et les services hospitalo-'];
    expect(joined(...rows, 'universitaires.')).toBe(
      'Les centres hospitalo-universitaires, et les services hospitalo-universitaires.',
    );
  });

  it('and brackets that close after an address', () => {
    expect(joined('(see https://www.board.gov.ka/annex.pdf', ') and the annex.')).toBe(
      '(see https://www.board.gov.ka/annex.pdf) and the annex.',
    );
  });

  it('stay where soft hyphens tell which words are cut', () => {
    const soft = ['The mi\u00adgra\u00ad\u2010', 'tion ser\u00advice and the ad\u00ad\u2010'];
    const rows = [...soft, 'ministration of the hispano-', 'kaldorian board.'];
    expect(joined(...rows)).toBe(
      'The migration service and the administration of the hispano-kaldorian board.',
    );
  });
});

describe('small capitals', () => {
  it('are one word with the capital before them', async () => {
    // Helvetica's S is 9.34 points wide at this size.
    const heading: Text[] = [
      { x: 50, y: 760, text: 'S', size: 14, bold: true },
      { x: 59.34, y: 760, text: 'ECTION I: LAWS', size: 11.2, bold: true },
    ];
    const texts = [
      ...heading,
      ...lines(50, 730, ['a) Which laws were adopted?']),
      ...lines(50, 710, ['A law on asylum was adopted in the spring of 2019.']),
    ];
    expect(await statements([{ texts }])).toEqual([
      'I.a: A law on asylum was adopted in the spring of 2019.',
    ]);
  });

  it('are as large as that capital', async () => {
    const texts = [
      { x: 50, y: 760, text: 'I. S', size: 14 },
      // 14 points of "I. S" in Helvetica are 21.01 wide.
      { x: 71.01, y: 760, text: 'ERVICES FOR ALL WHO ARRIVE', size: 10 },
      ...lines(50, 730, ['a) Which laws were adopted?']),
      ...lines(50, 710, ['A law on asylum was adopted in the spring of 2019.']),
    ];
    const { document } = await readOne(makePdf([{ texts }]), 'review.pdf');
    expect(document!.blocks[0]?.kind).toBe('heading');
  });
});

describe('newspaper columns', () => {
  it('go on below an address that reaches over the gutter', async () => {
    const rows = (name: string): string[] => [
      `All offices of the ${name} publish the`,
      'figures that they collect every year and',
      'give them to the board of statistics.',
    ];
    const address = 'https://www.statistics-of-the-board.gov.ka/figures/2021.pdf';
    const column = (x: number, step: number, names: readonly string[]): Text[] =>
      names.flatMap((name, at) => [
        { x, y: 760 - at * step, text: '\x95' },
        ...lines(x + 12, 760 - at * step, rows(name)),
      ]);
    const texts = [
      ...column(50, 60, ['north', 'south', 'east', 'west']),
      { x: 62, y: 664, text: address },
      ...column(290, 47, ['coast', 'hills', 'isles', 'plains']),
    ];
    const found = await statements([{ texts }]);
    expect(found.map((one) => /of the (\p{L}+)/u.exec(one)?.[1])).toEqual([
      'north',
      'south',
      'east',
      'west',
      'coast',
      'hills',
      'isles',
      'plains',
    ]);
  });
});

describe('tables without borders', () => {
  it('keep numbers that stand between the lines of their question', async () => {
    const row = (y: number, label: string, end: string): Text[] => [
      { x: 50, y: y - 9, text: label },
      ...lines(100, y, ['Which laws were adopted', `since the year ${end}?`], 18),
      ...lines(280, y + 3, [
        'The law on asylum was adopted by the parliament',
        'in the spring, and the decree followed in the year',
        `after it, ${end}.`,
      ]),
    ];
    const texts = [
      { x: 50, y: 780, text: 'I. Measures', size: 14, bold: true },
      ...row(740, '1.1', '2016'),
      ...row(680, '1.2', '2017'),
      ...row(620, '1.3', '2018'),
    ];
    const text = (year: number): string =>
      `The law on asylum was adopted by the parliament in the spring, and the decree followed in the year after it, ${year}.`;
    expect(await statements([{ texts }])).toEqual([
      `I.1.1: ${text(2016)}`,
      `I.1.2: ${text(2017)}`,
      `I.1.3: ${text(2018)}`,
    ]);
  });

  it('leave out a header whose words stand over other columns', async () => {
    const bold = { bold: true };
    const texts = [
      ...lines(52, 780, ['No.'], 12, bold),
      ...lines(120, 780, ['Topics'], 12, bold),
      ...lines(360, 780, ['Texts'], 12, bold),
      ...lines(50, 755, ['I. Laws and services for all persons'], 12, bold),
      ...[0, 1, 2].flatMap((at): Text[] => [
        { x: 50, y: 730 - at * 40, text: `1.${at + 1}` },
        ...lines(95, 730 - at * 40, ['Which laws were', `adopted in 201${at}?`]),
        ...lines(260, 730 - at * 40, [
          `The law of 201${at} was adopted by the parliament without a vote,`,
          'and its decree followed.',
        ]),
      ]),
    ];
    const found = await statements([{ texts }]);
    expect(found).toHaveLength(3);
    expect(found[0]).toBe(
      'I.1.1: The law of 2010 was adopted by the parliament without a vote, and its decree followed.',
    );
  });
});

describe('a section that stands beside its questions', () => {
  it('leaves each question its row', async () => {
    const xs = [40, 110, 150, 270, 550];
    const full = [760, 700, 620];
    const part = [730, 660];
    const drawn = [
      ...full.map((y) => [40, y, 550, y] as const),
      ...part.map((y) => [110, y, 550, y] as const),
      ...xs.map((x) => [x, 620, x, 760] as const),
    ];
    const row = (y: number, label: string, year: number): Text[] => [
      { x: 115, y, text: label },
      { x: 155, y, text: `Which laws in ${year}?` },
      { x: 275, y, text: `All parties adopted the law on asylum of ${year}.` },
    ];
    const texts = [
      { x: 45, y: 745, text: 'I. New laws' },
      ...row(745, '1.1', 2016),
      ...row(715, '1.2', 2017),
      { x: 45, y: 685, text: 'II. Services' },
      ...row(685, '2.1', 2018),
      ...row(645, '2.2', 2019),
    ];
    expect(await statements([{ texts, lines: drawn }])).toEqual([
      'I.1.1: All parties adopted the law on asylum of 2016.',
      'I.1.2: All parties adopted the law on asylum of 2017.',
      'II.2.1: All parties adopted the law on asylum of 2018.',
      'II.2.2: All parties adopted the law on asylum of 2019.',
    ]);
  });
});

describe('page numbers', () => {
  it('are none of the text where a page holds nothing else', async () => {
    const page = (number: number, texts: readonly Text[]): PageText => ({
      texts: [...texts, { x: 290, y: 40, text: `Page ${number}`, size: 8 }],
    });
    const rows = (name: string): Text[] => lines(50, 600, [`The ${name} adopted a law on asylum.`]);
    const { document } = await readOne(
      makePdf([page(1, rows('senate')), page(2, rows('council')), page(3, [])]),
      'a.pdf',
    );
    expect(document!.text).not.toContain('Page');
  });
});

describe('a question of two sentences', () => {
  it('goes on under its number, though the lines of bullets hang', async () => {
    const item = (y: number, name: string): Text[] => [
      { x: 50, y, text: '\x95' },
      ...lines(62, y, [`All offices of the ${name} publish the figures that`, 'they collect.']),
    ];
    const bold = { bold: true };
    const texts = [
      { x: 50, y: 780, text: 'I. Measures', size: 14, bold: true },
      ...lines(50, 750, ['1. Which figures are published?'], 12, bold),
      ...item(732, 'north'),
      ...lines(50, 700, ['2. Has a board of all offices been set up?', 'Who is in it?'], 12, bold),
      ...item(670, 'south'),
    ];
    const text = (name: string): string =>
      `All offices of the ${name} publish the figures that they collect.`;
    expect(await statements([{ texts }])).toEqual([
      `I.1: ${text('north')}`,
      `I.2: ${text('south')}`,
    ]);
  });
});

describe('a request that is no question', () => {
  it.each(['Sírvanse dar ejemplos de buenas prácticas.', 'Describan las medidas adoptadas.'])(
    '%s',
    async (request) => {
      const texts = [
        { x: 50, y: 780, text: 'I. Medidas', size: 14, bold: true },
        ...lines(50, 750, ['a) ¿Qué leyes se han aprobado?']),
        ...lines(50, 730, [
          'La ley de asilo se aprobó en la primavera de 2019 con los votos de todos.',
        ]),
        ...lines(50, 700, [`b) ${request}`]),
        ...lines(50, 680, ['Se han abierto dos oficinas en los puertos.']),
      ];
      expect(await statements([{ texts }])).toEqual([
        'I.a: La ley de asilo se aprobó en la primavera de 2019 con los votos de todos.',
        'I.b: Se han abierto dos oficinas en los puertos.',
      ]);
    },
  );
});
