import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/model/text.js';
import type { Span } from '../../src/model/types.js';
import { REPORT_LANGUAGES, reportFiles } from '../../src/report/index.js';
import type { RunResult } from '../../src/report/run-result.js';
import { buildRun, join } from '../support/build.js';
import { DOCUMENTS, RUN } from './sample.js';

function content(run: RunResult, name: string): string {
  const make = reportFiles(run, 'en')[name];
  if (!make) throw new Error(`no file ${name}`);
  return join(make());
}

function lines(name: string): Record<string, unknown>[] {
  return content(RUN, name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const TEXTS = Object.keys(reportFiles(RUN)).filter((name) => !name.endsWith('.xlsx'));

describe('files of a run', () => {
  // What a workbook holds is looked into by xlsx.test.ts.
  it.each(TEXTS)('%s is as it was checked by hand', async (name) => {
    await expect(content(RUN, name)).toMatchFileSnapshot(`golden/${name}.golden`);
  });

  it.each(REPORT_LANGUAGES)('are the same bytes for any order of input (%s)', (lang) => {
    const shuffled = [...DOCUMENTS].reverse().map((coded) => ({
      ...coded,
      issues: [...coded.issues].reverse(),
      codings: [...coded.codings].reverse(),
    }));
    const other = { ...buildRun(shuffled), failures: [...RUN.failures].reverse() };
    const settings = { lang: 'en', date: RUN.settings.date, by: RUN.settings.by };
    const again = reportFiles({ ...other, settings }, lang);
    for (const [name, make] of Object.entries(reportFiles(RUN, lang)))
      expect(join(again[name]?.() ?? []), name).toBe(join(make()));
  });

  it('give the same content each time they are asked for', () => {
    const files = reportFiles(RUN);
    for (const make of Object.values(files)) expect(join(make())).toBe(join(make()));
  });

  it('are well formed for a run without documents', () => {
    const none = buildRun([]);
    for (const lang of REPORT_LANGUAGES)
      for (const make of Object.values(reportFiles(none, lang)))
        expect(() => join(make())).not.toThrow();
    expect(JSON.parse(content(none, 'run.json'))).toMatchObject({ documents: [] });
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
    schemaVersion: 1,
    toolVersion: '0.1.0',
    taxonomyVersion: '0.1.0',
    taxonomyHash: RUN.taxonomy.hash,
  };

  it.each(['documents.jsonl', 'codings.jsonl'])('are on every line of %s', (name) => {
    for (const line of lines(name)) expect(line).toMatchObject(stamp);
  });

  it('are in the JSON files and the page', () => {
    expect(JSON.parse(content(RUN, 'coverage.json'))).toMatchObject(stamp);
    const { tool, taxonomy } = RUN;
    expect(JSON.parse(content(RUN, 'run.json'))).toMatchObject({ tool, taxonomy });
    expect(content(RUN, 'report.html')).toContain(RUN.taxonomy.hash);
  });
});
