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

/** Words with their weights. */
export type Bag = Readonly<Record<string, number>>;

/** Similarity of two bags, 0-1. */
export type BagCosine = (a: Bag, b: Bag) => number;

/** From where on a pair counts as reused; measured in tests/measures/similar.test.ts. */
export const REUSED_FROM = 0.6;
/** Shorter statements are alike by chance. */
const LEAST_WORDS = 5;
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
 * @param cosine similarity of two bags of words
 */
export function similarStatements(
  documents: readonly CodedDocument[],
  cosine: BagCosine,
  threshold = REUSED_FROM,
): SimilarStatements {
  const found = new Map<string, SimilarStatement[]>();
  for (const groups of groupsByLanguage(documents)) {
    for (const group of groups) if (group.members.length > 1) addPairs(group, group, 1, found);
    comparePairs(groups, cosine, threshold, found);
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
  readonly prefix: readonly string[];
}

function comparePairs(
  groups: readonly Group[],
  cosine: BagCosine,
  threshold: number,
  found: Map<string, SimilarStatement[]>,
): void {
  const rarity = rarityOf(groups);
  const index = new Map<string, Weighed[]>();
  for (const group of groups) {
    const weighed = weigh(group, rarity, threshold);
    const others = new Set(weighed.prefix.flatMap((word) => index.get(word) ?? []));
    for (const other of others) {
      const similarity = cosine(weighed.bag, other.bag);
      if (similarity >= threshold) addPairs(group, other.group, similarity, found);
    }
    for (const word of weighed.prefix) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [weighed]);
      else known.push(weighed);
    }
  }
}

/** How much a word weighs: the logarithm of how many times rarer it is than one in every group. */
function rarityOf(groups: readonly Group[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of groups)
    for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, n]) => [word, Math.log(1 + groups.length / n)]));
}

function weigh(group: Group, rarity: ReadonlyMap<string, number>, threshold: number): Weighed {
  const weights = [...group.words]
    .map(([word, n]) => [word, n * (rarity.get(word) ?? 0)] as const)
    .sort(([a], [b]) => (rarity.get(b) ?? 0) - (rarity.get(a) ?? 0) || compareText(a, b));
  let rest = weights.reduce((sum, [, weight]) => sum + weight * weight, 0);
  const least = rest * threshold * threshold;
  const prefix: string[] = [];
  for (const [word, weight] of weights) {
    // What is left could not reach the threshold alone.
    if (rest < least) break;
    prefix.push(word);
    rest -= weight * weight;
  }
  return { group, bag: Object.fromEntries(weights), prefix };
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
