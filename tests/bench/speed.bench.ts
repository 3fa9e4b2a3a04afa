/**
 * How fast the matcher and `tag` are beside peers on the same work in the same run. Prints a table;
 * UPDATE_README=1 puts it into the README. MB are UTF-8 bytes of what is read.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { env, version } from 'node:process';
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import nlp from 'compromise/one';
import { describe, it } from 'vitest';
import { unpackLanguage } from '../../src/taxonomy/packed.js';
import type { PackedLanguage } from '../../src/taxonomy/packed.js';
import type { LanguagePack } from '../../src/taxonomy/types.js';
import { Matcher } from '../../src/taxonomy/matcher.js';
import { emptyFolder, root } from '../support/cli.js';

const load = createRequire(import.meta.url);
const MB = 1e6;
const SIZES = (env['SIZES'] ?? '1,10').split(',').map(Number);
const LANGUAGES = ['ar', 'en', 'es', 'fr'];
const PATTERNS = 5000;

interface Statement {
  readonly text: string;
  readonly language: string;
}

/** Statements of our own training texts, drawn by a fixed sequence until they are as large as is wanted. */
function statements(megabytes: number, languages: readonly string[]): Statement[] {
  const pool = languages.flatMap((language) =>
    readFileSync(join(root, 'corpora', 'training', `statements.${language}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => ({ text: (JSON.parse(line) as { text: string }).text, language })),
  );
  const drawn: Statement[] = [];
  let [bytes, seed] = [0, 1];
  while (bytes < megabytes * MB) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    const one = pool[seed % pool.length]!;
    drawn.push(one);
    bytes += Buffer.byteLength(one.text);
  }
  return drawn;
}

/** Sequences of two and three words of English statements, drawn by a fixed sequence. */
function terms(): string[] {
  const found = new Set<string>();
  const texts = statements(3, ['en']).map(({ text }) => text.toLowerCase());
  for (let n = 0; found.size < PATTERNS; n++) {
    const words = (texts[n % texts.length] ?? '').split(' ');
    const at = (n * 7) % Math.max(1, words.length - 3);
    const term = words.slice(at, at + 2 + (n % 2)).join(' ');
    if (/^[a-z]+(?: [a-z]+)+$/u.test(term)) found.add(term);
  }
  return [...found].sort();
}

/** The terms as our matcher takes them: numbers of words. */
function packOf(list: readonly string[]): LanguagePack {
  const words = [...new Set(list.flatMap((term) => term.split(' ')))];
  const numbers = new Map(words.map((word, i) => [word, i]));
  return {
    particles: [],
    choices: words.map((word) => [word]),
    patterns: list.map((term) => ({
      target: 'term',
      group: 'strong',
      weight: null,
      term,
      run: false,
      steps: term.split(' ').map((word) => [0, numbers.get(word) ?? 0] as const),
    })),
  } as unknown as LanguagePack;
}

/** The best of three, in MB a second. */
function speed(bytes: number, work: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return bytes / MB / (best / 1000);
}

type Row = readonly [what: string, speed: string, note: string];

function matching(): Row[] {
  const list = terms();
  const pack = unpackLanguage(
    JSON.parse(
      readFileSync(join(root, 'dist', 'taxonomy-data', 'en.json'), 'utf8'),
    ) as PackedLanguage,
  );
  const [ours, whole] = [new Matcher(packOf(list)), new Matcher(pack)];
  const texts = statements(5, ['en']).map(({ text }) => text.toLowerCase());
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  // Slow peers get a part of the texts, and their speed is told all the same in MB a second.
  const some = (share: number): { texts: string[]; bytes: number } => {
    const part = texts.slice(0, Math.ceil(texts.length * share));
    return { texts: part, bytes: part.reduce((sum, text) => sum + Buffer.byteLength(text), 0) };
  };
  const fast = new FastAhoCorasick(list);
  const Plain = load('ahocorasick') as new (words: string[]) => {
    search: (text: string) => unknown;
  };
  const plain = new Plain(list);
  const big = new RegExp(`\\b(?:${list.join('|')})\\b`, 'gu');
  const each = list.map((term) => new RegExp(`\\b${term}\\b`, 'u'));
  const { WordTokenizer } = load('natural') as {
    WordTokenizer: new () => { tokenize: (text: string) => string[] };
  };
  const tokenizer = new WordTokenizer();
  const net = nlp.buildTrie(list);
  const [tenth, hundredth] = [some(0.1), some(0.002)];
  const row = (name: string, value: number, note: string): Row => [
    name,
    `${value.toFixed(1)} MB/s`,
    note,
  ];
  return [
    row(
      'our matcher',
      speed(bytes, () => texts.map((text) => ours.match(text))),
      `${list.length} terms, longest of those that overlap, with words and places`,
    ),
    row(
      'our matcher, taxonomy',
      speed(tenth.bytes, () => tenth.texts.map((text) => whole.match(text))),
      `${pack.patterns.length} English patterns with wildcards, gaps and inflected forms`,
    ),
    row(
      '@monyone/aho-corasick',
      speed(bytes, () => texts.map((text) => [...fast.matchInText(text)])),
      `${list.length} terms`,
    ),
    row(
      'ahocorasick',
      speed(tenth.bytes, () => tenth.texts.map((text) => plain.search(text))),
      `${list.length} terms`,
    ),
    row(
      'one RegExp',
      speed(hundredth.bytes, () => hundredth.texts.map((text) => text.match(big))),
      `${list.length} terms`,
    ),
    row(
      'natural and a RegExp a term',
      speed(hundredth.bytes, () =>
        hundredth.texts.map((text) => [
          tokenizer.tokenize(text),
          each.filter((one) => one.test(text)),
        ]),
      ),
      `${list.length} terms`,
    ),
    row(
      'compromise lookup',
      speed(hundredth.bytes, () =>
        hundredth.texts.map((text) => nlp(text).lookup(net).out('array')),
      ),
      `${list.length} terms`,
    ),
    ...python(list, texts, bytes),
  ];
}

/** pyahocorasick, where Python and it are installed. */
function python(list: readonly string[], texts: readonly string[], bytes: number): Row[] {
  const program = `
import ahocorasick, json, sys, time
given = json.load(sys.stdin)
a = ahocorasick.Automaton()
for t in given["terms"]: a.add_word(t, t)
a.make_automaton()
best = 1e9
for _ in range(3):
    start = time.perf_counter()
    for text in given["texts"]:
        for _found in a.iter(text): pass
    best = min(best, time.perf_counter() - start)
print(best)`;
  for (const command of ['/usr/bin/python3', 'python3']) {
    const done = spawnSync(command, ['-c', program], {
      input: JSON.stringify({ terms: list, texts }),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (done.status === 0)
      return [
        [
          'pyahocorasick',
          `${(bytes / MB / Number(done.stdout)).toFixed(1)} MB/s`,
          `${list.length} terms`,
        ],
      ];
  }
  console.warn('pyahocorasick is not there (Debian: python3-ahocorasick)');
  return [];
}

/** `tag` as a process: throughput and the most memory that it held. */
function tagging(): Row[] {
  const folder = emptyFolder();
  const rows: Row[] = [];
  for (const size of SIZES)
    for (const named of [true, false]) {
      const path = join(folder, `${size}.jsonl`);
      const lines = statements(size, LANGUAGES).map(({ text, language }, id) =>
        JSON.stringify(named ? { id, text, language } : { id, text }),
      );
      writeFileSync(path, `${lines.join('\n')}\n`);
      const code = `process.argv.splice(1, 0, ''); process.on('exit', () => process.stderr.write('\\nRSS ' + process.resourceUsage().maxRSS)); process.argv[1] = ${JSON.stringify(join(root, 'bin', 'gcm-coverage.js'))}; await import(process.argv[1]);`;
      const start = performance.now();
      const done = spawnSync(process.execPath, ['--input-type=module', '-e', code, 'tag', path], {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
      });
      const seconds = (performance.now() - start) / 1000;
      const memory = Number(/RSS (\d+)/u.exec(done.stderr)?.[1] ?? 0) / 1000;
      const bytes = readFileSync(path).length;
      const what = `tag, ${size} MB ${named ? 'with' : 'without'} \`language\``;
      rows.push([
        what,
        `${(bytes / MB / seconds).toFixed(2)} MB/s`,
        `whole process, evidence written; ${memory.toFixed(0)} MB at most`,
      ]);
    }
  rmSync(folder, { recursive: true });
  return rows;
}

/** Milliseconds over a bare `node`, the best of five. */
function starting(): Row[] {
  const time = (args: readonly string[], input = ''): number => {
    let best = Infinity;
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      spawnSync(process.execPath, [...args], { input });
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  const bin = join(root, 'bin', 'gcm-coverage.js');
  const bare = time(['-e', '0']);
  const over = (ms: number): string => `+${(ms - bare).toFixed(0)} ms`;
  return [
    ['`--help`', over(time([bin, '--help'])), `over a bare node (${bare.toFixed(0)} ms)`],
    [
      '`tag`, one French line',
      over(
        time(
          [bin, 'tag'],
          '{"id":1,"language":"fr","text":"Une loi contre la traite a été adoptée."}\n',
        ),
      ),
      'over a bare node',
    ],
  ];
}

describe('speed', () => {
  it('is told in a table', () => {
    const rows = [...matching(), ...tagging(), ...starting()];
    const machine = `${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? ''}, Node ${version}`;
    const table = [
      '| what | speed | |',
      '| --- | ---: | --- |',
      ...rows.map((row) => `| ${row.join(' | ')} |`),
      '',
      `Measured on ${machine}; statements from \`corpora/training\` (${readdirSync(join(root, 'corpora', 'training')).length} files), drawn with a fixed seed.`,
    ].join('\n');
    console.log(table);
    if (env['UPDATE_README'] !== '1') return;
    const path = join(root, 'README.md');
    const readme = readFileSync(path, 'utf8');
    const [open, close] = ['<!-- speed: printed by npm run bench -->', '<!-- /speed -->'];
    const [start, end] = [readme.indexOf(open) + open.length, readme.indexOf(close)];
    writeFileSync(path, `${readme.slice(0, start)}\n\n${table}\n\n${readme.slice(end)}`);
  });
});
