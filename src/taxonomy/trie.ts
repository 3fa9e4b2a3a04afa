/**
 * The patterns of a language as a trie of word choices in flat arrays: what a walk over a text
 * reads of a node stands side by side, as fetching it costs more than the work itself.
 */
import { SUMMARY, summaryBit, summaryWord } from './choices.js';
import type { ChoiceSets } from './choices.js';
import { Integers } from './integers.js';
import type { Pattern } from './types.js';

/** A node's record: a summary of its edges' choices, half a one of those with wide gaps, then four figures. */
const RECORD = 16;
const HALF = SUMMARY / 2;
const FIRST_EDGE = SUMMARY + HALF;
const AFTER_EDGES = FIRST_EDGE + 1;
const FIRST_END = FIRST_EDGE + 2;
/** The number of patterns that end at the node, and in the lowest bits the widest gap of its edges. */
const ENDS_AND_REACH = FIRST_EDGE + 3;
const REACH_BITS = 7;
const REACH = (1 << REACH_BITS) - 1;

/** An edge: the choice that the next word must be of, how many words may stand before it, the node. */
const EDGE = 3;
type Edge = readonly [choice: number, gap: number, node: number];
/** How many times as many edges as choices are sooner searched than looked through. */
const MANY = 4;
/** Gap from which an edge counts as wide. */
const WIDE = 2;

/** No match is longer than this, so that no pattern can make the walk slow. */
export const LONGEST = 64;

/** What is walked over: for each word the set of its choices, and its sentence. */
interface Path {
  readonly sets: Integers;
  readonly sentences: readonly number[];
}

/** Where a walk began. */
interface From {
  readonly first: number;
  /** Nodes that were reached already and where: keeps gaps from multiplying. */
  seen: Set<number> | null;
}

interface Draft {
  readonly edges: Map<number, [gap: number, node: Draft][]>;
  readonly ends: number[];
}

/** A trie of patterns, which are told by their places in the pack. */
export class Trie {
  /** What the last walk found: a pattern, and its first and last word, again and again. */
  readonly hits = new Integers(1 << 8);
  private readonly records = new Integers(1 << 12);
  private readonly edges = new Integers(1 << 12);
  private readonly ends = new Integers(1 << 10);
  /** Where patterns begin, by their first choice; by the set of choices of a first word, made when asked. */
  private readonly roots = new Map<number, number>();
  private readonly beginnings: number[] = [];
  private readonly whole: number;

  constructor(
    patterns: readonly Pick<Pattern, 'steps'>[],
    private readonly sets: ChoiceSets,
  ) {
    for (const [choice, draft] of draftsOf(patterns)) this.roots.set(choice, this.write(draft));
    this.whole = this.size;
  }

  /** Finds all patterns in a text, given the set of choices and the sentence of each word, in order of their first words. */
  walkAll(sets: Integers, sentences: readonly number[]): Integers {
    this.hits.cut(0);
    const path = { sets, sentences };
    for (let first = 0; first < sets.length; first++) {
      const node = this.beginningOf(sets.data[first]!);
      if (node >= 0) this.walk(node, path, { first, seen: null }, first, 0);
    }
    return this.hits;
  }

  /** Lets go of what was made for sets of choices. */
  forget(): void {
    this.beginnings.length = 0;
    this.cut(this.whole);
  }

  private get size(): number {
    return this.records.length / RECORD;
  }

  /**
   * Where patterns begin with a word of a set: all its beginnings made one, as a frequent word
   * begins hundreds of patterns, and what comes next is then looked up once. -1 where none begins.
   */
  private beginningOf(set: number): number {
    return (this.beginnings[set] ??= this.united(set));
  }

  private united(set: number): number {
    const roots: number[] = [];
    for (let at = this.sets.startOf(set); at < this.sets.endOf(set); at++) {
      const root = this.roots.get(this.sets.lists.data[at]!);
      if (root !== undefined) roots.push(root);
    }
    if (roots.length < 2) return roots[0] ?? -1;
    const edges = roots.flatMap((root) => this.edgesOf(root));
    return this.put(
      edges,
      roots.flatMap((root) => this.endsOf(root)),
    );
  }

  private walk(node: number, path: Path, from: From, at: number, depth: number): void {
    const records = this.records.data;
    const record = node * RECORD;
    const { first } = from;
    const reach = records[record + ENDS_AND_REACH]! & REACH;
    this.hit(record, first, at);
    if (records[record + FIRST_EDGE] === records[record + AFTER_EDGES]) return;
    // One gap leads to a place in one way, two may in several.
    if (depth > 1 && seenBefore(from, node, at)) return;
    const { sets, sentences } = path;
    const summaries = this.sets.summaries.data;
    const end = Math.min(sets.length, first + LONGEST, at + 2 + reach);
    for (let next = at + 1; next < end && sentences[next] === sentences[at]; next++) {
      const gap = next - at - 1;
      const set = sets.data[next]! * SUMMARY;
      const may =
        gap < WIDE
          ? meet(records, record, summaries, set)
          : meetHalf(records, record, summaries, set);
      if (may) this.follow(record, path, from, next, depth, gap);
    }
  }

  /** Goes on by the edges of a record that are of the next word's set. */
  private follow(
    record: number,
    path: Path,
    from: From,
    next: number,
    depth: number,
    gap: number,
  ): void {
    const edges = this.edges.data;
    const { summaries, lists } = this.sets;
    const set = path.sets.data[next]!;
    const start = this.records.data[record + FIRST_EDGE]!;
    const end = this.records.data[record + AFTER_EDGES]!;
    const [first, after] = [this.sets.startOf(set), this.sets.endOf(set)];
    // Few choices are each searched among many edges.
    if ((end - start) / EDGE > MANY * (after - first)) {
      for (let at = first; at < after; at++) {
        const choice = lists.data[at]!;
        for (
          let edge = this.firstEdge(start, end, choice);
          edges[edge] === choice && edge < end;
          edge += EDGE
        )
          if (edges[edge + 1]! >= gap) this.walk(edges[edge + 2]!, path, from, next, depth + 1);
      }
      return;
    }
    for (let edge = start; edge < end; edge += EDGE) {
      const choice = edges[edge]!;
      const word = summaries.data[set * SUMMARY + summaryWord(choice)]!;
      if ((word & summaryBit(choice)) === 0 || edges[edge + 1]! < gap) continue;
      if (this.sets.has(set, choice)) this.walk(edges[edge + 2]!, path, from, next, depth + 1);
    }
  }

  /** Place of the first edge by a choice, or of where it would stand. */
  private firstEdge(start: number, end: number, choice: number): number {
    const { data } = this.edges;
    let [low, high] = [0, (end - start) / EDGE];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (data[start + middle * EDGE]! < choice) low = middle + 1;
      else high = middle;
    }
    return start + low * EDGE;
  }

  private hit(record: number, first: number, last: number): void {
    const count = this.records.data[record + ENDS_AND_REACH]! >> REACH_BITS;
    const start = this.records.data[record + FIRST_END]!;
    for (let end = start; end < start + count; end++) {
      this.hits.push(this.ends.data[end]!);
      this.hits.push(first);
      this.hits.push(last);
    }
  }

  private write({ edges, ends }: Draft): number {
    const written = [...edges].flatMap(([choice, ways]) =>
      ways.map(([gap, node]): Edge => [choice, gap, this.write(node)]),
    );
    return this.put(written, ends);
  }

  /** Adds a node. */
  private put(edges: readonly Edge[], ends: readonly number[]): number {
    const node = this.size;
    const record = new Int32Array(RECORD);
    record[FIRST_EDGE] = this.edges.length;
    record[FIRST_END] = this.ends.length;
    let reach = 0;
    for (const [choice, gap, to] of [...edges].sort((a, b) => a[0] - b[0])) {
      for (const figure of [choice, gap, to]) this.edges.push(figure);
      record[summaryWord(choice)]! |= summaryBit(choice);
      if (gap >= WIDE) record[SUMMARY + (summaryWord(choice) % HALF)]! |= summaryBit(choice);
      reach = Math.max(reach, Math.min(gap, LONGEST));
    }
    for (const end of ends) this.ends.push(end);
    record[AFTER_EDGES] = this.edges.length;
    record[ENDS_AND_REACH] = (ends.length << REACH_BITS) | reach;
    for (const figure of record) this.records.push(figure);
    return node;
  }

  private edgesOf(node: number): Edge[] {
    const { data } = this.records;
    const found: Edge[] = [];
    const end = data[node * RECORD + AFTER_EDGES]!;
    for (let edge = data[node * RECORD + FIRST_EDGE]!; edge < end; edge += EDGE) {
      const [choice, gap, to] = this.edges.data.subarray(edge, edge + EDGE);
      found.push([choice!, gap!, to!]);
    }
    return found;
  }

  private endsOf(node: number): number[] {
    const { data } = this.records;
    const start = data[node * RECORD + FIRST_END]!;
    const count = data[node * RECORD + ENDS_AND_REACH]! >> REACH_BITS;
    return [...this.ends.data.subarray(start, start + count)];
  }

  /** Keeps the first nodes. */
  private cut(nodes: number): void {
    const { data } = this.records;
    this.edges.cut(nodes === 0 ? 0 : data[(nodes - 1) * RECORD + AFTER_EDGES]!);
    const last = (nodes - 1) * RECORD;
    const ends = nodes === 0 ? 0 : data[last + ENDS_AND_REACH]! >> REACH_BITS;
    this.ends.cut(nodes === 0 ? 0 : data[last + FIRST_END]! + ends);
    this.records.cut(nodes * RECORD);
  }
}

/** False when no edge of a record can be of the set with this summary. */
function meet(records: Int32Array, at: number, summaries: Int32Array, set: number): boolean {
  return (
    ((records[at]! & summaries[set]!) |
      (records[at + 1]! & summaries[set + 1]!) |
      (records[at + 2]! & summaries[set + 2]!) |
      (records[at + 3]! & summaries[set + 3]!) |
      (records[at + 4]! & summaries[set + 4]!) |
      (records[at + 5]! & summaries[set + 5]!) |
      (records[at + 6]! & summaries[set + 6]!) |
      (records[at + 7]! & summaries[set + 7]!)) !==
    0
  );
}

/** The same for the edges with wide gaps, whose summary is half as long. */
function meetHalf(records: Int32Array, at: number, summaries: Int32Array, set: number): boolean {
  return (
    ((records[at + 8]! & (summaries[set]! | summaries[set + 4]!)) |
      (records[at + 9]! & (summaries[set + 1]! | summaries[set + 5]!)) |
      (records[at + 10]! & (summaries[set + 2]! | summaries[set + 6]!)) |
      (records[at + 11]! & (summaries[set + 3]! | summaries[set + 7]!))) !==
    0
  );
}

function draftsOf(patterns: readonly Pick<Pattern, 'steps'>[]): Map<number, Draft> {
  const roots = new Map<number, Draft>();
  patterns.forEach(({ steps }, pattern) => {
    const [root, ...rest] = steps;
    if (root === undefined) return;
    let node = roots.get(root[1]) ?? newDraft();
    roots.set(root[1], node);
    for (const [gap, choice] of rest) node = next(node, gap, choice);
    node.ends.push(pattern);
  });
  return roots;
}

function newDraft(): Draft {
  return { edges: new Map(), ends: [] };
}

function next({ edges }: Draft, gap: number, choice: number): Draft {
  const ways = edges.get(choice) ?? [];
  edges.set(choice, ways);
  const known = ways.find(([width]) => width === gap);
  if (known !== undefined) return known[1];
  const made = newDraft();
  ways.push([gap, made]);
  return made;
}

function seenBefore(from: From, node: number, at: number): boolean {
  from.seen ??= new Set();
  const place = node * 2 ** 24 + at;
  if (from.seen.has(place)) return true;
  from.seen.add(place);
  return false;
}
