/** Search that does not mind accents, case, or the ways of writing Arabic. */

const SAME: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ß: 'ss',
  œ: 'oe',
  æ: 'ae',
  '’': "'",
};
/** Accents, Arabic vowel signs and the stretching stroke. */
const MARKS = /[\p{M}\u0640]/gu;

/** A text as it is searched: each character folded, with the offset that it comes from. */
export interface Folded {
  readonly text: string;
  /** Of each code unit of `text`, the offset in the original. */
  readonly from: readonly number[];
}

/** Folds a text for comparison. */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) folded += foldOne(character);
  return folded;
}

const known = new Map<string, string>();

function foldOne(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const plain = SAME[character] ?? character.normalize('NFKD').replace(MARKS, '').toLowerCase();
  const made = [...plain].map((each) => SAME[each] ?? each).join('');
  known.set(character, made);
  return made;
}

/** Folds a text and keeps where each piece comes from. */
export function foldWithPlaces(text: string): Folded {
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    const made = foldOne(character);
    for (let i = 0; i < made.length; i++) from.push(at);
    folded += made;
    at += character.length;
  }
  from.push(at);
  return { text: folded, from };
}

/** The words that are searched for. */
export function wordsOf(search: string): string[] {
  return fold(search).split(/\s+/u).filter(Boolean);
}

/** Where the words stand in a text, in UTF-16 code units. */
export function hitsIn(text: string, words: readonly string[]): [number, number][] {
  if (words.length === 0) return [];
  const folded = foldWithPlaces(text);
  const hits: [number, number][] = [];
  for (const word of words)
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1))
      hits.push([folded.from[at] ?? 0, folded.from[at + word.length] ?? text.length]);
  return hits;
}
