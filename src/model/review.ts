import type { CodeAssignment, Kind } from './types.js';

/** How statements are chosen for review. */
export type SampleMethod = 'random' | 'stratified' | 'uncertain';

/** A person's coding of a statement, with what finds the statement again after an edit; plain JSON. */
export interface HumanCoding {
  readonly statement: string;
  readonly document: string;
  readonly country: string | null;
  readonly question: string | null;
  readonly text: string;
  /** `human:INITIALS`. */
  readonly coder: string;
  readonly kind: Kind | null;
  readonly absent: boolean;
  readonly codes: readonly Pick<CodeAssignment, 'code' | 'strength'>[];
  readonly remark: string;
  /** How it was drawn; missing where it was not. */
  readonly sample?: {
    readonly method: SampleMethod;
    readonly seed: string;
    readonly stratum: string;
    /** Chance with which it was drawn, 0-1; null where it was chosen on purpose. */
    readonly probability: number | null;
  };
}

/** A row of a coding sheet that could not be taken. */
export interface RejectedRow {
  /** From 1, as the spreadsheet counts. */
  readonly row: number;
  /** Name of the column. */
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}
