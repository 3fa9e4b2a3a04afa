import { Option } from 'commander';
import type { Command } from 'commander';
import type { CheckedDocument, CheckOutcome, InitOptions, Issue } from '../index.js';
import { plainLine } from '../model/text.js';
import { DONE, FAILED, plural, printIssues } from './io.js';
import { limitsOf, withReading } from './options.js';
import type { LimitOptions } from './options.js';

const INIT_HELP = `
Reads the .docx, .odt, .pdf, .html, .txt, .md, .xlsx, .csv and .jsonl files of the folder and of the
folders in it. Looks for country and year in the names of files and folders, then in the first lines of the
text, detects the language, takes the first heading for the title, and guesses which files are drafts
or translations of others. A line that ends in "# ?" is a guess: look at it. corpora/README.md
describes the fields. Results of runs and hidden folders are left out.

Examples:
  gcm-coverage corpus init reviews
  gcm-coverage corpus init reviews --regions commission
  gcm-coverage corpus init reviews --force

Exit codes: 0 done; 1 done, with files that could not be read; 2 nothing was written.
`;

const CHECK_HELP = `
Reads every document that a corpus.yaml lists, without coding it, and says what is wrong: unknown
fields and values, missing files, ids given twice, files with the same content, two reviews of a
country in one round, languages that the texts do not have, files that are not listed. With a
questionnaire it says how many of its questions each document answers.

Examples:
  gcm-coverage corpus check corpora/sample
  gcm-coverage corpus check reviews/corpus.yaml --format json

Exit codes: 0 no errors (there may be warnings); 1 errors; 2 there is no corpus.yaml to check.
`;

interface InitCommandOptions extends LimitOptions {
  readonly force?: boolean;
  readonly regions: InitOptions['regions'];
}

interface CheckCommandOptions extends LimitOptions {
  readonly format: 'table' | 'json';
}

/** Adds the commands `corpus init` and `corpus check`. */
export function addCorpus(program: Command, exit: (code: number) => void): void {
  const group = program
    .command('corpus')
    .summary('describe the documents of a folder, and check the description')
    .description(
      'Works with a corpus: a folder of documents and the corpus.yaml that describes them.',
    );
  const initCommand = group
    .command('init')
    .description('Writes a corpus.yaml from the files of a folder.')
    .argument('<dir>', 'folder of the documents')
    .option('--force', 'write over a corpus.yaml that is there')
    .addOption(
      new Option(
        '--regions <scheme>',
        'what "region" is filled with: region or sub-region of UN M49, or the UN regional commission',
      )
        .choices(['m49', 'sub', 'commission'])
        .default('sub'),
    )
    .addHelpText('after', INIT_HELP)
    .action(async (dir: string, options: InitCommandOptions) => exit(await init(dir, options)));
  withReading(initCommand);
  const checkCommand = group
    .command('check')
    .description('Checks a corpus.yaml and the documents that it lists.')
    .argument('<path>', 'a corpus.yaml, or its folder')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['table', 'json']).default('table'),
    )
    .addHelpText('after', CHECK_HELP)
    .action(async (path: string, options: CheckCommandOptions) => exit(await check(path, options)));
  withReading(checkCommand);
}

async function init(dir: string, options: InitCommandOptions): Promise<number> {
  const { force, regions } = options;
  const { initCorpus } = await import('../index.js');
  const how = { force: force === true, regions };
  const { path, documents, doubts, issues } = await initCorpus(dir, how, limitsOf(options));
  printIssues(issues);
  const look = doubts === 0 ? '' : `; look at the lines that end in "# ?" (${doubts})`;
  console.log(`${path}: ${plural(documents, 'document')}${look}`);
  return issues.length > 0 ? FAILED : DONE;
}

async function check(path: string, options: CheckCommandOptions): Promise<number> {
  const { format } = options;
  const { checkCorpus } = await import('../index.js');
  const outcome = await checkCorpus(path, limitsOf(options));
  printIssues(outcome.issues);
  if (format === 'json') console.log(JSON.stringify(asJson(outcome), null, 2));
  else console.log([...asTable(outcome.documents), '', summaryOf(outcome)].join('\n'));
  return count(outcome.issues, 'error') > 0 ? FAILED : DONE;
}

/** One line: how many documents, how many of them count, how many issues. */
function summaryOf({ path, documents, issues }: CheckOutcome): string {
  const counted = documents.filter(({ coded }) => coded.countedAs === undefined).length;
  const parts = [
    plural(documents.length, 'document'),
    ...(counted < documents.length ? [`${counted} of them counted`] : []),
    plural(count(issues, 'error'), 'error'),
    plural(count(issues, 'warning'), 'warning'),
    plural(count(issues, 'info'), 'note'),
  ];
  return `${path}: ${parts.join(', ')}`;
}

function asTable(documents: readonly CheckedDocument[]): string[] {
  const head = ['document', 'country', 'year', 'round', 'language', 'statements', 'questions'];
  const rows = documents.map(({ coded, detected }) => {
    const { id, metadata } = coded.document;
    return [
      plainLine(id),
      metadata.country ?? '-',
      String(metadata.year ?? '-'),
      plainLine(metadata.round ?? '-'),
      metadata.language ?? detected,
      String(coded.statements.length),
      questionsOf(coded) +
        (coded.countedAs === undefined ? '' : ` (counted: ${plainLine(coded.countedAs)})`),
    ];
  });
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => (row[at] ?? '').length)),
  );
  return [head, ...rows].map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** "22 of 24", or a dash where no questionnaire is declared or none of it fits. */
function questionsOf({ answering }: CheckedDocument['coded']): string {
  if (answering === undefined) return '-';
  const { questions } = answering.questionnaire;
  const { unanswered } = answering;
  return unanswered === null
    ? `? of ${questions.length}`
    : `${questions.length - unanswered.length} of ${questions.length}`;
}

function asJson({ path, documents, issues }: CheckOutcome): object {
  return {
    corpus: path,
    documents: documents.map(({ coded, detected }) => ({
      id: coded.document.id,
      path: coded.document.source.path,
      ...coded.document.metadata,
      detected,
      countedAs: coded.countedAs ?? coded.document.id,
      statements: coded.statements.length,
      unanswered: coded.answering?.unanswered ?? null,
    })),
    issues,
  };
}

function count(issues: readonly Issue[], severity: Issue['severity']): number {
  return issues.filter((issue) => issue.severity === severity).length;
}
