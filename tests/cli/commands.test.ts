/** The built program as its users run it: outputs, exit codes, bad input. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, emptyFolder } from '../support/cli.js';

const LINE = '{"id":1,"text":"Une loi contre la traite des personnes a été adoptée."}\n';

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

interface Tagged {
  id: unknown;
  line?: number;
  error?: string;
  language: string;
  kind: string;
  absent: boolean;
  codes: {
    code: string;
    strength: string;
    score: number;
    evidence: { in: string; spans: [number, number][]; quote: string }[];
  }[];
}

function tagged(input: string): { code: number | null; lines: Tagged[] } {
  const { code, stdout } = cli(['tag'], input);
  return {
    code,
    lines: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Tagged),
  };
}

describe('tag', () => {
  it('gives one line for each, with evidence that quotes the text', () => {
    const { code, lines } = tagged(LINE);
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({ id: 1, language: 'fr', kind: 'action', absent: false });
    const found = lines[0]!.codes.find((one) => one.code === 'O10')!;
    expect(found.strength).toBe('substantive');
    const text = (JSON.parse(LINE) as { text: string }).text;
    for (const { spans, quote } of found.evidence) expect(text.slice(...spans[0]!)).toBe(quote);
  });

  it.each([
    ['not json', null, 'not JSON'],
    ['[1]', null, 'not an object'],
    ['{"id":"a"}', 'a', '"text" must be a string'],
    ['{"id":"b","text":"x","language":"klingon"}', 'b', 'unknown "language"'],
    ['{"id":"c","text":"x","context":[1]}', 'c', '"context" must be'],
    ['{"id":"d","text":"Їжа її дітей є їхньою"}', 'd', 'no terms for language'],
  ])('answers the bad line %j in its place and exits 1', (bad, id, message) => {
    const { code, lines } = tagged(`${LINE}${bad}\n${LINE}`);
    expect(code).toBe(1);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatchObject({ id, line: 2 });
    expect(lines[1]!.error).toContain(message);
    expect(lines[2]!.codes.length).toBeGreaterThan(0);
  });

  it('takes context as a text or a list, never as evidence of its own strength', () => {
    const child = (context: unknown): string =>
      JSON.stringify({ id: 1, text: 'Mobilité et emploi.', language: 'fr', context });
    const { lines } = tagged(
      `${child('Domaines prioritaires :')}\n${child(['Domaines prioritaires :'])}\n`,
    );
    expect(lines[0]).toEqual(lines[1]);
    expect(lines[0]!.kind).toBe('plan');
  });

  it('never takes evidence from the question', () => {
    const line = {
      id: 1,
      text: 'Oui.',
      question: 'Avez-vous une loi contre la traite des personnes ?',
      language: 'fr',
    };
    expect(tagged(`${JSON.stringify(line)}\n`).lines[0]!.codes).toEqual([]);
  });

  it.each([
    ["Aucun mécanisme n'a été créé pour les migrants.", 'fr'],
    ['The country has not ratified the convention.', 'en'],
    ['No existe una ley contra la trata.', 'es'],
    ['لم تصادق الدولة على الاتفاقية.', 'ar'],
  ])('marks absence: %s', (text, language) => {
    expect(tagged(`${JSON.stringify({ id: 1, text, language })}\n`).lines[0]!.absent).toBe(true);
  });

  it('accepts the lines of segment', () => {
    const folder = folderWith({
      'a.txt': '- Une loi contre la traite a été adoptée.\n- Le recensement a eu lieu.\n',
    });
    const { stdout } = cli(['segment', join(folder, 'a.txt')]);
    const { code, lines } = tagged(stdout);
    expect(code).toBe(0);
    expect(lines).toHaveLength(2);
  });
});

describe('segment', () => {
  it('prints the agreed fields', () => {
    const folder = folderWith({
      'a.txt': 'II. Policy\n\ng) What was done?\n- A law was passed.\n',
    });
    const { code, stdout } = cli(['segment', join(folder, 'a.txt')]);
    expect(code).toBe(0);
    const line = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(line)).toEqual(
      'id document section sectionTitle question questionText path parent context language text spans place'.split(
        ' ',
      ),
    );
    expect(line).toMatchObject({
      section: 'II',
      question: 'g',
      parent: null,
      context: [],
      text: 'A law was passed.',
      place: { page: null, table: null, row: null, paragraph: 3, text: 'paragraph 3' },
    });
  });

  it.each([
    ['empty.txt', ''],
    ['binary.txt', new Uint8Array(5000).map((_, at) => (at * 7) % 256)],
  ])('says what is wrong with %s and exits 1', (name, content) => {
    const folder = folderWith({ [name]: content });
    const { code, stdout, stderr } = cli(['segment', join(folder, name)]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/GCM10\d/u);
  });
});

describe('run', () => {
  const REVIEW =
    'Priority areas:\n- A law against trafficking in persons was adopted.\n- A census of migrants was taken.\n';

  it('writes the same bytes twice and for inputs in another order', () => {
    const folder = folderWith({
      'morocco-2020.txt': REVIEW,
      'senegal-2021.txt': REVIEW.replace('census', 'survey'),
    });
    const paths = ['morocco-2020.txt', 'senegal-2021.txt'].map((name) => join(folder, name));
    const outs = ['a', 'b'].map((name) => join(folder, name));
    expect(cli(['run', ...paths, '--out', outs[0]!]).code).toBe(0);
    expect(cli(['run', ...paths.reverse(), '--out', outs[1]!]).code).toBe(0);
    const names = readdirSync(outs[0]!).sort();
    expect(names).toEqual(
      'codings.jsonl coverage-objectives.csv coverage-themes.csv coverage.json coverage.xlsx datapackage.json documents.jsonl issues.csv report.html run.json statements.csv statements.jsonl'.split(
        ' ',
      ),
    );
    for (const name of names)
      expect(
        readFileSync(join(outs[0]!, name)).equals(readFileSync(join(outs[1]!, name))),
        name,
      ).toBe(true);
    expect(readFileSync(join(outs[0]!, 'coverage-objectives.csv'), 'utf8')).toContain('MAR');
  });

  it('writes the formats that are asked for, and report makes the others from them', () => {
    const folder = folderWith({ 'morocco-2020.txt': REVIEW });
    const [json, all, again] = ['json', 'all', 'again'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const path = join(folder, 'morocco-2020.txt');
    expect(cli(['run', path, '--out', json, '--write', 'json']).code).toBe(0);
    expect(existsSync(join(json, 'report.html'))).toBe(false);
    const run = ['run', path, '--out', all, '--by', 'year', '--lang', 'fr'];
    expect(cli([...run, '--write', 'html,csv,xlsx,skos']).code).toBe(0);
    const report = ['report', json, '--out', again, '--by', 'year', '--lang', 'fr'];
    expect(cli([...report, '--format', 'html,csv,xlsx,skos'])).toMatchObject({
      code: 0,
      stdout: `Report: ${again}/report.html (and 8 files beside it)\n`,
    });
    for (const name of readdirSync(all))
      expect(readFileSync(join(again, name)).equals(readFileSync(join(all, name))), name).toBe(
        true,
      );
    expect(cli(['report', json, '--format', 'skos']).code).toBe(0);
    expect(JSON.parse(readFileSync(join(json, 'run.json'), 'utf8'))).toMatchObject({
      files: expect.arrayContaining(['codebook.jsonld', 'codings.jsonl']),
    });
    expect(cli(['report', json, '--by', 'year'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--out'),
    });
    expect(cli(['report', folder]).stderr).toContain('GCM150');
    expect(cli(['report', json, '--format', 'html,pdf'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("'pdf' is no format"),
    });
  });

  it('goes on past documents that cannot be read, and exits 1', () => {
    const folder = folderWith({
      'morocco.txt': REVIEW,
      'chad.txt': '',
      'mali.txt': new Uint8Array(4000),
    });
    const { code, stderr } = cli(['run', folder, '--out', join(folder, 'out'), '--format', 'json']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/GCM101/u);
    expect(stderr).toMatch(/GCM102/u);
    const statements = readFileSync(join(folder, 'out', 'statements.csv'), 'utf8');
    expect(statements).toContain('trafficking');
    const coverage = readFileSync(join(folder, 'out', 'coverage-objectives.csv'), 'utf8');
    expect(coverage).toMatch(/TCD.*not-readable/u);
  });

  it('reports a document whose language has no terms', () => {
    const ukrainian = 'Уряд ухвалив закон про міграцію і її облік, який є в усіх містах країни.\n';
    const folder = folderWith({ 'armenia.txt': ukrainian });
    const { code, stderr } = cli(['run', folder, '--out', join(folder, 'out')]);
    expect(code).toBe(1);
    expect(stderr).toContain('GCM210');
  });

  it('keeps formulas and markup of documents harmless', () => {
    const folder = folderWith({
      'chad.txt':
        '- =HYPERLINK("http://x") against trafficking in persons\n- <script>alert(1)</script> A census was taken.\n',
    });
    expect(cli(['run', folder, '--out', join(folder, 'out')]).code).toBe(0);
    expect(readFileSync(join(folder, 'out', 'statements.csv'), 'utf8')).not.toMatch(
      /(?:^|,)"?=HYPER/mu,
    );
    expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).not.toContain('<script>alert');
  });

  it.each([
    [['run', 'no-such-file', '--out', 'x'], 'GCM110'],
    [['run', 'src', '--out', 'x', '--by', 'planet'], 'planet'],
    [['run', 'src', '--out', 'x', '--date', 'tomorrow'], '--date'],
    [['run', 'corpora'], '--out'],
    [['taxonomy', 'show', 'O1O'], "Did you mean 'O10'"],
    [['explain', ' '], 'empty'],
    [['frobnicate'], 'frobnicate'],
  ])('%j exits 2 and says why', (args, message) => {
    const { code, stdout, stderr } = cli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(existsSync('x')).toBe(false);
  });

  it('leaves nothing half-written where it may not write', () => {
    const folder = folderWith({ 'chad.txt': REVIEW });
    const out = join(folder, 'file');
    writeFileSync(out, 'kept');
    const { code } = cli(['run', join(folder, 'chad.txt'), '--out', join(out, 'sub')]);
    expect(code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('kept');
    expect(readdirSync(folder).sort()).toEqual(['chad.txt', 'file']);
  });

  it('reports a file that cannot be opened', () => {
    const corpus =
      'documents:\n  - { file: chad.txt, country: TCD }\n  - { file: mali.txt, country: MLI }\n';
    const folder = folderWith({ 'chad.txt': REVIEW, 'corpus.yaml': corpus });
    mkdirSync(join(folder, 'mali.txt'));
    const { code, stderr } = cli(['run', folder, '--out', join(folder, 'out')]);
    expect(code).toBe(1);
    expect(stderr).toContain('GCM100');
    const coverage = readFileSync(join(folder, 'out', 'coverage-objectives.csv'), 'utf8');
    expect(coverage).toMatch(/MLI.*not-readable/u);
    expect(coverage).toMatch(/TCD.*,covered/u);
  });
});

describe('taxonomy', () => {
  const HEAD = 'id: own\nversion: 1.0.0\ntitle: Own\n';
  const CODE = `code: boats
titles: { en: Boats }
labels: { en: Boats }
definition: Anything that floats.
source: made up
terms:
  en:
    strong: [boat*]
`;

  function own(code: string): string {
    const folder = folderWith({ 'taxonomy.yaml': HEAD });
    mkdirSync(join(folder, 'themes'));
    writeFileSync(join(folder, 'themes', 'boats.yaml'), code);
    return folder;
  }

  it('uses a taxonomy of the user', () => {
    const { code, stdout } = cli(
      ['tag', '--taxonomy', own(CODE)],
      '{"id":1,"text":"Three boats came.","language":"en"}\n',
    );
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Tagged).codes.map((one) => one.code)).toEqual(['boats']);
  });

  it.each([
    [
      CODE.replace('terms:', 'termz:'),
      /boats\.yaml:6:1: error GCM302: unknown name 'termz'[\s\S]*Did you mean 'terms'/u,
    ],
    [CODE.replace('boat*', '"(boat"'), /boats\.yaml:8:1\d: error GCM303: .*this '\(' has no '\)'/u],
    [CODE.replace('en:\n', 'xx:\n'), /unknown name 'xx'[\s\S]*Allowed: ar, en, es, fr/u],
    [`${CODE}  : [`, /GCM301/u],
    [`${CODE}examples:\n  en: ["A car."]\n`, /GCM309: boats: expected substantive, got no code/u],
  ])('points at the mistake (%#)', (code, message) => {
    const folder = own(code);
    const check = cli(['taxonomy', 'check', '--taxonomy', folder]);
    expect(check.code).toBe(1);
    expect(check.stderr).toMatch(message);
    if (!code.includes('examples')) expect(cli(['tag', '--taxonomy', folder], LINE).code).toBe(2);
  });

  it('puts terms and codes of the user on top', () => {
    const overlay = 'codes:\n  - code: O10\n    terms: { en: { strong: [zebra trade] } }\n';
    const folder = folderWith({ 'own.yaml': overlay });
    const { stdout } = cli(
      ['tag', '--overlay', join(folder, 'own.yaml')],
      '{"id":1,"text":"The zebra trade ended.","language":"en"}\n',
    );
    expect((JSON.parse(stdout) as Tagged).codes.map((one) => one.code)).toEqual(['O10']);
  });
});
