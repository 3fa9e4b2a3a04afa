/** Reads an ODT's text as a stream of tags and gives its paragraphs, tables and notes to a flow. */
import type { Flow } from './flow.js';
import type { Paragraph } from './flow-levels.js';
import { createOdtLists, type OdtLists } from './odt-lists.js';
import { isOdtTitle, odtHeadingLevel, odtProperty, type OdtStyles } from './odt-styles.js';
import type { DropReason } from './types.js';
import { readXml, type XmlAttributes } from './xml.js';

interface Open {
  readonly style: string | undefined;
  readonly outline: number | null;
  readonly words: string[];
  /** Paragraphs of a text box in it, which stand after it. */
  readonly boxed: Paragraph[];
  /** A number that the file gives as text. */
  number: string | null;
}

interface State {
  readonly flow: Flow;
  readonly styles: OdtStyles;
  readonly lists: OdtLists;
  /** Paragraphs that are open: one, or more where text boxes stand in them. */
  readonly open: Open[];
  depth: number;
  /** Depth below which nothing is read, and why. */
  muted: {
    readonly depth: number;
    readonly reason: DropReason | null;
    readonly words: string[];
  } | null;
  readonly headers: boolean[];
  /** Texts of the notes that are open. */
  note: string[] | null;
  /** A note's mark stood right before: words around it must not grow together. */
  gap: boolean;
  /** Text goes to the number of the paragraph or item. */
  numbering: boolean;
  tables: number;
}

/** Gives the words of `content.xml` to a flow. */
export function readOdtContent(xml: string, styles: OdtStyles, flow: Flow): void {
  const state: State = {
    flow,
    styles,
    lists: createOdtLists(styles),
    open: [],
    depth: 0,
    muted: null,
    headers: [],
    note: null,
    gap: false,
    numbering: false,
    tables: 0,
  };
  let body = false;
  readXml(xml, {
    open: (name, attributes) => {
      state.depth++;
      if (name === 'office:text') body = true;
      else if (body) openTag(state, name, attributes);
    },
    close: (name) => {
      if (name === 'office:text') body = false;
      if (body) closeTag(state, name);
      state.depth--;
    },
    text: (text) => {
      if (body) addText(state, text);
    },
  });
}

function addText(state: State, text: string): void {
  const paragraph = state.open.at(-1);
  if (state.muted !== null) state.muted.words.push(text);
  else if (paragraph === undefined) return;
  else if (state.numbering) paragraph.number = (paragraph.number ?? '') + text;
  else {
    const last = paragraph.words.at(-1) ?? '';
    if (state.gap && /[\p{L}\p{N}]$/u.test(last) && /^[\p{L}\p{N}]/u.test(text))
      paragraph.words.push(' ');
    state.gap = false;
    paragraph.words.push(text.replace(/\s+/gu, ' '));
  }
}

/** Elements whose words are not the document's, and why; without a reason they are no words at all. */
const LEFT_OUT: Readonly<Record<string, DropReason | null>> = {
  'office:annotation': 'comment',
  'text:tracked-changes': 'deleted text',
  'text:table-of-content': 'navigation',
  'text:illustration-index': 'navigation',
  'text:table-index': 'navigation',
  'text:object-index': 'navigation',
  'text:user-index': 'navigation',
  'text:alphabetical-index': 'navigation',
  'text:bibliography': 'navigation',
  'text:placeholder': 'decoration',
  'text:hidden-text': 'hidden',
  'text:note-citation': null,
  'text:ruby-text': null,
  'text:sequence-decls': null,
  'text:variable-decls': null,
  'text:user-field-decls': null,
  'office:forms': null,
  'svg:title': null,
  'svg:desc': null,
  'office:binary-data': null,
};

function openTag(state: State, name: string, attributes: XmlAttributes): void {
  if (state.muted !== null) {
    if (name === 'text:p' || name === 'text:h') state.muted.words.push(' ');
    return;
  }
  const reason = reasonFor(state, name, attributes);
  if (reason !== undefined) state.muted = { depth: state.depth, reason, words: [] };
  else OPEN[name]?.(state, attributes);
}

function reasonFor(
  state: State,
  name: string,
  attributes: XmlAttributes,
): DropReason | null | undefined {
  if (name in LEFT_OUT) return LEFT_OUT[name];
  if (attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true')
    return 'hidden';
  const styled = /^text:(?:p|h|span)$/u.test(name) ? attributes['text:style-name'] : undefined;
  if (styled !== undefined && odtProperty(state.styles, styled, 'hidden') === true) return 'hidden';
  return undefined;
}

type Handler = (state: State, attributes: XmlAttributes) => void;

function push(state: State, text: string): void {
  state.open.at(-1)?.words.push(text);
}

const OPEN: Readonly<Record<string, Handler>> = {
  'text:p': (state, attributes) => openParagraph(state, attributes, null),
  'text:h': (state, attributes) =>
    openParagraph(state, attributes, count(attributes['text:outline-level'], 1, 10)),
  'text:s': (state, attributes) => push(state, ' '.repeat(count(attributes['text:c'], 1, 200))),
  'text:tab': (state) => push(state, '\t'),
  'text:line-break': (state) => push(state, '\n'),
  'text:number': (state) => void (state.numbering = state.open.length > 0),
  'text:list': (state, attributes) => state.lists.open(attributes),
  'text:list-item': (state, attributes) => state.lists.item(attributes, true),
  'text:list-header': (state, attributes) => state.lists.item(attributes, false),
  'text:note': (state) => void (state.note ??= []),
  'table:table': (state) => {
    state.tables++;
    state.lists.enter();
    state.flow.openTable();
  },
  'table:table-header-rows': (state) => void state.headers.push(true),
  'table:table-row': (state) => state.flow.openRow(state.headers.at(-1) === true),
  'table:table-cell': (state, attributes) => {
    state.flow.openCell(
      count(attributes['table:number-columns-spanned'], 1, 63),
      count(attributes['table:number-rows-spanned'], 1, 5000),
    );
  },
};

const CLOSE: Readonly<Record<string, (state: State) => void>> = {
  'text:p': closeParagraph,
  'text:h': closeParagraph,
  'text:number': (state) => void (state.numbering = false),
  'text:list': (state) => state.lists.close(),
  'text:note': (state) => {
    if (state.note !== null) state.flow.note(state.note.join(' '));
    state.note = null;
    state.gap = true;
  },
  'table:table-header-rows': (state) => void state.headers.pop(),
  'table:table': (state) => {
    state.tables--;
    state.lists.leave();
    state.flow.closeTable();
  },
};

function closeTag(state: State, name: string): void {
  const { muted } = state;
  if (muted === null) CLOSE[name]?.(state);
  else if (muted.depth === state.depth) {
    if (muted.reason !== null) state.flow.drop(muted.reason, muted.words.join(''));
    state.muted = null;
  }
}

function count(value: string | undefined, least: number, most: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isFinite(number) ? Math.min(Math.max(number, least), most) : least;
}

function openParagraph(state: State, attributes: XmlAttributes, outline: number | null): void {
  const style = attributes['text:style-name'];
  state.open.push({ style, outline, words: [], boxed: [], number: null });
  state.gap = false;
}

function closeParagraph(state: State): void {
  const open = state.open.pop();
  if (open === undefined) return;
  const text = open.words.join('');
  if (state.note !== null) {
    state.note.push(text);
    return;
  }
  const paragraph = paragraphOf(state, open, text);
  const host = state.open.at(-1);
  for (const one of [paragraph, ...open.boxed]) {
    if (host === undefined) state.flow.paragraph(one);
    else host.boxed.push(one);
  }
}

/** A document's own title is a line of its title page, whatever level it is set at. */
function paragraphOf({ styles, lists }: State, open: Open, text: string): Paragraph {
  const level = open.outline ?? odtHeadingLevel(styles, open.style);
  const heading = isOdtTitle(styles, open.style) ? null : level;
  const placed = lists.place(open.style, heading, text.trim() !== '', open.number);
  return { ...placed, text, heading: heading ?? undefined };
}
