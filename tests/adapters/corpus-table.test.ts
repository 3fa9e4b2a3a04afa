/** The field `table` of corpus.yaml. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs, readInput } from '../../src/adapters/corpus.js';
import { readFile } from '../../src/readers/index.js';
import { tableOf } from '../../src/adapters/corpus-table.js';

function read(value: unknown): { table: unknown; said: string[] } {
  const said: string[] = [];
  const table = tableOf(value, (message, hint) => said.push(`${message}: ${hint}`));
  return { table, said };
}

describe('table', () => {
  it.each([
    [undefined, undefined],
    [{}, undefined],
    [
      { form: 'long', text: 'Texte', year: 2024, ignore: 'Notes' },
      { form: 'long', text: 'Texte', year: '2024', ignore: ['Notes'] },
    ],
  ])('%j is %j', (value, table) => expect(read(value)).toEqual({ table, said: [] }));

  it.each([
    ['long', '\'table\' is "long"', 'form: countries-in-rows'],
    [{ form: 'rows' }, '\'table.form\' is "rows"', 'countries-in-columns'],
    [{ contry: 'Pays' }, "unknown field 'table.contry'", "Did you mean 'country'?"],
    [{ country: ['Pays'] }, "'table.country' is", "a column's header"],
    [{ ignore: [{}] }, "'table.ignore' is", 'a list of headers'],
  ])('%j is reported and left out', (value, message, hint) => {
    const { table, said } = read(value);
    expect(table).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(message);
    expect(said[0]).toContain(hint);
  });

  it('reaches the reader', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gcm-table-'));
    writeFileSync(join(folder, 'a.csv'), 'Qui;Quoi;Secret\nXAA;Une loi;x\nXBB;Un décret;y\n');
    const table = 'table: {form: countries-in-rows, country: Qui, ignore: [Secret]}';
    writeFileSync(
      join(folder, 'corpus.yaml'),
      `documents:\n  - file: a.csv\n    year: 2024\n    ${table}\n`,
    );
    const { inputs } = await findInputs([folder]);
    const { documents, issues } = await readInput(inputs[0]!, readFile);
    expect(issues).toEqual([]);
    expect(documents.map(({ document }) => [document.id, document.metadata])).toEqual([
      ['a-XAA', { year: 2024, country: 'XAA' }],
      ['a-XBB', { year: 2024, country: 'XBB' }],
    ]);
    expect(documents[0]?.document.text).toBe('Quoi\nUne loi');
  });
});
