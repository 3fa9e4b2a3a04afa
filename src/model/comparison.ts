import type { Coverage } from './coverage.js';
import type { CoverageMoves } from './news.js';
import type { Kind, Language, Strength } from './types.js';

/** A statement of one side. */
export interface ComparedStatement {
  readonly id: string;
  readonly document: string;
  readonly country?: string;
  readonly text: string;
  readonly language: Language;
  readonly kind: Kind | null;
  readonly absent: boolean;
  readonly codes: readonly { readonly code: string; readonly strength: Strength }[];
}

/** A statement that both sides have, coded otherwise. */
export interface StatementChange {
  readonly before: ComparedStatement;
  readonly after: ComparedStatement;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Codes whose strength is another. */
  readonly strength: readonly string[];
  /** True where the kind, or whether it reports an absence, is another. */
  readonly kind: boolean;
}

/** What two sides have in common and what not; plain JSON. */
export interface Comparison {
  readonly a: string;
  readonly b: string;
  readonly coverage: { readonly before: Coverage; readonly after: Coverage };
  readonly moves: CoverageMoves;
  readonly appeared: readonly ComparedStatement[];
  readonly disappeared: readonly ComparedStatement[];
  readonly changed: readonly StatementChange[];
  /** Statements that both have and that are coded alike. */
  readonly same: number;
}
