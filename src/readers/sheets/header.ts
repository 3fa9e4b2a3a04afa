/** The rows above a sheet's answers, and what they say of each column. */
import { countryOf } from '../countries.js';
import { HEADER_ROWS } from './mapping.js';
import type { Declared } from './mapping.js';
import { cellOf, filled, widthOf } from './sheet.js';
import type { Sheet } from './sheet.js';
import { asks, isNumber, roleOf } from './words.js';
import type { ColumnRole } from './words.js';

/** A column of a sheet that has one row a country. */
export interface Column {
  readonly column: number;
  readonly role: ColumnRole | null;
  /** Titles of the sections above the question, outermost first. */
  readonly sections: readonly string[];
  readonly number: string | null;
  /** The question's words, a line for each row of the header that holds some. */
  readonly lines: readonly string[];
  /** Row of the question. */
  readonly row: number;
}

/** Where a sheet's header stands, and where its answers begin. */
export interface Header {
  readonly rows: readonly number[];
  readonly first: number;
  /** Column of the countries, or null. */
  readonly country: number | null;
}

/** Columns in which countries are looked for, and rows. */
const COUNTRY_COLUMNS = 30;
const COUNTRY_ROWS = 400;

/** The column whose cells name countries: how many of how many, and the first of them. */
export interface CountryColumn {
  readonly column: number;
  readonly count: number;
  readonly first: number;
}

/** The column that names the most countries, two or more, or all but its header. */
export function countryColumn(sheet: Sheet): CountryColumn | null {
  let best: CountryColumn | null = null;
  for (let column = 0; column < Math.min(widthOf(sheet), COUNTRY_COLUMNS); column++) {
    const found = countriesIn(sheet, column);
    if (found !== null && found.count > (best?.count ?? 0)) best = found;
  }
  return best;
}

function countriesIn(sheet: Sheet, column: number): CountryColumn | null {
  let [count, words, first] = [0, 0, -1];
  for (let row = 0; row < Math.min(sheet.rows.length, COUNTRY_ROWS); row++) {
    const text = cellOf(sheet, row, column);
    if (text === '') continue;
    words++;
    if (countryOf(text) === null) continue;
    if (count === 0) first = row;
    count++;
  }
  const enough = count >= 2 ? count / words >= 0.4 : count === 1 && words === 2 && first > 0;
  return enough ? { column, count, first } : null;
}

/** The column that a header calls "Country" above cells that may be names, or null. */
export function titledCountry(sheet: Sheet): { column: number; row: number } | null {
  for (let row = 0; row < Math.min(sheet.rows.length, HEADER_ROWS); row++) {
    const cells = filled(sheet.rows[row]);
    if (cells.length < 2) continue;
    const column = cells.find((at) => roleOf(cellOf(sheet, row, at)) === 'country');
    if (column === undefined) continue;
    const [next] = cells.filter((at) => at > column);
    if (next !== undefined && countryOf(cellOf(sheet, row, next)) !== null) continue;
    if (holdsNames(sheet, column, row + 1)) return { column, row };
  }
  return null;
}

/** Short words that ask nothing and are no header. */
function holdsNames(sheet: Sheet, column: number, from: number): boolean {
  let [names, others] = [0, 0];
  for (let row = from; row < Math.min(sheet.rows.length, from + COUNTRY_ROWS); row++) {
    const text = cellOf(sheet, row, column);
    if (text === '') continue;
    if (text.length <= 80 && !asks(text) && roleOf(text) === null) names++;
    else others++;
  }
  return names > others;
}

/** Where the header of one row a country stands. */
export function headerOf(sheet: Sheet, declared: Declared): Header {
  const wanted = [...declared.roles].find(([, role]) => role === 'country')?.[0] ?? null;
  const titled = wanted === null ? titledCountry(sheet) : null;
  const content = countryColumn(sheet);
  const country = wanted ?? content?.column ?? titled?.column ?? null;
  const known = content !== null && content.column === country ? content.first : null;
  const named = declared.row ?? (titled?.column === country ? titled.row : null);
  if (named !== null) return upTo(sheet, afterNames(sheet, named, country), country);
  return upTo(sheet, known ?? afterQuestions(sheet), country);
}

/** Below the name of the countries' column more rows of the header may stand. */
function afterNames(sheet: Sheet, row: number, country: number | null): number {
  let first = row + 1;
  while (
    country !== null &&
    first < Math.min(sheet.rows.length - 1, row + 4) &&
    cellOf(sheet, first, country) === ''
  )
    first++;
  return first;
}

/** Without countries: below the first row with the most words, and below a row of questions under it. */
function afterQuestions(sheet: Sheet): number {
  let [top, most] = [0, 0];
  for (let row = 0; row < Math.min(sheet.rows.length, 10); row++) {
    const count = filled(sheet.rows[row]).length;
    if (count > most * 1.5) [top, most] = [row, count];
  }
  const below = filled(sheet.rows[top + 1]).map((column) => cellOf(sheet, top + 1, column));
  const asking = below.filter((text) => asks(text)).length;
  const codes = filled(sheet.rows[top]).every((column) =>
    /^[\w./[\]-]{1,60}$/u.test(cellOf(sheet, top, column)),
  );
  return codes && asking > 1 && asking * 2 >= below.length ? top + 2 : top + 1;
}

/** The rows of words right above a row; a title and what stands above an empty row are none of them. */
function upTo(sheet: Sheet, first: number, country: number | null): Header {
  const rows: number[] = [];
  for (let row = first - 1; row >= 0 && rows.length < 4; row--) {
    const cells = filled(sheet.rows[row]);
    const [only] = cells;
    if (only === undefined) {
      if (rows.length > 0) break;
      continue;
    }
    if (cells.length === 1 && rows.length > 0 && only <= (country ?? 0)) break;
    rows.unshift(row);
  }
  return { rows, first, country };
}

/** What the header says of each column with words in it. */
export function columnsOf(sheet: Sheet, { rows, country }: Header, declared: Declared): Column[] {
  const width = widthOf(sheet);
  const main = questionRow(sheet, rows);
  const above = rows.filter((row) => row < main).map((row) => lineOf(sheet, row, width, country));
  const own = lineOf(sheet, main, width, country);
  const below = rows.filter((row) => row > main).map((row) => lineOf(sheet, row, width, country));
  return Array.from({ length: width }, (_, column): Column => {
    const texts = rows.map((row) => cellOf(sheet, row, column)).filter((text) => text !== '');
    const numbers = [...above, ...below].filter(({ codes }) => codes);
    const subs = below.filter(({ codes }) => !codes).map(({ cells }) => cells[column] ?? '');
    const parts = below.some(({ codes }) => !codes);
    const question = own.cells[column] || (parts ? (own.spread[column] ?? '') : '');
    return {
      column,
      role: declared.roles.get(column) ?? roles(texts),
      sections: above
        .filter(({ codes }) => !codes)
        .map(({ spread }) => spread[column] ?? '')
        .filter((text) => text !== ''),
      number: numbers.map(({ cells }) => cells[column] ?? '').find((text) => text !== '') ?? null,
      lines: [question, ...subs].filter((text) => text !== ''),
      row: main,
    };
  });
}

function roles(texts: readonly string[]): ColumnRole | null {
  for (const text of texts) {
    const role = roleOf(text);
    if (role !== null) return role;
  }
  return null;
}

interface HeaderLine {
  readonly cells: readonly string[];
  /** With the cells right of a title filled by it, as a merged cell covers them. */
  readonly spread: readonly string[];
  /** All that stands in it are numbers of questions. */
  readonly codes: boolean;
}

function lineOf(sheet: Sheet, row: number, width: number, country: number | null): HeaderLine {
  const cells = Array.from({ length: width }, (_, column) => cellOf(sheet, row, column));
  let title = '';
  const spread = cells.map((text, column) => {
    if (text !== '') title = column === country || roleOf(text) === 'country' ? '' : text;
    return title;
  });
  const words = cells.filter((text) => text !== '' && roleOf(text) === null);
  return { cells, spread, codes: words.length > 0 && words.every(isNumber) };
}

/** The row of the header with the most words: titles of sections and numbers have fewer. */
function questionRow(sheet: Sheet, rows: readonly number[]): number {
  let [best, most] = [rows.at(-1) ?? 0, -1];
  for (const row of rows) {
    const cells = filled(sheet.rows[row]).map((column) => cellOf(sheet, row, column));
    const length = cells.reduce((sum, text) => sum + Math.min(text.length, 200), 0);
    if (length >= most) [best, most] = [row, length];
  }
  return best;
}
