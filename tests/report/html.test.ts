import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/model/types.js';
import { escapeHtml, markup } from '../../src/report/escape.js';
import type { Payload } from '../../src/report/html/payload.js';
import { REPORT_LANGUAGES } from '../../src/report/html/strings.js';
import { wordsIn } from '../../src/page/strings/index.js';
import { reportHtml } from '../../src/report/html/page.js';
import type { ReportLanguage, RunResult } from '../../src/report/index.js';
import { sortedRun } from '../../src/report/sorted.js';
import { assignment, buildDocument, buildRun, issue, join } from '../support/build.js';
import { RUN } from './sample.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></blockquote><iframe src="//x.example">',
  '<!--',
  '&lt;script&gt;',
  '\u202e<b>\u0000\u001b[31m',
  'javascript:alert(1)',
  '{n} ${1} {{x}}',
  '<ma',
];

function page(run: RunResult, lang: ReportLanguage = 'en'): string {
  return join(reportHtml(sortedRun(run), lang));
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Elements of a page, as a parser of HTML sees them. */
function elements(source: string): Element[] {
  const found: Element[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => found.push({ name, attributes }),
  });
  parser.end(source);
  return found;
}

/** A run in which every text that a document or a corpus can bring is `text`. */
function hostileRun(text: string, by: RunResult['settings']['by']): RunResult {
  const evidence: Evidence[] = [
    { in: 'text', spans: [[0, 2]], quote: text, pattern: text },
    { in: 'context', index: 0, spans: [[1, 3]], quote: text, pattern: text },
    { in: 'heading', spans: [], quote: text, pattern: `${text}h` },
  ];
  const part = { section: text, sectionTitle: text, question: text, questionText: text };
  const document = buildDocument({
    id: text,
    country: text,
    region: text,
    title: text,
    statements: [
      { text, ...part, codes: ['O10'] },
      { text, ...part, parent: 0, codes: [assignment('O07', evidence), text] },
    ],
    issues: [issue(text, { message: text, hint: text, place: text })],
  });
  const code = {
    code: text,
    kind: 'theme',
    titles: { en: text },
    labels: { en: text },
  } as const;
  const run = buildRun([document], { by, codes: [...RUN.codes, code] });
  return { ...run, names: { [text]: text } };
}

describe('texts of documents in report.html', () => {
  const calm = (by: RunResult['settings']['by']) =>
    elements(page(hostileRun('calm', by))).map(({ name }) => name);

  it.each(HOSTILE)('%j brings no element and no attribute', (text) => {
    for (const by of ['country', 'document', 'question'] as const) {
      const found = elements(page(hostileRun(text, by)));
      expect(found.map(({ name }) => name)).toEqual(calm(by));
      for (const { attributes } of found) {
        expect(Object.keys(attributes).filter((name) => /^on|^src$|^style$/.test(name))).toEqual(
          [],
        );
        if (attributes.href !== undefined) expect(attributes.href).toMatch(/^#[\w.-]+$/);
      }
    }
  });
});

describe('report.html', () => {
  it.each(REPORT_LANGUAGES)(
    'asks nothing of the network, and has one script beside its data (%s)',
    (lang) => {
      const source = page(RUN, lang);
      const found = elements(source);
      const names = new Set(found.map(({ name }) => name));
      for (const name of ['link', 'img', 'iframe', 'object', 'form', 'base'])
        expect(names.has(name), name).toBe(false);
      const scripts = found.filter(({ name }) => name === 'script');
      expect(scripts.map(({ attributes }) => attributes)).toEqual([
        { type: 'application/json', id: 'data' },
        {},
      ]);
      expect(source).not.toMatch(/url\(|@import/);
    },
  );

  it('forbids everything but its own script and style sheet', () => {
    const source = page(RUN);
    const hashOf = (pattern: RegExp): string =>
      createHash('sha256')
        .update(pattern.exec(source)?.[1] ?? '')
        .digest('base64');
    const style = hashOf(/<style>([\s\S]*?)<\/style>/);
    const script = hashOf(/<script>([\s\S]*?)<\/script>/);
    const policy = elements(source).find(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    )?.attributes.content;
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${script}'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('carries the run as data that ends its element nowhere', () => {
    const text = '</script><!-- <script> \u2028 &amp; ]]>';
    const run = buildRun([buildDocument({ id: 'a', title: text, statements: [{ text }] })]);
    const data = /id="data">([\s\S]*?)<\/script>/u.exec(page(run))?.[1] ?? '';
    expect(data).not.toMatch(/[<>\u2028]/u);
    const { documents } = JSON.parse(data) as Payload;
    expect(documents[0]?.statements[0]?.text).toBe(text);
  });

  it.each(REPORT_LANGUAGES)('says its language and direction (%s)', (lang) => {
    const [root] = elements(page(RUN, lang));
    expect(root?.attributes).toEqual({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
  });

  it('tells the statuses apart by signs, not by colour alone', () => {
    const source = page(RUN);
    for (const cell of ['>1</td>', '×1</td>', '>·</span>', '>?</span>'])
      expect(source).toContain(cell);
  });

  it('has headers with a scope in every table and a caption', () => {
    const found = elements(page(RUN));
    const count = (name: string) => found.filter((element) => element.name === name).length;
    expect(count('caption')).toBe(count('table'));
    for (const { name, attributes } of found)
      if (name === 'th') expect(attributes.scope).toMatch(/^(row|col)$/);
  });
});

describe('strings of the page', () => {
  const flat = (value: unknown, path = ''): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${path}.${key}`));

  it.each(REPORT_LANGUAGES)('%s has every string, and the same places to fill', (lang) => {
    const english = flat(wordsIn('en'));
    const own = new Map(flat(wordsIn(lang)));
    expect([...own.keys()].sort()).toEqual(english.map(([path]) => path).sort());
    for (const [path, text] of english) {
      expect(own.get(path), path).not.toBe('');
      const places = (words = ''): string[] => (words.match(/\{\w+\}/g) ?? []).sort();
      expect(places(own.get(path)), path).toEqual(places(text));
    }
  });
});

describe('small parts', () => {
  it('escapes all that HTML reads', () => {
    expect(escapeHtml(`<a href="x" b='y'>&\u0000`)).toBe(
      '&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;\ufffd',
    );
    expect(markup`<p>${'<'}${[1, null, markup`<b>`]}</p>`.source).toBe('<p>&lt;1<b></p>');
  });
});
