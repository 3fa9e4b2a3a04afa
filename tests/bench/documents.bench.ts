/** Time and memory of reading and coding documents of mixed formats; run it with `npm run bench`. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/readers/index.js';
import { emptyFolder, root } from '../support/cli.js';
import { docxParts, zip } from '../support/packed.js';

const READABLE = /(?<!corpus)\.(?:txt|md|html|docx|odt|xlsx|csv|pdf)$/u;

interface Measured {
  readonly seconds: number;
  /** Most memory at one time of the program and its reading processes together, and of the program alone (MB). */
  readonly peak: number;
  readonly peakAlone: number;
  readonly code: number | null;
}

/** Runs the program and looks at its memory, and that of its children, every 20 ms. */
async function measure(args: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const program = join(root, 'bin', 'gcm-coverage.js');
  const child = spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
  let [peak, peakAlone] = [0, 0];
  const timer = setInterval(() => {
    const own = memoryOf(child.pid ?? 0);
    const all = childrenOf(child.pid ?? 0).reduce((sum, pid) => sum + memoryOf(pid), own);
    [peak, peakAlone] = [Math.max(peak, all), Math.max(peakAlone, own)];
  }, 20);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(timer);
  return { seconds: (performance.now() - start) / 1000, peak, peakAlone, code };
}

/** Resident memory in MB; 0 where the system does not tell it (only Linux does), or the process is gone. */
function memoryOf(pid: number): number {
  const status = fileOf(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
}

function childrenOf(pid: number): number[] {
  return (fileOf(`/proc/${pid}/task/${pid}/children`).match(/\d+/gu) ?? []).map(Number);
}

function fileOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Documents to take, formats in turn, so that any number of them is mixed. */
function sources(): string[] {
  const byFormat = new Map<string, string[]>();
  for (const folder of ['corpora/sample', 'tests/fixtures/formats'].map((name) => join(root, name)))
    for (const name of existsSync(folder) ? readdirSync(folder).sort() : [])
      if (READABLE.test(name))
        byFormat.set(extname(name), [...(byFormat.get(extname(name)) ?? []), join(folder, name)]);
  const columns = [...byFormat.values()];
  const most = Math.max(...columns.map((paths) => paths.length));
  return Array.from({ length: most }, (_, at) =>
    columns.flatMap((paths) => paths[at] ?? []),
  ).flat();
}

/** A folder with `count` documents. */
function corpus(count: number): string {
  const folder = emptyFolder();
  const paths = sources();
  mkdirSync(join(folder, 'in'));
  for (let at = 0; at < count; at++) {
    const path = paths[at % paths.length]!;
    copyFileSync(path, join(folder, 'in', `review-${at}${extname(path)}`));
  }
  return folder;
}

const round = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

describe('documents of mixed formats', () => {
  it('start', async () => {
    const times = [await measure(['--help']), await measure(['--help']), await measure(['--help'])];
    const best = Math.min(...times.map(({ seconds }) => seconds));
    console.log(`--help: ${Math.round(best * 1000)} ms`);
    expect(times.every(({ code }) => code === 0)).toBe(true);
  });

  it.each([50, 100, 200])('%d documents', async (count) => {
    const folder = corpus(count);
    for (const more of [[], ['--jobs', '1']]) {
      const out = join(folder, `out${more.length}`);
      const run = ['run', join(folder, 'in'), '--out', out, '--by', 'document', ...more];
      const { seconds, peak, peakAlone } = await measure(run);
      const documents = readFileSync(join(out, 'documents.jsonl'), 'utf8').trim().split('\n');
      console.log(
        `${count} documents ${more.join(' ')}: ${round(seconds)} s, ${round(count / seconds)} documents/s, ` +
          `peak ${round(peak)} MB, of which ${round(peakAlone)} MB the program itself`,
      );
      expect(documents.length).toBeGreaterThanOrEqual(count);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('readers', () => {
  it('pages of PDF a second', async () => {
    const paths = sources().filter((path) => path.endsWith('.pdf'));
    let pages = 0;
    for (const path of paths.slice(0, 1)) await read(path);
    const start = performance.now();
    for (const path of paths) pages += await read(path);
    const seconds = (performance.now() - start) / 1000;
    console.log(`PDF: ${pages} pages of ${paths.length} files, ${round(pages / seconds)} pages/s`);
  });

  it('megabytes of DOCX a second', async () => {
    const text = 'The ministry opened three offices for workers who return to their villages. ';
    const paragraphs = Array.from({ length: 20_000 }, (_, at) => `${at}. ${text.repeat(3)}`);
    const parts = docxParts(paragraphs);
    const bytes = zip(parts);
    const unpacked = parts.reduce((sum, { content }) => sum + content.length, 0) / 2 ** 20;
    const start = performance.now();
    const { issues } = await readFile(bytes, { path: 'a.docx', sha256: '' });
    const seconds = (performance.now() - start) / 1000;
    console.log(`DOCX: ${round(unpacked)} MB unpacked, ${round(unpacked / seconds)} MB/s`);
    expect(issues).toEqual([]);
  });
});

/** Reads a file and gives its pages. */
async function read(path: string): Promise<number> {
  const { documents } = await readFile(readFileSync(path), { path, sha256: '' });
  return documents[0]?.pages ?? 0;
}
