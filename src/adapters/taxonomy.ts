/** Taxonomies on disk: the shipped one, compiled when the package is built, or any other folder. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Issue, Language } from '../model/types.js';
import type { ParsedTaxonomy } from '../taxonomy/source.js';
import type {
  CompiledTaxonomy,
  LanguagePack,
  TaxonomyFile,
  TaxonomyInfo,
} from '../taxonomy/types.js';
import { packLanguage, unpackLanguage } from '../taxonomy/packed.js';
import type { PackedLanguage } from '../taxonomy/packed.js';
import { writeWhole } from './files.js';

/** The package's own folder. */
export const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
/** Folder of the shipped taxonomy's files. */
export const shippedTaxonomy = join(packageRoot, 'taxonomies', 'gcm');
const compiledFolder = join(packageRoot, 'dist', 'taxonomy-data');

/** Which taxonomy to use. */
export interface TaxonomyChoice {
  /** Folder; the shipped taxonomy when missing. */
  readonly directory?: string;
  /** Files with codes or terms to put on top. */
  readonly overlays?: readonly string[];
  /** Where compiled taxonomies are kept, or null for nowhere. */
  readonly cache?: string | null;
}

/** A taxonomy that cannot be used; `problems` say why (GCM301-GCM308). */
export class TaxonomyError extends Error {
  constructor(readonly problems: readonly Issue[]) {
    super('the taxonomy has errors');
    this.name = 'TaxonomyError';
  }
}

/**
 * Loads a taxonomy ready for use.
 * @throws TaxonomyError when its files have errors
 */
export async function loadTaxonomy(choice: TaxonomyChoice = {}): Promise<CompiledTaxonomy> {
  const overlays = choice.overlays ?? [];
  if (choice.directory === undefined && overlays.length === 0) return loadCompiled(compiledFolder);
  const files = readTaxonomyFiles(choice.directory ?? shippedTaxonomy);
  const over = overlays.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const cached = cachePath(choice.cache ?? null, [...files, ...over]);
  return (cached === null ? null : readCached(cached)) ?? (await compileFiles(files, over, cached));
}

/** Parses and checks a taxonomy's files without compiling them. */
export async function parseTaxonomyFiles(choice: TaxonomyChoice = {}): Promise<ParsedTaxonomy> {
  const files = readTaxonomyFiles(choice.directory ?? shippedTaxonomy);
  const over = (choice.overlays ?? []).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  return parse(files, over);
}

/** Compiles a taxonomy whose files have been parsed. */
export async function compileParsed(parsed: ParsedTaxonomy): Promise<CompiledTaxonomy> {
  if (parsed.source === null) throw new TaxonomyError(parsed.problems);
  const { compile } = await import('../taxonomy/compile.js');
  const { inflect } = await import('./inflect.js');
  return compile(parsed.source, inflect);
}

/**
 * Compiles one term for a language, with the small words of a taxonomy.
 * @throws TermError when the term cannot be read (GCM303)
 */
export async function termCompiler(
  term: string,
  taxonomy: CompiledTaxonomy,
): Promise<(language: Language) => LanguagePack> {
  const { compilePack } = await import('../taxonomy/compile.js');
  const { inflect } = await import('./inflect.js');
  return (language) => {
    const entry = { target: 'term', group: 'strong', term, file: '', line: 0, column: 0 } as const;
    const particles = taxonomy.packs[language]?.particles ?? [];
    return compilePack([{ language, ...entry }], particles, language, inflect);
  };
}

/** Writes the compiled shipped taxonomy, one file a language so that a run loads what it uses. */
export async function writeCompiled(): Promise<CompiledTaxonomy> {
  const compiled = await compileParsed(await parseTaxonomyFiles());
  writeWhole(join(compiledFolder, 'info.json'), [JSON.stringify(compiled.info)]);
  for (const [language, pack] of Object.entries(compiled.packs))
    writeWhole(join(compiledFolder, `${language}.json`), [JSON.stringify(packLanguage(pack))]);
  return compiled;
}

async function compileFiles(
  files: readonly TaxonomyFile[],
  overlays: readonly TaxonomyFile[],
  cached: string | null,
): Promise<CompiledTaxonomy> {
  const compiled = await compileParsed(await parse(files, overlays));
  if (cached !== null) writeCache(cached, compiled);
  return compiled;
}

async function parse(
  files: readonly TaxonomyFile[],
  overlays: readonly TaxonomyFile[],
): Promise<ParsedTaxonomy> {
  const { YamlReader } = await import('../taxonomy/yaml.js');
  const { parseTaxonomy } = await import('../taxonomy/source.js');
  const { nearest } = await import('./nearest.js');
  return parseTaxonomy(files, overlays, new YamlReader(readSchemas(), nearest));
}

/** The files of a folder and its folders, with paths as the user would write them. */
function readTaxonomyFiles(directory: string): TaxonomyFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ya?ml|tsv)$/u.test(name))
    .map((name) => join(directory, name))
    .map((path) => ({ path: shown(path), text: readFileSync(path, 'utf8') }));
}

function shown(path: string): string {
  const fromPackage = relative(packageRoot, path);
  return (fromPackage.startsWith('..') ? path : fromPackage).split(sep).join('/');
}

function readSchemas(): Record<string, object> {
  const folder = join(packageRoot, 'taxonomies', 'schema');
  const names = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  return Object.fromEntries(
    names.map((name) => [
      name.replace('.schema.json', ''),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as object,
    ]),
  );
}

/** Reads `info.json` now and a language's patterns when they are first asked for. */
function loadCompiled(folder: string): CompiledTaxonomy {
  const info = readJson(join(folder, 'info.json')) as TaxonomyInfo;
  const packs = {};
  for (const language of info.languages) lazily(packs, language, join(folder, `${language}.json`));
  return { info, packs };
}

function lazily(packs: object, language: Language, path: string): void {
  let pack: LanguagePack | null = null;
  const get = (): LanguagePack => (pack ??= unpackLanguage(readJson(path) as PackedLanguage));
  Object.defineProperty(packs, language, { enumerable: true, get });
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

type PackedPacks = Readonly<Partial<Record<Language, PackedLanguage>>>;

function mapPacks<A, B>(
  packs: Readonly<Partial<Record<Language, A>>>,
  change: (pack: A) => B,
): Partial<Record<Language, B>> {
  return Object.fromEntries(
    Object.entries(packs).map(([language, pack]) => [language, change(pack)]),
  );
}

/** Changes when the compiled form does. */
const CACHE_FORMAT = '3';

function cachePath(cache: string | null, files: readonly TaxonomyFile[]): string | null {
  if (cache === null) return null;
  const hash = createHash('sha256').update(CACHE_FORMAT);
  for (const { path, text } of files) hash.update(`\0${path}\0${text}`);
  return join(cache, `taxonomy-${hash.digest('hex').slice(0, 32)}.json`);
}

function readCached(path: string): CompiledTaxonomy | null {
  try {
    const { info, packs } = readJson(path) as { info: TaxonomyInfo; packs: PackedPacks };
    return { info, packs: mapPacks(packs, unpackLanguage) };
  } catch {
    return null;
  }
}

/** A cache that cannot be written costs time, nothing else. */
function writeCache(path: string, compiled: CompiledTaxonomy): void {
  try {
    const { info, packs } = compiled;
    writeWhole(path, [JSON.stringify({ info, packs: mapPacks(packs, packLanguage) })]);
  } catch {
    return;
  }
}
