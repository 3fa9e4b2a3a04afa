/**
 * Finds the patterns of one language in the words of a text: one walk over
 * the words, a trie of word choices, gaps tried in order.
 */
import { compareText } from '../model/text.js';
import { Integers } from './integers.js';
import { tokenize } from './tokens.js';
import type { Tokens } from './tokens.js';
import { LONGEST, Trie } from './trie.js';
import type { LanguagePack, Pattern } from './types.js';
import { Words } from './words.js';

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

/** Finds terms in texts of one language. */
export class Matcher {
  private readonly words: Words;
  private readonly trie: Trie;
  /** The sets of choices of a text's words. */
  private readonly sets = new Integers(1 << 8);
  private readonly patterns: readonly Pattern[];
  /** By pattern: the number of its target and group. */
  private readonly lists: Int32Array;
  /** By list: where its newest match stands among those kept of a text, and which text that was. */
  private readonly newest: Int32Array;
  private readonly seenIn: Int32Array;
  private texts = 0;

  constructor({ particles, choices, patterns }: LanguagePack) {
    this.words = new Words(particles, choices, () => this.trie.forget());
    this.trie = new Trie(patterns, this.words.sets);
    this.patterns = patterns;
    const names = new Map<string, number>();
    this.lists = Int32Array.from(patterns, ({ target, group }) => {
      const name = `${target} ${group}`;
      names.set(name, names.get(name) ?? names.size);
      return names.get(name)!;
    });
    this.newest = new Int32Array(names.size);
    this.seenIn = new Int32Array(names.size);
  }

  /** All matches, leftmost-longest within each target and group, in order of place. */
  match(text: string): Matches {
    this.words.makeRoom();
    this.sets.cut(0);
    const tokens = tokenize(text, this.words, this.sets);
    const hits = this.trie.walkAll(this.sets, tokens.sentences);
    return { tokens, byTarget: byTargetOf(this.select(hits, tokens)) };
  }

  /** Keeps, within each target and group, the leftmost and then the longest match. */
  private select({ data, length }: Integers, tokens: Tokens): Match[] {
    const kept: Match[] = [];
    if (length === 0) return kept;
    const { newest, seenIn } = this;
    this.texts = (this.texts + 1) | 0;
    for (let at = 0; at < length; at += 3) {
      const number = data[at]!;
      const pattern = this.patterns[number]!;
      const [first, end] = [data[at + 1]!, data[at + 2]!];
      const match = { pattern, first, last: pattern.run ? runEnd(tokens, end) : end };
      const list = this.lists[number]!;
      const before = seenIn[list] === this.texts ? kept[newest[list]!]! : null;
      seenIn[list] = this.texts;
      if (before === null || before.last < first) newest[list] = kept.push(match) - 1;
      else if (before.first === first && byPlace(match, before) < 0) kept[newest[list]!] = match;
    }
    return kept;
  }
}

function byTargetOf(kept: readonly Match[]): Map<string, Match[]> {
  const byTarget = new Map<string, Match[]>();
  for (const match of kept) {
    const { target } = match.pattern;
    const own = byTarget.get(target);
    if (own === undefined) byTarget.set(target, [match]);
    else own.push(match);
  }
  for (const own of byTarget.values()) if (own.length > 1) own.sort(byPlace);
  return byTarget;
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
    else if (LINK.test(tokens.words[last + 1]!.text) && capital(last + 2)) last += 2;
    else break;
  }
  return last;
}

function byPlace(a: Match, b: Match): number {
  return (
    a.first - b.first ||
    b.last - a.last ||
    compareText(a.pattern.group, b.pattern.group) ||
    compareText(a.pattern.term, b.pattern.term)
  );
}
