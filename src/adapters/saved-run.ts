/** Reads back a run from the JSON files in its folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEMA_VERSION, type RunResult } from '../report/run-result.js';
import type { RunRecord } from '../report/run-json.js';
import { SAVED_FILES } from '../report/saved/index.js';
import { restoreRun, type SavedRun } from '../report/saved/restore.js';
import { linesOf } from './files.js';

/** A folder that no run can be read from; the message is for the user (GCM150-GCM154). */
export class SavedRunError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'SavedRunError';
  }
}

/** Fields that a line must have, and what they are. */
type Shape = Readonly<Record<string, 'string' | 'array' | 'object'>>;

const RUN_SHAPE: Shape = {
  tool: 'object',
  taxonomy: 'object',
  settings: 'object',
  documents: 'array',
  failures: 'array',
  files: 'array',
  questionnaires: 'array',
  codes: 'array',
};

const SHAPES: Readonly<Record<keyof typeof SAVED_FILES, Shape>> = {
  documents: { id: 'string', path: 'string', text: 'string', blocks: 'array', issues: 'array' },
  statements: { document: 'string', statement: 'string', spans: 'array', text: 'string' },
  codings: { document: 'string', statement: 'string', coder: 'string', codes: 'array' },
};

/** A run that was read back, and the files that its folder holds. */
export interface ReadRun {
  readonly result: RunResult;
  readonly files: readonly string[];
}

/**
 * Reads the run in a folder that `run` wrote with the format json.
 * @throws SavedRunError when there is none (GCM150), its files have another shape (GCM151), a
 * line is damaged (GCM152), files are of different runs (GCM153), or lines are missing (GCM154)
 */
export function readRun(folder: string): ReadRun {
  const record = runRecord(folder);
  const counts = { documents: 0, statements: 0, codings: 0 };
  const records = <T>(kind: keyof typeof SAVED_FILES): Iterable<T> =>
    recordsOf<T>(join(folder, SAVED_FILES[kind]), SHAPES[kind], record, () => counts[kind]++);
  const saved: SavedRun = {
    run: record,
    documents: records('documents'),
    statements: records('statements'),
    codings: records('codings'),
  };
  const result = restoreRun(saved);
  checkCounts(record, counts, folder);
  return { result, files: record.files };
}

function runRecord(folder: string): RunRecord {
  for (const name of ['run.json', ...Object.values(SAVED_FILES)])
    if (!existsSync(join(folder, name)))
      throw new SavedRunError(
        `GCM150: '${folder}' holds no run: there is no ${name}`,
        'Name the folder that was given to `run --out`; the run must have written the format json.',
      );
  const path = join(folder, 'run.json');
  const record = parsed(readFileSync(path, 'utf8'), path, 1) as Partial<RunRecord> &
    Record<string, unknown>;
  const version = record.schemaVersion ?? null;
  if (version !== SCHEMA_VERSION)
    throw new SavedRunError(
      `GCM151: '${path}' has schemaVersion ${String(version)}, and this program reads ${SCHEMA_VERSION}`,
      'Run the documents again with this program, or use the one that wrote them.',
    );
  checkShape(record, RUN_SHAPE, path, 1);
  return record as RunRecord;
}

function* recordsOf<T>(
  path: string,
  shape: Shape,
  run: RunRecord,
  count: () => void,
): Generator<T> {
  let number = 0;
  for (const line of linesOf(path)) {
    number++;
    if (line.trim() === '') continue;
    const record = parsed(line, path, number);
    checkShape(record, shape, path, number);
    if (record['taxonomyHash'] !== run.taxonomy.hash || record['schemaVersion'] !== SCHEMA_VERSION)
      throw new SavedRunError(
        `GCM153: ${path}, line ${number}, is of another run than run.json`,
        'Every file of the folder must come from one run; write it again with `run`.',
      );
    count();
    yield record as T;
  }
}

function parsed(text: string, path: string, line: number): Record<string, unknown> {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw damaged(path, line, 'it is no JSON object');
}

function checkShape(
  record: Record<string, unknown>,
  shape: Shape,
  path: string,
  line: number,
): void {
  for (const [field, type] of Object.entries(shape)) {
    const value = record[field];
    if ((Array.isArray(value) ? 'array' : typeof value) !== type)
      throw damaged(path, line, `its field '${field}' is no ${type}`);
  }
}

function damaged(path: string, line: number, what: string): SavedRunError {
  return new SavedRunError(
    `GCM152: ${path}, line ${line}, is damaged: ${what}`,
    'Write the folder again with `run`.',
  );
}

/** A file that was cut short, or that lines were taken out of. */
function checkCounts(
  record: RunRecord,
  counts: Readonly<Record<keyof typeof SAVED_FILES, number>>,
  folder: string,
): void {
  const sum = (field: 'statements' | 'codings'): number =>
    record.documents.reduce((total, document) => total + document[field], 0);
  const expected = {
    documents: record.documents.length,
    statements: sum('statements'),
    codings: sum('codings'),
  };
  for (const kind of ['documents', 'statements', 'codings'] as const)
    if (counts[kind] !== expected[kind])
      throw new SavedRunError(
        `GCM154: ${join(folder, SAVED_FILES[kind])} has ${counts[kind]} lines, and run.json tells of ${expected[kind]}`,
        'Write the folder again with `run`.',
      );
}
