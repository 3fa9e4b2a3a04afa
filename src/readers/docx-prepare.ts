/**
 * Reads a part of a DOCX as a stream and writes what mammoth shall see of it:
 * words as they are shown, tables, notes. What is hidden, deleted, a field's
 * instruction or a placeholder is left out and noted.
 */
import { closeProperty, openProperty } from './docx-properties.js';
import { endContents, endMute, isCopy, isShown, mute, startOf, structure } from './docx-state.js';
import type { Preparation, State } from './docx-state.js';
import {
  closeBox,
  closeParagraph,
  escape,
  openBox,
  openParagraph,
  settle,
  writeInline,
  writeText,
} from './docx-writer.js';
import { readXml, type XmlAttributes } from './xml.js';

/** Prefixes by which the handlers know the namespaces, in both editions of the standard. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};

/** Beyond this depth text boxes are read as what stands around them. */
const MAX_BOXES = 6;

/** The part's words, tables and notes as WordprocessingML for mammoth. */
export function preparePart(xml: string, preparation: Preparation): string {
  const state = startOf(preparation);
  const handlers = {
    open: (name: string, attributes: XmlAttributes) => {
      state.depth++;
      if (state.properties.length > 0) openProperty(state, name, attributes);
      else if (!isCopy(state)) open(state, name, attributes);
    },
    close: (name: string) => {
      if (state.properties.length > 0) closeProperty(state);
      else if (!isCopy(state)) CLOSE[name]?.(state);
      endMute(state);
      state.depth--;
    },
    text: (text: string) => {
      const field = state.fields.at(-1);
      if (state.speaking === 'words') speak(state, text);
      else if (state.speaking === 'instruction' && field !== undefined) field.instruction += text;
    },
  };
  readXml(xml, handlers, NAMESPACES);
  return state.writer.out.join('');
}

function speak(state: State, text: string): void {
  const paragraph = state.writer.open.at(-1);
  const muted = state.mutes.at(-1);
  if (muted !== undefined || state.fields.some(({ contents }) => contents)) {
    if (muted === undefined) state.contents += text;
    else muted.words.push(text);
    if (paragraph !== undefined) paragraph.hushed = true;
  } else if (isShown(state)) {
    state.words++;
    const font = text.length > 2 ? null : state.run.symbols;
    if (font === null) writeText(state.writer, text.replace(/[\t\n\r]/gu, ' '));
    else for (const sign of text) symbol(state, font, sign.codePointAt(0) ?? 0);
  }
}

/** A sign of a symbol font: before any words it is a bullet, elsewhere mammoth knows what it shows. */
function symbol(state: State, font: string, code: number): void {
  if (code <= 0x20) writeText(state.writer, ' ');
  else if (state.writer.open.at(-1)?.words === false)
    writeText(state.writer, String.fromCharCode(0xf000 | (code & 0xff)));
  else inline(state, `<w:sym w:font="${escape(font)}" w:char="${code.toString(16)}"/>`);
}

function inline(state: State, xml: string): void {
  if (isShown(state)) writeInline(state.writer, xml);
}

type Handler = (state: State, attributes: XmlAttributes) => void;

function open(state: State, name: string, attributes: XmlAttributes): void {
  if (PROPERTIES.has(name)) state.properties.push(name);
  else OPEN[name]?.(state, attributes);
}

const PROPERTIES = new Set(
  'w:pPr w:rPr w:trPr w:tcPr w:sdtPr w:sdtEndPr w:tblPr w:tblPrEx w:tblGrid w:sectPr w:ffData'.split(
    ' ',
  ),
);

const OPEN: Readonly<Record<string, Handler>> = {
  'w:p': (state) => {
    openParagraph(state.writer, state.styles(undefined));
    state.run = { hidden: false, symbols: null, customMark: false };
  },
  'w:r': (state) => {
    state.run = { hidden: false, symbols: null, customMark: false };
  },
  'w:t': (state) => void (state.speaking = 'words'),
  'w:delText': (state) => void (state.speaking = 'words'),
  'm:t': (state) => void (state.speaking = 'words'),
  'w:instrText': (state) => void (state.speaking = 'instruction'),
  'w:tab': (state) => inline(state, '<w:tab/>'),
  'w:ptab': (state) => inline(state, '<w:tab/>'),
  'w:br': (state) => inline(state, '<w:br/>'),
  'w:cr': (state) => inline(state, '<w:br/>'),
  'w:noBreakHyphen': (state) => speak(state, '\u2011'),
  'w:sym': (state, attributes) => {
    const code = Number.parseInt(attributes['w:char'] ?? '', 16);
    if (isShown(state) && Number.isFinite(code))
      symbol(state, attributes['w:font'] ?? '', code & 0xff);
  },
  'w:footnoteReference': (state, attributes) => noteReference(state, 'footnote', attributes),
  'w:endnoteReference': (state, attributes) => noteReference(state, 'endnote', attributes),
  'w:footnote': (state, attributes) => openNote(state, 'footnote', attributes),
  'w:endnote': (state, attributes) => openNote(state, 'endnote', attributes),
  'w:del': (state) => mute(state, 'deleted text'),
  'w:moveFrom': (state) => mute(state, 'deleted text'),
  'w:rt': (state) => mute(state, null),
  'w:fldSimple': (state, attributes) => {
    if (isContentsField(attributes['w:instr'] ?? '')) mute(state, 'navigation');
  },
  'w:fldChar': (state, attributes) => fieldMark(state, attributes['w:fldCharType'] ?? ''),
  'w:sdt': (state) => void state.controls.push(null),
  'w:sdtContent': (state) => {
    const reason = state.controls.at(-1) ?? null;
    if (reason !== null) mute(state, reason);
  },
  'w:tbl': (state) => {
    endContents(state);
    structure(state, ++state.tables, '<w:tbl>');
  },
  'w:tr': (state) => {
    state.row = { header: false, deleted: false, before: 0 };
    structure(state, state.tables, '<w:tr>');
  },
  'w:tc': (state) => {
    state.cell = { columns: 1, merge: null };
    structure(state, state.tables, '<w:tc>');
  },
  'w:txbxContent': (state) => {
    if (++state.boxes <= MAX_BOXES) openBox(state.writer);
  },
  'mc:AlternateContent': (state) =>
    void state.alternatives.push({ words: state.words, taken: false }),
  'mc:Choice': (state) => {
    if (state.alternatives.at(-1)?.taken === true) mute(state, null);
  },
  'mc:Fallback': (state) => {
    if (state.alternatives.at(-1)?.taken === true) mute(state, null);
  },
};

const CLOSE: Readonly<Record<string, (state: State) => void>> = {
  'w:p': (state) => {
    const paragraph = state.writer.open.at(-1);
    // A field whose result never begins would take all that follows.
    state.fields = state.fields.filter(({ shown }) => shown);
    state.drop('navigation', state.contents);
    state.contents = '';
    closeParagraph(state.writer, state.mutes.length === 0 && paragraph?.hushed === false);
  },
  'w:t': silence,
  'w:delText': silence,
  'm:t': silence,
  'w:instrText': silence,
  'w:footnote': (state) => closeNote(state, 'footnote'),
  'w:endnote': (state) => closeNote(state, 'endnote'),
  'w:sdt': (state) => void state.controls.pop(),
  'w:tbl': (state) => structure(state, state.tables--, '</w:tbl>'),
  'w:tr': (state) => structure(state, state.tables, '</w:tr>'),
  'w:tc': (state) => {
    settle(state.writer);
    structure(state, state.tables, '</w:tc>');
  },
  'w:txbxContent': (state) => {
    if (state.boxes-- <= MAX_BOXES) closeBox(state.writer);
  },
  'mc:AlternateContent': (state) => void state.alternatives.pop(),
  'mc:Choice': (state) => {
    const one = state.alternatives.at(-1);
    if (one !== undefined && state.words > one.words) one.taken = true;
  },
};

function silence(state: State): void {
  state.speaking = null;
}

function noteReference(state: State, kind: string, attributes: XmlAttributes): void {
  inline(state, `<w:${kind}Reference w:id="${escape(attributes['w:id'] ?? '')}"/>`);
  // "*" and the like, which follows as text.
  state.run.customMark = /^(?:1|true|on)$/u.test(attributes['w:customMarkFollows'] ?? '');
}

/** Notes with a type are lines that part notes from text. */
function openNote(state: State, kind: string, attributes: XmlAttributes): void {
  if ((attributes['w:type'] ?? 'normal') !== 'normal') mute(state, null);
  else state.writer.out.push(`<w:${kind} w:id="${escape(attributes['w:id'] ?? '')}">`);
}

function closeNote(state: State, kind: string): void {
  settle(state.writer);
  state.writer.out.push(`</w:${kind}>`);
}

function isContentsField(instruction: string): boolean {
  return /^\s{0,9}(?:TOC|TOA|INDEX|BIBLIOGRAPHY)\b/u.test(instruction.slice(0, 50));
}

function fieldMark(state: State, type: string): void {
  const field = state.fields.at(-1);
  if (type === 'begin') {
    if (state.fields.length < 100)
      state.fields.push({ instruction: '', shown: false, contents: false });
  } else if (type === 'end') state.fields.pop();
  else if (field !== undefined) {
    field.shown = true;
    field.contents = isContentsField(field.instruction);
  }
}
