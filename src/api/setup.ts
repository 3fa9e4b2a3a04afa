/** Parts that several functions of the public API put together; loaded where they are used. */
import type { TaxonomyChoice } from '../adapters/taxonomy.js';
import type { Classify } from '../stages/classify.js';
import type { LanguageDetector } from '../stages/detect.js';
import type { CompiledTaxonomy } from '../taxonomy/types.js';

/** Makes the language detector. */
export async function makeDetector(): Promise<LanguageDetector> {
  const { languageDetector } = await import('../stages/detect.js');
  const { rankLanguages } = await import('../adapters/language.js');
  return languageDetector(rankLanguages);
}

/** Makes the classifier of a taxonomy. */
export async function makeClassifier(taxonomy: CompiledTaxonomy): Promise<Classify> {
  const { classifier } = await import('../stages/classify.js');
  const { englishGrammar } = await import('../adapters/english.js');
  return classifier({ taxonomy, english: englishGrammar() });
}

/**
 * Loads a taxonomy ready for use.
 * @throws TaxonomyError when its files have errors (GCM301-GCM308)
 */
export async function loadTaxonomy(choice: TaxonomyChoice = {}): Promise<CompiledTaxonomy> {
  const adapter = await import('../adapters/taxonomy.js');
  return adapter.loadTaxonomy(choice);
}
