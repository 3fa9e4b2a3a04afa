/** Puts the parts of a corpus that were coded apart together: what comes of it is what one run gives. */
import { withRepeats, withStandIns } from './measures/counted.js';
import { similarStatements } from './measures/similar.js';
import { coverDocuments } from './measures/coverage.js';
import type { RunResult } from './report/index.js';
import { compareText } from './model/text.js';
import type { CodedDocument } from './model/types.js';

/** Runs that cannot be put together; the message is for the user (GCM190, GCM191). */
export class MergeError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'MergeError';
  }
}

/** Issues that hang on which documents are in the run: told anew of the whole. */
const OF_THE_WHOLE = new Set(['GCM140', 'GCM144']);

/**
 * One run of the documents of several.
 * @throws MergeError where taxonomy or settings differ (GCM190), or a document is in two parts (GCM191)
 */
export function mergeRuns(runs: readonly RunResult[], names: readonly string[]): RunResult {
  const [first, ...others] = runs;
  if (first === undefined)
    throw new MergeError('GCM190: there is no run to put together', 'Name two folders or more.');
  for (const [i, other] of others.entries())
    checkAlike(first, other, [names[0] ?? '', names[i + 1] ?? '']);
  checkApart(runs, names);
  const alone = runs.flatMap(({ documents }) => documents.map(asAlone));
  const sorted = alone.sort((a, b) => compareText(a.document.id, b.document.id));
  const documents = withRepeats(withStandIns(sorted));
  const codes = first.codes.map((code) => ({ ...code, objective: code.objective ?? null }));
  const known = runs.flatMap((run) => Object.entries(run.names ?? {}));
  return {
    ...first,
    documents,
    coverage: coverDocuments(documents, codes, first.settings.by),
    failures: runs.flatMap(({ failures }) => failures),
    similar: similarStatements(documents),
    ...(known.length === 0 ? {} : { names: Object.fromEntries(known) }),
  };
}

function checkAlike(a: RunResult, b: RunResult, names: readonly [string, string]): void {
  const facts = (run: RunResult): Record<string, string> => ({
    taxonomy: run.taxonomy.hash,
    'version of the program': run.tool.version,
    settings: JSON.stringify(Object.entries(run.settings).sort(([x], [y]) => compareText(x, y))),
  });
  const [one, other] = [facts(a), facts(b)];
  for (const [name, value] of Object.entries(one))
    if (value !== other[name])
      throw new MergeError(
        `GCM190: '${names[0]}' and '${names[1]}' differ in their ${name}: ${value} and ${other[name] ?? ''}`,
        'Code all parts with the same program, taxonomy and settings.',
      );
}

function checkApart(runs: readonly RunResult[], names: readonly string[]): void {
  const homes = new Map<string, string>();
  for (const [i, { documents }] of runs.entries())
    for (const { document } of documents) {
      const before = homes.get(document.id);
      if (before !== undefined)
        throw new MergeError(
          `GCM191: the document '${document.id}' is in '${before}' and in '${names[i] ?? ''}'`,
          'Give each document to one part, and files of the same name an id in corpus.yaml.',
        );
      homes.set(document.id, names[i] ?? '');
    }
}

function asAlone({ countedAs: _, ...coded }: CodedDocument): CodedDocument {
  return { ...coded, issues: coded.issues.filter(({ id }) => !OF_THE_WHOLE.has(id)) };
}
