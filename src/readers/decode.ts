import type { Issue } from '../model/types.js';

/** Bytes beyond this are not read: a JavaScript string cannot hold much more than twice of it. */
export const MAX_BYTES = 200 * 1024 * 1024;

/** What became of a file's bytes; `text` is null when they are refused. */
export interface Decoded {
  readonly text: string | null;
  readonly encoding: string;
  readonly issues: readonly Issue[];
}

/**
 * Turns bytes into text: UTF-8 and UTF-16 with or without a byte order mark,
 * else the encoding that the bytes declare or look like.
 * Issues: GCM101 empty, GCM102 binary, GCM103 encoding guessed or mixed, GCM105 too large.
 */
export function decode(bytes: Uint8Array, path: string): Decoded {
  if (bytes.length === 0) return refused(emptyFile(path));
  if (bytes.length > MAX_BYTES) return refused(tooLarge(bytes.length, path));
  const marked = byMark(bytes) ?? utf16ByPattern(bytes);
  if (marked !== null) return read(bytes, marked);
  const binary = whyBinary(bytes);
  if (binary !== null) return refused(binaryFile(binary, path));
  return byContent(bytes, path);
}

function byContent(bytes: Uint8Array, path: string): Decoded {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8', issues: [] };
  } catch {
    const broken = countBroken(bytes);
    if (broken.good > broken.bad * 4) {
      const text = new TextDecoder('utf-8').decode(bytes);
      return { text, encoding: 'utf-8', issues: [mixed(broken.bad, path)] };
    }
    const encoding = declaredEncoding(bytes) ?? guessLegacy(bytes);
    return { ...read(bytes, encoding), issues: [guessed(encoding, path)] };
  }
}

function read(bytes: Uint8Array, encoding: string): Decoded {
  const decoded = new TextDecoder(encoding).decode(bytes);
  const text = encoding === 'windows-1252' ? withWindowsSigns(decoded) : decoded;
  return { text, encoding, issues: [] };
}

/** Bytes 0x80-0x9f of windows-1252; the five that it leaves free stand for themselves. */
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some releases of Node decode windows-1252 as Latin 1, which has control signs for "’", "œ" and "€". */
function withWindowsSigns(text: string): string {
  return text.replace(
    /[\u0080-\u009f]/gu,
    (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign,
  );
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: the spaces, line ends and digits leave zeros in one half only. */
function utf16ByPattern(bytes: Uint8Array): string | null {
  const end = Math.min(bytes.length, 8192) & ~1;
  let [even, odd, controls] = [0, 0, 0];
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
    if (isControl((bytes[at] ?? 0) | (bytes[at + 1] ?? 0))) controls++;
  }
  const pairs = end / 2;
  if (pairs < 2 || controls > pairs / 50) return null;
  if (odd > pairs / 20 && even <= pairs / 500) return 'utf-16le';
  if (even > pairs / 20 && odd <= pairs / 500) return 'utf-16be';
  return null;
}

const SIGNATURES: readonly (readonly [name: string, start: readonly number[]])[] = [
  ['a PDF file', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive or Office document', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
];

function whyBinary(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (known !== undefined) return known[0];
  const end = Math.min(bytes.length, 65536);
  let controls = 0;
  for (let at = 0; at < end; at++) if (isControl(bytes[at] ?? 0)) controls++;
  return controls > end / 200 ? 'a file with control bytes that no text has' : null;
}

function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;
}

/** Counts well-formed multi-byte characters and bytes that fit no character. */
function countBroken(bytes: Uint8Array): { good: number; bad: number } {
  let [good, bad] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let have = 0;
    while (have < more && ((bytes[at + have + 1] ?? 0) & 0xc0) === 0x80) have++;
    if (more > 0 && have === more) {
      good++;
      at += more;
    } else bad++;
  }
  return { good, bad };
}

/** The encoding that an HTML or XML file names in its first kilobyte, where it is a known one. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label = /(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{3,20})/iu.exec(start)?.[1];
  if (label === undefined || /^utf-?8$/iu.test(label)) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** Frequent letters of Arabic in windows-1256 and of Russian in windows-1251. */
const ARABIC = new Set([0xc7, 0xc9, 0xca, 0xd1, 0xd3, 0xe1, 0xe3, 0xe6]);
const RUSSIAN = new Set([0xee, 0xe0, 0xe8, 0xf2, 0xf1, 0xf0, 0xe2, 0xeb]);

/**
 * Arabic and Russian write nearly every letter with a high byte, western
 * languages one in twenty: density first, then which letters they would be.
 */
function guessLegacy(bytes: Uint8Array): string {
  const end = Math.min(bytes.length, 1 << 20);
  let [high, ascii, arabic, russian] = [0, 0, 0, 0];
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0xc0) high++;
    else if ((byte | 32) >= 0x61 && (byte | 32) <= 0x7a) ascii++;
    if (ARABIC.has(byte)) arabic++;
    if (RUSSIAN.has(byte)) russian++;
  }
  if (high < ascii / 2) return 'windows-1252';
  return russian > arabic ? 'windows-1251' : 'windows-1256';
}

function refused(issue: Issue): Decoded {
  return { text: null, encoding: 'unknown', issues: [issue] };
}

/** GCM101: nothing to read. */
export function emptyFile(path: string): Issue {
  return {
    id: 'GCM101',
    severity: 'error',
    message: 'The file holds no text.',
    hint: 'Expected the text of a review. Export the document again, or take the file out of the corpus.',
    document: path,
    place: null,
  };
}

/** A file of `size` bytes is not read (GCM105). */
export function tooLarge(size: number, path: string): Issue {
  return {
    id: 'GCM105',
    severity: 'error',
    message: `The file has ${size} bytes; at most ${MAX_BYTES} are read.`,
    hint: 'Split the document into several files.',
    document: path,
    place: null,
  };
}

function binaryFile(found: string, path: string): Issue {
  return {
    id: 'GCM102',
    severity: 'error',
    message: `Expected text, found ${found}.`,
    hint: 'Export the document as .txt, .md or .html, and give a file the extension of what is in it.',
    document: path,
    place: null,
  };
}

function mixed(bad: number, path: string): Issue {
  return {
    id: 'GCM103',
    severity: 'warning',
    message: `The file is UTF-8 but for ${bad} byte${bad === 1 ? '' : 's'} that fit no character; each was read as "\ufffd".`,
    hint: 'The file mixes encodings. Save it again as UTF-8 from the program that made it.',
    document: path,
    place: null,
  };
}

function guessed(encoding: string, path: string): Issue {
  return {
    id: 'GCM103',
    severity: 'info',
    message: `The file is not UTF-8; it was read as ${encoding}.`,
    hint: 'If letters look wrong in the output, save the file as UTF-8 and run again.',
    document: path,
    place: null,
  };
}
