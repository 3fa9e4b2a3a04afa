/**
 * Invented documents in the layouts that reviews have give the statements that
 * a careful reader finds in them (tests/fixtures/layouts, NAME.expected.jsonl).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/model/text.js';
import type { Document } from '../../src/model/types.js';
import { segment } from '../../src/stages/segment.js';
import type { Segmented } from '../../src/stages/segment.js';
import { readOne } from '../support/read.js';

const FOLDER = new URL('../fixtures/layouts/', import.meta.url);
const FILES = readdirSync(FOLDER)
  .filter((name) => !name.endsWith('.expected.jsonl'))
  .sort();

const TITLES = [
  { objective: 7, title: 'Address and reduce vulnerabilities in migration' },
  { objective: 9, title: 'Strengthen the transnational response to smuggling of migrants' },
  { objective: 10, title: 'Prevent, combat and eradicate trafficking in persons' },
  { objective: 15, title: 'Proporcionar a los migrantes acceso a servicios básicos' },
  { objective: 7, title: 'معالجة أوجه الضعف في الهجرة والحد منها' },
  { objective: 13, title: "Ne recourir au placement en rétention qu'en dernier ressort" },
];

interface Read extends Segmented {
  readonly document: Document;
}

async function statementsOf(bytes: Uint8Array, path: string): Promise<Read> {
  const { document } = await readOne(bytes, path);
  if (document === null) throw new Error(`${path} was not read`);
  return { document, ...segment(document, { titles: TITLES }) };
}

function expectedOf(name: string): unknown[] {
  const stem = name.replace(/\.[a-z]+$/u, '');
  return readFileSync(new URL(`${stem}.expected.jsonl`, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

function check({ document, statements, issues }: Read, name: string): void {
  const found = statements.map(({ text, section, question, path, context, objectives }) => ({
    text,
    section,
    question,
    path,
    context,
    objectives,
  }));
  expect(found).toEqual(expectedOf(name));
  expect(issues).toEqual([]);
  for (const { text, spans } of statements) expect(textAt(document.text, spans)).toBe(text);
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
}

/** Bytes of a text in a one-byte encoding, by the decoder's own table. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  // Node 20 decodes windows-1252 as Latin 1: the signs of the fixtures that differ are written out.
  const table = new Map<string, number>([
    ['•', 0x95],
    ['œ', 0x9c],
  ]);
  for (let byte = 0; byte < 256; byte++) {
    const letter = decoder.decode(Uint8Array.of(byte));
    if (!table.has(letter)) table.set(letter, byte);
  }
  return Uint8Array.from(text, (letter) => {
    const byte = table.get(letter);
    if (byte === undefined) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}

const source = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const inWindows1256 = (text: string): string =>
  text.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660));

describe('layouts', () => {
  it('has the files that it should', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(16);
  });

  it.each(FILES)('%s', async (name) => {
    check(await statementsOf(readFileSync(new URL(name, FOLDER)), name), name);
  });

  it.each(['objectives.es.txt', 'abjad.ar.txt', 'page.en.html'])('%s in UTF-16', async (name) => {
    const little = Buffer.from(`\ufeff${source(name)}`, 'utf16le');
    check(await statementsOf(little, name), name);
    check(await statementsOf(Buffer.from(little).swap16(), name), name);
  });

  it.each(['objectives.ar.txt', 'abjad.ar.txt'])('%s in windows-1256', async (name) => {
    // The encoding has European digits alone.
    const bytes = encoded(inWindows1256(source(name)), 'windows-1256');
    check(await statementsOf(bytes, name), name);
  });

  it.each(['objectives.es.txt', 'wrapped.fr.txt'])('%s in windows-1252', async (name) => {
    check(await statementsOf(encoded(source(name), 'windows-1252'), name), name);
  });

  it.each(FILES)('%s with CRLF line ends and a byte order mark', async (name) => {
    const text = `\ufeff${source(name).replaceAll('\n', '\r\n')}`;
    check(await statementsOf(Buffer.from(text), name), name);
  });
});
