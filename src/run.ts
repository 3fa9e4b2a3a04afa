/** A whole run: finds and reads the documents, codes each, counts, and writes the files. */
import { join } from 'node:path';
import { readAccuracy } from './adapters/accuracy.js';
import { findInputs, readInput } from './adapters/corpus.js';
import type { Input } from './adapters/corpus.js';
import { bytesOf, writeWhole } from './adapters/files.js';
import { jobsOf, readEach } from './adapters/reading.js';
import type { ReadingOptions } from './adapters/reading.js';
import type { TaxonomyChoice } from './adapters/taxonomy.js';
import { toolVersion } from './adapters/version.js';
import { withRepeats, withStandIns } from './measures/counted.js';
import { withHumanCodings } from './measures/human.js';
import { similarStatements } from './measures/similar.js';
import type { CoverageBy } from './model/coverage.js';
import type { OutputFormat } from './model/formats.js';
import type { HumanCoding } from './model/review.js';
import { compareText, quoted } from './model/text.js';
import type { CodedDocument, Issue } from './model/types.js';
import { codeInput, stagesOf } from './coding/code.js';
import type { CodingParts } from './coding/code.js';
import { codingThreads } from './coding/threads.js';
import type { Coder } from './coding/threads.js';
import { coverDocuments } from './measures/coverage.js';
import { reportFiles } from './report/index.js';
import type { ReportCode, ReportLanguage, RunResult } from './report/index.js';
import type { CodeInfo, TaxonomyInfo } from './taxonomy/types.js';

/** Settings of a run; all that change results stand in run.json. */
export interface RunOptions {
  readonly by: CoverageBy;
  /** ISO date that the reports carry, or null. */
  readonly date: string | null;
  readonly taxonomy?: TaxonomyChoice;
  /** Codings of people, which count before the machine's; of several, the last. */
  readonly codings?: readonly HumanCoding[];
  /** Bounds on reading one document; they change what is refused, nothing else. */
  readonly reading?: ReadingOptions;
  /** Told how many of how many files are done, and the one that is being read. */
  readonly onProgress?: (done: number, total: number, path: string) => void;
}

/** What a run found, and whether every document could be coded. */
export interface RunOutcome {
  readonly result: RunResult;
  readonly issues: readonly Issue[];
  /** Paths or ids of documents that gave no coding. */
  readonly failed: readonly string[];
}

/** Bytes of all files from which threads pay for their start. */
const PAYS = 2 * 1024 * 1024;

/**
 * Codes all documents that the paths name.
 * @throws InputError when a path names nothing, or there is nothing to read (GCM110-GCM112)
 */
export async function runCorpus(
  paths: readonly string[],
  options: RunOptions,
  parts: CodingParts,
): Promise<RunOutcome> {
  const { inputs, issues } = await findInputs(paths);
  const { info } = parts.taxonomy;
  const coded = withHumanCodings(await codeAll(inputs, parts, options), options.codings ?? []);
  const documents = withRepeats(withStandIns(coded.documents));
  const lost = coded.unplaced.map(unplacedIssue);
  const result = resultOf(documents, [...issues, ...lost], options, info);
  const all = [...issues, ...lost, ...documents.flatMap((document) => document.issues)];
  return { result, issues: all, failed: failedOf(all) };
}

/** The statement was edited, or is gone (GCM183). */
function unplacedIssue({ statement, document, coder, text }: HumanCoding): Issue {
  return {
    id: 'GCM183',
    severity: 'warning',
    message: `a coding of ${coder} has no statement any more: "${quoted(text)}"`,
    hint: 'The statement was edited or taken out: have it coded again. The coding stays in its file.',
    document,
    place: statement,
  };
}

/** Reads a few files at a time and codes each as it comes; the order of the inputs is kept. */
async function codeAll(
  inputs: readonly Input[],
  parts: CodingParts,
  options: RunOptions,
): Promise<CodedDocument[]> {
  const progress = progressOf(inputs, options);
  const coder = coderOf(inputs, parts, options);
  try {
    const coded = await readEach(inputs, options.reading, async (input, read) => {
      progress.begin(input);
      const documents = await coder.code({ input, read: await readInput(input, read) });
      progress.end(input);
      return documents;
    });
    return coded.flat();
  } finally {
    await coder.close();
  }
}

/** Codes here, or in threads where there is enough to do for more than one. */
export function coderOf(
  inputs: readonly Input[],
  parts: CodingParts,
  options: Pick<RunOptions, 'reading' | 'taxonomy'>,
): Coder {
  const jobs = jobsOf(options.reading);
  if (jobs > 1 && bytesOf(inputs.map(({ path }) => path)) >= PAYS)
    return codingThreads(jobs, options.taxonomy ?? {});
  const stages = stagesOf(parts);
  return {
    code: ({ input, read }) => Promise.resolve(codeInput(input, read, stages)),
    close: () => Promise.resolve(),
  };
}

/** Tells of the file that has been under way for longest. */
function progressOf(
  inputs: readonly Input[],
  { onProgress }: RunOptions,
): Record<'begin' | 'end', (input: Input) => void> {
  const underWay = new Set<Input>();
  let done = 0;
  const tell = (): void => {
    const [first] = underWay;
    if (first !== undefined) onProgress?.(done, inputs.length, first.path);
  };
  return {
    begin: (input) => {
      underWay.add(input);
      tell();
    },
    end: (input) => {
      underWay.delete(input);
      done++;
      tell();
    },
  };
}

function resultOf(
  documents: readonly CodedDocument[],
  failures: readonly Issue[],
  options: RunOptions,
  info: TaxonomyInfo,
): RunResult {
  const sorted = [...documents].sort((a, b) => compareText(a.document.id, b.document.id));
  const { id, version, hash } = info;
  const accuracy = readAccuracy(options.taxonomy ?? {}, hash);
  return {
    documents: sorted,
    codes: info.codes.map(reportCode),
    coverage: coverDocuments(sorted, info.codes, options.by),
    settings: { by: options.by, date: options.date },
    tool: { name: 'gcm-coverage', version: toolVersion() },
    taxonomy: { id, version, hash },
    failures,
    similar: similarStatements(sorted),
    ...(accuracy === null ? {} : { accuracy }),
  };
}

/** A code of the taxonomy as reports show it. */
export function reportCode({
  code,
  kind,
  titles,
  labels,
  objective,
  roundTable,
}: CodeInfo): ReportCode {
  const texts = Object.fromEntries(Object.entries(titles).map(([key, { text }]) => [key, text]));
  return {
    code,
    kind,
    titles: texts,
    labels,
    ...(objective === null ? {} : { objective }),
    ...(roundTable === null ? {} : { roundTable }),
  };
}

function failedOf(issues: readonly Issue[]): string[] {
  const failed = issues
    .filter(({ severity }) => severity === 'error')
    .map(({ document }) => document ?? '');
  return [...new Set(failed)].sort(compareText);
}

/** How the files of a run are written. */
export interface WriteOptions {
  /** Language of what people read. */
  readonly language: ReportLanguage;
  readonly formats?: readonly OutputFormat[];
  /** Names of files of the run that stand in the folder already. */
  readonly beside?: readonly string[];
}

/** Writes a run's files into a folder, each whole or not at all; returns their names. */
export async function writeRunFiles(
  run: RunResult,
  directory: string,
  { language, formats, beside }: WriteOptions,
): Promise<string[]> {
  const files = await reportFiles(run, language, formats, beside);
  for (const { name, make } of files) writeWhole(join(directory, name), await make());
  return files.map(({ name }) => name);
}
