import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/model/text.js';
import type { Span } from '../../src/model/types.js';
import { REPORT_LANGUAGES, reportFiles } from '../../src/report/index.js';
import { ALL_FORMATS, buildRun, filesOf, join } from '../support/build.js';
import { DOCUMENTS, RUN } from './sample.js';

const FILES = await filesOf(RUN);

function lines(name: string): Record<string, unknown>[] {
  return FILES[name]!.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const TEXTS = Object.keys(FILES).filter(
  (name) => !/\.(?:xlsx|html|docx|qdpx|parquet|png)$/u.test(name),
);

describe('files of a run', () => {
  // What a workbook and a page hold is looked into by tests of their own.
  it.each(TEXTS)('%s is as it was checked by hand', async (name) => {
    await expect(FILES[name]).toMatchFileSnapshot(`golden/${name}.golden`);
  });

  it.each(REPORT_LANGUAGES)('are the same bytes for any order of input (%s)', async (lang) => {
    const shuffled = [...DOCUMENTS].reverse().map((coded) => ({
      ...coded,
      issues: [...coded.issues].reverse(),
      codings: [...coded.codings].reverse(),
    }));
    const other = { ...buildRun(shuffled), failures: [...RUN.failures].reverse() };
    const settings = { lang: 'en', date: RUN.settings.date, by: RUN.settings.by };
    const again = await filesOf({ ...other, settings }, lang);
    for (const [name, content] of Object.entries(await filesOf(RUN, lang)))
      expect(again[name], name).toBe(content);
  });

  it('give the same content each time they are asked for', async () => {
    for (const { make } of await reportFiles(RUN, 'en', ALL_FORMATS))
      expect(join(await make())).toBe(join(await make()));
  });

  it('are those of the formats that are asked for, and run.json, which names them', async () => {
    const files = await filesOf(RUN, 'en', ['xlsx', 'skos']);
    expect(Object.keys(files)).toEqual(['coverage.xlsx', 'codebook.jsonld', 'run.json']);
    expect(JSON.parse(files['run.json']!)).toMatchObject({
      files: ['codebook.jsonld', 'coverage.xlsx', 'run.json'],
    });
  });

  it('are well formed for a run without documents', async () => {
    for (const lang of REPORT_LANGUAGES) {
      const files = await filesOf(buildRun([]), lang);
      expect(JSON.parse(files['run.json']!)).toMatchObject({ documents: [] });
    }
  });
});

describe('codings.jsonl', () => {
  const texts = new Map(lines('documents.jsonl').map(({ id, text }) => [id, text as string]));

  it('places every piece of evidence in the text of its document', () => {
    let seen = 0;
    for (const line of lines('codings.jsonl')) {
      const codes = line.codes as { evidence: { spans: Span[]; quote: string }[] }[];
      for (const { spans, quote } of codes.flatMap(({ evidence }) => evidence)) {
        expect(textAt(texts.get(line.document) ?? '', spans)).toBe(quote);
        seen++;
      }
    }
    expect(seen).toBe(3);
  });

  it('names the ancestor that context evidence stands in', () => {
    const line = lines('codings.jsonl').find(({ statement }) => statement === 'xaa-2020#3');
    expect(line).toMatchObject({
      codes: [{ evidence: [{ in: 'context', statement: 'xaa-2020#2' }] }],
    });
  });
});

describe('stamps', () => {
  const stamp = {
    schemaVersion: 2,
    toolVersion: '0.1.0',
    taxonomyVersion: '0.1.0',
    taxonomyHash: RUN.taxonomy.hash,
  };

  it.each(['documents.jsonl', 'codings.jsonl'])('are on every line of %s', (name) => {
    for (const line of lines(name)) expect(line).toMatchObject(stamp);
  });

  it('are in the JSON files and the page', () => {
    expect(JSON.parse(FILES['coverage.json']!)).toMatchObject(stamp);
    const { tool, taxonomy } = RUN;
    expect(JSON.parse(FILES['run.json']!)).toMatchObject({ tool, taxonomy });
    expect(FILES['report.html']).toContain(RUN.taxonomy.hash);
  });
});
