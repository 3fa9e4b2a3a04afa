import { shareOfStatements } from '../measures/shares.js';
import type { CodeKind, Coverage } from '../model/coverage.js';
import { stampOf, type ReportCode, type RunResult } from './run-result.js';

/** coverage.json: both matrices with all counts, and what the codes mean. */
export function coverageJson(run: RunResult): string {
  const { by } = run.settings;
  const content = {
    ...stampOf(run),
    by,
    objectives: matrix(run, run.coverage.objectives, 'objective'),
    themes: matrix(run, run.coverage.themes, 'theme'),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

function matrix(run: RunResult, { codes, rows }: Coverage, kind: CodeKind) {
  const known = new Map(run.codes.map((code) => [code.code, code]));
  return {
    kind,
    codes: codes.map(({ code }) => codeRecord(code, known.get(code))),
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, share: shareOfStatements(cell, row) })),
    })),
  };
}

function codeRecord(code: string, known: ReportCode | undefined) {
  return {
    code,
    objective: known?.objective ?? null,
    roundTable: known?.roundTable ?? null,
    titles: known?.titles ?? {},
    labels: known?.labels ?? {},
  };
}
