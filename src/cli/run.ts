import { Option } from 'commander';
import type { Command } from 'commander';
import type { CoverageBy, Issue, ReportLanguage, RunOutcome } from '../index.js';
import { DEFAULT_FORMATS } from '../model/formats.js';
import type { OutputFormat } from '../model/formats.js';
import {
  coloured,
  DONE,
  FAILED,
  issueText,
  plural,
  progressLine,
  UsageError,
  writtenText,
} from './io.js';
import {
  byOption,
  collect,
  formatList,
  formatsHelp,
  langOption,
  limitsOf,
  taxonomyChoice,
  withReading,
  withTaxonomy,
} from './options.js';
import type { LimitOptions, TaxonomyOptions } from './options.js';

const HELP = `
Reads .docx, .odt, .pdf, .html, .txt, .md, .xlsx, .csv and .jsonl files. A folder with a corpus.yaml is
read as that describes it; elsewhere country, year and language come from file name and text.

Formats (--write html,xlsx,csv,json when left out; reports/README.md describes each file):
${formatsHelp()}
run.json is always written. "report" makes further formats from the JSON files, without coding again.

Examples:
  gcm-coverage run corpora/sample --out reports/sample
  gcm-coverage run "reviews/*.pdf" extra/morocco.docx --out reports/2026 --by region
  gcm-coverage run reviews --out reports/fr --lang fr --write html,json --quiet

A document that is broken, encrypted, scanned or over a limit is reported; the others are coded.

Exit codes: 0 done; 1 done, with documents that failed; 2 could not run.
`;

interface RunCommandOptions extends TaxonomyOptions, LimitOptions {
  readonly out: string;
  readonly by: CoverageBy;
  readonly lang: ReportLanguage;
  readonly write: readonly OutputFormat[];
  readonly format: 'table' | 'json';
  readonly date?: string;
  readonly codings?: string[];
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** Adds the command `run`. */
export function addRun(program: Command, exit: (code: number) => void): void {
  const format = new Option('--format <format>', 'what is printed').choices(['table', 'json']);
  const command = program
    .command('run')
    .summary('code documents and write the coverage reports')
    .description('Codes documents and writes coverage matrices with their evidence.')
    .argument('<paths...>', 'files, folders or globs')
    .requiredOption('--out <dir>', 'folder for the results')
    .option('--write <formats>', 'formats of the results', formatList, [...DEFAULT_FORMATS])
    .addOption(byOption().default('country'))
    .addOption(langOption('language of what people read'))
    .addOption(format.default('table'))
    .option('--date <date>', 'date that the reports carry (YYYY-MM-DD); none when left out')
    .option(
      '--codings <file>',
      "codings of people, which count before the machine's; may be repeated",
      collect,
    )
    .option('--quiet', 'no progress, no issues, no matrix')
    .option('--verbose', 'every issue, also warnings and information')
    .addHelpText('after', HELP)
    .action(async (paths: string[], options: RunCommandOptions) => exit(await run(paths, options)));
  withReading(withTaxonomy(command));
}

async function run(paths: string[], options: RunCommandOptions): Promise<number> {
  const { date, by } = options;
  if (date !== undefined && !isDate(date))
    throw new UsageError(`--date is '${date}'`, 'Expected a day such as 2026-11-30.');
  const { readCodings, runCorpus, writeRun } = await import('../index.js');
  const codings = await readCodings(options.codings ?? []);
  const progress = progressLine(options.quiet === true);
  const outcome = await runCorpus(paths, {
    by,
    date: date ?? null,
    codings,
    taxonomy: taxonomyChoice(options),
    reading: limitsOf(options),
    onProgress: progress.show,
  });
  progress.end();
  const names = await writeRun(outcome, options.out, {
    language: options.lang,
    formats: options.write,
  });
  await printOutcome(outcome, names, options);
  return outcome.failed.length > 0 ? FAILED : DONE;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(Date.parse(text));
}

async function printOutcome(
  outcome: RunOutcome,
  names: string[],
  options: RunCommandOptions,
): Promise<void> {
  if (options.quiet !== true) printRunIssues(outcome.issues, options.verbose === true);
  if (options.format === 'json')
    console.log(JSON.stringify(summaryOf(outcome, names, options.out), null, 2));
  else if (options.quiet !== true) {
    const { matrixText, runAgreement } = await import('../index.js');
    const width = process.stdout.columns ?? 100;
    console.log(await matrixText(outcome, { width, color: coloured(process.stdout) }));
    if (options.codings !== undefined) console.log(await runAgreement(outcome.result));
    console.log(writtenText(names, options.out));
  }
}

/** Errors always; the rest when asked for, else counted. */
function printRunIssues(issues: readonly Issue[], verbose: boolean): void {
  const colours = coloured(process.stderr);
  const shown = verbose ? issues : issues.filter(({ severity }) => severity === 'error');
  for (const issue of shown) console.error(issueText(issue, colours));
  const left = issues.length - shown.length;
  if (left > 0)
    console.error(
      `${plural(left, 'more issue')} (warnings, notes): see issues.csv, or use --verbose`,
    );
}

function summaryOf(outcome: RunOutcome, files: string[], out: string): object {
  const { documents, taxonomy, tool } = outcome.result;
  return {
    out,
    files,
    documents: documents.length,
    statements: documents.reduce((sum, { statements }) => sum + statements.length, 0),
    failed: outcome.failed,
    issues: outcome.issues.length,
    tool,
    taxonomy,
  };
}
