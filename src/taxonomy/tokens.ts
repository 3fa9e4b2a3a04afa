/**
 * Words of a text: small words left out, with their place. The one tokenizer of terms and texts.
 */
import type { Integers } from './integers.js';
import type { Word, Words } from './words.js';

/** The words of one text, in parallel arrays. */
export interface Tokens {
  readonly text: string;
  readonly words: readonly Word[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Number of the sentence that each word stands in, from 0. */
  readonly sentences: readonly number[];
}

const WORD = 1;
const STOP = 2;
const IDEOGRAPH = 3;

const classes = buildClasses();
function buildClasses(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const letter = /[\p{L}\p{M}\p{N}]/u;
  for (let unit = 0; unit < 0xd800; unit++)
    if (letter.test(String.fromCharCode(unit))) table[unit] = WORD;
  table.fill(IDEOGRAPH, 0x3400, 0xa000);
  table.fill(WORD, 0xfb50, 0xfe00);
  table.fill(WORD, 0xfe70, 0xfeff);
  for (const joiner of [0xad, 0x200c, 0x200d, 0x640]) table[joiner] = WORD;
  for (const stop of '.!?;:…؟؛。！？；：') table[stop.charCodeAt(0)] = STOP;
  table[0xa] = STOP;
  return table;
}

/**
 * Splits a text into the words of a language, small ones left out.
 * @param sets is given the set of choices of each word
 */
export function tokenize(text: string, known: Words, sets: Integers | null = null): Tokens {
  const words: Word[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const sentences: number[] = [];
  let sentence = 0;
  let at = 0;
  while (at < text.length) {
    let unit = text.charCodeAt(at);
    const kind = classes[unit];
    const start = at++;
    if (kind === WORD || kind === IDEOGRAPH) {
      let hash = unit;
      if (kind === WORD)
        for (; at < text.length && classes[(unit = text.charCodeAt(at))] === WORD; at++)
          hash = (Math.imul(hash, 31) + unit) | 0;
      const word = known.find(text, start, at, hash);
      if (word.small) continue;
      words.push(word);
      sets?.push(word.set);
      starts.push(start);
      ends.push(at);
      sentences.push(sentence);
    } else if (kind === STOP && endsSentence(text, start)) sentence++;
  }
  return { text, words, starts, ends, sentences };
}

/** A full stop ends a sentence before white space, unless a single letter stands before it ("M. Ali"). */
function endsSentence(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 0xa) return text.charCodeAt(at + 1) === 0xa;
  if (unit !== 0x2e) return true;
  if (at + 1 < text.length && !CLOSING.test(text[at + 1]!)) return false;
  return !INITIAL.test(text.slice(Math.max(0, at - 2), at));
}

/** What may stand after the full stop of a sentence. */
const CLOSING = /[\s"'»”)\]]/u;
const INITIAL = /(?:^|[^\p{L}\p{N}])\p{L}$/u;

/** A word lower-cased and composed (NFC). */
export function lower(word: string): string {
  return isAscii(word) ? word.toLowerCase() : word.normalize('NFC').toLowerCase();
}

function isAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 127) return false;
  return true;
}

const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
  ء: '',
  ـ: '',
};

/** Case, accents, Arabic letter variants and marks folded away. */
export function fold(word: string): string {
  if (isAscii(word)) return word.toLowerCase();
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200c\u200d]/gu, '')
    .replace(/[œæßøłıةىءـ]/gu, (letter) => LETTERS[letter] ?? letter);
}

const ARABIC = /^[\u0600-\u06ff]/u;
/** Clitics that may open an Arabic word: a conjunction, then a preposition or the article. */
const CONJUNCTION = /^[وف](?=.{3})/u;
const PROCLITIC = /^(?:بال|كال|ال|لل|ب|ل|ك|س)(?=.{2})/u;

/** The folded forms under which a word may be found: itself and, in Arabic, without its clitics. */
export function forms(word: string): string[] {
  const folded = fold(word);
  if (!ARABIC.test(folded)) return [folded];
  const found = new Set([folded]);
  for (const form of [folded, folded.replace(CONJUNCTION, '')]) {
    found.add(form);
    for (const clitic of ['', 'ل']) addWithout(found, form, clitic);
  }
  return [...found];
}

/** `kept` puts back the letter that a doubled lam has lost ("للاجئين" is "ل" + "لاجئين"). */
function addWithout(found: Set<string>, form: string, kept: string): void {
  const match = PROCLITIC.exec(form);
  if (match === null) return;
  if (kept === '') found.add(form.slice(match[0].length));
  else if (match[0] === 'لل') found.add(kept + form.slice(match[0].length));
}

/** The folded form of an Arabic term's word without its article, any other word's folded form. */
export function termForm(word: string): string {
  const folded = fold(word);
  return ARABIC.test(folded) ? folded.replace(/^ال(?=.{2})/u, '') : folded;
}
