/** Whose words a similar statement repeats: its own document's, another one of its country, or another country's. */
export type SimilarRelation = 'same-document' | 'same-country' | 'other-country';

/** Another statement in nearly the same words. */
export interface SimilarStatement {
  /** Its id. */
  readonly statement: string;
  /** 0-1, two decimals; 1: the same words. */
  readonly similarity: number;
  readonly relation: SimilarRelation;
}

/** Of each statement that has any, by id: those most like it first. */
export type SimilarStatements = Readonly<Record<string, readonly SimilarStatement[]>>;
