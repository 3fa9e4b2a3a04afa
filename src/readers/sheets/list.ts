/** Sheets with one row a question, or a statement: of one country (`answers`) or of several (`long`). */
import type { Dropped } from '../types.js';
import { ORIGIN_ROLES, originOf } from './answers.js';
import type { CellText, SheetDocument, SheetRead } from './answers.js';
import { listPlan } from './list-columns.js';
import type { ListColumns } from './list-columns.js';
import type { Declared } from './mapping.js';
import { cellOf, droppedRow, filled } from './sheet.js';
import type { Sheet } from './sheet.js';
import { isNote, isNumber, isSectionTitle, roleOf } from './words.js';
import type { ColumnRole } from './words.js';

interface State {
  readonly sheet: Sheet;
  readonly columns: ListColumns;
  /** By the origin's own words. */
  readonly documents: Map<string, SheetDocument>;
  /** What rows such as "Country: Jordan" say of the sheet. */
  readonly said: Map<ColumnRole, string>;
  readonly dropped: Dropped[];
  /** Titles from a column for them, and from rows of their own. */
  section: string;
  title: string;
  origin: Map<ColumnRole, string>;
  number: string;
  question: string;
  /** Row of the question. */
  asked: number;
}

/** Reads a sheet of one row a question or a statement. */
export function readList(sheet: Sheet, declared: Declared): SheetRead {
  const columns = listPlan(sheet, declared);
  const state: State = {
    sheet,
    columns,
    documents: new Map(),
    said: new Map(),
    dropped: [],
    section: '',
    title: '',
    origin: new Map(),
    number: '',
    question: '',
    asked: 0,
  };
  for (let row = 0; row < sheet.rows.length; row++)
    if (row < columns.first) takeAbove(state, row);
    else takeRow(state, row);
  const { dropped, said } = state;
  return { documents: withSaid(state), dropped, issues: [], said: originOf(said) };
}

/** What the sheet says above its table holds for documents that do not say it themselves. */
function withSaid({ documents, said }: State): SheetDocument[] {
  const common = originOf(said);
  return [...documents.values()].map(({ origin, answers }) => ({
    origin: { ...common, ...origin },
    answers,
  }));
}

/** "Country: Jordan", "Year | 2024" above the table; all else there is no answer. */
function takeAbove(state: State, row: number): void {
  if (!takePair(state, row) && !state.columns.header.includes(row))
    state.dropped.push(...droppedRow(state.sheet, row));
}

/** A row of a known word and its value: kept where it tells whose answers they are. */
function takePair({ sheet, said, dropped }: State, row: number): boolean {
  const texts = filled(sheet.rows[row]).map((column) => cellOf(sheet, row, column));
  const [only = ''] = texts;
  const inline = texts.length === 1 ? /^([^:：]{2,40})[:：]\s{0,5}(\S.{0,80})$/u.exec(only) : null;
  const name = inline?.[1] ?? (texts.length === 2 ? only.replace(/[:：]\s{0,5}$/u, '') : '');
  const value = inline?.[2] ?? texts[1] ?? '';
  const role = roleOf(name);
  if (role === null || value.length > 80 || /\n/u.test(value)) return false;
  if (role === 'tool') dropped.push({ reason: 'no answer', text: name });
  else if (!ORIGIN_ROLES.includes(role)) return false;
  else if (!said.has(role)) said.set(role, value);
  return true;
}

function takeRow(state: State, row: number): void {
  const { sheet, columns } = state;
  const cells = filled(sheet.rows[row]);
  const [first] = cells;
  if (first === undefined) return;
  const only = cells.length === 1 ? cellOf(sheet, row, first) : '';
  if (isHeaderAgain(state, row))
    state.dropped.push(...droppedRow(sheet, row, 'repeated header row'));
  else if (columns.country === null && cells.length <= 2 && takePair(state, row)) return;
  else if (isNote(cellOf(sheet, row, first)) && cells.length <= 2 && first <= columns.leading)
    state.dropped.push(...droppedRow(sheet, row));
  else if (only !== '' && isTitleRow(state, first, only)) [state.title, state.section] = [only, ''];
  else takeAnswer(state, row);
}

/** A row's only words are a title where they read like one, or stand before the questions. */
function isTitleRow({ columns }: State, column: number, text: string): boolean {
  if (columns.answers.some((one) => one.column === column))
    return columns.answers.length > 1 && isSectionTitle(text);
  if (column === columns.section || column === columns.objective) return true;
  if (column === columns.number) return !isNumber(text);
  return column !== columns.question || isSectionTitle(text) || columns.numbered;
}

function takeAnswer(state: State, row: number): void {
  const { sheet, columns } = state;
  const cell = (column: number | null): string =>
    column === null ? '' : cellOf(sheet, row, column);
  carryOrigin(state, row);
  const section = sectionOf(cell(columns.section), cell(columns.objective), columns);
  if (section !== '') state.section = section;
  const [number, question] = [cell(columns.number), cell(columns.question)];
  if (number !== '' || question !== '')
    [state.number, state.question, state.asked] = [number, question, row];
  const document = documentOf(state);
  const filledAnswers = columns.answers.filter(({ column }) => cell(column) !== '');
  if (filledAnswers.length === 0 && (question !== '' || number !== ''))
    document.answers.push({ asked: askedBy(state, ''), cells: [] });
  for (const { column, title } of filledAnswers) {
    const own: CellText = { text: cell(column), at: sheet.at(row, column) };
    document.answers.push({ asked: askedBy(state, title), cells: [own] });
  }
}

/** An objective's number alone says too little: its header is put before it. */
function sectionOf(section: string, objective: string, columns: ListColumns): string {
  if (objective === '') return section;
  return /^\p{Nd}{1,2}\.?$/u.test(objective) ? `${columns.objectiveTitle} ${objective}` : objective;
}

function carryOrigin(state: State, row: number): void {
  const { sheet, columns, origin } = state;
  const own = new Map<ColumnRole, string>();
  for (const [column, role] of columns.origin) {
    const text = cellOf(sheet, row, column);
    if (text !== '') own.set(role, text);
  }
  // A row that names its country says all of its origin; others go on with the one above.
  if (own.has('country') || own.has('code')) state.origin = own;
  else state.origin = new Map([...origin, ...own]);
}

function documentOf({ documents, origin }: State): SheetDocument {
  const told = originOf(origin);
  const key = JSON.stringify([told.country ?? told.name ?? '', told.year ?? '', told.round ?? '']);
  const found = documents.get(key);
  if (found !== undefined) {
    // A language holds for a document where all of its rows have it.
    if (found.origin.language !== told.language && found.origin.language !== undefined) {
      const { language: _language, ...rest } = found.origin;
      const mixed = { origin: rest, answers: found.answers };
      documents.set(key, mixed);
      return mixed;
    }
    return found;
  }
  const made: SheetDocument = { origin: told, answers: [] };
  documents.set(key, made);
  return made;
}

function askedBy(
  { sheet, columns, section, title, number, question, asked }: State,
  below: string,
) {
  const lines = [question, below].filter((text) => text !== '');
  return {
    sections: [title, section].filter((text) => text !== ''),
    number: number === '' ? null : number,
    lines,
    at: sheet.at(asked, columns.question ?? columns.number ?? 0),
  };
}

function isHeaderAgain({ sheet, columns }: State, row: number): boolean {
  const [header] = columns.header.slice(-1);
  if (header === undefined) return false;
  const cells = filled(sheet.rows[header]);
  return (
    cells.length > 1 && cells.every((at) => cellOf(sheet, header, at) === cellOf(sheet, row, at))
  );
}
