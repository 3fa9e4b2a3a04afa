/** Corpora and runs of `update`, for tests. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './cli.js';

const SUBJECTS = [
  'A law against trafficking in persons was adopted and 40 victims were helped.',
  'Consulates issued 5,000 passports to citizens abroad.',
  'A census of migrants was taken and its data published.',
  'Migrant workers may change their employer without a permit.',
  'Children of migrants go to public schools.',
];
const COUNTRIES = [
  'morocco',
  'senegal',
  'mali',
  'chad',
  'kenya',
  'peru',
  'chile',
  'ecuador',
  'nepal',
  'jordan',
];

/** Writes short reviews, each another; `from` is the number of the first. */
export function writeReviews(folder: string, count: number, from = 0): void {
  mkdirSync(folder, { recursive: true });
  for (let n = from; n < from + count; n++) {
    const country = COUNTRIES[n % COUNTRIES.length]!;
    const lines = SUBJECTS.filter((_, i) => (n + i) % 3 !== 0).map(
      (text) => `- ${text} In ${n} places.`,
    );
    writeFileSync(join(folder, `${country}-${2000 + n}.txt`), `${lines.join('\n')}\n`);
  }
}

/** Every file below a folder with its content, links left out. */
export function contentOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** Starts the built program; ends it hard after some milliseconds, where that is wanted. */
export function start(
  args: readonly string[],
  killAfter?: number,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'bin', 'gcm-coverage.js'), ...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    const timer =
      killAfter === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('close', (code) => {
      if (timer !== null) clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

/** Ends `update` at moments spread over its whole time, then lets it finish; gives the last outcome. */
export async function killed(
  args: readonly string[],
  kills: number,
  whole: number,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  // A fixed sequence that looks random: the golden ratio leaves no two near each other.
  for (let i = 1; i <= kills; i++) await start(args, ((i * 0.618_034) % 1) * whole);
  return start(args);
}
