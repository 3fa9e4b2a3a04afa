/** What a document's own headings state: codings of the coder `author`. */
import { foldSpace } from '../model/text.js';
import type { Coding, Document, Statement } from '../model/types.js';

/** Name of the coder that a document's headings are. */
export const AUTHOR = 'author';

/** One coding for each statement that stands below a heading with objective numbers. */
export function authorCodings(document: Document, statements: readonly Statement[]): Coding[] {
  return statements
    .filter(
      ({ objectives, objectiveHeading }) => objectives.length > 0 && objectiveHeading !== null,
    )
    .map((statement) => authorCoding(document, statement));
}

function authorCoding(document: Document, statement: Statement): Coding {
  const span = statement.objectiveHeading ?? [0, 0];
  const quote = foldSpace(document.text.slice(span[0], span[1]));
  const codes = [...new Set(statement.objectives)]
    .sort((a, b) => a - b)
    .map((number) => ({
      code: objectiveCode(number),
      strength: 'substantive' as const,
      score: 1,
      evidence: [{ in: 'heading' as const, spans: [span], quote, pattern: 'heading' }],
    }));
  return { statement: statement.id, coder: AUTHOR, kind: null, absent: false, codes };
}

/** "O07" for 7. */
export function objectiveCode(number: number): string {
  return `O${String(number).padStart(2, '0')}`;
}
