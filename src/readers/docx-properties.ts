/** Properties of paragraphs, runs, rows, cells and content controls in a DOCX's stream. */
import { endContents, mute, writeProperties, type State } from './docx-state.js';
import { headingLevel, isContents, isOn, withProperty } from './docx-styles.js';
import type { XmlAttributes } from './xml.js';

/** Takes a tag inside of a property element; what was before a tracked change is left out. */
export function openProperty(state: State, name: string, attributes: XmlAttributes): void {
  const { properties } = state;
  const parent = properties.at(-1);
  const changed = properties.some((one) => one.endsWith('Change'));
  properties.push(name);
  if (!changed) TAKE[properties[0] ?? '']?.(state, name, attributes, parent);
}

/** Ends the innermost property element; at the end of the outermost its effect is known. */
export function closeProperty(state: State): void {
  const name = state.properties.pop() ?? '';
  if (state.properties.length > 0) return;
  const outer = state.depth - 1;
  if (name === 'w:pPr') endParagraphProperties(state, outer);
  else if (name === 'w:rPr' && state.run.hidden) mute(state, 'hidden', outer);
  else if (name === 'w:trPr' || name === 'w:tcPr') {
    writeProperties(state, name);
    if (name === 'w:trPr' && state.row.deleted) mute(state, 'deleted text', outer);
  }
}

function endParagraphProperties(state: State, outer: number): void {
  const paragraph = state.writer.open.at(-1);
  if (paragraph === undefined) return;
  const { style, properties } = paragraph;
  if (isContents(style)) mute(state, 'navigation', outer);
  else if (headingLevel(properties, style) !== null) endContents(state);
  if (style.hidden) mute(state, 'hidden', outer);
}

type Take = (state: State, name: string, attributes: XmlAttributes, parent?: string) => void;

const TAKE: Readonly<Record<string, Take>> = {
  'w:pPr': (state, name, attributes, parent) => {
    const paragraph = state.writer.open.at(-1);
    if (paragraph === undefined) return;
    if (name === 'w:pStyle') {
      paragraph.styleId = attributes['w:val'];
      paragraph.style = state.styles(paragraph.styleId);
    } else if (name === 'w:del' && parent === 'w:rPr') paragraph.deleted = true;
    else paragraph.properties = withProperty(paragraph.properties, name, attributes);
  },
  'w:rPr': ({ run, styles }, name, attributes) => {
    if (name === 'w:vanish') run.hidden = isOn(attributes);
    else if (name === 'w:rStyle') run.hidden = styles(attributes['w:val'] ?? '').hidden;
    else if (name === 'w:rFonts') run.symbols = symbolFont(attributes);
  },
  'w:trPr': ({ row }, name, attributes) => {
    if (name === 'w:tblHeader') row.header = isOn(attributes);
    else if (name === 'w:del') row.deleted = true;
    else if (name === 'w:gridBefore') row.before = bounded(attributes['w:val'], 63);
  },
  'w:tcPr': ({ cell }, name, attributes) => {
    if (name === 'w:gridSpan') cell.columns = Math.max(1, bounded(attributes['w:val'], 63));
    else if (name === 'w:vMerge')
      cell.merge = attributes['w:val'] === 'restart' ? 'restart' : 'continue';
  },
  'w:sdtPr': ({ controls }, name, attributes) => {
    if (controls.length === 0) return;
    if (name === 'w:showingPlcHdr' && isOn(attributes))
      controls[controls.length - 1] = 'decoration';
    else if (name === 'w:docPartGallery' && /table of contents/iu.test(attributes['w:val'] ?? ''))
      controls[controls.length - 1] = 'navigation';
  },
};

function symbolFont(attributes: XmlAttributes): string | null {
  const font = attributes['w:ascii'] ?? attributes['w:hAnsi'] ?? '';
  return /^(?:symbol|wingdings(?: [23])?|webdings|zapf ?dingbats|zapfdingbats)$/iu.test(font)
    ? font
    : null;
}

function bounded(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), most) : 0;
}
