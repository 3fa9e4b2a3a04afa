/** Inspections made without files. */
import { inspectDocument } from '../../src/api/inspect.js';
import type { InspectedDocument, Inspection } from '../../src/model/inspection.js';
import type { Language } from '../../src/model/types.js';
import { segment } from '../../src/stages/segment.js';
import type { ReadSample } from './review.js';

/** A document as it is after reading and segmenting; every statement gets its language. */
export async function inspected(
  { document, dropped }: ReadSample,
  language: Language,
): Promise<InspectedDocument> {
  const { statements, outline, dropped: leftOut, issues } = segment(document, { titles: [] });
  const detection = { language, method: 'words', confidence: 0.98 } as const;
  return inspectDocument({
    document,
    detection,
    statements: statements.map((one) => ({ ...one, language, detection })),
    outline,
    leftOut,
    dropped,
    pages: null,
    issues,
  });
}

/** A file that holds these documents. */
export function inspectionOf(
  documents: readonly InspectedDocument[],
  given: Partial<Inspection> = {},
): Inspection {
  return {
    path: 'in/review.pdf',
    format: 'pdf',
    formatBy: 'content',
    size: 12_345,
    sha256: 'ab'.repeat(32),
    documents,
    issues: documents.flatMap(({ issues }) => issues),
    ...given,
  };
}
