/** Keys under which words are counted: what is left of a word when its ending is cut off. */
import type { Language } from '../model/types.js';
import { fold, forms } from './tokens.js';
import type { Tokens } from './tokens.js';

/** What words are counted under, one for all words that share it. */
export interface Key {
  readonly text: string;
  /** Where it stands in tables of word scores, in the order that was asked for. */
  readonly rows: readonly number[];
  /** Number of the text that it was met in last, and of the store that it belongs to. */
  met: number;
  readonly store: number;
}

/** A counted word of a text: its key and the numbers of its first and last word in the tokens. */
export interface Keyed {
  readonly key: Key;
  readonly first: number;
  readonly last: number;
}

/** The counted words of texts; `skip` marks words that are left out. */
export interface Keys {
  /** All of a text, in order. */
  readonly all: (tokens: Tokens, skip: Uint8Array | null) => Keyed[];
  /** The different ones, each where it stands first. */
  readonly different: (tokens: Tokens, skip: Uint8Array | null) => Keyed[];
}

/** Tells where a key stands in tables of word scores. */
export type RowsOf = (key: string) => readonly number[];

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
const MOST_KEPT = 50_000;

/**
 * Stems of a language's words: folded, without Arabic clitics, cut to the first letters; pairs of
 * neighbouring characters in Chinese. Numbers have none.
 */
export function stemsOf(language: Language, rowsOf: RowsOf = () => []): Keys {
  if (language === 'zh') return pairs(rowsOf);
  return keyed('stem', (word) => stemOf(word, language), rowsOf);
}

/** Whole folded words, numbers as "#"; pairs of neighbouring characters in Chinese. */
export function wholeWordsOf(language: Language, rowsOf: RowsOf = () => []): Keys {
  if (language === 'zh') return pairs(rowsOf);
  return keyed('whole', (word) => (NUMBER.test(word) ? '#' : fold(word)), rowsOf);
}

const NUMBER = /^\p{N}/u;

/** The key of one word, '' where it has none. */
export function stemOf(word: string, language: Language): string {
  if (NUMBER.test(word)) return '';
  const shortest = forms(word).reduce((a, b) => (b.length < a.length && b.length > 2 ? b : a));
  return shortest.length < SHORTEST ? '' : shortest.slice(0, KEPT[language] ?? shortest.length);
}

/** Words by a function of each; what it gives is kept with the word. */
function keyed(kept: 'stem' | 'whole', keyOf: (word: string) => string, rowsOf: RowsOf): Keys {
  const store = keyStore(rowsOf);
  return keysFrom(({ words }, skip) => {
    const found: Keyed[] = [];
    for (let at = 0; at < words.length; at++) {
      if (skip?.[at] === 1) continue;
      const word = words[at]!;
      let key = word[kept];
      if (key === undefined || (key !== null && !store.has(key)))
        key = word[kept] = store.keyFor(keyOf(word.text));
      if (key !== null) found.push({ key, first: at, last: at });
    }
    return found;
  });
}

function pairs(rowsOf: RowsOf): Keys {
  const store = keyStore(rowsOf);
  return keysFrom(({ words, sentences }, skip) => {
    const found: Keyed[] = [];
    for (let at = 1; at < words.length; at++) {
      const inside = skip?.[at] !== 1 && skip?.[at - 1] !== 1;
      if (!inside || sentences[at] !== sentences[at - 1]) continue;
      const [left, right] = [words[at - 1]!.text, words[at]!.text];
      if (NUMBER.test(right) || NUMBER.test(left)) continue;
      found.push({ key: store.keyFor(left + right)!, first: at - 1, last: at });
    }
    return found;
  });
}

function keysFrom(all: Keys['all']): Keys {
  let texts = 0;
  return {
    all,
    different(tokens, skip) {
      const text = ++texts;
      return all(tokens, skip).filter(({ key }) => {
        const isNew = key.met !== text;
        key.met = text;
        return isNew;
      });
    },
  };
}

interface KeyStore {
  /** False for a key from before the store was emptied. */
  readonly has: (key: Key) => boolean;
  /** The key of a text, null of the empty one. */
  readonly keyFor: (text: string) => Key | null;
}

/** One key a text; emptied where there are too many. */
function keyStore(rowsOf: RowsOf): KeyStore {
  const keys = new Map<string, Key>();
  let store = 0;
  return {
    has: (key) => key.store === store,
    keyFor(text) {
      if (text === '') return null;
      let key = keys.get(text);
      if (key === undefined) {
        if (keys.size >= MOST_KEPT) {
          keys.clear();
          store++;
        }
        key = { text, rows: rowsOf(text), met: 0, store };
        keys.set(text, key);
      }
      return key;
    },
  };
}
