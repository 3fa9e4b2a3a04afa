import type { Document, DocumentMetadata, Issue, Statement } from '../model/types.js';
import { decode, emptyFile } from './decode.js';
import { readHtml } from './html.js';
import { readJsonl } from './jsonl.js';
import { readText } from './text.js';

/** What is known of a file before it is read. */
export interface SourceFile {
  /** Path as given, with forward slashes. */
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly mediaType?: string;
  /** Id for the document; without it the file's name gives one. */
  readonly id?: string;
}

/** A file that was read. `document` is null when it was refused; the issues say why. */
export interface ReadResult {
  readonly document: Document | null;
  /** Statements where the file gives them ready-made (`.jsonl`), else null: segment the document. */
  readonly statements: readonly Statement[] | null;
  readonly issues: readonly Issue[];
}

type Format = 'text' | 'markdown' | 'html' | 'jsonl';

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  jsonl: 'application/jsonl',
};

/** Extensions that {@link readDocument} reads, without their dots. */
export const READABLE_EXTENSIONS: readonly string[] = Object.keys(BY_EXTENSION);

/**
 * Reads one file: its bytes decoded, its words and blocks taken out by the
 * reader of its format, which the extension tells, else the content.
 * Issues: GCM101 to GCM105.
 */
export function readDocument(
  bytes: Uint8Array,
  source: SourceFile,
  metadata: DocumentMetadata = {},
): ReadResult {
  const { text, issues } = decode(bytes, source.path);
  if (text === null) return { document: null, statements: null, issues };
  const format = formatOf(source, text);
  const id = source.id ?? documentId(source.path);
  const extracted = extract(format, text, id, source.path);
  const all = [...issues, ...(extracted.issues ?? [])];
  if (extracted.blocks.length === 0) {
    return { document: null, statements: null, issues: [...all, emptyFile(source.path)] };
  }
  const { path, sha256, mediaType = MEDIA_TYPES[format] } = source;
  const document: Document = {
    id,
    source: { path, sha256, mediaType },
    metadata,
    text: extracted.text,
    blocks: extracted.blocks,
  };
  return { document, statements: extracted.statements ?? null, issues: all };
}

function extract(
  format: Format,
  text: string,
  id: string,
  path: string,
): Pick<Document, 'text' | 'blocks'> & Partial<Pick<ReadResult, 'statements' | 'issues'>> {
  if (format === 'html') return readHtml(text);
  if (format === 'jsonl') return readJsonl(text, id, path);
  return readText(text);
}

/** The extension decides, unless the content plainly is HTML or statements in another's clothes. */
function formatOf(source: SourceFile, text: string): Format {
  const extension = /\.([a-z]{1,8})$/iu.exec(source.path)?.[1]?.toLowerCase() ?? '';
  const named = BY_EXTENSION[extension];
  const start = text.slice(0, 2000).trimStart();
  if (named === 'jsonl' || named === 'html') return named;
  if (/^(?:<!doctype html|<html[\s>]|<\?xml[^>]{0,100}>\s{0,9}<(?:!doctype )?html)/iu.test(start))
    return 'html';
  if (named === undefined && /^\{\s{0,9}"[\w]{1,20}"\s{0,9}:/u.test(start)) return 'jsonl';
  return named ?? 'text';
}

/** A document's id: its file's name without folders and last extension, spaces and signs made hyphens. */
export function documentId(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  const stem = name.replace(/\.[^.]{1,8}$/u, '');
  return stem.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-') || 'document';
}
