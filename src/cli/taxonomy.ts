import { Option } from 'commander';
import type { Command } from 'commander';
import type { CodeInfo, TaxonomyReport } from '../index.js';
import { coloured, DONE, FAILED, paint, printIssues, UsageError } from './io.js';
import { addTaxonomyTrain } from './taxonomy-train.js';
import { addTaxonomyWork } from './taxonomy-work.js';
import { languageOption, taxonomyChoice, withTaxonomy } from './options.js';
import type { TaxonomyOptions } from './options.js';

const CHECK_HELP = `
Checks every file against its schema, every term against the term language, and runs every
example and counterexample. Exit code 1 when something is wrong.

Examples:
  gcm-coverage taxonomy check
  gcm-coverage taxonomy check --taxonomy my-taxonomy --code O10
  gcm-coverage taxonomy check --overlay my-terms.yaml
`;

const LIST_HELP = `
Examples:
  gcm-coverage taxonomy list
  gcm-coverage taxonomy list --lang fr --format json
`;

const SHOW_HELP = `
Examples:
  gcm-coverage taxonomy show O10
  gcm-coverage taxonomy show trafficking --language ar
`;

interface CheckOptions extends TaxonomyOptions {
  readonly code?: string;
}
interface ListOptions extends TaxonomyOptions {
  readonly lang: string;
  readonly format: 'table' | 'json';
}
interface ShowOptions extends TaxonomyOptions {
  readonly language?: string;
  readonly format: 'text' | 'json';
}

/** Adds the commands `taxonomy check`, `taxonomy list` and `taxonomy show`. */
export function addTaxonomy(program: Command, exit: (code: number) => void): void {
  const group = program
    .command('taxonomy')
    .summary('check, list, show, compare and extend the codes and their terms')
    .description('Works with a taxonomy: the codes, their terms and their examples.');
  const check = group
    .command('check')
    .description('Checks a taxonomy and runs its examples.')
    .option('--code <code>', 'only the examples of this code')
    .addHelpText('after', CHECK_HELP)
    .action(async (options: CheckOptions) => exit(await checkTaxonomy(options)));
  const list = group
    .command('list')
    .description('Lists the codes with their number of terms a language.')
    .addOption(
      new Option('--lang <code>', 'language of the titles')
        .choices(['en', 'fr', 'es', 'ar'])
        .default('en'),
    )
    .addOption(
      new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'),
    )
    .addHelpText('after', LIST_HELP)
    .action(async (options: ListOptions) => exit(await listCodes(options)));
  const show = group
    .command('show')
    .description('Shows one code: titles, definition and terms.')
    .argument('<code>', 'O01 … O23, a theme, or a code of your own')
    .addOption(languageOption('only the terms of this language'))
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'),
    )
    .addHelpText('after', SHOW_HELP)
    .action(async (code: string, options: ShowOptions) => exit(await showCode(code, options)));
  for (const command of [check, list, show]) withTaxonomy(command);
  addTaxonomyWork(group, exit);
  addTaxonomyTrain(group, exit);
}

async function checkTaxonomy(options: CheckOptions): Promise<number> {
  const { checkTaxonomyFiles } = await import('../index.js');
  const { code } = options;
  const report = await checkTaxonomyFiles(taxonomyChoice(options), code ?? null);
  if (code !== undefined && report.codes.length > 0) requireCode(code, report);
  printIssues(report.problems);
  console.log(summary(report));
  return report.problems.some(({ severity }) => severity === 'error') ? FAILED : DONE;
}

function summary({ codes, terms, samples, problems }: TaxonomyReport): string {
  const found = problems.length === 0 ? 'no problem' : `${problems.length} problems`;
  return `${codes.length} codes, ${terms.length} terms, ${samples} examples run: ${found}`;
}

async function listCodes(options: ListOptions): Promise<number> {
  const report = await reportOf(options);
  if (options.format === 'json') console.log(JSON.stringify(report.codes, null, 2));
  else console.log(listText(report, options.lang, coloured(process.stdout)));
  return DONE;
}

function listText(report: TaxonomyReport, lang: string, colours: boolean): string {
  const languages = [...new Set(report.terms.map(({ language }) => language))].sort();
  const counts = new Map<string, number>();
  for (const { target, language } of report.terms) {
    const key = `${target} ${language}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const width = Math.max(4, ...report.codes.map(({ code }) => code.length));
  const head = `${'code'.padEnd(width)}  ${languages.map((code) => code.padStart(4)).join('')}  title`;
  const rows = report.codes.map(({ code, titles }) => {
    const cells = languages.map((language) =>
      String(counts.get(`${code} ${language}`) ?? 0).padStart(4),
    );
    return `${code.padEnd(width)}  ${cells.join('')}  ${titles[lang]?.text ?? titles['en']?.text ?? ''}`;
  });
  return [paint('bold', head, colours), ...rows].join('\n');
}

async function showCode(code: string, options: ShowOptions): Promise<number> {
  const report = await reportOf(options);
  const info = requireCode(code, report);
  const terms = report.terms.filter(
    ({ target, language }) =>
      (target === code || target === `not:${code}`) && language === (options.language ?? language),
  );
  if (options.format === 'json') console.log(JSON.stringify({ ...info, terms }, null, 2));
  else console.log([...infoLines(info), ...termLines(terms)].join('\n'));
  return DONE;
}

function infoLines(info: CodeInfo): string[] {
  const titles = Object.entries(info.titles).map(
    ([language, { text, unofficial }]) =>
      `  ${language}  ${text}${unofficial ? ' (unofficial)' : ''}`,
  );
  const lines = [
    `${info.code} (${info.kind})`,
    ...titles,
    '',
    info.definition,
    `Source: ${info.source}`,
  ];
  if (info.roundTable !== null) lines.push(`Round table: ${info.roundTable}`);
  if (info.sdg.length > 0) lines.push(`SDG targets (unofficial): ${info.sdg.join(', ')}`);
  if (info.related.length > 0) lines.push(`Related: ${info.related.join(', ')}`);
  return lines;
}

function termLines(terms: TaxonomyReport['terms']): string[] {
  const groups = new Map<string, string[]>();
  for (const { language, target, group, term } of terms) {
    const key = `${language} ${target.startsWith('not:') ? 'not' : group}`;
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  return [...groups].flatMap(([name, list]) => [
    '',
    `${name} (${list.length})`,
    ...list.map((term) => `  ${term}`),
  ]);
}

async function reportOf(options: TaxonomyOptions): Promise<TaxonomyReport> {
  const { readTaxonomy } = await import('../index.js');
  return readTaxonomy(taxonomyChoice(options));
}

function requireCode(code: string, report: TaxonomyReport): CodeInfo {
  const info = report.codes.find((known) => known.code === code);
  if (info !== undefined) return info;
  const near = report.nearest(
    code,
    report.codes.map((known) => known.code),
  );
  const hint = near === null ? 'See "gcm-coverage taxonomy list".' : `Did you mean '${near}'?`;
  throw new UsageError(`there is no code '${code}'`, hint);
}
