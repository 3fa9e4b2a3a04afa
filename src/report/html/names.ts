import { createRequire } from 'node:module';
import countries from 'i18n-iso-countries/index.js';
import type { CoverageBy, CoverageRow } from '../../model/coverage.js';
import { textIn } from '../../model/questionnaire.js';
import type { CodedDocument } from '../../model/types.js';
import { labelFor } from '../labels.js';
import type { ReportCode, RunResult } from '../run-result.js';
import { STRINGS, type ReportLanguage, type Strings } from './strings.js';

const load = createRequire(import.meta.url);

/** What every part of the page needs: the run, the language and the names of things. */
export interface Page {
  readonly run: RunResult;
  readonly lang: ReportLanguage;
  readonly strings: Strings;
  readonly codes: ReadonlyMap<string, ReportCode>;
  readonly documents: ReadonlyMap<string, CodedDocument>;
}

export function pageOf(run: RunResult, lang: ReportLanguage): Page {
  return {
    run,
    lang,
    strings: STRINGS[lang],
    codes: new Map(run.codes.map((code) => [code.code, code])),
    documents: new Map(run.documents.map((coded) => [coded.document.id, coded])),
  };
}

/** The package's own entry would load its 80 languages; a page needs one. */
function registerCountries(lang: ReportLanguage): void {
  if (countries.langs().includes(lang)) return;
  const names: unknown = load(`i18n-iso-countries/langs/${lang}.json`);
  countries.registerLocale(names as Parameters<typeof countries.registerLocale>[0]);
}

/** The country's name in the page's language; the corpus's own name comes first. */
export function countryName(code: string, { run, lang }: Page): string {
  return countryIn(code, lang, run.names);
}

/** The country's name in a language; one of `names`, where the corpus gives them itself, comes first. */
export function countryIn(code: string, lang: ReportLanguage, names?: RunResult['names']): string {
  if (code === '') return STRINGS[lang].unknown;
  registerCountries(lang);
  return names?.[code] ?? countries.getName(code, lang) ?? code;
}

/** The document's title, or else its id. */
export function documentName(id: string, { documents }: Page): string {
  return documents.get(id)?.document.metadata.title ?? id;
}

/** How a row is called: a name, and its key where the name does not show it. */
export function rowName(
  row: Pick<CoverageRow, 'key' | 'label' | 'titles'>,
  by: CoverageBy,
  page: Page,
): { name: string; key: string } {
  const { key, label } = row;
  const name = nameByKind(row, by, page) || page.strings.unknown;
  return { name, key: name === key || label !== key ? '' : key };
}

function nameByKind(
  { key, label, titles }: Pick<CoverageRow, 'key' | 'label' | 'titles'>,
  by: CoverageBy,
  page: Page,
): string {
  if (by === 'country') return countryName(key, page);
  if (by === 'document') return documentName(key, page);
  const asked = titles === undefined ? label : `${key} ${textIn(titles, page.lang)}`;
  return page.run.names?.[key] ?? asked;
}

/** The code as the page knows it; one that the taxonomy does not list stands for itself. */
export function codeOf(code: string, { codes }: Page): ReportCode {
  return codes.get(code) ?? { code, kind: 'theme', titles: {}, labels: {} };
}

/** "7 Reduce vulnerabilities" for an objective, the label for a theme. */
export function codeName(code: ReportCode, { lang }: Page): string {
  const label = labelFor(code, lang);
  return code.objective === undefined ? label : `${code.objective} ${label}`;
}
