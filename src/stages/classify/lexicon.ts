/** The words of a statement, summed up for every label. */
import { plainNames } from './signals.js';
import type { Matches } from '../../taxonomy/matcher.js';
import type { Keyed, Keys } from '../../taxonomy/stems.js';
import type { WordScores } from '../../taxonomy/word-scores.js';

/** A table of word scores ready for use; words are told by their row, -1 for those that it has not. */
export interface Lexicon {
  readonly labels: readonly string[];
  /** Numbers of labels, -1 for those that the table does not know. */
  numbers(labels: readonly string[]): readonly number[];
  row(key: string): number;
  /** Sums of the scores of words, by the label's number. */
  sum(rows: readonly number[]): Float64Array;
  /** Score of one word for one label. */
  score(row: number, label: number): number;
  /** The same where it is {@link MUCH} at least, else 0. */
  muchFor(row: number, label: number): number;
}

/** Score from which a word speaks much for a label. */
export const MUCH = 0.7;

/** Makes a lexicon from a table. */
export function lexicon({ labels, keys, common, counts, numbers, more }: WordScores): Lexicon {
  const rows = new Map<string, number>();
  if (keys !== '') keys.split(' ').forEach((key, row) => rows.set(key, row));
  const base = Float32Array.from(common, (value) => value / 1000);
  const all = pairsOf(counts, numbers, more);
  const much = pairsFrom(all, base);
  const places = new Map(labels.map((name, number) => [name, number]));
  return {
    labels,
    numbers: (wanted) => wanted.map((name) => places.get(name) ?? -1),
    row: (key) => rows.get(key) ?? -1,
    sum: (words) => sumOf(words, new Float64Array(labels.length), base, all),
    score: (row, wanted) => (row < 0 ? 0 : base[row]! + moreFor(all, row, wanted)),
    muchFor: (row, wanted) => (row < 0 ? 0 : moreFor(much, row, wanted)),
  };
}

/** Pairs of a label and a score, those of each row together. */
interface Pairs {
  readonly starts: Uint32Array;
  readonly labels: Uint16Array;
  readonly scores: Float32Array | Float64Array;
}

function pairsOf(
  counts: readonly number[],
  numbers: readonly number[],
  more: readonly number[],
): Pairs {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, row) => (starts[row + 1] = starts[row]! + count));
  const scores = Float32Array.from(more, (value) => value / 1000);
  return { starts, labels: Uint16Array.from(numbers), scores };
}

/** The pairs whose score with the row's own is {@link MUCH} at least. */
function pairsFrom({ starts, labels, scores }: Pairs, base: Float32Array): Pairs {
  const kept: [number, number][] = [];
  const from = new Uint32Array(starts.length);
  for (let row = 0; row < base.length; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const score = base[row]! + scores[at]!;
      if (score >= MUCH) kept.push([labels[at]!, score]);
    }
    from[row + 1] = kept.length;
  }
  return {
    starts: from,
    labels: Uint16Array.from(kept, ([label]) => label),
    scores: Float64Array.from(kept, ([, score]) => score),
  };
}

function moreFor({ starts, labels, scores }: Pairs, row: number, label: number): number {
  for (let at = starts[row]!; at < starts[row + 1]!; at++)
    if (labels[at] === label) return scores[at]!;
  return 0;
}

function sumOf(
  rows: readonly number[],
  sums: Float64Array,
  base: Float32Array,
  { starts, labels, scores }: Pairs,
): Float64Array {
  let all = 0;
  for (const row of rows) {
    if (row < 0) continue;
    all += base[row]!;
    const end = starts[row + 1]!;
    for (let at = starts[row]!; at < end; at++) sums[labels[at]!]! += scores[at]!;
  }
  for (let number = 0; number < sums.length; number++) sums[number]! += all;
  return sums;
}

/** The different words of a text but for those inside names that only name. */
export function ownWords(matches: Matches, keys: Keys, reach: number): Keyed[] {
  return keys.different(matches.tokens, namesIn(matches, reach));
}

/** Mark of a word that stands in the parent's text. */
export const ABOVE = '^';

/**
 * The different words of a text, names included, and those of the line above it: what tells kinds,
 * and whether a statement only names.
 */
export function formWords(
  { tokens }: Matches,
  parent: Matches | null,
  keys: Keys,
): { own: readonly Keyed[]; above: readonly Keyed[] } {
  const own = keys.different(tokens, null);
  return { own, above: parent === null ? [] : keys.different(parent.tokens, null) };
}

/** Marks the words that stand in such names; null where there are none. */
function namesIn(matches: Matches, reach: number): Uint8Array | null {
  const names = plainNames(matches, reach);
  if (names.length === 0) return null;
  const marked = new Uint8Array(matches.tokens.words.length);
  for (const { first, last } of names) marked.fill(1, first, last + 1);
  return marked;
}
