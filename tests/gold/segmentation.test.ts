/** The Moroccan review gives exactly the statements of the reference, from text, HTML and DOCX. */
import { describe, expect, it } from 'vitest';
import { segmentFile } from '../../src/index.js';
import { foldSpace, textAt } from '../../src/model/text.js';
import { missing, sharedLines, sharedPath } from '../support/shared.js';

interface Unit {
  readonly id: string;
  readonly text: string;
  readonly context: string | null;
}

const UNITS = 'gold/morocco-2020.units.jsonl';
const FILES = ['txt', 'html', 'docx', 'pdf'].map((kind) => `documents/morocco-2020.fr.${kind}`);
const absent = [UNITS, ...FILES].some((name) => missing(name));
/** Superscripts are written as they stand in the source: "8^{ème}" or "8ème". */
const plain = (text: string): string => foldSpace(text).replace(/\^\{([^}]*)\}/gu, '$1');

describe.skipIf(absent).each(FILES)('%s', (name) => {
  it('gives the 122 statements with section, question and parent', async () => {
    const { documents } = await segmentFile(sharedPath(name));
    const segmented = documents[0]!;
    const units = sharedLines<Unit>(UNITS);
    const found = segmented.statements.map(({ text, section, question, context }) => ({
      text: plain(text),
      place: `${section}.${question}`,
      context: context.length === 0 ? null : plain(context.at(-1)!),
    }));
    const wanted = units.map(({ id, text, context }) => ({
      text: plain(text),
      place: id.split('.').slice(0, 2).join('.'),
      context: context === null ? null : plain(context),
    }));
    expect(found).toEqual(wanted);
    expect(found).toHaveLength(122);
    for (const { text, spans } of segmented.statements)
      expect(textAt(segmented.document.text, spans)).toBe(text);
    expect(new Set(segmented.statements.map(({ id }) => id)).size).toBe(122);
  });
});
