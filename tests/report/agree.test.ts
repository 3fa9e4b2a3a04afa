/** Whatever is counted from the files of a run gives the numbers of coverage.json. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runCorpus } from '../../src/index.js';
import type { CoverageCell } from '../../src/index.js';
import { filesOf } from '../support/build.js';
import { root } from '../support/cli.js';

const { result } = await runCorpus([`${root}/corpora/sample`], { by: 'country', date: null });
const FILES = await filesOf(result, 'en', ['csv', 'json']);

interface Matrix {
  readonly rows: readonly { readonly key: string; readonly cells: readonly CoverageCell[] }[];
}
const COVERAGE = JSON.parse(FILES['coverage.json']!) as Record<'objectives' | 'themes', Matrix>;

const lines = (name: string): Record<string, unknown>[] =>
  FILES[name]!.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const table = (name: string): Record<string, string>[] =>
  parse(FILES[name]!, { bom: true, columns: true }) as Record<string, string>[];

/** Substantive statements of each row and code, from "row code" pairs. */
function counts(pairs: Iterable<string>): Map<string, number> {
  const found = new Map<string, number>();
  for (const pair of pairs) found.set(pair, (found.get(pair) ?? 0) + 1);
  return found;
}

describe.each(['objectives', 'themes'] as const)('the matrix of %s', (matrix) => {
  const expected = new Map(
    COVERAGE[matrix].rows.flatMap(({ key, cells }) =>
      cells
        .filter(({ substantive }) => substantive > 0)
        .map((cell) => [`${key} ${cell.code}`, cell.substantive] as const),
    ),
  );

  it('is that of the run', () => {
    const cells = (given: Matrix) =>
      given.rows.map((row) =>
        row.cells.map(({ code, status, substantive, mention, absent, documents, kinds }) => ({
          code,
          status,
          substantive,
          mention,
          absent,
          documents,
          kinds,
        })),
      );
    expect(cells(COVERAGE[matrix])).toEqual(cells(result.coverage[matrix]));
    expect(expected.size).toBeGreaterThan(20);
  });

  it('is what the CSV file says', () => {
    const found = table(`coverage-${matrix}.csv`)
      .filter((record) => Number(record['statements_substantive']) > 0)
      .map(
        (record) =>
          [`${record['row']} ${record['code']}`, Number(record['statements_substantive'])] as const,
      );
    expect(new Map(found)).toEqual(expected);
  });

  it('is what the statements of statements.csv sum up to', () => {
    const found = table('statements.csv')
      .filter(({ kind, absent }) => kind !== 'introducer' && absent === 'FALSE')
      .flatMap((record) =>
        (record[`${matrix}_substantive`] ?? '')
          .split(' ')
          .filter(Boolean)
          .map((code) => `${record['country']} ${code}`),
      );
    expect(counts(found)).toEqual(expected);
  });

  it('is what the codings of codings.jsonl sum up to', () => {
    const countries = new Map(
      lines('documents.jsonl').map(({ id, country }) => [id, String(country)]),
    );
    const wanted = new Set(COVERAGE[matrix].rows[0]?.cells.map(({ code }) => code));
    const found = lines('codings.jsonl')
      .filter(
        ({ coder, kind, absent }) =>
          coder !== 'author' && kind !== 'introducer' && absent === false,
      )
      .flatMap(({ document, codes }) =>
        (codes as { code: string; strength: string }[])
          .filter(({ code, strength }) => strength === 'substantive' && wanted.has(code))
          .map(({ code }) => `${countries.get(document)} ${code}`),
      );
    expect(counts(found)).toEqual(expected);
  });
});
