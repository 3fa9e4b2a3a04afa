import { Option } from 'commander';
import type { Command } from 'commander';
import type { Explanation, Signal } from '../index.js';
import { coloured, DONE, paint, UsageError } from './io.js';
import { languageOption, taxonomyChoice, withTaxonomy } from './options.js';
import type { TaxonomyOptions } from './options.js';

const HELP = `
Shows the codes of one statement, the words that gave them, what weakened or vetoed a
term, and which codes came close.

Examples:
  gcm-coverage explain "111 réseaux de trafic de migrants ont été démantelés."
  gcm-coverage explain "National committee against trafficking" --language en
  gcm-coverage explain "Mobilité et emploi." --context "Domaines prioritaires :"
`;

interface ExplainOptions extends TaxonomyOptions {
  readonly language?: string;
  readonly context?: string;
  readonly format: 'text' | 'json';
}

const EFFECTS: Readonly<Record<Signal['effect'], string>> = {
  counts: 'counts',
  name: 'inside a name: a mention at most',
  named: 'only named in passing: a mention at most',
  vetoed: 'vetoed by a longer phrase',
  compact: "part of the Compact's own name: evidence of nothing",
  covered: 'covered by a stronger term of the same code',
};

/** Adds the command `explain`. */
export function addExplain(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('explain')
    .summary('show why a text gets its codes')
    .description('Explains the codes of one statement.')
    .argument('<text>', 'the statement, in quotation marks')
    .addOption(languageOption('language of the text (detected when left out)'))
    .option('--context <text>', 'text of the bullet above it')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'),
    )
    .addHelpText('after', HELP)
    .action(async (text: string, options: ExplainOptions) => exit(await explain(text, options)));
  withTaxonomy(command);
}

async function explain(text: string, options: ExplainOptions): Promise<number> {
  if (text.trim() === '')
    throw new UsageError('the text is empty', 'Give a statement in quotation marks.');
  const { explainText } = await import('../index.js');
  const explanation = await explainText(text, {
    taxonomy: taxonomyChoice(options),
    language: options.language ?? null,
    context: options.context === undefined ? [] : [options.context],
  });
  if (options.format === 'json') console.log(JSON.stringify(explanation, null, 2));
  else console.log(asText(explanation, coloured(process.stdout)));
  return DONE;
}

function asText(explanation: Explanation, colours: boolean): string {
  const { language, method, kind, absent, codes } = explanation;
  const lines = [
    `language  ${language} (${method})`,
    `kind      ${kind}${absent ? ', absent (says that it is missing)' : ''}`,
    '',
    codes.length === 0 ? 'No code: nothing in the text speaks for one.' : 'Codes',
  ];
  for (const { code, strength, score, label, words } of codes) {
    const name = paint('bold', `${code}  ${label}`, colours);
    lines.push(`  ${name}  ${strength}  ${score.toFixed(2)}`);
    lines.push(...signalLines(explanation, code, colours));
    if (words.length > 0) lines.push(`      words that often go with it: ${words.join(', ')}`);
  }
  const close = [...new Set(explanation.signals.map(({ code }) => code))].filter(
    (code) => !codes.some((given) => given.code === code),
  );
  if (close.length > 0) lines.push('', 'Close, but not given');
  for (const code of close) lines.push(`  ${code}`, ...signalLines(explanation, code, colours));
  return lines.join('\n');
}

function signalLines(explanation: Explanation, code: string, colours: boolean): string[] {
  return explanation.signals
    .filter((signal) => signal.code === code)
    .map((signal) => {
      const where = signal.in === 'context' ? ' in the text above' : '';
      const quote = paint('cyan', `"${signal.quote}"`, colours);
      return `      ${quote}${where} by ${signal.group} term ${signal.term}: ${EFFECTS[signal.effect]}`;
    });
}
