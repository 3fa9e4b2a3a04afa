import { Option } from 'commander';
import type { Command } from 'commander';
import type { Place, Statement } from '../index.js';
import { DONE, FAILED, printIssues, writeOut } from './io.js';

const HELP = `
Prints one statement a line: id, document, section, sectionTitle, question, questionText, path,
parent, context, language, text, spans, place (page, lastPage, table, row, paragraph, at, and the
same as text). The lines are what "tag" reads.

Examples:
  gcm-coverage segment review.txt
  gcm-coverage segment review.html --format table
  gcm-coverage segment review.txt | gcm-coverage tag
`;

/** Adds the command `segment`. */
export function addSegment(program: Command, exit: (code: number) => void): void {
  program
    .command('segment')
    .summary('print the statements of a document')
    .description('Finds the statements of one document.')
    .argument('<file>', 'a .txt, .md, .html or .jsonl file')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['jsonl', 'table']).default('jsonl'),
    )
    .addHelpText('after', HELP)
    .action(async (file: string, { format }: { format: 'jsonl' | 'table' }) =>
      exit(await segment(file, format)),
    );
}

async function segment(file: string, format: 'jsonl' | 'table'): Promise<number> {
  const { placeFinder, segmentFile } = await import('../index.js');
  const { documents, issues } = await segmentFile(file);
  const lines =
    format === 'table'
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
    return `${(places[index] ?? '').padEnd(width)}  ${language}  ${indent}${text.replace(/\p{C}+/gu, ' ')}`;
  });
  return [`${'place'.padEnd(width)}  ln  text`, ...rows];
}
