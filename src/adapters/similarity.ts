/** Cosine of two bags of words, from `wink-nlp`; its models are not loaded. */
import { createRequire } from 'node:module';
import type { BagCosine } from '../measures/similar.js';

const load = createRequire(import.meta.url);

/** Loads the function. */
export function bagCosine(): BagCosine {
  const { bow } = load('wink-nlp/utilities/similarity.js') as { bow: { cosine: BagCosine } };
  return bow.cosine;
}
