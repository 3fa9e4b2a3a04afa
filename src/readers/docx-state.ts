/** Where a stream stands in a part of a DOCX, and what is left out there. */
import type { Numbering } from './docx-numbering.js';
import type { Styles } from './docx-styles.js';
import { createWriter, type Facts, type Writer } from './docx-writer.js';
import type { DropReason } from './types.js';

/** What preparing a part needs and fills. */
export interface Preparation {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Facts of the paragraphs, by the number that marks them. */
  readonly facts: Facts[];
  readonly drop: (reason: DropReason, text: string) => void;
}

/** Words below an element that are not shown; those without a reason are a second copy of others. */
interface Mute {
  readonly depth: number;
  readonly reason: DropReason | null;
  readonly words: string[];
}

interface Field {
  instruction: string;
  /** Its result has begun, which is shown. */
  shown: boolean;
  contents: boolean;
}

/** Where the stream stands in a part. */
export interface State extends Preparation {
  readonly writer: Writer;
  depth: number;
  readonly mutes: Mute[];
  /** The property element that is open, such as `w:pPr`, and those inside it. */
  readonly properties: string[];
  fields: Field[];
  /** Words of a field's table of contents. */
  contents: string;
  /** For each mc:AlternateContent that is open: how many words stood before it, and whether it gave some. */
  readonly alternatives: { words: number; taken: boolean }[];
  /** For each content control that is open: why its content is left out, if it is. */
  readonly controls: (DropReason | null)[];
  words: number;
  /** What the text of the tag that is open is. */
  speaking: 'words' | 'instruction' | null;
  run: { hidden: boolean; symbols: string | null; customMark: boolean };
  row: { header: boolean; deleted: boolean; before: number };
  cell: { columns: number; merge: string | null };
  tables: number;
  boxes: number;
}

/** Beyond this depth tables are read as what stands around them. */
const MAX_TABLES = 20;

/** The state before the part's first tag. */
export function startOf(preparation: Preparation): State {
  return {
    ...preparation,
    writer: createWriter(preparation.numbering, preparation.facts),
    depth: 0,
    mutes: [],
    properties: [],
    fields: [],
    contents: '',
    alternatives: [],
    controls: [],
    words: 0,
    speaking: null,
    run: { hidden: false, symbols: null, customMark: false },
    row: { header: false, deleted: false, before: 0 },
    cell: { columns: 1, merge: null },
    tables: 0,
    boxes: 0,
  };
}

/** Leaves out the words of the element at a depth; the one that is open where none is given. */
export function mute(state: State, reason: DropReason | null, depth = state.depth): void {
  state.mutes.push({ depth, reason, words: [] });
}

/** Ends what was left out below the element that ends. */
export function endMute(state: State): void {
  while (state.mutes.at(-1)?.depth === state.depth) {
    const last = state.mutes.pop();
    if (last !== undefined && last.reason !== null) state.drop(last.reason, last.words.join(''));
  }
}

/** True inside of a second copy, whose very structure is left out. */
export function isCopy({ mutes }: State): boolean {
  return mutes.length > 0 && mutes.some(({ reason }) => reason === null);
}

/** True where words are part of what a reader of the document sees. */
export function isShown({ mutes, fields, run }: State): boolean {
  return (
    mutes.length === 0 &&
    !run.customMark &&
    fields.every(({ shown, contents }) => shown && !contents)
  );
}

/** Tables that stand too deep leave their words to the cell around them. */
export function structure(state: State, depth: number, xml: string): void {
  if (depth <= MAX_TABLES) state.writer.out.push(xml);
}

/** Writes what a row or cell is, once its properties are read. */
export function writeProperties(state: State, name: string): void {
  if (state.tables > MAX_TABLES) return;
  const { row, cell, writer } = state;
  if (name === 'w:trPr') {
    const tags = `${row.header ? '<w:tblHeader/>' : ''}${row.deleted ? '<w:del/>' : ''}`;
    if (tags !== '') writer.out.push(`<w:trPr>${tags}</w:trPr>`);
    if (row.before > 0)
      writer.out.push(`<w:tc><w:tcPr><w:gridSpan w:val="${row.before}"/></w:tcPr><w:p/></w:tc>`);
  } else {
    const span = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : '';
    const merge = cell.merge === null ? '' : `<w:vMerge w:val="${cell.merge}"/>`;
    if (span + merge !== '') writer.out.push(`<w:tcPr>${span}${merge}</w:tcPr>`);
  }
}

/** Headings and tables are never lines of a table of contents: its end is missing. */
export function endContents(state: State): void {
  state.fields = state.fields.filter(({ contents }) => !contents);
}
