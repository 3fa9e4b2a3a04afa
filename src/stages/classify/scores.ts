/** Features to codes: score, strength and evidence. */
import { compareText } from '../../model/text.js';
import type { CodeAssignment, Evidence, Language, Strength } from '../../model/types.js';
import { DEFAULT_SCORING } from '../../taxonomy/scoring.js';
import type { Scoring, Weights } from '../../taxonomy/scoring.js';
import type { Signal } from './signals.js';

/** What limits the codes of a statement to mentions. */
export interface Limits {
  /** The parent lists topics of research or discussion. */
  readonly topics: boolean;
  /** The statement only introduces its items. */
  readonly introducer: boolean;
}

/** What is known of one code in a statement. */
export interface Candidate {
  readonly code: string;
  readonly isTheme: boolean;
  readonly features: readonly string[];
  readonly signals: readonly Signal[];
  /** Evidence of words that speak for the code. */
  readonly words: () => Evidence[];
}

/** Probability from a sum of weights: 1 / (1 + e^-sum). */
export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** Sum of the weights of features. */
export function weigh(features: readonly string[], weights: Weights): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
}

/** The codes that come to a mention at least, substantive first, then by score, then by code. */
export function codesOf(
  candidates: readonly Candidate[],
  scoring: Scoring,
  language: Language,
  limits: Limits,
): CodeAssignment[] {
  return candidates
    .map((candidate) =>
      candidate.isTheme
        ? theme(candidate, scoring, language)
        : objective(candidate, scoring, language, limits),
    )
    .filter((assignment) => assignment !== null)
    .sort(byStrength);
}

/** The trained figures where they know the code, the plain ones for a user's own codes. */
export function scoringFor(code: string, scoring: Scoring, isTheme: boolean): Scoring {
  const weights = isTheme ? scoring.themes : scoring.objectives;
  return `code ${code}` in weights ? scoring : DEFAULT_SCORING;
}

/**
 * An objective is substantive with the probability that it applies times the
 * probability that one that applies is more than a mention.
 */
function objective(
  candidate: Candidate,
  scoring: Scoring,
  language: Language,
  limits: Limits,
): CodeAssignment | null {
  const own = scoringFor(candidate.code, scoring, false);
  const applies = atLeast(logistic(weigh(candidate.features, own.objectives)), candidate);
  const full = applies * logistic(weigh(candidate.features, own.depth));
  const isSubstantive = full >= own.substantiveFrom && !limits.introducer && !limits.topics;
  if (!isSubstantive && applies < own.mentionFrom) return null;
  return assignment(candidate, isSubstantive ? 'substantive' : 'mention', language, {
    score: isSubstantive ? full : applies,
  });
}

function theme(candidate: Candidate, scoring: Scoring, language: Language): CodeAssignment | null {
  const own = scoringFor(candidate.code, scoring, true);
  const score = atLeast(logistic(weigh(candidate.features, own.themes)), candidate);
  if (score < own.themeFrom) return null;
  const full = candidate.features.includes('strong 1') || candidate.features.includes('weak 2');
  return assignment(candidate, full ? 'substantive' : 'mention', language, { score });
}

/** A term's own weight is the least that the code comes to where it counts. */
function atLeast(probability: number, { signals }: Candidate): number {
  let most = probability;
  for (const { weight, effect, in: where } of signals)
    if (weight !== null && effect === 'counts' && where === 'text') most = Math.max(most, weight);
  return most;
}

function assignment(
  { code, signals, words }: Candidate,
  strength: Strength,
  language: Language,
  { score }: { score: number },
): CodeAssignment {
  const evidence = [...signals.map((signal) => evidenceOf(signal, language)), ...words()];
  return { code, strength, score: Math.round(score * 1000) / 1000, evidence };
}

function evidenceOf(signal: Signal, language: Language): Evidence {
  const { span, quote, code, term } = signal;
  const base: Evidence = {
    in: signal.in,
    spans: [span],
    quote,
    pattern: `${code}/${language}/${term}`,
  };
  return signal.in === 'context' ? { ...base, index: signal.index } : base;
}

function byStrength(a: CodeAssignment, b: CodeAssignment): number {
  const rank = ({ strength }: CodeAssignment): number => (strength === 'substantive' ? 0 : 1);
  return rank(a) - rank(b) || b.score - a.score || compareText(a.code, b.code);
}
