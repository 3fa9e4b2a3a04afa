import { describe, expect, it } from 'vitest';
import { outline } from '../support/outline.js';
import { readOne } from '../support/read.js';
import { docx, item, list, num, p, run, style, table } from '../support/word.js';

const read = async (body: string, parts: Readonly<Record<string, string>> = {}) =>
  readOne(docx(body, parts), 'review.docx');
const lines = async (body: string, parts: Readonly<Record<string, string>> = {}) =>
  outline((await read(body, parts)).document);
const ind = (left: number, hanging = 0): string =>
  `<w:ind w:left="${left}" w:hanging="${hanging}"/>`;

describe('lists', () => {
  const numbering =
    list(0, ['bullet \uf0b7', 'bullet o', 'bullet \uf0a7']) +
    list(1, ['decimal %1.', 'lowerLetter %2)', 'decimal %1.%2.%3']) +
    list(2, ['upperRoman %1.-']) +
    list(3, ['arabicAlpha %1.']) +
    list(4, ['decimal Question %1:']) +
    num(1, 0) +
    num(2, 1) +
    num(3, 2) +
    num(4, 3) +
    num(5, 4) +
    num(6, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>') +
    num(7, 1);

  it('keeps the levels of bullets', async () => {
    const body = item('A', 1) + item('B', 1, 1) + item('C', 1, 2) + item('D', 1, 1) + item('E', 1);
    expect(await lines(body, { numbering })).toEqual(['- A', '  - B', '    - C', '  - D', '- E']);
  });

  it('counts as Word does: levels, lists that go on and lists that start at a number', async () => {
    const body =
      item('A', 2) +
      item('B', 2, 1) +
      item('C', 2, 1) +
      item('D', 2, 2) +
      item('E', 2) +
      item('F', 2, 1) +
      p('Between.') +
      item('G', 7) +
      item('H', 6) +
      item('I', 6);
    expect(await lines(body, { numbering })).toEqual([
      '1. A',
      '  a) B',
      '  b) C',
      '    1.b.1 D',
      '2. E',
      '  a) F',
      'p Between.',
      '3. G',
      '5. H',
      '6. I',
    ]);
  });

  it('shows numbers of other scripts, and long labels as words', async () => {
    const body =
      item('Laws', 3) +
      item('Ports', 3) +
      item('القوانين', 4) +
      item('الموانئ', 4) +
      item('Who?', 5);
    expect(await lines(body, { numbering })).toEqual([
      'I.- Laws',
      'II.- Ports',
      'أ. القوانين',
      'ب. الموانئ',
      'p Question 1: Who?',
    ]);
  });

  it('tells the depth of bullets by style from their indents', async () => {
    const bullets = (name: string, id: number, left: number): string =>
      style(
        name.replaceAll(' ', ''),
        name,
        `<w:pPr><w:numPr><w:numId w:val="${id}"/></w:numPr>${ind(left, 360)}</w:pPr>`,
      );
    const styles =
      bullets('List Bullet', 11, 360) +
      bullets('List Bullet 2', 12, 643) +
      style('Puce', 'Puce du ministère', '<w:basedOn w:val="ListBullet2"/>');
    const own = list(11, ['bullet •']) + list(12, ['bullet •']) + num(11, 11) + num(12, 12);
    const styled = (text: string, id: string): string => p(text, `<w:pStyle w:val="${id}"/>`);
    const body =
      styled('A', 'ListBullet') +
      styled('B', 'ListBullet2') +
      styled('C', 'Puce') +
      styled('D', 'ListBullet');
    const wanted = ['- A', '  - B', '  - C', '- D'];
    expect(await lines(body, { styles, numbering: own })).toEqual(wanted);
    expect(await lines(table([['Q', body]]), { styles, numbering: own })).toEqual([
      '0.0.0| p Q',
      ...wanted.map((line) => `0.0.1| ${line}`),
    ]);
  });

  it('reads typed bullets, their depth from indents, and bullets after line breaks', async () => {
    const body =
      p('▪\tA', ind(720, 360)) +
      p('-\tB', ind(1080, 360)) +
      p('▪\tC', ind(720, 360)) +
      p('Two steps:') +
      p(`${run('First:')}<w:r><w:br/></w:r>${run('- one;')}<w:r><w:br/></w:r>${run('- two.')}`);
    expect(await lines(body)).toEqual([
      '▪ A',
      '  - B',
      '▪ C',
      'p Two steps:',
      'p First:',
      '- one;',
      '- two.',
    ]);
  });

  it('knows bullets of symbol fonts as signs, as private letters, and as plain letters of the font', async () => {
    const wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>';
    const body =
      p(`<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>${run('\tA')}`) +
      p(run('\uf0a7 B')) +
      p(`${run('§', wingdings)}${run(' C')}`) +
      p(`${run('Grows ')}<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run(' 5 %')}`);
    expect(await lines(body)).toEqual(['\uf0b7 A', '\uf0a7 B', '\uf0a7 C', 'p Grows ≥ 5 %']);
  });

  it('takes a paragraph under the words of an item as part of it, but not body text', async () => {
    const body =
      p('Before.') + item('A', 1) + p('More of A.', ind(720)) + item('B', 1) + p('After.');
    const { document } = await read(body, { numbering });
    expect(outline(document)).toEqual(['p Before.', '- A', 'p More of A.', '- B', 'p After.']);
    expect(document!.blocks.map(({ level }) => level)).toEqual([undefined, 0, 0, 0, undefined]);
    const indented = p('Before.', ind(720)) + item('A', 1) + p('After.', ind(720));
    const other = await read(indented, { numbering });
    expect(other.document!.blocks.map(({ level }) => level)).toEqual([undefined, 0, undefined]);
  });

  it('shows a column that Word numbers', async () => {
    const body = table([
      [item('', 2), 'Who?', 'All.'],
      [item('', 2), 'When?', 'Soon.'],
    ]);
    expect(await lines(body, { numbering })).toEqual([
      '0.0.0| p 1.',
      '0.0.1| p Who?',
      '0.0.2| p All.',
      '0.1.0| p 2.',
      '0.1.1| p When?',
      '0.1.2| p Soon.',
    ]);
  });

  it('finds lists that a style of lists names', async () => {
    const numbered =
      '<w:abstractNum w:abstractNumId="20"><w:numStyleLink w:val="Liste"/></w:abstractNum>' +
      list(21, ['lowerRoman (%1)'], '<w:styleLink w:val="Liste"/>') +
      num(20, 20) +
      num(21, 21);
    const styles =
      '<w:style w:type="numbering" w:styleId="Liste"><w:name w:val="Liste"/><w:pPr><w:numPr><w:numId w:val="21"/></w:numPr></w:pPr></w:style>';
    expect(await lines(item('A', 20) + item('B', 20), { styles, numbering: numbered })).toEqual([
      '(i) A',
      '(ii) B',
    ]);
  });
});

describe('headings', () => {
  const styles =
    style('Titre1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
    style('Section', 'Ma section', '<w:basedOn w:val="Titre1"/>') +
    style('Titre', 'Title', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
    style(
      'N1',
      'heading 2',
      '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>',
    );
  const numbering = list(0, ['upperRoman %1.']) + num(1, 0);

  it.each([
    ['Titre1', 'h1 Words'],
    ['Section', 'h1 Words'],
    ['Titre', 'p Words'],
    ['N1', 'h2 I. Words'],
    ['Heading3', 'h3 Words'],
    ['Ttulo2', 'h2 Words'],
    ['عنوان 1', 'h1 Words'],
    ['Normal', 'p Words'],
  ])('a paragraph of the style "%s" is "%s"', async (id, wanted) => {
    expect(await lines(p('Words', `<w:pStyle w:val="${id}"/>`), { styles, numbering })).toEqual([
      wanted,
    ]);
  });

  it('knows outline levels of a paragraph itself', async () => {
    expect(
      await lines(p('Words', '<w:outlineLvl w:val="2"/>') + p('More', '<w:outlineLvl w:val="9"/>')),
    ).toEqual(['h3 Words', 'p More']);
  });

  it('takes an answer that is set as a heading as a paragraph', async () => {
    const answer = 'The ferry office keeps a register of crossings. '.repeat(12).trim();
    expect(await lines(p(answer, '<w:outlineLvl w:val="2"/>'))).toEqual([`p ${answer}`]);
  });
});
