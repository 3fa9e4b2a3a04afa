/** The documents of a run: what describes them, and their bytes. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { Document, DocumentMetadata, Issue, Statement } from '../model/types.js';
import { documentId, readDocument } from '../readers/index.js';
import { describedInputs } from './corpus-file.js';
import { guessMetadata } from './guess.js';
import { findFiles } from './inputs.js';

/** One document to read. */
export interface Input {
  readonly path: string;
  /** Null: named after the file. */
  readonly id: string | null;
  readonly metadata: DocumentMetadata;
  readonly issues: readonly Issue[];
}

/** What came of reading it; `document` is null when it could not be read. */
export interface ReadInput {
  readonly document: Document | null;
  /** Also of a file that could not be read: what describes it, or its name says. */
  readonly metadata: DocumentMetadata;
  readonly statements: readonly Statement[] | null;
  readonly issues: readonly Issue[];
}

/**
 * The documents that the paths name, in order of their ids.
 * @throws InputError when a path names nothing, or a corpus.yaml cannot be read (GCM110-GCM112)
 */
export async function findInputs(
  paths: readonly string[],
): Promise<{ inputs: Input[]; issues: Issue[] }> {
  const { files, corpora } = await findFiles(paths);
  const described = await Promise.all(
    corpora.map((path) => describedInputs(path, readFileSync(path, 'utf8'))),
  );
  const known = new Set(described.flatMap(({ inputs }) => inputs.map(({ path }) => path)));
  const plain = files
    .filter((path) => !known.has(path))
    .map((path): Input => ({ path, id: null, metadata: {}, issues: [] }));
  const inputs = withIds([...described.flatMap((corpus) => corpus.inputs), ...plain]);
  return { inputs, issues: described.flatMap(({ issues }) => issues) };
}

/** Reads one document; whatever is wrong with it becomes an issue (GCM100 cannot be opened). */
export async function readInput(input: Input): Promise<ReadInput> {
  const named = guessMetadata(input.path, '', input.metadata).metadata;
  const failed = { document: null, metadata: named, statements: null };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(input.path);
  } catch (error) {
    return { ...failed, issues: [...input.issues, unreadable(input, error)] };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = input.id ?? documentId(input.path);
  const read = readDocument(bytes, { path: input.path, sha256, id }, input.metadata);
  const issues = [...input.issues, ...read.issues];
  if (read.document === null) return { ...failed, issues };
  const { metadata, issues: more } = guessMetadata(input.path, read.document.text, input.metadata);
  const document = { ...read.document, metadata };
  return { document, metadata, statements: read.statements, issues: [...issues, ...more(id)] };
}

function unreadable({ path }: Input, error: unknown): Issue {
  return {
    id: 'GCM100',
    severity: 'error',
    message: `the file cannot be opened: ${(error as Error).message}`,
    hint: 'Check that it exists and that you may read it.',
    document: path,
    place: null,
  };
}

/** Names every document after its file: with its ending, then its folders, where that is needed to tell it apart. */
function withIds(inputs: readonly Input[]): Input[] {
  const names: ((input: Input) => string)[] = [
    ({ path }) => documentId(path),
    ({ path }) => posix.basename(path),
    ({ path }) => path,
  ];
  const candidates = inputs.map((input) =>
    input.id === null ? names.map((name) => name(input)) : [input.id],
  );
  const uses = new Map<string, number>();
  for (const list of candidates)
    for (const name of new Set(list)) uses.set(name, (uses.get(name) ?? 0) + 1);
  return inputs
    .map((input, index) => {
      const list = candidates[index]!;
      return { ...input, id: list.find((name) => uses.get(name) === 1) ?? list.at(-1)! };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
