/**
 * Finds the patterns of one language in the words of a text: one walk over
 * the words, a trie of word choices, gaps tried in order.
 */
import { compareText } from '../model/text.js';
import { tokenize } from './tokens.js';
import type { Tokens } from './tokens.js';
import type { LanguagePack, Pattern } from './types.js';
import { WordIndex } from './words.js';
import type { Choices } from './words.js';

/** One match: words `first` to `last` (both included) of the text. */
export interface Match {
  readonly pattern: Pattern;
  readonly first: number;
  readonly last: number;
}

/** All matches of a text, by target, with the words that the numbers mean. */
export interface Matches {
  readonly tokens: Tokens;
  readonly byTarget: ReadonlyMap<string, readonly Match[]>;
}

interface Node {
  /** Where to go on, by the choice that the next word must be of. */
  readonly edges: Map<number, Edge[]>;
  readonly ends: Pattern[];
  /** The widest gap of its edges. */
  reach: number;
}

/** A step to a word that may stand `gap` words further on. */
interface Edge {
  readonly gap: number;
  readonly node: Node;
}

function newNode(): Node {
  return { edges: new Map(), ends: [], reach: 0 };
}

/** No match is longer than this, so that no pattern can make the walk slow. */
const LONGEST = 64;

/** Finds terms in texts of one language. */
export class Matcher {
  private readonly particles: ReadonlySet<string>;
  private readonly index: WordIndex;
  private readonly roots = new Map<number, Node>();
  private readonly begun = new WeakMap<Choices, Node | null>();

  constructor(pack: LanguagePack) {
    this.particles = new Set(pack.particles);
    this.index = new WordIndex(pack.choices);
    for (const pattern of pack.patterns) this.insert(pattern);
  }

  /** All matches, leftmost-longest within each target and group, in order of place. */
  match(text: string): Matches {
    const tokens = tokenize(text, this.particles);
    const choices = tokens.words.map((word) => this.index.choicesOf(word));
    const found: Match[] = [];
    for (let first = 0; first < choices.length; first++)
      this.walkFrom(first, choices, tokens, found);
    return { tokens, byTarget: select(found) };
  }

  private insert(pattern: Pattern): void {
    const [root, ...rest] = pattern.steps;
    if (root === undefined) return;
    let node: Node = this.roots.get(root[1]) ?? newNode();
    this.roots.set(root[1], node);
    for (const [gap, choice] of rest) {
      const edges = node.edges.get(choice) ?? [];
      node.edges.set(choice, edges);
      node.reach = Math.max(node.reach, gap);
      let edge = edges.find((one) => one.gap === gap);
      if (edge === undefined) edges.push((edge = { gap, node: newNode() }));
      node = edge.node;
    }
    node.ends.push(pattern);
  }

  private walkFrom(
    first: number,
    choices: readonly Choices[],
    tokens: Tokens,
    found: Match[],
  ): void {
    const node = this.beginningOf(choices[first]!);
    if (node !== null) walk(node, { first, choices, tokens, found, seen: null }, first);
  }

  /**
   * Where patterns begin with a word: all its beginnings made one, as a frequent word begins
   * hundreds of patterns, and what comes next is then looked up once. Null where none begins.
   */
  private beginningOf(choices: Choices): Node | null {
    const known = this.begun.get(choices);
    if (known !== undefined) return known;
    const roots = [...choices].flatMap((choice) => this.roots.get(choice) ?? []);
    const made = roots.length === 0 ? null : united(roots);
    this.begun.set(choices, made);
    return made;
  }
}

/** One node for several. */
function united(nodes: readonly Node[]): Node {
  const [only, ...others] = nodes;
  if (only !== undefined && others.length === 0) return only;
  const all = newNode();
  for (const { edges, ends, reach } of nodes) {
    all.ends.push(...ends);
    all.reach = Math.max(all.reach, reach);
    for (const [choice, own] of edges) {
      const known = all.edges.get(choice);
      if (known === undefined) all.edges.set(choice, [...own]);
      else known.push(...own);
    }
  }
  return all;
}

interface Walk {
  readonly first: number;
  readonly choices: readonly Choices[];
  readonly tokens: Tokens;
  readonly found: Match[];
  /** Places where a node was reached already: keeps gaps from multiplying. */
  seen: Map<Node, Set<number>> | null;
}

function walk(node: Node, state: Walk, at: number): void {
  if (node.edges.size > 0 && seenBefore(node, state, at)) return;
  for (const pattern of node.ends) {
    const last = pattern.run ? runEnd(state.tokens, at) : at;
    state.found.push({ pattern, first: state.first, last });
  }
  if (node.edges.size === 0) return;
  const { choices, tokens } = state;
  const end = Math.min(choices.length, state.first + LONGEST, at + 2 + node.reach);
  for (let next = at + 1; next < end; next++) {
    if (tokens.sentences[next] !== tokens.sentences[at]) break;
    follow(node, choices[next]!, state, next, next - at - 1);
  }
}

/** Goes on from a node at a word; whichever is less is looked through: its choices, or the node's edges. */
function follow(node: Node, choices: Choices, state: Walk, next: number, gap: number): void {
  if (choices.size <= node.edges.size) {
    for (const choice of choices) {
      const edges = node.edges.get(choice);
      if (edges !== undefined) step(edges, state, next, gap);
    }
  } else
    for (const [choice, edges] of node.edges)
      if (choices.has(choice)) step(edges, state, next, gap);
}

function step(edges: readonly Edge[], state: Walk, next: number, gap: number): void {
  for (const edge of edges) if (edge.gap >= gap) walk(edge.node, state, next);
}

function seenBefore(node: Node, state: Walk, at: number): boolean {
  state.seen ??= new Map();
  const places = state.seen.get(node);
  if (places === undefined) state.seen.set(node, new Set([at]));
  else if (places.has(at)) return true;
  else places.add(at);
  return false;
}

const CAPITAL = /^\p{Lu}/u;
const LINK = /^(?:and|et|y|e|for|on|in|to|pour|en|para|sobre|por|sur|à)$/u;

/** The last word of a run of capitalised words after `at`; a link word counts when a capital follows. */
function runEnd(tokens: Tokens, at: number): number {
  const capital = (word: number): boolean =>
    tokens.sentences[word] === tokens.sentences[at] &&
    CAPITAL.test(tokens.text.slice(tokens.starts[word], (tokens.starts[word] ?? 0) + 2));
  let last = at;
  while (last + 1 < tokens.words.length && last - at < LONGEST) {
    if (capital(last + 1)) last++;
    else if (LINK.test(tokens.words[last + 1]!) && capital(last + 2)) last += 2;
    else break;
  }
  return last;
}

/** Keeps, within each target and group, the leftmost and then the longest match. */
function select(found: readonly Match[]): Map<string, Match[]> {
  const groups = new Map<string, Match[]>();
  for (const match of [...found].sort(byPlace)) {
    const key = `${match.pattern.target} ${match.pattern.group}`;
    const kept = groups.get(key);
    if (kept === undefined) groups.set(key, [match]);
    else if (match.first > kept.at(-1)!.last) kept.push(match);
  }
  const byTarget = new Map<string, Match[]>();
  for (const kept of groups.values()) {
    const { target } = kept[0]!.pattern;
    byTarget.set(target, [...(byTarget.get(target) ?? []), ...kept].sort(byPlace));
  }
  return byTarget;
}

function byPlace(a: Match, b: Match): number {
  return (
    a.first - b.first ||
    b.last - a.last ||
    compareText(a.pattern.group, b.pattern.group) ||
    compareText(a.pattern.term, b.pattern.term)
  );
}
