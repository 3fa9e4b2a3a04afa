import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { SCHEMA_VERSION } from '../../src/report/index.js';
import { describe, expect, it } from 'vitest';
import type { Inspection, LeftOutReason } from '../../src/model/inspection.js';
import type { DropReason } from '../../src/readers/index.js';
import { INSPECT_STRINGS } from '../../src/report/inspect/strings.js';
import {
  inspectionJson,
  inspectionPage,
  inspectionText,
  type InspectionTextOptions,
} from '../../src/report/inspect/index.js';
import { REPORT_LANGUAGES, type ReportLanguage } from '../../src/report/index.js';
import { displayWidth } from '../../src/report/width.js';
import { documentOf, PAGE } from '../support/blocks.js';
import { issue, join } from '../support/build.js';
import { inspected, inspectionOf } from '../support/inspected.js';
import { ARABIC, FRENCH, tableReview } from '../support/review.js';

const FRENCH_FILE = inspectionOf([await inspected(tableReview('nordlandie', FRENCH), 'fr')]);
const ARABIC_FILE = inspectionOf([await inspected(tableReview('shamal', ARABIC), 'ar')]);
const REFUSED: Inspection = inspectionOf([], {
  format: null,
  formatBy: null,
  issues: [issue('GCM122', { severity: 'error' })],
});

function text(inspection: Inspection, given: Partial<InspectionTextOptions> = {}): string {
  return inspectionText(inspection, { width: null, color: false, show: false, ...given });
}

function page(inspection: Inspection, lang: ReportLanguage = 'en'): string {
  return join(inspectionPage(inspection, { lang, toolVersion: '0.1.0' }));
}

describe('inspection as text', () => {
  it('tells what was read, counted, and what was left out', () => {
    expect(text(FRENCH_FILE)).toBe(`file       in/review.pdf
format     pdf (told by its content)
size       12345 bytes
sha256     abababababab
issues     none

pages      2
language   fr (confidence 0.98, words)
blocks     heading 1, paragraph 6, item 6, page mark 1
footnotes  1
statements 4 (2 at level 0, 2 at level 1)

Sections
                                    questions  statements  begins at
  Examen national de la Nordlandie          0           0  page 1, paragraph 1
  II  Politiques publiques                  2           4  page 1, table 1, row 2, paragraph 4

Tables
  table 1: 5 rows x 2 columns (questions, answers), header rows 2, rows of one cell 1, pages 1-2

Left out
  running head: 2 (by the reader)
    "Nordlandie – examen du Pacte mondial"  page 1
  page number: 1 (by the reader)
    "1"  page 1
  hidden: 1 (by the reader)
    "Texte caché du modèle"
  header row: 2 (by the segmenter)
    "Questions"  page 1, table 1, row 1, paragraph 2
    "Réponses"  page 1, table 1, row 1, paragraph 3
  footnote: 1 (by the segmenter)
    "1 Loi inventée, publiée au journal officiel."  page 1
  repeated header row: 2 (by the segmenter)
    "Questions"  page 2, table 1, row 4, paragraph 8
    "Réponses"  page 2, table 1, row 4, paragraph 9
`);
  });

  it('shows every statement with its place, and all that was left out', () => {
    const shown = text(FRENCH_FILE, { show: true });
    expect(shown.split('\nStatements\n')[1]).toBe(
      `  1. II.a.1 | level 0 | fr | page 1, table 1, row 3, paragraph 6
    La loi de 2019 sur la migration régit :
  2. II.a.1.1 | level 1 | fr | pages 1-2, table 1, row 3, paragraph 7
      l’accueil des personnes vulnérables dans les centres de la capitale et des régions ;
  3. II.a.1.2 | level 1 | fr | page 2, table 1, row 3, paragraph 11
      la régularisation de 1 200 travailleurs ;
  4. II.b.1 | level 0 | fr | page 2, table 1, row 5, paragraph 13
    Les données sur les départs restent incomplètes.
`,
    );
    expect(shown.match(/"Nordlandie – examen du Pacte mondial"/gu)).toHaveLength(2);
  });

  it('shows five different examples of a reason, and counts the rest', async () => {
    const dropped = ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g'].map((words) => {
      return { reason: 'navigation', text: words } as const;
    });
    const document = documentOf(['A law was passed.']);
    const one = inspectionOf([await inspected({ document, dropped }, 'en')]);
    expect(text(one).split('Left out\n')[1]).toBe(
      '  navigation: 8 (by the reader)\n    "a"\n    "b"\n    "c"\n    "d"\n    "e"\n    and 2 more\n',
    );
  });

  it.each([60, 80, 120])('keeps sections and statements to %i columns', (width) => {
    for (const inspection of [FRENCH_FILE, ARABIC_FILE]) {
      const lines = text(inspection, { width, show: true }).split('\nStatements\n')[1]!.split('\n');
      for (const line of lines.filter((one) => /^ {4}/u.test(one)))
        expect(displayWidth(line), line).toBeLessThanOrEqual(width);
    }
  });

  it('colours headings where it is told to, and no text of a document', async () => {
    const escape = '\u001b[31mred\u001b[0m';
    const document = documentOf([{ kind: 'heading', level: 1, text: escape }, `${escape} law.`]);
    const dropped = [{ reason: 'hidden', text: escape }] as const;
    const one = inspectionOf([await inspected({ document, dropped }, 'en')], { path: escape });
    expect(text(one, { show: true })).not.toContain('\u001b');
    expect(text(one, { show: true, color: true })).not.toContain('\u001b[31m');
    expect(text(one, { color: true })).toContain('\u001b[1mSections\u001b[0m');
  });

  it('says what is known of a file that could not be read', () => {
    expect(text(REFUSED)).toBe(
      'file       in/review.pdf\nformat     not read\nsize       12345 bytes\nsha256     abababababab\nissues     error 1 (GCM122)\n',
    );
  });

  it('names each document of a file with several', async () => {
    const two = inspectionOf([FRENCH_FILE.documents[0]!, ARABIC_FILE.documents[0]!]);
    expect(text(two).match(/^document {3}.*$/gmu)).toEqual([
      'document   nordlandie',
      'document   shamal',
    ]);
  });
});

describe('inspection as JSON', () => {
  it('holds everything, with the versions', () => {
    const json = JSON.parse(inspectionJson(FRENCH_FILE, '0.1.0')) as Inspection;
    expect(json).toEqual({ schemaVersion: SCHEMA_VERSION, toolVersion: '0.1.0', ...FRENCH_FILE });
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function elements(source: string): Element[] {
  const found: Element[] = [];
  new Parser({ onopentag: (name, attributes) => found.push({ name, attributes }) }).end(source);
  return found;
}

/** The texts of the page's runs of one class: first their labels, then the document's words. */
function runs(source: string, kind: string): string[] {
  const pattern = new RegExp(`<div class="run ${kind}"[^>]*>(.*?)</div>`, 'gsu');
  return [...source.matchAll(pattern)].map(([, inner = '']) =>
    inner
      .replace(/<\/p>/gu, ' | ')
      .replace(/<[^>]*>/gu, '')
      .replace(/ \| $/u, ''),
  );
}

describe('inspection as a page', () => {
  it('draws statements with number, labels, level and place', () => {
    const source = page(FRENCH_FILE);
    expect(runs(source, 'st lv1').slice(-3)).toEqual([
      'Statement 2 · II.a.1.1 · level 1 · pages 1–2, table 1, row 3, paragraph 7 | l’accueil des personnes vulnérables dans les centres de la',
      'Statement 2 · continued · II.a.1.1 · level 1 · pages 1–2, table 1, row 3, paragraph 7 | capitale et des régions ;',
      'Statement 3 · II.a.1.2 · level 1 · page 2, table 1, row 3, paragraph 11 | la régularisation de 1 200 travailleurs ;',
    ]);
  });

  it('draws sections, questions, and what was left out where it stood', () => {
    const source = page(FRENCH_FILE, 'fr');
    expect(runs(source, 'section').slice(1)).toEqual([
      'Section | Examen national de la Nordlandie',
      'Section II | Politiques publiques',
    ]);
    expect(runs(source, 'question').slice(1)).toEqual([
      'Question a | Quelles mesures ont été prises pour protéger les migrants ?',
      'Question b | Quels défis restent à relever ?',
    ]);
    expect(runs(source, 'out').slice(1)).toEqual([
      'Laissé de côté : titre courant | Nordlandie – examen du Pacte mondial',
      'Laissé de côté : numéro de page | 1',
      'Laissé de côté : ligne d’en-tête | Questions',
      'Laissé de côté : ligne d’en-tête | Réponses',
      'Laissé de côté : note de bas de page | 1 Loi inventée, publiée au journal officiel.',
      'Laissé de côté : titre courant | Nordlandie – examen du Pacte mondial',
      'Laissé de côté : ligne d’en-tête répétée | Questions',
      'Laissé de côté : ligne d’en-tête répétée | Réponses',
      'Laissé de côté : texte masqué | Texte caché du modèle',
    ]);
  });

  it('shows every word of every block, in reading order', () => {
    const { text: words, blocks } = FRENCH_FILE.documents[0]!.document;
    const drawn = page(FRENCH_FILE)
      .split('<div class="text"')[1]!
      .replace(/<[^>]*>/gu, '');
    let from = 0;
    for (const { kind, span } of blocks) {
      if (kind === 'page') continue;
      const at = drawn.indexOf(words.slice(...span), from);
      expect(at, words.slice(...span)).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  it('opens a new row where reading goes back to a column on the left', async () => {
    const at = (row: number, column: number) => ({ cell: { table: 0, row, column } });
    const document = documentOf([
      { text: 'What was done?', ...at(0, 0) },
      { text: 'A law was passed.', ...at(0, 1) },
      PAGE,
      { text: 'Please give examples.', ...at(0, 0) },
      { text: 'A census was taken.', ...at(0, 1) },
    ]);
    const source = page(inspectionOf([await inspected({ document, dropped: [] }, 'en')]));
    const rows = [...source.matchAll(/<th scope="row" lang[^>]*>([^<]*)</gu)].map(
      ([, name]) => name,
    );
    expect(rows).toEqual(['row 1', 'row 1, continued']);
    expect(source).toContain('<tr><td colspan="3"><p class="page"');
  });

  it('draws cells below each other where a table is too wide', async () => {
    const document = documentOf(
      Array.from({ length: 9 }, (_, column) => {
        return {
          text: `Answer number ${column}.`,
          at: `A${column}`,
          cell: { table: 0, row: 0, column },
        };
      }),
    );
    const source = page(inspectionOf([await inspected({ document, dropped: [] }, 'en')]));
    expect(source).toContain('>column 9</p>');
    expect(source.match(/<td colspan="1">/gu)).toHaveLength(1);
  });

  it.each(REPORT_LANGUAGES)(
    'is right to left where its language or the document is (%s)',
    (lang) => {
      const found = elements(page(ARABIC_FILE, lang));
      expect(found[0]?.attributes).toEqual({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });
      const drawn = found.find(({ attributes }) => attributes.class === 'text');
      expect(drawn?.attributes).toMatchObject({ lang: 'ar', dir: 'rtl' });
      const names = found.filter(({ attributes }) => attributes.class === 'name' && attributes.dir);
      expect(
        new Set(names.map(({ attributes }) => `${attributes.lang} ${attributes.dir}`)),
      ).toEqual(new Set([lang === 'ar' ? 'ar rtl' : `${lang} ltr`]));
    },
  );

  it('draws a file that could not be read as its issues', () => {
    const source = page(REFUSED);
    expect(source).toContain('The file could not be read');
    expect(source).toContain('message of GCM122');
  });

  it('runs and loads nothing but its own style sheet', () => {
    for (const lang of REPORT_LANGUAGES) {
      const source = page(FRENCH_FILE, lang);
      const found = elements(source);
      const names = new Set(found.map(({ name }) => name));
      for (const name of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base'])
        expect(names.has(name), name).toBe(false);
      expect(source).not.toMatch(/url\(|@import|https?:|<[^>]* style=/u);
      const style = /<style>([\s\S]*?)<\/style>/u.exec(source)?.[1] ?? '';
      const hash = createHash('sha256').update(style).digest('base64');
      const policy = found.find(
        ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
      );
      expect(policy?.attributes.content).toContain(`style-src 'sha256-${hash}'`);
    }
  });

  it('closes what it opens, and leads every link to a place of the page', () => {
    const source = page(inspectionOf([...FRENCH_FILE.documents, ...ARABIC_FILE.documents]));
    const open: string[] = [];
    const wrong: string[] = [];
    for (const [, close, name = ''] of source.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/gu)) {
      if (['meta', 'br', 'col'].includes(name)) continue;
      if (close === '') open.push(name);
      else if (open.pop() !== name) wrong.push(name);
    }
    expect([...open, ...wrong]).toEqual([]);
    const found = elements(source);
    const ids = found.flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of found)
      if (attributes.href !== undefined) expect(ids).toContain(attributes.href.slice(1));
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</style></div><iframe src="//x.example">',
    '<!--',
    '{n} ${1} {reason}',
    '\u202e<b>\u0000\u001b[31m',
  ])('texts of documents bring no element and no attribute: %j', async (hostile) => {
    const shape = async (words: string): Promise<string[]> => {
      const at = (row: number, column: number) => ({ cell: { table: 0, row, column }, at: words });
      const document = documentOf(
        [
          { kind: 'heading', level: 1, text: `A ${words}` },
          { text: `What ${words}?`, ...at(0, 0) },
          { kind: 'item', marker: words, text: `Law ${words}`, ...at(0, 1) },
          { kind: 'note', text: words },
        ],
        words,
      );
      const dropped = [{ reason: 'hidden', text: words }] as const;
      const read = inspectionOf([await inspected({ document, dropped }, 'en')], {
        path: words,
        issues: [issue('GCM134', { message: words, hint: words, place: words })],
      });
      const found = elements(page(read));
      return found.map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`);
    };
    expect(await shape(hostile)).toEqual(await shape('calm'));
  });
});

describe('reasons for leaving words out', () => {
  const documented = readFileSync(new URL('../../reports/README.md', import.meta.url), 'utf8');
  // The compiler checks that no reason is missing here.
  const reasons: Record<DropReason | LeftOutReason, true> = {
    navigation: true,
    'running head': true,
    'page number': true,
    'repeated header row': true,
    'header or footer': true,
    hidden: true,
    'deleted text': true,
    comment: true,
    'no answer': true,
    decoration: true,
    'header row': true,
    'title page': true,
    'answer label': true,
    footnote: true,
    'no words': true,
    'too long': true,
  };

  it.each(Object.keys(reasons))('%s is described, and has a name in every language', (reason) => {
    expect(documented).toContain(`| \`${reason}\` `);
    for (const lang of REPORT_LANGUAGES)
      expect(INSPECT_STRINGS[lang].reasons).toHaveProperty(reason);
  });
});

describe('strings of the drawing', () => {
  const flat = (value: unknown, path = ''): [string, string][] =>
    typeof value === 'string'
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${path}.${key}`));

  it.each(REPORT_LANGUAGES)('%s has every string, and the same places to fill', (lang) => {
    const own = new Map(flat(INSPECT_STRINGS[lang]));
    expect([...own.keys()]).toEqual(flat(INSPECT_STRINGS.en).map(([path]) => path));
    for (const [path, english] of flat(INSPECT_STRINGS.en)) {
      expect(own.get(path), path).not.toBe('');
      expect(
        own
          .get(path)
          ?.match(/\{\w+\}/gu)
          ?.sort(),
        path,
      ).toEqual(english.match(/\{\w+\}/gu)?.sort());
    }
  });
});
