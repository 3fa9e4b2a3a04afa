/** Words that some texts have more often than others. */
import { compareText } from '../model/text.js';

/** A word with how often it stands in the texts looked at and in the others. */
export interface Keyness {
  readonly word: string;
  readonly count: number;
  readonly elsewhere: number;
  /** Log-likelihood G² (Dunning, 1993); above 3.84 chance gives it in 1 of 20 cases. */
  readonly logLikelihood: number;
}

/** Words that are more frequent in `texts` than in `others`, the most telling first. */
export function keyness(
  texts: readonly (readonly string[])[],
  others: readonly (readonly string[])[],
): Keyness[] {
  const own = countsOf(texts);
  const rest = countsOf(others);
  const all = { own: sum(own), rest: sum(rest) };
  return [...own]
    .map(([word, count]) => {
      const elsewhere = rest.get(word) ?? 0;
      return { word, count, elsewhere, logLikelihood: g2(count, elsewhere, all.own, all.rest) };
    })
    .filter(({ count, elsewhere }) => count * all.rest > elsewhere * all.own)
    .sort((a, b) => b.logLikelihood - a.logLikelihood || compareText(a.word, b.word));
}

/** G² of a word that stands `a` times among `c` words and `b` times among `d`. */
export function g2(a: number, b: number, c: number, d: number): number {
  const part = (seen: number, expected: number): number =>
    seen === 0 ? 0 : seen * Math.log(seen / expected);
  const share = (a + b) / (c + d);
  return 2 * (part(a, c * share) + part(b, d * share));
}

function countsOf(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of texts)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
