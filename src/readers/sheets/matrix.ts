/** Sheets with one row a country and one column a question; of the transpose once it is turned. */
import type { Dropped, ReadIssue } from '../types.js';
import { ORIGIN_ROLES, originOf } from './answers.js';
import type { Answer, SheetDocument, SheetRead } from './answers.js';
import { countryOf } from '../countries.js';
import { columnsOf, headerOf } from './header.js';
import type { Column, Header } from './header.js';
import type { Declared } from './mapping.js';
import { isChosen, optionGroups } from './options.js';
import type { OptionGroup, OptionGroups } from './options.js';
import { cellOf, droppedRow, filled } from './sheet.js';
import type { Sheet } from './sheet.js';
import { isNote, isSectionTitle } from './words.js';
import type { ColumnRole } from './words.js';

interface Plan {
  readonly sheet: Sheet;
  readonly header: Header;
  /** Columns that hold answers. */
  readonly asked: readonly Column[];
  /** Columns that tell whose they are. */
  readonly origin: readonly Column[];
  readonly groups: OptionGroups;
  readonly documents: SheetDocument[];
  readonly dropped: Dropped[];
  readonly issues: ReadIssue[];
}

/**
 * Reads a sheet of one row a country.
 * @param turned the sheet is a transpose: a section's title may stand in a column of its own
 */
export function readMatrix(sheet: Sheet, declared: Declared, turned = false): SheetRead {
  const plan = planOf(sheet, declared, turned);
  const { documents, dropped, issues, header } = plan;
  const above = Array.from({ length: header.first }, (_, row) => row);
  for (const row of above) if (!header.rows.includes(row)) drop(plan, row);
  dropColumns(plan);
  for (let row = header.first; row < sheet.rows.length; row++) takeRow(plan, row);
  return { documents, dropped, issues };
}

function planOf(sheet: Sheet, declared: Declared, turned: boolean): Plan {
  const header = headerOf(sheet, declared);
  const columns = withTitles(columnsOf(sheet, header, declared), sheet, header, turned);
  const isOrigin = ({ column, role }: Column): boolean =>
    column === header.country ||
    (role !== null &&
      ORIGIN_ROLES.includes(role) &&
      role !== 'country' &&
      isTerse(sheet, column, header.first));
  const asked = columns.filter(
    (one) => !isOrigin(one) && !isTool(one, sheet, header.first, declared),
  );
  return {
    sheet,
    header,
    asked,
    origin: columns.filter(isOrigin),
    groups: optionGroups(sheet, asked, header.first),
    documents: [],
    dropped: [],
    issues: [],
  };
}

/** Below a turned header a title without answers stands above the questions after it. */
function withTitles(columns: Column[], sheet: Sheet, header: Header, turned: boolean): Column[] {
  if (!turned) return columns;
  let title: string | null = null;
  return columns.flatMap((one): Column[] => {
    const [line] = one.lines;
    const empty = line !== undefined && !hasWords(sheet, one.column, header.first);
    if (empty && one.lines.length === 1 && isSectionTitle(line)) {
      title = line;
      return [];
    }
    return [title === null ? one : { ...one, sections: [...one.sections, title] }];
  });
}

function hasWords(sheet: Sheet, column: number, first: number): boolean {
  for (let row = first; row < sheet.rows.length; row++)
    if (cellOf(sheet, row, column) !== '') return true;
  return false;
}

/** Columns of survey tools, and of numbers; never one that holds sentences, whatever its header. */
function isTool(
  { column, role }: Column,
  sheet: Sheet,
  first: number,
  declared: Declared,
): boolean {
  if (declared.roles.get(column) === 'tool') return true;
  return (role === 'tool' || role === 'id' || role === 'number') && isTerse(sheet, column, first);
}

/** No cell of more than a dozen words. */
function isTerse(sheet: Sheet, column: number, first: number): boolean {
  for (let row = first; row < sheet.rows.length; row++) {
    const text = cellOf(sheet, row, column);
    if (text.length > 150 || /\n/u.test(text) || text.split(/\s+/u).length > 12) return false;
  }
  return true;
}

function takeRow(plan: Plan, row: number): void {
  const { sheet, header, documents } = plan;
  const cells = filled(sheet.rows[row]);
  if (cells.length === 0) return;
  if (isHeaderAgain(plan, row)) {
    drop(plan, row, 'repeated header row');
    return;
  }
  const name = header.country === null ? '' : cellOf(sheet, row, header.country);
  const answers = answersOf(plan, row);
  const first = cellOf(sheet, row, cells[0] ?? 0);
  if (isNote(first) && countryOf(first) === null && (name !== '' || answers.length < 2)) {
    drop(plan, row);
  } else if (answers.length === 0) noAnswers(plan, row, name);
  else if (name === '' && goesOn(plan, row, answers)) documents.at(-1)?.answers.push(...answers);
  else documents.push({ origin: originOf(originCells(plan, row)), answers });
}

/** A row without a country that fills few columns, as below a merged cell, goes on with the one above. */
function goesOn(
  { sheet, header, asked, documents }: Plan,
  row: number,
  own: readonly Answer[],
): boolean {
  const last = documents.at(-1);
  if (header.country === null || last === undefined) return false;
  const answering = new Set(asked.map(({ column }) => column));
  const others = filled(sheet.rows[row]).filter((at) => !answering.has(at));
  return others.length === 0 && own.length * 2 <= last.answers.length;
}

function originCells({ sheet, header, origin }: Plan, row: number): Map<ColumnRole, string> {
  const cells = new Map<ColumnRole, string>();
  for (const { column, role } of origin) {
    const own = column === header.country ? 'country' : role;
    const text = cellOf(sheet, row, column);
    if (own !== null && text !== '' && !cells.has(own)) cells.set(own, text);
  }
  return cells;
}

function isHeaderAgain({ sheet, header }: Plan, row: number): boolean {
  return header.rows.some((one) => {
    const cells = filled(sheet.rows[one]);
    return (
      cells.length > 1 && cells.every((at) => cellOf(sheet, one, at) === cellOf(sheet, row, at))
    );
  });
}

function answersOf({ sheet, asked, groups }: Plan, row: number): Answer[] {
  const done = new Set<OptionGroup>();
  return asked.flatMap((column): Answer[] => {
    const group = groups.byColumn.get(column.column);
    if (group !== undefined) {
      if (done.has(group)) return [];
      done.add(group);
      return chosenOf(sheet, column, group, row);
    }
    const text = cellOf(sheet, row, column.column);
    if (text === '' || isListOfOptions(text, column, groups)) return [];
    return [
      {
        asked: askedBy(sheet, column, column.lines),
        cells: [{ text, at: sheet.at(row, column.column) }],
      },
    ];
  });
}

function askedBy(sheet: Sheet, column: Column, lines: readonly string[]): Answer['asked'] {
  const { sections, number, row } = column;
  return { sections, number, lines, at: sheet.at(row, column.column) };
}

function chosenOf(sheet: Sheet, column: Column, group: OptionGroup, row: number): Answer[] {
  const cells = group.options
    .filter((option) => isChosen(cellOf(sheet, row, option.column.column)))
    .map(({ label, column: own }) => ({ text: label, at: sheet.at(row, own.column) }));
  return cells.length === 0
    ? []
    : [{ asked: askedBy(sheet, column, group.lines), cells, chosen: true }];
}

/** "training border_control" beside a column for each option says the same twice. */
function isListOfOptions(text: string, column: Column, groups: OptionGroups): boolean {
  const labels = groups.byQuestion.get(column.lines.join('\n'))?.options ?? [];
  let rest = text;
  for (const { label } of [...labels].sort((a, b) => b.label.length - a.label.length))
    rest = rest.split(label).join(' ');
  return labels.length > 0 && /^[\s;,|]*$/u.test(rest);
}

function noAnswers(plan: Plan, row: number, name: string): void {
  drop(plan, row);
  if (countryOf(name) === null) return;
  plan.issues.push({
    id: 'GCM137',
    severity: 'warning',
    message: `${name.trim()} has no answers in the sheet.`,
    hint: 'Nothing to do if it sent none; else fill its row.',
    place: plan.sheet.at(row, plan.header.country ?? 0),
  });
}

/** The headers of columns that hold no answers; what is in them may be private. */
function dropColumns({ sheet, header, asked, origin, dropped }: Plan): void {
  const used = new Set([...asked, ...origin].map(({ column }) => column));
  const headers = header.rows.flatMap((row) =>
    filled(sheet.rows[row])
      .filter((column) => !used.has(column))
      .map((column) => cellOf(sheet, row, column)),
  );
  if (headers.length > 0) dropped.push({ reason: 'no answer', text: headers.join(' | ') });
}

function drop({ sheet, dropped }: Plan, row: number, reason?: Dropped['reason']): void {
  dropped.push(...droppedRow(sheet, row, reason));
}
