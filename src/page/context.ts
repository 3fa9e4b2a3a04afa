/** What every part of the page is given. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CoverageBy, CoverageRow } from '../model/coverage.js';
import { textIn } from '../model/questionnaire.js';
import { labelFor, titleFor } from '../report/labels.js';
import type { ReportCode } from '../report/run-result.js';
import type { Model } from './model.js';
import type { State } from './state.js';
import type { Words } from './strings/index.js';

export interface PageContext {
  readonly model: Model;
  readonly state: State;
  readonly words: Words;
  /** Shows another state. */
  readonly go: (change: Partial<State>) => void;
}

export const Page = createContext<PageContext | null>(null);

/** The page's context. */
export function usePage(): PageContext {
  return useContext(Page)!;
}

/** Names of things in the page's language. */
export interface Names {
  readonly row: (row: Pick<CoverageRow, 'key' | 'label' | 'titles'>, by: CoverageBy) => string;
  readonly country: (code: string | undefined) => string;
  readonly document: (id: string) => string;
  /** "7 Reduce vulnerabilities", or a theme's, round table's or kind's name. */
  readonly column: (key: string) => string;
  readonly columnShort: (key: string) => string;
  readonly columnTitle: (key: string) => string;
}

/** Makes the names for a state's language. */
export function namesOf({
  model,
  state,
  words,
}: Pick<PageContext, 'model' | 'state' | 'words'>): Names {
  const { payload } = model;
  const { lang } = state;
  const codes = new Map(payload.codes.map((code) => [code.code, code]));
  const titles = new Map(payload.documents.map(({ id, metadata }) => [id, metadata.title ?? id]));
  const country = (code: string | undefined): string => {
    if (code === undefined || code === '') return words.unknown;
    return payload.names[code] ?? payload.countries[lang][code] ?? code;
  };
  const document = (id: string): string => titles.get(id) ?? id;
  return {
    country,
    document,
    row: (row, by) => {
      const { key, label, titles: asked } = row;
      if (by === 'country') return country(key);
      if (by === 'document') return document(key);
      const name = asked === undefined ? label : `${key} ${textIn(asked, lang)}`;
      return (payload.names[key] ?? name) || words.unknown;
    },
    column: (key) => nameOf(codes.get(key), key, lang, words, true),
    columnShort: (key) => nameOf(codes.get(key), key, lang, words, false),
    columnTitle: (key) => {
      const code = codes.get(key);
      return code === undefined ? nameOf(code, key, lang, words, false) : titleFor(code, lang);
    },
  };
}

function nameOf(
  code: ReportCode | undefined,
  key: string,
  lang: string,
  words: Words,
  numbered: boolean,
): string {
  if (code !== undefined) {
    const label = labelFor(code, lang);
    return numbered && code.objective !== undefined ? `${code.objective} ${label}` : label;
  }
  const table = /^table-(\d+)$/u.exec(key)?.[1];
  if (table !== undefined) return words.page.cluster.replace('{n}', table);
  return words.kinds[key as keyof Words['kinds']] ?? key;
}
