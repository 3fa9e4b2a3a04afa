/** Features to codes: score, strength and evidence. */
import { compareText } from '../../model/text.js';
import type { CodeAssignment, Evidence, Language, Strength } from '../../model/types.js';
import { DEFAULT_SCORING } from '../../taxonomy/scoring.js';
import type { Scoring } from '../../taxonomy/scoring.js';
import type { CodeInfo } from '../../taxonomy/types.js';
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

/** What codes are made with. */
export interface Making {
  readonly language: Language;
  readonly limits: Limits;
  /** Figures of each code, by its place in the table. */
  readonly scorings: readonly Scoring[];
  /** Evidence of words that speak for codes, for each of them. */
  readonly words: (found: readonly CodeFeatures[]) => readonly Evidence[][];
}

/** Probability from a sum of weights: 1 / (1 + e^-sum). */
export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

/** A code that is given, with its place among those of the same strength. */
interface Ranked {
  readonly candidate: CodeFeatures;
  readonly strength: Strength;
  readonly score: number;
  readonly rank: number;
}

/**
 * The codes that come to a mention at least: substantive ones first, of these the
 * objectives before the themes, the one that the statement is mainly about first.
 */
export function codesOf(candidates: readonly CodeFeatures[], making: Making): CodeAssignment[] {
  const given: Ranked[] = [];
  for (const candidate of candidates) {
    const scoring = making.scorings[candidate.place]!;
    const found = candidate.isTheme
      ? theme(candidate, scoring)
      : objective(candidate, scoring, making.limits);
    if (found !== null) given.push(found);
  }
  given.sort(byPlace);
  const words = making.words(given.map(({ candidate }) => candidate));
  return given.map((one, index) => assignment(one, words[index]!, making.language));
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
export function scoringFor(
  { code, kind }: Pick<CodeInfo, 'code' | 'kind'>,
  scoring: Scoring,
): Scoring {
  const weights = kind === 'theme' ? scoring.themes : scoring.objectives;
  return Object.hasOwn(weights, `code ${code}`) ? scoring : DEFAULT_SCORING;
}

/**
 * That an objective applies, and that it is substantive: the first times the
 * probability that one that applies is more than a mention; 0 where it must not be.
 */
export function objectiveProbabilities(
  candidate: Pick<CodeFeatures, 'features' | 'signals'>,
  weights: Pick<Scoring, 'objectives' | 'depth'>,
  limits: Limits,
): { applies: number; full: number } {
  const applies = atLeast(logistic(weigh(candidate.features, weights.objectives)), candidate);
  const limited = limits.introducer || limits.topics || isNamedOnly(candidate);
  const depth = limited ? 0 : logistic(weigh(candidate.features, weights.depth));
  return { applies, full: applies * depth };
}

function objective(candidate: CodeFeatures, scoring: Scoring, limits: Limits): Ranked | null {
  const { applies, full } = objectiveProbabilities(candidate, scoring, limits);
  const isSubstantive = full >= scoring.substantiveFrom;
  if (!isSubstantive && applies < scoring.mentionFrom) return null;
  const [strength, exact]: [Strength, number] = isSubstantive
    ? ['substantive', full]
    : ['mention', applies];
  const score = rounded(exact);
  const rank = logOdds(score) + weigh(candidate.features, scoring.main);
  return { candidate, strength, score, rank };
}

/** True when every term stands in a name, in a passing remark, or is one of those that only mention. */
function isNamedOnly({ signals }: Pick<CodeFeatures, 'signals'>): boolean {
  return (
    signals.length > 0 &&
    signals.every(({ effect, group }) => effect !== 'counts' || group === 'mention')
  );
}

function theme(candidate: CodeFeatures, scoring: Scoring): Ranked | null {
  const exact = atLeast(logistic(weigh(candidate.features, scoring.themes)), candidate);
  if (exact < scoring.themeFrom) return null;
  const full = candidate.features.includes(STRONG) || candidate.features.includes(WEAK_TWICE);
  const score = rounded(exact);
  return { candidate, strength: full ? 'substantive' : 'mention', score, rank: logOdds(score) };
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

/** A term's own weight is the least that the code comes to where it counts. */
function atLeast(probability: number, { signals }: Pick<CodeFeatures, 'signals'>): number {
  let most = probability;
  for (const { weight, effect, in: where } of signals)
    if (weight !== null && effect === 'counts' && where === 'text') most = Math.max(most, weight);
  return most;
}

function assignment(
  { candidate: { code, signals }, strength, score }: Ranked,
  words: readonly Evidence[],
  language: Language,
): CodeAssignment {
  const evidence = signals.map((signal) => evidenceOf(signal, language));
  evidence.push(...words);
  return { code, strength, score, evidence };
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
  return (
    Number(a.strength === 'mention') - Number(b.strength === 'mention') ||
    Number(a.candidate.isTheme) - Number(b.candidate.isTheme) ||
    b.rank - a.rank ||
    compareText(a.candidate.code, b.candidate.code)
  );
}
