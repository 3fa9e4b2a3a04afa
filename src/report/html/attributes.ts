import type { Language } from '../../model/types.js';
import { markup, type Html } from '../escape.js';

/** `lang` and `dir` of a text in a language; an unknown one decides by its letters. */
export function languageAttributes(language: Language): Html {
  if (language === 'und') return markup` dir="auto"`;
  return markup` lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`;
}
