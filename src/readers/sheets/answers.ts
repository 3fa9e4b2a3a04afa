/** What a sheet says, whatever its form: documents of answers to questions. */
import type { Language } from '../../model/types.js';
import type { Dropped, ReadIssue } from '../types.js';
import { countryOf } from '../countries.js';
import { fold } from './fold.js';
import type { ColumnRole } from './words.js';

/** The words of one cell and their place. */
export interface CellText {
  readonly text: string;
  readonly at: string;
}

/** A question as the sheet asks it; no lines where a statement answers none. */
export interface Asked {
  /** Titles above it, outermost first. */
  readonly sections: readonly string[];
  /** What stands in a column, or row, of numbers. */
  readonly number: string | null;
  readonly lines: readonly string[];
  readonly at: string;
}

/** An answer's cells; none where the question was asked and not answered. */
export interface Answer {
  readonly asked: Asked;
  readonly cells: readonly CellText[];
  /** The cells are options that were chosen, an item each. */
  readonly chosen?: boolean;
}

/** Whose answers a document holds, as far as the sheet tells. */
export interface Origin {
  /** ISO 3166-1 alpha-3, where the name or code is known. */
  readonly country?: string;
  /** The name as written. */
  readonly name?: string;
  readonly region?: string;
  readonly year?: number;
  readonly round?: string;
  readonly language?: Language;
}

/** One document of a sheet, in the sheet's order. */
export interface SheetDocument {
  readonly origin: Origin;
  readonly answers: Answer[];
}

/** What a form's reader makes of a sheet. */
export interface SheetRead {
  readonly documents: readonly SheetDocument[];
  readonly dropped: readonly Dropped[];
  readonly issues: readonly ReadIssue[];
  /** What rows such as "Country: Jordan" say of the whole. */
  readonly said?: Origin;
}

/** Roles that say whose answers they are, or when they were given. */
export const ORIGIN_ROLES: readonly ColumnRole[] = [
  'country',
  'code',
  'region',
  'language',
  'year',
  'round',
];

/** What the cells that tell a document's origin say; unknown words are left out. */
export function originOf(cells: ReadonlyMap<ColumnRole, string>): Origin {
  const word = (role: ColumnRole): string => (cells.get(role) ?? '').replace(/\s+/gu, ' ').trim();
  const name = word('country') || word('code');
  const country = countryOf(word('code')) ?? countryOf(name);
  const year = yearOf(word('year'));
  const language = languageOf(word('language'));
  return {
    ...(country === null ? {} : { country }),
    ...(name === '' ? {} : { name }),
    ...(word('region') === '' ? {} : { region: word('region') }),
    ...(year === null ? {} : { year }),
    ...(word('round') === '' ? {} : { round: word('round') }),
    ...(language === null ? {} : { language }),
  };
}

/** The first year (1900-2199) in a text, in any digits; null without one. */
export function yearOf(text: string): number | null {
  const plain = text
    .slice(0, 100)
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
  const found = /(?<!\d)(?:19|20|21)\d\d(?!\d)/u.exec(plain)?.[0];
  return found === undefined ? null : Number(found);
}

const LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'ara|arabic|arabe|árabe|العربية|عربي|عربية|арабский|阿拉伯文|阿拉伯语',
  en: 'eng|english|anglais|inglés|inglês|الإنجليزية|الانكليزية|الإنكليزية|английский|英文|英语',
  es: 'spa|spanish|espagnol|español|castellano|espanhol|الإسبانية|испанский|西班牙文|西班牙语',
  fr: 'fra|fre|french|français|francés|francês|الفرنسية|французский|法文|法语',
  pt: 'por|portuguese|portugais|portugués|português|البرتغالية|португальский|葡萄牙文|葡萄牙语',
  ru: 'rus|russian|russe|ruso|russo|الروسية|русский|俄文|俄语',
  zh: 'zho|chi|chinese|chinois|chino|chinês|الصينية|китайский|中文|汉语',
};

const LANGUAGE_WORDS: ReadonlyMap<string, Language> = new Map(
  Object.entries(LANGUAGES).flatMap(([code, words]) =>
    [code, ...words.split('|')].map((word): [string, Language] => [fold(word), code as Language]),
  ),
);

/** The language that a code or name states ("fr", "fr-FR", "Français"); null for another. */
export function languageOf(text: string): Language | null {
  const folded = fold(text);
  return LANGUAGE_WORDS.get(folded) ?? LANGUAGE_WORDS.get(folded.split(' ')[0] ?? '') ?? null;
}
