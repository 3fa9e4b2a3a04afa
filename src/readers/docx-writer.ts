/** Writes the WordprocessingML that mammoth is given: words, tables and marks of places, nothing else. */
import {
  headingLevel,
  type ListReference,
  type ParagraphProperties,
  type Style,
} from './docx-styles.js';
import type { Numbering } from './docx-numbering.js';
import type { Paragraph } from './flow-levels.js';

/** What a paragraph is apart from its words; the words come back from mammoth. */
export type Facts = Omit<Paragraph, 'text'>;

/** A paragraph that is being written. */
interface Open {
  properties: ParagraphProperties;
  style: Style;
  styleId: string | undefined;
  /** The mark at its end was deleted: its words go on with the next paragraph's. */
  deleted: boolean;
  begun: boolean;
  run: boolean;
  words: boolean;
  /** Words of it were left out: without others it is not shown. */
  hushed: boolean;
}

/** One part that is being written; all text outside of paragraphs is left out. */
export interface Writer {
  readonly numbering: Numbering;
  readonly facts: Facts[];
  readonly out: string[];
  readonly open: Open[];
  /** For each text box that is open: it stands in a paragraph. */
  readonly boxes: boolean[];
  /** Words of a paragraph whose end was deleted wait for the next one. */
  joining: boolean;
}

/** Mammoth's names for the marks that tell which facts belong to a paragraph. */
export const MARK = 'gcm-';

/** Makes a writer that numbers paragraphs and adds what it finds of them to `facts`. */
export function createWriter(numbering: Numbering, facts: Facts[]): Writer {
  return { numbering, facts, out: [], open: [], boxes: [], joining: false };
}

/** Begins a paragraph, of which more is told before its words. */
export function openParagraph({ open }: Writer, style: Style): void {
  const properties = { indent: {}, list: {} };
  const marks = { deleted: false, begun: false, run: false, words: false, hushed: false };
  open.push({ properties, style, styleId: undefined, ...marks });
}

/**
 * Ends a paragraph.
 * @param counts true where it takes its list's next number though it has no words
 */
export function closeParagraph(writer: Writer, counts: boolean): void {
  const paragraph = writer.open.at(-1);
  if (paragraph === undefined) return;
  if (writer.joining || (counts && !paragraph.deleted && isListed(paragraph)))
    begin(writer, paragraph);
  if (paragraph.run) writer.out.push('</w:r>');
  if (paragraph.begun) writer.out.push('</w:p>');
  writer.joining = paragraph.deleted && paragraph.begun;
  writer.open.pop();
}

/** Adds words to the paragraph that is open. */
export function writeText(writer: Writer, text: string): void {
  const paragraph = writer.open.at(-1);
  if (paragraph === undefined || text === '') return;
  writeInline(writer, `<w:t xml:space="preserve">${escape(text)}</w:t>`);
  if (text.trim() !== '') paragraph.words = true;
}

/** Adds an element of a run, as XML. */
export function writeInline(writer: Writer, xml: string): void {
  const paragraph = writer.open.at(-1);
  if (paragraph === undefined) return;
  begin(writer, paragraph);
  if (!paragraph.run) writer.out.push('<w:r>');
  paragraph.run = true;
  writer.out.push(xml);
}

/** Begins a text box, which mammoth sets after the paragraph that it stands in. */
export function openBox(writer: Writer): void {
  writer.boxes.push(writer.open.length > 0);
  writeInline(writer, '<w:pict><w:txbxContent>');
}

/** Ends a text box. */
export function closeBox(writer: Writer): void {
  settle(writer);
  if (writer.boxes.pop() === true) writer.out.push('</w:txbxContent></w:pict>');
}

/** Ends a cell, a note or a box: words of a deleted paragraph cannot leave it. */
export function settle(writer: Writer): void {
  if (writer.joining) writer.out.push('<w:p/>');
  writer.joining = false;
}

function begin(writer: Writer, paragraph: Open): void {
  if (paragraph.begun) return;
  paragraph.begun = true;
  writer.out.push('<w:p>');
  if (paragraph.deleted) writer.out.push('<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>');
  // Where two paragraphs were made one, the first says what it is.
  const { length } = writer.facts;
  if (!writer.joining) {
    writer.out.push(`<w:bookmarkStart w:id="${length}" w:name="${MARK}${length}"/>`);
    writer.facts.push(factsOf(paragraph, writer.numbering));
  }
  writer.joining = false;
}

function isListed({ properties, style }: Open): boolean {
  return (properties.list.id ?? style.list.id) !== undefined;
}

/** What a paragraph's own properties, its list and its style make of it, in this order. */
function factsOf({ properties, style, styleId }: Open, numbering: Numbering): Facts {
  const reference: ListReference = { ...style.list, ...properties.list };
  const fromStyle = properties.list.id === undefined;
  const numbered = numbering.next(reference, styleId);
  const indent = fromStyle
    ? { ...numbered?.indent, ...style.indent, ...properties.indent }
    : { ...style.indent, ...numbered?.indent, ...properties.indent };
  const hang = indent.left ?? 0;
  const level = headingLevel(properties, style);
  // Bullets and empty numbers are no part of a heading; with a bullet it is an item set large.
  const heading = level === null || numbered?.bullet === true ? undefined : level;
  return {
    start: hang + (indent.first ?? 0),
    hang,
    ...(heading === undefined ? {} : { heading }),
    ...(numbered === null || (numbered.label === undefined && !numbered.bullet)
      ? {}
      : { list: { id: numbered.list, level: numbered.level, label: numbered.label } }),
  };
}

/** Signs that XML cannot hold. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** A text as XML writes it. */
export function escape(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
