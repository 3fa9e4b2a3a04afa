import type { Command } from 'commander';
import { DONE } from './io.js';
import { taxonomyChoice, withTaxonomy } from './options.js';
import type { TaxonomyOptions } from './options.js';

const HELP = `
Counts the words of coded statements, fits the weights and chooses the thresholds, and writes
scoring.yaml and words/*.tsv. taxonomies/README.md says what the figures mean. The same files
give the same bytes.

Examples:
  gcm-coverage taxonomy train --gold corpora/training/*.jsonl --out taxonomies/gcm
  gcm-coverage taxonomy train --gold coded.jsonl --taxonomy my-taxonomy --out my-taxonomy
`;

interface TrainOptions extends TaxonomyOptions {
  readonly gold: string[];
  readonly whole?: string[];
  readonly out: string;
}

/** Adds the command `taxonomy train`. */
export function addTaxonomyTrain(group: Command, exit: (code: number) => void): void {
  const command = group
    .command('train')
    .description('Trains the scoring of a taxonomy on coded statements.')
    .requiredOption('--gold <file...>', 'files of coded statements (JSON Lines)')
    .option('--whole <file...>', 'coded statements of whole reviews, which choose the thresholds')
    .requiredOption('--out <dir>', "folder for scoring.yaml and words/: the taxonomy's own")
    .addHelpText('after', HELP)
    .action(async (options: TrainOptions) => exit(await train(options)));
  withTaxonomy(command);
}

async function train(options: TrainOptions): Promise<number> {
  const { trainTaxonomy } = await import('../index.js');
  const { gold, whole = [], out } = options;
  const { names, summary } = await trainTaxonomy({
    gold,
    whole,
    out,
    taxonomy: taxonomyChoice(options),
    onFold: (fold, of) => {
      if (process.stderr.isTTY) console.error(`fit ${fold} of ${of}`);
    },
  });
  console.log(summary.join('\n'));
  console.log(`Written to ${out}: ${names.join(', ')}`);
  return DONE;
}
