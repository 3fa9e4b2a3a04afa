/** The words of a statement, summed up for every label. */
import { plainNames } from './signals.js';
import type { Matches } from '../../taxonomy/matcher.js';
import type { Keyed, KeysOf } from '../../taxonomy/stems.js';
import type { WordScores } from '../../taxonomy/word-scores.js';

/** A table of word scores ready for use. */
export interface Lexicon {
  readonly labels: readonly string[];
  /** Numbers of labels, -1 for those that the table does not know. */
  numbers(labels: readonly string[]): readonly number[];
  /** Sums of the scores of the words, by the label's number. */
  sum(keys: Iterable<string>): Float64Array;
  /** Score of one word for one label. */
  score(key: string, label: number): number;
}

/** Makes a lexicon from a table. */
export function lexicon({ labels, keys, common, counts, numbers, more }: WordScores): Lexicon {
  const rows = new Map<string, number>();
  const starts = new Uint32Array(counts.length + 1);
  if (keys !== '') keys.split(' ').forEach((key, row) => rows.set(key, row));
  counts.forEach((count, row) => (starts[row + 1] = starts[row]! + count));
  const label = Uint16Array.from(numbers);
  const extra = Float32Array.from(more, (value) => value / 1000);
  const base = Float32Array.from(common, (value) => value / 1000);
  const places = new Map(labels.map((name, number) => [name, number]));
  return {
    labels,
    numbers: (wanted) => wanted.map((name) => places.get(name) ?? -1),
    sum(words) {
      const sums = new Float64Array(labels.length);
      let all = 0;
      for (const key of words) {
        const row = rows.get(key);
        if (row === undefined) continue;
        all += base[row]!;
        for (let at = starts[row]!; at < starts[row + 1]!; at++) sums[label[at]!]! += extra[at]!;
      }
      for (let number = 0; number < sums.length; number++) sums[number]! += all;
      return sums;
    },
    score(key, wanted) {
      const row = rows.get(key);
      if (row === undefined) return 0;
      for (let at = starts[row]!; at < starts[row + 1]!; at++)
        if (label[at] === wanted) return base[row]! + extra[at]!;
      return base[row]!;
    },
  };
}

/** The different words of a text, the first place of each. */
export function distinct(keyed: readonly Keyed[]): Map<string, Keyed> {
  const found = new Map<string, Keyed>();
  for (const one of keyed) if (!found.has(one.key)) found.set(one.key, one);
  return found;
}

/** The different words of a text but for those inside names that only name. */
export function ownWords(matches: Matches, keysOf: KeysOf, reach: number): Map<string, Keyed> {
  return distinct(keysOf(matches.tokens, namesIn(matches, reach)));
}

/** Mark of a word that stands in the parent's text. */
export const ABOVE = '^';

/**
 * The different words of a text, names included, and those of the line above it: what tells kinds,
 * and whether a statement only names.
 */
export function formWords(matches: Matches, parent: Matches | null, keysOf: KeysOf): Set<string> {
  const found = new Set(keysOf(matches.tokens, null).map(({ key }) => key));
  if (parent !== null) for (const { key } of keysOf(parent.tokens, null)) found.add(ABOVE + key);
  return found;
}

/** Marks the words that stand in such names; null where there are none. */
function namesIn(matches: Matches, reach: number): Uint8Array | null {
  const names = plainNames(matches, reach);
  if (names.length === 0) return null;
  const marked = new Uint8Array(matches.tokens.words.length);
  for (const { first, last } of names) marked.fill(1, first, last + 1);
  return marked;
}
