import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { OutputFormat, ReportLanguage, UpdateOutcome } from '../index.js';
import { DONE, FAILED, plural, printIssues, progressLine, UsageError } from './io.js';
import { mailSettings, withMail } from './mail-options.js';
import type { MailOptions } from './mail-options.js';
import {
  collect,
  formatList,
  langOption,
  limitsOf,
  taxonomyChoice,
  wholeNumber,
  withReading,
  withTaxonomy,
} from './options.js';
import type { LimitOptions, TaxonomyOptions } from './options.js';

const HELP = `
Finds new, changed, renamed and withdrawn documents by their content, codes only those, and writes
a folder OUT/DATE with what is new as a page, a text for mail, and data; OUT/latest points to it.
All is coded anew when the taxonomy or the program changed, and the report says so. Only one update
writes to a store at a time; another waits.

Examples:
  gcm-coverage update --corpus reviews --store reviews.duckdb --out reports/nightly
  gcm-coverage update --corpus reviews --store reviews.duckdb --out nightly --keep 30 --lang fr
  gcm-coverage update --corpus reviews --store reviews.duckdb --out nightly --write html,xlsx
  gcm-coverage update --corpus reviews --store reviews.duckdb --out nightly \\
    --mail-to staff@example.org --mail-from reviews@example.org --smtp-file /etc/gcm-coverage/smtp

Exit codes: 0 done, or nothing new; 1 done, with documents that could not be read, or nothing new with
--fail-if-unchanged; 2 could not run.
`;

interface UpdateCommandOptions extends TaxonomyOptions, LimitOptions, MailOptions {
  readonly corpus: string;
  readonly store: string;
  readonly out: string;
  readonly date?: string;
  readonly lang: ReportLanguage;
  readonly write?: readonly OutputFormat[];
  readonly codings?: string[];
  readonly keep?: number;
  readonly wait: number;
  readonly failIfUnchanged?: boolean;
  readonly log: 'text' | 'json';
}

/** Adds the command `update`. */
export function addUpdate(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('update')
    .summary('code what is new in a folder, keep it in a store, and tell what changed')
    .description(
      'Brings a store up to date with a folder and writes what is new since the last time.',
    )
    .requiredOption('--corpus <dir>', 'folder in which the documents arrive')
    .requiredOption('--store <file>', 'DuckDB file that holds documents, codings and runs')
    .requiredOption('--out <dir>', 'folder of the dated report folders')
    .option('--date <date>', 'date of this run (YYYY-MM-DD); today when left out')
    .addOption(langOption('language of what is new'))
    .option('--write <formats>', 'reports of the whole corpus, written too', formatList)
    .option(
      '--codings <file>',
      "codings of people, which count before the machine's; may be repeated",
      collect,
    )
    .option('--keep <number>', 'report folders to keep; all when left out', wholeNumber)
    .option('--wait <seconds>', 'longest time to wait for another update', seconds, 60)
    .option('--fail-if-unchanged', 'exit code 1 when nothing is new')
    .option('--log <form>', 'text or json', logForm, 'text')
    .addHelpText('after', HELP)
    .action(async (options: UpdateCommandOptions) => exit(await update(options)));
  withMail(withReading(withTaxonomy(command)));
}

function logForm(value: string): 'text' | 'json' {
  if (value !== 'text' && value !== 'json')
    throw new InvalidArgumentError('It must be text or json.');
  return value;
}

function seconds(value: string): number {
  const number = Number(value);
  if (!(number >= 0)) throw new InvalidArgumentError('It must be a number of seconds.');
  return number;
}

async function update(options: UpdateCommandOptions): Promise<number> {
  const { corpus, store, out, lang, write, keep, wait } = options;
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/u.test(date) || Number.isNaN(Date.parse(date)))
    throw new UsageError(`--date is '${date}'`, 'Expected a day such as 2026-11-30.');
  const { readCodings, updateStore } = await import('../index.js');
  const codings = await readCodings(options.codings ?? []);
  const progress = progressLine(options.log === 'json');
  const outcome = await updateStore({
    corpus,
    store,
    out,
    date,
    language: lang,
    codings,
    wait,
    taxonomy: taxonomyChoice(options),
    reading: limitsOf(options),
    ...(write === undefined ? {} : { formats: write }),
    ...(keep === undefined ? {} : { keep }),
    onProgress: progress.show,
    onWait: ({ pid, host }) =>
      console.error(`waiting for process ${pid} on ${host}, which is writing to the store`),
  });
  progress.end();
  const mailed = await mail(outcome, options);
  print(outcome, options);
  if (outcome.news === null && options.failIfUnchanged === true) return FAILED;
  const errors = outcome.issues.some(({ severity }) => severity === 'error');
  return outcome.failed.length > 0 || errors || !mailed ? FAILED : DONE;
}

/** Mails what is new, and what still waits; false where a mail did not leave. */
async function mail(
  { news, folder }: UpdateOutcome,
  options: UpdateCommandOptions,
): Promise<boolean> {
  const settings = await mailSettings(options, options.lang);
  if (settings === null) return true;
  const { expectMail, latestNews, mailNothing, mailWaiting } = await import('../index.js');
  if (folder !== null) await expectMail(folder);
  try {
    await mailWaiting(options.out, settings);
    const last =
      news === null && options.mailWhen === 'always' ? await latestNews(options.out) : null;
    if (last !== null) await mailNothing(last, settings);
    return true;
  } catch (error) {
    const { message, hint = '' } = error as Error & { hint?: string };
    console.error(`${message}\n  ${hint}`);
    return false;
  }
}

function print(outcome: UpdateOutcome, { log, out }: UpdateCommandOptions): void {
  const { news, folder, coded, issues, failed } = outcome;
  const changes = new Map<string, number>();
  for (const { change } of news?.documents ?? [])
    changes.set(change, (changes.get(change) ?? 0) + 1);
  if (log === 'json') {
    console.log(
      JSON.stringify({
        new: news !== null,
        folder,
        coded,
        changes: Object.fromEntries(changes),
        failed,
        issues,
      }),
    );
    return;
  }
  printIssues([...issues, ...(news?.documents.flatMap((one) => one.issues) ?? [])]);
  if (news === null) {
    console.log(`Nothing is new (${plural(coded, 'file')} tried again).`);
    return;
  }
  const told = [...changes].map(([change, n]) => `${n} ${change}`).join(', ');
  console.log(`${told === '' ? 'coded anew' : told}; see ${folder ?? out}/what-is-new.html`);
}
