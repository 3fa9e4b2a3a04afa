/**
 * One review in three languages, laid out as ministries do, gives the same
 * statements from Word, PDF, web page and OpenDocument (fixtures/formats,
 * made by `npm run fixtures`).
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/stages/segment.js';
import { readOne } from '../support/read.js';

const FOLDER = new URL('../fixtures/formats/', import.meta.url);
const FILES = readdirSync(FOLDER)
  .filter((name) => !name.endsWith('.jsonl'))
  .sort();

interface Expected {
  readonly section: string | null;
  readonly question: string | null;
  readonly text: string;
  readonly context: readonly string[];
  readonly objectives?: readonly number[];
}

const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The layout's own statements, or those that most layouts of the language share. */
function expectedOf(name: string): Expected[] {
  const [layout = '', language = ''] = name.split('.');
  const own = new URL(`${layout}.${language}.expected.jsonl`, FOLDER);
  const file = existsSync(own) ? own : new URL(`expected.${language}.jsonl`, FOLDER);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => ({ objectives: [], ...(JSON.parse(line) as Expected) }));
}

async function foundIn(name: string): Promise<Expected[]> {
  const { document, issues } = await readOne(readFileSync(new URL(name, FOLDER)), name);
  if (document === null)
    throw new Error(issues.map(({ id, message }) => `${id} ${message}`).join());
  return segment(document, { titles: [] }).statements.map((one) => ({
    section: one.section,
    question: one.question,
    text: folded(one.text),
    context: one.context.map(folded),
    objectives: one.objectives,
  }));
}

/**
 * Statements that are known to be lost or invented, by file. Where a change makes
 * them fewer, lower the number or take the file out; it must never grow.
 */
const KNOWN: Readonly<Record<string, number>> = {};

/** One statement a line, so that a failure shows the lines that differ. */
const shown = (all: readonly Expected[]): string[] =>
  all.map(({ section, question, objectives = [], context, text }) =>
    [`${section}.${question}`, objectives.join(), ...context, text].join(' > '),
  );

describe('formats and layouts', () => {
  it('has every layout in every language', () => {
    const stems = new Set(FILES.map((name) => name.split('.').slice(0, 2).join('.')));
    expect(stems.size).toBe(55);
    for (const end of ['docx', 'html', 'odt', 'pdf', 'tagged.pdf', 'print.pdf'])
      expect(FILES.filter((name) => name.endsWith(end)).length).toBeGreaterThanOrEqual(6);
  });

  it.each(FILES)('%s', async (name) => {
    const found = shown(await foundIn(name));
    const expected = shown(expectedOf(name));
    const lost = expected.filter((line) => !found.includes(line));
    const invented = found.filter((line) => !expected.includes(line));
    if (KNOWN[name] !== undefined) {
      expect(lost.length + invented.length).toBe(KNOWN[name]);
      return;
    }
    expect({ lost, invented }).toEqual({ lost: [], invented: [] });
    expect(found).toEqual(expected);
  });
});
