import { parse } from 'csv-parse/sync';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { pngFiles, svgFiles } from '../../src/report/figures/index.js';
import { signOf } from '../../src/report/html/signs.js';
import { REPORT_LANGUAGES } from '../../src/report/index.js';
import type { ReportLanguage, RunResult } from '../../src/report/index.js';
import { sortedRun } from '../../src/report/sorted.js';
import { buildDocument, buildRun, join } from '../support/build.js';
import { RUN } from './sample.js';

async function figures(run: RunResult, lang: ReportLanguage = 'en'): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name, make } of svgFiles(sortedRun(run), lang)) found.set(name, join(await make()));
  return found;
}

const texts = (svg = ''): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text = '']) => text);

const records = (csv = ''): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true }) as Record<string, string>[];

describe('figures', () => {
  it('are a heat map, bars, and a profile a row, each with its numbers beside it', async () => {
    const names = [...(await figures(RUN)).keys()];
    const stems = ['heatmap', 'objectives', 'profile-XAA', 'profile-XAB', 'profile-XAC'];
    expect(names.sort()).toEqual(
      stems.flatMap((stem) => [`figures/${stem}.csv`, `figures/${stem}.svg`]).sort(),
    );
  });

  it('have the numbers of coverage.json', async () => {
    const found = await figures(RUN);
    const { rows, codes } = RUN.coverage.objectives;
    const cells = rows.flatMap((row) => row.cells);
    const shown = texts(found.get('figures/heatmap.svg'));
    for (const cell of cells) expect(shown).toContain(signOf(cell));
    const data = records(found.get('figures/heatmap.csv'));
    expect(data.map(({ substantive, status }) => [Number(substantive), status])).toEqual(
      cells.map((cell) => [cell.substantive, cell.status]),
    );
    const totals = records(found.get('figures/objectives.csv'));
    expect(totals.map(({ substantive }) => Number(substantive))).toEqual(
      codes.map((_, i) => rows.reduce((sum, row) => sum + row.cells[i]!.substantive, 0)),
    );
    const profile = records(found.get('figures/profile-XAA.csv'));
    expect(profile.map(({ result }) => Number(result))).toEqual(
      rows[0]!.cells.map(({ kinds }) => kinds.result),
    );
  });

  it.each(REPORT_LANGUAGES)(
    'are XML with a title and a description, without script or address (%s)',
    async (lang) => {
      for (const [name, svg] of await figures(RUN, lang)) {
        if (!name.endsWith('.svg')) continue;
        const document = XmlDocument.fromString(svg);
        expect(document.root.name).toBe('svg');
        document.dispose();
        expect(svg).toMatch(/<title id="title">\S.*<\/title>\n<desc id="desc">\S/u);
        expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
          /https?:|<script|href/u,
        );
      }
    },
  );

  it('keep names of documents texts', async () => {
    const text = '</text><script>x</script> & " \u0000';
    const run = buildRun([
      buildDocument({ id: 'a', country: 'XAA', statements: [{ text, codes: ['O07'] }] }),
    ]);
    for (const [name, svg] of await figures({ ...run, names: { XAA: text } }))
      if (name.endsWith('.svg')) {
        expect(svg).not.toContain('<script');
        XmlDocument.fromString(svg).dispose();
      }
  });

  it('mirror where the language runs from the right', async () => {
    const place = (svg = ''): number =>
      Number(/x="([\d.]+)"[^>]*text-anchor="(?:start|end)"/u.exec(svg)?.[1]);
    const [left, right] = [await figures(RUN, 'en'), await figures(RUN, 'ar')];
    expect(place(left.get('figures/objectives.svg'))).toBeLessThan(50);
    expect(place(right.get('figures/objectives.svg'))).toBeGreaterThan(500);
  });

  it('are drawn as PNG at three times their size', async () => {
    const svg = (await figures(RUN)).get('figures/heatmap.svg') ?? '';
    const [, width] = /width="(\d+)"/u.exec(svg) ?? [];
    const output = pngFiles(sortedRun(RUN), 'en').find(
      ({ name }) => name === 'figures/heatmap.png',
    );
    const [bytes] = [...(await output!.make())] as Uint8Array[];
    const png = Buffer.from(bytes!);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(Number(width) * 3);
    expect(png.length).toBeGreaterThan(5000);
  });

  it('are drawn for a run without documents', async () => {
    expect((await figures(buildRun([]))).get('figures/heatmap.svg')).toContain('</svg>');
  });
});
