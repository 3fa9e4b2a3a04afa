import { describe, expect, it } from 'vitest';
import { csvCell, csvFile, csvLine } from '../../src/report/csv.js';
import { buildDocument, buildRun, filesOf, issue, join } from '../support/build.js';

/** A plain RFC 4180 reader, so that what was written is read back by other code. */
function parse(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  cell.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`not RFC 4180 at ${at}: ${text.slice(at, at + 40)}`);
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] !== ',' && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

const HOSTILE = [
  '=HYPERLINK("http://x.example","click")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  "=cmd|' /C calc'!A0",
];

describe('csvCell', () => {
  it.each(HOSTILE)('makes %j harmless', (text) => {
    const [[read]] = parse(csvLine([text])) as [[string]];
    expect(read).toBe(`'${text}`);
  });

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    [' padded ', '" padded "'],
    ['a\0b', 'ab'],
    ['\0=1', "'=1"],
    ['مرحبا', 'مرحبا'],
    [null, ''],
    [undefined, ''],
    [-1.5, '-1.5'],
    [true, 'TRUE'],
    [false, 'FALSE'],
  ])('writes %j as %j', (value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });
});

describe('csv files', () => {
  it('begin with a byte order mark and end every record with CR LF', () => {
    const file = join(csvFile([{ name: 'n', value: (n: number) => n }], [1, 2]));
    expect(file).toBe('\ufeffn\r\n1\r\n2\r\n');
  });

  it('never hold a cell that a spreadsheet would run, and read back whole', async () => {
    const documents = HOSTILE.map((text, i) =>
      buildDocument({
        id: `${text}${i}`,
        country: text,
        region: text,
        title: text,
        statements: [
          {
            text,
            codes: ['O07'],
            section: text,
            sectionTitle: text,
            question: text,
            questionText: text,
          },
          { text: `${text},"\r\n`, codes: [], parent: 0 },
        ],
        issues: [issue('GCM203', { message: text, hint: text, place: text })],
      }),
    );
    for (const by of ['country', 'section', 'question'] as const) {
      for (const [name, text] of Object.entries(await filesOf(buildRun(documents, { by })))) {
        if (!name.endsWith('.csv')) continue;
        const rows = parse(text);
        expect(new Set(rows.map((row) => row.length)).size, name).toBe(1);
        for (const cell of rows.flat()) expect(cell, name).not.toMatch(/^[=+\-@\t\r＝]/);
      }
    }
  });
});
