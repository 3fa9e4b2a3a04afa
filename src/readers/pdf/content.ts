/** Reads the operators of a content stream that show text and that mark content, and nothing else. */

/** What a content stream does with text, in short. */
export interface ContentOutline {
  /** Tells two streams apart by what they show. */
  readonly print: string;
  /** The `ActualText` of each marked content, in the order in which they open; null for none. */
  readonly texts: readonly (string | null)[];
}

/** Sums up what a stream does, in the same way whoever reads it. */
export interface Fingerprint {
  /** Text shown: the sum of its bytes. */
  readonly show: (sum: number) => void;
  /** Marked content opened. */
  readonly open: (tag: string) => void;
  readonly close: () => void;
  readonly text: () => string;
}

/** Makes an empty fingerprint. */
export function createFingerprint(): Fingerprint {
  let [hash, count] = [0x811c9dc5, 0];
  const add = (value: number): void => {
    hash = Math.imul(hash ^ value, 0x01000193);
    hash ^= hash >>> 15;
    count++;
  };
  return {
    show: (sum) => add(4 * sum + 1),
    open: (tag) => {
      add(2);
      for (const letter of tag) add(letter.codePointAt(0) ?? 0);
    },
    close: () => add(3),
    text: () => `${hash >>> 0}/${count}`,
  };
}

/** The sum of the bytes that a sign's code is written in. */
export function byteSum(code: number): number {
  let sum = 0;
  for (let rest = code; rest > 0; rest = Math.floor(rest / 256)) sum += rest % 256;
  return sum;
}

interface Scan {
  readonly bytes: Uint8Array;
  at: number;
  readonly print: Fingerprint;
  readonly texts: (string | null)[];
  /** Operands so far: the sum of their strings, the first name, the text that stands for the content. */
  sum: number;
  tag: string | null;
  key: string;
  actual: string | null;
}

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
/** ( ) < > [ ] { } / % */
const DELIMITER = new Set([40, 41, 60, 62, 91, 93, 123, 125, 47, 37]);

/** Outlines a content stream; what cannot be read is passed over. */
export function outlineOf(bytes: Uint8Array): ContentOutline {
  const print = createFingerprint();
  const scan: Scan = { bytes, at: 0, print, texts: [], sum: 0, tag: null, key: '', actual: null };
  while (scan.at < bytes.length) takeToken(scan);
  return { print: print.text(), texts: scan.texts };
}

function takeToken(scan: Scan): void {
  const { bytes } = scan;
  const first = bytes[scan.at]!;
  if (SPACE.has(first)) scan.at++;
  else if (first === 40) takeString(scan, literal(scan));
  else if (first === 60 && bytes[scan.at + 1] !== 60) takeString(scan, hexadecimal(scan));
  else if (first === 60) scan.at += 2;
  else if (first === 37) skipComment(scan);
  else if (first === 47) {
    scan.at++;
    scan.key = word(scan).replace(/#([\da-f]{2})/giu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    scan.tag ??= scan.key;
  } else if (DELIMITER.has(first)) scan.at++;
  else {
    const operator = word(scan);
    if (!/^[\d.+-]/u.test(operator)) operate(scan, operator);
  }
}

function operate(scan: Scan, operator: string): void {
  const { print, texts } = scan;
  if (operator === 'Tj' || operator === 'TJ' || operator === "'" || operator === '"')
    print.show(scan.sum);
  else if (operator === 'BDC' || operator === 'BMC') {
    print.open(scan.tag ?? '');
    texts.push(scan.actual);
  } else if (operator === 'EMC') print.close();
  else if (operator === 'ID') skipImage(scan);
  [scan.sum, scan.tag, scan.key, scan.actual] = [0, null, '', null];
}

function takeString(scan: Scan, string: readonly number[]): void {
  if (scan.key === 'ActualText') scan.actual = decoded(string);
  for (const byte of string) scan.sum += byte;
  scan.key = '';
}

function word(scan: Scan): string {
  const { bytes } = scan;
  const start = scan.at;
  while (scan.at < bytes.length && !SPACE.has(bytes[scan.at]!) && !DELIMITER.has(bytes[scan.at]!))
    scan.at++;
  return String.fromCharCode(...bytes.subarray(start, Math.min(scan.at, start + 64)));
}

function skipComment(scan: Scan): void {
  const { bytes } = scan;
  while (scan.at < bytes.length && bytes[scan.at] !== 10 && bytes[scan.at] !== 13) scan.at++;
}

/** An image inside of the stream ends with EI between white space. */
function skipImage(scan: Scan): void {
  const { bytes } = scan;
  while (scan.at < bytes.length) {
    const [a, b, c, d] = bytes.subarray(scan.at, scan.at + 4);
    scan.at++;
    if (SPACE.has(a!) && b === 69 && c === 73 && (d === undefined || SPACE.has(d))) {
      scan.at += 2;
      return;
    }
  }
}

const ESCAPED = new Map([
  [110, 10],
  [114, 13],
  [116, 9],
  [98, 8],
  [102, 12],
]);

function literal(scan: Scan): number[] {
  const { bytes } = scan;
  const found: number[] = [];
  let depth = 0;
  for (scan.at++; scan.at < bytes.length; scan.at++) {
    const byte = bytes[scan.at]!;
    if (byte === 92) {
      const escaped = escape(scan);
      if (escaped !== null) found.push(escaped);
      continue;
    }
    if (byte === 40) depth++;
    else if (byte === 41 && depth-- === 0) {
      scan.at++;
      break;
    }
    found.push(byte);
  }
  return found;
}

/** What stands after a reverse solidus; null where the line only goes on. */
function escape(scan: Scan): number | null {
  const { bytes } = scan;
  const byte = bytes[++scan.at] ?? 0;
  if (byte >= 48 && byte <= 55) {
    let value = byte - 48;
    for (let more = 0; more < 2; more++) {
      const next = bytes[scan.at + 1] ?? 0;
      if (next < 48 || next > 55) break;
      value = value * 8 + next - 48;
      scan.at++;
    }
    return value % 256;
  }
  if (byte === 13 && bytes[scan.at + 1] === 10) scan.at++;
  if (byte === 13 || byte === 10) return null;
  return ESCAPED.get(byte) ?? byte;
}

function hexadecimal(scan: Scan): number[] {
  const { bytes } = scan;
  const found: number[] = [];
  let high: number | null = null;
  for (scan.at++; scan.at < bytes.length && bytes[scan.at] !== 62; scan.at++) {
    const digit = Number.parseInt(String.fromCharCode(bytes[scan.at]!), 16);
    if (Number.isNaN(digit)) continue;
    if (high === null) high = digit;
    else {
      found.push(high * 16 + digit);
      high = null;
    }
  }
  if (high !== null) found.push(high * 16);
  scan.at++;
  return found;
}

/** A text string: UTF-16 or UTF-8 with its mark, else Latin letters. */
function decoded(string: readonly number[]): string {
  const bytes = Uint8Array.from(string.slice(0, 4000));
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return new TextDecoder().decode(bytes.subarray(3));
  return String.fromCharCode(...bytes);
}
