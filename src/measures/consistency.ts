/** Whether the same statement gets the same codes in every language. */
import { compareText } from '../model/text.js';
import type { Coding } from '../model/types.js';
import { codesIn } from './evaluation.js';
import type { Layer } from './evaluation.js';

/** The codings of one text in several languages; null where it could not be read. */
export interface ParallelCodings {
  readonly id: string;
  readonly codings: ReadonlyMap<string, Coding | null>;
}

/** Likeness of two languages' codes, or of all pairs. */
export interface Consistency {
  readonly statements: number;
  /** Mean Jaccard index (0-1) of the sets of codes, a layer each. */
  readonly jaccard: Readonly<Record<Layer, number>>;
  /** Share of the pairs with the same kind. */
  readonly kind: number;
}

/** Consistency by pair of languages ("en fr") and over all pairs ("all"). */
export function consistency(
  statements: readonly ParallelCodings[],
  themes: ReadonlySet<string>,
): ReadonlyMap<string, Consistency> {
  const pairs = new Map<string, [Coding | null, Coding | null][]>();
  for (const { codings } of statements) {
    const languages = [...codings.keys()].sort(compareText);
    languages.forEach((a, index) => {
      for (const b of languages.slice(index + 1))
        for (const key of ['all', `${a} ${b}`])
          pairs.set(key, [...(pairs.get(key) ?? []), [codings.get(a)!, codings.get(b)!]]);
    });
  }
  return new Map(
    [...pairs]
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, list]) => [key, consistencyOf(list, themes)]),
  );
}

function consistencyOf(
  pairs: readonly (readonly [Coding | null, Coding | null])[],
  themes: ReadonlySet<string>,
): Consistency {
  const mean = (value: (pair: readonly [Coding | null, Coding | null]) => number): number =>
    pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length;
  const layer = (name: Layer): number =>
    mean(([a, b]) => jaccard(codesIn(a, name, themes), codesIn(b, name, themes)));
  return {
    statements: pairs.length,
    jaccard: { substantive: layer('substantive'), any: layer('any'), themes: layer('themes') },
    kind: mean(([a, b]) => (a?.kind === b?.kind ? 1 : 0)),
  };
}

/** Shared members over all members (Jaccard, 1901); two empty sets are alike. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  if (a.size === 0 && b.size === 0) return 1;
  const shared = [...a].filter((item) => b.has(item)).length;
  return shared / (a.size + b.size - shared);
}
