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
  /** Sums of the scores of words, by the label's number; they stand until the next call. */
  sum(rows: readonly number[]): Float64Array;
  /** Tells each word that speaks much for one of these labels, by the first of its rows. */
  eachMuch(words: readonly Keyed[], labels: readonly number[], tell: TellMuch): void;
  /** Score of one word for one label. */
  score(row: number, label: number): number;
}

/** Is told a word, the place of the label among those asked for, and the score in thousandths. */
export type TellMuch = (word: Keyed, label: number, score: number) => void;

/** Score from which a word speaks much for a label, in thousandths. */
const MUCH = 700;

/**
 * What a row begins with: the number of its pairs, and the score for all labels in thousandths. A
 * pair is one integer, so that a row is soon fetched: what a label has more, and the label below.
 */
const HEAD = 2;
const LABEL_BITS = 16;
const LABEL = (1 << LABEL_BITS) - 1;

/** Makes a lexicon from a table. */
export function lexicon(table: WordScores): Lexicon {
  const { labels } = table;
  const [places, rows] = rowsOf(table);
  const numbers = new Map(labels.map((name, number) => [name, number]));
  const sums = new Float64Array(labels.length);
  const wanted = new Int16Array(labels.length);
  return {
    labels,
    numbers: (names) => names.map((name) => numbers.get(name) ?? -1),
    row: (key) => places.get(key) ?? -1,
    sum: (words) => sumOf(rows, words, sums.fill(0)),
    eachMuch: (words, chosen, tell) => {
      wanted.fill(-1);
      chosen.forEach((label, place) => {
        if (label >= 0) wanted[label] = place;
      });
      eachMuch(rows, words, wanted, tell);
    },
    score: (row, label) => (row < 0 ? 0 : scoreIn(rows, row, label) / 1000),
  };
}

function rowsOf(table: WordScores): [Map<string, number>, Int32Array] {
  const { keys, common, counts, numbers, more } = table;
  const places = new Map<string, number>();
  const rows = new Int32Array(counts.length * HEAD + numbers.length);
  const names = keys === '' ? [] : keys.split(' ');
  let [at, pair] = [0, 0];
  counts.forEach((count, row) => {
    places.set(names[row]!, at);
    rows[at++] = count;
    rows[at++] = common[row]!;
    for (const end = pair + count; pair < end; pair++)
      rows[at++] = (more[pair]! << LABEL_BITS) | numbers[pair]!;
  });
  return [places, rows];
}

function scoreIn(rows: Int32Array, row: number, label: number): number {
  const end = row + HEAD + rows[row]!;
  for (let at = row + HEAD; at < end; at++)
    if ((rows[at]! & LABEL) === label) return rows[row + 1]! + (rows[at]! >> LABEL_BITS);
  return rows[row + 1]!;
}

function sumOf(rows: Int32Array, words: readonly number[], sums: Float64Array): Float64Array {
  let all = 0;
  for (let word = 0; word < words.length; word++) {
    const row = words[word]!;
    if (row < 0) continue;
    all += rows[row + 1]!;
    const end = row + HEAD + rows[row]!;
    for (let at = row + HEAD; at < end; at++) {
      const pair = rows[at]!;
      sums[pair & LABEL]! += pair >> LABEL_BITS;
    }
  }
  for (let number = 0; number < sums.length; number++) sums[number] = (sums[number]! + all) / 1000;
  return sums;
}

/** `places`: for each label its place among those asked for, -1 for others. */
function eachMuch(
  rows: Int32Array,
  words: readonly Keyed[],
  places: Int16Array,
  tell: TellMuch,
): void {
  for (const word of words) {
    const row = word.key.rows[0]!;
    if (row < 0) continue;
    const end = row + HEAD + rows[row]!;
    for (let at = row + HEAD; at < end; at++) {
      const place = places[rows[at]! & LABEL]!;
      if (place < 0) continue;
      const score = rows[row + 1]! + (rows[at]! >> LABEL_BITS);
      if (score >= MUCH) tell(word, place, score);
    }
  }
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
