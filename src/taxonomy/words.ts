/** The words that texts are made of, each made once: what it is, and which patterns it fits. */
import { forms, lower } from './tokens.js';
import { ChoiceSets } from './choices.js';
import type { Key } from './stems.js';

/** A word of a language as it is written somewhere. */
export interface Word {
  /** As it stands in the text, with its hash. */
  readonly written: string;
  readonly hash: number;
  /** Lower-cased and composed (NFC). */
  readonly text: string;
  /** True for small words, which terms and texts leave out. */
  readonly small: boolean;
  /** True for digits that are no year. */
  readonly isNumber: boolean;
  /** Number of the set of choices of patterns that it fits. */
  readonly set: number;
  /** What it is counted under, kept by the function that tells it; undefined until it is asked. */
  stem: Key | null | undefined;
  whole: Key | null | undefined;
}

/** Different words that are kept. */
const MOST_WORDS = 50_000;
const SLOTS = 1 << 17;
/** Places that a word is looked for at: words may be made to fall together. */
const MOST_TRIED = 32;
/** Longer ones are not kept. */
const LONGEST_WORD = 60;

/** The words of one language, found by their place in a text without cutting them out. */
export class Words {
  private readonly small: ReadonlySet<string>;
  private readonly index: WordIndex;
  readonly sets = new ChoiceSets();
  private slots: (Word | undefined)[] = new Array<Word | undefined>(SLOTS);
  private known = 0;

  /**
   * @param small small words, folded
   * @param forgotten called when the words begin anew and the numbers of sets with them
   */
  constructor(
    small: Iterable<string>,
    choices: readonly (readonly string[])[],
    private readonly forgotten: () => void = () => undefined,
  ) {
    this.small = new Set(small);
    this.index = new WordIndex(choices);
  }

  /** The word at a place of a text; `hash` is made of its code units, 31 times the sum before and the next. */
  find(text: string, start: number, end: number, hash: number): Word {
    let at = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    let tried = 0;
    for (; tried < MOST_TRIED; tried++, at = (at + 1) & (SLOTS - 1)) {
      const word = this.slots[at];
      if (word === undefined) break;
      if (word.hash === hash && standsAt(word.written, text, start, end)) return word;
    }
    const isKept = end - start <= LONGEST_WORD && this.known < MOST_WORDS && tried < MOST_TRIED;
    const written = isKept ? copied(text, start, end) : text.slice(start, end);
    const word = this.made(written, hash);
    if (isKept) {
      this.slots[at] = word;
      this.known++;
    }
    return word;
  }

  /** Lets go of all words where there is no room for more; to be called between texts. */
  makeRoom(): void {
    if (this.known < MOST_WORDS) return;
    this.slots = new Array<Word | undefined>(SLOTS);
    this.known = 0;
    this.sets.forget();
    this.forgotten();
  }

  private made(written: string, hash: number): Word {
    const text = lower(written);
    const small = this.small.has(text);
    const set = small ? 0 : this.sets.numberOf(this.index.choicesOf(text));
    const kept = { stem: undefined, whole: undefined };
    return { written, hash, text, small, isNumber: isNumber(text), set, ...kept };
  }
}

function isNumber(word: string): boolean {
  return /^[0-9\u0660-\u0669]+$/u.test(word) && !/^(?:19|20)\d\d$/u.test(word);
}

/** A word cut out of a text, without keeping the whole text as `slice` may. */
function copied(text: string, start: number, end: number): string {
  const units: number[] = [];
  for (let at = start; at < end; at++) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
}

function standsAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

interface Wildcard {
  readonly parts: readonly string[];
  readonly choice: number;
}

/**
 * Finds, for a word of a text, the choices of the patterns that it fits:
 * exact, with its accents, by wildcard, and in Arabic without its clitics.
 */
class WordIndex {
  private readonly exact = new Map<string, number[]>();
  private readonly accented = new Map<string, number[]>();
  private readonly prefixes = new Map<string, number[]>();
  private readonly wildcards: Wildcard[] = [];
  private readonly any: number[] = [];
  private longestPrefix = 0;

  constructor(choices: readonly (readonly string[])[]) {
    choices.forEach((words, choice) => words.forEach((word) => this.add(word, choice)));
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

  /** The choices that hold the word, in rising order; `word` is lower-cased and composed. */
  choicesOf(word: string): number[] {
    const found = new Set<number>(this.any);
    addAll(found, this.accented.get(word));
    for (const form of forms(word)) {
      addAll(found, this.exact.get(form));
      const longest = Math.min(form.length, this.longestPrefix);
      for (let length = 1; length <= longest; length++)
        addAll(found, this.prefixes.get(form.slice(0, length)));
      for (const { parts, choice } of this.wildcards) if (fits(form, parts)) found.add(choice);
    }
    return [...found].sort((a, b) => a - b);
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
