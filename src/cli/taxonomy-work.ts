import { Option } from 'commander';
import type { Command } from 'commander';
import type { Change, Suggestion } from '../index.js';
import { DONE, UsageError } from './io.js';
import { limitsOf, taxonomyChoice, wholeNumber, withReading, withTaxonomy } from './options.js';
import type { LimitOptions, TaxonomyOptions } from './options.js';

const SUGGEST_HELP = `
Finds the words that tell statements for which a code was missed from all others of their language:
log-likelihood (above 3.84 chance gives it once in 20 times) and TF-IDF, with a place of each.

Examples:
  gcm-coverage taxonomy suggest --gold corpora/evaluation/tuning.fr.jsonl
  gcm-coverage taxonomy suggest --gold coded.jsonl --code O12 --top 20
`;

const DIFF_HELP = `
Codes the same documents with two taxonomies and lists the statements whose codes change.
"shipped" stands for the taxonomy that ships.

Examples:
  gcm-coverage taxonomy diff shipped my-taxonomy --corpus reviews/
  gcm-coverage taxonomy diff taxonomies/old taxonomies/new --corpus corpora/sample --format json
`;

interface SuggestOptions extends TaxonomyOptions {
  readonly gold: string[];
  readonly statements?: string[];
  readonly code?: string;
  readonly top: number;
  readonly format: 'text' | 'json';
}
interface DiffOptions extends LimitOptions {
  readonly corpus: string[];
  readonly format: 'text' | 'json';
}

const format = (): Option =>
  new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');

/** Adds the commands `taxonomy suggest` and `taxonomy diff`. */
export function addTaxonomyWork(group: Command, exit: (code: number) => void): void {
  const command = group
    .command('suggest')
    .description('Suggests words for terms from statements for which a code was missed.')
    .requiredOption('--gold <file...>', 'files of coded statements (JSON Lines)')
    .option('--statements <file...>', 'files with the texts, where the gold files have ids alone')
    .option('--code <code>', 'only this code')
    .option('--top <number>', 'words a code and language', wholeNumber, 8)
    .addOption(format())
    .addHelpText('after', SUGGEST_HELP)
    .action(async (options: SuggestOptions) => exit(await suggest(options)));
  withTaxonomy(command);
  const diffCommand = group
    .command('diff')
    .description('Lists the statements that two taxonomies code differently.')
    .argument('<a>', 'folder of the earlier taxonomy')
    .argument('<b>', 'folder of the later taxonomy')
    .requiredOption('--corpus <path...>', 'files, folders or globs to code')
    .addOption(format())
    .addHelpText('after', DIFF_HELP)
    .action(async (a: string, b: string, options: DiffOptions) => exit(await diff(a, b, options)));
  withReading(diffCommand);
}

async function suggest(options: SuggestOptions): Promise<number> {
  const { suggestTerms } = await import('../index.js');
  const found = await suggestTerms({
    gold: options.gold,
    statements: options.statements ?? [],
    code: options.code ?? null,
    most: options.top,
    taxonomy: taxonomyChoice(options),
  });
  if (options.format === 'json') console.log(JSON.stringify(found, null, 2));
  else console.log(suggestText(found));
  return DONE;
}

function suggestText(found: readonly Suggestion[]): string {
  if (found.length === 0) return 'No word tells the missed statements from the others.';
  const groups = new Map<string, Suggestion[]>();
  for (const one of found) {
    const key = `${one.code} ${one.language}: ${one.missed} missed`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .map(([head, list]) => [head, ...list.map(suggestLine)].join('\n'))
    .join('\n\n');
}

function suggestLine({ word, statements, logLikelihood, tfIdf, example }: Suggestion): string {
  const { left, match, right } = example;
  const figures = `${statements}×  G² ${logLikelihood.toFixed(1)}  tf-idf ${tfIdf.toFixed(1)}`;
  return `  ${word}  ${figures}  … ${left} [${match}] ${right} …`;
}

async function diff(a: string, b: string, options: DiffOptions): Promise<number> {
  const { corpus, format: how } = options;
  if (a === b) throw new UsageError(`'${a}' is given twice`, 'Give two taxonomies.');
  const { diffTaxonomies } = await import('../index.js');
  const { cache } = taxonomyChoice({});
  const choice = (name: string): { cache: string | null; directory?: string } =>
    name === 'shipped' ? { cache: cache ?? null } : { cache: cache ?? null, directory: name };
  const found = await diffTaxonomies(choice(a), choice(b), corpus, limitsOf(options));
  if (how === 'json') console.log(JSON.stringify(found, null, 2));
  else console.log(diffText(found.changes, found.statements));
  return DONE;
}

function diffText(changes: readonly Change[], statements: number): string {
  const lines = changes.map(({ statement, text, gained, lost }) => {
    const codes = [...lost.map((code) => `-${code}`), ...gained.map((code) => `+${code}`)];
    return `${statement}  ${codes.join(' ')}\n  ${text}`;
  });
  return [...lines, `${changes.length} of ${statements} statements change`].join('\n');
}
