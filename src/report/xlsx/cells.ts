/** Cells of a workbook, and their text made safe for XML. */

/** How a cell looks; the numbers are places in {@link STYLES}'s list of formats. */
export const LOOKS = {
  plain: 0,
  head: 1,
  text: 2,
  upright: 3,
  centre: 4,
  name: 5,
  score: 6,
} as const;

/** Looks whose texts go on in a further line. */
export const WRAPPED: ReadonlySet<string> = new Set(['head', 'text', 'name']);

/** A cell: a number stays a number, a text is never run as a formula, null is empty. */
export interface Cell {
  readonly value: string | number | null;
  readonly look: keyof typeof LOOKS;
}

/** UTF-16 code units that a cell may hold, by the format. */
const LONGEST = 32_767;

/** One cell at a column (from 0) of a row (from 1). */
export function cellXml({ value, look }: Cell, column: number, row: number): string {
  const at = `r="${columnName(column)}${row}" s="${LOOKS[look]}"`;
  if (value === null || value === '') return `<c ${at}/>`;
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

/** "A" for 0, "AA" for 26. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/**
 * A text as a cell holds it: cut to the longest that is allowed, without signs that XML forbids,
 * and with "_x000D_", which spreadsheets would read as a sign's number, kept as it is written.
 */
export function cellText(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  const plain = short
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
    .replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
  return xmlText(plain);
}

/** A text in an element or a quoted attribute. */
export function xmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
