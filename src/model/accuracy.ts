/** How often codes are right; null where there was nothing to compare. */
export interface AccuracyFigures {
  /** Of the codes given, the share that is right, 0-1. */
  readonly precision: number | null;
  /** Of the right codes, the share that was given, 0-1. */
  readonly recall: number | null;
  readonly f1: number | null;
  /** 95 % interval of the F1. */
  readonly interval: readonly [number, number] | null;
  /** Right codes, which recall counts. */
  readonly wanted: number;
}

/** What was measured of a taxonomy on statements that people have coded; shares have three decimals. */
export interface MeasuredAccuracy {
  /** Hash of the taxonomy. */
  readonly taxonomyHash: string;
  readonly statements: number;
  /** Objectives that a statement treats. */
  readonly objectives: AccuracyFigures;
  readonly themes: AccuracyFigures;
  /** "Something is missing." */
  readonly absent: AccuracyFigures;
  /** Share of statements with the right kind. */
  readonly kind: number | null;
  /** Mean distance of scores to the share that is right. */
  readonly calibrationError: number | null;
  /** Objectives that a statement treats, by language. */
  readonly languages: Readonly<Record<string, AccuracyFigures & { readonly statements: number }>>;
  readonly codes: Readonly<Record<string, AccuracyFigures>>;
}
