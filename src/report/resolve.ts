import { sourceSpans, textAt } from '../model/text.js';
import type { CodedDocument, Evidence, Span, Statement } from '../model/types.js';

/** Finds statements by id and their ancestors. */
export interface StatementIndex {
  readonly text: string;
  readonly byId: ReadonlyMap<string, Statement>;
}

export function indexStatements({ document, statements }: CodedDocument): StatementIndex {
  return { text: document.text, byId: new Map(statements.map((s) => [s.id, s])) };
}

/** The statement's ancestors, outermost first; a loop in the data ends the walk. */
export function ancestorsOf(statement: Statement, index: StatementIndex): Statement[] {
  const found: Statement[] = [];
  let next = parentOf(statement, index);
  while (next && next !== statement && !found.includes(next)) {
    found.unshift(next);
    next = parentOf(next, index);
  }
  return found;
}

function parentOf({ parent }: Statement, { byId }: StatementIndex) {
  return parent === null ? undefined : byId.get(parent);
}

/** The ancestor whose text a piece of `context` evidence stands in, where it is known. */
export function contextStatement(
  statement: Statement,
  evidence: Evidence,
  index: StatementIndex,
): Statement | undefined {
  const ancestors = ancestorsOf(statement, index);
  const at = evidence.index ?? statement.context.length - 1;
  const text = statement.context[at];
  const direct = ancestors[at];
  return direct?.text === text ? direct : ancestors.find((other) => other.text === text);
}

/**
 * Where evidence stands in `Document.text`, in UTF-16 code units. Empty where it
 * cannot be told: context that no statement of the document holds.
 */
export function documentSpans(
  statement: Statement,
  evidence: Evidence,
  index: StatementIndex,
): Span[] {
  if (evidence.in === 'heading') return headingSpans(statement, evidence, index.text);
  const home = evidence.in === 'text' ? statement : contextStatement(statement, evidence, index);
  if (!home) return [];
  return evidence.spans.flatMap((span) => sourceSpans(index.text, home.spans, span));
}

/** Heading evidence is given in `Document.text`; where its words are not there, the heading is. */
function headingSpans(statement: Statement, evidence: Evidence, text: string): Span[] {
  if (evidence.spans.length > 0 && textAt(text, evidence.spans) === evidence.quote)
    return [...evidence.spans];
  return statement.objectiveHeading === null ? [] : [statement.objectiveHeading];
}
