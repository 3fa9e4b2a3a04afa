/** Features to codes: score, strength and evidence. */
import { compareText } from '../../model/text.js';
import type { CodeAssignment, Evidence, Language, Strength } from '../../model/types.js';
import { DEFAULT_SCORING } from '../../taxonomy/scoring.js';
import type { Scoring } from '../../taxonomy/scoring.js';
import type { CodeFeatures } from './features.js';
import { feature, nameOf, weigh } from './names.js';
import type { Feature } from './names.js';
import type { Signal } from './signals.js';

/** What limits the codes of a statement to mentions. */
export interface Limits {
  /** The parent lists topics of research or discussion. */
  readonly topics: boolean;
  /** The statement only introduces its items. */
  readonly introducer: boolean;
}

/** What is known of one code in a statement. */
export interface Candidate extends CodeFeatures {
  readonly signals: readonly Signal[];
  /** Evidence of words that speak for the code. */
  readonly words: () => Evidence[];
}

/** Probability from a sum of weights: 1 / (1 + e^-sum). */
export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** An assignment with its place among those of the same strength. */
interface Ranked {
  readonly assignment: CodeAssignment;
  readonly isTheme: boolean;
  readonly rank: number;
}

/**
 * The codes that come to a mention at least: substantive ones first, of these the
 * objectives before the themes, the one that the statement is mainly about first.
 */
export function codesOf(
  candidates: readonly Candidate[],
  scoring: Scoring,
  language: Language,
  limits: Limits,
): CodeAssignment[] {
  return candidates
    .flatMap((candidate): Ranked[] => {
      const { isTheme, features } = candidate;
      const found = isTheme
        ? theme(candidate, scoring, language)
        : objective(candidate, scoring, language, limits);
      if (found === null) return [];
      const main = isTheme ? 0 : weigh(mainFeatures(features), scoring.main);
      return [{ assignment: found, isTheme, rank: logOdds(found.score) + main }];
    })
    .sort(byPlace)
    .map(({ assignment: found }) => found);
}

/** What terms say of the objective that a statement is mainly about; words say little of it. */
export function mainFeatures(features: readonly Feature[]): Feature[] {
  return features.filter((number) => (isMain[number] ??= MAIN.test(nameOf(number))));
}

const isMain: (boolean | undefined)[] = [];

const MAIN = /^(?:base$|code |strong|weak|covers|rival|outdone|ahead|far ahead|leads)/u;
const STRONG = feature('strong 1');
const WEAK_TWICE = feature('weak 2');
/** Scores are kept from the ends, where a logarithm has none. */
const NEAREST = 0.0005;

function logOdds(score: number): number {
  const kept = Math.min(1 - NEAREST, Math.max(NEAREST, score));
  return Math.log(kept / (1 - kept));
}

/** The trained figures where they know the code, the plain ones for a user's own codes. */
function scoringFor(code: string, scoring: Scoring, isTheme: boolean): Scoring {
  const weights = isTheme ? scoring.themes : scoring.objectives;
  return Object.hasOwn(weights, `code ${code}`) ? scoring : DEFAULT_SCORING;
}

/**
 * That an objective applies, and that it is substantive: the first times the
 * probability that one that applies is more than a mention; 0 where it must not be.
 */
export function objectiveProbabilities(
  candidate: Pick<Candidate, 'features' | 'signals'>,
  weights: Pick<Scoring, 'objectives' | 'depth'>,
  limits: Limits,
): { applies: number; full: number } {
  const applies = atLeast(logistic(weigh(candidate.features, weights.objectives)), candidate);
  const limited = limits.introducer || limits.topics || isNamedOnly(candidate);
  const depth = limited ? 0 : logistic(weigh(candidate.features, weights.depth));
  return { applies, full: applies * depth };
}

function objective(
  candidate: Candidate,
  scoring: Scoring,
  language: Language,
  limits: Limits,
): CodeAssignment | null {
  const own = scoringFor(candidate.code, scoring, false);
  const { applies, full } = objectiveProbabilities(candidate, own, limits);
  const isSubstantive = full >= own.substantiveFrom;
  if (!isSubstantive && applies < own.mentionFrom) return null;
  return assignment(candidate, isSubstantive ? 'substantive' : 'mention', language, {
    score: isSubstantive ? full : applies,
  });
}

/** True when every term stands in a name, in a passing remark, or is one of those that only mention. */
function isNamedOnly({ signals }: Pick<Candidate, 'signals'>): boolean {
  return (
    signals.length > 0 &&
    signals.every(({ effect, group }) => effect !== 'counts' || group === 'mention')
  );
}

function theme(candidate: Candidate, scoring: Scoring, language: Language): CodeAssignment | null {
  const own = scoringFor(candidate.code, scoring, true);
  const score = atLeast(logistic(weigh(candidate.features, own.themes)), candidate);
  if (score < own.themeFrom) return null;
  const full = candidate.features.includes(STRONG) || candidate.features.includes(WEAK_TWICE);
  return assignment(candidate, full ? 'substantive' : 'mention', language, { score });
}

/** A term's own weight is the least that the code comes to where it counts. */
function atLeast(probability: number, { signals }: Pick<Candidate, 'signals'>): number {
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

function byPlace(a: Ranked, b: Ranked): number {
  const strength = ({ assignment: { strength: of } }: Ranked): number =>
    of === 'substantive' ? 0 : 1;
  return (
    strength(a) - strength(b) ||
    Number(a.isTheme) - Number(b.isTheme) ||
    b.rank - a.rank ||
    compareText(a.assignment.code, b.assignment.code)
  );
}
