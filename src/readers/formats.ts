/** Which format a file has: its first bytes decide, then its extension. */
import type { FormatBasis } from '../model/inspection.js';
import { Refusal } from './types.js';
import type { Format } from './types.js';

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
  csv: 'csv',
  tsv: 'csv',
  docx: 'docx',
  docm: 'docx',
  odt: 'odt',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  pdf: 'pdf',
};

/** Media types of the formats that are read. */
export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  text: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  jsonl: 'application/jsonl',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Extensions that are read, without their dots. */
export const READABLE_EXTENSIONS: readonly string[] = Object.keys(BY_EXTENSION);

/** Formats that hold no text of their own: a reader of theirs gets the bytes. */
const PACKED: readonly Format[] = ['docx', 'odt', 'xlsx', 'pdf'];

/** True for formats that a reader gets as bytes, not as text. */
export function isPacked(format: Format): boolean {
  return PACKED.includes(format);
}

/** The extension's format, or null for one that is not known. */
export function namedFormat(path: string): Format | null {
  const extension = /\.([a-z]{1,8})$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION[extension] ?? null;
}

/** What told that a file has this format. */
export function formatBasis(path: string, format: Format): FormatBasis {
  if (isPacked(format)) return 'content';
  const named = namedFormat(path);
  if (named === format) return 'extension';
  return format === 'text' ? 'neither' : 'content';
}

/**
 * The packed format that the bytes hold, or null where they may be text.
 * Issues: GCM123 for an encrypted Office file, GCM132 for a format that is not read.
 */
export function packedFormat(bytes: Uint8Array): Format | null {
  const head = latin(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (/^PK(?:\u0003\u0004|\u0005\u0006)/u.test(head)) return archiveFormat(bytes);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) refuseCompound(bytes);
  for (const [start, name, hint] of UNREAD)
    if (head.startsWith(start)) throw new Refusal('GCM132', `The file is ${name}.`, hint);
  return null;
}

/** What an archive holds, by the names of its parts. */
function archiveFormat(bytes: Uint8Array): Format {
  const names =
    latin(bytes.subarray(Math.max(0, bytes.length - 65_536))) + latin(bytes.subarray(0, 65_536));
  if (names.includes('word/document')) return 'docx';
  if (names.includes('xl/workbook')) return 'xlsx';
  if (names.includes('application/vnd.oasis.opendocument.text')) return 'odt';
  if (names.includes('word/')) return 'docx';
  const what = names.includes('ppt/presentation')
    ? 'a presentation (PPTX)'
    : names.includes('opendocument.spreadsheet')
      ? 'a spreadsheet (ODS)'
      : 'a ZIP archive that holds no Word, Excel or OpenDocument text';
  throw new Refusal(
    'GCM132',
    `The file is ${what}.`,
    'Save it as DOCX, ODT, XLSX or PDF; unpack an archive first.',
  );
}

function refuseCompound(bytes: Uint8Array): never {
  // Names in such a file are UTF-16: "EncryptedPackage" has a zero after each letter.
  const names = latin(bytes).replaceAll('\u0000', '');
  if (names.includes('EncryptedPackage'))
    throw new Refusal(
      'GCM123',
      'The file is encrypted with a password.',
      'Open it with its password and save it without one.',
    );
  throw new Refusal(
    'GCM132',
    'The file is in an Office format of before 2007.',
    'Open it and save it as DOCX or XLSX.',
  );
}

const UNREAD: readonly (readonly [start: string, name: string, hint: string])[] = [
  ['{\\rtf', 'in Rich Text Format', 'Open it in a word processor and save it as DOCX.'],
  [
    '\u0089PNG',
    'a PNG image',
    'Images hold no text that can be read: recognise its text (OCR) first.',
  ],
  [
    '\u00ff\u00d8\u00ff',
    'a JPEG image',
    'Images hold no text that can be read: recognise its text (OCR) first.',
  ],
  ['GIF8', 'a GIF image', 'Images hold no text that can be read: recognise its text (OCR) first.'],
  [
    'II*\u0000',
    'a TIFF image',
    'Images hold no text that can be read: recognise its text (OCR) first.',
  ],
  ['\u001f\u008b', 'a gzip archive', 'Unpack it first.'],
  ['\u007fELF', 'a program', 'Take it out of the corpus.'],
];

/** Characters of a file's head, one a byte. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The format of a text: its extension's, unless it plainly is HTML or statements in another's clothes. */
export function textFormat(named: Format | null, text: string): Format {
  const start = text.slice(0, 2000).trimStart();
  if (named === 'jsonl' || named === 'html') return named;
  if (/^(?:<!doctype html|<html[\s>]|<\?xml[^>]{0,100}>\s{0,9}<(?:!doctype )?html)/iu.test(start))
    return 'html';
  const known = named !== null && !isPacked(named) ? named : null;
  if (known === null && /^\{\s{0,9}"[\w]{1,20}"\s{0,9}:/u.test(start)) return 'jsonl';
  return known ?? 'text';
}
