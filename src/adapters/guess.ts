/** Country, year and language of a document that nothing describes: from its file's name and its text. */
import { createRequire } from 'node:module';
import { posix } from 'node:path';
import type { DocumentMetadata, Issue, Language } from '../model/types.js';

const require = createRequire(import.meta.url);

interface Countries {
  registerLocale(locale: unknown): void;
  getNames(language: string, options: { select: 'all' }): Record<string, string[]>;
  getAlpha3Codes(): Record<string, string>;
  alpha2ToAlpha3(code: string): string | undefined;
}

/** Characters of a text in which a country's name is looked for. */
const HEAD = 6_000;
/** Words of the longest names that are looked for. */
const MOST_WORDS = 5;
const LANGUAGES: readonly Language[] = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh'];

/** Names of countries by their folded form. */
let known: Map<string, string> | null = null;

/** Fills what the description leaves out; GCM116 where no country could be found. */
export function guessMetadata(
  path: string,
  text: string,
  metadata: DocumentMetadata,
): { metadata: DocumentMetadata; issues: (id: string) => Issue[] } {
  const words = posix
    .basename(path)
    .replace(/\.[^.]+$/u, '')
    .split(/[\s._-]+/u);
  const country = metadata.country ?? countryInName(words) ?? countryInText(text.slice(0, HEAD));
  const year = metadata.year ?? yearIn(words);
  const language = metadata.language ?? languageIn(words);
  const issues = (id: string): Issue[] => (country === undefined ? [noCountry(id)] : []);
  return {
    metadata: {
      ...metadata,
      ...(country === undefined ? {} : { country }),
      ...(year === undefined ? {} : { year }),
      ...(language === undefined ? {} : { language }),
    },
    issues,
  };
}

function yearIn(words: readonly string[]): number | undefined {
  const year = words.find((word) => /^(?:19|20)\d\d$/u.test(word));
  return year === undefined ? undefined : Number(year);
}

/** The last word but for years ("peru-2020.es", "peru-es-2020"): in "migracion-en-peru" it is no code. */
function languageIn(words: readonly string[]): Language | undefined {
  const last = words
    .filter((word) => !/^\d*$/u.test(word))
    .slice(1)
    .at(-1);
  return LANGUAGES.find((code) => code === last);
}

/** The longest run of words that is a country's name, or a three-letter code in capitals. */
function countryInName(words: readonly string[]): string | undefined {
  const names = countryNames();
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--)
    for (let first = 0; first + length <= words.length; first++) {
      const found = names.get(folded(words.slice(first, first + length).join(' ')));
      if (found !== undefined) return found;
    }
  const codes = new Set(Object.keys(countries().getAlpha3Codes()));
  return words.find((word) => codes.has(word));
}

/** The country that is named most often at the head of a text, where one is named at least twice. */
function countryInText(head: string): string | undefined {
  const names = countryNames();
  const words = folded(head).split(' ');
  const counts = new Map<string, number>();
  for (let at = 0; at < words.length;) {
    const found = nameAt(words, at, names);
    if (found !== null) counts.set(found.code, (counts.get(found.code) ?? 0) + 1);
    at += found?.length ?? 1;
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  return first !== undefined && first[1] >= 2 && first[1] > (second?.[1] ?? 0)
    ? first[0]
    : undefined;
}

/** The longest name that begins at a word: "South Sudan" is not Sudan. */
function nameAt(
  words: readonly string[],
  at: number,
  names: ReadonlyMap<string, string>,
): { code: string; length: number } | null {
  for (let length = MOST_WORDS; length > 0; length--) {
    const name = words.slice(at, at + length).join(' ');
    const code = isTelling(name) ? names.get(name) : undefined;
    if (code !== undefined) return { code, length };
  }
  return null;
}

/** Short names in Latin letters are abbreviations or ordinary words ("us"); Arabic ones are not. */
function isTelling(name: string): boolean {
  return name.length >= 4 || /^\p{Script=Arabic}{3}$/u.test(name);
}

function countries(): Countries {
  return require('i18n-iso-countries') as Countries;
}

function countryNames(): Map<string, string> {
  if (known !== null) return known;
  const library = countries();
  known = new Map();
  for (const language of LANGUAGES) {
    library.registerLocale(require(`i18n-iso-countries/langs/${language}.json`));
    for (const [alpha2, names] of Object.entries(library.getNames(language, { select: 'all' }))) {
      const code = library.alpha2ToAlpha3(alpha2);
      if (code !== undefined) for (const name of names) known.set(folded(name), code);
    }
  }
  return known;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function noCountry(document: string): Issue {
  return {
    id: 'GCM116',
    severity: 'warning',
    message: 'no country found in the file name or the text',
    hint: "Name the file after the country, or describe it in a corpus.yaml ('country: MAR').",
    document,
    place: null,
  };
}
