/** From the sheets of a file to its documents. */
import { Refusal } from '../types.js';
import type { Dropped, Extracted, ReadContext, TableMapping } from '../types.js';
import type { SheetRead } from './answers.js';
import { extractedOf, joined } from './documents.js';
import { formOf, turnedNames } from './form.js';
import type { Form } from './form.js';
import { readList } from './list.js';
import { headerRow } from './list-columns.js';
import { declared, NONE } from './mapping.js';
import type { Declared } from './mapping.js';
import { readMatrix } from './matrix.js';
import { filled, sheetTitle, transposed } from './sheet.js';
import type { Sheet } from './sheet.js';

/** Documents beyond which a sheet is none of reviews. */
const MOST_DOCUMENTS = 2000;

/** A sheet and what was read in it. */
export interface Found {
  readonly sheet: Sheet;
  readonly read: SheetRead;
  /** Its form tells questions from answers, rather than mere words. */
  readonly sure: boolean;
}

const NOTHING: SheetRead = { documents: [], dropped: [], issues: [] };

/**
 * The documents of a file's sheets: one a country, or one. Sheets that speak of
 * the same country are one document, each a section of it.
 * Issues: GCM136 a declared sheet or column is missing, GCM137 no answers,
 * GCM138 too large.
 */
export function readSheets(sheets: readonly Sheet[], { table = {} }: ReadContext): Extracted[] {
  const chosen = sheets.filter(
    ({ name }) => table.sheet === undefined || (name !== null && isSheet(name, table.sheet)),
  );
  if (table.sheet !== undefined && chosen.length === 0) throw noSheet(table.sheet, sheets);
  const filledIn = chosen.filter(({ rows }) => rows.some((row) => filled(row).length > 0));
  const found = readAll(filledIn, table);
  const withAnswers = found.filter(({ read }) => hasAnswers(read));
  const sure = withAnswers.filter((one) => one.sure);
  const kept = sure.length > 0 ? sure : withAnswers;
  if (kept.length === 0) {
    if (found.length === 0) return [];
    throw noAnswers(found.map(({ sheet }) => sheetTitle(sheet.name)));
  }
  const said = found.find(({ read }) => read.said?.name !== undefined)?.read.said;
  const documents = joined(kept, said);
  if (documents.length > MOST_DOCUMENTS) throw tooManyDocuments(documents.length);
  const left = found.filter((one) => !kept.includes(one));
  const dropped = [...kept.flatMap(({ read }) => read.dropped), ...left.flatMap(droppedSheet)];
  return extractedOf(
    documents,
    dropped,
    kept.flatMap(({ read }) => read.issues),
  );
}

function isSheet(name: string, wanted: string): boolean {
  return name === wanted || name.trim().toLowerCase() === wanted.trim().toLowerCase();
}

function readSheet(sheet: Sheet, table: TableMapping): Found {
  const turns = table.form === 'countries-in-columns';
  const own = turns ? NONE : declared(sheet, table);
  const form = table.form ?? formOf(sheet, own);
  const sure = form !== null && (form !== 'answers' || isQuestionnaire(sheet, table));
  // A cover page holds no answers, but may say whose they are.
  const read =
    form === null
      ? { ...NOTHING, said: readList(sheet, own).said ?? {} }
      : readForm(sheet, form, own, table);
  return { sheet, read, sure };
}

function readForm(sheet: Sheet, form: Form, own: Declared, table: TableMapping): SheetRead {
  if (form === 'countries-in-rows') return readMatrix(sheet, own);
  if (form !== 'countries-in-columns') return readList(sheet, own);
  const turned = transposed(sheet);
  // Of what corpus.yaml names, questions and sections are columns of the sheet as it stands.
  const { question: _question, section: _section, answer: _answer, text: _text, ...rows } = table;
  const named = declared(turned, rows);
  const names = turnedNames(sheet, turned);
  const isNamed = [...named.roles.values()].includes('country');
  const both = {
    roles: new Map([...(names?.roles ?? []), ...named.roles]),
    row: names?.row ?? null,
  };
  return readMatrix(turned, names === null || isNamed ? named : both, true);
}

/** Sheets that lack a declared column are none of the questionnaire, unless all do. */
function readAll(sheets: readonly Sheet[], table: TableMapping): Found[] {
  const refused: Refusal[] = [];
  const found = sheets.flatMap((sheet): Found[] => {
    try {
      return [readSheet(sheet, table)];
    } catch (error) {
      if (!(error instanceof Refusal) || error.id !== 'GCM136') throw error;
      refused.push(error);
      return [{ sheet, read: NOTHING, sure: false }];
    }
  });
  const [first] = refused;
  if (first !== undefined && refused.length === sheets.length) throw first;
  return found;
}

/** More than a cover page: it has a header, or several rows of two cells. */
function isQuestionnaire(sheet: Sheet, table: TableMapping): boolean {
  return (
    table.form !== undefined ||
    headerRow(sheet) !== null ||
    sheet.rows.filter((row) => filled(row).length > 1).length > 2
  );
}

function hasAnswers({ documents }: SheetRead): boolean {
  return documents.some(({ answers }) =>
    answers.some(({ cells }) => cells.some(({ text }) => /\p{L}/u.test(text))),
  );
}

function droppedSheet({ sheet }: Found): Dropped[] {
  const words = sheet.rows.flatMap((row) => filled(row).map((at) => row[at] ?? '')).slice(0, 20);
  const text = [sheetTitle(sheet.name), ...words].join(' | ');
  return [{ reason: 'no answer', text }];
}

function noSheet(wanted: string, sheets: readonly Sheet[]): Refusal {
  const names = sheets.flatMap(({ name }) => (name === null ? [] : [`"${name}"`]));
  return new Refusal(
    'GCM136',
    `There is no sheet "${wanted}", which the description names.`,
    names.length === 0
      ? "The file has no named sheets: take 'sheet' out of the description."
      : `Write its name as the file has it: ${names.slice(0, 30).join(', ')}.`,
  );
}

function noAnswers(titles: readonly string[]): Refusal {
  return new Refusal(
    'GCM137',
    `No answers found in ${titles.length === 1 ? 'the file' : `${titles.length} sheets`}: no questions with words beside or below them.`,
    "Say how its columns are to be read with 'table:' in corpus.yaml (corpora/README.md describes it).",
  );
}

function tooManyDocuments(count: number): Refusal {
  return new Refusal(
    'GCM138',
    `The file would give ${count} documents, one a row; at most ${MOST_DOCUMENTS} are made of a file.`,
    "If its rows are no countries, say how they are to be read with 'table:' in corpus.yaml.",
  );
}
