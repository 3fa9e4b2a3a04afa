/** Which cells of a sheet name a country. */
import { createRequire } from 'node:module';
import { fold } from './fold.js';

const require = createRequire(import.meta.url);

interface Library {
  registerLocale(locale: unknown): void;
  getNames(language: string, options: { select: 'all' }): Record<string, string[]>;
  alpha2ToAlpha3(code: string): string | undefined;
  isValid(code: string): boolean;
}

const LANGUAGES = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh'];
const LONGEST = 80;

/** Words that official names put before the short one, folded. */
const STYLES =
  /^(?:the |l |la |le |les |el |los |las |o |a )?(?:(?:islamic |federal |democratic |people s |united |co operative )?(?:republic|kingdom|state|sultanate|principality|commonwealth|union) of (?:the )?|(?:republique|royaume|etat|sultanat|principaute|union) (?:islamique |federale |democratique |populaire |unie )?(?:du |des |de la |de l |de |d )|(?:republica|reino|estado|sultanato|principado|union) (?:islamica |federal |bolivariana |oriental |plurinacional )?(?:del |de la |de |da |do )|(?:جمهوريه|جمهورية|مملكه|المملكة|مملكة|دولة|سلطنة) )/u;

/** Names in use that the library does not have. */
const ALIASES: Readonly<Record<string, string>> = {
  BOL: 'Bolivia',
  CHN: 'China|中国|Chine',
  COD: 'DRC|RDC|DR Congo|RD Congo|Congo-Kinshasa',
  COG: 'Congo|Congo-Brazzaville|Republic of the Congo|République du Congo|República del Congo',
  DZA: 'الجمهورية الجزائرية الديمقراطية الشعبية',
  EGY: 'جمهورية مصر العربية|Arab Republic of Egypt',
  GBR: 'UK',
  JOR: 'المملكة الأردنية الهاشمية|Hashemite Kingdom of Jordan',
  KOR: 'South Korea|Republic of Korea',
  LAO: 'Lao PDR|Laos',
  LBN: 'الجمهورية اللبنانية',
  MAR: 'المملكة المغربية',
  MRT: 'الجمهورية الإسلامية الموريتانية',
  PRK: 'North Korea|DPRK|DPR Korea',
  SWZ: 'Swaziland',
  SYR: 'الجمهورية العربية السورية',
  TZA: 'Tanzania, United Republic of|United Republic of Tanzania',
  TUN: 'الجمهورية التونسية',
  VNM: 'Viet Nam|Vietnam',
  YEM: 'الجمهورية اليمنية',
};

let known: ReadonlyMap<string, string> | null = null;

/**
 * The ISO 3166-1 alpha-3 code of a name in Arabic, Chinese, English, French,
 * Portuguese, Russian or Spanish, or of such a code in capitals, user-assigned
 * ones included; null for anything else.
 */
export function countryOf(cell: string): string | null {
  const text = cell.trim();
  if (text === '' || text.length > LONGEST) return null;
  if (/^[A-Z]{3}$/u.test(text) && isCode(text)) return text;
  const bracketed = /[([]\s?([A-Z]{3})\s?[)\]]/u.exec(text)?.[1];
  if (bracketed !== undefined && isCode(bracketed)) return bracketed;
  // Two letters are words of many languages ("no", "in") before they are a country.
  if (/^\p{L}{2}$/u.test(text) && !/^(?:UK|\p{Lo}+)$/u.test(text)) return null;
  const whole = fold(text.replace(/[()[\]]/gu, ' '));
  return byName(whole) ?? byName(fold(text));
}

function byName(folded: string): string | null {
  const all = names();
  return (
    all.get(folded) ??
    all.get(folded.replace(/^the /u, '')) ??
    all.get(folded.replace(STYLES, '')) ??
    null
  );
}

function isCode(code: string): boolean {
  return /^(?:AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z])$/u.test(code) || library().isValid(code);
}

function library(): Library {
  return require('i18n-iso-countries') as Library;
}

/** Every name by its folded form; short forms ("Tanzania") where they mean one country alone. */
function names(): ReadonlyMap<string, string> {
  if (known !== null) return known;
  const found = new Map<string, string>();
  const short = new Map<string, string | null>();
  for (const [name, code] of libraryNames()) {
    found.set(fold(name.replace(/[()[\]]/gu, ' ')), code);
    const form = fold(name.split(/[,،，]/u)[0] ?? name);
    const taken = short.get(form);
    short.set(form, taken === undefined || taken === code ? code : null);
  }
  for (const [code, aliases] of Object.entries(ALIASES))
    for (const name of aliases.split('|')) found.set(fold(name), code);
  for (const [form, code] of short) if (code !== null && !found.has(form)) found.set(form, code);
  return (known = found);
}

function libraryNames(): [name: string, code: string][] {
  const { registerLocale, getNames, alpha2ToAlpha3 } = library();
  return LANGUAGES.flatMap((language) => {
    registerLocale(require(`i18n-iso-countries/langs/${language}.json`));
    const all = Object.entries(getNames(language, { select: 'all' }));
    return all.flatMap(([alpha2, own]) => {
      const code = alpha2ToAlpha3(alpha2);
      return code === undefined ? [] : own.map((name): [string, string] => [name, code]);
    });
  });
}
