import { Option } from 'commander';
import type { Command } from 'commander';
import type { KwicLine } from '../index.js';
import { DONE, FAILED, printIssues, UsageError } from './io.js';
import { limitsOf, taxonomyChoice, wholeNumber, withReading, withTaxonomy } from './options.js';
import type { LimitOptions, TaxonomyOptions } from './options.js';

const HELP = `
Shows every place of a term, or of the evidence for a code, with the words around it. A term is
written in the term language of taxonomies/README.md and is looked for in every language.

Examples:
  gcm-coverage kwic "traffick*" corpora/sample
  gcm-coverage kwic "traite ~2 (personnes|femmes)" reviews/ --width 60
  gcm-coverage kwic O20 reviews/ --format jsonl > remittances.jsonl

Exit codes: 0 done; 1 done, with documents that failed; 2 could not run.
`;

interface KwicOptions extends TaxonomyOptions, LimitOptions {
  readonly width: number;
  readonly format: 'text' | 'jsonl';
}

/** Adds the command `kwic`. */
export function addKwic(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('kwic')
    .summary('show a term or the evidence of a code in context')
    .description('Shows key words in context.')
    .argument('<term|code>', 'a term, in quotation marks, or a code such as O10')
    .argument('<paths...>', 'files, folders or globs')
    .option('--width <number>', 'characters on each side', wholeNumber, 40)
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'jsonl']).default('text'),
    )
    .addHelpText('after', HELP)
    .action(async (term: string, paths: string[], options: KwicOptions) =>
      exit(await kwic(term, paths, options)),
    );
  withReading(withTaxonomy(command));
}

async function kwic(term: string, paths: string[], options: KwicOptions): Promise<number> {
  const { findKwic } = await import('../index.js');
  const { lines, issues, failed } = await findKwic(term, paths, {
    width: options.width,
    taxonomy: taxonomyChoice(options),
    reading: limitsOf(options),
  }).catch((error: unknown) => {
    if ((error as Error).name !== 'TermError') throw error;
    throw new UsageError(
      `GCM303: term '${term}': ${(error as Error).message}`,
      'See "The term language" in taxonomies/README.md.',
    );
  });
  printIssues(issues.filter(({ severity }) => severity === 'error'));
  if (options.format === 'jsonl') for (const line of lines) console.log(JSON.stringify(line));
  else console.log(await asText(lines, options.width));
  return failed.length > 0 ? FAILED : DONE;
}

async function asText(lines: readonly KwicLine[], width: number): Promise<string> {
  if (lines.length === 0) return 'Found nowhere.';
  const { padEnd, padStart } = await import('../index.js').then(({ textWidth }) => textWidth());
  const shown = lines.map(
    ({ left, match, right, document }) =>
      `${padStart(left, width)}  ${match}  ${padEnd(right, width)}  ${document}`,
  );
  return `${shown.join('\n')}\n${lines.length} places`;
}
