import type { Span } from './types.js';

/**
 * Joins the pieces of a statement that a page or line end has cut: one space
 * between them, none after a hyphen that stands between two letters of a word
 * cut at a line end.
 */
export function joinPieces(pieces: readonly string[]): string {
  const words = pieces.filter((piece) => piece !== '');
  // The gap is told from the neighbours alone: looking at the text so far would cost its length each time.
  return words.map((piece, at) => gapBetween(words[at - 1] ?? '', piece) + piece).join('');
}

/** The text of `spans` in `source`, joined like a statement's text. */
export function textAt(source: string, spans: readonly Span[]): string {
  return joinPieces(spans.map(([start, end]) => source.slice(start, end)));
}

/**
 * Maps a span of a joined text back to the spans of its pieces in the source.
 * @param pieces spans of the pieces in the source, in order
 */
export function sourceSpans(source: string, pieces: readonly Span[], span: Span): Span[] {
  const found: Span[] = [];
  let length = 0;
  let before = '';
  for (const [start, end] of pieces) {
    const piece = source.slice(start, end);
    if (piece === '') continue;
    const at = length + gapBetween(before, piece).length;
    length = at + piece.length;
    before = piece;
    const from = Math.max(span[0], at);
    const to = Math.min(span[1], at + piece.length);
    if (from < to) found.push([start + from - at, start + to - at]);
  }
  return found;
}

function gapBetween(before: string, after: string): string {
  if (before === '' || after === '') return '';
  return /\p{Ll}[-\u00ad]$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(after) ? '' : ' ';
}

/** White space folded to single spaces, ends trimmed. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * On one line, without the signs that steer a terminal or the direction of
 * writing: texts and names of files are anybody's.
 */
export function plainLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** Of a text that was left out, how much is quoted, in UTF-16 code units. */
const LONGEST_QUOTE = 200;

/** A text as it is quoted: its ends trimmed, and cut with "…" where it is long. */
export function quoted(text: string): string {
  const words = text.trim();
  if (words.length <= LONGEST_QUOTE) return words;
  return `${words.slice(0, LONGEST_QUOTE).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** Compares by code units: the same order on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A text as files can hold it: half a character, which UTF-8 has no bytes for, is U+FFFD. */
export function wholeCharacters(text: string): string {
  return text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
}
