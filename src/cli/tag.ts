import type { Command } from 'commander';
import { createReadStream } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { DONE, FAILED, outputBuffer, UsageError } from './io.js';
import { linesOf } from './lines.js';
import { taxonomyChoice, withTaxonomy } from './options.js';
import type { TaxonomyOptions } from './options.js';

const HELP = `
Reads statements as NDJSON, one object a line, and writes one line for each, in the same order:
  in   {"id", "text", "language"?, "context"? (a text or a list of texts), "question"?}
  out  {"id", "language", "kind", "absent", "codes": [{"code", "strength", "score", "evidence"}]}
The lines that "segment" prints are accepted as they are. A line that cannot be read gives
{"id", "line", "error"} in its place and exit code 1.

Examples:
  echo '{"id":1,"text":"Une loi contre la traite des personnes a été adoptée."}' | gcm-coverage tag
  gcm-coverage segment review.txt | gcm-coverage tag > codes.jsonl
  gcm-coverage tag statements.jsonl --overlay my-terms.yaml
  parallel --pipe --keep-order --block 1M gcm-coverage tag < many.jsonl > codes.jsonl

GNU parallel shares the lines out over the cores and keeps their order; "line" of a line that
cannot be read then counts from the start of its block.
`;

/** Adds the command `tag`. */
export function addTag(program: Command, exit: (code: number) => void): void {
  const command = program
    .command('tag')
    .summary('code statements from standard input (NDJSON in, NDJSON out)')
    .description('Codes statements: a filter that reads and writes one JSON object a line.')
    .argument('[file]', 'file of statements; standard input when left out or "-"')
    .addHelpText('after', HELP)
    .action(async (file: string | undefined, options: TaxonomyOptions) =>
      exit(await tag(file, options)),
    );
  withTaxonomy(command);
}

/** Room for young objects does not grow: those of a line are soon done with, and memory stays flat. */
const SMALL = '--semi-space-growth-factor=1';

async function tag(file: string | undefined, options: TaxonomyOptions): Promise<number> {
  setFlagsFromString(SMALL);
  const { createTagger } = await import('../index.js');
  const tagger = await createTagger(taxonomyChoice(options));
  const output = outputBuffer();
  let number = 0;
  let failed = false;
  for await (const lines of inputLines(file)) {
    for (const line of lines) {
      number++;
      if (line.trim() === '') continue;
      const tagged = tagger(number === 1 ? line.replace(/^\uFEFF/u, '') : line, number);
      failed ||= tagged.failed;
      await output.add(`${tagged.output}\n`);
    }
    await output.flush();
  }
  return failed ? FAILED : DONE;
}

async function* inputLines(file: string | undefined): AsyncGenerator<string[]> {
  const input = file === undefined || file === '-' ? process.stdin : createReadStream(file);
  try {
    yield* linesOf(input as AsyncIterable<Buffer>);
  } catch (error) {
    throw new UsageError(`cannot read ${file ?? 'standard input'}: ${(error as Error).message}`);
  }
}
