/** Workbooks: values, sheets, what is hidden, and files made to harm. */
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { cellWords } from '../../src/readers/sheets/cell-words.js';
import { readSheets } from '../support/sheets.js';

type Rows = (string | number | boolean | Date | null)[][];

const book = (sheets: Record<string, Rows>): Promise<Uint8Array> =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) });

const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook written by hand: sheets' inner XML, states, shared strings, further parts. */
function byHand(
  sheets: readonly { name: string; xml: string; state?: string }[],
  shared = '',
  more: Record<string, string> = {},
): Uint8Array {
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="r${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="${REL}"><sheets>${sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"${state === undefined ? '' : ` state="${state}"`}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('')}${relation(98, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${NS}>${shared}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet ${NS}>${xml}</worksheet>`,
      ]),
    ),
    ...more,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  );
}

const cell = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
const SIMPLE = `<sheetData><row r="1">${cell('A1', 'Country')}${cell('B1', 'Laws?')}</row><row r="2">${cell('A2', 'MAR')}${cell('B2', 'A law')}</row></sheetData>`;

describe('values', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [2020, '2020'],
    [true, 'TRUE'],
    [new Date(Date.UTC(2024, 4, 1)), '2024-05-01'],
    [new Date(Date.UTC(2024, 4, 1, 9, 30)), '2024-05-01 09:30'],
    [new Date(Number.NaN), ''],
    ['#N/A', ''],
    ['#1 priority', '#1 priority'],
    ['  ', ''],
    [null, ''],
  ])('%s is "%s"', (value, words) => expect(cellWords(value)).toBe(words));

  it('are shared, rich, inline, or what a formula gave when the file was saved', async () => {
    const shared =
      '<si><t>Country</t></si><si><r><t>Which </t></r><r><rPr><b/></rPr><t>laws?</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>';
    const xml = `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>${cell('C1', 'Data?')}</row><row r="2">${cell('A2', 'MAR')}<c r="B2" t="str"><f>WEBSERVICE("http://x")</f><v>A law &amp; a plan</v></c>${cell('C2', '=cmd|calc!A1')}</row></sheetData>`;
    const { lines } = await readSheets(byHand([{ name: 'Data', xml }], shared), 'a.xlsx');
    expect(lines['a-MAR']).toEqual([
      '-.- 1 A law & a plan @Data!B2',
      '-.- 1 =cmd|calc!A1 @Data!C2',
    ]);
  });
});

describe('several sheets', () => {
  it('of one country are sections of one document; a cover names the country', async () => {
    const bytes = await book({
      Cover: [
        ['Country', 'Jordan'],
        ['Year', 2024],
      ],
      'Section II': [
        ['Question', 'Answer'],
        ['a) Which laws?', 'A law.\n• on asylum;\n   o for children;\n• on work.'],
      ],
      'Section III': [
        ['Question', 'Answer'],
        ['a) Which data?', 'A survey.'],
      ],
    });
    const { lines, documents } = await readSheets(bytes, 'a.xlsx');
    expect(lines).toEqual({
      'a-JOR': [
        'II.a 1 A law. @Section II!B2',
        'II.a 2 on asylum; @Section II!B2',
        'II.a 2.1 for children; @Section II!B2',
        'II.a 3 on work. @Section II!B2',
        'III.a 1 A survey. @Section III!B2',
      ],
    });
    expect(documents[0]?.document.metadata).toEqual({ country: 'JOR', year: 2024 });
  });

  it('named after years or countries are documents of their own', async () => {
    const sheet = (text: string): Rows => [
      ['Question', 'Answer'],
      ['Laws?', text],
    ];
    const read = await readSheets(
      await book({ Morocco: sheet('one'), XBB: sheet('two') }),
      'a.xlsx',
    );
    expect(Object.keys(read.lines)).toEqual(['a-MAR', 'a-XBB']);
    const rows = (text: string): Rows => [
      ['Country', 'Laws?'],
      ['MAR', text],
      ['XAA', text],
    ];
    const years = await readSheets(
      await book({ '2020': rows('one'), '2024': rows('two') }),
      'a.xlsx',
    );
    expect(Object.keys(years.lines)).toEqual([
      'a-MAR-2020',
      'a-XAA-2020',
      'a-MAR-2024',
      'a-XAA-2024',
    ]);
  });

  it('may be told apart by name (GCM136 without such a one)', async () => {
    const sheet = (text: string): Rows => [
      ['Question', 'Answer'],
      ['Laws?', text],
    ];
    const bytes = await book({ Draft: sheet('old'), Final: sheet('new') });
    const { lines } = await readSheets(bytes, 'a.xlsx', { sheet: 'final' });
    expect(lines).toEqual({ a: ['-.- 1 new @Final!B2'] });
    const { issues } = await readSheets(bytes, 'a.xlsx', { sheet: 'Finale' });
    expect(issues.map(({ id, hint }) => `${id} ${hint}`)).toEqual([
      'GCM136 Write its name as the file has it: "Draft", "Final".',
    ]);
  });
});

describe('hidden words', () => {
  it('are left out and named (GCM139)', async () => {
    const xml = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1">${cell('A1', 'Country')}${cell('B1', 'Laws?')}${cell('C1', 'Remarks of the office')}</row><row r="2">${cell('A2', 'MAR')}${cell('B2', 'A law')}${cell('C2', 'secret')}</row><row r="3" hidden="1">${cell('A3', 'PER')}${cell('B3', 'filtered')}</row></sheetData>`;
    const bytes = byHand([
      { name: 'Data', xml },
      {
        name: 'Lists',
        xml: `<sheetData><row r="1">${cell('A1', 'Yes')}</row></sheetData>`,
        state: 'hidden',
      },
    ]);
    const { lines, issues, documents } = await readSheets(bytes, 'a.xlsx');
    expect(lines).toEqual({ 'a-MAR': ['-.- 1 A law @Data!B2'] });
    expect(issues.map(({ id, severity }) => `${id} ${severity}`)).toEqual(['GCM139 warning']);
    expect(
      documents[0]?.dropped.filter(({ reason }) => reason === 'hidden').map(({ text }) => text),
    ).toEqual([
      'row 3 | PER | filtered',
      'columns | Remarks of the office | secret',
      'sheet "Lists" | Yes',
    ]);
  });
});

describe('files made to harm', () => {
  const far = `<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`;
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

  it.each([
    ['a far cell', byHand([{ name: 'A', xml: far }]), 'GCM138'],
    [
      'entities',
      byHand([{ name: 'A', xml: SIMPLE }], '', {
        'xl/sharedStrings.xml': `${bomb}<sst ${NS}><si><t>&b;</t></si></sst>`,
      }),
      'GCM125',
    ],
    [
      'entities from outside',
      byHand([{ name: 'A', xml: SIMPLE }], '', {
        'xl/styles.xml': `${outside}<styleSheet ${NS}/>`,
      }),
      'GCM125',
    ],
    [
      'a cell outside of any sheet',
      byHand([
        { name: 'A', xml: '<sheetData><row r="1"><c r="ZZZZZ9"><v>1</v></c></row></sheetData>' },
      ]),
      'GCM122',
    ],
    ['a part cut off', byHand([{ name: 'A', xml: SIMPLE }]).subarray(0, 700), 'GCM122'],
    ['no sheets', byHand([]), 'GCM101'],
    [
      'rows in rows',
      byHand([{ name: 'A', xml: `<sheetData>${'<row>'.repeat(50_000)}` }]),
      'GCM101',
    ],
  ])('%s', async (_what, bytes, id) => {
    const { documents, issues } = await readSheets(bytes, 'a.xlsx');
    expect(documents).toEqual([]);
    expect(issues.map((issue) => issue.id)).toEqual([id]);
  });

  it('macros are named and not run (GCM131)', async () => {
    const bytes = byHand([{ name: 'A', xml: SIMPLE }], '', { 'xl/vbaProject.bin': 'x' });
    const { lines, issues } = await readSheets(bytes, 'a.xlsm');
    expect(lines).toEqual({ 'a-MAR': ['-.- 1 A law @A!B2'] });
    expect(issues.map(({ id }) => id)).toEqual(['GCM131']);
  });

  it('a shared string that is not there is an empty cell', async () => {
    const xml = SIMPLE.replace(
      '</row></sheetData>',
      '<c r="C2" t="s"><v>99</v></c></row></sheetData>',
    );
    const { lines } = await readSheets(byHand([{ name: 'A', xml }]), 'a.xlsx');
    expect(lines['a-MAR']?.[0]).toBe('-.- 1 A law @A!B2');
  });
});
