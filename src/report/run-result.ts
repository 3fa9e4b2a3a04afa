import type { MeasuredAccuracy } from '../model/accuracy.js';
import type { Coverage, CodeKind, CoverageBy } from '../model/coverage.js';
import type { SimilarStatements } from '../model/similar.js';
import type { CodedDocument, Issue } from '../model/types.js';

/** Version of the shape of every file that this folder makes; raised when a field changes meaning. */
export const SCHEMA_VERSION = 2;

/** A text by language, in some of the languages. */
export type Texts = Readonly<Record<string, string>>;

/** A code as reports show it. */
export interface ReportCode {
  readonly code: string;
  readonly kind: CodeKind;
  /** Full titles. */
  readonly titles: Texts;
  /** Short labels; the title stands in where one is missing. */
  readonly labels: Texts;
  /** Number of the objective, 1-23. */
  readonly objective?: number;
  /** Round table of the International Migration Review Forum, 1-4. */
  readonly roundTable?: number;
}

/** Settings that change results; plain JSON. `date` is ISO 8601 or null. */
export interface RunSettings {
  readonly by: CoverageBy;
  readonly date: string | null;
  readonly [name: string]: unknown;
}

/** All that a run found, and what made it: the input of every report. */
export interface RunResult {
  readonly documents: readonly CodedDocument[];
  readonly codes: readonly ReportCode[];
  readonly coverage: { readonly objectives: Coverage; readonly themes: Coverage };
  readonly settings: RunSettings;
  readonly tool: { readonly name: string; readonly version: string };
  readonly taxonomy: {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
  };
  /** Of files that gave no document at all. */
  readonly failures: readonly Issue[];
  /** Statements that are reused, in nearly the same words. */
  readonly similar: SimilarStatements;
  /** What was measured of the taxonomy; missing where nothing was. */
  readonly accuracy?: MeasuredAccuracy;
  /** Names of rows (a country's code, a region) that the corpus gives itself. */
  readonly names?: Readonly<Record<string, string>>;
}

/** What every file written carries. */
export interface Stamp {
  readonly schemaVersion: number;
  readonly toolVersion: string;
  readonly taxonomyVersion: string;
  readonly taxonomyHash: string;
}

/** The versions that a run's files carry. */
export function stampOf(run: RunResult): Stamp {
  return {
    schemaVersion: SCHEMA_VERSION,
    toolVersion: run.tool.version,
    taxonomyVersion: run.taxonomy.version,
    taxonomyHash: run.taxonomy.hash,
  };
}
