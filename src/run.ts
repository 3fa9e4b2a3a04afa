/** A whole run: finds and reads the documents, codes each, counts, and writes the files. */
import { join } from 'node:path';
import { findInputs, readInput, unreadDocument } from './adapters/corpus.js';
import type { Input, InputDocument, ReadInput } from './adapters/corpus.js';
import { writeWhole } from './adapters/files.js';
import { readEach } from './adapters/reading.js';
import type { ReadingOptions } from './adapters/reading.js';
import type { TaxonomyChoice } from './adapters/taxonomy.js';
import { toolVersion } from './adapters/version.js';
import { withRepeats, withStandIns } from './measures/counted.js';
import type { CoverageBy } from './model/coverage.js';
import { compareText } from './model/text.js';
import type { CodedDocument, Issue } from './model/types.js';
import { codeDocument, coverDocuments } from './pipeline.js';
import type { DocumentStages } from './pipeline.js';
import { reportFiles } from './report/index.js';
import type { ReportCode, ReportLanguage, RunResult } from './report/index.js';
import { coderName } from './stages/classify.js';
import type { Classify } from './stages/classify.js';
import type { LanguageDetector } from './stages/detect.js';
import type { SegmentSettings } from './stages/segment.js';
import type { CodeInfo, CompiledTaxonomy, TaxonomyInfo } from './taxonomy/types.js';

/** Settings of a run; all that change results stand in run.json. */
export interface RunOptions {
  readonly by: CoverageBy;
  /** ISO date that the reports carry, or null. */
  readonly date: string | null;
  readonly taxonomy?: TaxonomyChoice;
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

interface RunParts {
  readonly taxonomy: CompiledTaxonomy;
  readonly classify: Classify;
  readonly detector: LanguageDetector;
}

/**
 * Codes all documents that the paths name.
 * @throws InputError when a path names nothing, or there is nothing to read (GCM110-GCM112)
 */
export async function runCorpus(
  paths: readonly string[],
  options: RunOptions,
  parts: RunParts,
): Promise<RunOutcome> {
  const { inputs, issues } = await findInputs(paths);
  const { info } = parts.taxonomy;
  const stages: DocumentStages = {
    detector: parts.detector,
    classify: parts.classify,
    coder: coderName(info),
    segment: segmentSettings(info),
  };
  const documents = withRepeats(withStandIns(await codeAll(inputs, stages, options)));
  const result = resultOf(documents, issues, options, info);
  const all = [...issues, ...documents.flatMap((document) => document.issues)];
  return { result, issues: all, failed: failedOf(all) };
}

/** Reads a few files at a time and codes each as it comes; the order of the inputs is kept. */
async function codeAll(
  inputs: readonly Input[],
  stages: DocumentStages,
  options: RunOptions,
): Promise<CodedDocument[]> {
  const progress = progressOf(inputs, options);
  const coded = await readEach(inputs, options.reading, async (input, read) => {
    progress.begin(input);
    const documents = codeInput(input, await readInput(input, read), stages);
    progress.end(input);
    return documents;
  });
  return coded.flat();
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

/** The documents of a file, coded; a file without any still counts as one that could not be read. */
function codeInput(input: Input, read: ReadInput, stages: DocumentStages): CodedDocument[] {
  const { documents, issues, metadata } = read;
  if (documents.length === 0) return [unreadDocument(input, metadata, issues)];
  return documents.map((one) => codeOne(input, one, stages));
}

/** A fault in one document becomes an issue of that document (GCM120); the others are unharmed. */
function codeOne(input: Input, read: InputDocument, stages: DocumentStages): CodedDocument {
  const { document, issues } = read;
  try {
    return codeDocument(read, stages, input.questionnaire);
  } catch (error) {
    const issue: Issue = {
      id: 'GCM120',
      severity: 'error',
      message: `the document could not be coded: ${(error as Error).message}`,
      hint: 'This is a fault of the program; please report it with the document.',
      document: document.id,
      place: null,
    };
    return unreadDocument({ ...input, id: document.id }, document.metadata, [...issues, issue]);
  }
}

function resultOf(
  documents: readonly CodedDocument[],
  failures: readonly Issue[],
  options: RunOptions,
  info: TaxonomyInfo,
): RunResult {
  const sorted = [...documents].sort((a, b) => compareText(a.document.id, b.document.id));
  const { id, version, hash } = info;
  return {
    documents: sorted,
    codes: info.codes.map(reportCode),
    coverage: coverDocuments(sorted, info.codes, options.by),
    settings: { by: options.by, date: options.date },
    tool: { name: 'gcm-coverage', version: toolVersion() },
    taxonomy: { id, version, hash },
    failures,
  };
}

function reportCode({ code, kind, titles, labels, objective, roundTable }: CodeInfo): ReportCode {
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

/** What `segment` knows of the objectives: their titles in every language. */
export function segmentSettings(info: TaxonomyInfo): SegmentSettings {
  return {
    titles: info.codes.flatMap(({ objective, titles }) =>
      objective === null
        ? []
        : Object.values(titles).map(({ text }) => ({ objective, title: text })),
    ),
  };
}

/** Writes every file of a run, each whole or not at all; returns their names. */
export function writeRunFiles(
  outcome: RunOutcome,
  directory: string,
  language: ReportLanguage,
): string[] {
  const files = reportFiles(outcome.result, language);
  for (const [name, make] of Object.entries(files)) writeWhole(join(directory, name), make());
  return Object.keys(files);
}
