import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { REPORT_LANGUAGES } from '../../src/report/index.js';
import type { ReportLanguage, RunResult } from '../../src/report/index.js';
import { sortedRun } from '../../src/report/sorted.js';
import { coverageXlsx } from '../../src/report/xlsx/index.js';
import { buildDocument, buildRun, issue } from '../support/build.js';
import { RUN } from './sample.js';

function bytesOf(run: RunResult, lang: ReportLanguage = 'en'): Uint8Array {
  const chunks = [...coverageXlsx(sortedRun(run), lang)];
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as Uint8Array)));
}

async function sheetsOf(run: RunResult, lang: ReportLanguage = 'en') {
  const { sheets } = await readXlsx(bytesOf(run, lang));
  return sheets.map(({ name, rows }) => ({ name, rows: rows as unknown[][] }));
}

describe('coverage.xlsx', () => {
  it('has the numbers of coverage.json in its matrices', async () => {
    const sheets = await sheetsOf(RUN);
    for (const [at, coverage] of [RUN.coverage.objectives, RUN.coverage.themes].entries()) {
      const shown = sheets[at]?.rows.slice(1) ?? [];
      expect(shown).toHaveLength(coverage.rows.length);
      for (const [i, row] of coverage.rows.entries()) {
        const numbers = row.cells.map((cell) =>
          cell.status === 'covered' ? cell.substantive : null,
        );
        const cells = shown[i]
          ?.slice(1, -1)
          .map((cell) => (typeof cell === 'number' ? cell : null));
        expect(cells).toEqual(numbers);
        expect(shown[i]?.at(-1)).toBe(row.statements);
      }
    }
  });

  it('has a row for each code given, and for each statement without one', async () => {
    const wanted = RUN.documents.flatMap(({ statements, codings }) =>
      statements.map(({ id }) => {
        const coding = codings.find((one) => one.statement === id && one.coder !== 'author');
        return Math.max(1, coding?.codes.length ?? 0);
      }),
    );
    const rows = (await sheetsOf(RUN))[2]?.rows ?? [];
    expect(rows.length - 1).toBe(wanted.reduce((sum, count) => sum + count, 0));
    const slavery = rows.find((row) => row.includes('O10'));
    expect(slavery).toEqual(
      expect.arrayContaining(['page 3, table 1, row 4, paragraph 1', 'traite des êtres humains']),
    );
  });

  it('tells each gap by its status, in words', async () => {
    const cells = [RUN.coverage.objectives, RUN.coverage.themes].flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.filter(({ status }) => status !== 'covered')),
    );
    expect((await sheetsOf(RUN))[3]?.rows).toHaveLength(cells.length + 1);
  });

  it.each(REPORT_LANGUAGES)(
    'has names that sheets may have, written from the right in Arabic (%s)',
    async (lang) => {
      const names = (await sheetsOf(RUN, lang)).map(({ name }) => name);
      expect(new Set(names).size).toBe(8);
      for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/u);
      const sheet = strFromU8(unzipSync(bytesOf(RUN, lang))['xl/worksheets/sheet1.xml']!);
      expect(sheet.includes('rightToLeft="1"')).toBe(lang === 'ar');
    },
  );

  const HOSTILE = [
    "=cmd|' /C calc'!A0",
    '@SUM(1)',
    '</t></is></c><c><f>1+1</f></c>',
    'nul \0 bell \u0007 lone \ud800 sign',
    '_x000D_ stays',
    'x'.repeat(40_000),
  ];

  it('keeps hostile texts as texts, and never a formula', async () => {
    const documents = HOSTILE.map((text, at) =>
      buildDocument({
        id: `d${at}`,
        country: 'XAA',
        title: text,
        statements: [{ text, codes: ['O07'], section: text }],
        issues: [issue('GCM203', { message: text, hint: text, place: text })],
      }),
    );
    const run = buildRun(documents);
    const parts = unzipSync(bytesOf(run));
    for (const [path, bytes] of Object.entries(parts)) {
      const xml = strFromU8(bytes);
      expect(xml, path).not.toMatch(/<f[ >]/u);
      expect(xml, path).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u);
    }
    const texts = ((await sheetsOf(run))[2]?.rows ?? []).slice(1).map((row) => row[7]);
    expect(texts.slice(0, 3)).toEqual(HOSTILE.slice(0, 3));
    expect(texts[3]).toBe('nul \ufffd bell \ufffd lone \ufffd sign');
    expect(texts[4]).toBe('_x000D_ stays');
    expect(texts[5]).toHaveLength(32_767);
  });
});
