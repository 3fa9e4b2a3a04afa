/** Public API: descriptions of corpora. */
import type { TaxonomyChoice } from '../adapters/taxonomy.js';
import type { CheckOutcome, CorpusParts, InitOptions, InitOutcome } from '../corpus.js';
import { loadTaxonomy, makeDetector } from './setup.js';

/** Writes a corpus.yaml for the documents of a folder; see the command `corpus init`. */
export async function initCorpus(folder: string, options: InitOptions): Promise<InitOutcome> {
  const corpus = await import('../corpus.js');
  return corpus.initCorpus(folder, options, await partsFor());
}

/** Checks a corpus.yaml and the documents that it lists; see the command `corpus check`. */
export async function checkCorpus(path: string): Promise<CheckOutcome> {
  const corpus = await import('../corpus.js');
  return corpus.checkCorpus(path, await partsFor());
}

async function partsFor(taxonomy: TaxonomyChoice = {}): Promise<CorpusParts> {
  const { segmentSettings } = await import('../run.js');
  const { info } = await loadTaxonomy(taxonomy);
  return { detector: await makeDetector(), segment: segmentSettings(info) };
}
