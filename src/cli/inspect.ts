import { Option } from 'commander';
import type { Command } from 'commander';
import { resolve } from 'node:path';
import type { Inspection, ReportLanguage } from '../index.js';
import { coloured, DONE, FAILED, printIssues, UsageError, writeOut } from './io.js';
import { limitsOf, withLimits } from './options.js';
import type { LimitOptions } from './options.js';

const HELP = `
Prints format, pages, language, blocks, sections, tables, statements by level, and every piece of
text that became no statement, with the reason. --html draws the text in reading order with the
boundaries of blocks and statements, to be checked against the original.

Examples:
  gcm-coverage inspect review.docx
  gcm-coverage inspect review.pdf --show
  gcm-coverage inspect review.pdf --html review-read.html --lang fr
  gcm-coverage inspect answers.xlsx --format json

Exit codes: 0 done; 1 done, but the file could not be read, or not wholly; 2 could not run.
`;

interface InspectOptions extends LimitOptions {
  readonly show?: boolean;
  readonly format: 'text' | 'json';
  readonly html?: string;
  readonly lang: ReportLanguage;
}

/** Adds the command `inspect`. */
export function addInspect(program: Command, exit: (code: number) => void): void {
  const lang = new Option('--lang <code>', 'language of the page').choices([
    'en',
    'fr',
    'es',
    'ar',
  ]);
  const format = new Option('--format <format>', 'how to print').choices(['text', 'json']);
  const command = program
    .command('inspect')
    .summary('show how a file was read, and what was left out')
    .description('Shows how a file was read: its layout, its statements, and what was left out.')
    .argument('<file>', 'a .docx, .odt, .pdf, .html, .txt, .md, .xlsx, .csv or .jsonl file')
    .option('--show', 'every statement with its place, and everything that was left out')
    .addOption(format.default('text'))
    .option('--html <file>', 'draws the text with block and statement boundaries into this page')
    .addOption(lang.default('en'))
    .addHelpText('after', HELP)
    .action(async (file: string, options: InspectOptions) => exit(await inspect(file, options)));
  withLimits(command);
}

async function inspect(file: string, options: InspectOptions): Promise<number> {
  const { html, lang } = options;
  if (html !== undefined && resolve(html) === resolve(file))
    throw new UsageError(`--html is the file itself: '${html}'`, 'Name another file to write.');
  const { inspectFile, writeInspectionPage } = await import('../index.js');
  const inspection = await inspectFile(file, undefined, limitsOf(options));
  if (html !== undefined) await writeInspectionPage(html, inspection, { lang });
  await print(inspection, options);
  printIssues(inspection.issues);
  return inspection.issues.some(({ severity }) => severity === 'error') ? FAILED : DONE;
}

async function print(
  inspection: Inspection,
  { format, show, html }: InspectOptions,
): Promise<void> {
  const { inspectionJson, inspectionText } = await import('../index.js');
  if (format === 'json') {
    await writeOut(`${await inspectionJson(inspection)}\n`);
    return;
  }
  const { stdout } = process;
  const width = stdout.isTTY ? stdout.columns : null;
  const color = coloured(stdout);
  await writeOut(await inspectionText(inspection, { width, color, show: show === true }));
  if (html !== undefined) await writeOut(`\nDrawing: ${html}\n`);
}
