/** Features: what speaks for and against a code in a statement. */
import type { CodeInfo, TermGroup } from '../../taxonomy/types.js';
import { climb, feature, ladder } from './names.js';
import type { Feature } from './names.js';
import type { Signal } from './signals.js';

/** The codes of a taxonomy in its order, told by their places in it. */
export interface CodeTable {
  readonly codes: readonly string[];
  readonly isTheme: (code: string) => boolean;
  readonly objectives: readonly number[];
  readonly themes: readonly number[];
  /** By place: that it is this code, and that a strong term says so. */
  readonly features: readonly { readonly code: Feature; readonly strong: Feature }[];
}

/** Makes the table of a taxonomy's codes. */
export function codeTable(infos: readonly Pick<CodeInfo, 'code' | 'kind'>[]): CodeTable {
  const codes = infos.map(({ code }) => code);
  const themes = new Set(infos.filter(({ kind }) => kind === 'theme').map(({ code }) => code));
  const isTheme = (code: string): boolean => themes.has(code);
  const places = [...codes.keys()];
  return {
    codes,
    isTheme,
    objectives: places.filter((place) => !isTheme(codes[place]!)),
    themes: places.filter((place) => isTheme(codes[place]!)),
    features: codes.map((code) => ({
      code: feature(`code ${code}`),
      strong: feature(`strong ${code}`),
    })),
  };
}

/** What a statement's words and terms say of all codes; numbers are places in the table. */
export interface Findings {
  readonly table: CodeTable;
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

const WORDS = ladder('words', WORD_STEPS);
const VOCABULARY = ladder('vocabulary', VOCABULARY_STEPS);
const SHARE = ladder('share', SHARE_STEPS);
const PASSING = ladder('passing', PASSING_STEPS);
const COVER = ladder('covers', COVER_STEPS);
const LENGTH = ladder('length', LENGTH_STEPS);

/** "NAME 1" to the most. */
const counted = (name: string, most: number): readonly Feature[] =>
  Array.from({ length: most }, (_, index) => feature(`${name} ${index + 1}`));
const RIVAL = counted('rival', MOST_TERMS);
const WORDS_AMONG = counted('words among', MOST);
const VOCABULARY_AMONG = counted('vocabulary among', MOST);

const BASE = feature('base');
const ANY_TERM = feature('any term');
const NEAR_WORDS = feature('words near');
const OUTDONE = feature('outdone');
const AHEAD = feature('ahead');
const FAR_AHEAD = feature('far ahead');
const COVERS_MOST = feature('covers most');
const LEADS = feature('leads');

/** Terms by group and by where they stand: the first, the second and so on have weights of their own. */
const termCounts = (place: string): Readonly<Record<TermGroup, readonly Feature[]>> => ({
  strong: counted(`strong${place}`, MOST_TERMS),
  weak: counted(`weak${place}`, MOST_TERMS),
  mention: counted(`mention${place}`, MOST_TERMS),
});
const TERMS = termCounts('');
const TERMS_ABOVE = termCounts(' above');
const TERMS_IN_NAME = termCounts(' in name');
const TERMS_IN_PASSING = termCounts(' in passing');

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

/** The features of a code that has a term or whose words speak for it. */
export interface CodeFeatures {
  readonly code: string;
  /** Place in the table of codes. */
  readonly place: number;
  readonly isTheme: boolean;
  readonly signals: readonly Signal[];
  readonly features: readonly Feature[];
}

/** Features of every code that has a term or whose words speak for it, in the table's order. */
export function featuresOf(findings: Findings): CodeFeatures[] {
  const { table, signals, words } = findings;
  const ranks = {
    objectives: rank(findings, table.objectives),
    themes: rank(findings, table.themes),
  };
  const rivals = rivalsIn(findings);
  const found: CodeFeatures[] = [];
  table.codes.forEach((code, place) => {
    const own = signals.get(code) ?? NO_SIGNALS;
    if (own.length === 0 && (words[place] ?? 0) < LOOKED_AT) return;
    const isTheme = table.isTheme(code);
    const features = [BASE, table.features[place]!.code];
    termFeatures(features, table.features[place]!.strong, own);
    wordFeatures(features, place, findings, isTheme ? ranks.themes : ranks.objectives);
    climb(features, LENGTH, findings.length);
    if (findings.passing !== null && !isTheme)
      climb(features, PASSING, findings.passing / Math.sqrt(Math.max(1, findings.length)));
    if (own.length > 0) climb(features, COVER, covered(own) / findings.characters);
    if (!isTheme && own.length > 0) rivalFeatures(features, code, own, rivals);
    found.push({ code, place, isTheme, signals: own, features });
  });
  return found;
}

const NO_SIGNALS: readonly Signal[] = [];

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
function decisive(signals: readonly Signal[]): number {
  let sum = 0;
  for (const signal of signals) if (isDecisive(signal)) sum++;
  return sum;
}

function isDecisive({ in: where, effect, group }: Signal): boolean {
  return where === 'text' && effect === 'counts' && group === 'strong';
}

/** Different terms by group and by where they stand. */
function termFeatures(features: Feature[], strong: Feature, own: readonly Signal[]): void {
  if (own.length === 0) return;
  features.push(ANY_TERM);
  if (own.length === 1) features.push(countsOf(own[0]!)[0]!);
  else {
    const sorts = own.map(countsOf);
    sorts.forEach((sort, at) => {
      if (sorts.indexOf(sort) < at) return;
      const terms = own.filter((_, other) => sorts[other] === sort).map(({ term }) => term);
      upTo(features, sort, new Set(terms).size);
    });
  }
  if (own.some(isDecisive)) features.push(strong);
}

function countsOf({ group, effect, in: where }: Signal): readonly Feature[] {
  if (where === 'context') return TERMS_ABOVE[group];
  if (effect === 'name') return TERMS_IN_NAME[group];
  return (effect === 'named' ? TERMS_IN_PASSING : TERMS)[group];
}

function upTo(features: Feature[], counts: readonly Feature[], count: number): void {
  for (let at = 0; at < count && at < counts.length; at++) features.push(counts[at]!);
}

/** Where the codes of one sort stand among each other. */
interface Rank {
  /** Places of the codes with the highest sums of words, and of vocabulary. */
  readonly words: readonly number[];
  readonly vocabulary: readonly number[];
  readonly highest: number;
  /** Sum of the vocabulary over all codes. */
  readonly whole: number;
}

function rank({ words, vocabulary }: Findings, own: readonly number[]): Rank {
  const byWords = highest(own, words, -Infinity);
  let whole = 0;
  for (const place of own) whole += vocabulary[place]!;
  return {
    words: byWords,
    vocabulary: highest(own, vocabulary, 0),
    highest: words[byWords[0] ?? 0] ?? 0,
    whole,
  };
}

/** The places of the highest values over a least one, the lower place first where they are equal. */
function highest(
  among: readonly number[],
  values: readonly (number | null)[],
  over: number,
): number[] {
  const found: number[] = [];
  let least = over;
  for (const place of among) {
    const value = values[place] ?? -Infinity;
    if (value <= least) continue;
    let at = found.length;
    while (at > 0 && value > values[found[at - 1]!]!) at--;
    found.splice(at, 0, place);
    if (found.length > MOST) found.pop();
    if (found.length === MOST) least = values[found[MOST - 1]!]!;
  }
  return found;
}

function wordFeatures(
  features: Feature[],
  place: number,
  { words, vocabulary }: Findings,
  among: Rank,
): void {
  const sum = words[place] ?? null;
  if (sum !== null) {
    climb(features, WORDS, sum);
    placed(features, WORDS_AMONG, among.words.indexOf(place));
    if (sum > among.highest - NEAR && among.words[0] !== place) features.push(NEAR_WORDS);
  }
  const own = vocabulary[place]!;
  if (own === 0) return;
  climb(features, VOCABULARY, own);
  climb(features, SHARE, own / among.whole);
  placed(features, VOCABULARY_AMONG, among.vocabulary.indexOf(place));
}

/** A code among the first one, two and three. */
function placed(features: Feature[], names: readonly Feature[], at: number): void {
  if (at >= 0) for (let among = at; among < names.length; among++) features.push(names[among]!);
}

/** An objective with strong terms, and how it shows in the statement. */
interface Rival {
  readonly code: string;
  readonly decisive: number;
  readonly covered: number;
  readonly start: number;
}

function rivalsIn({ table, signals }: Findings): Rival[] {
  const found: Rival[] = [];
  for (const place of table.objectives) {
    const code = table.codes[place]!;
    const own = signals.get(code);
    if (own?.some(isDecisive) === true) found.push(rivalOf(code, own));
  }
  return found;
}

function rivalOf(code: string, own: readonly Signal[]): Rival {
  return { code, decisive: decisive(own), covered: covered(own), start: firstPlace(own) };
}

/** Other objectives with strong terms make one less likely that has less to show. */
function rivalFeatures(
  features: Feature[],
  code: string,
  signals: readonly Signal[],
  rivals: readonly Rival[],
): void {
  const others = rivals.filter((other) => other.code !== code);
  upTo(features, RIVAL, others.length);
  if (others.length === 0) return;
  const own = rivalOf(code, signals);
  const most = Math.max(...others.map((other) => other.decisive));
  if (most > own.decisive) features.push(OUTDONE);
  if (own.decisive > most) features.push(AHEAD);
  if (own.decisive > most + 1) features.push(FAR_AHEAD);
  if (others.every((other) => own.covered > other.covered)) features.push(COVERS_MOST);
  if (others.every((other) => own.start <= other.start)) features.push(LEADS);
}

function firstPlace(signals: readonly Signal[]): number {
  let first = Infinity;
  for (const { in: where, span } of signals) if (where === 'text') first = Math.min(first, span[0]);
  return first;
}
