import { Option } from 'commander';
import type { Command } from 'commander';
import { DONE, UsageError } from './io.js';
import { taxonomyChoice, withTaxonomy } from './options.js';
import type { TaxonomyOptions } from './options.js';
import { plainJson } from './json.js';

const HELP = `
Compares coders over the statements that at least two of them have coded, joined by their ids.
A file may be the codings.jsonl of a run (the headings of the documents are the coder "author"),
lines of "tag", or a file of coded statements. Lines without "coder" take the file's name.

Examples:
  gcm-coverage agreement reports/sample/codings.jsonl
  gcm-coverage agreement anna.jsonl bilal.jsonl machine.jsonl
  gcm-coverage agreement reports/a/codings.jsonl reports/b/codings.jsonl --format json
`;

interface AgreementOptions extends TaxonomyOptions {
  readonly format: 'text' | 'json' | 'markdown';
}

/** Adds the command `agreement`. */
export function addAgreement(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('agreement')
    .summary('compare coders: F1, kappa, alpha')
    .description('Measures how far coders agree: people, machine versions, the author.')
    .argument('<files...>', 'files of codings (JSON Lines)')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .addHelpText('after', HELP)
    .action(async (files: string[], options: AgreementOptions) => exit(await run(files, options)));
  withTaxonomy(command);
}

async function run(files: string[], options: AgreementOptions): Promise<number> {
  const { agreementAsText, agreementOf } = await import('../index.js');
  const found = await agreementOf(files, taxonomyChoice(options));
  if (found.coders.length < 2)
    throw new UsageError(
      `only one coder, ${found.coders.join('')}`,
      'Give the codings of at least two coders.',
    );
  if (options.format === 'json') console.log(JSON.stringify(plainJson(found), null, 2));
  else process.stdout.write(await agreementAsText(found, options.format, taxonomyChoice(options)));
  return DONE;
}
