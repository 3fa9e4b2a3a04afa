/** The matcher's semantics said again as simply as possible: no trie, no index, every place tried. */
import type { LanguagePack, Pattern } from '../../src/taxonomy/types.js';

interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentence: number;
}

/** Target, group and place of each match, sorted. */
export function naiveMatches(pack: LanguagePack, text: string): string[] {
  const words = naiveWords(text, pack.particles);
  const found = pack.patterns.flatMap((pattern) => naivePattern(pack, pattern, words));
  const kept = [...groupBy(found, (match) => match.key).values()].flatMap(leftmostLongest);
  return kept
    .map(({ key, first, last }) => `${key} ${words[first]!.start}-${words[last]!.end}`)
    .sort();
}

interface Found {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

function naivePattern(pack: LanguagePack, pattern: Pattern, words: readonly Word[]): Found[] {
  const key = `${pattern.target} ${pattern.group}`;
  return words.flatMap((_, first) =>
    naiveEnds(pack, pattern, words, 0, first).map((last) => ({ key, first, last })),
  );
}

function naiveEnds(
  pack: LanguagePack,
  pattern: Pattern,
  words: readonly Word[],
  step: number,
  at: number,
): number[] {
  const [, choice] = pattern.steps[step]!;
  const word = words[at];
  if (word === undefined || !pack.choices[choice]!.some((form) => fitsWord(word.text, form)))
    return [];
  const next = pattern.steps[step + 1];
  if (next === undefined) return [at];
  const ends: number[] = [];
  for (let to = at + 1; to <= at + 1 + next[0]; to++)
    if (words[to]?.sentence === word.sentence)
      ends.push(...naiveEnds(pack, pattern, words, step + 1, to));
  return ends;
}

function leftmostLongest(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const left = [...found];
  for (;;) {
    const after = kept.at(-1)?.last ?? -1;
    const open = left.filter(({ first }) => first > after);
    if (open.length === 0) return kept;
    const first = Math.min(...open.map((match) => match.first));
    const last = Math.max(
      ...open.filter((match) => match.first === first).map((match) => match.last),
    );
    kept.push({ key: open[0]!.key, first, last });
  }
}

function groupBy(found: readonly Found[], keyOf: (match: Found) => string): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const match of found) groups.set(keyOf(match), [...(groups.get(keyOf(match)) ?? []), match]);
  return groups;
}

function naiveWords(text: string, particles: readonly string[]): Word[] {
  const found: Word[] = [];
  let sentence = 0;
  let before = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (/[.;:!?؟؛](?:\s|$)/u.test(text.slice(before, match.index))) sentence++;
    const end = match.index + match[0].length;
    before = end;
    const word = match[0].toLowerCase();
    if (!particles.includes(word)) found.push({ start: match.index, end, text: word, sentence });
  }
  return found;
}

function fitsWord(word: string, form: string): boolean {
  if (form === '_') return true;
  if (form.startsWith('=')) return word === form.slice(1);
  const pattern = new RegExp(`^${form.split('*').join('.*')}$`, 'u');
  return naiveForms(word).some((one) => pattern.test(one));
}

const ARABIC_PREFIXES = ['', 'و', 'ف'].flatMap((and) =>
  ['', 'ال', 'بال', 'كال', 'لل', 'ب', 'ل', 'ك', 'س'].map((prefix) => and + prefix),
);

function naiveForms(word: string): string[] {
  const plain = word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replaceAll('ء', '');
  if (!/^[\u0600-\u06ff]/u.test(plain)) return [plain];
  const without = ARABIC_PREFIXES.filter((prefix) => isPrefix(prefix, plain)).map((prefix) =>
    plain.slice(prefix.length),
  );
  const lam = ['لل', 'ولل', 'فلل']
    .filter((prefix) => isPrefix(prefix, plain))
    .map((prefix) => `ل${plain.slice(prefix.length)}`);
  return [plain, ...without, ...lam];
}

/** A conjunction leaves three letters, a preposition or article two; the longest preposition counts. */
function isPrefix(prefix: string, word: string): boolean {
  if (!word.startsWith(prefix)) return false;
  const and = /^[وف]/u.exec(prefix)?.[0] ?? '';
  const rest = word.slice(and.length);
  if (and !== '' && rest.length < 3) return false;
  const own = prefix.slice(and.length);
  if (own === '') return true;
  const longest = ['بال', 'كال', 'ال', 'لل', 'ب', 'ل', 'ك', 'س'].find(
    (one) => rest.startsWith(one) && rest.length - one.length >= 2,
  );
  return longest === own;
}
