import type { Command } from 'commander';
import { realpathSync } from 'node:fs';
import type { CoverageBy, OutputFormat, ReportLanguage } from '../index.js';
import { DEFAULT_FORMATS } from '../model/formats.js';
import { DONE, UsageError, writtenText } from './io.js';
import { byOption, formatList, formatsHelp, langOption } from './options.js';

const HELP = `
Reads the JSON files that "run" wrote into the folder. Nothing is read or coded again, and the
files are the same as if "run" had written them.

Formats (html,xlsx,csv,json when left out; reports/README.md describes each file):
${formatsHelp()}

Examples:
  gcm-coverage report reports/2026 --format html,xlsx --lang fr --out reports/2026-fr
  gcm-coverage report reports/2026 --by region --out reports/2026-regions
  gcm-coverage report reports/2026 --format skos

Exit codes: 0 done; 2 could not run.
`;

interface ReportOptions {
  readonly format: readonly OutputFormat[];
  readonly lang: ReportLanguage;
  readonly by?: CoverageBy;
  readonly out?: string;
  readonly quiet?: boolean;
}

/** Adds the command `report`. */
export function addReport(program: Command, exit: (code: number) => void): void {
  program
    .command('report')
    .summary('make reports from an earlier run, without coding again')
    .description('Makes reports and data files in further formats, languages or units from a run.')
    .argument('<run>', 'folder that "run" has written')
    .option('--format <formats>', 'formats to write', formatList, [...DEFAULT_FORMATS])
    .addOption(langOption('language of what people read'))
    .addOption(byOption())
    .option('--out <dir>', "folder for the files; the run's own when left out")
    .option('--quiet', 'print nothing')
    .addHelpText('after', HELP)
    .action(async (folder: string, options: ReportOptions) => exit(await report(folder, options)));
}

async function report(folder: string, options: ReportOptions): Promise<number> {
  const { readRun, recountRun, writeRun } = await import('../index.js');
  const { result, files } = await readRun(folder);
  const { by = result.settings.by, out = folder, format: formats } = options;
  const same = isSame(folder, out);
  if (same && by !== result.settings.by)
    throw new UsageError(
      `--by ${by} would mix two ways of counting in '${folder}', whose rows are by ${result.settings.by}`,
      'Name another folder with --out.',
    );
  const run = by === result.settings.by ? result : await recountRun(result, by);
  const names = await writeRun({ result: run }, out, {
    language: options.lang,
    formats,
    beside: same ? files : [],
  });
  if (options.quiet !== true) console.log(writtenText(names, out));
  return DONE;
}

function isSame(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
