import type { Language } from '../model/types.js';
import type { WordCounts } from './counts.js';
import type { Scoring } from './scoring.js';
import type { WordScores } from './word-scores.js';

export type { Scoring } from './scoring.js';

/** A file of a taxonomy as read from disk; `path` is shown in messages. */
export interface TaxonomyFile {
  readonly path: string;
  readonly text: string;
}

export type TermGroup = 'strong' | 'weak' | 'mention';

/** One term as an expert wrote it, with the place to point at. */
export interface TermEntry {
  readonly language: Language;
  /** What it is evidence of: a code, or a role such as `kind:plan`, `absent`, `mask:bodies`, `not:O10`. */
  readonly target: string;
  readonly group: TermGroup;
  readonly term: string;
  readonly weight?: number;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An example or counterexample of a code. */
export interface SampleEntry {
  readonly language: Language;
  readonly code: string;
  /** What the code must come to: null means not given at all. */
  readonly expected: 'substantive' | 'mention' | null;
  readonly text: string;
  readonly context?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Title {
  readonly text: string;
  readonly unofficial: boolean;
}

/** What is known of a code apart from its terms. */
export interface CodeInfo {
  readonly code: string;
  readonly kind: 'objective' | 'theme';
  readonly objective: number | null;
  readonly titles: Readonly<Record<string, Title>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly definition: string;
  readonly source: string;
  readonly roundTable: number | null;
  readonly sdg: readonly string[];
  readonly related: readonly string[];
}

/** A table of word counts of one language: by code, or by kind. */
export interface CountsEntry {
  readonly language: Language;
  readonly of: 'codes' | 'kinds';
  readonly counts: WordCounts;
}

/** A taxonomy as its files say it, before it is compiled. */
export interface TaxonomySource {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly scoring: Scoring;
  readonly particles: Readonly<Record<string, readonly string[]>>;
  readonly codes: readonly CodeInfo[];
  readonly terms: readonly TermEntry[];
  readonly samples: readonly SampleEntry[];
  readonly counts: readonly CountsEntry[];
}

/** One sequence of word choices that is evidence of `target`. */
export interface Pattern {
  readonly target: string;
  readonly group: TermGroup;
  readonly weight: number | null;
  /** The term as written. */
  readonly term: string;
  /** True when a run of capitalised words may follow. */
  readonly run: boolean;
  /** Gap before each place and the number of its word choice in `choices`. */
  readonly steps: readonly (readonly [gap: number, choice: number])[];
}

/** All patterns of one language. */
export interface LanguagePack {
  readonly particles: readonly string[];
  readonly choices: readonly (readonly string[])[];
  readonly patterns: readonly Pattern[];
  /** Scores of words for codes, from coded statements; null where there are none. */
  readonly words: WordScores | null;
  /** Words of the codes' terms. */
  readonly vocabulary: WordScores;
  /** Scores of words for kinds, from coded statements; null where there are none. */
  readonly kindWords: WordScores | null;
}

/** What a compiled taxonomy says without its patterns. */
export interface TaxonomyInfo {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly version: string;
  /** First 12 hexadecimal digits of the SHA-256 of everything that changes results. */
  readonly hash: string;
  readonly title: string;
  readonly scoring: Scoring;
  readonly codes: readonly CodeInfo[];
  /** Languages that have terms of codes, sorted. */
  readonly languages: readonly Language[];
}

export interface CompiledTaxonomy {
  readonly info: TaxonomyInfo;
  readonly packs: Readonly<Partial<Record<Language, LanguagePack>>>;
}
