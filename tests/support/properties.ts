/** What must hold of any file, whole or damaged. */
import fc from 'fast-check';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { expect } from 'vitest';
import type { Reader } from '../../src/adapters/reading.js';
import type { ReadResult } from '../../src/readers/index.js';
import { segment } from '../../src/stages/segment.js';
import { textAt } from '../../src/model/text.js';
import { root } from './cli.js';
import { WHOLE } from './hostile.js';
import { damage, damaged } from './mutate.js';

/** Small files of every format, by name. */
export function smallFiles(largest: number): [name: string, bytes: Uint8Array][] {
  const folders = ['corpora/sample', 'tests/fixtures/formats'].map((name) => join(root, name));
  const files = folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => /\.(?:txt|md|html|jsonl|csv|docx|odt|xlsx|pdf)$/u.test(name))
      .sort()
      .map((name): [string, Uint8Array] => [name, readFileSync(join(folder, name))]),
  );
  const small = files.filter(([, bytes]) => bytes.length <= largest);
  return [...Object.entries(WHOLE), ...new Set([...small, ...smallestOfEach(files)]), ...MADE];
}

function smallestOfEach(files: readonly [string, Uint8Array][]): [string, Uint8Array][] {
  const smallest = new Map<string, [string, Uint8Array]>();
  for (const file of files) {
    const format = extname(file[0]);
    if (file[1].length < (smallest.get(format)?.[1].length ?? Infinity)) smallest.set(format, file);
  }
  return [...smallest.values()];
}

const MADE: readonly [string, Uint8Array][] = [
  ['a.csv', Buffer.from('country,year,"What was done?"\nXAA,2022,"A law, at last"\nXAB,2021,\n')],
  ['a.jsonl', Buffer.from('{"id":"1","text":"A law was adopted."}\n{"id":"2","text":"قانون"}\n')],
];

/** A document or an error, no fault of the program, and spans that lie inside of the text. */
export function expectSound(result: ReadResult, name: string): void {
  const told = JSON.stringify(result.issues);
  for (const { id, document } of result.issues) {
    expect(document).toBe(name);
    expect(['GCM120', 'GCM126', 'GCM127'], told).not.toContain(id);
    expect(told).not.toContain('ended without an answer');
  }
  if (!result.issues.some(({ severity }) => severity === 'error'))
    expect(result.documents.length).toBeGreaterThan(0);
  for (const { document, statements } of result.documents) {
    for (const { span } of document.blocks) {
      expect(span[0]).toBeGreaterThanOrEqual(0);
      expect(span[1]).toBeGreaterThanOrEqual(span[0]);
      expect(span[1]).toBeLessThanOrEqual(document.text.length);
    }
    for (const { text, spans } of statements ?? segment(document, { titles: [] }).statements)
      expect(textAt(document.text, spans)).toBe(text);
  }
}

/** Damages a file in `runs` ways and reads each. */
export async function checkDamaged(
  reader: Reader,
  name: string,
  bytes: Uint8Array,
  runs: number,
): Promise<void> {
  const property = fc.asyncProperty(damage, async (given) => {
    const broken = damaged(bytes, given);
    expectSound(await reader.read(broken, { path: name, sha256: '' }, {}), name);
  });
  await fc.assert(property, { seed: 20_201, numRuns: runs, endOnFailure: true });
}
