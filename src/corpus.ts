/** Describes the documents of a folder, and checks such a description: what `corpus init` and `corpus check` do. */
import { existsSync, statSync } from 'node:fs';
import { posix, sep } from 'node:path';
import {
  aloneInput,
  findInputs,
  readInput,
  unreadDocument,
  type FileReader,
  type Input,
  type InputDocument,
  type ReadInput,
} from './adapters/corpus.js';
import { guessFields } from './adapters/corpus-guess.js';
import { corpusText, doubtsOf, type Draft } from './adapters/corpus-text.js';
import { writeWhole } from './adapters/files.js';
import { CORPUS_FILE, filesBelow, InputError } from './adapters/inputs.js';
import { readEach, type ReadingOptions } from './adapters/reading.js';
import type { RegionScheme } from './adapters/regions.js';
import { guessRelations, type Described } from './adapters/relations.js';
import { checkDescriptions } from './measures/description.js';
import type { CodedDocument, DocumentMetadata, Issue } from './model/types.js';
import { segmentDocument, type SegmentedDocument } from './pipeline.js';
import { documentId } from './readers/index.js';
import type { LanguageDetector } from './stages/detect.js';
import type { SegmentSettings } from './stages/segment.js';

/** What reading takes. */
export interface CorpusParts {
  readonly detector: LanguageDetector;
  readonly segment: SegmentSettings;
  /** Bounds on reading one document. */
  readonly reading?: ReadingOptions;
}

/** How a corpus.yaml is to be written. */
export interface InitOptions {
  /** Writes over a corpus.yaml that is there. */
  readonly force: boolean;
  /** What `region` is filled with. */
  readonly regions: RegionScheme;
}

/** A corpus.yaml that was written. */
export interface InitOutcome {
  readonly path: string;
  readonly documents: number;
  /** Values that the program is not sure of: each is marked in the file. */
  readonly doubts: number;
  readonly issues: readonly Issue[];
}

/** A described document, and what checking found. */
export interface CheckedDocument {
  readonly coded: CodedDocument;
  /** What the text's language seems to be, whatever is declared. */
  readonly detected: string;
}

/** What checking a corpus.yaml found. */
export interface CheckOutcome {
  readonly path: string;
  readonly documents: readonly CheckedDocument[];
  readonly issues: readonly Issue[];
}

/**
 * Writes a corpus.yaml for the readable files of a folder and the folders in it.
 * @throws InputError for what is no folder (GCM110), one without readable files
 *   (GCM111), and one that has a corpus.yaml (GCM149)
 */
export async function initCorpus(
  folder: string,
  options: InitOptions,
  parts: CorpusParts,
): Promise<InitOutcome> {
  const root = slashes(folder);
  const files = filesToDescribe(root, options.force).map((path) => posix.relative(root, path));
  const drafts: Draft[] = [];
  const described: Described[] = [];
  const issues: Issue[] = [];
  const ids = idsFor(files);
  const found = await readEach(files, parts.reading, async (file, read) => {
    const input = aloneInput(posix.join(root, file));
    return draftOf(file, await readInput(input, read), options.regions, parts);
  });
  for (const [at, file] of files.entries()) {
    const { id, isGiven } = ids[at]!;
    const { draft, statements, problems } = found[at]!;
    issues.push(...problems);
    drafts.push({ ...draft, id: isGiven ? id : null });
    described.push({ file, id, ...valuesOf(draft), statements });
  }
  const related = withRelations(drafts, described);
  const path = posix.join(root, CORPUS_FILE);
  writeWhole(path, [corpusText(related)]);
  const doubts = related.reduce((sum, draft) => sum + doubtsOf(draft), 0);
  return { path, documents: files.length, doubts, issues };
}

function filesToDescribe(root: string, force: boolean): string[] {
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new InputError(`GCM110: there is no folder '${root}'`, 'Check the path.');
  if (!force && existsSync(posix.join(root, CORPUS_FILE)))
    throw new InputError(
      `GCM149: '${posix.join(root, CORPUS_FILE)}' is there already`,
      'Use --force to write over it, or move it away.',
    );
  const files = filesBelow(root);
  if (files.length > 0) return files;
  throw new InputError(
    `GCM111: no readable document in ${root}`,
    'Put the documents into the folder first.',
  );
}

/**
 * The ids that a run gives to files: their names, with the ending where two would
 * be alike. Files of one name in several folders are named after those, which a
 * corpus.yaml has to say.
 */
function idsFor(files: readonly string[]): { id: string; isGiven: boolean }[] {
  const stems = files.map((file) => documentId(file));
  const names = files.map((file) => posix.basename(file));
  const isOnly = (list: readonly string[], at: number): boolean =>
    list.indexOf(list[at]!) === list.lastIndexOf(list[at]!);
  return files.map((file, at) => {
    if (isOnly(stems, at)) return { id: stems[at]!, isGiven: false };
    if (isOnly(names, at)) return { id: names[at]!, isGiven: false };
    return { id: file.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-'), isGiven: true };
  });
}

function areAllKnown(
  documents: readonly SegmentedDocument[],
  name: keyof DocumentMetadata,
): boolean {
  return documents.every(({ document }) => document.metadata[name] !== undefined);
}

/** What the rows of a sheet may say, so that a description need not. */
const STATED = ['country', 'year'] as const;

function draftOf(
  file: string,
  read: ReadInput,
  scheme: RegionScheme,
  parts: CorpusParts,
): { draft: Draft; statements: number; problems: readonly Issue[] } {
  const segmented = read.documents.map((one) => segmentDocument(one, parts));
  const [only, other] = segmented;
  const seen =
    only === undefined || other !== undefined
      ? null
      : { ...only.document, detection: parts.detector.ofDocument(only.document.text) };
  const problems = (only === undefined ? read.issues : only.issues).filter(
    ({ severity }) => severity === 'error',
  );
  const remarks = problems.map(({ id, message }) => `? ${id}: ${message}`);
  if (other !== undefined) remarks.push(`? holds ${segmented.length} documents`);
  const draft = {
    file,
    id: null,
    ...guessFields(file, seen, scheme),
    versionOf: null,
    translationOf: null,
    stated: other === undefined ? [] : STATED.filter((name) => areAllKnown(segmented, name)),
    remarks,
  };
  const statements = segmented.reduce((sum, one) => sum + one.statements.length, 0);
  return { draft, statements, problems };
}

function valuesOf({ country, year, language }: Draft): Partial<Described> {
  return {
    ...(country === null ? {} : { country: country.value }),
    ...(year === null ? {} : { year: year.value }),
    ...(language === null ? {} : { language: language.value }),
  };
}

function withRelations(drafts: readonly Draft[], described: readonly Described[]): Draft[] {
  const relations = guessRelations(described);
  return drafts.map((draft, at) => {
    const { versionOf, translationOf, like } = relations.get(described[at]!.id) ?? {};
    const guess = (value: string | undefined) =>
      value === undefined ? null : { value, doubt: 'then it is not counted beside it' };
    const remarks =
      like === undefined ? [] : [`? of the same country, year and language as ${like}`];
    return {
      ...draft,
      versionOf: guess(versionOf),
      translationOf: guess(translationOf),
      remarks: [...draft.remarks, ...remarks],
    };
  });
}

/**
 * Checks a corpus.yaml and reads what it describes.
 * @param path the file, or the folder that holds it
 * @throws InputError where there is none (GCM110) or it cannot be read (GCM112)
 */
export async function checkCorpus(path: string, parts: CorpusParts): Promise<CheckOutcome> {
  const corpus = corpusFile(slashes(path));
  const { inputs, issues } = await findInputs([corpus]);
  const each = await readEach(inputs, parts.reading, (input, read) =>
    readDescribed(input, read, parts),
  );
  const read = each.flat();
  const detected = new Map(
    read.map(({ document }) => [document.id, parts.detector.ofDocument(document.text)]),
  );
  const documents = checkDescriptions(read, detected);
  const found = documents.flatMap((coded) =>
    coded.issues.map((issue) => ({ ...issue, document: issue.document ?? coded.document.id })),
  );
  return {
    path: corpus,
    documents: documents.map((coded) => ({
      coded,
      detected: detected.get(coded.document.id)?.language ?? 'und',
    })),
    issues: [...issues, ...found, ...unlisted(corpus, inputs)],
  };
}

function corpusFile(path: string): string {
  const file =
    existsSync(path) && statSync(path).isDirectory() ? posix.join(path, CORPUS_FILE) : path;
  if (existsSync(file)) return file;
  throw new InputError(
    `GCM110: there is no file '${file}'`,
    'Write one with "gcm-coverage corpus init DIR".',
  );
}

/** The documents of an input, segmented and not coded; one without a word where it cannot be read. */
async function readDescribed(
  input: Input,
  read: FileReader,
  parts: CorpusParts,
): Promise<CodedDocument[]> {
  const { documents, issues, metadata } = await readInput(input, read);
  return documents.length === 0
    ? [unreadDocument(input, metadata, issues)]
    : documents.map((one) => segmented(one, input, parts));
}

function segmented(one: InputDocument, input: Input, parts: CorpusParts): CodedDocument {
  return { ...segmentDocument(one, parts, input.questionnaire), codings: [] };
}

function unlisted(corpus: string, inputs: readonly Input[]): Issue[] {
  const folder = posix.dirname(corpus);
  const listed = new Set(inputs.map(({ path }) => posix.normalize(path)));
  return filesBelow(folder)
    .filter((path) => !listed.has(path))
    .map((path) => ({
      id: 'GCM148',
      severity: 'info',
      message: `'${posix.relative(folder, path)}' is not listed, and is not read`,
      hint: "List it under 'documents' if it belongs to the corpus.",
      document: corpus,
      place: null,
    }));
}

function slashes(path: string): string {
  return posix.normalize(path.split(sep).join('/'));
}
