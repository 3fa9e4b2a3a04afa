/** Reads questionnaires of Excel workbooks. */
import type { Sheet as BookSheet } from 'hucre/xlsx';
import { openArchive } from './archive.js';
import { readSheets } from './sheets/index.js';
import { cellWords } from './sheets/cell-words.js';
import { columnName, MOST_CELLS, MOST_ROWS, tooManyCells, tooManyRows } from './sheets/sheet.js';
import type { Sheet } from './sheets/sheet.js';
import { Refusal } from './types.js';
import type { Dropped, Extracted, ReadContext, ReadIssue } from './types.js';
import { decodeXml } from './xml.js';

/** Parts that hold words, what they refer to and how dates are told from numbers. */
export const WORKBOOK_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook\w{0,10}\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\w{0,10}\.xml\.rels|worksheets\/[^/]{1,100}\.xml))$/iu;

interface Visible {
  readonly sheets: readonly Sheet[];
  readonly hidden: readonly Dropped[];
}

/**
 * The documents of an XLSX file: one a country, or one. Formulas are never
 * worked out: what the program that saved the file found counts.
 * Issues: those of {@link openArchive}, GCM125 document types, GCM136 a declared
 * sheet or column is missing, GCM137 no answers, GCM138 too large, GCM139
 * hidden words.
 */
export async function readXlsx(source: Uint8Array, context: ReadContext): Promise<Extracted[]> {
  const archive = openArchive(source, context.limits, (name) => WORKBOOK_PARTS.test(name));
  for (const [name, part] of archive.parts) decodeXml(part, name);
  const { sheets, hidden } = visible(await parseWorkbook(archive.parts));
  const extracted = readSheets(sheets, context);
  const [first, ...rest] = extracted;
  if (first === undefined) return [];
  const issues = [...archive.issues, ...hiddenIssue(hidden), ...(first.issues ?? [])];
  return [{ ...first, issues, dropped: [...hidden, ...(first.dropped ?? [])] }, ...rest];
}

/** The sheets as the library reads them from the checked parts alone, stored as they are. */
export async function parseWorkbook(
  parts: ReadonlyMap<string, Uint8Array>,
): Promise<readonly BookSheet[]> {
  const [book, { zipSync }] = await Promise.all([import('hucre/xlsx'), import('fflate')]);
  const checked = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    return (await book.readXlsx(checked)).sheets;
  } catch (error) {
    const why = (error as Error).message;
    throw /over the \d+ limit/u.test(why) ? tooManyCells(null) : broken(why);
  }
}

function broken(why: string): Refusal {
  return new Refusal(
    'GCM122',
    `The workbook is broken: ${why.slice(0, 200)}`,
    'Open it in a spreadsheet program and save it again.',
  );
}

/** What people see when they open the workbook, and the words that they do not see. */
function visible(book: readonly BookSheet[]): Visible {
  const hidden: Dropped[] = [];
  const sheets: Sheet[] = [];
  for (const sheet of book) {
    const own = wordsOf(sheet);
    if (sheet.hidden === true || sheet.veryHidden === true)
      hidden.push(...hiddenWords(`sheet "${sheet.name}"`, own.rows.flat()));
    else {
      sheets.push({ name: sheet.name, rows: own.rows, at: placesOf(sheet.name) });
      hidden.push(...own.hidden);
    }
  }
  return { sheets, hidden };
}

function placesOf(sheet: string): Sheet['at'] {
  return (row, column) => `${sheet}!${columnName(column)}${row + 1}`;
}

/** Words by row; hidden rows and columns hold none, so that all others keep their places. */
function wordsOf(sheet: BookSheet): { rows: string[][]; hidden: Dropped[] } {
  const gone = new Set(
    (sheet.columns ?? []).flatMap(({ hidden }, at) => (hidden === true ? [at] : [])),
  );
  const inColumns: string[] = [];
  const hidden: Dropped[] = [];
  let [words, cells] = [0, 0];
  const rows = sheet.rows.map((row, at) => {
    const own = row.map(cellWords);
    if (sheet.rowDefs?.get(at)?.hidden === true) {
      hidden.push(...hiddenWords(`row ${at + 1}`, own));
      return [];
    }
    const shown = own.map((text, column) => (gone.has(column) ? '' : text));
    for (const column of gone) if ((own[column] ?? '') !== '') inColumns.push(own[column] ?? '');
    if (!shown.some((text) => text !== '')) return [];
    if (++words > MOST_ROWS) throw tooManyRows(sheet.name);
    if ((cells += shown.length) > MOST_CELLS) throw tooManyCells(sheet.name);
    return shown;
  });
  return { rows, hidden: [...hidden, ...hiddenWords('columns', inColumns)] };
}

function hiddenWords(what: string, texts: readonly string[]): Dropped[] {
  const words = texts.filter((text) => text !== '').slice(0, 20);
  if (words.length === 0) return [];
  return [{ reason: 'hidden', text: [what, ...words].join(' | ') }];
}

function hiddenIssue(hidden: readonly Dropped[]): ReadIssue[] {
  if (hidden.length === 0) return [];
  const some = hidden.slice(0, 5).map(({ text }) => text.split(' | ')[0] ?? '');
  // Workbooks often keep the choices of their lists in a hidden sheet.
  const severity = hidden.every(({ text }) => text.startsWith('sheet "')) ? 'info' : 'warning';
  return [
    {
      id: 'GCM139',
      severity,
      message: `Hidden words were left out: ${some.join(', ')}${hidden.length > 5 ? ' and further' : ''}.`,
      hint: 'Show them in the spreadsheet program (a filter hides rows too) if they are answers.',
      place: null,
    },
  ];
}
