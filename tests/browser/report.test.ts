/** report.html as its reader sees it, in a browser without a network. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readRun, runCorpus, writeRun } from '../../src/index.js';
import type { RunResult } from '../../src/index.js';
import { VIEWS } from '../../src/page/state.js';
import { buildDocument, buildRun, issue } from '../support/build.js';
import { BROWSER, launch } from '../support/browser.js';
import { root } from '../support/cli.js';
import { RUN } from '../report/sample.js';

const folder = mkdtempSync(join(tmpdir(), 'page-'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const HOSTILE = '</script><img src=x onerror="document.title=\'hacked\'"><!--\u2028{n}';

describe.skipIf(BROWSER === undefined)('report.html in a browser', () => {
  let browser: Browser;
  let sample: RunResult;
  let page: Page;
  const requests: string[] = [];
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    sample = (
      await runCorpus([join(root, 'corpora', 'sample')], { by: 'country', date: '2026-01-31' })
    ).result;
    await written(sample, 'sample');
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    expect(problems).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
  });

  async function written(run: RunResult, name: string): Promise<void> {
    await writeRun({ result: run }, join(folder, name), {
      language: 'en',
      formats: ['html', 'json'],
    });
  }

  /** Opens the report of a run with no network at all. */
  async function open(name: string, fragment = ''): Promise<void> {
    const address = pathToFileURL(join(folder, name, 'report.html')).href;
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    problems.length = 0;
    requests.length = 0;
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.route('**/*', (route) => {
      if (route.request().url().startsWith(address)) return route.continue();
      requests.push(route.request().url());
      return route.abort();
    });
    await page.goto(`${address}#${fragment}`);
    await page.waitForSelector('main h2');
  }

  const text = (selector: string): Promise<string> => page.locator(selector).first().innerText();

  const choice = (label: string) => page.getByRole('combobox', { name: label, exact: true });

  it('shows the numbers of coverage.json in every cell', async () => {
    await open('sample', 'view=matrix&measure=statements');
    const shown = await page.$$eval('table.matrix tbody tr', (rows) =>
      rows.map((row) => [...row.querySelectorAll('td button')].map((each) => each.textContent)),
    );
    const { rows } = sample.coverage.objectives;
    const expected = rows.map(({ cells }) =>
      cells.map(({ substantive, mention, absent, documents }) =>
        documents === 0 ? '·' : String(substantive + mention + absent),
      ),
    );
    expect(shown).toEqual(expected);
    const { result } = await readRun(join(folder, 'sample'));
    expect(result.coverage).toEqual(sample.coverage);
  });

  it('says at which numbers or shares a cell is shaded', async () => {
    await open('sample', 'view=matrix');
    expect(await page.locator('.legend .keys').innerText()).toMatch(/^1\s*2\s*4\s*8\s*16$/u);
    await choice('Number').selectOption('share');
    expect(await page.locator('.legend .keys').innerText()).toMatch(/^>0%\s*1%\s*2%\s*4%\s*8%$/u);
  });

  it('leads from a cell to its statements, with the evidence marked, and back', async () => {
    await open('sample', 'view=matrix');
    await page.getByRole('button', { name: /^XBB, 6 .*substantive 10/u }).click();
    expect(await text('.panel h3')).toContain('XBB');
    expect(await page.locator('.panel .statement').count()).toBe(13);
    expect(
      await page.locator('.panel .statement').first().locator('mark.term').count(),
    ).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel-title');
    await page.locator('.panel summary').first().click();
    expect(await text('.panel .why code')).toMatch(/^O06\/ar\//u);
    expect(page.url()).toContain('row=XBB&code=O06');
    await page.keyboard.press('Escape');
    expect(await page.locator('.panel').count()).toBe(0);
    await page.goBack();
    expect(await page.locator('.panel .statement').count()).toBe(13);
  });

  it('filters by kind, language and score, and says how many are left', async () => {
    await open('sample', 'view=matrix');
    const cells = 'table.matrix tbody td button';
    const before = await page.locator(cells).allInnerTexts();
    await choice('Kind').selectOption('result');
    await choice('Language').selectOption('fr');
    expect(await text('.note')).toMatch(/^Filtered: \d+ of 269 statements/u);
    expect(await page.locator(cells).allInnerTexts()).not.toEqual(before);
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    expect(await page.locator(cells).allInnerTexts()).toEqual(before);
  });

  it('sorts by a column, and moves by the arrow keys', async () => {
    await open('sample', 'view=matrix');
    await page
      .getByRole('columnheader', { name: /Recruitment and decent work/u })
      .getByRole('button')
      .click();
    expect(await text('table.matrix tbody th .name')).toBe('XBB');
    await page.locator('[data-at="0 0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['at'])).toBe(
      '1 1',
    );
  });

  it('switches to Arabic, from right to left, and the address keeps it', async () => {
    await open('sample', 'view=matrix');
    await page.getByLabel('Language of this page').selectOption('ar');
    expect(
      await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
    ).toEqual(['ar', 'rtl']);
    expect(await text('h1')).toContain('الهجرة');
    await page.reload();
    await page.waitForSelector('main h2');
    expect(await text('h1')).toContain('الهجرة');
    await page.locator('[data-at="0 0"]').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['at'])).toBe(
      '0 1',
    );
  });

  it('searches without minding accents', async () => {
    await open('sample', 'view=statements');
    await page.getByLabel(/^Search/u).fill('regularisation');
    await page.waitForFunction(() => document.querySelector('mark.hit') !== null);
    expect((await text('mark.hit')).toLowerCase()).toMatch(/^r[eé]gularisation/u);
  });

  it('prints to A4', async () => {
    await open('sample', 'view=matrix');
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
      'latin1',
    );
    // A4 across, in points.
    expect(pdf).toMatch(/MediaBox \[0 0 84[12][.\d]* 59[45]/u);
  });

  it.each(['en', 'ar'])(
    'has nothing that axe finds fault with, in any view (%s)',
    async (lang) => {
      await open('sample', `lang=${lang}`);
      const found: string[] = [];
      // The page's policy lets no other script in; the debugger may.
      const session = await page.context().newCDPSession(page);
      await session.send('Runtime.evaluate', { expression: axe });
      for (const view of VIEWS) {
        const fragment = `view=${view}&lang=${lang}${view === 'matrix' ? '&row=XBB&code=O06' : ''}`;
        await page.evaluate((hash) => (location.hash = hash), fragment);
        await page.waitForTimeout(60);
        const { result } = await session.send('Runtime.evaluate', {
          expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(({ violations }) => JSON.stringify(violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target + ' ' + node.failureSummary).slice(0, 2).join(' | '))))`,
          awaitPromise: true,
          returnByValue: true,
        });
        for (const one of JSON.parse(String(result.value)) as string[])
          found.push(`${view} ${one}`);
      }
      expect(found).toEqual([]);
    },
    60_000,
  );

  it('shows markup of documents as text', async () => {
    const hostile = buildDocument({
      id: HOSTILE,
      country: 'XAA',
      title: HOSTILE,
      statements: [{ text: HOSTILE, codes: ['O07'], questionText: HOSTILE, section: HOSTILE }],
      issues: [issue('GCM203', { message: HOSTILE, hint: HOSTILE, place: HOSTILE })],
    });
    await written({ ...buildRun([hostile]), names: { XAA: HOSTILE } }, 'hostile');
    await open('hostile', 'view=statements');
    expect(await text('blockquote')).toContain('</script><img src=x');
    for (const view of VIEWS) {
      await page.evaluate((hash) => (location.hash = hash), `view=${view}&row=XAA&code=O07`);
      await page.waitForTimeout(30);
      expect(await page.locator('img, main script').count(), view).toBe(0);
      expect(await page.title()).not.toBe('hacked');
    }
  });

  it('shows a run without documents, and documents that could not be read', async () => {
    await written(buildRun([]), 'none');
    await open('none');
    expect(await text('main')).toContain('No document was given');
    await page.close();
    await written(RUN, 'small');
    await open('small', 'view=gaps');
    expect(await text('main')).toContain('Whole row');
  });

  it('has its matrices as tables where scripts are switched off', async () => {
    await open('sample');
    await page.close();
    page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(pathToFileURL(join(folder, 'sample', 'report.html')).href);
    expect(await page.locator('table.matrix').count()).toBe(2);
    expect(await text('noscript, main')).toContain('script');
  });

  it('refuses a script that is not its own', async () => {
    await open('sample');
    const source = readFileSync(join(folder, 'sample', 'report.html'), 'utf8');
    writeFileSync(
      join(folder, 'sample', 'report.html'),
      source.replace('</body>', '<script>document.title="hacked"</script></body>'),
    );
    await page.reload();
    await page.waitForSelector('main h2');
    expect(await page.title()).not.toBe('hacked');
    expect(problems.join()).toContain('Content Security Policy');
    problems.length = 0;
    writeFileSync(join(folder, 'sample', 'report.html'), source);
  });
});
