/** What a DOCX's styles say of paragraphs: headings, indents, lists, hidden text. */
import { readXml, type XmlAttributes } from './xml.js';

/** Indents in twips as written; what is left out comes from what the paragraph is based on. */
export interface Indent {
  readonly left?: number;
  /** Of the first line, from `left`: negative where it hangs out. */
  readonly first?: number;
}

/** The list that a paragraph or style names; a missing part comes from what it is based on. */
export interface ListReference {
  readonly id?: string;
  readonly level?: number;
}

/** Properties that a paragraph states itself or has from its style. */
export interface ParagraphProperties {
  readonly indent: Indent;
  readonly list: ListReference;
  /** 0 is the highest heading, 9 is body text. */
  readonly outline?: number;
}

/** A style with all that it has from the styles it is based on. */
export interface Style extends ParagraphProperties {
  /** Lower-case name; Word keeps the English names of its own styles in all languages. */
  readonly name: string;
  readonly hidden: boolean;
}

/** Looks up styles; without an id the default paragraph style. */
export type Styles = (id: string | undefined) => Style;

const NOTHING: ParagraphProperties = { indent: {}, list: {} };

interface RawStyle extends ParagraphProperties {
  id: string;
  name: string;
  basedOn: string | undefined;
  hidden: boolean | undefined;
}

/** Reads `w:ind`, `w:numId`, `w:ilvl` and `w:outlineLvl`; any other tag changes nothing. */
export function withProperty(
  before: ParagraphProperties,
  name: string,
  attributes: XmlAttributes,
): ParagraphProperties {
  const value = attributes['w:val'];
  switch (name) {
    case 'w:ind':
      return { ...before, indent: { ...before.indent, ...indentOf(attributes) } };
    case 'w:numId':
      return { ...before, list: { ...before.list, ...(value === undefined ? {} : { id: value }) } };
    case 'w:ilvl':
      return { ...before, list: { ...before.list, level: small(value, 8) } };
    case 'w:outlineLvl':
      return { ...before, outline: small(value, 9) };
    default:
      return before;
  }
}

function small(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isFinite(number) ? Math.min(Math.max(number, 0), most) : 0;
}

function indentOf(attributes: XmlAttributes): Indent {
  const left = twips(attributes['w:start'] ?? attributes['w:left']);
  const hanging = twips(attributes['w:hanging']);
  const first = hanging === undefined ? twips(attributes['w:firstLine']) : -hanging;
  return {
    ...(left === undefined ? {} : { left }),
    ...(first === undefined ? {} : { first }),
  };
}

/** A length in twips; a few programs write it with a unit. */
function twips(value: string | undefined): number | undefined {
  const match = /^(-?\d{1,6}(?:\.\d{1,6})?)(pt|cm|mm|in)?$/u.exec(value ?? '');
  if (match === null) return undefined;
  const unit = { pt: 20, cm: 567, mm: 56.7, in: 1440 }[match[2] ?? ''] ?? 1;
  return Math.round(Number(match[1]) * unit);
}

/** True for a switch that is on: `<w:vanish/>` is, `<w:vanish w:val="0"/>` is not. */
export function isOn(attributes: XmlAttributes): boolean {
  return !/^(?:0|false|off)$/u.test(attributes['w:val'] ?? '');
}

/** Reads the styles of `styles.xml`; without one every style is what its id says. */
export function readStyles(xml: string): Styles {
  const { raw, standard } = rawStyles(xml);
  const known = new Map<string, Style>();
  return (id) => {
    const key = id ?? standard;
    let style = known.get(key);
    if (style === undefined) known.set(key, (style = resolve(raw, key)));
    return style;
  };
}

function rawStyles(xml: string): { raw: Map<string, RawStyle>; standard: string } {
  const raw = new Map<string, RawStyle>();
  let standard = '';
  let style: RawStyle | null = null;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'w:style') {
        const id = attributes['w:styleId'] ?? '';
        style = { ...NOTHING, id, name: '', basedOn: undefined, hidden: undefined };
        if (
          attributes['w:type'] === 'paragraph' &&
          /^(?:1|true|on)$/u.test(attributes['w:default'] ?? '')
        )
          standard = id;
      }
      if (style === null) return;
      if (name === 'w:name') style.name = attributes['w:val'] ?? '';
      else if (name === 'w:basedOn') style.basedOn = attributes['w:val'];
      else if (name === 'w:vanish') style.hidden = isOn(attributes);
      else style = Object.assign(style, withProperty(style, name, attributes));
    },
    close: (name) => {
      if (name !== 'w:style' || style === null) return;
      if (!raw.has(style.id)) raw.set(style.id, style);
      style = null;
    },
  });
  return { raw, standard };
}

const DEEPEST = 30;

/** A style over all that it is based on; a circle of styles ends where it is too long. */
function resolve(raw: ReadonlyMap<string, RawStyle>, id: string): Style {
  const chain: RawStyle[] = [];
  for (
    let at = raw.get(id);
    at !== undefined && chain.length < DEEPEST;
    at = raw.get(at.basedOn ?? '')
  )
    chain.unshift(at);
  let all: ParagraphProperties & { hidden?: boolean } = NOTHING;
  for (const style of chain) {
    const { indent, list, outline, hidden } = style;
    all = {
      indent: { ...all.indent, ...indent },
      list: { ...all.list, ...list },
      ...pick('outline', outline ?? all.outline),
      ...pick('hidden', hidden ?? all.hidden),
    };
  }
  const name = (chain.at(-1)?.name ?? id).toLowerCase();
  return { ...all, name, hidden: all.hidden === true };
}

function pick<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V });
}

const HEADING =
  /^(?:heading|titre|título|titulo|ttulo|titolo|überschrift|berschrift|заголовок|标题|عنوان)\s?([1-9])$/u;
/** A document's own title and what stands under it are lines of a title page. */
const TITLE = /^(?:title|subtitle|titre|sous-titre|título|subtítulo|العنوان|العنوان الفرعي)$/u;
const CONTENTS =
  /^(?:toc(?: ?heading| ?\d)?|contents ?(?:heading|\d)|table of (?:contents|figures|authorities)|index ?\d|tm ?\d|tdc ?\d)$/u;

/** The level of a heading (1 is the highest), or null for a paragraph of text. */
export function headingLevel(own: ParagraphProperties, style: Style): number | null {
  if (TITLE.test(style.name)) return null;
  const outline = own.outline ?? style.outline;
  if (outline !== undefined) return outline < 9 ? outline + 1 : null;
  const named = HEADING.exec(style.name)?.[1];
  return named === undefined ? null : Number(named);
}

/** True for the styles of the lines of a table of contents. */
export function isContents(style: Style): boolean {
  return CONTENTS.test(style.name);
}
