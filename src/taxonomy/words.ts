import { forms } from './tokens.js';

/** The word choices that one word of a text belongs to. */
export type Choices = ReadonlySet<number>;

interface Wildcard {
  readonly parts: readonly string[];
  readonly choice: number;
}

const MOST_CACHED = 50_000;
const NONE: Choices = new Set();

/**
 * Finds, for a word of a text, the choices of the patterns that it fits:
 * exact, with its accents, by wildcard, and in Arabic without its clitics.
 */
export class WordIndex {
  private readonly exact = new Map<string, number[]>();
  private readonly accented = new Map<string, number[]>();
  private readonly prefixes = new Map<string, number[]>();
  private readonly wildcards: Wildcard[] = [];
  private readonly any: number[] = [];
  private readonly cache = new Map<string, Choices>();
  private longestPrefix = 0;

  constructor(choices: readonly (readonly string[])[]) {
    choices.forEach((words, choice) => words.forEach((word) => this.add(word, choice)));
  }

  /** The choices that hold the word; `word` is lower-cased and composed. */
  choicesOf(word: string): Choices {
    const known = this.cache.get(word);
    if (known !== undefined) return known;
    if (this.cache.size >= MOST_CACHED) this.cache.clear();
    const found = this.find(word);
    this.cache.set(word, found);
    return found;
  }

  private add(word: string, choice: number): void {
    if (word === '_') this.any.push(choice);
    else if (word.startsWith('=')) push(this.accented, word.slice(1), choice);
    else if (!word.includes('*')) push(this.exact, word, choice);
    else if (word.indexOf('*') === word.length - 1) this.addPrefix(word.slice(0, -1), choice);
    else this.wildcards.push({ parts: word.split('*'), choice });
  }

  private addPrefix(prefix: string, choice: number): void {
    push(this.prefixes, prefix, choice);
    this.longestPrefix = Math.max(this.longestPrefix, prefix.length);
  }

  private find(word: string): Choices {
    const found = new Set<number>(this.any);
    addAll(found, this.accented.get(word));
    for (const form of forms(word)) {
      addAll(found, this.exact.get(form));
      const longest = Math.min(form.length, this.longestPrefix);
      for (let length = 1; length <= longest; length++)
        addAll(found, this.prefixes.get(form.slice(0, length)));
      for (const { parts, choice } of this.wildcards) if (fits(form, parts)) found.add(choice);
    }
    return found.size === 0 ? NONE : found;
  }
}

/** True when the parts stand in the word in this order, the first at its start and the last at its end. */
export function fits(word: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (word.length < first.length + last.length) return false;
  if (!word.startsWith(first) || !word.endsWith(last)) return false;
  const end = word.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = word.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

function push(map: Map<string, number[]>, key: string, choice: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [choice]);
  else list.push(choice);
}

function addAll(into: Set<number>, choices: readonly number[] | undefined): void {
  if (choices !== undefined) for (const choice of choices) into.add(choice);
}
