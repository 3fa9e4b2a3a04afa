import type { CellStatus, CoverageBy } from '../../model/coverage.js';
import type { Kind, Language, Severity, Strength } from '../../model/types.js';
import { ar } from './strings-ar.js';
import { en } from './strings-en.js';
import { es } from './strings-es.js';
import { fr } from './strings-fr.js';

/** Languages of the interface of report.html. */
export type ReportLanguage = 'en' | 'fr' | 'es' | 'ar';

export const REPORT_LANGUAGES: readonly ReportLanguage[] = ['en', 'fr', 'es', 'ar'];

/** Everything that the page says by itself; `{name}` marks a place to fill. */
export interface Strings {
  readonly direction: 'ltr' | 'rtl';
  readonly percent: string;
  readonly list: string;
  /** What stands between a name and its value. */
  readonly colon: string;
  readonly title: string;
  readonly subtitle: string;
  readonly skip: string;
  readonly contents: string;
  readonly unknown: string;
  readonly run: Readonly<Record<'tool' | 'taxonomy' | 'date' | 'rows', string>>;
  readonly by: Readonly<Record<CoverageBy, string>>;
  readonly sections: Readonly<
    Record<
      | 'overview'
      | 'objectives'
      | 'themes'
      | 'gaps'
      | 'evidenceObjectives'
      | 'evidenceThemes'
      | 'issues',
      string
    >
  >;
  readonly counts: Readonly<
    Record<
      | 'documents'
      | 'countries'
      | 'languages'
      | 'statements'
      | 'withObjective'
      | 'withTheme'
      | 'unread'
      | 'introducers',
      string
    >
  >;
  readonly columns: Readonly<
    Record<
      | 'document'
      | 'country'
      | 'year'
      | 'language'
      | 'statements'
      | 'coded'
      | 'unread'
      | 'rowsCovered'
      | 'id'
      | 'severity'
      | 'place'
      | 'message',
      string
    >
  >;
  readonly captions: Readonly<Record<'documents' | 'objectives' | 'themes' | 'issues', string>> & {
    readonly gaps: Readonly<Record<'objectives' | 'themes', string>>;
  };
  readonly legend: Readonly<Record<'title' | 'shade' | 'denominator', string>>;
  readonly status: Readonly<Record<CellStatus, string>>;
  /** Below a draft or translation: `{id}` is counted in its stead. */
  readonly countedAs: string;
  readonly gapNotes: string;
  /** Shown where a questionnaire is declared. */
  readonly questionNotes: string;
  readonly wholeRow: string;
  readonly none: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly kindsHeading: string;
  readonly strengths: Readonly<Record<Strength, string>>;
  readonly absent: string;
  readonly stated: string;
  readonly score: string;
  readonly why: string;
  readonly whyWords: string;
  readonly whyContext: string;
  readonly whyHeading: string;
  readonly under: string;
  readonly section: string;
  readonly question: string;
  readonly item: string;
  readonly places: Readonly<Record<'page' | 'pages' | 'table' | 'row' | 'paragraph', string>>;
  /** Where scripts are switched off. */
  readonly noScript: string;
  /** Instead of a document's figures. */
  readonly unreadable: string;
  readonly noDocuments: string;
  readonly noIssues: string;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly languages: Readonly<Record<Language, string>>;
  readonly footer: string;
}

/** The page's words in each language that it speaks. */
export const STRINGS: Readonly<Record<ReportLanguage, Strings>> = { en, fr, es, ar };

/** Puts values into the `{name}` places of a string; a place without a value stays as it is. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
