/** Runs a taxonomy's examples and counterexamples. */
import type { CodeAssignment, Issue, Language } from '../model/types.js';
import type { SampleEntry, TaxonomySource } from './types.js';

/** Codes of a text as the classifier gives them, or null where the language has no terms. */
export type CodesOf = (
  text: string,
  language: Language,
  context: readonly string[],
) => readonly CodeAssignment[] | null;

/**
 * One issue for every example whose code comes out otherwise than it says.
 * GCM309 an example fails, GCM310 a counterexample is coded.
 * @param only the examples of this code, or null for all
 */
export function checkSamples(
  source: TaxonomySource,
  codesOf: CodesOf,
  only: string | null,
): Issue[] {
  return source.samples
    .filter(({ code }) => only === null || code === only)
    .map((sample) => checkSample(sample, codesOf))
    .filter((issue) => issue !== null);
}

function checkSample(sample: SampleEntry, codesOf: CodesOf): Issue | null {
  const context = sample.context === undefined ? [] : [sample.context];
  const codes = codesOf(sample.text, sample.language, context) ?? [];
  const given = codes.find(({ code }) => code === sample.code) ?? null;
  if ((given?.strength ?? null) === sample.expected) return null;
  return {
    id: sample.expected === null ? 'GCM310' : 'GCM309',
    severity: 'error',
    message: `${sample.code}: expected ${shown(sample.expected)}, got ${shown(given?.strength ?? null)}${why(given)}\n  ${sample.language}: ${sample.text}`,
    hint: `See the words that decide with: gcm-coverage explain --language ${sample.language} "…"`,
    document: sample.file,
    place: `${sample.line}:${sample.column}`,
  };
}

function shown(strength: string | null): string {
  return strength ?? 'no code';
}

function why(given: CodeAssignment | null): string {
  if (given === null) return '';
  const quotes = given.evidence.map(({ quote, pattern }) => `"${quote}" by ${pattern}`);
  return ` (${given.score.toFixed(2)}: ${quotes.join('; ')})`;
}
