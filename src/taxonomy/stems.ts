/** Keys under which words are counted: what is left of a word when its ending is cut off. */
import type { Language } from '../model/types.js';
import { fold, forms } from './tokens.js';
import type { Tokens } from './tokens.js';

/** A counted word of a text: its key and the numbers of its first and last word in the tokens. */
export interface Keyed {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** Gives the counted words of a text, in order; `skip` marks words that are left out. */
export type KeysOf = (tokens: Tokens, skip: Uint8Array | null) => Keyed[];

/** Letters that are kept of a word. */
const KEPT: Readonly<Partial<Record<Language, number>>> = {
  ar: 5,
  en: 6,
  es: 6,
  fr: 6,
  pt: 6,
  ru: 6,
};
const SHORTEST = 3;
const MOST_CACHED = 50_000;

/**
 * Stems of a language's words: folded, without Arabic clitics, cut to the first letters; pairs of
 * neighbouring characters in Chinese. Numbers have none.
 */
export function stemsOf(language: Language): KeysOf {
  if (language === 'zh') return pairs;
  return keyer((word) => stemOf(word, language));
}

/** Whole folded words, numbers as "#"; pairs of neighbouring characters in Chinese. */
export function wholeWordsOf(language: Language): KeysOf {
  if (language === 'zh') return pairs;
  return keyer((word) => (NUMBER.test(word) ? '#' : fold(word)));
}

const NUMBER = /^\p{N}/u;

/** The key of one word, '' where it has none. */
export function stemOf(word: string, language: Language): string {
  if (NUMBER.test(word)) return '';
  const shortest = forms(word).reduce((a, b) => (b.length < a.length && b.length > 2 ? b : a));
  return shortest.length < SHORTEST ? '' : shortest.slice(0, KEPT[language] ?? shortest.length);
}

/** Words by a function of each; what it gives is kept for words that come again. */
function keyer(keyOf: (word: string) => string): KeysOf {
  const cache = new Map<string, string>();
  return ({ words }, skip) => {
    const found: Keyed[] = [];
    words.forEach((word, at) => {
      if (skip?.[at] === 1) return;
      let key = cache.get(word);
      if (key === undefined) {
        if (cache.size >= MOST_CACHED) cache.clear();
        key = keyOf(word);
        cache.set(word, key);
      }
      if (key !== '') found.push({ key, first: at, last: at });
    });
    return found;
  };
}

const pairs: KeysOf = ({ words, sentences }, skip) => {
  const found: Keyed[] = [];
  for (let at = 1; at < words.length; at++) {
    const inside = skip?.[at] !== 1 && skip?.[at - 1] !== 1;
    if (!inside || sentences[at] !== sentences[at - 1]) continue;
    if (NUMBER.test(words[at]!) || NUMBER.test(words[at - 1]!)) continue;
    found.push({ key: words[at - 1]! + words[at]!, first: at - 1, last: at });
  }
  return found;
};
