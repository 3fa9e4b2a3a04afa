import type { CellPlace } from '../model/types.js';
import { createBuilder, type Builder } from './builder.js';
import { createComposer, type Composer } from './lines.js';
import { plainWords, readMarkdown, type MarkdownLine } from './markdown.js';
import { parseMarker } from './markers.js';
import { lineRoles } from './pages.js';
import { hasTabRows, isRuleRow, splitRow } from './rows.js';
import { splitTags } from './tags.js';
import type { Extracted } from './types.js';
import { wrapWidth } from './wrap.js';

/** Where the line reader stands in a document. */
interface State {
  readonly builder: Builder;
  readonly composer: Composer;
  /** The file holds a table whose cells are parted by tabs. */
  readonly tabbed: boolean;
  /** Names of links whose addresses stand in lines of their own. */
  readonly links: ReadonlySet<string>;
  apart: boolean;
  inTable: boolean;
  table: number;
  row: number;
}

/**
 * Reads plain text and Markdown line by line: a tab or a pipe is a cell border,
 * a marker an item, an empty line a border, "#" a heading, a page mark a page's
 * end. Stray tags are taken out of each line by itself.
 */
export function readText(text: string): Extracted {
  const source = text.split(/\r\n|[\n\r\u0085\u2028\u2029]|(?=\f)|(?<=\f)/u);
  const markdown = readMarkdown(source);
  const lines = markdown.lines.map((line) => line.text);
  const builder = createBuilder();
  const tabbed = hasTabRows(lines);
  const composer = createComposer(builder, tabbed ? 0 : wrapWidth(lines));
  const state: State = {
    builder,
    composer,
    tabbed,
    links: markdown.links,
    apart: true,
    inTable: false,
    table: -1,
    row: 0,
  };
  const roles = lineRoles(lines);
  lines.forEach((line, at) => {
    if (isMark(state, markdown.lines[at])) return;
    if (roles[at] === 'page') endPage(state);
    else if (line.trim() === '') emptyLine(state);
    else if (!heading(state, line, lines[at + 1] ?? '') && !rule(state, line))
      words(state, line, lines[at - 1] ?? '', lines[at + 1] ?? '');
  });
  composer.close();
  return { ...builder.finish(), dropped: markdown.dropped };
}

/** Takes a footnote, or a line that holds no words. @returns whether the line was one */
function isMark({ builder, composer, links }: State, line: MarkdownLine | undefined): boolean {
  if (line === undefined || line.kind === 'words') return false;
  composer.close();
  if (line.kind === 'skip') return true;
  const marker = line.mark === '' ? undefined : line.mark;
  builder.add({ kind: 'note', text: plainWords(line.text, links), marker, apart: true });
  return true;
}

function endPage(state: State): void {
  state.composer.close();
  state.builder.page();
  state.apart = true;
}

/** In a table of tabs an empty line is where a page ended; elsewhere it parts blocks. */
function emptyLine(state: State): void {
  state.composer.close();
  if (state.tabbed && state.table >= 0) state.builder.page();
  state.apart = true;
}

const ATX = /^ {0,3}(#{1,6})\s{1,9}(\S.*)$/su;

/** Markdown's headings: "## Title", and a title with a rule of = or - under it. */
function heading(state: State, line: string, next: string): boolean {
  const atx = line.length < 1000 ? ATX.exec(line) : null;
  if (atx !== null) {
    addHeading(state, (atx[2] ?? '').replace(/\s#{1,6}\s{0,9}$/u, ''), (atx[1] ?? '').length);
    return true;
  }
  const under = /^ {0,3}(?:(={3,})|-{3,})\s{0,9}$/u.exec(next.length < 300 ? next : '');
  if (under === null || !state.apart || line.length > 150 || /[\t|]|[.;]\s*$/u.test(line))
    return false;
  if (parseMarker(line) !== null && !/^\s{0,3}[\p{Nd}IVX]/u.test(line)) return false;
  addHeading(state, line, under[1] === undefined ? 2 : 1);
  return true;
}

function addHeading(state: State, text: string, level: number): void {
  state.composer.reset();
  const words = splitTags(text)
    .map((piece) => piece.text)
    .join(' ');
  state.builder.add({ kind: 'heading', text: plainWords(words, state.links), level, apart: true });
  state.apart = true;
}

/** Lines of rules, grid borders and table separators carry no words. */
function rule(state: State, line: string): boolean {
  if (!isRuleRow(line)) return false;
  state.composer.close();
  state.apart ||= !state.inTable;
  return true;
}

function words(state: State, line: string, before: string, after: string): void {
  const cells = splitRow(line, state.tabbed, before);
  if (cells !== null) row(state, cells, !state.inTable && after.includes('|') && isRuleRow(after));
  else {
    state.inTable = false;
    free(state, line);
  }
  state.apart = false;
}

function row(state: State, cells: readonly string[], header: boolean): void {
  if (!state.inTable) state.table++;
  state.row = state.inTable ? state.row + 1 : 0;
  state.inTable = true;
  if ((cells[0] ?? '').trim() !== '') state.composer.reset();
  cells.forEach((cell, column) => {
    const place: CellPlace = {
      table: state.table,
      row: state.row,
      column,
      ...(header ? { header } : {}),
    };
    pieces(state, cell, { cell: place, indent: 0, apart: state.apart });
    state.composer.close();
  });
}

function free(state: State, line: string): void {
  const indent = columns(line);
  pieces(state, line, { indent, apart: state.apart });
}

function pieces(
  state: State,
  text: string,
  place: { indent: number; apart: boolean; cell?: CellPlace },
): void {
  splitTags(text).forEach((piece, at) => {
    if (at > 0) state.composer.close();
    const { listed, item } = piece;
    state.composer.line({
      ...place,
      text: plainWords(piece.text, state.links),
      listed,
      item,
      apart: at === 0 && place.apart,
    });
  });
}

/** Columns of white space before the words; a tab goes to the next multiple of four. */
function columns(line: string): number {
  let column = 0;
  for (const letter of line) {
    if (letter === '\t') column += 4 - (column % 4);
    else if (/\s/u.test(letter)) column++;
    else break;
  }
  return column;
}
