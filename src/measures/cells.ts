/** The statements behind each cell of a coverage. */
import type { CoverageBy } from '../model/coverage.js';
import type { CodeAssignment, CodedDocument, Coding, Statement } from '../model/types.js';
import { readingsOf, rowKey } from './readings.js';

/** A statement that carries a code. */
export interface CellStatement {
  readonly coded: CodedDocument;
  readonly statement: Statement;
  readonly coding: Coding;
  /** The code; where a coder gave it twice, at the stronger. */
  readonly given: CodeAssignment;
}

/** Statements by row and code, in reading order; drafts and translations are left out. */
export function statementsByCell(
  documents: readonly CodedDocument[],
  by: CoverageBy,
): Map<string, Map<string, CellStatement[]>> {
  const rows = new Map<string, Map<string, CellStatement[]>>();
  for (const coded of documents.filter(({ countedAs }) => countedAs === undefined))
    for (const { statement, coding } of readingsOf(coded)) {
      if (coding === null) continue;
      const key = rowKey(coded, statement, by);
      const codes = rows.get(key) ?? new Map<string, CellStatement[]>();
      rows.set(key, codes);
      for (const given of strongestOf(coding.codes)) {
        const list = codes.get(given.code) ?? [];
        list.push({ coded, statement, coding, given });
        codes.set(given.code, list);
      }
    }
  return rows;
}

function strongestOf(codes: readonly CodeAssignment[]): CodeAssignment[] {
  const found = new Map<string, CodeAssignment>();
  for (const given of codes)
    if (found.get(given.code)?.strength !== 'substantive') found.set(given.code, given);
  return [...found.values()];
}
