/** Public API: descriptions of corpora. */
import type { ReadingOptions } from '../adapters/reading.js';
import type { CheckOutcome, CorpusParts, InitOptions, InitOutcome } from '../corpus.js';
import { loadTaxonomy, makeDetector } from './setup.js';

/** Writes a corpus.yaml for the documents of a folder; see the command `corpus init`. */
export async function initCorpus(
  folder: string,
  options: InitOptions,
  reading?: ReadingOptions,
): Promise<InitOutcome> {
  const corpus = await import('../corpus.js');
  return corpus.initCorpus(folder, options, await partsFor(reading));
}

/** Checks a corpus.yaml and the documents that it lists; see the command `corpus check`. */
export async function checkCorpus(path: string, reading?: ReadingOptions): Promise<CheckOutcome> {
  const corpus = await import('../corpus.js');
  return corpus.checkCorpus(path, await partsFor(reading));
}

async function partsFor(reading: ReadingOptions = {}): Promise<CorpusParts> {
  const { segmentSettings } = await import('../coding/code.js');
  const { info } = await loadTaxonomy();
  return { detector: await makeDetector(), segment: segmentSettings(info), reading };
}
