/** Stems and TF-IDF from `natural`, by its sub-paths: its main entry writes to standard output. */
import { createRequire } from 'node:module';
import type { Language } from '../model/types.js';

const require = createRequire(import.meta.url);

interface Stemmer {
  stem(word: string): string;
}
type Stemmers = Readonly<Record<string, Stemmer>>;
interface TfIdf {
  addDocument(words: string[]): void;
  tfidf(word: string, document: number): number;
}

const NAMES: Readonly<Partial<Record<Language, string>>> = {
  en: 'PorterStemmer',
  es: 'PorterStemmerEs',
  fr: 'PorterStemmerFr',
  pt: 'PorterStemmerPt',
  ru: 'PorterStemmerRu',
};

/** The stem of a word; Arabic and Chinese words are returned as they are. */
export function stemmer(language: Language): (word: string) => string {
  const name = NAMES[language];
  if (name === undefined) return (word) => word;
  const stemmers = require('natural/lib/natural/stemmers/index.js') as Stemmers;
  return (word) => stemmers[name]!.stem(word);
}

/**
 * TF-IDF of words in one text among others.
 * @returns a function that gives a word's figure in the first text
 */
export function tfIdf(
  text: readonly string[],
  others: readonly (readonly string[])[],
): (word: string) => number {
  const { TfIdf: Make } = require('natural/lib/natural/tfidf/index.js') as {
    TfIdf: new () => TfIdf;
  };
  const index = new Make();
  index.addDocument([...text]);
  for (const other of others) index.addDocument([...other]);
  return (word) => index.tfidf(word, 0);
}
