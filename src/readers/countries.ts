/** Countries by their names, and which cells of a sheet name one. */
import { createRequire } from 'node:module';
import { LINKS, MORE_NAMES, STATE_WORDS, WEAK_NAMES } from './country-names.js';

const require = createRequire(import.meta.url);

interface Library {
  registerLocale(locale: unknown): void;
  getNames(language: string, options: { select: 'all' }): Record<string, string[]>;
  getAlpha3Codes(): Record<string, string>;
  alpha2ToAlpha3(code: string): string | undefined;
}

const LANGUAGES = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh'];
/** Characters of the longest cell that is taken for a country's name. */
const LONGEST = 80;

let names: ReadonlyMap<string, string> | null = null;
let codes: ReadonlySet<string> | null = null;

/** ISO 3166-1 alpha-3 codes by {@link foldName folded} name, in Arabic, Chinese, English, French, Portuguese, Russian and Spanish. */
export function countryNames(): ReadonlyMap<string, string> {
  return (names ??= readNames());
}

/** True for an officially assigned code of ISO 3166-1 alpha-3. */
export function isCountryCode(code: string): boolean {
  codes ??= new Set(Object.keys(library().getAlpha3Codes()));
  return codes.has(code);
}

/** Small letters without accents, Arabic vowels and signs; words divided by single spaces. */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words for a state, folded: before a name they make it official. */
export const STATES: ReadonlySet<string> = new Set(STATE_WORDS.map(foldName));
/** Words that may stand between a word for a state and the name, folded. */
export const LINKING: ReadonlySet<string> = new Set(LINKS.map(foldName));
/** Names that are ordinary words too, folded. */
export const WEAK: ReadonlySet<string> = new Set(WEAK_NAMES.map(foldName));

/**
 * The ISO 3166-1 alpha-3 code that a cell names: a name, also an official one, or
 * such a code in capitals, user-assigned ones included; null for anything else.
 */
export function countryOf(cell: string): string | null {
  const text = cell.trim();
  if (text === '' || text.length > LONGEST) return null;
  const written = /^[A-Z]{3}$/u.exec(text)?.[0] ?? /[([]\s?([A-Z]{3})\s?[)\]]/u.exec(text)?.[1];
  if (written !== undefined && isCode(written)) return written;
  // Two letters are words of many languages ("no", "in") before they are a country.
  if (/^\p{L}{2}$/u.test(text) && !/^(?:UK|\p{Lo}+)$/u.test(text)) return null;
  return byName(text) ?? byName(text.replace(/[([][^)\]]*[)\]]/gu, ' '));
}

function isCode(code: string): boolean {
  return /^(?:AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z])$/u.test(code) || isCountryCode(code);
}

function byName(text: string): string | null {
  const name = foldName(text).replace(/^\d{1,3} (?=\p{L})/u, '');
  // Abbreviations that are words as well ("eau") stand in capitals.
  if (name.length <= 3 && WEAK.has(name) && text !== text.toUpperCase()) return null;
  return countryNames().get(name) ?? byOfficialName(name.split(' '));
}

/** What is known without "the", or without "Islamic Republic of" before it. */
function byOfficialName(words: readonly string[]): string | null {
  let isOfficial = ARTICLES.has(words[0] ?? '');
  for (let at = 0; at < words.length - 1; at++) {
    const word = words[at] ?? '';
    if (!STATES.has(word) && !LINKING.has(word) && !ARTICLES.has(word)) return null;
    isOfficial ||= STATES.has(word);
    const code = isOfficial ? countryNames().get(words.slice(at + 1).join(' ')) : undefined;
    if (code !== undefined) return code;
  }
  return null;
}

const ARTICLES = new Set(['the', 'l', 'la', 'le', 'les', 'el', 'los', 'las', 'o', 'a']);

function library(): Library {
  return require('i18n-iso-countries') as Library;
}

/** Short forms ("Tanzania" of "Tanzania, United Republic of") count where they mean one country alone. */
function readNames(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const short = new Map<string, string | null>();
  for (const [name, code] of libraryNames()) {
    found.set(foldName(name), code);
    const form = foldName(name.split(/[,،，]/u)[0] ?? name);
    const taken = short.get(form);
    short.set(form, taken === undefined || taken === code ? code : null);
  }
  for (const [code, more] of Object.entries(MORE_NAMES))
    for (const name of more.split('|')) found.set(foldName(name), code);
  for (const [form, code] of short) if (code !== null && !found.has(form)) found.set(form, code);
  return found;
}

function libraryNames(): [name: string, code: string][] {
  const { registerLocale, getNames, alpha2ToAlpha3 } = library();
  return LANGUAGES.flatMap((language) => {
    registerLocale(require(`i18n-iso-countries/langs/${language}.json`));
    const all = Object.entries(getNames(language, { select: 'all' }));
    return all.flatMap(([alpha2, own]) => {
      const code = alpha2ToAlpha3(alpha2);
      return code === undefined ? [] : own.map((name): [string, string] => [name, code]);
    });
  });
}
