import { coverDocuments } from '../../measures/coverage.js';
import type { CoverageBy } from '../../model/coverage.js';
import type { SimilarStatement } from '../../model/similar.js';
import type { CodedDocument, Coding, Statement } from '../../model/types.js';
import type { RunResult } from '../run-result.js';
import type { RunRecord } from '../run-json.js';
import { codingOf, type CodingRecord } from './codings.js';
import { documentOf, type DocumentRecord } from './documents.js';
import { statementOf, type StatementRecord } from './statements.js';

/** The records of a run's JSON files. */
export interface SavedRun {
  readonly run: RunRecord;
  readonly documents: Iterable<DocumentRecord>;
  readonly statements: Iterable<StatementRecord>;
  readonly codings: Iterable<CodingRecord>;
}

/** A document while its lines are gathered. */
interface Gathered {
  readonly coded: CodedDocument;
  readonly statements: Statement[];
  readonly byId: Map<string, Statement>;
  readonly codings: Coding[];
}

/** The run as it was before it was written. */
export function restoreRun(saved: SavedRun): RunResult {
  const gathered = new Map<string, Gathered>();
  for (const record of saved.documents) {
    const coded = documentOf(record, saved.run.questionnaires);
    gathered.set(record.id, { coded, statements: [], byId: new Map(), codings: [] });
  }
  const similar: Record<string, readonly SimilarStatement[]> = {};
  for (const record of saved.statements) {
    if (record.similar.length > 0) similar[record.statement] = record.similar;
    const home = gathered.get(record.document);
    const statement = statementOf(record);
    home?.statements.push(statement);
    home?.byId.set(statement.id, statement);
  }
  for (const record of saved.codings) {
    const home = gathered.get(record.document);
    home?.codings.push(codingOf(record, home.byId));
  }
  const documents = [...gathered.values()].map(({ coded, statements, codings }) => ({
    ...coded,
    statements,
    codings,
  }));
  return { ...resultOf(saved.run, documents), similar };
}

function resultOf(
  record: RunRecord,
  documents: readonly CodedDocument[],
): Omit<RunResult, 'similar'> {
  const { codes, tool, taxonomy, failures, names, accuracy } = record;
  const settings = record.settings as RunResult['settings'];
  return {
    documents,
    codes,
    coverage: coverDocuments(documents, codes, settings.by),
    settings,
    tool,
    taxonomy,
    failures,
    ...(accuracy === null ? {} : { accuracy }),
    ...(names === null ? {} : { names }),
  };
}

/** The run with its documents counted by another unit. */
export function countedBy(run: RunResult, by: CoverageBy): RunResult {
  return {
    ...run,
    coverage: coverDocuments(run.documents, run.codes, by),
    settings: { ...run.settings, by },
  };
}
