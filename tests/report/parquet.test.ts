import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/report/index.js';
import { CODINGS, FIELDS } from '../../src/report/open/fields.js';
import { parquetFiles, partitionedFiles } from '../../src/report/parquet/index.js';
import type { Output } from '../../src/report/formats.js';
import { sortedRun } from '../../src/report/sorted.js';
import { buildDocument, buildRun } from '../support/build.js';
import { RUN } from './sample.js';

type Record_ = Record<string, unknown>;

async function bytesOf(output: Output): Promise<ArrayBuffer> {
  const [bytes] = [...(await output.make())] as Uint8Array<ArrayBuffer>[];
  return bytes!.buffer.slice(bytes!.byteOffset, bytes!.byteOffset + bytes!.byteLength);
}

async function read(files: readonly Output[], name: string): Promise<Record_[]> {
  const output = files.find((one) => one.name === name);
  return parquetReadObjects({ file: await bytesOf(output!) });
}

const table = (run: RunResult, name: string) => read(parquetFiles(sortedRun(run)), name);

describe('Parquet', () => {
  it('has the numbers of coverage.json', async () => {
    const cells = await table(RUN, 'coverage.parquet');
    for (const matrix of ['objectives', 'themes'] as const)
      for (const row of RUN.coverage[matrix].rows)
        for (const cell of row.cells) {
          const found = cells.find(
            (one) =>
              one['matrix'] === matrix && one['row'] === row.key && one['code'] === cell.code,
          );
          const known = cell.status !== 'not-readable';
          expect(found).toMatchObject({
            status: cell.status,
            statements_substantive: known ? cell.substantive : null,
            statements_mention: known ? cell.mention : null,
            row_statements: row.statements,
          });
        }
  });

  it('has typed columns, documented ones, and the untouched texts', async () => {
    const statements = await table(RUN, 'statements.parquet');
    expect(Object.keys(statements[0]!)).toEqual(FIELDS['statements.csv']?.map(([name]) => name));
    expect(statements.map(({ text }) => text)).toContain('=1+1');
    expect(statements[0]).toMatchObject({ year: 2020, read: true, page: 3, absent: false });
    expect(statements.at(-1)).toMatchObject({ year: null, read: false, kind: null });
    const codings = await table(RUN, 'codings.parquet');
    expect(Object.keys(codings[0]!)).toEqual(CODINGS.map(([name]) => name));
    expect(codings[0]).toMatchObject({
      code: 'O10',
      strength: 'substantive',
      score: 0.8,
      evidence: 'traite des êtres humains',
    });
    expect(codings.filter(({ code }) => code === null)).toHaveLength(1);
  });

  it('is parted by country and year, and all parts together are the whole', async () => {
    const odd = buildDocument({
      id: 'odd',
      country: '../X',
      statements: [{ text: 'a \ud800', codes: ['O07'] }],
    });
    const run = sortedRun(buildRun([...RUN.documents, odd]));
    const files = partitionedFiles(run);
    const names = files.map(({ name }) => name).filter((name) => name.includes('statements'));
    expect(names.sort()).toEqual([
      'parquet/statements/country=XAA/year=2020/part-0.parquet',
      'parquet/statements/country=XAB/year=2021/part-0.parquet',
      'parquet/statements/country=XAC/year=__HIVE_DEFAULT_PARTITION__/part-0.parquet',
      'parquet/statements/country=___X/year=__HIVE_DEFAULT_PARTITION__/part-0.parquet',
    ]);
    const parts = await Promise.all(names.map((name) => read(files, name)));
    const whole = await table(run, 'statements.parquet');
    const ids = (records: Record_[]) => records.map(({ statement }) => statement).sort();
    expect(ids(parts.flat())).toEqual(ids(whole));
    expect(Object.keys(parts[0]![0]!)).not.toContain('country');
    expect(whole.at(0)).toMatchObject({ text: 'a \ufffd' });
  });

  it('is the same bytes each time, and whole for a run without documents', async () => {
    for (const output of parquetFiles(RUN))
      expect(Buffer.from(await bytesOf(output)).equals(Buffer.from(await bytesOf(output)))).toBe(
        true,
      );
    expect(await table(buildRun([]), 'statements.parquet')).toEqual([]);
  });
});
