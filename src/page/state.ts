/** What is shown, kept in the address so that a view can be mailed. */
import type { CoverageBy } from '../model/coverage.js';
import { COVERAGE_BY } from '../model/coverage.js';
import type { Kind, Strength } from '../model/types.js';
import { KINDS } from '../model/types.js';
import type { ReportLanguage } from '../report/html/strings.js';

export const VIEWS = [
  'overview',
  'matrix',
  'gaps',
  'profile',
  'compare',
  'statements',
  'methods',
  'issues',
] as const;
export type View = (typeof VIEWS)[number];

/** What the columns of a matrix are. */
export const AXES = ['objectives', 'clusters', 'themes', 'kinds'] as const;
export type Axis = (typeof AXES)[number];

/** What the number in a cell counts. */
export const MEASURES = ['substantive', 'statements', 'share', 'results', 'headings'] as const;
export type Measure = (typeof MEASURES)[number];

export interface State {
  readonly lang: ReportLanguage;
  readonly view: View;
  readonly axis: Axis;
  readonly by: CoverageBy;
  readonly measure: Measure;
  /** Filters; '' and 0 let everything through. */
  readonly language: string;
  readonly kind: Kind | '';
  readonly strength: Strength | '';
  /** Smallest score, 0-1. */
  readonly score: number;
  readonly search: string;
  /** The cell whose statements are shown: a row's key, or null for none. */
  readonly row: string | null;
  readonly code: string;
  /** Column that rows are sorted by, '' for their name; `-` before it for the other way round. */
  readonly sort: string;
  /** Keys of the rows of the profile and of the comparison. */
  readonly of: string;
  readonly with: string;
}

const LANGUAGES: readonly ReportLanguage[] = ['en', 'fr', 'es', 'ar'];

/** What is shown where the address says nothing. */
export function initialState(lang: ReportLanguage, by: CoverageBy): State {
  return {
    lang,
    view: 'overview',
    axis: 'objectives',
    by,
    measure: 'substantive',
    language: '',
    kind: '',
    strength: '',
    score: 0,
    search: '',
    row: null,
    code: '',
    sort: '',
    of: '',
    with: '',
  };
}

/** The address's fragment for a state: only what differs from the first one. */
export function fragmentOf(state: State, initial: State): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(state))
    if (value !== initial[key as keyof State] && value !== null) parts.set(key, String(value));
  return parts.toString();
}

/** The state that a fragment tells of; what it does not know stays as it was at first. */
export function stateOf(fragment: string, initial: State): State {
  const parts = new URLSearchParams(fragment.replace(/^#/u, ''));
  const one = <T extends string>(key: keyof State, allowed: readonly T[]): T => {
    const value = parts.get(key) as T | null;
    return value !== null && allowed.includes(value) ? value : (initial[key] as T);
  };
  const text = (key: keyof State): string => parts.get(key) ?? String(initial[key]);
  const score = Number(parts.get('score') ?? 0);
  return {
    lang: one('lang', LANGUAGES),
    view: one('view', VIEWS),
    axis: one('axis', AXES),
    by: one('by', COVERAGE_BY),
    measure: one('measure', MEASURES),
    language: text('language'),
    kind: one('kind', KINDS),
    strength: one<Strength>('strength', ['substantive', 'mention']),
    score: score >= 0 && score <= 1 ? score : 0,
    search: text('search'),
    row: parts.get('row'),
    code: text('code'),
    sort: text('sort'),
    of: text('of'),
    with: text('with'),
  };
}
