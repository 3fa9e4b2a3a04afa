/** Pieces of SVG for print: real text, shapes without script, mirrored where the language runs from the right. */
import { escapeHtml } from '../escape.js';

const FONT = "'Noto Sans','Segoe UI',Arial,Helvetica,sans-serif";
const ARABIC_FONT = `'Noto Sans Arabic','Noto Naskh Arabic',${FONT}`;

/** The surface that a figure is drawn on. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly rightToLeft: boolean;
}

/** What a text looks like: its size in pixels, and on which side of `x` it stands. */
export interface TextLook {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 'bold';
  readonly fill?: string;
  /** Degrees against the clock. */
  readonly turned?: number;
}

/** A text whose baseline begins, ends or has its middle at a point. */
export function text(
  sheet: Sheet,
  x: number,
  y: number,
  words: string,
  look: TextLook = {},
): string {
  const { size = 11, anchor = 'start', weight, fill = '#1c2733', turned } = look;
  const at = across(sheet, x);
  const side = sheet.rightToLeft ? MIRRORED[anchor] : anchor;
  const angle = turned === undefined ? undefined : sheet.rightToLeft ? turned : -turned;
  const turn = angle === undefined ? '' : ` transform="rotate(${angle} ${round(at)} ${round(y)})"`;
  const bold = weight === undefined ? '' : ` font-weight="${weight}"`;
  // Each text has the direction of its own language, whatever numbers or codes it begins with.
  const isolated = sheet.rightToLeft ? `\u2067${words}\u2069` : words;
  return `<text x="${round(at)}" y="${round(y)}" font-size="${size}" text-anchor="${side}" fill="${fill}"${bold}${turn}>${escapeHtml(isolated)}</text>\n`;
}

const MIRRORED = { start: 'end', middle: 'middle', end: 'start' } as const;

/** A filled rectangle. */
export function box(
  sheet: Sheet,
  { x, y, width, height }: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>,
  fill: string,
  title = '',
): string {
  const left = sheet.rightToLeft ? sheet.width - x - width : x;
  const inner = title === '' ? '' : `<title>${escapeHtml(title)}</title>`;
  return `<rect x="${round(left)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" stroke="#fff" stroke-width="1">${inner}</rect>\n`;
}

/** A thin line from the top to the bottom. */
export function rule(sheet: Sheet, x: number, top: number, bottom: number): string {
  const at = round(across(sheet, x));
  return `<line x1="${at}" y1="${round(top)}" x2="${at}" y2="${round(bottom)}" stroke="#d5dde5" stroke-width="0.8"/>\n`;
}

function across({ width, rightToLeft }: Sheet, x: number): number {
  return rightToLeft ? width - x : x;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

/** The figure as a file, with what it shows in words for those who cannot see it. */
export function drawing(
  sheet: Sheet,
  told: { readonly title: string; readonly description: string; readonly lang: string },
  shapes: readonly string[],
): string {
  const { width, height, rightToLeft } = sheet;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" xml:lang="${told.lang}" font-family="${rightToLeft ? ARABIC_FONT : FONT}">
<title id="title">${escapeHtml(told.title)}</title>
<desc id="desc">${escapeHtml(told.description)}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
${shapes.join('')}</svg>
`;
}

/** About how wide a text is, in pixels: wide enough for most letters. */
export function widthOf(words: string, size: number): number {
  return [...words].length * size * 0.56;
}

/** A text cut to a width, with "…" where it was longer. */
export function fitted(words: string, size: number, width: number): string {
  const most = Math.max(4, Math.floor(width / (size * 0.56)));
  const letters = [...words];
  return letters.length <= most
    ? words
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
