/** A coding sheet goes out, is filled in, comes back, and its codings stay. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { HumanCoding } from '../../src/index.js';
import { csvLine } from '../../src/report/csv.js';
import { REPORT_LANGUAGES } from '../../src/report/index.js';
import type { SheetColumn } from '../../src/report/sheet/words.js';
import { SHEET_WORDS } from '../../src/report/sheet/words.js';
import { workbook } from '../../src/report/xlsx/workbook.js';
import { cli, emptyFolder } from '../support/cli.js';

const REVIEW = `- A law against trafficking in persons was adopted.
- A census of migrants was taken and its data published.
- =1+1 consulates issued passports to citizens abroad.
- Children of migrants go to public schools.
`;

function setUp() {
  const folder = emptyFolder();
  const [document, run] = [join(folder, 'morocco-2020.txt'), join(folder, 'run')];
  writeFileSync(document, REVIEW);
  const again = (...more: string[]) =>
    cli(['run', document, '--out', run, '--write', 'json,csv', ...more]);
  expect(again('--quiet').code).toBe(0);
  return { folder, document, run, again };
}

/** The sheet with the coder's columns of each row filled in. */
function filled(
  csv: string,
  lang: 'en' | 'fr' | 'ar',
  fill: (row: string[], set: (column: SheetColumn, value: string) => void) => void,
): string[][] {
  const [head = [], ...rows] = parse(csv, { bom: true }) as string[][];
  for (const row of rows)
    fill(row, (column, value) => (row[head.indexOf(SHEET_WORDS[lang].columns[column])] = value));
  return [head, ...rows];
}

const codingsIn = (path: string): HumanCoding[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as HumanCoding);

const countedIn = (run: string): Record<string, string>[] =>
  parse(readFileSync(join(run, 'statements.csv'), 'utf8'), { bom: true, columns: true }) as Record<
    string,
    string
  >[];

/** The first statement is coded by hand as O15 and O07 mentioned; the second as nothing; the others are left. */
function code(
  row: string[],
  set: Parameters<Parameters<typeof filled>[2]>[1],
  words: { kind: string; yes: string; none: string },
): void {
  if (row.some((cell) => cell.includes('law against'))) {
    set('objectives', '15, O10');
    set('mentions', 'o7');
    set('themes', 'data');
    set('kind', words.kind);
    set('absent', words.yes);
    set('remark', 'unsure');
  }
  if (row.some((cell) => cell.includes('census'))) set('objectives', words.none);
}

/** Exports a sheet, fills it in as {@link code} does, and imports it. */
function codeByHand(run: string, sheet: string, codings: string): void {
  cli(['review', 'export', run, '--out', sheet]);
  const rows = filled(readFileSync(sheet, 'utf8'), 'en', (row, set) =>
    code(row, set, { kind: 'result', yes: 'yes', none: 'none' }),
  );
  writeFileSync(sheet, rows.map((row) => csvLine(row)).join(''));
  cli(['review', 'import', sheet, '--run', run, '--coder', 'AB', '--out', codings]);
}

const EXPECTED = [
  {
    coder: 'human:AB',
    kind: 'result',
    absent: true,
    codes: [
      { code: 'O15', strength: 'substantive' },
      { code: 'O10', strength: 'substantive' },
      { code: 'O07', strength: 'mention' },
      { code: 'data', strength: 'substantive' },
    ],
    remark: 'unsure',
  },
  { kind: null, absent: false, codes: [] },
];

describe('a coding sheet', () => {
  it('comes back as CSV, counts before the machine, and agreement is shown', () => {
    const { folder, run, again } = setUp();
    const [sheet, codings] = [join(folder, 'sheet.csv'), join(folder, 'AB.jsonl')];
    expect(cli(['review', 'export', run, '--out', sheet, '--lang', 'fr'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('4 statements'),
    });
    const rows = filled(readFileSync(sheet, 'utf8'), 'fr', (row, set) =>
      code(row, set, { kind: 'résultat', yes: 'oui', none: 'aucun' }),
    );
    writeFileSync(sheet, rows.map((row) => csvLine(row)).join(''));
    const imported = cli([
      'review',
      'import',
      sheet,
      '--run',
      run,
      '--coder',
      'AB',
      '--out',
      codings,
    ]);
    expect(imported).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('2 codings'),
    });
    expect(imported.stdout).toContain('estimated for all statements from 2 drawn');
    expect(codingsIn(codings)).toMatchObject(EXPECTED);
    const coded = again('--codings', codings);
    expect(coded.stdout).toMatch(/2 coders, 2 statements/u);
    expect(countedIn(run).slice(0, 2)).toMatchObject([
      {
        coder: 'human:AB',
        kind: 'result',
        objectives_substantive: 'O15 O10',
        objectives_mention: 'O07',
      },
      { coder: 'human:AB', objectives_substantive: '', read: 'TRUE' },
    ]);
    expect(countedIn(run)[2]?.['coder']).toMatch(/^keywords@/u);
  });

  it('comes back from a workbook, in any language, with the columns in any order', () => {
    const { folder, run } = setUp();
    const [csv, sheet, codings] = [
      join(folder, 's.csv'),
      join(folder, 's.xlsx'),
      join(folder, 'AB.jsonl'),
    ];
    cli(['review', 'export', run, '--out', csv, '--lang', 'ar']);
    const rows = filled(readFileSync(csv, 'utf8'), 'ar', (row, set) =>
      code(row, set, { kind: 'نتيجة', yes: 'نعم', none: 'لا شيء' }),
    ).map((row) => [...row].reverse());
    const cells = rows.map((row) => row.map((value) => ({ value, look: 'text' as const })));
    const [head = [], ...others] = cells;
    const book = workbook([
      { name: 's', widths: head.map(() => 10), head, rows: others, frozen: 0, rightToLeft: true },
    ]);
    writeFileSync(sheet, Buffer.concat([...book]));
    expect(
      cli(['review', 'import', sheet, '--run', run, '--coder', 'AB', '--out', codings]),
    ).toMatchObject({ code: 0, stderr: '' });
    expect(codingsIn(codings)).toMatchObject(EXPECTED);
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  if (!office) console.warn('LibreOffice is not there: sheets that it has saved are not tested');
  it.skipIf(!office)(
    'comes back as LibreOffice saves it',
    () => {
      const { folder, run } = setUp();
      const [csv, sheet, codings] = [
        join(folder, 's.csv'),
        join(folder, 's.xlsx'),
        join(folder, 'AB.jsonl'),
      ];
      cli(['review', 'export', run, '--out', csv]);
      const rows = filled(readFileSync(csv, 'utf8'), 'en', (row, set) =>
        code(row, set, { kind: 'result', yes: 'yes', none: 'none' }),
      );
      writeFileSync(csv, rows.map((row) => csvLine(row)).join(''));
      const saved = spawnSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--infilter=CSV:44,34,76,1',
          '--outdir',
          dirname(sheet),
          csv,
        ],
        { encoding: 'utf8' },
      );
      expect(saved.status, saved.stderr).toBe(0);
      expect(
        cli(['review', 'import', sheet, '--run', run, '--coder', 'AB', '--out', codings]),
      ).toMatchObject({ code: 0, stderr: '' });
      expect(codingsIn(codings)).toMatchObject(EXPECTED);
    },
    90_000,
  );

  it('lists the rows that cannot be taken, and takes the others', () => {
    const { folder, run } = setUp();
    const [sheet, codings] = [join(folder, 's.csv'), join(folder, 'AB.jsonl')];
    cli(['review', 'export', run, '--out', sheet]);
    const rows = filled(readFileSync(sheet, 'utf8'), 'en', (row, set) => {
      set('objectives', 'O10');
      if (row.some((cell) => cell.includes('law against'))) set('objectives', 'O99 data');
      if (row.some((cell) => cell.includes('census'))) set('text', 'Other words.');
      if (row.some((cell) => cell.includes('consulates'))) {
        set('kind', 'wish');
        set('absent', 'perhaps');
        set('mentions', 'O10');
      }
    });
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    writeFileSync(sheet, rows.map((row) => row.map(quoted).join(';')).join('\r\n'));
    const {
      code: exit,
      stderr,
      stdout,
    } = cli(['review', 'import', sheet, '--run', run, '--coder', 'AB', '--out', codings]);
    expect(exit).toBe(1);
    expect(stderr).toContain('row 2, objectives: found "o99", expected objectives such as O07');
    expect(stderr).toContain('row 2, objectives: found "data"');
    expect(stderr).toContain('row 3, text: found "Other words."');
    for (const column of ['kind: found "wish"', 'absent: found "perhaps"', 'mentions: found "O10"'])
      expect(stderr).toContain(`row 4, ${column}`);
    expect(stdout).toContain('1 coding in');
    const other = cli([
      'review',
      'import',
      join(run, 'statements.csv'),
      '--run',
      run,
      '--coder',
      'AB',
      '--out',
      codings,
    ]);
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('GCM180') });
  });

  it('leaves the machine out where it is blind, and has lists of choices and the codebook', () => {
    const { folder, run } = setUp();
    for (const lang of REPORT_LANGUAGES) {
      const sheet = join(folder, `${lang}.xlsx`);
      cli([
        'review',
        'export',
        run,
        '--out',
        sheet,
        '--lang',
        lang,
        '--blind',
        '--sample',
        'stratified',
        '--size',
        '3',
      ]);
      const parts = unzipSync(readFileSync(sheet));
      const first = strFromU8(parts['xl/worksheets/sheet1.xml']!);
      expect(first.match(/<row /gu)).toHaveLength(4);
      expect(first).not.toContain('Traffick');
      expect(first).not.toContain(SHEET_WORDS[lang].columns.machine_kind);
      expect(first.match(/<dataValidation /gu)).toHaveLength(2);
      expect(strFromU8(parts['xl/worksheets/sheet2.xml']!)).toContain('O23');
    }
  });

  it('keeps its codings when the taxonomy changes, the document is edited, or loses a statement', () => {
    const { folder, document, run, again } = setUp();
    const [sheet, codings, overlay] = [
      join(folder, 's.csv'),
      join(folder, 'AB.jsonl'),
      join(folder, 'own.yaml'),
    ];
    codeByHand(run, sheet, codings);
    writeFileSync(
      overlay,
      'codes:\n  - code: O14\n    terms:\n      en:\n        strong: [census of migrants]\n',
    );
    writeFileSync(document, `- A new bullet on remittances stands first.\n${REVIEW}`);
    expect(again('--quiet', '--codings', codings, '--overlay', overlay).code).toBe(0);
    const byHand = countedIn(run).filter(({ coder }) => coder === 'human:AB');
    expect(byHand.map(({ objectives_substantive: codes }) => codes)).toEqual(['O15 O10', '']);
    writeFileSync(document, REVIEW.replace(/.*census.*\n/u, ''));
    const lost = again('--codings', codings, '--verbose');
    expect(lost.stderr).toContain('GCM183');
    expect(codingsIn(codings)).toHaveLength(2);
  });

  it('keeps its codings in the store, marks them, and codes anew when they change', () => {
    const { folder, run, document } = setUp();
    const [sheet, codings] = [join(folder, 's.csv'), join(folder, 'AB.jsonl')];
    codeByHand(run, sheet, codings);
    const store = join(folder, 's.duckdb');
    const corpus = join(folder, 'in');
    const update = (date: string, ...more: string[]) =>
      cli([
        'update',
        '--corpus',
        corpus,
        '--store',
        store,
        '--out',
        join(folder, 'out'),
        '--date',
        date,
        ...more,
      ]);
    spawnSync('mkdir', [corpus]);
    writeFileSync(join(corpus, basename(document)), REVIEW);
    expect(update('2026-01-01').code).toBe(0);
    expect(update('2026-01-02', '--codings', codings).stdout).toContain('coded anew');
    appendFileSync(join(corpus, basename(document)), '- Another bullet on data.\n');
    expect(update('2026-01-03', '--codings', codings).stdout).toContain('1 changed');
    appendFileSync(join(corpus, basename(document)), '- One more on remittances.\n');
    // Not given again: the store has them.
    expect(update('2026-01-04').stdout).toContain('1 changed');
    const asked = cli([
      'query',
      "SELECT count(*) AS n FROM latest_codings WHERE coder = 'human:AB'",
      '--store',
      store,
      '--format',
      'jsonl',
    ]);
    expect(asked.stdout).toBe('{"n":2}\n');
  });

  it('comes back from a project for qualitative analysis', () => {
    const { folder, run } = setUp();
    const [sheet, codings, out] = [
      join(folder, 's.csv'),
      join(folder, 'AB.jsonl'),
      join(folder, 'QDA.jsonl'),
    ];
    codeByHand(run, sheet, codings);
    const coded = join(folder, 'coded');
    cli([
      'run',
      join(folder, 'morocco-2020.txt'),
      '--out',
      coded,
      '--write',
      'qdpx',
      '--codings',
      codings,
      '--quiet',
    ]);
    const done = cli([
      'review',
      'import',
      join(coded, 'project.qdpx'),
      '--run',
      run,
      '--coder',
      'CD',
      '--out',
      out,
    ]);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    const sorted = (list: HumanCoding[]) =>
      list.map(({ statement, kind, absent, codes }) => ({
        statement,
        kind,
        absent,
        codes: codes.map((one) => JSON.stringify(one)).sort(),
      }));
    expect(sorted(codingsIn(out))).toEqual(
      sorted(codingsIn(codings)).filter(({ codes }) => codes.length > 0),
    );
  });
});
