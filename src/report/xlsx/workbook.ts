/** Writes a workbook (Office Open XML) in chunks: the same sheets give the same bytes. */
import { rootParts, sheetName, STYLES } from './parts.js';
import { cellXml, columnName, WRAPPED, xmlText } from './cells.js';
import type { Cell } from './cells.js';
import { zipped } from '../zip.js';

/** A sheet: its first row is the head, which stays in view and carries the filters. */
export interface Sheet {
  readonly name: string;
  /** Width of each column in characters; as many as the head has cells. */
  readonly widths: readonly number[];
  readonly head: readonly Cell[];
  /** Height of the head in points; by its words where left out. */
  readonly headHeight?: number;
  readonly rows: Iterable<readonly Cell[]>;
  /** Columns that stay in view. */
  readonly frozen: number;
  /** Columns, from 0 up to the second one left out, whose numbers are shaded by a scale of colours. */
  readonly scale?: readonly [first: number, end: number];
  readonly rightToLeft: boolean;
  /** Lists of choices for the cells of a column. */
  readonly choices?: readonly { readonly column: number; readonly list: readonly string[] }[];
}

/** Rows that a sheet may have, by the format. */
const MOST_ROWS = 1_048_576;

/** The whole file in chunks of bytes. */
export function* workbook(sheets: readonly Sheet[]): Generator<Uint8Array> {
  const names = sheets.map(({ name }, at) => sheetName(name, at));
  const parts: [string, Iterable<string>][] = [
    ...Object.entries(rootParts(names)).map(([path, text]): [string, string[]] => [path, [text]]),
    ['xl/styles.xml', [STYLES]],
    ...sheets.map((sheet, at): [string, Iterable<string>] => [
      `xl/worksheets/sheet${at + 1}.xml`,
      sheetXml(sheet),
    ]),
  ];
  yield* zipped(parts);
}

function* sheetXml(sheet: Sheet): Generator<string> {
  const { head, widths, headHeight } = sheet;
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${viewXml(sheet)}<cols>`;
  yield widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  yield '</cols><sheetData>';
  yield `<row r="1"${heightXml(headHeight ?? heightOf(head, widths))}>${head.map((cell, at) => cellXml(cell, at, 1)).join('')}</row>`;
  let last = 1;
  for (const row of sheet.rows) {
    if (last === MOST_ROWS) break;
    last++;
    yield `<row r="${last}"${heightXml(heightOf(row, widths))}>${row.map((cell, at) => cellXml(cell, at, last)).join('')}</row>`;
  }
  yield `</sheetData><autoFilter ref="A1:${columnName(head.length - 1)}${last}"/>${scaleXml(sheet, last)}${choicesXml(sheet, last)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/** Points of a line of text, and the lines that a row shows at most. */
const LINE = 13;
const MOST_LINES = 20;

/** Not every program finds by itself how high a row of wrapped texts must be. */
function heightOf(row: readonly Cell[], widths: readonly number[]): number {
  const lines = row.map(({ value, look }, at) =>
    WRAPPED.has(look) && typeof value === 'string' ? linesOf(value, widths[at] ?? 10) : 1,
  );
  return LINE * Math.min(MOST_LINES, Math.max(1, ...lines)) + 2;
}

function linesOf(text: string, width: number): number {
  return text
    .slice(0, MOST_LINES * width)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length + 2) / width)), 0);
}

function heightXml(points: number): string {
  return ` ht="${points}" customHeight="1"`;
}

function viewXml({ frozen, rightToLeft }: Sheet): string {
  const split = frozen === 0 ? '' : ` xSplit="${frozen}"`;
  const pane = frozen === 0 ? 'bottomLeft' : 'bottomRight';
  return `<sheetViews><sheetView${rightToLeft ? ' rightToLeft="1"' : ''} workbookViewId="0"><pane${split} ySplit="1" topLeftCell="${columnName(frozen)}2" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

/** What is not in the list can be written all the same: the import says what it cannot take. */
function choicesXml({ choices = [] }: Sheet, last: number): string {
  const shown = choices.filter(({ column }) => column >= 0);
  if (shown.length === 0 || last === 1) return '';
  const items = shown.map(({ column, list }) => {
    const name = columnName(column);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${name}2:${name}${last}"><formula1>"${xmlText(list.join(','))}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

/** From white to a blue on which black stays readable; zero has no shade. */
function scaleXml({ scale }: Sheet, last: number): string {
  if (scale === undefined || last === 1) return '';
  const range = `${columnName(scale[0])}2:${columnName(scale[1] - 1)}${last}`;
  return `<conditionalFormatting sqref="${range}"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FF7DB7DC"/></colorScale></cfRule></conditionalFormatting>`;
}
