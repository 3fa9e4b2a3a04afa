import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { ImportOutcome, ReportLanguage, SampleMethod } from '../index.js';
import { plainLine } from '../model/text.js';
import { DONE, FAILED, plural } from './io.js';
import { langOption, wholeNumber } from './options.js';

const EXPORT_HELP = `
A row a statement: its words, the lines above, the machine's codes with their evidence, and empty
columns for the coder, with lists of choices and the codebook in the coder's language. --sample draws
statements: random, stratified by language and main objective, or the least certain first. Seed,
stratum and chance of being drawn stand in each row. --blind leaves the machine's codes out.

Examples:
  gcm-coverage review export reports/2026 --out sheet.xlsx --lang fr
  gcm-coverage review export reports/2026 --out sheet.csv --sample uncertain --size 50
  gcm-coverage review export reports/2026 --out blind.xlsx --sample stratified --size 300 --seed 7 --blind
`;

const IMPORT_HELP = `
Reads a sheet that a coder has filled in (XLSX, CSV, or a .qdpx project) as codings of that coder.
Rows that cannot be taken are listed with what was found and expected; the others are taken. "none"
under objectives: read, nothing applies. A row that is left empty is not coded.

Examples:
  gcm-coverage review import sheet.xlsx --run reports/2026 --coder AB --out codings.AB.jsonl
  gcm-coverage run reviews --out reports/2026 --codings codings.AB.jsonl

Exit codes: 0 done; 1 done, with rows that were rejected; 2 could not run.
`;

interface ExportOptions {
  readonly out: string;
  readonly lang: ReportLanguage;
  readonly sample: SampleMethod;
  readonly size: number;
  readonly seed: string;
  readonly blind?: boolean;
}

interface ImportOptions {
  readonly run: string;
  readonly coder: string;
  readonly out: string;
}

/** Adds the command `review` with `export` and `import`. */
export function addReview(program: Command, exit: (code: number) => void): void {
  const review = program
    .command('review')
    .summary('coding sheets for people, and their codings back')
    .description('Gives statements to people to code, and takes their codings back.');
  const sample = new Option('--sample <method>', 'how statements are drawn').choices([
    'random',
    'stratified',
    'uncertain',
  ]);
  review
    .command('export')
    .summary('write a coding sheet')
    .description('Writes a coding sheet of a run, as a workbook or CSV.')
    .argument('<run>', 'folder that "run" has written')
    .requiredOption('--out <file>', 'the sheet: .xlsx or .csv')
    .addOption(langOption('language of the coder'))
    .addOption(sample.default('random'))
    .option(
      '--size <number>',
      'statements to draw; all when left out',
      wholeNumber,
      Number.MAX_SAFE_INTEGER,
    )
    .option('--seed <text>', 'another seed draws another sample', '1')
    .option('--blind', "leaves the machine's codes out")
    .addHelpText('after', EXPORT_HELP)
    .action(async (run: string, options: ExportOptions) => exit(await exportSheet(run, options)));
  review
    .command('import')
    .summary('read a coding sheet back')
    .description('Reads a coding sheet back as codings of its coder.')
    .argument('<sheet>', 'the sheet, or a REFI-QDA project (.qdpx)')
    .requiredOption('--run <dir>', 'folder of the run that it was made from')
    .requiredOption('--coder <initials>', 'who has coded', initials)
    .requiredOption('--out <file>', 'file of codings to write (JSON lines)')
    .addHelpText('after', IMPORT_HELP)
    .action(async (sheet: string, options: ImportOptions) =>
      exit(await importSheet(sheet, options)),
    );
}

function initials(value: string): string {
  if (!/^[\p{L}\p{N}._-]{1,40}$/u.test(value))
    throw new InvalidArgumentError('It must be initials or a short name without spaces.');
  return value;
}

async function exportSheet(folder: string, options: ExportOptions): Promise<number> {
  const { exportSheet: write, readRun } = await import('../index.js');
  const { lang, sample: method, size, seed, blind = false } = options;
  const { result } = await readRun(folder);
  const rows = await write(result, options.out, { lang, method, size, seed, blind });
  console.log(`${plural(rows, 'statement')} in ${options.out}`);
  return DONE;
}

async function importSheet(path: string, { run, coder, out }: ImportOptions): Promise<number> {
  const { importSheet: read, readRun, writeCodings } = await import('../index.js');
  const { result } = await readRun(run);
  const outcome = await read(path, result, coder);
  await writeCodings(out, outcome.codings);
  print(outcome, out);
  return outcome.rejected.length > 0 ? FAILED : DONE;
}

function print({ codings, rejected, empty, estimate }: ImportOutcome, out: string): void {
  for (const { row, column, found, expected } of rejected)
    console.error(
      `row ${row}, ${column}: found "${plainLine(found)}", expected ${plainLine(expected)}`,
    );
  console.log(
    `${plural(codings.length, 'coding')} in ${out}; ${plural(rejected.length, 'problem')}, ${empty} not coded`,
  );
  if (estimate === null) return;
  const share = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
  console.log(
    `Machine against coder, objectives, estimated for all statements from ${estimate.statements} drawn: ` +
      `precision ${share(estimate.precision)}, recall ${share(estimate.recall)}, F1 ${share(estimate.f1)}`,
  );
}
