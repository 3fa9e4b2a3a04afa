/** Inflected forms of English words from `compromise`: plural and verb forms. */
import compromise from 'compromise';
import type { Inflect } from '../taxonomy/compile.js';

/** The two of the library's views that its types leave out. */
interface Tagged {
  nouns(): { toPlural(): { text(): string } };
  verbs(): { conjugate(): Record<string, string>[] };
}

/** The word with its plural and its verb forms; forms that no one uses do no harm in a term. */
export const inflect: Inflect = (word) => {
  const plural = tagged(word, 'Noun').nouns().toPlural().text();
  const forms = tagged(word, 'Infinitive').verbs().conjugate()[0];
  const verbs = [forms?.['PresentTense'], forms?.['PastTense'], forms?.['Gerund']];
  const found = [word, plural, ...verbs].filter((form) => form !== undefined && form !== '');
  return [...new Set(found as string[])];
};

function tagged(word: string, tag: string): Tagged {
  return compromise(word).tag(tag) as unknown as Tagged;
}
