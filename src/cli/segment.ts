import { Option } from 'commander';
import type { Command } from 'commander';
import type { Place, Statement } from '../index.js';
import { plainLine } from '../model/text.js';
import { DONE, FAILED, printIssues, writeOut } from './io.js';
import { limitsOf, withLimits } from './options.js';
import type { LimitOptions } from './options.js';

const HELP = `
Prints one statement a line: id, document, section, sectionTitle, question, questionText, path,
parent, context, language, text, spans, place (page, lastPage, table, row, paragraph, at, and the
same as text). The lines are what "tag" reads.

Examples:
  gcm-coverage segment review.docx
  gcm-coverage segment review.pdf --format table
  gcm-coverage segment review.html | gcm-coverage tag

Exit codes: 0 done; 1 the file could not be read, or not wholly; 2 could not run.
`;

interface SegmentOptions extends LimitOptions {
  readonly format: 'jsonl' | 'table';
}

/** Adds the command `segment`. */
export function addSegment(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('segment')
    .summary('print the statements of a document')
    .description('Finds the statements of one document.')
    .argument('<file>', 'a .docx, .odt, .pdf, .html, .txt, .md, .xlsx, .csv or .jsonl file')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['jsonl', 'table']).default('jsonl'),
    )
    .addHelpText('after', HELP)
    .action(async (file: string, options: SegmentOptions) => exit(await segment(file, options)));
  withLimits(command);
}

async function segment(file: string, options: SegmentOptions): Promise<number> {
  const { placeFinder, segmentFile } = await import('../index.js');
  const { documents, issues } = await segmentFile(file, undefined, limitsOf(options));
  const lines =
    options.format === 'table'
      ? asTable(documents.flatMap(({ statements }) => statements))
      : documents.flatMap(({ document, statements }) => {
          const placeAt = placeFinder(document);
          return statements.map((statement) => asJson(statement, placeAt(statement.spans)));
        });
  for (const line of lines) await writeOut(`${line}\n`);
  printIssues(issues);
  return issues.some(({ severity }) => severity === 'error') ? FAILED : DONE;
}

function asJson(statement: Statement, place: Place): string {
  const { id, document, section, sectionTitle, question, questionText, path } = statement;
  const { parent, context, language, text, spans } = statement;
  const under = { id, document, section, sectionTitle, question, questionText, path };
  return JSON.stringify({ ...under, parent, context, language, text, spans, place });
}

/** Place, language and text in columns; items indented below their parents. */
function asTable(statements: readonly Statement[]): string[] {
  const places = statements.map(({ section, question, path }) =>
    [section, question, path].filter((part) => part !== null && part !== '').join('.'),
  );
  const width = Math.max(5, ...places.map((place) => place.length));
  const rows = statements.map(({ language, context, text }, index) => {
    const indent = '  '.repeat(context.length);
    return `${(places[index] ?? '').padEnd(width)}  ${language}  ${indent}${plainLine(text)}`;
  });
  return [`${'place'.padEnd(width)}  ln  text`, ...rows];
}
