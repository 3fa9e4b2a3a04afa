/** What a file's name, its folders and its text say of a document that nothing describes. */
import { posix } from 'node:path';
import { foldSpace, plainLine } from '../model/text.js';
import type { Block, Detection, Language } from '../model/types.js';
import { plainDigits } from '../stages/segment/labels.js';
import { isHeaderWord } from '../stages/segment/prompts.js';
import { countryInName, countryInText } from './countries.js';
import { languageIn, nameWords, yearIn } from './guess.js';
import { regionsOf, type RegionScheme } from './regions.js';

/** A value, and why a person should look at it; null where it is sure. */
export interface Guess<T> {
  readonly value: T;
  readonly doubt: string | null;
}

/** What is known of one file. */
export interface GuessedFields {
  readonly country: Guess<string> | null;
  readonly region: Guess<string> | null;
  readonly year: Guess<number> | null;
  readonly language: Guess<Language> | null;
  readonly title: Guess<string> | null;
}

/** A text with its blocks, and the language that was found in it. */
export interface Seen {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly detection: Detection;
}

/** Characters in which a year of the review is looked for, and the longest title. */
const TITLE_PAGE = 600;
const LONGEST_TITLE = 200;
/** The Compact was adopted in December 2018: reviews are later. */
const YEAR = /(?<!\d)20(?:19|[2-4]\d)(?!\d)/gu;
/** Less sure than this (0-1), a detected language is marked. */
const SURE = 0.6;

/**
 * Guesses the fields of a document.
 * @param file path below the corpus folder
 * @param seen null for a file that could not be read, or that holds several documents
 */
export function guessFields(file: string, seen: Seen | null, scheme: RegionScheme): GuessedFields {
  const names = namesOf(file);
  const country = countryOf(names, seen?.text ?? '');
  return {
    country,
    region: country === null ? null : regionOf(country.value, scheme),
    year: yearOf(names, seen?.text ?? ''),
    language: languageOf(names[0] ?? [], seen?.detection ?? null),
    title: titleOf(seen),
  };
}

/** The words of the file's name, then of its folders' names, the nearest first. */
function namesOf(file: string): string[][] {
  const parts = file.split('/');
  const name = posix.basename(file).replace(/\.[^.]+$/u, '');
  return [name, ...parts.slice(0, -1).reverse()].map(nameWords);
}

function firstIn<T>(
  names: readonly string[][],
  find: (words: string[]) => T | undefined,
): T | null {
  for (const words of names) {
    const found = find(words);
    if (found !== undefined) return found;
  }
  return null;
}

function countryOf(names: readonly string[][], text: string): Guess<string> | null {
  const named = firstIn(names, countryInName);
  const spoken = countryInText(text) ?? null;
  if (named === null) return spoken === null ? null : { value: spoken, doubt: 'from the text' };
  const differs = spoken !== null && spoken !== named;
  return { value: named, doubt: differs ? `the text speaks of ${spoken}` : null };
}

function regionOf(country: string, scheme: RegionScheme): Guess<string> | null {
  const [region, ...others] = regionsOf(country, scheme);
  if (region === undefined) return null;
  return { value: region, doubt: others.length === 0 ? null : `also ${others.join(', ')}` };
}

function yearOf(names: readonly string[][], text: string): Guess<number> | null {
  const named = firstIn(names, yearIn);
  if (named !== null) return { value: named, doubt: null };
  const years = new Set(plainDigits(text.slice(0, TITLE_PAGE)).match(YEAR) ?? []);
  return years.size === 1 ? { value: Number([...years][0]), doubt: 'from the text' } : null;
}

function languageOf(words: readonly string[], detection: Detection | null): Guess<Language> | null {
  const named = languageIn(words) ?? null;
  const found = detection === null || detection.language === 'und' ? null : detection;
  if (found === null) return named === null ? null : { value: named, doubt: null };
  if (named !== null && named !== found.language)
    return { value: found.language, doubt: `the file's name says ${named}` };
  const sure = named !== null || found.confidence >= SURE;
  return { value: found.language, doubt: sure ? null : 'few words' };
}

/** The first heading; where there is none, a first line that is no sentence. */
function titleOf(seen: Seen | null): Guess<string> | null {
  if (seen === null) return null;
  const heading = seen.blocks.find(({ kind }) => kind === 'heading');
  const [first] = seen.blocks.filter(({ kind }) => kind !== 'page');
  const title = heading === undefined ? '' : wordsOf(seen.text, heading);
  if (title !== '') {
    const short = title.slice(0, LONGEST_TITLE).trim();
    return { value: short, doubt: short === title ? null : 'cut short' };
  }
  if (first === undefined || first.kind !== 'paragraph' || first.cell !== undefined) return null;
  const line = wordsOf(seen.text, first);
  const isSentence = line.length > LONGEST_TITLE || /[.;:,؛،。]$/u.test(line);
  return line === '' || isSentence || isHeaderWord(line)
    ? null
    : { value: line, doubt: 'the first line' };
}

/** A block's text on one line; '' where it has no letters. */
function wordsOf(text: string, { span }: Block): string {
  const line = foldSpace(plainLine(text.slice(...span)));
  return /\p{L}/u.test(line) ? line : '';
}
