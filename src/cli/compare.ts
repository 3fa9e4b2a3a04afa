import { Option } from 'commander';
import type { Command } from 'commander';
import type { ReportLanguage } from '../index.js';
import { DONE, UsageError, writeOut } from './io.js';
import { langOption } from './options.js';

const HELP = `
A and B are folders that "run" has written (with the format json): two runs, or two taxonomy versions
on the same documents. With one folder, --rounds or --regions name its two parts. Statements are
matched by their id, then by nearly the same words.

Examples:
  gcm-coverage compare reports/2025 reports/2026
  gcm-coverage compare reports/all --rounds 2020 2024 --lang fr --format html --out rounds.html
  gcm-coverage compare reports/all --regions "Northern Africa" "Western Asia" --format json

Exit codes: 0 done; 2 could not run.
`;

interface CompareOptions {
  readonly rounds?: string[];
  readonly regions?: string[];
  readonly format: 'text' | 'html' | 'json';
  readonly lang: ReportLanguage;
  readonly out?: string;
}

/** Adds the command `compare`. */
export function addCompare(program: Command, exit: (code: number) => void): void {
  const format = new Option('--format <format>', 'how to write it').choices([
    'text',
    'html',
    'json',
  ]);
  program
    .command('compare')
    .summary('what appeared, disappeared and changed between two runs, rounds or regions')
    .description('Compares two runs, or two rounds or regions of one, statement by statement.')
    .argument('<a>', 'folder of a run')
    .argument('[b]', 'folder of another run')
    .option('--rounds <names...>', 'two rounds, or years, of the run')
    .option('--regions <names...>', 'two regions of the run')
    .addOption(format.default('text'))
    .addOption(langOption('language of text and page'))
    .option('--out <file>', 'file to write; standard output when left out')
    .addHelpText('after', HELP)
    .action(async (a: string, b: string | undefined, options: CompareOptions) =>
      exit(await compare(a, b, options)),
    );
}

async function compare(a: string, b: string | undefined, options: CompareOptions): Promise<number> {
  const { format, lang, out } = options;
  const parts = pairOf(b, options);
  const { compareRuns, comparisonAs, readRun, writeText } = await import('../index.js');
  const { result: run } = await readRun(a);
  const comparison =
    parts === null
      ? await compareRuns({ runs: [run, (await readRun(b ?? '')).result], names: [a, b ?? ''] })
      : await compareRuns({ run, ...parts });
  checkParts(comparison, run.documents.length);
  const text = await comparisonAs(comparison, run.codes, format, lang);
  if (out === undefined) await writeOut(text);
  else await writeText(out, text);
  return DONE;
}

type Parts = { rounds: [string, string] } | { regions: [string, string] };

/** Null where two folders are compared. */
function pairOf(b: string | undefined, { rounds, regions }: CompareOptions): Parts | null {
  const given = [b, rounds, regions].filter((one) => one !== undefined);
  if (given.length !== 1)
    throw new UsageError(
      'compare needs a second folder, or --rounds, or --regions, and one of them alone',
      'See gcm-coverage compare --help.',
    );
  const names = rounds ?? regions;
  if (names === undefined) return null;
  if (names.length !== 2)
    throw new UsageError(
      `two names are expected, and there are ${names.length}`,
      'For example: --rounds 2020 2024',
    );
  const pair: [string, string] = [names[0] ?? '', names[1] ?? ''];
  return rounds === undefined ? { regions: pair } : { rounds: pair };
}

function checkParts(
  {
    coverage,
    a,
    b,
  }: {
    a: string;
    b: string;
    coverage: { before: { rows: readonly unknown[] }; after: { rows: readonly unknown[] } };
  },
  documents: number,
): void {
  const empty = coverage.before.rows.length === 0 ? a : coverage.after.rows.length === 0 ? b : null;
  if (empty !== null && documents > 0)
    throw new UsageError(
      `there is no document of '${empty}'`,
      'documents.jsonl lists round, year and region of each.',
    );
}
