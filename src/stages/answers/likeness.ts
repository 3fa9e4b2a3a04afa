/** How far a question's own words are those of a summary: shared word stems, rare ones counting more. */
import type { TextsByLanguage } from '../../model/questionnaire.js';

/** Least share of a summary's weight that the words of its question hold. */
const ALIKE = 0.4;
/** How much more than any other the best has. */
const MARGIN = 0.1;
/** Characters of a question that are looked at. */
const MOST = 2_000;

/** Finds which of several summaries a text is likest; null where none or several are. */
export type FindLike<T> = (text: string, among?: readonly T[]) => T | null;

/** Makes the finder for things that have a summary by language each. */
export function likest<T>(
  things: readonly T[],
  textsOf: (thing: T) => TextsByLanguage,
): FindLike<T> {
  const stems = new Map(
    things.map((thing) => [thing, Object.values(textsOf(thing)).map((text) => stemsOf(text))]),
  );
  const weight = weights([...stems.values()].flat());
  return (text, among = things) => {
    const words = stemsOf(text.slice(0, MOST));
    const ranked = among
      .map((thing) => ({ thing, score: scoreOf(stems.get(thing) ?? [], words, weight) }))
      .sort((a, b) => b.score - a.score);
    const [first, second] = ranked;
    if (first === undefined || first.score < ALIKE) return null;
    return first.score - (second?.score ?? 0) >= MARGIN ? first.thing : null;
  };
}

/** A stem counts the more the fewer summaries have it. */
function weights(summaries: readonly ReadonlySet<string>[]): (stem: string) => number {
  const uses = new Map<string, number>();
  for (const summary of summaries)
    for (const stem of summary) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  return (stem) => 1 / (uses.get(stem) ?? 1);
}

/** The best of a thing's languages: the share of its summary's weight that the words hold. */
function scoreOf(
  summaries: readonly ReadonlySet<string>[],
  words: ReadonlySet<string>,
  weight: (stem: string) => number,
): number {
  const shares = summaries.map((summary) => {
    let [held, all] = [0, 0];
    for (const stem of summary) {
      all += weight(stem);
      if (words.has(stem)) held += weight(stem);
    }
    return all === 0 ? 0 : held / all;
  });
  return Math.max(0, ...shares);
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.map(stem).filter((word) => word !== ''));
}

/** Beginnings of words: five letters, of Arabic four after its clitics; short words tell nothing. */
function stem(word: string): string {
  if (/^\p{Script=Arabic}/u.test(word)) {
    const bare = word.replace(/^[وف]?(?:[بك]?ال|لل)(?=.{3})/u, '').replace(/[ةه]$/u, '');
    return bare.length < 3 ? '' : bare.slice(0, 4);
  }
  if (/^\p{Script=Han}/u.test(word)) return word;
  return word.length < 4 && !/^\d/u.test(word) ? '' : word.slice(0, 5);
}
