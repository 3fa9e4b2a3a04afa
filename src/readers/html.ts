import { Parser } from 'htmlparser2';
import { createBuilder, type Builder } from './builder.js';
import { indentOf, isFurniture, isSkipped, itemMarker, openList, type List } from './html-tags.js';
import { createComposer, type Composer } from './lines.js';
import { createTables, type Tables } from './html-tables.js';
import type { Extracted } from './types.js';

type Attributes = Readonly<Record<string, string>>;

/** Where the streaming reader stands: flat counters only, so that depth costs nothing. */
interface State {
  readonly builder: Builder;
  readonly composer: Composer;
  readonly tables: Tables;
  /** Leave out navigation, banners and footers. */
  readonly strict: boolean;
  skipping: number;
  words: string[];
  lists: List[];
  heading: number;
  pre: number;
  indent: number;
  /** Set between an item's tag and its first words. */
  item: { readonly marker: string | undefined } | null;
  listStarts: boolean;
}

/** What kind of HTML is read. */
export interface HtmlOptions {
  /** True for a page, whose navigation, banners and footers are left out; false for a converted file, all of whose words count. */
  readonly furniture?: boolean;
}

/**
 * Reads HTML as a stream of tags, without a tree: headings, paragraphs, nested
 * lists, table cells; navigation, scripts, headers and footers are left out.
 */
export function readHtml(html: string, options: HtmlOptions = {}): Extracted {
  const extracted = run(html, options.furniture ?? true);
  // A navigation element that nothing closes would swallow the page: then keep its words.
  return extracted.blocks.length > 0 ? extracted : run(html, false);
}

function run(html: string, strict: boolean): Extracted {
  const builder = createBuilder();
  const state: State = {
    builder,
    composer: createComposer(builder, 0),
    tables: createTables(),
    strict,
    skipping: 0,
    words: [],
    lists: [],
    heading: 0,
    pre: 0,
    indent: 0,
    item: null,
    listStarts: true,
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(state, name, attributes),
      onclosetag: (name) => close(state, name),
      ontext: (text) => {
        if (state.skipping === 0)
          state.words.push(state.pre > 0 ? text : text.replace(/[ \t\n\r\f]+/gu, ' '));
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  flush(state);
  return builder.finish();
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

function open(state: State, name: string, attributes: Attributes): void {
  if (state.skipping > 0) {
    state.skipping++;
    return;
  }
  if (isSkipped(name) || (state.strict && isFurniture(name, attributes))) {
    state.skipping = 1;
    return;
  }
  if (name === 'br') state.words.push('\n');
  if (!BLOCKS.has(name)) return;
  flush(state);
  state.indent = indentOf(attributes);
  if (/^h[1-6]$/u.test(name)) state.heading = Number(name[1]);
  else if (name === 'pre') state.pre++;
  else if (name === 'ul' || name === 'ol') startList(state, name, attributes);
  else if (name === 'li') state.item = { marker: itemMarker(state.lists.at(-1), attributes) };
  else if (state.tables.open(name, attributes)) startCell(state);
}

function startList(state: State, name: string, attributes: Attributes): void {
  if (state.lists.length === 0) state.listStarts = true;
  state.lists.push(openList(name, attributes));
}

function startCell(state: State): void {
  state.lists = [];
  state.item = null;
  if (state.tables.cell()?.column === 0) state.composer.reset();
}

function close(state: State, name: string): void {
  if (state.skipping > 0) {
    state.skipping--;
    return;
  }
  if (!BLOCKS.has(name)) return;
  flush(state);
  if (/^h[1-6]$/u.test(name)) state.heading = 0;
  else if (name === 'pre') state.pre = Math.max(0, state.pre - 1);
  else if (name === 'ul' || name === 'ol') state.lists.pop();
  else if (name === 'li') state.item = null;
  else state.tables.close(name);
}

/** Makes blocks of the words since the last border. */
function flush(state: State): void {
  const text = state.words.join('');
  state.words = [];
  if (text.trim() === '') return;
  if (state.heading > 0) addHeading(state, text);
  else
    text
      .split('\n')
      .forEach((line, at, lines) => addLine(state, line, at === 0 || lines[at - 1]?.trim() === ''));
  state.composer.close();
}

function addHeading(state: State, text: string): void {
  state.composer.reset();
  const cell = state.tables.cell();
  state.builder.add({ kind: 'heading', text, level: state.heading, apart: true, cell });
}

function addLine(state: State, text: string, first: boolean): void {
  if (text.trim() === '') return;
  const { item, lists } = state;
  const inList = lists.length > 0;
  const spaces = /^[\s\u00a0]{0,200}/u.exec(text)?.[0].length ?? 0;
  state.composer.line({
    text,
    indent: state.indent + spaces,
    apart: first && (!inList || state.listStarts),
    cell: state.tables.cell(),
    item: item !== null,
    marker: item?.marker,
    level: inList ? lists.length - 1 : item === null ? undefined : 0,
  });
  state.item = null;
  state.listStarts = false;
}
