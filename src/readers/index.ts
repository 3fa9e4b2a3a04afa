import { quoted } from '../model/text.js';
import type { Document, DocumentMetadata, Issue, Statement } from '../model/types.js';
import { decode, emptyFile } from './decode.js';
import { isPacked, MEDIA_TYPES, namedFormat, packedFormat, textFormat } from './formats.js';
import { DEFAULT_LIMITS, Refusal } from './types.js';
import type {
  Dropped,
  Extracted,
  Format,
  ReadContext,
  ReadIssue,
  ReadLimits,
  TableMapping,
} from './types.js';

export { formatBasis, READABLE_EXTENSIONS } from './formats.js';
export { DEFAULT_LIMITS, Refusal } from './types.js';
export type { Dropped, DropReason, Format, ReadLimits, TableMapping } from './types.js';

/** What is known of a file before it is read. */
export interface SourceFile {
  /** Path as given, with forward slashes. */
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly mediaType?: string;
  /** Id for the document; without it the file's name gives one. */
  readonly id?: string;
  /** How a sheet's columns are to be read. */
  readonly table?: TableMapping;
}

/** One document of a file that was read. */
export interface ReadDocument {
  readonly document: Document;
  /** Statements where the file gives them ready-made (`.jsonl`), else null: segment the document. */
  readonly statements: readonly Statement[] | null;
  readonly dropped: readonly Dropped[];
  /** Pages, where the format has them, else null. */
  readonly pages: number | null;
}

/** What came of a file: no document when it was refused; the issues say why. */
export interface ReadResult {
  readonly format: Format | null;
  readonly documents: readonly ReadDocument[];
  readonly issues: readonly Issue[];
}

/**
 * Reads one file: its words and blocks taken out by the reader of its format,
 * which its first bytes tell, else its extension. A sheet may hold several
 * documents; all others hold one. Never rejects.
 * Issues: GCM101 to GCM105, GCM121 to GCM134.
 */
export async function readFile(
  given: Uint8Array,
  source: SourceFile,
  metadata: DocumentMetadata = {},
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<ReadResult> {
  const issues: Issue[] = [];
  // Of a Buffer, `slice` is no copy, and pdfjs refuses it.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  const say = (more: readonly ReadIssue[]): void => {
    issues.push(...more.map((issue) => ({ ...issue, document: source.path })));
  };
  try {
    const packed = bytes.length === 0 ? null : packedFormat(bytes);
    const text = packed === null ? textOf(bytes, source.path, issues) : '';
    if (text === null) return { format: null, documents: [], issues };
    const named = namedFormat(source.path);
    const format = packed ?? textFormat(named, text);
    if (isWrongName(named, format)) say([wrongName(named, format)]);
    const context: ReadContext = {
      path: source.path,
      id: source.id ?? documentId(source.path),
      limits,
      ...(source.table === undefined ? {} : { table: source.table }),
    };
    const extracted = await extract(format, bytes, text, context);
    for (const one of extracted) say(one.issues ?? []);
    const documents = extracted
      .filter(({ blocks }) => blocks.some(({ kind }) => kind !== 'page'))
      .map((one) => documentOf(one, source, context, metadata, format));
    if (documents.length === 0 && !issues.some(({ severity }) => severity === 'error'))
      issues.push(emptyFile(source.path));
    return { format, documents, issues };
  } catch (error) {
    issues.push(refusedBy(error, source.path));
    return { format: null, documents: [], issues };
  }
}

function textOf(bytes: Uint8Array, path: string, issues: Issue[]): string | null {
  const decoded = decode(bytes, path);
  issues.push(...decoded.issues);
  return decoded.text;
}

/** Each format's reader, loaded where a file needs it. */
async function extract(
  format: Format,
  bytes: Uint8Array,
  text: string,
  context: ReadContext,
): Promise<readonly Extracted[]> {
  switch (format) {
    case 'html':
      return [(await import('./html.js')).readHtml(text)];
    case 'jsonl':
      return [(await import('./jsonl.js')).readJsonl(text, context.id)];
    case 'csv':
      return (await import('./csv.js')).readCsv(text, context);
    case 'xlsx':
      return (await import('./xlsx.js')).readXlsx(bytes, context);
    case 'docx':
      return [await (await import('./docx.js')).readDocx(bytes, context)];
    case 'odt':
      return [await (await import('./odt.js')).readOdt(bytes, context)];
    case 'pdf':
      return [await (await import('./pdf.js')).readPdf(bytes, context)];
    default:
      return [(await import('./text.js')).readText(text)];
  }
}

function documentOf(
  extracted: Extracted,
  source: SourceFile,
  context: ReadContext,
  metadata: DocumentMetadata,
  format: Format,
): ReadDocument {
  const { path, sha256, mediaType = MEDIA_TYPES[format] } = source;
  const { text, blocks, name, dropped = [], pages = null, statements = null } = extracted;
  const id = name === undefined ? context.id : `${context.id}-${name}`;
  return {
    document: {
      id,
      source: { path, sha256, mediaType },
      metadata: { ...metadata, ...extracted.metadata },
      text,
      blocks,
    },
    statements,
    dropped: dropped.map((one) => ({ ...one, text: quoted(one.text) })),
    pages,
  };
}

function isWrongName(named: Format | null, format: Format): named is Format {
  return named !== null && named !== format && (isPacked(named) || isPacked(format));
}

function wrongName(named: Format, format: Format): ReadIssue {
  return {
    id: 'GCM129',
    severity: 'warning',
    message: `The file is named as ${named}, but holds ${format}; it was read as ${format}.`,
    hint: 'Give the file the extension of what is in it.',
    place: null,
  };
}

/** A refusal as it says itself; anything else means that the file is broken (GCM122). */
function refusedBy(error: unknown, path: string): Issue {
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal(
          'GCM122',
          `The file is broken: ${(error as Error).message}`,
          'Open it in the program that made it and save it again.',
        );
  const { id, message, hint } = refusal;
  return { id, severity: 'error', message, hint, document: path, place: null };
}

/** A document's id: its file's name without folders and last extension, spaces and signs made hyphens. */
export function documentId(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  const stem = name.replace(/\.[^.]{1,8}$/u, '');
  return stem.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-') || 'document';
}
