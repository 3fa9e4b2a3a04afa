/** Whether a statement reports an absence: "no mechanism exists", "has not ratified". */
import type { Weights } from '../../taxonomy/scoring.js';
import { climb, feature, ladder, weigh } from './names.js';
import type { Feature } from './names.js';
import { logistic } from './scores.js';

/** Sums of the word scores from which a feature holds. */
const WORD_STEPS = [-4, -2, 0, 1, 2, 3, 4, 5, 6, 8] as const;

const BASE = feature('base');
const PHRASE = feature('phrase');
const PHRASES = feature('phrases');
const WORDS = ladder('words', WORD_STEPS);

/** Features of an absence: its phrases, and what the words say; `words` is null without a table. */
export function absenceFeatures(phrases: number, words: number | null): Feature[] {
  const features = [BASE];
  if (phrases > 0) features.push(PHRASE);
  if (phrases > 1) features.push(PHRASES);
  if (words !== null) climb(features, WORDS, words);
  return features;
}

/** True when an absence is likelier than not. */
export function isAbsent(phrases: number, words: number | null, weights: Weights): boolean {
  return logistic(weigh(absenceFeatures(phrases, words), weights)) >= 0.5;
}
