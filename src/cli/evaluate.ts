import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { EvaluationReport } from '../index.js';
import { DONE, FAILED, UsageError } from './io.js';
import { plainJson } from './json.js';
import { taxonomyChoice, withTaxonomy } from './options.js';
import type { TaxonomyOptions } from './options.js';

const HELP = `
Codes statements that people have coded and compares: precision, recall and F1 with 95 % intervals,
by code, language and document, what a score means, and the statements that came out worst.
corpora/README.md describes the files.

Examples:
  gcm-coverage evaluate --gold corpora/evaluation/tuning.*.jsonl
  gcm-coverage evaluate --gold corpora/evaluation/frozen.fr.jsonl --misses 0 --min-f1 0.8
  gcm-coverage evaluate --gold codings.jsonl --statements units.jsonl --format json
  gcm-coverage evaluate --parallel corpora/evaluation/parallel.jsonl

Exit codes: 0 done; 1 the F1 of the substantive objectives is under --min-f1; 2 could not run.
`;

interface EvaluateOptions extends TaxonomyOptions {
  readonly gold?: string[];
  readonly statements?: string[];
  readonly parallel?: string;
  readonly minF1?: number;
  readonly misses: number;
  readonly format: 'text' | 'json' | 'markdown';
}

/** Adds the command `evaluate`. */
export function addEvaluate(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('evaluate')
    .summary('measure the accuracy on coded statements')
    .description('Measures accuracy on statements that people have coded.')
    .option('--gold <file...>', 'files of coded statements (JSON Lines)')
    .option('--statements <file...>', 'files with the texts, where the gold files have ids alone')
    .option(
      '--parallel <file>',
      'the same statements in several languages: are the codes the same?',
    )
    .option('--min-f1 <number>', 'exit with 1 when the F1 is lower (0-1)', share)
    .option('--misses <number>', 'statements with wrong codes to show', count, 10)
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .addHelpText('after', HELP)
    .action(async (options: EvaluateOptions) => exit(await evaluate(options)));
  withTaxonomy(command);
}

async function evaluate(options: EvaluateOptions): Promise<number> {
  const { gold = [], statements = [], parallel = null } = options;
  if (gold.length === 0 && parallel === null)
    throw new UsageError('nothing to evaluate', 'Give coded statements with --gold FILE.');
  const { evaluateFiles, evaluationAsText } = await import('../index.js');
  const report = await evaluateFiles({
    gold,
    statements,
    parallel,
    taxonomy: taxonomyChoice(options),
  });
  const { format, misses } = options;
  if (format === 'json') console.log(JSON.stringify(plainJson(report), null, 2));
  else process.stdout.write(await evaluationAsText(report, { style: format, misses }));
  return passes(report, options.minF1) ? DONE : FAILED;
}

function passes({ evaluation }: EvaluationReport, least: number | undefined): boolean {
  const found = evaluation?.overall.layers.substantive.f1 ?? null;
  if (least === undefined || found === null || found >= least) return true;
  console.error(`The F1 of the substantive objectives is ${found.toFixed(3)}, under ${least}.`);
  return false;
}

function share(value: string): number {
  const number = Number(value);
  if (!(number >= 0 && number <= 1))
    throw new InvalidArgumentError('It must be a number from 0 to 1.');
  return number;
}

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0)
    throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return number;
}
