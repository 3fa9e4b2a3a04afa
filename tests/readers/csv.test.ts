/** Records of separated values: what parts the cells, quotes, line ends, sizes. */
import { describe, expect, it } from 'vitest';
import { parseRows } from '../../src/readers/sheets/csv-rows.js';
import { readFile } from '../../src/readers/index.js';
import { delimiterOf } from '../../src/readers/sheets/delimiter.js';
import { readSheets } from '../support/sheets.js';

const rowsOf = async (text: string): Promise<readonly (readonly string[])[]> =>
  (await parseRows(text, ',', 0)).rows;

describe('what parts the cells', () => {
  it.each([
    ['a,b\n"1;2",3\n', 'a.csv', ','],
    ['a;b\n1,5;2,5\n3,5;4\n', 'a.csv', ';'],
    ['a\tb\none, two\tthree\n', 'a.csv', '\t'],
    ['a\tb\n1\t2\n', 'a.tsv', '\t'],
    ['a|b\n1, 2|3\n', 'a.csv', '|'],
    ['a;b\n"one, two,\nthree";x\n', 'a.csv', ';'],
    ['text\nno cell at all\n', 'a.csv', ','],
  ])('%j is parted by the right sign', (text, path, delimiter) =>
    expect(delimiterOf(text, path)).toEqual({ delimiter, start: 0 }),
  );

  it('is what the first line says, and rows keep the numbers that a spreadsheet shows', async () => {
    const { lines } = await readSheets('sep=|\r\nCountry|Laws?\r\nMAR|A, b; c\r\n');
    expect(lines['review-MAR']).toEqual(['-.- 1 A, b; c @row 3, column B']);
  });
});

describe('records', () => {
  it.each([
    ['a,"b\r\nc"\r\n\r\nd', [['a', 'b\r\nc'], [], ['d']]],
    ['a,b,,\n,,\n"say ""yes""",2', [['a', 'b', '', ''], [], ['say "yes"', '2']]],
    ['=cmd|calc,+1,@x', [['=cmd|calc', '+1', '@x']]],
  ])('of %j', async (text, rows) => expect(await rowsOf(text)).toEqual(rows));

  it.each([
    [
      'in the middle of a cell',
      'a,b\nc,5" pipe\ne,f\n',
      [
        ['a', 'b'],
        ['c', '5" pipe'],
        ['e', 'f'],
      ],
      2,
    ],
    [
      'that are not doubled',
      'a,b\nc,"He "yes" us"\ne,f\n',
      [
        ['a', 'b'],
        ['c', '"He "yes" us"'],
        ['e', 'f'],
      ],
      2,
    ],
    [
      'that nothing closes',
      'a,b\nc,"d\ne,f\ng,"h"\n',
      [
        ['a', 'b'],
        ['c', '"d'],
        ['e', 'f'],
        ['g', 'h'],
      ],
      2,
    ],
    ['on the last line', 'a,b\n"c', [['a', 'b'], ['"c']], 2],
  ])('with quotes %s are mended (GCM135)', async (_what, text, rows, line) => {
    const read = await parseRows(text, ',', 0);
    expect(read.issues.map(({ id, place }) => `${id} ${place}`)).toEqual([`GCM135 line ${line}`]);
    expect(read.rows).toEqual(rows);
  });

  it('with a byte order mark, in UTF-16, and as .tsv are read', async () => {
    const text = 'Pays\tQuelles lois ?\nMaroc\tUne loi adoptée\n';
    for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      const { lines, issues } = await readSheets(bytes, 'a.tsv');
      expect(lines['a-MAR']).toEqual(['-.- 1 Une loi adoptée @row 2, column B']);
      expect(issues).toEqual([]);
    }
  });
});

describe('sizes', () => {
  it.each([
    ['rows', 'Country,Laws?\nMAR,A law\n'.repeat(60_000), 'GCM138'],
    ['documents', `Laws?,Data?\n${'a,b\n'.repeat(3000)}`, 'GCM138'],
    ['a record', `a,b\n${'x'.repeat(17_000_000)},c\n`, 'GCM138'],
  ])('too many or too long: %s', async (_what, text, id) => {
    const { documents, issues } = await readSheets(text);
    expect(documents).toEqual([]);
    expect(issues.map((issue) => issue.id)).toEqual([id]);
  });

  it('16 384 columns, and a cell of a million characters, are read', async () => {
    const columns = Array.from({ length: 16_383 }, (_, at) => at);
    const wide = `Country,${columns.map((at) => `Q${at}?`).join(',')}\nMAR,${columns.map((at) => `x${at}`).join(',')}\n`;
    const { documents } = await readFile(Buffer.from(wide), { path: 'a.csv', sha256: '' });
    expect(documents[0]?.document.blocks).toHaveLength(2 * 16_383);
    const long = `Country,Laws?\nMAR,${'word '.repeat(200_000)}\n`;
    expect((await readSheets(long)).documents[0]?.document.text.length).toBeGreaterThan(990_000);
  });

  it('quotes that break in every line do not take longer than the file is long', async () => {
    const { rows, issues } = await parseRows(`a,b\n${'"x,y\n'.repeat(20_000)}`, ',', 0);
    expect(rows.length).toBeGreaterThan(19_000);
    expect(issues).toHaveLength(1);
  });
});
