import { arabicOrdinal, chineseNumber, plainDigits } from './labels.js';

/** An objective's official title in some language; several per objective are welcome. */
export interface ObjectiveTitle {
  readonly objective: number;
  readonly title: string;
}

/** What a heading by objective says: its numbers as written, and the words after them. */
export interface StatedObjectives {
  readonly numbers: readonly number[];
  readonly title: string;
  /** Characters up to the end of the numbers. */
  readonly length: number;
}

const NUMBERS =
  '\\(?\\p{Nd}{1,2}\\)?(?:\\s{0,2}(?:,|،|and|et|y|e|و|и|&|to|à|a|–|—|-|إلى|至|、|和)\\s{0,2}(?:objectives?\\s)?\\p{Nd}{1,2})*';
const WORDS =
  '(?:gcm\\s)?(?:objectives?|objectifs?|objetivos?|objectivos?|goals?|obj\\.|цел[ьи]|задач[аи])(?:\\s(?:n[°ºo.]{1,2}|no\\.|№|#))?';
const LATIN = new RegExp(`^${WORDS}\\s{0,3}(${NUMBERS})(?!\\p{Nd}|\\.\\p{Nd})`, 'iu');
const ARABIC = new RegExp(
  `^(?:ال)?(?:هدف|أهداف|هدفان|هدفين|اهداف)\\s{0,3}(?:رقم\\s{0,2})?(${NUMBERS})(?!\\p{Nd})`,
  'u',
);
const ARABIC_WORD = /^الهدف\s{1,3}((?:ال)[\u0621-\u064a]{2,7}(?:\s(?:عشرة?|و\s?العشر(?:ون|ين)))?)/u;
const CHINESE = /^(?:目标|目標)\s?([一二三四五六七八九十]{1,3}|\d{1,2}(?:[至、和-]\d{1,2})*)/u;

/** Reads "Objective 7: …", "Objetivos 9 y 10", "الهدف السابع"; null where no objective's number opens the text. */
export function statedObjectives(text: string): StatedObjectives | null {
  const head = text.slice(0, 80);
  const match =
    LATIN.exec(head) ?? ARABIC.exec(head) ?? ARABIC_WORD.exec(head) ?? CHINESE.exec(head);
  if (match?.[1] === undefined) return null;
  const numbers = numbersIn(match[1]).filter((number) => number >= 1 && number <= 23);
  if (numbers.length === 0) return null;
  const rest = text.slice(match[0].length);
  // "Objective 7 has been met" is a sentence; a heading goes on with a sign, a capital, or not at all.
  if (
    !/^\s{0,3}(?:[:.)،,–—(-]|$|\p{Lu}|\p{Lo}|of the (?:GCM|Global)|du Pacte|del Pacto)/u.test(rest)
  )
    return null;
  if (/^\s\p{Lo}/u.test(rest) && rest.length > 150) return null;
  return {
    numbers,
    title: rest.replace(/^[\s:.)،,–—-]{1,6}/u, '').trim(),
    length: match[0].length,
  };
}

function numbersIn(text: string): number[] {
  const plain = plainDigits(text);
  if (!/\d/u.test(plain)) {
    const word = arabicOrdinal(text) ?? chineseNumber(text);
    return word === null ? [] : [word];
  }
  const numbers: number[] = [];
  let before = '';
  for (const match of plain.matchAll(/(\D*)(\d+)/gu)) {
    const [, sign = '', digits = ''] = match;
    const last = numbers.at(-1);
    const from =
      last !== undefined && /[-–—]|to|à|إلى|至|\ba\b/u.test(sign + before)
        ? last + 1
        : Number(digits);
    for (let number = from; number <= Math.min(Number(digits), 99); number++) numbers.push(number);
    before = '';
  }
  return numbers;
}

/** How well a heading's words and an objective's title agree, 0-1. */
export interface TitleMatch {
  readonly objective: number;
  readonly title: string;
  readonly score: number;
}

interface Known extends ObjectiveTitle {
  readonly words: ReadonlySet<string>;
}

/** Finds which objective's title a heading's words are. */
export interface TitleFinder {
  readonly best: (text: string) => TitleMatch | null;
  readonly scoreOf: (objective: number, text: string) => number;
}

/** Makes a finder over the titles; with no titles it finds nothing. */
export function titleFinder(titles: readonly ObjectiveTitle[]): TitleFinder {
  const known: readonly Known[] = titles.map((one) => ({ ...one, words: keyWords(one.title) }));
  const ranked = (words: ReadonlySet<string>, among: readonly Known[]): TitleMatch | null => {
    let best: TitleMatch | null = null;
    for (const { objective, title, words: own } of among) {
      const score = agreement(words, own);
      if (best === null || score > best.score) best = { objective, title, score };
    }
    return best;
  };
  return {
    best: (text) => (text.length > 400 ? null : ranked(keyWords(text), known)),
    scoreOf: (objective, text) =>
      ranked(
        keyWords(text),
        known.filter((one) => one.objective === objective),
      )?.score ?? 0,
  };
}

/** Words of four letters or more, accents and endings dropped. */
function keyWords(text: string): Set<string> {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[أإآ]/gu, 'ا').toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words
      .map((word) =>
        /^[\u0600-\u06ff]/u.test(word)
          ? word.replace(/^(?:وال|بال|لل|ال|و|ل|ب)(?=...)/u, '')
          : word,
      )
      .filter((word) => word.length > 3 || /[\u0600-\u06ff]{3}/u.test(word))
      .map((word) => word.slice(0, 6)),
  );
}

/** Shared words over the mean number of words (Dice's coefficient). */
function agreement(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
