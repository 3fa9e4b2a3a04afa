/** Structure trees as word processors, browsers and lesser programs write them. */
import { describe, expect, it } from 'vitest';
import { segment } from '../../../src/stages/segment.js';
import { readOne } from '../../support/read.js';
import { lines } from './make.js';
import type { Text } from './make.js';
import { makeTagged } from './make-tagged.js';
import type { Leaf, Tag } from './make-tagged.js';

const tag = (role: string, ...kids: (Tag | Leaf)[]): Tag => ({ role, kids });
const leaf = (texts: readonly Text[], page = 0): Leaf => ({ texts, page });
const at = (x: number, y: number, rows: readonly string[], page = 0): Leaf =>
  leaf(lines(x, y, rows), page);

/** Statements as "section.question: parent > text". */
async function statements(bytes: Uint8Array): Promise<string[]> {
  const { document } = await readOne(bytes, 'review.pdf');
  return segment(document!, { titles: [] }).statements.map(
    ({ section, question, text, context }) =>
      `${section}.${question}: ${context.map((one) => `${one} > `).join('')}${text}`,
  );
}

const title = (y: number, text: string): Tag =>
  tag('H1', leaf([{ x: 50, y, text, size: 14, bold: true }]));
const BULLET = '\x95';

describe('tables that a page cuts into two, each tagged for itself', () => {
  const head = (y: number, page: number): Tag =>
    tag('TR', tag('TD', at(50, y, ['Question'], page)), tag('TD', at(200, y, ['Answer'], page)));

  it('go on in the row that was cut, without the header row', async () => {
    const first = tag(
      'Table',
      head(720, 0),
      tag(
        'TR',
        tag('TD', tag('P', at(50, 700, ['a) What was done?']))),
        tag(
          'TD',
          tag('P', at(200, 700, ['Two offices were opened in the ports of the north.'])),
          tag('P', at(200, 80, ['A law on the protection of seasonal workers was'])),
        ),
      ),
    );
    const rest = ['adopted in 2021 and entered into force.'];
    const second = tag(
      'Table',
      head(780, 1),
      tag('TR', tag('TD'), tag('TD', tag('P', at(200, 760, rest, 1)))),
      tag(
        'TR',
        tag('TD', tag('P', at(50, 740, ['b) Which data are there?'], 1))),
        tag('TD', tag('P', at(200, 740, ['A census was held in 2020.'], 1))),
      ),
    );
    const root = tag('Document', title(760, 'I. Measures'), first, second);
    expect(await statements(makeTagged(root))).toEqual([
      'I.a: Two offices were opened in the ports of the north.',
      'I.a: A law on the protection of seasonal workers was adopted in 2021 and entered into force.',
      'I.b: A census was held in 2020.',
    ]);
  });

  it('go on in the item that was cut, which has no label of its own', async () => {
    const item = (y: number, rows: readonly string[], page = 0): Tag =>
      tag(
        'LI',
        tag('Lbl', at(200, y, [BULLET], page)),
        tag('LBody', tag('P', at(212, y, rows, page))),
      );
    const open = ['The training of officers in all the ports of the'];
    const table = (question: Tag, list: Tag): Tag => tag('Table', tag('TR', question, list));
    const root = tag(
      'Document',
      title(760, 'I. Measures'),
      table(
        tag('TD', at(50, 700, ['a) What was done?'])),
        tag('TD', tag('L', item(700, ['The opening of two offices;']), item(80, open))),
      ),
      table(
        tag('TD'),
        tag(
          'TD',
          tag(
            'L',
            tag('LI', tag('LBody', tag('P', at(212, 760, ['north and on its borders;'], 1)))),
            item(740, ['The adoption of a law.'], 1),
          ),
        ),
      ),
    );
    expect(await statements(makeTagged(root))).toEqual([
      'I.a: The opening of two offices;',
      'I.a: The training of officers in all the ports of the north and on its borders;',
      'I.a: The adoption of a law.',
    ]);
  });
});

it('a bold header row above a bold title row holds no statement', async () => {
  const bold = (x: number, y: number, text: string): Leaf => leaf([{ x, y, text, bold: true }]);
  const root = tag(
    'Document',
    tag(
      'Table',
      tag('TR', tag('TD', bold(50, 760, 'Question')), tag('TD', bold(200, 760, 'What we did'))),
      tag('TR', tag('TD', bold(50, 740, 'I. Measures'))),
      tag(
        'TR',
        tag('TD', at(50, 720, ['a) What was done?'])),
        tag('TD', at(200, 720, ['A law was adopted in 2021.'])),
      ),
    ),
  );
  expect(await statements(makeTagged(root))).toEqual(['I.a: A law was adopted in 2021.']);
});

describe('trees that are not followed', () => {
  it('have words of one line in several paragraphs of a cell', async () => {
    const words = (x: number, y: number, text: string): Tag[] => {
      let left = x;
      return text.split(' ').map((word) => {
        const own = tag('P', at(left, y, [word]));
        for (const letter of word)
          left += /[il.t]/u.test(letter) ? 2.6 : /[Amw]/u.test(letter) ? 7 : 5.5;
        left += 3;
        return own;
      });
    };
    const row = (y: number, label: string, text: string): Tag =>
      tag('TR', tag('TD', tag('P', at(50, y, [label]))), tag('TD', ...words(200, y, text)));
    const root = tag(
      'Document',
      title(760, 'I. Measures'),
      tag(
        'Table',
        row(720, 'a) Laws?', 'A law was adopted in 2021.'),
        row(690, 'b) Data?', 'A census was held in 2020.'),
        row(660, 'c) Gaps?', 'The means were cut in 2019.'),
      ),
    );
    expect(await statements(makeTagged(root))).toEqual([
      'I.a: A law was adopted in 2021.',
      'I.b: A census was held in 2020.',
      'I.c: The means were cut in 2019.',
    ]);
  });
});

describe('notes', () => {
  const raised = (x: number, y: number, text: string): Text => ({ x, y: y + 4, text, size: 6 });

  it('at the end of a page that a browser printed are told by their numbers', async () => {
    const note = (y: number, number: string, text: string): Tag =>
      tag('P', leaf([raised(50, y, number), ...lines(62, y, [text])]));
    const root = tag(
      'Document',
      title(760, 'I. Measures'),
      tag('H2', at(50, 730, ['a) Which laws were adopted?'])),
      tag(
        'P',
        leaf([
          ...lines(50, 700, ['A law was adopted in 2021']),
          raised(164, 700, '[1]'),
          ...lines(174, 700, ['and another in 2022.']),
          raised(263, 700, '[2]'),
        ]),
      ),
      note(640, '[1]', 'Law number 12 of 2021.'),
      note(620, '[2]', 'Law number 7 of 2022.'),
    );
    expect(await statements(makeTagged(root))).toEqual([
      'I.a: A law was adopted in 2021 and another in 2022.',
    ]);
  });

  it('that say the same on every page are no running feet', async () => {
    const page = (number: number): Tag[] => [
      tag('H2', at(50, 730, [`${'abc'[number]}) Question ${number + 1}?`], number)),
      tag(
        'P',
        leaf([...lines(50, 700, ['Nothing was said']), raised(127, 700, `${number + 1}`)], number),
        tag('Note', leaf([raised(50, 60, `${number + 1}`), ...lines(58, 60, ['Ibid.'])], number)),
      ),
    ];
    const root = tag('Document', title(760, 'I. Measures'), ...[0, 1, 2].flatMap(page));
    expect(await statements(makeTagged(root))).toEqual([
      'I.a: Nothing was said',
      'I.b: Nothing was said',
      'I.c: Nothing was said',
    ]);
  });
});

it('paragraphs alone tell the order of newspaper columns', async () => {
  const text = (x: number, y: number, name: string): Tag =>
    tag('P', at(x, y, [`The ${name} office opened in the`, 'port of the north in May 2021.']));
  const root = tag(
    'Document',
    tag('P', leaf([{ x: 50, y: 760, text: 'I. Measures', size: 14, bold: true }])),
    tag('P', at(50, 730, ['a) What was done?'])),
    text(50, 700, 'first'),
    text(50, 660, 'second'),
    text(320, 730, 'third'),
    text(320, 690, 'fourth'),
  );
  expect(await statements(makeTagged(root))).toEqual(
    ['first', 'second', 'third', 'fourth'].map(
      (name) => `I.a: The ${name} office opened in the port of the north in May 2021.`,
    ),
  );
});
