/** The words of the page in each language that it speaks. */
import { STRINGS, type ReportLanguage, type Strings } from '../../report/html/strings.js';
import { ar } from './ar.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { PageStrings } from './types.js';

const PAGE: Readonly<Record<ReportLanguage, PageStrings>> = { en, fr, es, ar };

/** All words in one language: those of every report, and those of the page alone. */
export interface Words extends Strings {
  readonly page: PageStrings;
}

/** The words of a language. */
export function wordsIn(lang: ReportLanguage): Words {
  return { ...STRINGS[lang], page: PAGE[lang] };
}
