import type { Dropped } from './types.js';

/** A line of Markdown, its marks at the start taken off. */
export interface MarkdownLine {
  readonly text: string;
  /** `note`: a footnote's own line; `skip`: a mark without words, or the address of a link. */
  readonly kind: 'words' | 'note' | 'skip';
  /** The footnote's mark. */
  readonly mark?: string;
}

/** The lines of a text, and what its lines say of the others. */
export interface Markdown {
  readonly lines: readonly MarkdownLine[];
  /** Names of the links that are defined by themselves, in small letters. */
  readonly links: ReadonlySet<string>;
  readonly dropped: readonly Dropped[];
}

/** A line that is longer is no line of marks. */
const LONGEST = 2000;
const SKIP: MarkdownLine = { text: '', kind: 'skip' };

const FENCE = /^\s{0,12}(?:`{3,20}|~{3,20})\s{0,3}[\w+-]{0,20}\s{0,9}$/u;
const NOTE = /^ {0,3}\[\^([^\]\s]{1,40})\]:\s{0,9}(\S.{0,1990})$/u;
const LINK =
  /^ {0,3}\[([^\]^]{1,100})\]:\s{0,9}<?(?:https?:|mailto:|www\.|[#/.])[^\s>]{0,1000}>?(?:\s{1,9}["'(].{0,300}["')])?\s{0,9}$/u;
const QUOTE = /^ {0,3}(?:>\s?){1,5}(?=[^\s\p{Nd}=])/u;
const TASK = /^(\s{0,40}(?:[-*+]|\p{Nd}{1,3}[.)])\s{1,4})\[[ xX]\]\s{1,4}(?=\S)/u;

/** Reads the marks that stand at the start of lines, or alone in one. */
export function readMarkdown(lines: readonly string[]): Markdown {
  const links = new Set<string>();
  const front = frontMatter(lines);
  let inNote = false;
  const read = (line: string, at: number): MarkdownLine => {
    if (at < front) return SKIP;
    if (line.length > LONGEST) return { text: line, kind: 'words' };
    const note = NOTE.exec(line);
    if (note !== null) {
      inNote = true;
      return { text: note[2] ?? '', kind: 'note', mark: note[1] ?? '' };
    }
    inNote &&= /^(?:\s{2,}\S|\t)/u.test(line);
    if (inNote) return { text: line, kind: 'note', mark: '' };
    const name = LINK.exec(line)?.[1];
    if (name === undefined)
      return { text: unmarked(line), kind: FENCE.test(line) ? 'skip' : 'words' };
    links.add(name.toLowerCase());
    return SKIP;
  };
  return { lines: lines.map(read), links, dropped: droppedFront(lines.slice(0, front)) };
}

function unmarked(line: string): string {
  const quoted = line.includes('>') ? line.replace(QUOTE, '') : line;
  return quoted.includes('[') ? quoted.replace(TASK, '$1') : quoted;
}

/** Lines of settings between two rules at the very start ("title: …"); 0 where there are none. */
function frontMatter(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.slice(1, 80).findIndex((line) => /^(?:---|\.\.\.)\s{0,9}$/u.test(line));
  const inside = lines.slice(1, end + 1);
  const isSettings = inside.every((line) => /^(?:\s|#|-\s|[\w-]{1,40}\s{0,3}:|$)/u.test(line));
  return end > 0 && isSettings ? end + 2 : 0;
}

function droppedFront(lines: readonly string[]): Dropped[] {
  const text = lines.slice(1, -1).join(' ').replace(/\s+/gu, ' ').trim();
  return text === '' ? [] : [{ reason: 'decoration', text }];
}

const IMAGE = /!\[[^[\]]{0,300}\](?:\([^()]{0,500}\)|\[[^[\]]{0,100}\])/gu;
const INLINE_LINK =
  /\[([^[\]]{1,300})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,500}(?:\s{1,3}["'][^"']{0,300}["'])?\)/gu;
const NAMED_LINK = /\[([^[\]]{1,300})\]\s?\[([^[\]]{0,100})\]/gu;
const STARS = /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])([^*]{1,500})(?<=[^\s\\])\*(?![\p{L}\p{N}*])/gu;
const UNDERSCORES = /(?<![\p{L}\p{N}_\\])_(?=[^\s_])([^_]{1,500})(?<=[^\s\\])_(?![\p{L}\p{N}_])/gu;
const NOTE_MARKS = /\s?\[\^[^\]\s]{1,40}\](?=[.,)\]])|\[\^[^\]\s]{1,40}\]/gu;

/** Marks of emphasis, links, images, footnotes and escapes taken out of a line's words. */
export function plainWords(text: string, links: ReadonlySet<string>): string {
  let words = text;
  if (words.includes('](') || words.includes('![')) words = withoutAddresses(words);
  if (words.includes('[^')) words = words.replace(NOTE_MARKS, '');
  if (links.size > 0 && words.includes(']')) words = withoutNames(words, links);
  if (words.includes('<'))
    words = words.replace(/<((?:https?:\/\/|mailto:)[^\s<>]{1,500})>/gu, '$1');
  if (words.includes('`')) words = words.replace(/(?<!\\)`{1,3}/gu, '');
  if (words.includes('**')) words = words.replaceAll('**', '');
  if (words.includes('~~')) words = words.replaceAll('~~', '');
  if (words.includes('__')) words = words.replace(/__(?=\S)|(?<=\S)__/gu, '');
  if (words.includes('*')) words = words.replace(STARS, '$1');
  if (words.includes('_')) words = words.replace(UNDERSCORES, '$1');
  if (words.includes('\\')) words = words.replace(/\\([\\.\-*_#|()[\]<>`~!+])/gu, '$1');
  return words;
}

function withoutAddresses(text: string): string {
  return text.replace(IMAGE, '').replace(INLINE_LINK, '$1');
}

/** "[words][name]" and "[name]" lose their brackets where the name is one of a link. */
function withoutNames(text: string, links: ReadonlySet<string>): string {
  const named = text.replace(NAMED_LINK, (whole, words: string, name: string) =>
    links.has((name === '' ? words : name).toLowerCase()) ? words : whole,
  );
  return named.replace(/\[([^[\]^]{1,100})\]/gu, (whole, name: string) =>
    links.has(name.toLowerCase()) ? name : whole,
  );
}
