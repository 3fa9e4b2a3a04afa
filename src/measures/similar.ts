/**
 * Finds statements that are reused, with or without small changes: cosine of their
 * words, each weighed by how rare it is. Only pairs that share a word which is rare
 * enough to reach the threshold are compared (prefix filtering: Bayardo, Ma and
 * Srikant, Scaling up all pairs similarity search, 2007), so that the time does not
 * grow with the square of the corpus.
 */
import type { SimilarRelation, SimilarStatement, SimilarStatements } from '../model/similar.js';
import { compareText } from '../model/text.js';
import type { CodedDocument, Statement } from '../model/types.js';

/** Words by their numbers, in rising order, with weights whose squares add up to 1. */
export interface Bag {
  readonly words: Int32Array;
  readonly weights: Float64Array;
}

/** From where on a pair counts as reused; measured in tests/measures/similar.test.ts. */
export const REUSED_FROM = 0.6;
/** Shorter statements are alike by chance. */
const LEAST_WORDS = 5;
/** Statements that one word brings together at most, so that the time grows with the corpus alone. */
const MOST_TOGETHER = 100;
/** Similar statements that are kept of each. */
const KEPT = 10;

/** Statements with the same words, in any order. */
interface Group {
  readonly words: ReadonlyMap<string, number>;
  readonly members: Member[];
}

interface Member {
  readonly statement: Statement;
  readonly country: string | undefined;
}

/**
 * The statements that are like others in the same language. Documents that are not
 * counted (drafts, translations) are left out, and so is what stands above or below
 * a statement in its own list.
 * @param threshold similarity from which statements are alike, 0-1
 */
export function similarStatements(
  documents: readonly CodedDocument[],
  threshold = REUSED_FROM,
): SimilarStatements {
  const found = new Map<string, SimilarStatement[]>();
  for (const groups of groupsByLanguage(documents)) {
    for (const group of groups) if (group.members.length > 1) addPairs(group, group, 1, found);
    comparePairs(groups, threshold, found);
  }
  const sorted = [...found].sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(sorted.map(([id, all]) => [id, mostSimilar(all)]));
}

function mostSimilar(all: readonly SimilarStatement[]): SimilarStatement[] {
  return [...all]
    .sort((a, b) => b.similarity - a.similarity || compareText(a.statement, b.statement))
    .slice(0, KEPT);
}

/** Statements of each language, those with the same words together, in the order of their ids. */
function groupsByLanguage(documents: readonly CodedDocument[]): Group[][] {
  const languages = new Map<string, Map<string, Group>>();
  const counted = documents.filter(({ countedAs }) => countedAs === undefined);
  for (const { document, statements } of counted)
    for (const statement of statements) {
      const words = wordsOf(statement.text);
      if (words.size < LEAST_WORDS) continue;
      const groups = languages.get(statement.language) ?? new Map<string, Group>();
      languages.set(statement.language, groups);
      const key = [...words]
        .map(([word, n]) => `${word} ${n}`)
        .sort(compareText)
        .join('\n');
      const group = groups.get(key) ?? { words, members: [] };
      groups.set(key, group);
      group.members.push({ statement, country: document.metadata.country });
    }
  return [...languages]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, groups]) => [...groups.values()]);
}

/** Words without case and accents; of Chinese, its characters two by two. */
function wordsOf(text: string): Map<string, number> {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase();
  const words = new Map<string, number>();
  const add = (word: string): void => void words.set(word, (words.get(word) ?? 0) + 1);
  for (const [word] of plain.matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    if (!/\p{Script=Han}/u.test(word)) add(word);
    else for (let i = 0; i + 1 < word.length; i++) add(word.slice(i, i + 2));
  }
  return words;
}

/** A group with its weighed words, and those by which others find it. */
interface Weighed {
  readonly group: Group;
  readonly bag: Bag;
  readonly prefix: Int32Array;
}

function comparePairs(
  groups: readonly Group[],
  threshold: number,
  found: Map<string, SimilarStatement[]>,
): void {
  const rarities = raritiesOf(groups);
  const weighed = groups.map((group) => weigh(group, rarities, threshold));
  const frequent = frequentIn(weighed);
  const index = new Map<number, number[]>();
  /** By group: the one that it was compared with last. */
  const compared = new Int32Array(weighed.length).fill(-1);
  weighed.forEach(({ group, bag, prefix }, number) => {
    for (const word of prefix) {
      if (frequent.has(word)) continue;
      const others = index.get(word) ?? [];
      for (const other of others) {
        if (compared[other] === number) continue;
        compared[other] = number;
        const similarity = cosine(bag, weighed[other]!.bag);
        if (similarity >= threshold) addPairs(group, weighed[other]!.group, similarity, found);
      }
      index.set(word, others);
      others.push(number);
    }
  });
}

/** Words that would bring too many together: what is reused shares a rarer one as well. */
function frequentIn(weighed: readonly Weighed[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { prefix } of weighed)
    for (const word of prefix) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > MOST_TOGETHER).map(([word]) => word));
}

/** Cosine of two bags, 0-1: the sum of the products of the weights that they share. */
export function cosine(a: Bag, b: Bag): number {
  let sum = 0;
  for (let [i, j] = [0, 0]; i < a.words.length && j < b.words.length;) {
    const apart = a.words[i]! - b.words[j]!;
    if (apart === 0) sum += a.weights[i]! * b.weights[j]!;
    if (apart <= 0) i++;
    if (apart >= 0) j++;
  }
  return sum;
}

/** A word's place among all, the rarest first, and what it weighs. */
interface Rarity {
  readonly number: number;
  readonly weight: number;
}

/** How much words weigh: the logarithm of how many times rarer each is than one in every group. */
function raritiesOf(groups: readonly Group[]): Map<string, Rarity> {
  const counts = new Map<string, number>();
  for (const { words } of groups)
    for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => n - m || compareText(a, b));
  return new Map(
    sorted.map(([word, n], number) => [word, { number, weight: Math.log(1 + groups.length / n) }]),
  );
}

function weigh(group: Group, rarities: ReadonlyMap<string, Rarity>, threshold: number): Weighed {
  const all = [...group.words]
    .map(([word, n]) => ({ ...rarities.get(word)!, n }))
    .sort((a, b) => a.number - b.number);
  const words = Int32Array.from(all, ({ number }) => number);
  const weights = Float64Array.from(all, ({ weight, n }) => weight * n);
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  const bag = { words, weights: weights.map((weight) => weight / length) };
  return { group, bag, prefix: words.subarray(0, prefixOf(bag, threshold)) };
}

/** How many of the rarest words there are until what is left could not reach the threshold alone. */
function prefixOf({ weights }: Bag, threshold: number): number {
  let rest = 1;
  let at = 0;
  for (; at < weights.length && rest >= threshold * threshold; at++) rest -= weights[at]! ** 2;
  return at;
}

/** Every pair of two groups; of large ones as many as are kept. */
function addPairs(
  a: Group,
  b: Group,
  similarity: number,
  found: Map<string, SimilarStatement[]>,
): void {
  const rounded = Math.round(similarity * 100) / 100;
  const add = (from: Member, to: Member): void => {
    const list = found.get(from.statement.id) ?? [];
    list.push({ statement: to.statement.id, similarity: rounded, relation: relationOf(from, to) });
    found.set(from.statement.id, list);
  };
  const link = (from: Group, to: Group): void => {
    const others = to.members.slice(0, KEPT + 1);
    for (const one of from.members)
      for (const other of others) if (one !== other && !areKin(one, other)) add(one, other);
  };
  link(a, b);
  if (a !== b) link(b, a);
}

/** One stands above the other in the same list. */
function areKin(a: Member, b: Member): boolean {
  return a.statement.parent === b.statement.id || b.statement.parent === a.statement.id;
}

function relationOf(a: Member, b: Member): SimilarRelation {
  if (a.statement.document === b.statement.document) return 'same-document';
  return a.country !== undefined && a.country === b.country ? 'same-country' : 'other-country';
}
