/** Which column holds what in a sheet of one row a question or a statement. */
import { ORIGIN_ROLES } from './answers.js';
import { countryColumn } from './header.js';
import { HEADER_ROWS } from './mapping.js';
import type { Declared } from './mapping.js';
import { cellOf, filled, widthOf } from './sheet.js';
import type { Sheet } from './sheet.js';
import { asks, holdsAnswers, isNumber, roleOf } from './words.js';
import type { ColumnRole } from './words.js';

/** A column of answers; `title` is its header where that adds to the question. */
export interface AnswerColumn {
  readonly column: number;
  readonly title: string;
}

/** The columns of such a sheet. */
export interface ListColumns {
  readonly header: readonly number[];
  /** First row below the header. */
  readonly first: number;
  readonly country: number | null;
  readonly origin: ReadonlyMap<number, ColumnRole>;
  readonly section: number | null;
  readonly objective: number | null;
  readonly objectiveTitle: string;
  readonly number: number | null;
  readonly question: number | null;
  readonly answers: readonly AnswerColumn[];
  /** Last column before the answers. */
  readonly leading: number;
  /** Most rows have a number, so a row without one is no question. */
  readonly numbered: boolean;
}

/** The row that says what the columns hold, or null. */
export function headerRow(sheet: Sheet): number | null {
  for (let row = 0; row < Math.min(sheet.rows.length, HEADER_ROWS); row++) {
    const cells = filled(sheet.rows[row]);
    const roles = cells.map((column) => roleOf(cellOf(sheet, row, column)));
    const known = roles.filter((role) => role !== null).length;
    const says = roles.some((role) => holdsAnswers(role) || role === 'question');
    const leads = roles[0] === 'objective' || roles[0] === 'section';
    const enough = known > 1 || (known === 1 && (cells.length === 1 ? row === 0 : says || leads));
    if (enough && (says || roles.includes('objective') || roles.includes('section'))) return row;
  }
  return null;
}

/** Finds the columns by the header's words, else by what stands in them. */
export function listPlan(sheet: Sheet, declared: Declared): ListColumns {
  const row = declared.row ?? headerRow(sheet);
  const first = row === null ? 0 : row + 1;
  const width = widthOf(sheet);
  const roles = rolesOf(sheet, row, declared, width);
  const place = (role: ColumnRole): number | null => {
    const found = roles.indexOf(role);
    return found < 0 ? null : found;
  };
  const header = row === null ? [] : [row];
  if (row === null && declared.roles.size === 0) guessRoles(sheet, roles);
  const objective = place('objective');
  const question = place('question') ?? askingColumn(sheet, roles, first);
  const ignored = (column: number): boolean =>
    column === question || declared.roles.get(column) === 'tool';
  const answers = withTitles(sheet, row, answerColumns(sheet, first, roles, ignored), question);
  const title = row === null || objective === null ? '' : cellOf(sheet, row, objective);
  const number = place('number');
  return {
    header,
    first,
    country: place('country') ?? place('code'),
    origin: new Map([...roles.entries()].filter(isOrigin)),
    section: place('section'),
    objective,
    objectiveTitle: title,
    number,
    question,
    answers,
    leading: Math.min(width, ...answers.map(({ column }) => column)) - 1,
    numbered: number !== null && isMostlyFilled(sheet, number, first),
  };
}

function isOrigin(entry: [number, ColumnRole | null]): entry is [number, ColumnRole] {
  return entry[1] !== null && ORIGIN_ROLES.includes(entry[1]);
}

function rolesOf(
  sheet: Sheet,
  row: number | null,
  declared: Declared,
  width: number,
): (ColumnRole | null)[] {
  const content = countryColumn(sheet);
  const taken = new Set(declared.roles.values());
  return Array.from({ length: width }, (_, column) => {
    const own = declared.roles.get(column);
    if (own !== undefined) return own;
    const role = row === null ? null : roleOf(cellOf(sheet, row, column));
    if (role === null && content?.column === column && !taken.has('country')) return 'country';
    // A column that is declared is the only one of its kind.
    return role !== null && taken.has(role) ? (holdsAnswers(role) ? null : 'tool') : role;
  });
}

/** Without a header: numbers, then questions, then their answers. */
function guessRoles(sheet: Sheet, roles: (ColumnRole | null)[]): void {
  const used = roles.map((_, column) => column).filter((column) => wordsIn(sheet, column, 0) > 0);
  const [one, two, three] = used.filter((column) => roles[column] === null);
  if (one === undefined || two === undefined) return;
  if (three === undefined || !isNumbers(sheet, one)) roles[one] = 'question';
  else [roles[one], roles[two]] = ['number', 'question'];
}

function isNumbers(sheet: Sheet, column: number): boolean {
  const texts = sheet.rows.map((row) => row[column] ?? '').filter((text) => text !== '');
  return texts.filter(isNumber).length * 2 > texts.length;
}

/** Where no header says so, the first column with questions in half of its cells. */
function askingColumn(
  sheet: Sheet,
  roles: readonly (ColumnRole | null)[],
  first: number,
): number | null {
  const found = roles.findIndex((role, column) => {
    if (role !== null) return false;
    const texts = sheet.rows.slice(first, first + 500).map((row) => row[column] ?? '');
    const words = texts.filter((text) => text !== '');
    return words.length > 0 && words.filter(asks).length * 2 >= words.length;
  });
  return found < 0 ? null : found;
}

/** The declared or titled columns; others too where they hold sentences, or nothing else does. */
function answerColumns(
  sheet: Sheet,
  first: number,
  roles: readonly (ColumnRole | null)[],
  ignored: (column: number) => boolean,
): number[] {
  const known = roles.some(holdsAnswers);
  return roles.flatMap((role, column) => {
    if (ignored(column)) return [];
    // Sentences under "Name" or "Source" are words that someone wrote as an answer.
    const open = role === null || role === 'tool';
    const takes =
      role === null && !known ? wordsIn(sheet, column, first) > 0 : isProse(sheet, column, first);
    return holdsAnswers(role) || (open && takes) ? [column] : [];
  });
}

/** Headers go with the question where several columns answer it, but for such as "Comments". */
function withTitles(
  sheet: Sheet,
  row: number | null,
  columns: readonly number[],
  question: number | null,
): AnswerColumn[] {
  const header = (column: number): string => (row === null ? '' : cellOf(sheet, row, column));
  const tells = (column: number): boolean => !holdsAnswers(roleOf(header(column)));
  if (columns.length < 2 || !columns.some(tells))
    return columns.map((column) => ({ column, title: '' }));
  return columns.map((column) => ({
    column,
    title: question === null || tells(column) ? header(column) : '',
  }));
}

function wordsIn(sheet: Sheet, column: number, first: number): number {
  let count = 0;
  for (let row = first; row < sheet.rows.length; row++)
    if (cellOf(sheet, row, column) !== '') count++;
  return count;
}

/** Half of the cells have four words or more. */
function isProse(sheet: Sheet, column: number, first: number): boolean {
  const texts = sheet.rows
    .slice(first)
    .map((row) => row[column] ?? '')
    .filter((text) => text !== '');
  const long = texts.filter((text) => text.split(/\s+/u).length >= 4);
  return texts.length > 0 && long.length * 2 >= texts.length;
}

function isMostlyFilled(sheet: Sheet, column: number, first: number): boolean {
  const rows = sheet.rows.slice(first).filter((row) => filled(row).length > 1);
  return (
    rows.length > 0 &&
    rows.filter((row) => (row[column] ?? '') !== '').length * 10 >= rows.length * 9
  );
}
