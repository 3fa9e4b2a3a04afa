import { coverageCsv } from './coverage-csv.js';
import type { Output } from './formats.js';
import { issuesCsv } from './issues-csv.js';
import { dataPackage } from './open/package.js';
import type { RunResult } from './run-result.js';
import { statementsCsv } from './statements-csv.js';

/** The CSV files of a run, and datapackage.json, which describes their columns. */
export function tableFiles(run: RunResult): Output[] {
  return [
    { name: 'statements.csv', make: () => statementsCsv(run) },
    {
      name: 'coverage-objectives.csv',
      make: () => coverageCsv(run, run.coverage.objectives),
    },
    { name: 'coverage-themes.csv', make: () => coverageCsv(run, run.coverage.themes) },
    { name: 'issues.csv', make: () => issuesCsv(run) },
    { name: 'datapackage.json', make: () => [dataPackage(run)] },
  ];
}
