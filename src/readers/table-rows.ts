/** The rows of a table that people filled in: every sheet of a workbook, or a text of separated values. */
import { openArchive } from './archive.js';
import { decode } from './decode.js';
import { cellWords } from './sheets/cell-words.js';
import { parseRows } from './sheets/csv-rows.js';
import { delimiterOf } from './sheets/delimiter.js';
import { Refusal } from './types.js';
import type { ReadLimits } from './types.js';
import { parseWorkbook, WORKBOOK_PARTS } from './xlsx.js';
import { decodeXml } from './xml.js';

/**
 * The rows of each sheet, hidden ones too, as a filter may hide them.
 * @throws Refusal for a file that cannot be read (GCM101, GCM121-GCM125)
 */
export async function readTableRows(
  bytes: Uint8Array,
  path: string,
  limits: Pick<ReadLimits, 'unpackedMegabytes'>,
): Promise<string[][][]> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { parts } = openArchive(bytes, limits, (name) => WORKBOOK_PARTS.test(name));
    for (const [name, part] of parts) decodeXml(part, name);
    return (await parseWorkbook(parts)).map(({ rows }) => rows.map((row) => row.map(cellWords)));
  }
  const { text } = decode(bytes, path);
  if (text === null)
    throw new Refusal('GCM101', `"${path}" is no text.`, 'Save the sheet as .xlsx or .csv.');
  const { delimiter, start } = delimiterOf(text, path);
  const { rows } = await parseRows(text.slice(start), delimiter, 0);
  return [rows.map((row) => [...row])];
}
