/** Public API: documents and whole runs. */
import type { FileFacts, ReadInput } from '../adapters/corpus.js';
import type { ReadRun } from '../adapters/saved-run.js';
import type { ReadingOptions } from '../adapters/reading.js';
import type { TaxonomyChoice } from '../adapters/taxonomy.js';
import type { CoverageBy } from '../model/coverage.js';
import type { Issue } from '../model/types.js';
import type { SegmentedDocument } from '../pipeline.js';
import type { Dropped } from '../readers/index.js';
import type { RunResult } from '../report/index.js';
import type { RunOptions, RunOutcome, WriteOptions } from '../run.js';
import { loadTaxonomy, makeClassifier, makeDetector } from './setup.js';

/** A document of a file, with what its reader left out of its text. */
export interface ReadAndSegmented extends SegmentedDocument {
  readonly dropped: readonly Dropped[];
  /** Null where the format has none. */
  readonly pages: number | null;
}

/** A file's documents with their statements; none, and the issues that say why, when it could not be read. */
export interface SegmentedFile {
  readonly documents: readonly ReadAndSegmented[];
  readonly issues: readonly Issue[];
  /** Null when the file could not be opened. */
  readonly file: FileFacts | null;
}

/** Reads one file and finds its statements; see the command `segment`. */
export async function segmentFile(
  path: string,
  taxonomy?: TaxonomyChoice,
  reading?: ReadingOptions,
): Promise<SegmentedFile> {
  const { segmentDocument } = await import('../pipeline.js');
  const { segmentSettings } = await import('../coding/code.js');
  const read = await readAlone(path, reading);
  const { file } = read;
  if (read.documents.length === 0) return { documents: [], issues: read.issues, file };
  const { info } = await loadTaxonomy(taxonomy ?? {});
  const stages = { detector: await makeDetector(), segment: segmentSettings(info) };
  const documents = read.documents.map((one) => {
    // Which country it is of does not matter here.
    const issues = one.issues.filter(({ id }) => id !== 'GCM116');
    const { dropped, pages } = one;
    return { ...segmentDocument({ ...one, issues }, stages), dropped, pages };
  });
  return { documents, issues: documents.flatMap(({ issues }) => issues), file };
}

/** One file that no corpus describes, read within limits. */
async function readAlone(path: string, reading?: ReadingOptions): Promise<ReadInput> {
  const { aloneInput, readInput } = await import('../adapters/corpus.js');
  const { createReader } = await import('../adapters/reading.js');
  const reader = createReader(reading);
  try {
    return await readInput(aloneInput(path), reader.read);
  } finally {
    await reader.close();
  }
}

/** Codes all documents that the paths name; see the command `run`. */
export async function runCorpus(
  paths: readonly string[],
  options: RunOptions,
): Promise<RunOutcome> {
  const run = await import('../run.js');
  const taxonomy = await loadTaxonomy(options.taxonomy ?? {});
  return run.runCorpus(paths, options, {
    taxonomy,
    classify: await makeClassifier(taxonomy),
    detector: await makeDetector(),
  });
}

/** Writes the files of a run into a folder, each whole or not at all; returns their names. */
export async function writeRun(
  outcome: Pick<RunOutcome, 'result'>,
  directory: string,
  options: WriteOptions,
): Promise<string[]> {
  const { writeRunFiles } = await import('../run.js');
  return writeRunFiles(outcome.result, directory, options);
}

/**
 * Reads a run again from the folder that it was written into; nothing is coded.
 * @throws SavedRunError when the folder holds no run that can be read (GCM150-GCM154)
 */
export async function readRun(directory: string): Promise<ReadRun> {
  const saved = await import('../adapters/saved-run.js');
  return saved.readRun(directory);
}

/** The run with its coverage counted anew, each row another unit. */
export async function recountRun(run: RunResult, by: CoverageBy): Promise<RunResult> {
  const { countedBy } = await import('../report/saved/restore.js');
  return countedBy(run, by);
}

/** The coverage matrix as text for a terminal. */
export async function matrixText(
  outcome: RunOutcome,
  options: { width: number; color: boolean },
): Promise<string> {
  const { terminalMatrix } = await import('../report/index.js');
  return terminalMatrix(outcome.result, options);
}
