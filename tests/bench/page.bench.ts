/** How long report.html takes to open and to filter, with 50 documents and 10 000 statements. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'vitest';
import { runCorpus, writeRun } from '../../src/index.js';
import type { RunResult } from '../../src/index.js';
import { countedBy } from '../../src/report/saved/restore.js';
import { BROWSER, launch } from '../support/browser.js';
import { root } from '../support/cli.js';

const DOCUMENTS = 50;
const STATEMENTS = 10_000;

/** The sample corpus over and over, as the reviews of fifty countries. */
async function large(): Promise<RunResult> {
  const { result } = await runCorpus([join(root, 'corpora', 'sample')], {
    by: 'country',
    date: null,
  });
  const pool = result.documents.filter(({ statements }) => statements.length > 0);
  const each = STATEMENTS / DOCUMENTS;
  const documents = Array.from({ length: DOCUMENTS }, (_, n) => {
    const id = `review-${n}`;
    const coded = pool[n % pool.length]!;
    const codings = new Map(coded.codings.map((coding) => [coding.statement, coding]));
    const picked = Array.from({ length: each }, (__, i) => {
      const statement = coded.statements[i % coded.statements.length]!;
      return { ...statement, document: id, id: `${id}#${i}`, parent: null };
    });
    const own = picked.flatMap((statement, i) => {
      const coding = codings.get(coded.statements[i % coded.statements.length]!.id);
      return coding === undefined ? [] : [{ ...coding, statement: statement.id }];
    });
    const country = `X${String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26))}`;
    const metadata = { ...coded.document.metadata, country };
    return {
      ...coded,
      document: { ...coded.document, id, metadata },
      statements: picked,
      codings: own,
    };
  });
  return countedBy({ ...result, documents }, 'country');
}

describe.skipIf(BROWSER === undefined)('report.html', () => {
  it('opens and filters', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const browser = await launch();
    try {
      await writeRun({ result: await large() }, folder, { language: 'en', formats: ['html'] });
      const path = join(folder, 'report.html');
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      const opened: number[] = [];
      for (let i = 0; i < 3; i++) {
        await page.goto('about:blank');
        const start = performance.now();
        await page.goto(`${pathToFileURL(path).href}#view=matrix`);
        await page.waitForSelector('table.matrix td button');
        opened.push(performance.now() - start);
      }
      // Measured in the page: from the choice until what it changes has been drawn.
      const filtered = await page.evaluate<number[]>(`(async () => {
        const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const times = [];
        for (const [n, value] of [[1, 'result'], [1, 'action'], [1, ''], [2, 'mention'], [2, '']]) {
          const select = document.querySelectorAll('.bar')[1].querySelectorAll('select')[n];
          const start = performance.now();
          select.value = value;
          select.dispatchEvent(new Event('change', { bubbles: true }));
          await drawn();
          times.push(performance.now() - start);
        }
        return times;
      })()`);
      const whole = (times: number[]): string => times.map((ms) => ms.toFixed(0)).join(', ');
      console.log(
        `report.html with ${DOCUMENTS} documents and ${STATEMENTS} statements: ` +
          `${(statSync(path).size / 1e6).toFixed(1)} MB, opens in ${whole(opened)} ms, filters in ${whole(filtered)} ms`,
      );
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
