/** Agreement between coders of the same statements. */
import type { CoderCodings } from '../model/gold.js';
import { compareText } from '../model/text.js';
import type { Coding } from '../model/types.js';
import { jaccard } from './consistency.js';
import { codesIn } from './evaluation.js';
import type { Layer } from './evaluation.js';
import { f1, sumOf, tallyOf } from './tally.js';

/** How far apart two values are, from 0 (the same) to 1. */
export type Distance<T> = (a: T, b: T) => number;

/** The same or not. */
export const nominal: Distance<unknown> = (a, b) => (a === b ? 0 : 1);

/**
 * MASI distance of two sets (Passonneau, 2006): 1 - Jaccard · M, where M is 1
 * for equal sets, 2/3 where one holds the other, 1/3 where they overlap, else 0.
 */
export const masi: Distance<ReadonlySet<string>> = (a, b) => 1 - jaccard(a, b) * monotonicity(a, b);

function monotonicity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((item) => b.has(item)).length;
  if (shared === a.size && shared === b.size) return 1;
  if (shared === Math.min(a.size, b.size)) return a.size === 0 || b.size === 0 ? 0 : 2 / 3;
  return shared > 0 ? 1 / 3 : 0;
}

/**
 * Cohen's kappa of two coders who said yes or no (Cohen, 1960); null where
 * chance alone gives perfect agreement.
 */
export function cohenKappa(pairs: readonly (readonly [boolean, boolean])[]): number | null {
  const all = pairs.length;
  if (all === 0) return null;
  const same = pairs.filter(([a, b]) => a === b).length / all;
  const yesA = pairs.filter(([a]) => a).length / all;
  const yesB = pairs.filter(([, b]) => b).length / all;
  const chance = yesA * yesB + (1 - yesA) * (1 - yesB);
  return chance === 1 ? null : (same - chance) / (1 - chance);
}

/**
 * Krippendorff's alpha, 1 - observed / expected disagreement (Krippendorff,
 * 2011), for any number of coders; units with one value are left out. Null
 * where all values are the same.
 * @param units the values that coders gave to each unit
 */
export function krippendorffAlpha<T>(
  units: readonly (readonly T[])[],
  distance: Distance<T>,
): number | null {
  const paired = units.filter((values) => values.length > 1);
  const all = paired.flat();
  if (all.length === 0) return null;
  let observed = 0;
  for (const values of paired) observed += pairSum(values, distance) / (values.length - 1);
  const expected = pairSum(all, distance) / (all.length - 1);
  return expected === 0 ? null : 1 - observed / expected;
}

/** Sum of the distances of all ordered pairs. */
function pairSum<T>(values: readonly T[], distance: Distance<T>): number {
  let sum = 0;
  for (let a = 0; a < values.length; a++)
    for (let b = a + 1; b < values.length; b++) sum += 2 * distance(values[a]!, values[b]!);
  return sum;
}

/** Agreement of two coders on the statements that both have coded. */
export interface PairAgreement {
  readonly coders: readonly [string, string];
  readonly statements: number;
  readonly f1: Readonly<Record<Layer, number | null>>;
  /** Cohen's kappa pooled over all codes and statements. */
  readonly kappa: Readonly<Record<Layer, number | null>>;
  /** Share of the statements with the same kind; null where one coder gives no kind. */
  readonly kind: number | null;
}

/** Agreement of all coders on one code. */
export interface CodeAgreement {
  /** Statements to which at least one coder gave the code. */
  readonly statements: number;
  readonly alpha: number | null;
  /** Mean of Cohen's kappa over the pairs of coders. */
  readonly kappa: number | null;
}

export interface Agreement {
  readonly coders: readonly string[];
  /** Statements that at least two coders have coded. */
  readonly statements: number;
  readonly pairs: readonly PairAgreement[];
  /** Krippendorff's alpha of the sets of codes with the MASI distance. */
  readonly alpha: Readonly<Record<Layer, number | null>>;
  /** Krippendorff's alpha of the kinds, nominal. */
  readonly kindAlpha: number | null;
  readonly byCode: ReadonlyMap<string, CodeAgreement>;
}

const EACH = { substantive: 0, any: 0, themes: 0 } as const;

/** Compares coders over the statements that at least two of them have coded. */
export function agreement(coders: readonly CoderCodings[], themes: ReadonlySet<string>): Agreement {
  const ids = new Set(coders.flatMap(({ codings }) => [...codings.keys()]));
  const shared = [...ids]
    .filter((id) => coders.filter(({ codings }) => codings.has(id)).length > 1)
    .sort(compareText);
  const units = shared.map((id) => coders.flatMap(({ codings }) => codings.get(id) ?? []));
  const kinds = units.map((unit) => unit.flatMap(({ kind }) => kind ?? []));
  return {
    coders: coders.map(({ coder }) => coder),
    statements: shared.length,
    pairs: pairsOf(coders).map(([a, b]) => pairAgreement(a, b, shared, themes)),
    alpha: eachLayer((layer) => setAlpha(coders, shared, layer, themes)),
    kindAlpha: krippendorffAlpha(kinds, nominal),
    byCode: byCode(coders, shared, themes),
  };
}

/** Alpha of the sets of codes, over the coders who look at the layer. */
function setAlpha(
  coders: readonly CoderCodings[],
  shared: readonly string[],
  layer: Layer,
  themes: ReadonlySet<string>,
): number | null {
  const judging = coders.filter((coder) => judges(coder, layer, themes));
  const units = shared.map((id) =>
    judging.flatMap(({ codings }) => {
      const coding = codings.get(id);
      return coding === undefined ? [] : [codesIn(coding, layer, themes)];
    }),
  );
  return krippendorffAlpha<ReadonlySet<string>>(units, masi);
}

function eachLayer<T>(value: (layer: Layer) => T): Record<Layer, T> {
  const entries = (Object.keys(EACH) as Layer[]).map((layer) => [layer, value(layer)] as const);
  return Object.fromEntries(entries) as Record<Layer, T>;
}

function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

function pairAgreement(
  a: CoderCodings,
  b: CoderCodings,
  shared: readonly string[],
  themes: ReadonlySet<string>,
): PairAgreement {
  const both = shared
    .filter((id) => a.codings.has(id) && b.codings.has(id))
    .map((id) => [a.codings.get(id)!, b.codings.get(id)!] as const);
  const judged = (layer: Layer): boolean => judges(a, layer, themes) && judges(b, layer, themes);
  const kinds = both.filter(([one, other]) => one.kind !== null && other.kind !== null);
  return {
    coders: [a.coder, b.coder],
    statements: both.length,
    f1: eachLayer((layer) => (judged(layer) ? pairF1(both, layer, themes) : null)),
    kappa: eachLayer((layer) =>
      judged(layer) ? cohenKappa(decisions(both, layer, themes)) : null,
    ),
    kind:
      kinds.length === 0
        ? null
        : kinds.filter(([one, other]) => one.kind === other.kind).length / kinds.length,
  };
}

function pairF1(
  both: readonly (readonly [Coding, Coding])[],
  layer: Layer,
  themes: ReadonlySet<string>,
): number | null {
  const tallies = both.map(([one, other]) =>
    tallyOf(codesIn(one, layer, themes), codesIn(other, layer, themes)),
  );
  return f1(sumOf(tallies));
}

/** A coder who nowhere gives a code of a layer has not looked at it: headings state no themes. */
function judges({ codings }: CoderCodings, layer: Layer, themes: ReadonlySet<string>): boolean {
  return [...codings.values()].some((coding) => codesIn(coding, layer, themes).size > 0);
}

/** Yes or no of two coders for every statement and every code that either uses anywhere. */
function decisions(
  both: readonly (readonly [Coding, Coding])[],
  layer: Layer,
  themes: ReadonlySet<string>,
): [boolean, boolean][] {
  const sets = both.map((pair) => pair.map((coding) => codesIn(coding, layer, themes)));
  const codes = new Set(sets.flatMap((pair) => pair.flatMap((set) => [...set])));
  return sets.flatMap(([a, b]) =>
    [...codes].map((code): [boolean, boolean] => [a!.has(code), b!.has(code)]),
  );
}

/** Objectives by their substantive strength, themes by presence. */
function byCode(
  coders: readonly CoderCodings[],
  shared: readonly string[],
  themes: ReadonlySet<string>,
): Map<string, CodeAgreement> {
  const given = coders.map(({ codings }) => {
    const sets = shared.map((id): [string, ReadonlySet<string> | null] => {
      const coding = codings.get(id);
      if (coding === undefined) return [id, null];
      const objectives = codesIn(coding, 'substantive', themes);
      return [id, new Set([...objectives, ...codesIn(coding, 'themes', themes)])];
    });
    return new Map(sets);
  });
  const codes = new Set(
    given.flatMap((sets) => [...sets.values()].flatMap((set) => [...(set ?? [])])),
  );
  const judging = (code: string): typeof given =>
    given.filter((_, index) =>
      judges(coders[index]!, themes.has(code) ? 'themes' : 'substantive', themes),
    );
  return new Map(
    [...codes].sort(compareText).map((code) => [code, codeAgreement(code, shared, judging(code))]),
  );
}

function codeAgreement(
  code: string,
  shared: readonly string[],
  given: readonly ReadonlyMap<string, ReadonlySet<string> | null>[],
): CodeAgreement {
  const units = shared.map((id) =>
    given.flatMap((sets) => {
      const set = sets.get(id) ?? null;
      return set === null ? [] : [set.has(code)];
    }),
  );
  const kappas = pairsOf(given)
    .map(([a, b]) => cohenKappa(pairedAnswers(code, shared, a, b)))
    .filter((kappa) => kappa !== null);
  return {
    statements: units.filter((values) => values.includes(true)).length,
    alpha: krippendorffAlpha(units, nominal),
    kappa: kappas.length === 0 ? null : kappas.reduce((sum, one) => sum + one, 0) / kappas.length,
  };
}

function pairedAnswers(
  code: string,
  shared: readonly string[],
  a: ReadonlyMap<string, ReadonlySet<string> | null>,
  b: ReadonlyMap<string, ReadonlySet<string> | null>,
): [boolean, boolean][] {
  return shared.flatMap((id): [boolean, boolean][] => {
    const [one, other] = [a.get(id) ?? null, b.get(id) ?? null];
    return one === null || other === null ? [] : [[one.has(code), other.has(code)]];
  });
}
