/** Records of a text of separated values; broken quotes are mended where they stand. */
import type { CsvError, parse as parseSync } from 'csv-parse/sync';
import { Refusal } from '../types.js';
import type { ReadIssue } from '../types.js';
import { MOST_CELLS, MOST_ROWS, tooManyCells, tooManyRows } from './sheet.js';

/** Bytes of the longest record; one beyond it most likely has a quote that nothing closes. */
const LONGEST_RECORD = 16_000_000;

/** Rows of a file, blank ones as empty lists, and what was odd about it. */
export interface Rows {
  readonly rows: readonly (readonly string[])[];
  readonly issues: readonly ReadIssue[];
}

interface Progress {
  readonly rows: string[][];
  readonly broken: number[];
  words: number;
  cells: number;
  /** Bytes and lines that are done. */
  byte: number;
  line: number;
}

type Parse = typeof parseSync;

/**
 * Parses strictly; where a quote breaks the rules, its record is read leniently
 * if it then has as many cells as the others, else its line as it stands.
 * @param skipped lines before the text
 */
export async function parseRows(text: string, delimiter: string, skipped: number): Promise<Rows> {
  const { parse } = await import('csv-parse/sync');
  const bytes = Buffer.from(text, 'utf8');
  const state: Progress = { rows: [], broken: [], words: 0, cells: 0, byte: 0, line: skipped };
  // Each mending reads on from its place: few of them in large files, or none would end.
  const most = bytes.length > 5_000_000 ? 5 : 50;
  while (state.byte < bytes.length) {
    const rest = bytes.subarray(state.byte);
    if (state.broken.length > most) {
      run(parse, rest, { delimiter, quote: null }, state);
      break;
    }
    if (run(parse, rest, { delimiter }, state)) break;
    mend(parse, bytes, delimiter, state);
  }
  return {
    rows: state.rows,
    issues: state.broken.length === 0 ? [] : [brokenQuotes(state.broken)],
  };
}

interface Options {
  readonly delimiter: string;
  readonly quote?: null;
  readonly relax_quotes?: boolean;
  /** Records to read. */
  readonly to?: number;
}

/** Takes records until the end, or until a broken one: false. */
function run(parse: Parse, bytes: Uint8Array, options: Options, state: Progress): boolean {
  const [byte, line] = [state.byte, state.line];
  try {
    parse(bytes, {
      relax_column_count: true,
      // Finding out the line's end by itself takes the parser much longer in a long first line.
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: LONGEST_RECORD,
      ...options,
      on_record: (record: string[], context) => {
        take(record, state);
        [state.byte, state.line] = [byte + context.bytes, line + context.lines];
        return null;
      },
    });
    return true;
  } catch (error) {
    if (error instanceof Refusal || !isCsvError(error)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE' && options.quote === null)
      throw tooLong(state.line + 1);
    return false;
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && /CSV|QUOTE/u.test(String(error.code));
}

function take(record: readonly string[], state: Progress): void {
  const row = record.map((cell) => (cell.trim() === '' ? '' : cell));
  const words = row.some((cell) => cell !== '');
  state.rows.push(words ? row : []);
  state.words += words ? 1 : 0;
  state.cells += words ? row.length : 1;
  if (state.words > MOST_ROWS) throw tooManyRows(null);
  if (state.cells > MOST_CELLS) throw tooManyCells(null);
}

/** Reads the one record at which a strict reading stopped. */
function mend(parse: Parse, bytes: Buffer, delimiter: string, state: Progress): void {
  state.broken.push(state.line + 1);
  const rest = bytes.subarray(state.byte);
  if (lineEnd(rest) > LONGEST_RECORD) throw tooLong(state.line + 1);
  const before: Progress = { ...state, rows: [] };
  const width = state.rows.findLast((row) => row.length > 0)?.length;
  if (run(parse, rest, { delimiter, relax_quotes: true, to: 1 }, before)) {
    const [record] = before.rows;
    const fits = record !== undefined && (width === undefined || record.length === width);
    if (fits && !isSeveral(rest.subarray(0, before.byte - state.byte), delimiter, record.length)) {
      state.rows.push(record);
      Object.assign(state, { ...before, rows: state.rows, broken: state.broken });
      return;
    }
  }
  const end = lineEnd(rest);
  const [byte, line] = [state.byte, state.line];
  run(parse, rest.subarray(0, end), { delimiter, quote: null }, state);
  [state.byte, state.line] = [byte + end, line + 1];
}

/** True for lines that each have all cells: a quote that nothing closes ran over them. */
function isSeveral(bytes: Buffer, delimiter: string, width: number): boolean {
  const lines = bytes.toString('utf8').split(/\r\n|\n|\r/u);
  const own = lines.filter((line) => line.trim() !== '');
  return own.length > 1 && own.every((line) => line.split(delimiter).length === width);
}

function lineEnd(bytes: Uint8Array): number {
  const end = bytes.indexOf(0x0a);
  return end < 0 ? bytes.length : end + 1;
}

function brokenQuotes(lines: readonly number[]): ReadIssue {
  const some = lines.slice(0, 10).join(', ');
  return {
    id: 'GCM135',
    severity: 'warning',
    message: `Quotes are broken at line ${some}${lines.length > 10 ? ' and further' : ''}; what stands there was read as it is.`,
    hint: 'Compare the cells with the original; a quote inside a quoted cell is written twice ("").',
    place: `line ${lines[0] ?? 1}`,
  };
}

function tooLong(line: number): Refusal {
  return new Refusal(
    'GCM138',
    `The record at line ${line} has more than ${LONGEST_RECORD} bytes.`,
    'Check the quotes and line ends of the file, or split it.',
  );
}
