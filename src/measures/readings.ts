import type { CoverageBy } from '../model/coverage.js';
import type { CodedDocument, Coding, Statement } from '../model/types.js';

/** One statement and the coding that counts for it; null when nobody has read it. */
export interface Reading {
  readonly statement: Statement;
  readonly coding: Coding | null;
}

/** Each statement of a document with the first coding that counts, in reading order. */
export function readingsOf(
  { statements, codings }: CodedDocument,
  counts: (coder: string) => boolean = isReading,
): Reading[] {
  const found = new Map<string, Coding>();
  for (const coding of codings) {
    if (counts(coding.coder) && !found.has(coding.statement)) found.set(coding.statement, coding);
  }
  return statements.map((statement) => ({
    statement,
    coding: found.get(statement.id) ?? null,
  }));
}

function isReading(coder: string): boolean {
  return coder !== 'author';
}

/**
 * The key of the row that a statement belongs to; '' where the document does not say.
 * The labels of a declared questionnaire come before those of the document.
 * @param statement null for a document without statements
 */
export function rowKey(
  { document }: CodedDocument,
  statement: Statement | null,
  by: CoverageBy,
): string {
  if (by === 'country') return document.metadata.country ?? '';
  if (by === 'region') return document.metadata.region ?? '';
  if (by === 'year') return String(document.metadata.year ?? '');
  if (by === 'round') return document.metadata.round ?? '';
  if (by === 'document') return document.id;
  const section = statement?.asked?.section ?? statement?.section;
  if (by === 'section') return section ?? '';
  return [section, statement?.asked?.question ?? statement?.question].filter(Boolean).join('.');
}
