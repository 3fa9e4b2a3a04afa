/** What a coding thread runs: it codes the files that it is sent, one after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { englishGrammar } from '../adapters/english.js';
import { rankLanguages } from '../adapters/language.js';
import { loadTaxonomy } from '../adapters/taxonomy.js';
import type { TaxonomyChoice } from '../adapters/taxonomy.js';
import { classifier } from '../stages/classify.js';
import { languageDetector } from '../stages/detect.js';
import { codeInput, stagesOf } from './code.js';
import type { CodingJob } from './threads.js';

const taxonomy = await loadTaxonomy(workerData as TaxonomyChoice);
const stages = stagesOf({
  taxonomy,
  classify: classifier({ taxonomy, english: englishGrammar() }),
  detector: languageDetector(rankLanguages),
});

parentPort?.on('message', ({ input, read }: CodingJob) => {
  parentPort?.postMessage(codeInput(input, read, stages));
});
