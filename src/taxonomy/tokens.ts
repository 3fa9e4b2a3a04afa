/**
 * Words of a text: folded, small words left out, with their place. The one
 * tokenizer of terms and texts.
 */

/** The words of one text, in parallel arrays. */
export interface Tokens {
  readonly text: string;
  /** Words as written, lower-cased and composed (NFC). */
  readonly words: readonly string[];
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
  for (let unit = 0; unit < 0xd800; unit++) {
    if (letter.test(String.fromCharCode(unit))) table[unit] = WORD;
  }
  table.fill(IDEOGRAPH, 0x3400, 0xa000);
  table.fill(WORD, 0xfb50, 0xfe00);
  table.fill(WORD, 0xfe70, 0xfeff);
  for (const joiner of [0xad, 0x200c, 0x200d, 0x640]) table[joiner] = WORD;
  for (const stop of '.!?;:…؟؛。！？；：') table[stop.charCodeAt(0)] = STOP;
  table[0xa] = STOP;
  return table;
}

/**
 * Splits a text into words.
 * @param particles folded small words that are left out
 */
export function tokenize(text: string, particles: ReadonlySet<string>): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const sentences: number[] = [];
  let sentence = 0;
  let at = 0;
  while (at < text.length) {
    const kind = classes[text.charCodeAt(at)];
    if (kind === WORD || kind === IDEOGRAPH) {
      const end = kind === IDEOGRAPH ? at + 1 : wordEnd(text, at);
      const word = lower(text.slice(at, end));
      if (!particles.has(word)) {
        words.push(word);
        starts.push(at);
        ends.push(end);
        sentences.push(sentence);
      }
      at = end;
    } else {
      if (kind === STOP && endsSentence(text, at)) sentence++;
      at++;
    }
  }
  return { text, words, starts, ends, sentences };
}

function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && classes[text.charCodeAt(end)] === WORD) end++;
  return end;
}

function lower(word: string): string {
  return isAscii(word) ? word.toLowerCase() : word.normalize('NFC').toLowerCase();
}

/** A full stop ends a sentence before white space, unless a single letter stands before it ("M. Ali"). */
function endsSentence(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit === 0xa) return text.charCodeAt(at + 1) === 0xa;
  if (unit !== 0x2e) return true;
  const next = text[at + 1];
  if (next !== undefined && !/[\s"'»”)\]]/u.test(next)) return false;
  return !/(?:^|[^\p{L}\p{N}])\p{L}$/u.test(text.slice(Math.max(0, at - 2), at));
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
