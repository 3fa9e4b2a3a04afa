/** What a run is kept as, so that it can be read again without coding. */
import { coverageJson } from '../coverage-json.js';
import type { Output } from '../formats.js';
import type { RunResult } from '../run-result.js';
import { codingsJsonl } from './codings.js';
import { documentsJsonl } from './documents.js';
import { statementsJsonl } from './statements.js';

/** Names of the files that a run is read again from, beside run.json. */
export const SAVED_FILES = {
  documents: 'documents.jsonl',
  statements: 'statements.jsonl',
  codings: 'codings.jsonl',
} as const;

/** The JSON files of a run. */
export function savedFiles(run: RunResult): Output[] {
  return [
    { name: SAVED_FILES.documents, make: () => documentsJsonl(run) },
    { name: SAVED_FILES.statements, make: () => statementsJsonl(run) },
    { name: SAVED_FILES.codings, make: () => codingsJsonl(run) },
    { name: 'coverage.json', make: () => [coverageJson(run)] },
  ];
}
