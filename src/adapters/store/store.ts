/** The documents and runs in a store. */
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { NewsCode } from '../../model/news.js';
import type { Questionnaire } from '../../model/questionnaire.js';
import type { HumanCoding } from '../../model/review.js';
import type { DocumentState } from '../../model/state.js';
import type { CodedDocument, Issue } from '../../model/types.js';
import {
  AMONG,
  appendOne,
  codeRows,
  codingRows,
  documentRow,
  evidenceRows,
  hashOf,
  inflated,
  issueRows,
  keptRun,
  listOf,
  parsed,
  runRow,
  statementRows,
} from './rows.js';
import type { KeptDocument, KeptRun, Row } from './rows.js';
import { TABLES } from './tables.js';

export type { KeptDocument, KeptRun } from './rows.js';

/** What the store knows of a file: what it was coded with, and whether it is there and works. */
export interface KnownFile {
  readonly key: string;
  readonly status: DocumentState['status'] | 'withdrawn';
}

function keyed(coding: HumanCoding): readonly [string, HumanCoding] {
  return [JSON.stringify([coding.statement, coding.coder]), coding];
}

/** The store's content; every change is a transaction of its own. */
export class Store {
  constructor(private readonly connection: DuckDBConnection) {}

  /** What is known of each file, withdrawn ones too, by path. */
  async files(): Promise<Map<string, KnownFile>> {
    const rows = await this.rows(
      'SELECT path, reading_key, status FROM documents ORDER BY path, part',
    );
    return new Map(
      rows.map((row) => [
        String(row['path']),
        { key: String(row['reading_key']), status: row['status'] as KnownFile['status'] },
      ]),
    );
  }

  /** The documents that are there, by id. */
  async states(): Promise<DocumentState[]> {
    const questionnaires = await this.questionnaires();
    const rows = await this.rows(
      `SELECT d.id, path, part, sha256, described, status, language, statements, questionnaire, metadata, unanswered, counts
       FROM documents d WHERE status <> 'withdrawn' ORDER BY d.id`,
    );
    const issues = await this.errors();
    return rows.map((row): DocumentState => {
      const questionnaire = questionnaires.get(String(row['questionnaire']));
      const unanswered = parsed<readonly string[] | null>(row['unanswered']);
      const id = String(row['id']);
      return {
        id,
        path: String(row['path']),
        part: Number(row['part']),
        sha256: String(row['sha256']),
        described: String(row['described']),
        status: row['status'] as DocumentState['status'],
        metadata: parsed(row['metadata']),
        language: row['language'] as DocumentState['language'],
        statements: Number(row['statements']),
        ...(questionnaire === undefined ? {} : { answering: { questionnaire, unanswered } }),
        issues: issues.get(id) ?? [],
        counts: parsed(row['counts']),
      };
    });
  }

  private async questionnaires(): Promise<Map<string, Questionnaire>> {
    const rows = await this.rows('SELECT hash, content FROM questionnaires');
    return new Map(rows.map((row) => [String(row['hash']), parsed<Questionnaire>(row['content'])]));
  }

  private async errors(): Promise<Map<string, Issue[]>> {
    const found = new Map<string, Issue[]>();
    const rows = await this.rows(
      `SELECT i.document, i.id, i.severity, i.message, i.hint, i.place FROM issues i
       JOIN documents d ON d.id = i.document WHERE i.severity = 'error' AND d.status IN ('failed', 'stale')
       ORDER BY i.document, i.id, i.message`,
    );
    for (const row of rows) {
      const document = String(row['document']);
      found.set(document, [...(found.get(document) ?? []), { ...row } as unknown as Issue]);
    }
    return found;
  }

  /** Whole documents, in the order of their ids; all that are there where none are named. */
  async wholes(ids?: readonly string[]): Promise<CodedDocument[]> {
    const where = ids === undefined ? '' : ` AND id ${AMONG}`;
    const sql = `SELECT whole FROM documents WHERE status <> 'withdrawn'${where} ORDER BY id`;
    const rows = await this.rows(sql, ids === undefined ? [] : [listOf(ids)]);
    return rows.map((row) => inflated<CodedDocument>(row['whole']));
  }

  /** Keeps the documents of some files in the place of those that were there. */
  async replace(paths: readonly string[], documents: readonly KeptDocument[]): Promise<void> {
    await this.transaction(async () => {
      const known = await this.rows(
        `SELECT id FROM documents WHERE path ${AMONG} OR id IN (SELECT unnest(string_split($2, chr(31))))`,
        [listOf(paths), listOf(documents.map(({ state }) => state.id))],
      );
      await this.forget(known.map((row) => String(row['id'])));
      await this.insert(documents);
    });
  }

  private async forget(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const list = [listOf(ids)];
    await this.connection.run(`DELETE FROM documents WHERE id ${AMONG}`, list);
    for (const table of ['statements', 'codings', 'codes', 'evidence', 'issues'])
      await this.connection.run(`DELETE FROM ${table} WHERE document ${AMONG}`, list);
  }

  private async insert(documents: readonly KeptDocument[]): Promise<void> {
    for (const { coded } of documents) await this.keepQuestionnaire(coded);
    await this.append('documents', documents.map(documentRow));
    await this.append(
      'statements',
      documents.flatMap(({ coded }) => statementRows(coded)),
    );
    await this.append(
      'codings',
      documents.flatMap(({ coded }) => codingRows(coded)),
    );
    await this.append(
      'codes',
      documents.flatMap(({ coded }) => codeRows(coded)),
    );
    await this.append(
      'evidence',
      documents.flatMap(({ coded }) => evidenceRows(coded)),
    );
    await this.append(
      'issues',
      documents.flatMap(({ state, coded }) => issueRows(state.id, coded.issues)),
    );
  }

  private async keepQuestionnaire({ answering }: CodedDocument): Promise<void> {
    if (answering === undefined) return;
    const content = JSON.stringify(answering.questionnaire);
    await this.connection.run(
      'INSERT INTO questionnaires SELECT $1, $2 WHERE NOT EXISTS (FROM questionnaires WHERE hash = $1)',
      [hashOf(content), content],
    );
  }

  /** Keeps codings of people, each in the place of an earlier one of its coder; gives all, the last given last. */
  async keepHumans(given: readonly HumanCoding[]): Promise<HumanCoding[]> {
    const rows = await this.rows('SELECT coding FROM human_codings ORDER BY number');
    const all = new Map(rows.map((row) => parsed<HumanCoding>(row['coding'])).map(keyed));
    if (given.length === 0) return [...all.values()];
    for (const coding of given) {
      const [key] = keyed(coding);
      all.delete(key);
      all.set(key, coding);
    }
    await this.transaction(async () => {
      await this.connection.run('DELETE FROM human_codings');
      await this.append(
        'human_codings',
        [...all.values()].map((one, i) => [i, one.statement, one.coder, JSON.stringify(one)]),
      );
    });
    return [...all.values()];
  }

  /** Marks documents of files that can no longer be read; their codings are kept. */
  async markStale(path: string, key: string, issues: readonly Issue[]): Promise<void> {
    await this.transaction(async () => {
      const rows = await this.rows('SELECT id FROM documents WHERE path = $1', [path]);
      await this.connection.run(
        "UPDATE documents SET status = 'stale', reading_key = $2 WHERE path = $1",
        [path, key],
      );
      for (const row of rows) {
        const id = String(row['id']);
        await this.connection.run("DELETE FROM issues WHERE document = $1 AND severity = 'error'", [
          id,
        ]);
        await this.append('issues', issueRows(id, issues));
      }
    });
  }

  /** Marks the documents of files that are no longer there; they are kept. */
  async withdraw(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    const sql = `UPDATE documents SET status = 'withdrawn' WHERE path ${AMONG}`;
    await this.transaction(async () => void (await this.connection.run(sql, [listOf(paths)])));
  }

  /** Takes withdrawn documents in again whose file is back as it was. */
  async restore(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    const sql = `UPDATE documents SET status = CASE WHEN text = '' THEN 'failed' ELSE 'coded' END WHERE status = 'withdrawn' AND path ${AMONG}`;
    await this.transaction(async () => void (await this.connection.run(sql, [listOf(paths)])));
  }

  /** The last completed run, or null. */
  async lastRun(): Promise<KeptRun | null> {
    const [row] = await this.rows('SELECT * FROM runs ORDER BY number DESC LIMIT 1');
    return row === undefined ? null : keptRun(row);
  }

  /** Names of all completed runs. */
  async runNames(): Promise<Set<string>> {
    const rows = await this.rows('SELECT name FROM runs');
    return new Set(rows.map((row) => String(row['name'])));
  }

  /** Completes a run: what is counted for which document, the codes, and the run itself. */
  async finish(
    kept: Omit<KeptRun, 'state'> & { readonly state: readonly DocumentState[] },
    codes: readonly NewsCode[],
    countedAs: ReadonlyMap<string, string>,
  ): Promise<void> {
    await this.transaction(async () => {
      await this.setCounted(countedAs);
      await this.connection.run('DELETE FROM codebook');
      await this.append(
        'codebook',
        codes.map(({ code, kind, labels }) => [code, kind, labels['en'] ?? code]),
      );
      await this.connection.run('UPDATE runs SET state = NULL WHERE state IS NOT NULL');
      const [last] = await this.rows('SELECT coalesce(max(number), 0) AS number FROM runs');
      await this.append('runs', [runRow(Number(last?.['number'] ?? 0) + 1, kept)]);
    });
  }

  private async setCounted(countedAs: ReadonlyMap<string, string>): Promise<void> {
    await this.connection.run('UPDATE documents SET counted_as = id WHERE counted_as <> id');
    for (const [id, other] of countedAs)
      await this.connection.run('UPDATE documents SET counted_as = $2 WHERE id = $1', [id, other]);
  }

  private async rows(
    sql: string,
    values: DuckDBValue[] = [],
  ): Promise<Record<string, DuckDBValue>[]> {
    const found = await this.connection.runAndReadAll(sql, values);
    return found.getRowObjects();
  }

  private async transaction(work: () => Promise<void>): Promise<void> {
    await this.connection.run('BEGIN');
    try {
      await work();
      await this.connection.run('COMMIT');
    } catch (error) {
      await this.connection.run('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  private async append(table: string, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    const types = (TABLES[table] ?? []).map(([, type]) => type);
    const appender = await this.connection.createAppender(table);
    for (const row of rows) {
      for (const [i, value] of row.entries()) appendOne(appender, value, types[i] ?? 'VARCHAR');
      appender.endRow();
    }
    appender.closeSync();
  }
}
