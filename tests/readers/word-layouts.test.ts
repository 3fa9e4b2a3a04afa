/** The same review as DOCX, ODT and HTML gives the same statements, in layouts that word processors make. */
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/stages/segment.js';
import { readOne } from '../support/read.js';
import { docx, item, list, num, odt, p, style, table } from '../support/word.js';

/** Section, question, place in the answer and words of each statement. */
async function statements(content: string | Uint8Array, path: string): Promise<string[]> {
  const { document } = await readOne(content, path);
  return segment(document!, { titles: [] }).statements.map(
    ({ section, question, path: place, text }) => `${section} ${question} ${place} ${text}`,
  );
}

const numbering =
  list(0, ['upperRoman %1.']) +
  list(1, ['lowerLetter %1)']) +
  list(2, ['bullet •', 'bullet o']) +
  num(1, 0) +
  num(2, 1) +
  num(3, 2) +
  num(4, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
const styles =
  style('Titre', 'Title') +
  style('Titre1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>');

const t = (text: string): string => `<text:p>${text}</text:p>`;
const li = (...contents: readonly string[]): string =>
  contents.map((one) => `<text:list-item>${one}</text:list-item>`).join('');
const ul = (name: string, content: string, more = ''): string =>
  `<text:list text:style-name="${name}"${more}>${content}</text:list>`;
const counted = (name: string, format: string, suffix: string): string =>
  `<text:list-style style:name="${name}"><text:list-level-style-number text:level="1" style:num-format="${format}" style:num-suffix="${suffix}"/></text:list-style>`;
const ODT_STYLES =
  counted('S', 'I', '.') +
  counted('Q', 'a', ')') +
  '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/><text:list-level-style-bullet text:level="2" text:bullet-char="o"/></text:list-style>';

describe('questions that the program numbers, without a table', () => {
  const wanted = [
    'I a 1 Oui, en mars 2021.',
    'I a 2 Il a deux parties :',
    'I a 2.1 un bureau central ;',
    'I a 2.2 des bureaux au port.',
    'I b 1 Les syndicats.',
    'II a 1 La loi sur les quais.',
  ];

  it('DOCX', async () => {
    const body =
      item('Méthodologie', 1) +
      item('Un mécanisme a-t-il été créé ?', 2) +
      p('Oui, en mars 2021.') +
      item('Il a deux parties :', 3) +
      item('un bureau central ;', 3, 1) +
      item('des bureaux au port.', 3, 1) +
      item('Qui a été consulté ?', 2) +
      item('Les syndicats.', 3) +
      item('Politiques', 1) +
      item('Quelles lois ont été adoptées ?', 4) +
      item('La loi sur les quais.', 3);
    expect(await statements(docx(body, { numbering }), 'a.docx')).toEqual(wanted);
  });

  it('ODT', async () => {
    const on = ' text:continue-numbering="true"';
    const body =
      ul('S', li(t('Méthodologie'))) +
      ul('Q', li(t('Un mécanisme a-t-il été créé ?'))) +
      t('Oui, en mars 2021.') +
      ul(
        'B',
        li(
          t('Il a deux parties :') +
            `<text:list>${li(t('un bureau central ;'), t('des bureaux au port.'))}</text:list>`,
        ),
      ) +
      ul('Q', li(t('Qui a été consulté ?')), on) +
      ul('B', li(t('Les syndicats.'))) +
      ul('S', li(t('Politiques')), on) +
      ul('Q', li(t('Quelles lois ont été adoptées ?'))) +
      ul('B', li(t('La loi sur les quais.')));
    expect(await statements(odt(body, ODT_STYLES), 'a.odt')).toEqual(wanted);
  });

  it('HTML', async () => {
    const html = `<p>I. Méthodologie</p><p>a) Un mécanisme a-t-il été créé ?</p><p>Oui, en mars 2021.</p>
      <ul><li>Il a deux parties :<ul><li>un bureau central ;</li><li>des bureaux au port.</li></ul></li></ul>
      <p>b) Qui a été consulté ?</p><ul><li>Les syndicats.</li></ul>
      <p>II. Politiques</p><p>a) Quelles lois ont été adoptées ?</p><ul><li>La loi sur les quais.</li></ul>`;
    expect(await statements(html, 'a.html')).toEqual(wanted);
  });
});

describe('tables', () => {
  it('keeps the label of a question under a row that names a section', async () => {
    const wide = (text: string): string =>
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr>${p(text)}</w:tc></w:tr>`;
    const rest = table([
      ['a)', 'Was a mechanism set up?', 'Yes, by decree.'],
      ['b)', 'Who was consulted?', 'The unions.'],
    ]).replace('<w:tbl>', '');
    const found = await statements(docx(wide('II. Methodology') + rest), 'a.docx');
    expect(found).toEqual(['II a 1 Yes, by decree.', 'II b 1 The unions.']);
  });

  it('reads a right-to-left table in the order of its cells', async () => {
    const body =
      p('أولا: المنهجية', '<w:pStyle w:val="Titre1"/><w:bidi/>') +
      table([
        ['الأسئلة', 'الأجوبة'],
        ['أ) هل أنشئت آلية للتنسيق؟', item('تضم اللجنة:', 3) + item('وزارة العمل؛', 3, 1)],
      ]).replace('<w:tbl>', '<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr>');
    expect(await statements(docx(body, { numbering, styles }), 'a.docx')).toEqual([
      '1 أ 1 تضم اللجنة:',
      '1 أ 1.1 وزارة العمل؛',
    ]);
  });
});

it('takes the lines of a title page as no statements', async () => {
  const body =
    p('National review of Halvenmark', '<w:pStyle w:val="Titre"/>') +
    p('Ministry of Ports, 2022') +
    p('Objective 1: Data', '<w:pStyle w:val="Titre1"/>') +
    p('A register of crossings was opened.');
  expect(await statements(docx(body, { styles }), 'a.docx')).toEqual([
    '1 null 1 A register of crossings was opened.',
  ]);
});

it('takes a date above a table, and a table of contacts, as no statements', async () => {
  const body =
    p('National review of Halvenmark', '<w:pStyle w:val="Titre"/>') +
    p('March 2022') +
    table([
      ['Country', 'Halvenmark'],
      ['Focal point', 'Office of Ports'],
    ]) +
    p('') +
    table([['a) Who was consulted?', 'The unions of the ports.']]);
  expect(await statements(docx(body, { styles }), 'a.docx')).toEqual([
    'null a 1 The unions of the ports.',
  ]);
});

it('begins a section at a Roman number that is typed after a list', async () => {
  const body =
    p('I. PREPARATION') +
    p('Who was consulted?') +
    item('The unions of the ports.', 3) +
    p('II. LAWS') +
    p('Which laws were adopted?') +
    item('The Harbour Act.', 3);
  expect(await statements(docx(body, { numbering, styles }), 'a.docx')).toEqual([
    'I null 1 The unions of the ports.',
    'II null 1 The Harbour Act.',
  ]);
});

it('leaves out the signs by which programs mark the end of a form field', async () => {
  const html = `<p>${' '.repeat(500)}<b>a) Who was consulted?</b></p><p>The unions.\u0005</p>`;
  expect(await statements(html, 'a.html')).toEqual(['null a 1 The unions.']);
});
