/**
 * What drawn signs stand for where the file says so (`ActualText`). Writers of
 * Arabic say it of letters with vowel signs, ligatures and mirrored brackets.
 * The PDF library does not tell it, so it is taken from the file's own streams.
 */
import { inflateSync } from 'node:zlib';
import { byteSum, createFingerprint, outlineOf } from './content.js';
import type { Fingerprint } from './content.js';
import { refuseOpenStates } from './states.js';
import type { OperatorNames, Operators } from './interpret.js';
import type { Glyph } from './types.js';

const MB = 1024 * 1024;
/** No page's operators are longer than this; what is longer is passed over. */
const LONGEST = 16 * MB;
const MOST = 96 * MB;

/** The texts of the marked contents of streams, by the stream's fingerprint. */
export type ActualTexts = ReadonlyMap<string, readonly (string | null)[]>;

/** Finds the streams of a file that say what their signs stand for. Issue: GCM128 for one that keeps too many drawing states open. */
export function actualTexts(file: Uint8Array): ActualTexts {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const found = new Map<string, readonly (string | null)[]>();
  let left = MOST;
  for (
    let at = bytes.indexOf('stream');
    at >= 0 && left > 0;
    at = bytes.indexOf('stream', at + 6)
  ) {
    if (bytes[at - 1] === 0x64) continue;
    const stream = streamAt(bytes, at, Math.min(left, LONGEST));
    if (stream === null) continue;
    left -= stream.length;
    refuseOpenStates(stream);
    if (!stream.includes('ActualText')) continue;
    const { print, texts } = outlineOf(stream);
    // Two streams of one print that say different things tell nothing.
    const before = found.get(print);
    if (before === undefined) found.set(print, texts);
    else if (before.join('\0') !== texts.join('\0')) found.set(print, []);
  }
  return found;
}

const OTHER =
  /\/(?:Image|Length1|Length2|Length3|FontFile\d?|ObjStm|XRef|Metadata|DecodeParms|Predictor)\b/u;

/** The stream at the keyword, unpacked; null for one that is no page's operators. */
function streamAt(bytes: Buffer, keyword: number, most: number): Buffer | null {
  let start = keyword + 6;
  if (bytes[start] === 0x0d) start++;
  if (bytes[start] !== 0x0a) return null;
  start++;
  const before = bytes.toString('latin1', Math.max(0, keyword - 400), keyword);
  const dictionary = before.slice(before.lastIndexOf('obj') + 1);
  if (OTHER.test(dictionary)) return null;
  const end = bytes.indexOf('endstream', start);
  const packed = bytes.subarray(start, end < 0 ? bytes.length : end);
  if (!/\/Filter\b/u.test(dictionary)) return packed.length > most ? null : packed;
  if (!/\/Filter\s{0,5}\[?\s{0,5}\/FlateDecode\s{0,5}[\]/>\s]/u.test(`${dictionary}>`)) return null;
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch {
    return null;
  }
}

interface Unit {
  readonly print: Fingerprint;
  /** Places of the operators that open marked content. */
  readonly openings: number[];
}

/** The text that stands for each marked content of a page, by the place of the operator that opens it. */
export function textsByOperator(
  { fnArray, argsArray }: Operators,
  names: OperatorNames,
  known: ActualTexts,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (known.size === 0) return found;
  const resolve = ({ print, openings }: Unit): void => {
    const texts = known.get(print.text());
    if (texts?.length !== openings.length) return;
    openings.forEach((at, index) => {
      const text = texts[index];
      if (typeof text === 'string') found.set(at, text);
    });
  };
  const create = (): Unit => ({ print: createFingerprint(), openings: [] });
  const page = create();
  const open = [page];
  fnArray.forEach((operator, at) => {
    const unit = open.at(-1)!;
    const args = (argsArray[at] ?? []) as readonly unknown[];
    if (operator === names['paintFormXObjectBegin']) open.push(create());
    else if (operator === names['paintFormXObjectEnd']) {
      if (open.length > 1) resolve(open.pop()!);
    } else if (operator === names['showText']) unit.print.show(sumOf(args[0]));
    else if (operator === names['endMarkedContent']) unit.print.close();
    else if (
      operator === names['beginMarkedContent'] ||
      operator === names['beginMarkedContentProps']
    ) {
      unit.print.open(tagOf(args[0]));
      unit.openings.push(at);
    }
  });
  resolve(page);
  return found;
}

function tagOf(tag: unknown): string {
  if (typeof tag === 'string') return tag;
  return (tag as { readonly name?: string } | undefined)?.name ?? '';
}

function sumOf(shown: unknown): number {
  let sum = 0;
  if (!Array.isArray(shown)) return sum;
  for (const one of shown as readonly ({ readonly originalCharCode?: number } | number | null)[])
    if (typeof one === 'object' && one !== null) sum += byteSum(one.originalCharCode ?? 0);
  return sum;
}

/** Soft hyphens: where no line ends at them a space without width is drawn for them, under the letter that follows. */
const SOFT = /^\u00ad+$/u;

/** The signs of one marked content as one that has the text which the file gives; left as they are where that is no single sign. */
export function spoken<T extends Glyph>(glyphs: readonly T[], text: string): readonly T[] {
  const [first] = glyphs;
  if (first === undefined || text === '') return [];
  if (SOFT.test(text) && glyphs.every((glyph) => glyph.text.trim() === ''))
    return [{ ...first, text: '\u00ad', x1: first.x0, exact: true }];
  const whole = /^\s+$/u.test(text) ? ' ' : text;
  const base = glyphs.reduce((one, other) => (width(other) > width(one) ? other : one));
  const inked = glyphs.filter((glyph) => width(glyph) > 0);
  const own = inked.length > 0 ? inked : glyphs;
  const x0 = Math.min(...own.map((glyph) => glyph.x0));
  const x1 = Math.max(...own.map((glyph) => glyph.x1));
  const spread = glyphs.some(({ y, size }) => Math.abs(y - base.y) > size);
  if (/\S\s|\s\S/u.test(whole) || spread || x1 - x0 > 8 * base.size) return glyphs;
  const said = { ...base, text: whole, x0, x1, exact: true };
  return glyphs.length === 1 && base.text !== whole ? [{ ...said, own: base.text }] : [said];
}

/**
 * Signs as the file says them, but for stretches in which it calls a letter a
 * dash or a dash a letter: some writers give the letters of a word in the wrong
 * order there. The font knows better then.
 */
export function believed<T extends Glyph>(glyphs: readonly T[]): readonly T[] {
  const mended = new Map<number, string>();
  glyphs.forEach((glyph, at) => {
    if (mended.has(at) || !isContradicted(glyph)) return;
    let [from, to] = [at, at];
    while (glyphs[from - 1]?.own !== undefined) from--;
    while (glyphs[to + 1]?.own !== undefined) to++;
    for (let one = from; one <= to; one++) mended.set(one, glyphs[one]!.own ?? '');
    const next = glyphs[to + 1];
    const letter = leftOver(glyphs.slice(from, to + 1), next);
    if (letter !== undefined) mended.set(to + 1, letter);
  });
  if (mended.size === 0) return glyphs;
  return glyphs.map((glyph, at) => {
    const text = mended.get(at);
    return text === undefined ? glyph : { ...glyph, text, exact: false };
  });
}

/** The letter of the sign after a stretch in the wrong order: what is said there and drawn nowhere else. */
function leftOver(stretch: readonly Glyph[], next: Glyph | undefined): string | undefined {
  const last = stretch.at(-1)!;
  if (next === undefined || next.exact === true || Math.abs(next.x0 - last.x1) > 0.05 * last.size)
    return undefined;
  const said = [...stretch, next].map(({ text }) => text);
  for (const { own } of stretch) {
    const at = said.indexOf(own ?? '');
    if (at >= 0) said.splice(at, 1);
  }
  return said.length === 1 ? said[0] : undefined;
}

function isContradicted({ text, own }: Glyph): boolean {
  if (own === undefined) return false;
  const isLetter = (one: string): boolean => /^\p{L}/u.test(one);
  const isStroke = (one: string): boolean => /^[-–/.,\p{Nd}]$/u.test(one);
  return (isLetter(text) && isStroke(own)) || (isStroke(text) && isLetter(own));
}

function width({ x0, x1 }: Glyph): number {
  return x1 - x0;
}
