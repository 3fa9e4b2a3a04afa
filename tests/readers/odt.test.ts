import { describe, expect, it } from 'vitest';
import { outline } from '../support/outline.js';
import { readOne } from '../support/read.js';
import { odt } from '../support/word.js';

const read = async (text: string, automatic = '', common = '') =>
  readOne(odt(text, automatic, common), 'review.odt');
const lines = async (text: string, automatic = '', common = '') =>
  outline((await read(text, automatic, common)).document);
const p = (text: string, style = 'Standard'): string =>
  `<text:p text:style-name="${style}">${text}</text:p>`;
const items = (...texts: readonly string[]): string =>
  texts
    .map((text) => `<text:list-item>${text.startsWith('<') ? text : p(text)}</text:list-item>`)
    .join('');
const listOf = (style: string, content: string, more = ''): string =>
  `<text:list text:style-name="${style}"${more}>${content}</text:list>`;
const sub = (content: string): string => `<text:list>${content}</text:list>`;
const number = (level: number, format: string, more = ''): string =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" ${more}/>`;

const STYLES =
  `<text:list-style style:name="N">${number(1, '1', 'style:num-suffix="."')}${number(2, 'a', 'style:num-suffix=")"')}${number(3, '1', 'text:display-levels="3" style:num-suffix="."')}</text:list-style>` +
  '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>' +
  `<text:list-style style:name="A">${number(1, 'أ, ب, ت, ...', 'style:num-suffix="."')}</text:list-style>` +
  `<text:list-style style:name="Q">${number(1, '1', 'style:num-prefix="Question " style:num-suffix=":"')}</text:list-style>`;

describe('lists', () => {
  it('keeps levels and numbers, sub-lists in items, and further paragraphs of items', async () => {
    const body = listOf(
      'N',
      items(
        `${p('A')}${p('More of A.')}${sub(items('B', `${p('C')}${sub(items('D'))}`))}`,
        p('E') + sub(items('F')),
      ),
    );
    const { document } = await read(body, STYLES);
    expect(outline(document)).toEqual([
      '1. A',
      'p More of A.',
      '  a) B',
      '  b) C',
      '    1.b.1. D',
      '2. E',
      '  a) F',
    ]);
    expect(document!.blocks[1]!.level).toBe(0);
  });

  it('starts lists anew unless they go on, or say where they start', async () => {
    const body =
      listOf('N', items('A', 'B'), ' xml:id="l1"') +
      p('Between.') +
      listOf('N', items('C'), ' text:continue-numbering="true"') +
      listOf('N', items('D')) +
      listOf('N', items('E'), ' text:continue-list="l1"') +
      listOf('N', `<text:list-item text:start-value="9">${p('F')}</text:list-item>`) +
      listOf('B', `<text:list-header>${p('Title')}</text:list-header>${items('G')}`);
    expect((await lines(body, STYLES)).filter((line) => line !== 'p Between.')).toEqual([
      '1. A',
      '2. B',
      '3. C',
      '1. D',
      '4. E',
      '9. F',
      'p Title',
      '- G',
    ]);
  });

  it('writes Arabic letters, and long labels as words', async () => {
    expect(
      await lines(listOf('A', items('القوانين', 'الموانئ')) + listOf('Q', items('Who?')), STYLES),
    ).toEqual(['أ. القوانين', 'ب. الموانئ', 'p Question 1: Who?']);
  });

  it('tells the depth of lists that are styles from their indents', async () => {
    const level = (name: string, left: string): string =>
      `<text:list-style style:name="${name}"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties><style:list-level-label-alignment fo:text-indent="-0.6cm" fo:margin-left="${left}"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>`;
    const body = listOf('B1', items('A')) + listOf('B2', items('B')) + listOf('B1', items('C'));
    const wanted = ['- A', '  - B', '- C'];
    expect(await lines(body, '', level('B1', '0.6cm') + level('B2', '1.2cm'))).toEqual(wanted);
    const typed = p('▪ A', 'P1') + p('- B', 'P2') + p('▪ C', 'P1');
    const margin = (name: string, left: string): string =>
      `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:margin-left="${left}" fo:text-indent="-0.5cm"/></style:style>`;
    expect(await lines(typed, margin('P1', '1cm') + margin('P2', '2cm'))).toEqual([
      '▪ A',
      '  - B',
      '▪ C',
    ]);
  });
});

describe('tables', () => {
  const cell = (content: string, more = ''): string =>
    `<table:table-cell${more}>${content}</table:table-cell>`;
  const row = (...cells: readonly string[]): string =>
    `<table:table-row>${cells.join('')}</table:table-row>`;

  it('keeps header rows, spans, lists in cells and tables in cells', async () => {
    const inner = `<table:table>${row(cell(p('2019')), cell(p('340')))}</table:table>`;
    const body = `<table:table><table:table-column/><table:table-header-rows>${row(cell(p('Questions')), cell(p('Answers')))}</table:table-header-rows>${row(
      cell(p('Section 1: Laws'), ' table:number-columns-spanned="2"'),
      '<table:covered-table-cell/>',
    )}${row(cell(p('Who?'), ' table:number-rows-spanned="2"'), cell(listOf('B', items('A', `${p('B')}${sub(items('C'))}`))))}${row(
      '<table:covered-table-cell/>',
      cell(p('By year:') + inner),
    )}</table:table>`;
    expect(await lines(listOf('B', items('Before')) + body, STYLES)).toEqual([
      '- Before',
      '0.0.0H| p Questions',
      '0.0.1H| p Answers',
      '0.1.0| p Section 1: Laws',
      '0.2.0| p Who?',
      '0.2.1| - A',
      '0.2.1| - B',
      '0.2.1|   - C',
      '0.3.1| p By year:',
      '0.3.1| p 2019',
      '0.3.1| p 340',
    ]);
  });
});

describe('what is shown', () => {
  it('reads headings with their numbers, and titles as paragraphs', async () => {
    const outlined = `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>`;
    const h = (level: number, text: string, style = 'H'): string =>
      `<text:h text:style-name="${style}" text:outline-level="${level}">${text}</text:h>`;
    const title =
      '<style:style style:name="T" style:parent-style-name="Title"/><style:style style:name="Title"/>';
    expect(
      await lines(
        h(1, 'Review', 'T') + h(1, 'Laws') + h(2, 'Ports') + h(1, 'Quays'),
        title,
        outlined,
      ),
    ).toEqual(['p Review', 'h1 I. Laws', 'h2 Ports', 'h1 II. Quays']);
  });

  it('keeps white space as it is shown, text boxes after their paragraph, notes at the end', async () => {
    const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('Law 12.')}</text:note-body></text:note>`;
    const box = `<draw:frame><draw:text-box>${p('In the box.')}</draw:text-box></draw:frame>`;
    const body =
      p(`One<text:s text:c="2"/>two<text:tab/>three<text:line-break/>four${note}five`) +
      p(`Around${box} it, <text:span>as <text:a>always</text:a></text:span>.`);
    expect(await lines(body)).toEqual([
      'p One two three four five',
      'p Around it, as always.',
      'p In the box.',
      'note Law 12.',
    ]);
  });

  it('leaves out what nobody sees, and says so', async () => {
    const hidden =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const header = `<style:master-page><style:header>${p('Republic of Halvenmark')}</style:header><style:header-left>${p('Republic of Halvenmark')}</style:header-left></style:master-page>`;
    const { document, dropped } = await read(
      `<text:tracked-changes><text:changed-region><text:deletion>${p('Old.')}</text:deletion></text:changed-region></text:tracked-changes>` +
        `<text:table-of-content><text:index-body>${p('Laws 3')}</text:index-body></text:table-of-content>` +
        p('Seen<text:span text:style-name="H"> unseen</text:span>') +
        `<text:section text:display="none">${p('Nobody.')}</text:section><text:section>${p('All<office:annotation>' + p('Check.') + '</office:annotation>.')}</text:section>` +
        p('<text:placeholder>&lt;Your answer&gt;</text:placeholder>'),
      hidden,
      header,
    );
    expect(outline(document)).toEqual(['p Seen', 'p All.']);
    expect(dropped.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
      'deleted text: Old.',
      'navigation: Laws 3',
      'hidden: unseen',
      'hidden: Nobody.',
      'comment: Check.',
      'decoration: <Your answer>',
      'header or footer: Republic of Halvenmark',
    ]);
  });
});

describe('files', () => {
  const locked = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
  it.each<[string, Uint8Array, string]>([
    ['an encrypted file', odt(p('x'), '', '', { 'META-INF/manifest.xml': locked }), 'GCM123'],
    ['a file without content', odt('', '', '', { 'content.xml': '' }), 'GCM122'],
    ['a file without words', odt(p('')), 'GCM101'],
    [
      'content that is cut',
      odt('', '', '', { 'content.xml': '<office:document-content>' }),
      'GCM122',
    ],
    [
      'an entity',
      odt('', '', '', { 'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'GCM125',
    ],
    [
      'elements nested without end',
      odt('<text:span>'.repeat(5000) + '</text:span>'.repeat(5000)),
      'GCM133',
    ],
  ])('%s is refused', async (_, bytes, id) => {
    const { document, issues } = await readOne(bytes, 'a.odt');
    expect(document).toBeNull();
    expect(issues.map((issue) => `${issue.id} ${issue.severity}`)).toEqual([`${id} error`]);
  });
});
