/** Countries by name: in the names of files, and at the head of a text. */
import {
  countryNames,
  foldName,
  isCountryCode,
  LINKING,
  STATES,
  WEAK,
} from '../readers/countries.js';
import { NO_COUNTRY, PEOPLES } from '../readers/country-names.js';

/** Characters of a text in which a country is looked for, and of its beginning, where titles stand. */
const HEAD = 6_000;
const TITLE = 300;
/** Words between a word for a state and the name. */
const FARTHEST = 4;

interface Known {
  /** Codes by folded name; null for phrases that name no country. */
  readonly names: ReadonlyMap<string, string | null>;
  /** Codes by the beginnings of peoples' names. */
  readonly peoples: ReadonlyMap<string, string>;
  readonly mostWords: number;
}

let known: Known | null = null;

/** A country named in a text: where, and whether by its official name. */
interface Naming {
  readonly code: string;
  readonly words: number;
  readonly official: boolean;
}

/**
 * The country of a file's name, cut into words: the longest run of them that is a
 * country's name, else a people's name, else a three-letter code in capitals.
 */
export function countryInName(words: readonly string[]): string | undefined {
  const parts = words.map(foldName);
  const found = longest(parts) ?? parts.map(peopleOf).find((code) => code !== undefined);
  return found ?? codeIn(words);
}

function longest(words: readonly string[]): string | undefined {
  const { names, mostWords } = knownNames();
  for (let length = Math.min(mostWords, words.length); length > 0; length--)
    for (let first = 0; first + length <= words.length; first++) {
      const name = words.slice(first, first + length).join(' ');
      const code = WEAK.has(name) ? undefined : names.get(name);
      if (code !== undefined && code !== null) return code;
    }
  return undefined;
}

/** Ordinary words that are codes too, where a name is all capitals ("REPORT AND ANNEX"). */
const WORDS = new Set(['AND', 'ARE', 'CAN', 'COM', 'FIN', 'NOR', 'PER', 'LIE']);

function codeIn(words: readonly string[]): string | undefined {
  return words.find((word) => isCountryCode(word) && (!WORDS.has(word) || words.length < 3));
}

/**
 * The country that a text is of, by its head: the only one whose official name
 * stands in the first lines; else the one that is named most often, official names
 * counting twice, if twice or more.
 */
export function countryInText(text: string): string | undefined {
  const title = new Set(
    namings(text.slice(0, TITLE))
      .filter(({ official }) => official)
      .map(({ code }) => code),
  );
  if (title.size === 1) return [...title][0];
  const counts = new Map<string, number>();
  for (const { code, official } of namings(text.slice(0, HEAD)))
    counts.set(code, (counts.get(code) ?? 0) + (official ? 2 : 1));
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  return first !== undefined && first[1] >= 2 && first[1] > (second?.[1] ?? 0)
    ? first[0]
    : undefined;
}

function namings(text: string): Naming[] {
  const words = foldName(text).split(' ');
  const found: Naming[] = [];
  for (let at = 0; at < words.length;) {
    const naming = namingAt(words, at);
    if (typeof naming === 'object') found.push(naming);
    at += typeof naming === 'object' ? naming.words : naming;
  }
  return found;
}

/** What is named at a word; else how many words to go on: "South Sudan" is not Sudan. */
function namingAt(words: readonly string[], at: number): Naming | number {
  const { names, mostWords } = knownNames();
  for (let length = mostWords; length > 0; length--) {
    const run = words.slice(at, at + length);
    if (run.length < length) continue;
    for (const first of withoutClitics(run[0] ?? '')) {
      const name = [first, ...run.slice(1)].join(' ');
      const code = names.get(name);
      if (code === null) return length;
      if (code === undefined || !isTelling(name)) continue;
      const official = run.some(isState) || followsState(words, at);
      if (official || !WEAK.has(name)) return { code, words: length, official };
    }
  }
  const people = peopleOf(words[at] ?? '') ?? peopleOf(words.slice(at, at + 2).join(' '));
  return people === undefined ? 1 : { code: people, words: 1, official: followsState(words, at) };
}

/** "Kingdom of Morocco", "République islamique de Mauritanie", "جمهورية مصر". */
function followsState(words: readonly string[], at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - FARTHEST); before--) {
    const word = words[before] ?? '';
    if (isState(word)) return true;
    if (!LINKING.has(word)) return false;
  }
  return false;
}

function isState(word: string): boolean {
  return withoutClitics(word).some((one) => STATES.has(one));
}

/** Short names in Latin letters are abbreviations or ordinary words ("us"); Arabic ones are not. */
function isTelling(name: string): boolean {
  return name.length >= 4 || /^\p{Script=Arabic}{3}$/u.test(name);
}

/** A word, and what it is without "and", "in", "for" that Arabic writes together with it. */
function withoutClitics(word: string): string[] {
  if (!/^[وفبلك]\p{Script=Arabic}{3}/u.test(word)) return [word];
  const forms = /^[وف]/u.test(word) ? [word, word.slice(1)] : [word];
  return forms.flatMap((form) => {
    if (form.startsWith('لل')) return [form, `ال${form.slice(2)}`, form.slice(1)];
    return /^[بلك]\p{Script=Arabic}{3}/u.test(form) ? [form, form.slice(1)] : [form];
  });
}

const LATIN_ENDS = ['', 'e', 's', 'es', 'ne', 'nes', 'o', 'a', 'os', 'as'];
const ARABIC_END = /(?:ة|ين|ون|ات)$/u;

/** The country whose people a word names: "marocaine", "Moroccans", "المغربية". */
function peopleOf(word: string): string | undefined {
  const { peoples } = knownNames();
  if (/^\p{Script=Arabic}/u.test(word)) {
    const bare = withoutClitics(word).map((one) => one.replace(/^ال/u, ''));
    const forms = bare.flatMap((one) => [one, one.replace(ARABIC_END, '')]);
    return forms.map((form) => peoples.get(form)).find((code) => code !== undefined);
  }
  for (const end of LATIN_ENDS) {
    const code = word.endsWith(end)
      ? peoples.get(word.slice(0, word.length - end.length))
      : undefined;
    if (code !== undefined) return code;
  }
  return undefined;
}

function knownNames(): Known {
  known ??= readNames();
  return known;
}

function readNames(): Known {
  const names = new Map<string, string | null>(countryNames());
  for (const phrase of NO_COUNTRY) names.set(foldName(phrase), null);
  const peoples = new Map(
    Object.entries(PEOPLES).flatMap(([code, stems]) =>
      stems.split(' ').map((stem) => [foldName(stem.replace(/_/gu, ' ')), code] as const),
    ),
  );
  const mostWords = Math.max(...[...names.keys()].map((name) => name.split(' ').length));
  return { names, peoples, mostWords };
}
