import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/model/types.js';
import { escapeHtml, markup } from '../../src/report/escape.js';
import { anchorOf } from '../../src/report/html/names.js';
import { marked } from '../../src/report/html/marked.js';
import { REPORT_LANGUAGES, STRINGS } from '../../src/report/html/strings.js';
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
  it.each(REPORT_LANGUAGES)('holds no script and asks nothing of the network (%s)', (lang) => {
    const source = page(RUN, lang);
    const found = elements(source);
    const names = new Set(found.map(({ name }) => name));
    for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base'])
      expect(names.has(name), name).toBe(false);
    expect(source).not.toMatch(/url\(|@import|https?:/);
  });

  it('forbids everything but its own style sheet', () => {
    const source = page(RUN);
    const style = /<style>([\s\S]*?)<\/style>/.exec(source)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = elements(source).find(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    )?.attributes.content;
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it.each(REPORT_LANGUAGES)('leads every link to a place of the page, once (%s)', (lang) => {
    const found = elements(page(RUN, lang));
    const ids = found.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of found) {
      if (attributes.href !== undefined) expect(ids).toContain(attributes.href.slice(1));
    }
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    const problems: string[] = [];
    const empty = new Set(['meta', 'br']);
    const tags = /<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g;
    for (const [, close, name = ''] of page(RUN).matchAll(tags)) {
      if (empty.has(name)) continue;
      if (close === '') open.push(name);
      else if (open.pop() !== name) problems.push(name);
    }
    expect([...open, ...problems]).toEqual([]);
  });

  it.each(REPORT_LANGUAGES)('says its language and direction (%s)', (lang) => {
    const [root] = elements(page(RUN, lang));
    expect(root?.attributes).toEqual({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
  });

  it('gives every statement its own language and direction', () => {
    const quotes = elements(page(RUN)).filter(({ name }) => name === 'blockquote');
    const directions = new Set(quotes.map(({ attributes: { lang, dir } }) => `${lang} ${dir}`));
    expect([...directions].sort()).toEqual(['ar rtl', 'fr ltr']);
  });

  it('marks the evidence, in the statement and in the line above it', () => {
    const source = page(RUN);
    expect(source).toContain('La loi contre la <mark>traite des êtres humains</mark> a permis');
    expect(source).toContain('Besoins en matière de <mark>traite</mark> :');
  });

  it('tells the statuses apart by signs, not by colour alone', () => {
    const source = page(RUN);
    for (const cell of ['>1</a>', '×1</a>', '>·</span>', '>?</span>'])
      expect(source).toContain(cell);
  });

  it('says how many statements of a crowded cell it leaves to the data files', () => {
    const statements = Array.from({ length: 75 }, (_, i) => ({
      text: `n${i}`,
      codes: ['O07'],
    }));
    const source = page(buildRun([buildDocument({ id: 'a', statements })]));
    expect(source.match(/<blockquote/g)).toHaveLength(60);
    expect(source).toContain('15 more statements of this cell');
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
    const english = flat(STRINGS.en);
    const own = new Map(flat(STRINGS[lang]));
    expect([...own.keys()]).toEqual(english.map(([path]) => path));
    for (const [path, text] of english) {
      expect(own.get(path), path).not.toBe('');
      expect(own.get(path)?.match(/\{\w+\}/g), path).toEqual(text.match(/\{\w+\}/g));
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

  it('merges spans that touch, and survives spans that lie outside', () => {
    const of = (spans: [number, number][]) =>
      marked('abcdef', spans)
        .map(({ source }) => source)
        .join('');
    expect(of([])).toBe('abcdef');
    expect(
      of([
        [2, 4],
        [0, 2],
        [3, 5],
      ]),
    ).toBe('<mark>abcde</mark>f');
    expect(
      of([
        [-3, 1],
        [5, 99],
        [4, 2],
      ]),
    ).toBe('<mark>a</mark>bcde<mark>f</mark>');
  });

  it('gives different cells different anchors', () => {
    const rows = ['a.b', 'a_b', 'a b', 'a_2e_b', 'أ', '', 'A'];
    expect(new Set(rows.map((row) => anchorOf(row, 'O10'))).size).toBe(rows.length);
  });
});

describe('a document that could not be read', () => {
  const refused = buildDocument({
    id: 'locked',
    issues: [issue('GCM123', { severity: 'error', document: 'in/locked.pdf' })],
  });

  it.each(REPORT_LANGUAGES)('is shown as such in %s, not with figures of zero', (lang) => {
    const html = page(buildRun([refused]), lang);
    const row = /<bdi>locked<\/bdi>[\s\S]*?<\/tr>/u.exec(html)?.[0] ?? '';
    expect(row).toContain(`${STRINGS[lang].unreadable} (GCM123)`);
    expect(row).not.toMatch(/<td class="n">0/u);
  });
});
