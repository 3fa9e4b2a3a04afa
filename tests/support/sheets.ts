/** Reads questionnaires and says what was found in them, one line a statement. */
import type { Issue } from '../../src/model/types.js';
import { readFile } from '../../src/readers/index.js';
import type { ReadDocument, TableMapping } from '../../src/readers/index.js';
import { segment } from '../../src/stages/segment.js';

/** A file's documents, and their statements as `section.question path text @place`. */
export interface Sheets {
  readonly documents: readonly ReadDocument[];
  readonly lines: Readonly<Record<string, readonly string[]>>;
  readonly issues: readonly Issue[];
}

/** Reads a questionnaire and segments each of its documents. */
export async function readSheets(
  content: string | Uint8Array,
  path = 'review.csv',
  table?: TableMapping,
): Promise<Sheets> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const mapping = table === undefined ? {} : { table };
  const source = { path, sha256: '0'.repeat(64), ...mapping };
  const { documents, issues } = await readFile(bytes, source);
  const lines = documents.map(({ document }): [string, string[]] => {
    const found = segment(document, { titles: [] }).statements.map((one) => {
      const block = document.blocks.find(({ span }) => span[0] === one.spans[0]?.[0]);
      const label = `${one.section ?? '-'}.${one.question ?? '-'}`;
      return `${label} ${one.path} ${one.text} @${block?.at}`;
    });
    return [document.id, found];
  });
  return { documents, lines: Object.fromEntries(lines), issues };
}
