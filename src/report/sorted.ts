import { compareText } from '../model/text.js';
import type { CodedDocument, Coding, Issue } from '../model/types.js';
import type { RunResult } from './run-result.js';

const SEVERITIES = ['error', 'warning', 'info'];

/** The run with documents, codings and issues in the one order that reports use. */
export function sortedRun(run: RunResult): RunResult {
  const documents = run.documents
    .map((coded) => ({
      ...coded,
      codings: sortedCodings(coded),
      issues: [...coded.issues].sort(compareIssues),
    }))
    .sort((a, b) => compareText(a.document.id, b.document.id));
  return { ...run, documents, failures: [...run.failures].sort(compareIssues) };
}

/** Codings in the reading order of their statements; those of one statement keep their order. */
function sortedCodings({ statements, codings }: CodedDocument): Coding[] {
  const place = new Map(statements.map(({ id }, i) => [id, i]));
  const placeOf = (coding: Coding) => place.get(coding.statement) ?? statements.length;
  return [...codings].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Every issue of the run, failures included: by document, then severity, id and place. */
export function allIssues(run: RunResult): Issue[] {
  const own = run.documents.flatMap(({ document, issues }) =>
    issues.map((issue) => ({ ...issue, document: issue.document ?? document.id })),
  );
  return [...own, ...run.failures].sort(compareIssues);
}

function compareIssues(a: Issue, b: Issue): number {
  return (
    compareText(a.document ?? '', b.document ?? '') ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.id, b.id) ||
    compareText(a.place ?? '', b.place ?? '') ||
    compareText(a.message, b.message) ||
    compareText(a.hint, b.hint)
  );
}
