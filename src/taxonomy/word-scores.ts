/** What words say of labels: log ratios from counts of coded statements, shares from terms. */
import type { Language } from '../model/types.js';
import type { WordCount, WordCounts } from './counts.js';
import { stemOf } from './stems.js';
import type { LanguagePack } from './types.js';

/**
 * Scores of words for labels, in thousandths, packed so that a language loads
 * quickly: for each key the score for every label that it never stood beside,
 * then for `counts` labels their numbers and what they have more.
 */
export interface WordScores {
  readonly labels: readonly string[];
  /** Keys, a space between. */
  readonly keys: string;
  readonly common: readonly number[];
  readonly counts: readonly number[];
  readonly numbers: readonly number[];
  readonly more: readonly number[];
}

interface Row {
  readonly key: string;
  readonly common: number;
  readonly pairs: readonly (readonly [label: number, more: number])[];
}

function packed(labels: readonly string[], rows: readonly Row[]): WordScores {
  const pairs = rows.flatMap((row) => row.pairs);
  return {
    labels,
    keys: rows.map(({ key }) => key).join(' '),
    common: rows.map(({ common }) => thousandths(common)),
    counts: rows.map((row) => row.pairs.length),
    numbers: pairs.map(([label]) => label),
    more: pairs.map(([, more]) => thousandths(more)),
  };
}

function thousandths(value: number): number {
  return Math.round(value * 1000);
}

/** Statements that a word is thought to have been seen in beside, with the usual share of each label. */
const SMOOTHING = 4;
/** Share of what a word speaks against a label that counts. */
const AGAINST = 0.3;

/**
 * How much more often than usual a label goes with a word, as a natural
 * logarithm: log of (beside + 4·usual) / (statements + 4) over usual.
 * @param beside statements with the word that carry the label
 */
export function wordScore(beside: number, statements: number, usual: number): number {
  const score = Math.log((beside + SMOOTHING * usual) / (statements + SMOOTHING) / usual);
  return score > 0 ? score : AGAINST * score;
}

/** Usual share of a label, never 0. */
export function usualShare(carrying: number, statements: number): number {
  return (carrying + 0.5) / (statements + 1);
}

/** Scores from a table of counts. */
export function scoresOf(counts: WordCounts): WordScores {
  const labels = [...counts.labels.keys()].sort();
  const numbers = new Map(labels.map((label, index) => [label, index]));
  const usual = labels.map((label) => usualShare(counts.labels.get(label) ?? 0, counts.statements));
  return packed(
    labels,
    [...counts.words].map(([key, count]) => rowOf(key, count, numbers, usual)),
  );
}

function rowOf(
  key: string,
  { statements, labels }: WordCount,
  numbers: ReadonlyMap<string, number>,
  usual: readonly number[],
): Row {
  const common = wordScore(0, statements, 1);
  const pairs = [...labels].flatMap(([label, beside]) => {
    const number = numbers.get(label);
    if (number === undefined) return [];
    return [[number, wordScore(beside, statements, usual[number]!) - common] as const];
  });
  return { key, common, pairs };
}

/** Shortest beginning of a term's word that is taken for a stem. */
const SHORTEST = 4;

/**
 * The words of the codes' terms: a stem, and for each code with it in its
 * terms the square root of their number, as a share of all codes' of the kind.
 * @param kindOf tells objectives from themes, which share among themselves
 */
export function vocabularyOf(
  { patterns, choices }: Pick<LanguagePack, 'patterns' | 'choices'>,
  language: Language,
  codes: readonly string[],
  kindOf: (code: string) => string,
): WordScores {
  const numbers = new Map(codes.map((code, index) => [code, index]));
  const found = new Map<string, Map<number, Set<string>>>();
  for (const { target, steps, term } of patterns) {
    const number = numbers.get(target);
    if (number === undefined) continue;
    for (const stem of stemsOfSteps(steps, choices, language)) {
      const terms = found.get(stem) ?? new Map<number, Set<string>>();
      found.set(stem, terms.set(number, (terms.get(number) ?? new Set()).add(term)));
    }
  }
  return packed(
    codes,
    [...found].map(([key, terms]) => ({ key, common: 0, pairs: shares(terms, codes, kindOf) })),
  );
}

function stemsOfSteps(
  steps: LanguagePack['patterns'][number]['steps'],
  choices: LanguagePack['choices'],
  language: Language,
): Set<string> {
  if (language === 'zh') return new Set(pairsOf(steps, choices));
  const words = steps.flatMap(([, choice]) => choices[choice] ?? []);
  const beginnings = words
    .map((word) => word.replace(/^=/u, '').split('*')[0]!)
    .filter((word) => word.length >= SHORTEST);
  return new Set(beginnings.map((word) => stemOf(word, language)).filter((stem) => stem !== ''));
}

/** Neighbouring characters of a Chinese term. */
function pairsOf(
  steps: LanguagePack['patterns'][number]['steps'],
  choices: LanguagePack['choices'],
): string[] {
  return steps.flatMap(([gap, choice], index) => {
    const before = index === 0 || gap > 0 ? [] : choices[steps[index - 1]![1]]!;
    return before.flatMap((left) => choices[choice]!.map((right) => left + right));
  });
}

function shares(
  terms: ReadonlyMap<number, ReadonlySet<string>>,
  codes: readonly string[],
  kindOf: (code: string) => string,
): Row['pairs'] {
  const sums = new Map<string, number>();
  const weights = [...terms].map(([number, set]): [number, number] => [
    number,
    Math.sqrt(set.size),
  ]);
  for (const [number, weight] of weights) {
    const kind = kindOf(codes[number]!);
    sums.set(kind, (sums.get(kind) ?? 0) + weight);
  }
  return weights.map(([number, weight]) => [number, weight / sums.get(kindOf(codes[number]!))!]);
}
