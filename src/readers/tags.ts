import { Parser } from 'htmlparser2';

/** A piece of text between tags, and what the tags before it mean for it. */
export interface TagPiece {
  readonly text: string;
  /** A list or an item opened right before the piece. */
  readonly listed: boolean;
  /** An item tag opened right before the piece. */
  readonly item: boolean;
}

const TAG = /<(\/?)([a-z][a-z0-9]{0,9})(?:\s[^<>]{0,2000})?\/?>/iuy;
const BREAKS =
  /^(?:p|br|div|li|ul|ol|tr|td|th|table|h[1-6]|blockquote|details|summary|figure|figcaption|section)$/u;
const KNOWN =
  /^(?:p|br|div|li|ul|ol|tr|td|th|table|tbody|thead|h[1-6]|blockquote|span|b|i|u|s|em|strong|a|sup|sub|font|small|big|center|hr|img|mark|o|del|ins|code|kbd|abbr|details|summary|figure|figcaption|section)$/u;

/**
 * Cuts a line of text at its stray tags. Tags are never matched up: an export
 * opens lists that nothing closes. What is not a tag ("<5 ans") stays text.
 */
export function splitTags(line: string): TagPiece[] {
  if (!line.includes('<')) return [{ text: decodeEntities(line), listed: false, item: false }];
  const pieces: TagPiece[] = [];
  let text: string[] = [];
  let state = { listed: false, item: false };
  const flush = (): void => {
    const piece = decodeEntities(text.join(''));
    text = [];
    if (piece.trim() === '') return;
    pieces.push({ text: piece, ...state });
    state = { listed: false, item: false };
  };
  for (const token of tokens(line)) {
    if (token.tag === null) text.push(token.text);
    else if (BREAKS.test(token.tag)) {
      flush();
      if (token.opens) state = afterTag(state, token.tag);
    }
  }
  flush();
  return pieces;
}

function afterTag(state: { listed: boolean; item: boolean }, tag: string) {
  if (tag === 'ul' || tag === 'ol') return { listed: true, item: false };
  if (tag === 'li') return { listed: true, item: true };
  return tag === 'p' ? { listed: false, item: false } : state;
}

interface Token {
  readonly tag: string | null;
  readonly opens: boolean;
  readonly text: string;
}

function* tokens(line: string): Generator<Token> {
  let start = 0;
  for (let at = line.indexOf('<'); at >= 0; at = line.indexOf('<', at)) {
    TAG.lastIndex = at;
    const match = TAG.exec(line);
    const name = match?.[2]?.toLowerCase();
    if (match === null || name === undefined || !KNOWN.test(name)) {
      at++;
      continue;
    }
    if (at > start) yield { tag: null, opens: false, text: line.slice(start, at) };
    yield { tag: name, opens: match[1] === '', text: '' };
    at += match[0].length;
    start = at;
  }
  if (start < line.length) yield { tag: null, opens: false, text: line.slice(start) };
}

/** Character references resolved ("&eacute;", "&#171;"); any other "&" stays. */
export function decodeEntities(text: string): string {
  if (!/&#?\w{2,10};/u.test(text)) return text;
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => void parts.push(part) }, { decodeEntities: true });
  parser.end(text.replaceAll('<', '&lt;'));
  return parts.join('');
}
