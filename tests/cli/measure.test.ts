/** The commands that measure and explore, as their users run them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, emptyFolder } from '../support/cli.js';

const GOLD = [
  '{"id":"1","language":"en","text":"A law against trafficking in persons was adopted.","objectives":{"10":2},"themes":["trafficking","legal-reform"],"kind":"action"}',
  '{"id":"2","language":"fr","text":"Des visas pour étudiants sont délivrés en dix jours.","objectives":{"5":2},"themes":[],"kind":"action"}',
  '{"id":"3","language":"en","text":"Zymurgy for all.","objectives":{"8":2},"themes":[],"kind":"action"}',
].join('\n');

function file(name: string, text: string): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, text);
  return path;
}

describe('evaluate', () => {
  const gold = file('gold.jsonl', GOLD);

  it('prints tables, and the misses with what was missed', () => {
    const { code, stdout } = cli(['evaluate', '--gold', gold]);
    expect(code).toBe(0);
    expect(stdout).toContain('3 statements');
    expect(stdout).toMatch(/3 \(en\) Zymurgy for all\.\n {2}missed O08/u);
  });

  it('gives the same bytes twice', () => {
    const run = (): string => cli(['evaluate', '--gold', gold, '--format', 'json']).stdout;
    expect(run()).toBe(run());
    expect(JSON.parse(run())).toMatchObject({ evaluation: { overall: { statements: 3 } } });
  });

  it('exits with 1 below --min-f1 and says so', () => {
    const { code, stderr } = cli(['evaluate', '--gold', gold, '--min-f1', '0.99']);
    expect(code).toBe(1);
    expect(stderr).toContain('under 0.99');
  });

  it('joins codings with texts by id', () => {
    const codings = file('codings.jsonl', '{"id":"a","objectives":{"10":2},"themes":[]}');
    const texts = file('texts.jsonl', '{"id":"a","text":"Human trafficking is a crime."}');
    const { code, stdout } = cli(['evaluate', '--gold', codings, '--statements', texts]);
    expect(code).toBe(0);
    expect(stdout).toContain('1 statements');
  });

  it('compares languages', () => {
    const parallel = file(
      'parallel.jsonl',
      '{"id":"p","texts":{"en":"A law against trafficking in persons.","fr":"Une loi contre la traite des personnes."}}',
    );
    const { code, stdout } = cli(['evaluate', '--parallel', parallel]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/en fr\s+1\s+1\.00/u);
  });

  it.each([
    [[], 'nothing to evaluate'],
    [['--gold', 'nowhere.jsonl'], 'GCM401: cannot read nowhere.jsonl'],
    [['--gold', file('bad.jsonl', '{"id":')], 'not a JSON object'],
    [['--gold', file('bad.jsonl', '{"id":"1"}')], '--statements'],
    [['--gold', file('bad.jsonl', '{"id":"1","text":"x","kind":"news"}')], 'unknown "kind"'],
    [['--gold', file('bad.jsonl', '{"id":"1","text":"x","objectives":{"7":3}}')], 'strength 3'],
    [['--gold', file('bad.jsonl', '{"id":"1","text":"x","objectives":{"seven":2}}')], "'seven'"],
    [['--gold', file('bad.jsonl', '{"id":"1","text":"x","language":"de"}')], 'unknown "language"'],
    [['--gold', gold, '--min-f1', '85'], 'from 0 to 1'],
  ])('%j exits with 2 and says why', (args, message) => {
    const { code, stderr } = cli(['evaluate', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('agreement', () => {
  const anna = file('anna.jsonl', '{"id":"1","objectives":{"10":2}}\n{"id":"2","objectives":{}}');
  const bilal = file(
    'bilal.jsonl',
    '{"id":"1","objectives":{"10":2}}\n{"id":"2","objectives":{"5":2}}',
  );

  it('compares the coders of several files', () => {
    const { code, stdout } = cli(['agreement', anna, bilal]);
    expect(code).toBe(0);
    expect(stdout).toContain('2 coders, 2 statements');
    expect(stdout).toMatch(/anna \/ bilal\s+2\s+0\.67/u);
  });

  it('takes the headings of documents for the coder "author"', () => {
    const out = emptyFolder();
    cli(['run', 'corpora/sample', '--out', out, '--quiet']);
    const { code, stdout } = cli(['agreement', join(out, 'codings.jsonl')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/keywords@\S+ \/ author/u);
  });

  it('needs two coders', () => {
    const { code, stderr } = cli(['agreement', anna]);
    expect(code).toBe(2);
    expect(stderr).toContain('only one coder, anna');
  });
});

describe('kwic', () => {
  it('shows a term of any language in context', () => {
    const { code, stdout } = cli(['kwic', 'traffick*', 'corpora/sample', '--width', '20']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/try cases of {2}trafficking {2}in persons; they/u);
  });

  it('shows the evidence of a code as lines of JSON', () => {
    const { stdout } = cli(['kwic', 'O20', 'corpora/sample', '--format', 'jsonl']);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { pattern: string });
    expect(lines.length).toBeGreaterThan(3);
    for (const { pattern } of lines) expect(pattern).toMatch(/^O20\//u);
  });

  it('says what is wrong with a term', () => {
    const { code, stderr } = cli(['kwic', '(visa', 'corpora/sample']);
    expect(code).toBe(2);
    expect(stderr).toContain("GCM303: term '(visa'");
  });
});

describe('taxonomy suggest', () => {
  it('finds the words of missed statements', () => {
    const lines = Array.from(
      { length: 12 },
      (_, n) =>
        `{"id":"${n}","language":"en","text":"${n % 2 ? 'Zymurgy clubs meet' : 'Nothing is said'} on day ${n}.","objectives":${n % 2 ? '{"8":2}' : '{}'}}`,
    );
    const gold = file('gold.jsonl', lines.join('\n'));
    const { code, stdout } = cli(['taxonomy', 'suggest', '--gold', gold, '--format', 'json']);
    expect(code).toBe(0);
    const found = JSON.parse(stdout) as { code: string; word: string; missed: number }[];
    expect(found[0]).toMatchObject({ code: 'O08', missed: 6 });
    expect(found.map(({ word }) => word)).toContain('zymurgy');
    expect(found.map(({ word }) => word)).not.toContain('nothing');
  });
});

describe('taxonomy diff and train', () => {
  const folder = join(emptyFolder(), 'tiny');

  it('train a small taxonomy, twice to the same bytes, and compare it', () => {
    writeTiny(folder, 'traffick*');
    const gold = file('gold.jsonl', trainingLines());
    const out = (): string[] => {
      const { code } = cli([
        'taxonomy',
        'train',
        '--gold',
        gold,
        '--taxonomy',
        folder,
        '--out',
        folder,
      ]);
      expect(code).toBe(0);
      return ['scoring.yaml', 'words/en.tsv', 'words/kinds.en.tsv'].map((name) =>
        readFileSync(join(folder, name), 'utf8'),
      );
    };
    expect(out()).toEqual(out());
    const other = join(emptyFolder(), 'other');
    writeTiny(other, 'bridge*');
    const text = file(
      'review.en.txt',
      'Police dismantled trafficking rings.\n\nA bridge was opened.\n',
    );
    const { code, stdout } = cli(['taxonomy', 'diff', folder, other, '--corpus', text]);
    expect(code).toBe(0);
    expect(stdout).toContain('-O10');
    expect(stdout).toContain('+O10');
    expect(stdout).toContain('2 of 2 statements change');
  });

  it('diff refuses the same folder twice', () => {
    const { code, stderr } = cli(['taxonomy', 'diff', 'a', 'a', '--corpus', 'corpora/sample']);
    expect(code).toBe(2);
    expect(stderr).toContain("'a' is given twice");
  });
});

function trainingLines(): string {
  return Array.from({ length: 40 }, (_, n) =>
    n % 2
      ? `{"id":"a${n}","language":"en","text":"Police dismantled trafficking ring number ${n}.","objectives":{"10":2},"themes":[],"kind":"result"}`
      : `{"id":"b${n}","language":"en","text":"The school opened a library, room ${n}.","objectives":{},"themes":[],"kind":"action"}`,
  ).join('\n');
}

function writeTiny(folder: string, term: string): void {
  const files: Record<string, string> = {
    'taxonomy.yaml': 'id: tiny\nversion: 1.0.0\ntitle: Tiny\n',
    'O10.yaml': `code: O10
objective: 10
titles: { en: Trafficking }
labels: { en: Trafficking }
definition: Trafficking in persons.
source: A/RES/73/195, objective 10, paragraph 26
roundTable: 2
terms:
  en:
    strong:
      - '${term}'
`,
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
