import { readingsOf } from '../measures/coverage.js';
import { compareText } from '../model/text.js';
import type { CodedDocument } from '../model/types.js';
import { SCHEMA_VERSION, type RunResult } from './run-result.js';
import { questionnairesOf } from './saved/documents.js';
import { allIssues } from './sorted.js';

/** What run.json holds. */
export type RunRecord = ReturnType<typeof runRecord>;

/**
 * run.json: versions, hashes and settings, so that a run can be told apart and
 * repeated, and what its other files share.
 */
export function runJson(run: RunResult, files: readonly string[]): string {
  return `${JSON.stringify(runRecord(run, files), null, 1)}\n`;
}

function runRecord(run: RunResult, files: readonly string[]) {
  const issues = allIssues(run);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: run.tool,
    taxonomy: run.taxonomy,
    settings: sortKeys(run.settings),
    documents: run.documents.map(documentRecord),
    failures: run.failures,
    issues: {
      error: issues.filter(({ severity }) => severity === 'error').length,
      warning: issues.filter(({ severity }) => severity === 'warning').length,
      info: issues.filter(({ severity }) => severity === 'info').length,
    },
    files: [...files].sort(compareText),
    names: run.names ?? null,
    accuracy: run.accuracy ?? null,
    questionnaires: questionnairesOf(run),
    codes: run.codes,
  };
}

function documentRecord(coded: CodedDocument) {
  const readings = readingsOf(coded);
  const coders = new Set(coded.codings.map(({ coder }) => coder));
  return {
    id: coded.document.id,
    path: coded.document.source.path,
    sha256: coded.document.source.sha256,
    versionOf: coded.document.metadata.versionOf ?? null,
    translationOf: coded.document.metadata.translationOf ?? null,
    countedAs: coded.countedAs ?? coded.document.id,
    questionnaire: coded.document.metadata.questionnaire ?? null,
    statements: readings.length,
    codings: coded.codings.length,
    statementsRead: readings.filter(({ coding }) => coding !== null).length,
    coders: [...coders].sort(compareText),
  };
}

/** Objects with their keys in order, so that the order in which settings were given leaves no trace. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
