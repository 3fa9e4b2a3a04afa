import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { standingOf } from '../../src/measures/standing.js';
import { statementsByCell } from '../../src/measures/cells.js';
import { briefFiles } from '../../src/report/brief/index.js';
import { signOf } from '../../src/report/html/signs.js';
import { REPORT_LANGUAGES } from '../../src/report/index.js';
import type { ReportLanguage, RunResult } from '../../src/report/index.js';
import { sortedRun } from '../../src/report/sorted.js';
import { wordsIn } from '../../src/page/strings/index.js';
import { buildDocument, buildRun } from '../support/build.js';
import { RUN } from './sample.js';

async function briefs(run: RunResult, lang: ReportLanguage = 'en'): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const { name, make } of briefFiles(sortedRun(run), lang))
    found.set(name, Buffer.concat([...((await make()) as Iterable<Uint8Array>)]));
  return found;
}

async function htmlOf(bytes: Buffer | undefined): Promise<string> {
  return (await mammoth.convertToHtml({ buffer: bytes! })).value;
}

const xmlOf = (bytes: Buffer | undefined): string =>
  strFromU8(unzipSync(bytes!)['word/document.xml']!);

/** Texts of the cells of a table. */
function rows(html: string, table: number): string[][] {
  const [, source = ''] = [...html.matchAll(/<table>([\s\S]*?)<\/table>/gu)][table] ?? [];
  return [...source.matchAll(/<tr>([\s\S]*?)<\/tr>/gu)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/gu)].map(([, cell = '']) =>
      cell.replace(/<[^>]+>/gu, ''),
    ),
  );
}

describe('briefs', () => {
  it('are one a country, with the numbers of coverage.json', async () => {
    const found = await briefs(RUN);
    expect([...found.keys()]).toEqual(['briefs/XAA.docx', 'briefs/XAB.docx', 'briefs/XAC.docx']);
    for (const row of RUN.coverage.objectives.rows) {
      const strip = rows(await htmlOf(found.get(`briefs/${row.key}.docx`)), 1);
      expect(strip).toEqual([['7', '10', '13'], row.cells.map(signOf)]);
    }
  });

  it('put each objective where its strongest statement puts it, and quote it with its place', async () => {
    const html = await htmlOf((await briefs(RUN)).get('briefs/XAA.docx'));
    const says = rows(html, 2);
    const { standings } = wordsIn('en').page;
    expect(says[1]).toEqual([`${standings.results} (1)`, '10 Trafficking']);
    expect(says[2]).toEqual([
      `${standings['not-mentioned']} (2)`,
      '7 Vulnerabilities · 13 Detention',
    ]);
    expect(html).toContain('169 victimes');
    expect(html).toMatch(
      /\[result, Examen national.*section III, question g, page 3, table 1, row 4/u,
    );
    const cells = statementsByCell(RUN.documents, 'country').get('XAA')?.get('O10') ?? [];
    expect(standingOf(cells, 'covered')).toBe('results');
  });

  it.each(REPORT_LANGUAGES)(
    'have real headings, tables with heads, and the language (%s)',
    async (lang) => {
      const bytes = (await briefs(RUN, lang)).get('briefs/XAA.docx');
      const html = await htmlOf(bytes);
      expect(html.match(/<h1>/gu)?.length).toBeGreaterThanOrEqual(5);
      const xml = xmlOf(bytes);
      expect(xml.match(/<w:tblHeader/gu)).toHaveLength(3);
      expect(xml.includes('<w:bidiVisual/>')).toBe(lang === 'ar');
      expect(xml.includes('<w:rtl/>')).toBe(lang === 'ar');
      const styles = strFromU8(unzipSync(bytes!)['word/styles.xml']!);
      expect(styles).toContain(lang === 'ar' ? 'w:bidi="ar-SA"' : `w:val="${lang}"`);
    },
  );

  it('keep texts of documents texts', async () => {
    const text = '</w:t><w:p/> & "x" \u0000\u0008 \ud800 =1+1';
    const run = buildRun([
      buildDocument({
        id: 'a',
        country: 'XAA',
        title: text,
        statements: [{ text, codes: ['O07'] }],
      }),
    ]);
    const html = await htmlOf(
      (await briefs({ ...run, names: { XAA: text } })).get('briefs/XAA.docx'),
    );
    expect(html).toContain('&lt;/w:t&gt;&lt;w:p/&gt; &amp; "x"');
  });

  it('are by region where the run is, and by country else; names are ones that files can have', async () => {
    const documents = [
      buildDocument({
        id: 'a',
        country: '../a',
        region: 'North & East',
        statements: [{ text: 'x', codes: [] }],
      }),
      buildDocument({ id: 'b', country: '..a', statements: [{ text: 'y', codes: [] }] }),
      buildDocument({ id: 'c', statements: [{ text: 'z', codes: [] }] }),
    ];
    const names = (by: 'region' | 'year') =>
      briefFiles(sortedRun(buildRun(documents, { by })), 'en').map(({ name }) => name);
    expect(names('region')).toEqual(['briefs/North-East.docx', 'briefs/unknown.docx']);
    expect(names('year')).toEqual(['briefs/a.docx', 'briefs/a-2.docx', 'briefs/unknown.docx']);
  });

  it('are the same bytes each time', async () => {
    const [one, two] = [await briefs(RUN, 'fr'), await briefs(RUN, 'fr')];
    for (const [name, bytes] of one) expect(two.get(name)?.equals(bytes), name).toBe(true);
  });
});
