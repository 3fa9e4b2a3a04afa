import { codingsJsonl } from './codings-jsonl.js';
import { coverageCsv } from './coverage-csv.js';
import { coverageJson } from './coverage-json.js';
import { documentsJsonl } from './documents.js';
import { reportHtml } from './html/page.js';
import type { ReportLanguage } from './html/strings.js';
import { issuesCsv } from './issues-csv.js';
import { dataPackage } from './open/package.js';
import { codebookJsonld } from './open/skos.js';
import { runJson } from './run-json.js';
import type { RunResult } from './run-result.js';
import { sortedRun } from './sorted.js';
import { statementsCsv } from './statements-csv.js';
import { coverageXlsx } from './xlsx/index.js';

export type { ReportCode, RunResult, RunSettings, Stamp, Texts } from './run-result.js';
export { SCHEMA_VERSION } from './run-result.js';
export { REPORT_LANGUAGES, type ReportLanguage } from './html/strings.js';
export { terminalMatrix, type TerminalOptions } from './terminal.js';

/** Makes a file's content anew at each call, in chunks of text or bytes. */
export type FileMaker = () => Iterable<string | Uint8Array>;

/**
 * Every file of a run by its name. Nothing is made before it is asked for, and
 * the same run gives the same bytes.
 * @param lang language of report.html and coverage.xlsx
 */
export function reportFiles(
  run: RunResult,
  lang: ReportLanguage = 'en',
): Record<string, FileMaker> {
  const sorted = sortedRun(run);
  const files: Record<string, FileMaker> = {
    'documents.jsonl': () => documentsJsonl(sorted),
    'statements.csv': () => statementsCsv(sorted),
    'codings.jsonl': () => codingsJsonl(sorted),
    'coverage-objectives.csv': () => coverageCsv(sorted, sorted.coverage.objectives),
    'coverage-themes.csv': () => coverageCsv(sorted, sorted.coverage.themes),
    'coverage.json': () => [coverageJson(sorted)],
    'coverage.xlsx': () => coverageXlsx(sorted, lang),
    'issues.csv': () => issuesCsv(sorted),
    'datapackage.json': () => [dataPackage(sorted)],
    'codebook.jsonld': () => [codebookJsonld(sorted)],
    'report.html': () => reportHtml(sorted, lang),
  };
  const names = [...Object.keys(files), 'run.json'];
  return { ...files, 'run.json': () => [runJson(sorted, names)] };
}
