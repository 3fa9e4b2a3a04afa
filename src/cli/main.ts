/** The command line: builds the program and turns every end into an exit code. */
import { Command, CommanderError } from 'commander';
import { addAgreement } from './agreement.js';
import { addCompare } from './compare.js';
import { addCorpus } from './corpus.js';
import { addEvaluate } from './evaluate.js';
import { addExplain } from './explain.js';
import { addInspect } from './inspect.js';
import { addKwic } from './kwic.js';
import { COULD_NOT_RUN, DONE, paint, coloured, printIssues } from './io.js';
import { addQuery } from './query.js';
import { addReport } from './report.js';
import { addMerge } from './merge.js';
import { addReview } from './review.js';
import { addRun } from './run.js';
import { addSegment } from './segment.js';
import { addTag } from './tag.js';
import { addTaxonomy } from './taxonomy.js';
import { addUpdate } from './update.js';
import { toolVersion } from '../index.js';
import { plainLine } from '../model/text.js';

const HELP = `
Examples:
  gcm-coverage corpus init reviews/
  gcm-coverage run reviews/ --out reports/2026
  gcm-coverage report reports/2026 --format xlsx --lang fr
  gcm-coverage update --corpus reviews --store reviews.duckdb --out reports/nightly
  gcm-coverage inspect review.pdf --html review-read.html
  gcm-coverage segment review.docx --format table
  gcm-coverage explain "La régularisation de 50 000 migrants"
  gcm-coverage taxonomy show O07

Exit codes: 0 done; 1 done, with documents, lines or checks that failed; 2 could not run.
`;

/** All commands; `exit` is told the exit code of the one that ran. */
export function buildProgram(exit: (code: number) => void): Command {
  const program = new Command('gcm-coverage')
    .description(
      'Codes national reviews of the Global Compact for Migration against its 23 objectives,\nshows the evidence for every code and reports coverage.',
    )
    .version(toolVersion())
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', HELP);
  addRun(program, exit);
  addReport(program, exit);
  addCompare(program, exit);
  addUpdate(program, exit);
  addMerge(program, exit);
  addReview(program, exit);
  addQuery(program, exit);
  addSegment(program, exit);
  addInspect(program, exit);
  addTag(program, exit);
  addExplain(program, exit);
  addKwic(program, exit);
  addEvaluate(program, exit);
  addAgreement(program, exit);
  addTaxonomy(program, exit);
  addCorpus(program, exit);
  for (const command of program.commands.flatMap((group) => [group, ...group.commands]))
    command.exitOverride();
  return program;
}

/** Runs the command line and returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', endOnClosedPipe);
  let code = DONE;
  const program = buildProgram((result) => (code = result));
  try {
    await program.parseAsync([...argv]);
    return code;
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : COULD_NOT_RUN;
  if (error instanceof Error && 'problems' in error) {
    printIssues((error as unknown as { problems: Parameters<typeof printIssues>[0] }).problems);
    return COULD_NOT_RUN;
  }
  const colours = coloured(process.stderr);
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    `${paint('red', 'error', colours)}: ${message.split('\n').map(plainLine).join('\n')}`,
  );
  const hint = error instanceof Error && 'hint' in error ? String(error.hint) : '';
  if (hint !== '') console.error(`  ${hint}`);
  return COULD_NOT_RUN;
}

/** A reader such as `head` that has seen enough is no failure. */
function endOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(DONE);
  throw error;
}
