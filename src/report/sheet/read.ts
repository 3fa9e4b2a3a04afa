/** Reads the rows of a coding sheet back: codings of its coder, and what cannot be taken. */
import type { HumanCoding, RejectedRow, SampleMethod } from '../../model/review.js';
import { foldSpace } from '../../model/text.js';
import { KINDS } from '../../model/types.js';
import type { CodedDocument, Kind, Statement, Strength } from '../../model/types.js';
import { REPORT_LANGUAGES, STRINGS } from '../html/strings.js';
import type { RunResult } from '../run-result.js';
import { OWN_COLUMNS, SHEET_COLUMNS, SHEET_WORDS, type SheetColumn } from './words.js';

/** What a sheet gave. */
export interface SheetReading {
  readonly codings: readonly HumanCoding[];
  readonly rejected: readonly RejectedRow[];
  /** Rows that nobody filled in. */
  readonly empty: number;
}

/** Rows that are looked at for the head. */
const HEAD_WITHIN = 20;

/** Words for "read, and nothing applies". */
const NONE = new Set([
  '-',
  '–',
  '—',
  ...REPORT_LANGUAGES.map((lang) => SHEET_WORDS[lang].none),
  'none',
]);
const YES = new Set([
  'x',
  '1',
  'true',
  'yes',
  ...REPORT_LANGUAGES.map((lang) => SHEET_WORDS[lang].yes),
]);
const NO = new Set([
  '',
  '0',
  'false',
  'no',
  ...REPORT_LANGUAGES.map((lang) => SHEET_WORDS[lang].no),
]);

/** Reads the rows of one sheet; null where none of them is the head of a coding sheet. */
export function readSheet(
  rows: readonly (readonly string[])[],
  run: RunResult,
  coder: string,
): SheetReading | null {
  const at = rows
    .slice(0, HEAD_WITHIN)
    .findIndex((row) => placesOf(row).has('id') && placesOf(row).has('text'));
  if (at < 0) return null;
  const places = placesOf(rows[at] ?? []);
  const context = { run, coder, statements: statementsOf(run), codes: codesOf(run) };
  const codings: HumanCoding[] = [];
  const rejected: RejectedRow[] = [];
  let empty = 0;
  for (const [i, cells] of rows.slice(at + 1).entries()) {
    const value = (column: SheetColumn): string => plain(cells[places.get(column) ?? -1] ?? '');
    if (OWN_COLUMNS.every((column) => value(column) === '')) {
      if (value('id') !== '') empty++;
      continue;
    }
    const read = readRow(value, context);
    if ('statement' in read) codings.push(read);
    else rejected.push(...read.map((one) => ({ row: at + i + 2, ...one })));
  }
  return { codings, rejected, empty };
}

/** Texts that would be formulas have an apostrophe in front of them in CSV files. */
function plain(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, '').trim();
}

/** The column of each head that is known, in whatever language. */
function placesOf(row: readonly string[]): Map<SheetColumn, number> {
  const places = new Map<SheetColumn, number>();
  for (const [i, cell] of row.entries()) {
    const name = foldSpace(cell).toLowerCase();
    const column = SHEET_COLUMNS.find(
      (one) =>
        one === name ||
        REPORT_LANGUAGES.some((lang) => SHEET_WORDS[lang].columns[one].toLowerCase() === name),
    );
    if (column !== undefined && !places.has(column)) places.set(column, i);
  }
  return places;
}

interface Home {
  readonly coded: CodedDocument;
  readonly statement: Statement;
}

interface Context {
  readonly coder: string;
  readonly statements: ReadonlyMap<string, Home>;
  /** Codes by what people write: "o07", "7", "data". */
  readonly codes: ReadonlyMap<string, { readonly code: string; readonly isTheme: boolean }>;
}

function statementsOf({ documents }: RunResult): Map<string, Home> {
  return new Map(
    documents.flatMap((coded) =>
      coded.statements.map((statement) => [statement.id, { coded, statement }] as const),
    ),
  );
}

function codesOf({ codes }: RunResult): Map<string, { code: string; isTheme: boolean }> {
  return new Map(
    codes.flatMap(({ code, kind, objective }) => {
      const one = { code, isTheme: kind === 'theme' };
      const names = objective === undefined ? [code] : [code, `O${objective}`, String(objective)];
      return names.map((name) => [name.toLowerCase(), one] as const);
    }),
  );
}

type Problem = Omit<RejectedRow, 'row'>;

function readRow(
  value: (column: SheetColumn) => string,
  context: Context,
): HumanCoding | Problem[] {
  const home = context.statements.get(value('id'));
  if (home === undefined)
    return [{ column: 'id', found: value('id'), expected: 'the id of a statement of the run' }];
  const { statement, coded } = home;
  if (foldSpace(plain(statement.text)) !== foldSpace(value('text')))
    return [
      {
        column: 'text',
        found: value('text').slice(0, 80),
        expected: `"${statement.text.slice(0, 80)}": the words of this statement, as they were exported`,
      },
    ];
  const problems: Problem[] = [];
  const substantive = codesIn('objectives', value, context, problems);
  const mentions = codesIn('mentions', value, context, problems);
  const themes = codesIn('themes', value, context, problems);
  const kind = kindIn(value('kind'), problems);
  const absent = absentIn(value('absent'), problems);
  for (const code of mentions)
    if (substantive.includes(code))
      problems.push({
        column: 'mentions',
        found: code,
        expected: 'a code that is not among the objectives of the row',
      });
  if (problems.length > 0) return problems;
  const given = (codes: readonly string[], strength: Strength) =>
    codes.map((code) => ({ code, strength }));
  return {
    statement: statement.id,
    document: coded.document.id,
    country: coded.document.metadata.country ?? null,
    question: statement.question,
    text: statement.text,
    coder: context.coder,
    kind,
    absent,
    codes: [
      ...given(substantive, 'substantive'),
      ...given(mentions, 'mention'),
      ...given(themes, 'substantive'),
    ],
    remark: value('remark'),
    ...sampleIn(value),
  };
}

function codesIn(
  column: 'objectives' | 'mentions' | 'themes',
  value: (column: SheetColumn) => string,
  { codes }: Context,
  problems: Problem[],
): string[] {
  const text = value(column).toLowerCase();
  if (text === '' || NONE.has(text)) return [];
  const found = text.split(/[\s,;،؛]+/u).filter(Boolean);
  return [...new Set(found)].flatMap((name) => {
    const known = codes.get(name);
    if (known !== undefined && known.isTheme === (column === 'themes')) return [known.code];
    const expected =
      column === 'themes' ? 'themes such as data' : 'objectives such as O07 or 7, or "none"';
    problems.push({ column, found: name, expected });
    return [];
  });
}

function kindIn(text: string, problems: Problem[]): Kind | null {
  if (text === '') return null;
  const name = text.toLowerCase();
  const kind = KINDS.find(
    (one) =>
      one === name ||
      REPORT_LANGUAGES.some((lang) => STRINGS[lang].kinds[one].toLowerCase() === name),
  );
  if (kind === undefined)
    problems.push({ column: 'kind', found: text, expected: `one of ${KINDS.join(', ')}` });
  return kind ?? null;
}

function absentIn(text: string, problems: Problem[]): boolean {
  const name = text.toLowerCase();
  if (YES.has(name)) return true;
  if (!NO.has(name)) problems.push({ column: 'absent', found: text, expected: 'yes or no' });
  return false;
}

function sampleIn(value: (column: SheetColumn) => string): Pick<HumanCoding, 'sample'> {
  const method = value('sample');
  if (!['random', 'stratified', 'uncertain'].includes(method)) return {};
  const probability = Number(value('probability').replace(',', '.'));
  return {
    sample: {
      method: method as SampleMethod,
      seed: value('seed'),
      stratum: value('stratum'),
      probability: value('probability') === '' || Number.isNaN(probability) ? null : probability,
    },
  };
}
