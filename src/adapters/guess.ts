/** Country, year and language of a document that nothing describes: from its file's name and its text. */
import { posix } from 'node:path';
import type { DocumentMetadata, Issue, Language } from '../model/types.js';
import { plainDigits } from '../stages/segment/labels.js';
import { countryInName, countryInText } from './countries.js';

const LANGUAGES: readonly Language[] = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh'];

/** Fills what the description leaves out; GCM116 where no country could be found. */
export function guessMetadata(
  path: string,
  text: string,
  metadata: DocumentMetadata,
): { metadata: DocumentMetadata; issues: (id: string) => Issue[] } {
  const words = nameWords(posix.basename(path).replace(/\.[^.]+$/u, ''));
  const country = metadata.country ?? countryInName(words) ?? countryInText(text);
  const year = metadata.year ?? yearIn(words);
  const language = metadata.language ?? languageIn(words);
  const issues = (id: string): Issue[] => (country === undefined ? [noCountry(id)] : []);
  return {
    metadata: {
      ...metadata,
      ...(country === undefined ? {} : { country }),
      ...(year === undefined ? {} : { year }),
      ...(language === undefined ? {} : { language }),
    },
    issues,
  };
}

/** The words of a file's or folder's name. */
export function nameWords(name: string): string[] {
  return plainDigits(name.normalize('NFC'))
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .filter((word) => word !== '');
}

/** The first year from 1900 to 2099 among the words of a name. */
export function yearIn(words: readonly string[]): number | undefined {
  const year = words.find((word) => /^(?:19|20)\d\d$/u.test(word));
  return year === undefined ? undefined : Number(year);
}

/** The last word but for years ("peru-2020.es", "peru-es-2020"): in "migracion-en-peru" it is no code. */
export function languageIn(words: readonly string[]): Language | undefined {
  const last = words
    .filter((word) => !/^\d*$/u.test(word))
    .slice(1)
    .at(-1);
  return LANGUAGES.find((code) => code === last);
}

function noCountry(document: string): Issue {
  return {
    id: 'GCM116',
    severity: 'warning',
    message: 'no country found in the file name or the text',
    hint: "Name the file after the country, or describe it in a corpus.yaml ('country: MAR').",
    document,
    place: null,
  };
}
