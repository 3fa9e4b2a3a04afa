import { describe, expect, it } from 'vitest';
import { outline } from '../support/outline.js';
import { readOne } from '../support/read.js';
import { docx, p, run, style, table } from '../support/word.js';

const read = async (body: string, parts: Readonly<Record<string, string>> = {}) =>
  readOne(docx(body, parts), 'review.docx');
const lines = async (body: string, parts: Readonly<Record<string, string>> = {}) =>
  outline((await read(body, parts)).document);
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('tables', () => {
  it('keeps cells of several paragraphs, header rows, empty cells and merged columns', async () => {
    const body = table(
      [
        ['Questions', 'Answers'],
        ['Which laws?', p('The Tide Act.') + p('The Harbour Act.')],
        ['', p('The Quay Act.')],
      ],
      1,
    );
    const merged =
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' +
      `${p('Section 2: Laws')}</w:tc></w:tr><w:tr><w:tc>${p('Who?')}</w:tc><w:tc>${p('All.')}</w:tc></w:tr></w:tbl>`;
    expect(await lines(body + p('Between the tables.') + merged)).toEqual([
      '0.0.0H| p Questions',
      '0.0.1H| p Answers',
      '0.1.0| p Which laws?',
      '0.1.1| p The Tide Act.',
      '0.1.1| p The Harbour Act.',
      '0.2.1| p The Quay Act.',
      'p Between the tables.',
      '1.0.0| p Section 2: Laws',
      '1.1.0| p Who?',
      '1.1.1| p All.',
    ]);
  });

  it('gives cells beside one that spans rows, and rows that begin late, their own columns', async () => {
    const cell = (text: string, properties: string): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? '<w:p/>' : p(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('Q', '<w:vMerge w:val="restart"/>')}${cell('One.', '')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('Two.', '')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('Three.', '')}</w:tr></w:tbl>`;
    expect(await lines(body)).toEqual([
      '0.0.0| p Q',
      '0.0.1| p One.',
      '0.1.1| p Two.',
      '0.2.1| p Three.',
    ]);
  });

  it('joins a table that was cut in several with the same header, and notes what it left out', async () => {
    const head = ['Topic', 'What was done'];
    const { document, dropped } = await read(
      table([head, ['Ports', 'A.'], head, ['Ferries', 'B.']]) +
        p('') +
        table([head, ['Quays', 'C.']]) +
        p('Words between.') +
        table([head, ['Docks', 'D.']]),
    );
    expect(outline(document)).toEqual([
      '0.0.0H| p Topic',
      '0.0.1H| p What was done',
      '0.1.0| p Ports',
      '0.1.1| p A.',
      '0.2.0| p Ferries',
      '0.2.1| p B.',
      '0.3.0| p Quays',
      '0.3.1| p C.',
      'p Words between.',
      '1.0.0| p Topic',
      '1.0.1| p What was done',
      '1.1.0| p Docks',
      '1.1.1| p D.',
    ]);
    expect(dropped).toEqual([
      { reason: 'repeated header row', text: 'Topic What was done' },
      { reason: 'repeated header row', text: 'Topic What was done' },
    ]);
  });

  it('keeps rows that say the same where most rows do', async () => {
    const rows = [
      ['Yes', 'No'],
      ['Yes', 'No'],
      ['Yes', 'Yes'],
      ['Yes', 'No'],
    ];
    expect(await lines(table(rows))).toHaveLength(8);
  });

  it('reads a table in a cell as the cell, and a frame around tables as none', async () => {
    const inner = table([['2019', '340']]);
    const outer = table([['How many?', p('By year:') + inner + p('In all 340.')]]);
    expect(await lines(outer)).toEqual([
      '0.0.0| p How many?',
      '0.0.1| p By year:',
      '0.0.1| p 2019',
      '0.0.1| p 340',
      '0.0.1| p In all 340.',
    ]);
    expect(await lines(table([[p('Title') + outer]]))).toEqual([
      'p Title',
      ...(await lines(outer)),
    ]);
  });

  it('flattens tables nested without end (GCM133)', async () => {
    let body = p('Inside.');
    for (let depth = 0; depth < 60; depth++)
      body = `<w:tbl><w:tr><w:tc>${body}</w:tc><w:tc>${p(`x${depth}`)}</w:tc></w:tr></w:tbl>`;
    const { document, issues } = await read(body);
    expect(issues.map(({ id, severity }) => `${id} ${severity}`)).toEqual(['GCM133 warning']);
    expect(outline(document)).toContain('0.0.0| p Inside.');
  });
});

describe('what is shown', () => {
  it('takes the accepted text of tracked changes', async () => {
    const { document, dropped } = await read(
      p(
        `${run('The ')}<w:ins>${run('new ')}</w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>${run('law ')}` +
          `<w:moveFrom>${run('moved ')}</w:moveFrom><w:moveTo>${run('holds.')}</w:moveTo>`,
      ) +
        p(`${run('One sentence ')}`, '<w:rPr><w:del/></w:rPr>') +
        p('in two paragraphs.') +
        p(`<w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>`, '<w:rPr><w:del/></w:rPr>') +
        p('Kept.', '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>') +
        `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p('Row gone.')}</w:tc></w:tr><w:tr><w:tc>${p('Row kept.')}</w:tc></w:tr></w:tbl>`,
    );
    expect(outline(document)).toEqual([
      'p The new law holds.',
      'p One sentence in two paragraphs.',
      'p Kept.',
      '0.0.0| p Row kept.',
    ]);
    expect(dropped.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
      'deleted text: old',
      'deleted text: moved',
      'deleted text: Gone.',
      'deleted text: Row gone.',
    ]);
  });

  it('leaves out hidden text, placeholders and comments, and says so', async () => {
    const { document, dropped } = await read(
      p(`${run('Seen')}${run(' unseen', '<w:vanish/>')}${run(' too', '<w:vanish w:val="0"/>')}`) +
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p('Click here to enter text.')}</w:sdtContent></w:sdt>` +
        `<w:sdt><w:sdtPr/><w:sdtContent>${p('An answer.')}</w:sdtContent></w:sdt>`,
      { comments: `<w:comment w:id="1">${p('Please check.')}</w:comment>` },
    );
    expect(outline(document)).toEqual(['p Seen too', 'p An answer.']);
    expect(dropped.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
      'hidden: unseen',
      'decoration: Click here to enter text.',
      'comment: Please check.',
    ]);
  });

  it('leaves out headers, footers and the table of contents', async () => {
    const { document, dropped } = await read(
      p('1 Laws 3', '<w:pStyle w:val="TOC1"/>') +
        `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('2 Ports 4')}</w:p>` +
        `${p('3 Quays 5')}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('After.')}</w:p>` +
        p(field(' PAGEREF x ', '7')),
      {
        styles: style('TOC1', 'toc 1'),
        header1: p('Republic of Halvenmark'),
        header2: p('Republic of Halvenmark'),
        footer1: p('Page 1'),
      },
    );
    expect(outline(document)).toEqual(['p After.', 'p 7']);
    expect(dropped.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
      'navigation: 1 Laws 3',
      'navigation: 2 Ports 4',
      'navigation: 3 Quays 5',
      'header or footer: Republic of Halvenmark',
      'header or footer: Page 1',
    ]);
  });

  it('does not lose the document to a field without an end', async () => {
    const start = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    const contents = `${start}<w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
    expect(await lines(p(start + run('x')) + p('Seen.'))).toEqual(['p Seen.']);
    expect(
      await lines(p(contents + run('x')) + p('Laws', '<w:outlineLvl w:val="0"/>') + p('Seen.')),
    ).toEqual(['h1 Laws', 'p Seen.']);
  });

  it('reads text boxes once, after their paragraph', async () => {
    const box = `<w:txbxContent>${p('In the box.')}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const old = `<w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await lines(p(run('Around') + both + run(' it.')))).toEqual([
      'p Around it.',
      'p In the box.',
    ]);
    expect(await lines(p(run('Around') + old))).toEqual(['p Around', 'p In the box.']);
  });

  it('keeps words of links, tags, simple fields, other directions and formulas', async () => {
    const body = p(
      `<w:hyperlink w:anchor="x">${run('Link')}</w:hyperlink>${run(' ')}<w:smartTag>${run('Tag')}</w:smartTag>${run(' ')}` +
        `<w:fldSimple w:instr="REF x">${run('Field')}</w:fldSimple>${run(' ')}<w:bdo>${run('Turned')}</w:bdo>${run(' ')}` +
        `<w:dir>${run('Way')}</w:dir>${run(' ')}<m:oMath><m:r><m:t>5 %</m:t></m:r></m:oMath> ${field('HYPERLINK "x"', ' Result')}`,
    );
    expect(await lines(body)).toEqual(['p Link Tag Field Turned Way 5 % Result']);
  });

  it('joins and parts words as they are read', async () => {
    const body =
      p(`${run('8')}${run('ème', '<w:vertAlign w:val="superscript"/>')}${run(' plan')}`) +
      p(
        `${run('mi')}<w:r><w:softHyphen/></w:r>${run('grants non')}<w:r><w:noBreakHyphen/></w:r>${run('refoule\u00adment')}`,
      ) +
      p(`${run('One')}<w:r><w:tab/></w:r>${run('two')}<w:r><w:br/></w:r>${run('three')}`);
    expect(await lines(body)).toEqual([
      'p 8ème plan',
      'p migrants non\u2011refoulement',
      'p One two three',
    ]);
  });

  it('keeps footnotes and endnotes as notes, and their marks out of the words', async () => {
    const footnotes =
      `<w:footnote w:type="separator" w:id="0">${p('---')}</w:footnote>` +
      `<w:footnote w:id="2">${p(`<w:r><w:footnoteRef/></w:r>${run(' Law 12 of 2019.')}`)}</w:footnote>`;
    const endnotes = `<w:endnote w:id="3">${p('See the annex.')}</w:endnote>`;
    const body =
      p(
        `${run('The law')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' holds')}<w:r><w:endnoteReference w:id="3"/></w:r>${run('.')}`,
      ) + p('It is kept.');
    expect(await lines(body, { footnotes, endnotes })).toEqual([
      'p The law holds.',
      'p It is kept.',
      'note Law 12 of 2019.',
      'note See the annex.',
    ]);
  });
});

describe('files', () => {
  it('knows the namespaces by their addresses, not by their prefixes', async () => {
    const { document } = await readOne(
      docx(
        '',
        {},
        {
          'word/document.xml':
            '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:t>Words</x:t></x:r></x:p></x:body></x:document>',
        },
      ),
      'a.docx',
    );
    expect(outline(document)).toEqual(['h1 Words']);
  });

  it.each<[string, Uint8Array, string]>([
    [
      'an archive without a text',
      docx('', {}, { 'word/document.xml': '', '_rels/.rels': '' }),
      'GCM122',
    ],
    [
      'XML that is cut',
      docx('', {}, { 'word/document.xml': '<w:document><w:body><w:p>' }),
      'GCM122',
    ],
    [
      'an entity',
      docx('', {}, { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'GCM125',
    ],
    [
      'an entity in the styles',
      docx(p('x'), {}, { 'word/styles.xml': '<!DOCTYPE a><a/>' }),
      'GCM125',
    ],
    ['a document of no words', docx(p('')), 'GCM101'],
    [
      'elements nested without end',
      docx('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)),
      'GCM133',
    ],
  ])('%s is refused', async (_, bytes, id) => {
    const { document, issues } = await readOne(bytes, 'a.docx');
    expect(document).toBeNull();
    expect(issues.map((issue) => `${issue.id} ${issue.severity}`)).toEqual([`${id} error`]);
  });

  it('reads a document with macros, and warns', async () => {
    const { document, issues } = await readOne(
      docx(p('Words.'), {}, { 'word/vbaProject.bin': 'x' }),
      'a.docm',
    );
    expect(outline(document)).toEqual(['p Words.']);
    expect(issues.map(({ id }) => id)).toEqual(['GCM131']);
  });
});
