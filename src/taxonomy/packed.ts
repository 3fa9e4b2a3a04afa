/** The compiled patterns of a language as they are written to disk: every text once. */
import type { LanguagePack, Pattern, TermGroup } from './types.js';

/** A pattern: numbers of its target, group, term and weight (-1: none), whether it runs on, then gap and choice of each step. */
type PackedPattern = readonly number[];

/** A language's patterns with their texts in tables. */
export interface PackedLanguage extends Omit<LanguagePack, 'patterns'> {
  readonly targets: readonly string[];
  readonly terms: readonly string[];
  readonly weights: readonly number[];
  readonly packed: readonly PackedPattern[];
}

const GROUPS: readonly TermGroup[] = ['strong', 'weak', 'mention'];
const FIRST_STEP = 5;

/** Puts the texts of patterns into tables. */
export function packLanguage({ patterns, ...rest }: LanguagePack): PackedLanguage {
  const targets = table<string>();
  const terms = table<string>();
  const weights = table<number>();
  const packed = patterns.map(({ target, group, weight, term, run, steps }) => [
    targets.number(target),
    GROUPS.indexOf(group),
    terms.number(term),
    weight === null ? -1 : weights.number(weight),
    run ? 1 : 0,
    ...steps.flat(),
  ]);
  return {
    ...rest,
    targets: targets.values,
    terms: terms.values,
    weights: weights.values,
    packed,
  };
}

/** Makes the patterns again. */
export function unpackLanguage({
  targets,
  terms,
  weights,
  packed,
  ...rest
}: PackedLanguage): LanguagePack {
  const patterns = packed.map((row): Pattern => {
    const [target, group, term, weight, run] = row as [number, number, number, number, number];
    const steps: [number, number][] = [];
    for (let at = FIRST_STEP; at < row.length; at += 2) steps.push([row[at]!, row[at + 1]!]);
    return {
      target: targets[target]!,
      group: GROUPS[group]!,
      weight: weight < 0 ? null : weights[weight]!,
      term: terms[term]!,
      run: run === 1,
      steps,
    };
  });
  return { ...rest, patterns };
}

function table<T>(): { values: T[]; number: (value: T) => number } {
  const values: T[] = [];
  const numbers = new Map<T, number>();
  return {
    values,
    number(value) {
      const known = numbers.get(value) ?? values.length;
      if (known === values.length) values.push(value);
      numbers.set(value, known);
      return known;
    },
  };
}
