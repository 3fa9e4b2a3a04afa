import type { Command } from 'commander';
import { statSync } from 'node:fs';
import type { OutputFormat, ReportLanguage } from '../index.js';
import { DEFAULT_FORMATS } from '../model/formats.js';
import { DONE, UsageError, writtenText } from './io.js';
import { formatList, langOption } from './options.js';

const HELP = `
Puts folders that "run" has written (with the format json) together, or files of "tag" in the order
in which they are named. What comes of it is, byte for byte, what one run over everything writes.

Examples:
  gcm-coverage merge parts/1 parts/2 parts/3 --out reports/all
  gcm-coverage merge part-*.jsonl --out codes.jsonl

Exit codes: 0 done; 2 could not run.
`;

interface MergeOptions {
  readonly out: string;
  readonly write: readonly OutputFormat[];
  readonly lang: ReportLanguage;
}

/** Adds the command `merge`. */
export function addMerge(program: Command, exit: (code: number) => void): void {
  program
    .command('merge')
    .summary('put runs over parts of a corpus together')
    .description('Puts runs over parts of a corpus, or files of tagged statements, together.')
    .argument('<parts...>', 'folders of runs, or files of "tag"')
    .requiredOption('--out <path>', 'folder, or file, for the whole')
    .option('--write <formats>', 'formats of the results', formatList, [...DEFAULT_FORMATS])
    .addOption(langOption('language of what people read'))
    .addHelpText('after', HELP)
    .action(async (parts: string[], options: MergeOptions) => exit(await merge(parts, options)));
}

async function merge(parts: string[], { out, write, lang }: MergeOptions): Promise<number> {
  const { mergeFiles, mergeSavedRuns, writeRun } = await import('../index.js');
  const kinds = new Set(parts.map(kindOf));
  if (kinds.size > 1)
    throw new UsageError(
      'folders and files cannot be put together',
      'Name folders of runs, or files of "tag".',
    );
  if (kinds.has('file')) {
    await mergeFiles(parts, out);
    console.log(out);
    return DONE;
  }
  const names = await writeRun({ result: await mergeSavedRuns(parts) }, out, {
    language: lang,
    formats: write,
  });
  console.log(writtenText(names, out));
  return DONE;
}

function kindOf(path: string): 'folder' | 'file' {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw new UsageError(`there is no '${path}'`, 'Name folders of runs, or files of "tag".');
  return found.isDirectory() ? 'folder' : 'file';
}
