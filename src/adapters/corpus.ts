/** The documents of a run: what describes them, and their bytes. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { Questionnaire } from '../model/questionnaire.js';
import type { CodedDocument, DocumentMetadata, Issue } from '../model/types.js';
import { compareText } from '../model/text.js';
import { documentId } from '../readers/index.js';
import type {
  Format,
  ReadDocument,
  ReadResult,
  SourceFile,
  TableMapping,
} from '../readers/index.js';
import { describedInputs } from './corpus-file.js';
import { withReferences } from './corpus-references.js';
import { guessMetadata } from './guess.js';
import { findFiles, InputError } from './inputs.js';
import { loadFile } from './load.js';

/** One document to read. */
export interface Input {
  readonly path: string;
  /** Null: named after the file. */
  readonly id: string | null;
  readonly metadata: DocumentMetadata;
  /** How a sheet's columns are to be read. */
  readonly table?: TableMapping;
  /** What it answers, where that is declared. */
  readonly questionnaire?: Questionnaire;
  /** Path of the corpus.yaml that describes it. */
  readonly corpus?: string;
  readonly issues: readonly Issue[];
}

/** One document of an input, with what is odd about it. */
export interface InputDocument extends ReadDocument {
  readonly issues: readonly Issue[];
}

/** What came of reading it. */
export interface ReadInput {
  /** None when it could not be read; several where a sheet holds them. */
  readonly documents: readonly InputDocument[];
  /** What describes the file, or its name says. */
  readonly metadata: DocumentMetadata;
  /** Issues of the file; those of its documents begin with them. */
  readonly issues: readonly Issue[];
  /** Null when the file could not be opened. */
  readonly file: FileFacts | null;
}

/** What is known of a file's bytes. */
export interface FileFacts {
  /** Null when it was refused. */
  readonly format: Format | null;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Reads a file's bytes, here or in another process. */
export type FileReader = (
  bytes: Uint8Array,
  source: SourceFile,
  metadata: DocumentMetadata,
) => Promise<ReadResult>;

/**
 * The documents that the paths name, in order of their ids.
 * @throws InputError when a path names nothing, or a corpus.yaml cannot be read (GCM110-GCM112)
 */
export async function findInputs(
  paths: readonly string[],
): Promise<{ inputs: Input[]; issues: Issue[] }> {
  const { files, corpora } = await findFiles(paths);
  const described = await Promise.all(
    corpora.map((path) => describedInputs(path, readCorpus(path))),
  );
  const known = new Map<string, Input>();
  const again: Issue[] = [];
  for (const input of described.flatMap((corpus) => corpus.inputs)) {
    const place = resolve(input.path);
    if (known.has(place)) again.push(describedTwice(input));
    else known.set(place, input);
  }
  const plain = files.filter((path) => !known.has(resolve(path))).map(aloneInput);
  const written = [...known.values(), ...plain];
  const inputs = withReferences(withIds(written), written);
  return { inputs, issues: [...described.flatMap(({ issues }) => issues), ...again] };
}

function readCorpus(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = (error as Error).message;
    throw new InputError(
      `GCM112: ${path} cannot be read: ${why}`,
      'See corpora/README.md for its form.',
    );
  }
}

function describedTwice({ path }: Input): Issue {
  return {
    id: 'GCM114',
    severity: 'error',
    message: 'the file is described more than once; its first description counts',
    hint: 'Take the other entries out of corpus.yaml.',
    document: path,
    place: null,
  };
}

/** Reads one file; whatever is wrong with it becomes an issue (GCM100, GCM105 and those of the readers). */
export async function readInput(input: Input, read: FileReader): Promise<ReadInput> {
  const { metadata } = guessMetadata(input.path, '', input.metadata);
  const bytes = await loadFile(input.path);
  if (!(bytes instanceof Uint8Array))
    return { documents: [], metadata, issues: [...input.issues, bytes], file: null };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = input.id ?? documentId(input.path);
  const table = input.table === undefined ? {} : { table: input.table };
  const result = await read(bytes, { path: input.path, sha256, id, ...table }, input.metadata);
  const issues = [...input.issues, ...result.issues];
  const file = { format: result.format, size: bytes.length, sha256 };
  const documents = result.documents.map((one, at): InputDocument => {
    const { document } = one;
    const guessed = guessMetadata(input.path, document.text, document.metadata);
    const own = [...(at === 0 ? issues : []), ...guessed.issues(document.id)];
    return { ...one, document: { ...document, metadata: guessed.metadata }, issues: own };
  });
  return { documents, metadata, issues, file };
}

/** A file that no corpus describes. */
export function aloneInput(path: string): Input {
  return { path, id: null, metadata: {}, issues: [] };
}

/** A document that could not be read: known, but without a word, so that its cells say "not readable". */
export function unreadDocument(
  { id, path, questionnaire }: Input,
  metadata: DocumentMetadata,
  issues: readonly Issue[],
): CodedDocument {
  const source = { path, sha256: '', mediaType: 'application/octet-stream' };
  return {
    document: { id: id ?? path, source, metadata, text: '', blocks: [] },
    detection: { language: 'und', method: 'none', confidence: 0 },
    statements: [],
    codings: [],
    issues,
    ...(questionnaire === undefined ? {} : { answering: { questionnaire, unanswered: null } }),
  };
}

/**
 * Names every document after its file: with its ending, then its folders, where
 * that is needed to tell it apart. An id that is given counts before those; two
 * documents that have the same one are named after their paths.
 */
export function withIds(inputs: readonly Input[]): (Input & { readonly id: string })[] {
  const given = countOf(inputs.map(({ id }) => id));
  const candidates = inputs.map(({ id, path }) => {
    const paths = [path, `./${path}`].filter((name) => !given.has(name));
    if (id !== null) return given.get(id) === 1 ? [id] : paths;
    return [documentId(path), posix.basename(path)]
      .filter((name) => !given.has(name))
      .concat(paths);
  });
  const uses = countOf(candidates.flatMap((names) => [...new Set(names)]));
  return inputs
    .map((input, index) => {
      const names = candidates[index]!;
      return { ...input, id: names.find((name) => uses.get(name) === 1) ?? names.at(-1)! };
    })
    .sort((a, b) => compareText(a.id, b.id));
}

function countOf(names: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
