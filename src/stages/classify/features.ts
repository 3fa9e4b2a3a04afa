/** Features: what speaks for and against a code in a statement, by name. */
import type { Signal } from './signals.js';

/** What a statement's words and terms say of all codes; numbers are places in `codes`. */
export interface Findings {
  readonly codes: readonly string[];
  readonly isTheme: (code: string) => boolean;
  /** The usable signals of each code. */
  readonly signals: ReadonlyMap<string, readonly Signal[]>;
  /** Sum of the word scores; null for codes that no coded statement has. */
  readonly words: readonly (number | null)[];
  /** Sum of the shares of the words in the codes' terms. */
  readonly vocabulary: readonly number[];
  /** Number of words, small ones left out. */
  readonly length: number;
  /** Number of characters. */
  readonly characters: number;
  /** Sum of the word scores for having no substantive objective; null without a table. */
  readonly passing: number | null;
}

/** Sums from which a word feature holds. */
const WORD_STEPS = [
  -6, -4, -3, -2, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 10,
] as const;
const VOCABULARY_STEPS = [0.15, 0.3, 0.6, 1, 1.5, 2, 3, 4.5] as const;
const SHARE_STEPS = [0.1, 0.2, 0.3, 0.45, 0.6] as const;
const PASSING_STEPS = [-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.4] as const;
/** Shares of a statement's characters that the terms of a code cover. */
const COVER_STEPS = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6] as const;
const LENGTH_STEPS = [6, 12, 25, 50] as const;
const MOST = 3;
/** Terms of one sort that are told apart. */
const MOST_TERMS = 6;
/** Distance from the highest sum that counts as near. */
const NEAR = 2;
/** Sum of word scores from which a code without terms is looked at. */
const LOOKED_AT = 1;

const named = (name: string, steps: readonly number[]): readonly (readonly [number, string])[] =>
  steps.map((step) => [step, `${name} ${step}`] as const);
const WORDS = named('words', WORD_STEPS);
const VOCABULARY = named('vocabulary', VOCABULARY_STEPS);
const SHARE = named('share', SHARE_STEPS);
const PASSING = named('passing', PASSING_STEPS);
const COVER = named('covers', COVER_STEPS);
const LENGTH = named('length', LENGTH_STEPS);

/**
 * Words that count are usable; of names and passing remarks only what is strong
 * elsewhere, and for themes no name. Only objectives pass from parent to item.
 */
export function isUsable(
  { code, effect, group, in: where }: Signal,
  isTheme: (code: string) => boolean,
): boolean {
  if (where === 'context' && isTheme(code)) return false;
  if (effect === 'counts') return true;
  if (effect === 'named') return group === 'strong' || isTheme(code);
  return effect === 'name' && group !== 'weak' && !isTheme(code);
}

/** The usable signals of each code, in order of place. */
export function usableSignals(
  signals: readonly Signal[],
  isTheme: (code: string) => boolean,
): Map<string, Signal[]> {
  const found = new Map<string, Signal[]>();
  for (const signal of signals) {
    if (!isUsable(signal, isTheme)) continue;
    const own = found.get(signal.code);
    if (own === undefined) found.set(signal.code, [signal]);
    else own.push(signal);
  }
  return found;
}

/** Features of every code that has a term or whose words speak for it. */
export function featuresOf(findings: Findings): Map<string, string[]> {
  const { codes, isTheme, signals } = findings;
  const ranks = { objectives: rank(findings, false), themes: rank(findings, true) };
  const rivals = codes.filter((code) => !isTheme(code) && decisive(signals.get(code)) > 0);
  const found = new Map<string, string[]>();
  codes.forEach((code, number) => {
    const own = signals.get(code) ?? [];
    if (own.length === 0 && (findings.words[number] ?? 0) < LOOKED_AT) return;
    const features = ['base', `code ${code}`];
    termFeatures(features, code, own);
    wordFeatures(features, number, findings, isTheme(code) ? ranks.themes : ranks.objectives);
    steps(features, LENGTH, findings.length);
    if (findings.passing !== null && !isTheme(code))
      steps(features, PASSING, findings.passing / Math.sqrt(Math.max(1, findings.length)));
    if (own.length > 0) steps(features, COVER, covered(own) / findings.characters);
    if (!isTheme(code) && own.length > 0) rivalFeatures(features, code, findings, rivals);
    found.set(code, features);
  });
  return found;
}

/** Characters that the terms which count cover; where they overlap, these count once. */
function covered(signals: readonly Signal[]): number {
  let sum = 0;
  let end = -1;
  for (const { in: where, effect, span } of signals) {
    if (where !== 'text' || effect !== 'counts') continue;
    sum += Math.max(0, span[1] - Math.max(span[0], end));
    end = Math.max(end, span[1]);
  }
  return sum;
}

/** Strong terms in the statement's own words that count in full. */
function decisive(signals: readonly Signal[] | undefined): number {
  return (signals ?? []).filter(isDecisive).length;
}

function isDecisive({ in: where, effect, group }: Signal): boolean {
  return where === 'text' && effect === 'counts' && group === 'strong';
}

/** Different terms by group and by where they stand: the first, the second and so on have weights of their own. */
function termFeatures(features: string[], code: string, own: readonly Signal[]): void {
  if (own.length === 0) return;
  features.push('any term');
  const terms = new Map<string, Set<string>>();
  for (const signal of own) {
    const name = placeName(signal);
    const known = terms.get(name);
    if (known === undefined) terms.set(name, new Set([signal.term]));
    else known.add(signal.term);
  }
  for (const [name, different] of terms) upTo(features, name, different.size);
  if (own.some(isDecisive)) features.push(`strong ${code}`);
}

/** "strong", "weak", "mention", with "in name", "in passing" or "above" where they stand so. */
function placeName({ group, effect, in: where }: Signal): string {
  if (where === 'context') return `${group} above`;
  if (effect === 'name') return `${group} in name`;
  return effect === 'named' ? `${group} in passing` : group;
}

function upTo(features: string[], name: string, count: number): void {
  for (let step = 1; step <= Math.min(count, MOST_TERMS); step++) features.push(`${name} ${step}`);
}

function steps(
  features: string[],
  ladder: readonly (readonly [number, string])[],
  value: number,
): void {
  for (const [from, name] of ladder) {
    if (value < from) break;
    features.push(name);
  }
}

/** Where the codes of one sort stand among each other. */
interface Rank {
  /** Numbers of the codes with the highest sums of words, and of vocabulary. */
  readonly words: readonly number[];
  readonly vocabulary: readonly number[];
  readonly highest: number;
  /** Sum of the vocabulary over all codes. */
  readonly whole: number;
}

function rank({ codes, isTheme, words, vocabulary }: Findings, themes: boolean): Rank {
  const own = codes.flatMap((code, number) => (isTheme(code) === themes ? [number] : []));
  const first = (values: readonly (number | null)[]): number[] => highest(own, values);
  const byWords = first(words);
  return {
    words: byWords,
    vocabulary: first(vocabulary).filter((number) => vocabulary[number]! > 0),
    highest: words[byWords[0] ?? 0] ?? 0,
    whole: own.reduce((sum, number) => sum + vocabulary[number]!, 0),
  };
}

/** The numbers of the highest values, the lower number first where they are equal. */
function highest(among: readonly number[], values: readonly (number | null)[]): number[] {
  const found: number[] = [];
  for (const number of among) {
    const value = values[number] ?? -Infinity;
    let at = found.length;
    while (at > 0 && value > (values[found[at - 1]!] ?? -Infinity)) at--;
    if (at < MOST) found.splice(at, 0, number);
    if (found.length > MOST) found.pop();
  }
  return found;
}

function wordFeatures(
  features: string[],
  number: number,
  { words, vocabulary }: Findings,
  among: Rank,
): void {
  const sum = words[number] ?? null;
  if (sum !== null) {
    steps(features, WORDS, sum);
    placed(features, 'words', among.words.indexOf(number));
    if (sum > among.highest - NEAR && among.words[0] !== number) features.push('words near');
  }
  const own = vocabulary[number]!;
  if (own === 0) return;
  steps(features, VOCABULARY, own);
  steps(features, SHARE, own / among.whole);
  placed(features, 'vocabulary', among.vocabulary.indexOf(number));
}

/** A code among the first one, two and three. */
function placed(features: string[], name: string, place: number): void {
  if (place < 0) return;
  for (let among = place + 1; among <= MOST; among++) features.push(`${name} among ${among}`);
}

/** Other objectives with strong terms make one less likely that has less to show. */
function rivalFeatures(
  features: string[],
  code: string,
  { signals }: Findings,
  rivals: readonly string[],
): void {
  const others = rivals.filter((other) => other !== code);
  upTo(features, 'rival', others.length);
  if (others.length === 0) return;
  const own = decisive(signals.get(code));
  const most = Math.max(...others.map((other) => decisive(signals.get(other))));
  if (most > own) features.push('outdone');
  if (own > most) features.push('ahead');
  if (own > most + 1) features.push('far ahead');
  const cover = covered(signals.get(code) ?? []);
  if (others.every((other) => cover > covered(signals.get(other) ?? [])))
    features.push('covers most');
  const start = firstPlace(signals.get(code));
  if (others.every((other) => start <= firstPlace(signals.get(other)))) features.push('leads');
}

function firstPlace(signals: readonly Signal[] | undefined): number {
  let first = Infinity;
  for (const { in: where, span } of signals ?? [])
    if (where === 'text') first = Math.min(first, span[0]);
  return first;
}
