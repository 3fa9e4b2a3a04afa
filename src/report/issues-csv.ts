import type { Issue } from '../model/types.js';
import { csvFile, type CsvColumn } from './csv.js';
import type { RunResult } from './run-result.js';
import { allIssues } from './sorted.js';

const COLUMNS: readonly CsvColumn<Issue>[] = [
  { name: 'id', value: ({ id }) => id },
  { name: 'severity', value: ({ severity }) => severity },
  { name: 'document', value: ({ document }) => document },
  { name: 'place', value: ({ place }) => place },
  { name: 'message', value: ({ message }) => message },
  { name: 'hint', value: ({ hint }) => hint },
];

/** issues.csv: everything a user should know of the documents, failures included. */
export function issuesCsv(run: RunResult): Generator<string> {
  return csvFile(COLUMNS, allIssues(run));
}
