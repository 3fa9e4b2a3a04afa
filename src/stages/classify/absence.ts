/** Whether a statement reports an absence: "no mechanism exists", "has not ratified". */
import type { Weights } from '../../taxonomy/scoring.js';
import { logistic, weigh } from './scores.js';

/** Sums of the word scores from which a feature holds. */
const WORD_STEPS = [-4, -2, 0, 1, 2, 3, 4, 5, 6, 8] as const;

/** Features of an absence: its phrases, and what the words say; `words` is null without a table. */
export function absenceFeatures(phrases: number, words: number | null): string[] {
  const features = ['base'];
  if (phrases > 0) features.push('phrase');
  if (phrases > 1) features.push('phrases');
  for (const step of WORD_STEPS)
    if (words !== null && words >= step) features.push(`words ${step}`);
  return features;
}

/** True when an absence is likelier than not. */
export function isAbsent(phrases: number, words: number | null, weights: Weights): boolean {
  return logistic(weigh(absenceFeatures(phrases, words), weights)) >= 0.5;
}
