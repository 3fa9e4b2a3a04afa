/** Which files a user's paths name: files, folders (with their folders) and globs. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, posix, resolve, sep } from 'node:path';
import { compareText } from '../model/text.js';
import { READABLE_EXTENSIONS } from '../readers/formats.js';

/** Paths that name nothing; the message is for the user (GCM110-GCM112). */
export class InputError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'InputError';
  }
}

/** File names that a folder is searched for. */
const READABLE = new RegExp(`\\.(?:${READABLE_EXTENSIONS.join('|')})$`, 'iu');
/** Name of the file that describes a folder's documents. */
export const CORPUS_FILE = 'corpus.yaml';

/** Files to read, and folders that describe their own documents. */
export interface Found {
  readonly files: readonly string[];
  /** Paths of corpus.yaml files. */
  readonly corpora: readonly string[];
}

/**
 * Finds the files that the paths name, each once, in order of their paths.
 * @throws InputError when a path names nothing (GCM110), or nothing is readable (GCM111)
 */
export async function findFiles(paths: readonly string[]): Promise<Found> {
  const files = new Set<string>();
  const corpora = new Set<string>();
  for (const path of paths) {
    for (const found of await expand(path)) addPath(found, files, corpora);
  }
  if (files.size === 0 && corpora.size === 0)
    throw new InputError(
      `GCM111: no readable document in ${paths.join(', ')}`,
      'Expected .docx, .odt, .pdf, .html, .txt, .md, .xlsx, .csv or .jsonl files, or a folder with a corpus.yaml.',
    );
  return { files: once(files), corpora: once(corpora) };
}

async function expand(path: string): Promise<string[]> {
  if (existsSync(path)) return [path];
  if (/[*?[{]/u.test(path)) {
    const { glob } = await import('tinyglobby');
    const found = await glob(path.split(sep).join('/'), {
      absolute: isAbsolute(path),
      followSymbolicLinks: false,
    });
    if (found.length > 0) return found;
  }
  throw new InputError(
    `GCM110: there is no file or folder '${path}'`,
    'Check the path, and quote globs.',
  );
}

function addPath(path: string, files: Set<string>, corpora: Set<string>): void {
  if (!statSync(path).isDirectory()) {
    if (path.split(/[\\/]/u).at(-1) === CORPUS_FILE) corpora.add(tidy(path));
    else files.add(tidy(path));
    return;
  }
  if (existsSync(join(path, CORPUS_FILE))) corpora.add(tidy(join(path, CORPUS_FILE)));
  else addFolder(path, files, corpora);
}

/** A folder's documents; those of folders in it that are not hidden and hold no results of a run. */
function addFolder(path: string, files: Set<string>, corpora: Set<string>): void {
  const results = new Set(runFiles(path));
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name);
    if (isHidden(entry.name) || results.has(entry.name)) continue;
    if (entry.isDirectory() && runFiles(inner).length === 0) addPath(inner, files, corpora);
    else if (entry.isFile() && READABLE.test(entry.name)) files.add(tidy(inner));
  }
}

/** Also the files by which Word and LibreOffice mark that a document is open. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

/** The files and folders that a run of this program has written into a folder; none where it is no such folder. */
function runFiles(folder: string): string[] {
  try {
    if (existsSync(join(folder, 'what-is-new.json'))) return newsFolder(folder);
    const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as {
      tool?: { name?: unknown };
      files?: unknown;
    };
    if (run.tool?.name !== 'gcm-coverage') return [];
    const files = Array.isArray(run.files) ? run.files.map(String) : [];
    // Of a file in a folder of the results, that folder.
    return ['run.json', ...files.map((file) => file.split('/', 1)[0] ?? file)];
  } catch {
    return [];
  }
}

/** Of a report of `update`, everything; of anything else, nothing. */
function newsFolder(folder: string): string[] {
  const news = JSON.parse(readFileSync(join(folder, 'what-is-new.json'), 'utf8')) as {
    run?: { tool?: { name?: unknown } };
  };
  return news.run?.tool?.name === 'gcm-coverage' ? readdirSync(folder) : [];
}

/**
 * The readable files of a folder and the folders in it, in order of their paths,
 * whether a corpus.yaml describes them or not.
 */
export function filesBelow(folder: string): string[] {
  const files = new Set<string>();
  const search = (path: string): void => {
    const corpora = new Set<string>();
    addFolder(path, files, corpora);
    // A folder in it that describes itself is searched all the same.
    for (const corpus of corpora) search(posix.dirname(corpus));
  };
  search(folder);
  return once(files);
}

/** In order; of two paths to one file, relative and absolute, the first. */
function once(paths: ReadonlySet<string>): string[] {
  const byPlace = new Map<string, string>();
  for (const path of [...paths].sort(compareText))
    if (!byPlace.has(resolve(path))) byPlace.set(resolve(path), path);
  return [...byPlace.values()];
}

/** Forward slashes, no "./", "//" or "a/..": the same id on every machine, and each file once. */
function tidy(path: string): string {
  return posix.normalize(path.split(sep).join('/'));
}
