/**
 * How fast matching, the stages and `tag` are, beside peers on the same work in the same run. Prints
 * a table; UPDATE_README=1 puts it into the README. MB are millions of UTF-8 bytes of what is read.
 * Each is the best of several times. SIZES=1,10 measures `tag` on these sizes only.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { env, version } from 'node:process';
import { describe, it } from 'vitest';
import { englishGrammar } from '../../dist/adapters/english.js';
import { rankLanguages } from '../../dist/adapters/language.js';
import { loadTaxonomy } from '../../dist/adapters/taxonomy.js';
import { classifier } from '../../dist/stages/classify.js';
import { reader } from '../../dist/stages/classify/reading.js';
import { languageDetector } from '../../dist/stages/detect.js';
import { Matcher } from '../../dist/taxonomy/matcher.js';
import type { CompiledTaxonomy } from '../../dist/taxonomy/types.js';
import { emptyFolder, root } from '../support/cli.js';
import { peers, pyahocorasick } from './peers.js';
import { best, LANGUAGES, packOf, statements, terms } from './texts.js';

const SIZES = (env['SIZES'] ?? '1,10,100').split(',').map(Number);
const TERMS = 5000;
const BIN = join(root, 'bin', 'gcm-coverage.js');

type Row = readonly [what: string, speed: string, note: string];

function sizeOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function rate(bytes: number, milliseconds: number): string {
  const value = bytes / 1000 / milliseconds;
  return `${value.toFixed(value < 1 ? 2 : 1)} MB/s`;
}

/** Terms without wildcards or gaps, as all peers take them. */
function matching(): Row[] {
  const list = terms(TERMS);
  const texts = [...statements(10, ['en'])].map(({ text }) => text.toLowerCase());
  const bytes = sizeOf(texts);
  const matcher = new Matcher(packOf(list));
  const ours = best(7, () =>
    texts.reduce((sum, text) => sum + matcher.match(text).byTarget.size, 0),
  );
  const note = `${list.length} terms`;
  const others = peers.map(({ name, share, finder }): Row => {
    const part = texts.slice(0, Math.ceil(texts.length * share));
    const find = finder(list);
    return [
      name,
      rate(
        sizeOf(part),
        best(7, () => find(part)),
      ),
      note,
    ];
  });
  const python = pyahocorasick(list, texts);
  return [
    ['our matcher', rate(bytes, ours), `${note}; words, places, the longest of those that overlap`],
    ...others,
    ...(python === null ? [] : [['pyahocorasick', rate(bytes, python), note] as const]),
  ];
}

/** The stages of a statement, one after the other on the same texts. */
function stages(taxonomy: CompiledTaxonomy): Row[] {
  const all = [...statements(4)];
  const bytes = sizeOf(all.map(({ text }) => text));
  const detector = languageDetector(rankLanguages);
  const matchers = new Map(LANGUAGES.map((one) => [one, new Matcher(taxonomy.packs[one]!)]));
  const read = reader(taxonomy);
  const classify = classifier({ taxonomy, english: englishGrammar() });
  const lines = all.map((one) => JSON.stringify(one));
  const row = (what: string, work: () => void, note: string): Row => [
    what,
    rate(bytes, best(3, work)),
    note,
  ];
  const each = (work: (one: (typeof all)[number]) => unknown) => (): void => all.forEach(work);
  return [
    row('stage: parse', () => lines.forEach((line) => JSON.parse(line) as unknown), 'JSON lines'),
    row(
      'stage: detect',
      each(({ text }) => detector.ofStatement(text, null)),
      'language',
    ),
    row(
      'stage: match',
      each(({ text, language }) => matchers.get(language)!.match(text)),
      `${LANGUAGES.map((one) => taxonomy.packs[one]!.patterns.length).join(', ')} patterns (${LANGUAGES.join(', ')})`,
    ),
    row(
      'stages: match, read',
      each((one) => read(one)),
      'terms, names and words',
    ),
    row(
      'stages: match, read, decide',
      each((one) => classify(one)),
      'codes, evidence, kind',
    ),
  ];
}

/** Writes statements as `tag` reads them, in pieces. */
function writeLines(path: string, megabytes: number, named: boolean): void {
  const file = openSync(path, 'w');
  let [id, gathered] = [0, ''];
  for (const { text, language } of statements(megabytes)) {
    gathered += `${JSON.stringify(named ? { id, text, language } : { id, text })}\n`;
    id++;
    if (gathered.length > 1 << 20) {
      writeSync(file, gathered);
      gathered = '';
    }
  }
  writeSync(file, gathered);
  closeSync(file);
}

/** `tag` as a process: throughput and the most memory that it held. */
function tagging(): Row[] {
  const folder = emptyFolder();
  const rows: Row[] = [];
  for (const size of SIZES)
    for (const named of [true, false]) {
      const path = join(folder, 'statements.jsonl');
      writeLines(path, size, named);
      const code = `process.on('exit', () => process.stderr.write('\\nRSS ' + process.resourceUsage().maxRSS)); process.argv.splice(1, 0, ${JSON.stringify(BIN)}); await import(${JSON.stringify(BIN)});`;
      const start = performance.now();
      const done = spawnSync(process.execPath, ['--input-type=module', '-e', code, 'tag', path], {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
      });
      const milliseconds = performance.now() - start;
      const memory = Number(/RSS (\d+)/u.exec(done.stderr)?.[1] ?? 0) / 1000;
      rows.push([
        `tag, ${size} MB ${named ? 'with' : 'without'} \`language\``,
        rate(statSync(path).size, milliseconds),
        `whole process, evidence written; ${memory.toFixed(0)} MB at most`,
      ]);
    }
  rmSync(folder, { recursive: true });
  return rows;
}

/** Milliseconds over a bare `node`. */
function starting(): Row[] {
  const time = (args: readonly string[], input = ''): number =>
    best(5, () => spawnSync(process.execPath, [...args], { input }));
  const bare = time(['-e', '0']);
  const over = (ms: number): string => `+${(ms - bare).toFixed(0)} ms`;
  const line = '{"id":1,"language":"fr","text":"Une loi contre la traite a été adoptée."}\n';
  return [
    ['`--help`', over(time([BIN, '--help'])), `over a bare node (${bare.toFixed(0)} ms)`],
    ['`tag`, one French line', over(time([BIN, 'tag'], line)), 'over a bare node'],
  ];
}

describe('speed', () => {
  it('is told in a table', async () => {
    const taxonomy = await loadTaxonomy({});
    const rows = [...matching(), ...stages(taxonomy), ...tagging(), ...starting()];
    const machine = `${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? ''}, Node ${version}`;
    const table = [
      '| what | speed | |',
      '| --- | ---: | --- |',
      ...rows.map((row) => `| ${row.join(' | ')} |`),
      '',
      `Measured on ${machine}; statements made of the beginnings and ends of those in \`corpora/training\`, by a fixed sequence.`,
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
