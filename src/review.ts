/** Coding sheets for people, and their codings back. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { drawSample } from './measures/sampling.js';
import { weightedEstimate } from './measures/human.js';
import type { Estimate } from './measures/human.js';
import type { HumanCoding, RejectedRow } from './model/review.js';
import { KINDS } from './model/types.js';
import { readTableRows } from './readers/table-rows.js';
import { readQdpx } from './readers/qdpx.js';
import type { RunResult } from './report/index.js';
import { ABSENT_GUID, codeGuid, kindGuid } from './report/qda/codes.js';
import { sheetCsv, sheetXlsx, type SheetOptions } from './report/sheet/index.js';
import { readSheet } from './report/sheet/read.js';
import { writeWhole } from './adapters/files.js';

/** A file that is no coding sheet, or no codings; the message is for the user (GCM180, GCM181). */
export class ReviewError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'ReviewError';
  }
}

/** Writes a coding sheet, as CSV where the file's name says so, else as a workbook; returns its rows. */
export function exportSheet(run: RunResult, path: string, options: SheetOptions): number {
  const drawn = drawSample(run.documents, options);
  const make = extname(path).toLowerCase() === '.csv' ? sheetCsv : sheetXlsx;
  writeWhole(path, make(run, drawn, options));
  return drawn.length;
}

/** What an import gave. */
export interface ImportOutcome {
  readonly codings: readonly HumanCoding[];
  readonly rejected: readonly RejectedRow[];
  /** Rows that nobody filled in. */
  readonly empty: number;
  /** Of the machine, by the sample's chances; null where the sheet has none. */
  readonly estimate: Estimate | null;
}

/** Limit on what a sheet unpacks to. */
const LIMITS = { unpackedMegabytes: 100 };

/**
 * Reads a coding sheet (XLSX, CSV) or a REFI-QDA project back.
 * @param coder initials
 * @throws ReviewError when it is none (GCM180), Refusal when it cannot be read
 */
export async function importSheet(
  path: string,
  run: RunResult,
  coder: string,
): Promise<ImportOutcome> {
  const bytes = bytesOf(path);
  const name = `human:${coder}`;
  if (extname(path).toLowerCase() === '.qdpx') return importProject(bytes, run, name);
  for (const rows of await readTableRows(bytes, path, LIMITS)) {
    const read = readSheet(rows, run, name);
    if (read === null) continue;
    const estimate = weightedEstimate(run.documents, read.codings);
    return { ...read, estimate: estimate.statements === 0 ? null : estimate };
  }
  throw new ReviewError(
    `GCM180: '${path}' is no coding sheet: no row of it has the heads of the columns "Id" and "Statement"`,
    'Make one with `gcm-coverage review export`, and leave its first row as it is.',
  );
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ReviewError(
      `GCM180: '${path}' cannot be read: ${(error as Error).message}`,
      'Check the path.',
    );
  }
}

/** Codings that people gave in a program for qualitative analysis, to selections that we have made. */
function importProject(bytes: Uint8Array, run: RunResult, coder: string): ImportOutcome {
  const { sources, users } = readQdpx(bytes, LIMITS);
  const homes = new Map(
    run.documents.flatMap((coded) =>
      coded.statements.map((statement) => [statement.id, { coded, statement }] as const),
    ),
  );
  const isPerson = (user: string | null): boolean => {
    const name = users.get(user ?? '') ?? '';
    return name !== 'author' && !name.startsWith('keywords@');
  };
  const given = new Map<string, Set<string>>();
  const rejected: RejectedRow[] = [];
  for (const [i, { name, codings }] of sources.flatMap(({ selections }) => selections).entries()) {
    const own = codings.filter(({ user }) => isPerson(user));
    if (own.length === 0) continue;
    if (homes.has(name))
      given.set(name, new Set([...(given.get(name) ?? []), ...own.map(({ code }) => code)]));
    else
      rejected.push({
        row: i + 1,
        column: 'name',
        found: name,
        expected: 'a selection that this run exported',
      });
  }
  const codings = [...given].map(([id, guids]): HumanCoding => {
    const { coded, statement } = homes.get(id)!;
    const { document } = coded;
    return {
      statement: id,
      document: document.id,
      country: document.metadata.country ?? null,
      question: statement.question,
      text: statement.text,
      coder,
      kind: KINDS.find((kind) => guids.has(kindGuid(kind))) ?? null,
      absent: guids.has(ABSENT_GUID),
      codes: run.codes.flatMap(({ code }) =>
        (['substantive', 'mention'] as const)
          .filter((strength) => guids.has(codeGuid(code, strength)))
          .slice(0, 1)
          .map((strength) => ({ code, strength })),
      ),
      remark: '',
    };
  });
  return { codings, rejected, empty: 0, estimate: null };
}

/** Writes codings of people as JSON lines. */
export function writeCodings(path: string, codings: readonly HumanCoding[]): void {
  writeWhole(
    path,
    codings.map((coding) => `${JSON.stringify(coding)}\n`),
  );
}

/**
 * Reads codings of people.
 * @throws ReviewError for a line that is none (GCM181)
 */
export function readCodings(paths: readonly string[]): HumanCoding[] {
  return paths.flatMap((path) =>
    Buffer.from(bytesOf(path))
      .toString('utf8')
      .split('\n')
      .flatMap((line, i) => (line.trim() === '' ? [] : [codingOf(line, `${path}, line ${i + 1}`)])),
  );
}

function codingOf(line: string, place: string): HumanCoding {
  try {
    const coding = JSON.parse(line) as Partial<HumanCoding>;
    const { statement, text, coder, codes } = coding;
    if (
      typeof statement === 'string' &&
      typeof text === 'string' &&
      typeof coder === 'string' &&
      Array.isArray(codes)
    )
      return coding as HumanCoding;
  } catch {
    // Told below.
  }
  throw new ReviewError(
    `GCM181: ${place} is no coding of a person`,
    'Expected a line as `gcm-coverage review import` writes it.',
  );
}
