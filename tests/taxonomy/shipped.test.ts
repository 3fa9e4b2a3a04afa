/** The taxonomy that ships: every example comes out as it says, and none of its parts is thin. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkTaxonomyFiles, readTaxonomy } from '../../src/index.js';
import type { TaxonomyReport } from '../../src/index.js';
import { parseTaxonomyFiles } from '../../src/adapters/taxonomy.js';
import type { SampleEntry } from '../../src/taxonomy/types.js';

const THEMES =
  'data trafficking smuggling regularisation diaspora labour borders return children gender asylum health covid education integration discrimination consular documents services remittances detention lives climate development human-rights legal-reform governance participation cooperation financing capacity information'.split(
    ' ',
  );
const OBJECTIVES = Array.from(
  { length: 23 },
  (_, index) => `O${String(index + 1).padStart(2, '0')}`,
);

let report: TaxonomyReport;
let samples: readonly SampleEntry[];
beforeAll(async () => {
  report = await readTaxonomy();
  samples = (await parseTaxonomyFiles()).source!.samples;
});

describe('the shipped taxonomy', () => {
  it('holds the 23 objectives and the 32 themes', () => {
    expect(report.codes.map(({ code }) => code).sort()).toEqual([...OBJECTIVES, ...THEMES].sort());
  });

  it('gives every example and counterexample what it says', async () => {
    const { problems, samples: run } = await checkTaxonomyFiles();
    expect(
      problems.map(({ message, document, place }) => `${document}:${place} ${message}`),
    ).toEqual([]);
    expect(run).toBeGreaterThan(2500);
  });

  it.each([
    ['fr', 25, 15],
    ['en', 25, 15],
    ['ar', 25, 15],
    ['es', 25, 15],
    ['pt', 25, 8],
    ['ru', 25, 8],
    ['zh', 25, 8],
  ])('has terms enough in %s', (language, objective, theme) => {
    const thin = report.codes.filter(({ code, kind }) => {
      const terms = report.terms.filter(
        (term) => term.target === code && term.language === language,
      );
      return terms.length < (kind === 'objective' ? objective : theme);
    });
    expect(thin.map(({ code }) => code)).toEqual([]);
  });

  it.each([
    ['fr', 4],
    ['en', 4],
    ['ar', 4],
    ['es', 4],
    ['pt', 2],
    ['ru', 2],
    ['zh', 2],
  ])('has examples and counterexamples enough in %s', (language, objective) => {
    const thin = report.codes.filter(({ code, kind }) => {
      const own = samples.filter((sample) => sample.code === code && sample.language === language);
      const counter = own.filter(({ expected }) => expected === null).length;
      const least = kind === 'objective' ? objective : 1;
      return counter < least || own.length - counter < least;
    });
    expect(thin.map(({ code }) => code)).toEqual([]);
  });

  it('has titles, a label in each language, a definition and a source for every code', () => {
    for (const { code, titles, labels, definition, source, kind, roundTable } of report.codes) {
      for (const language of ['en', 'fr', 'es', 'ar', 'pt', 'ru', 'zh']) {
        expect(titles[language]?.text, `${code} ${language}`).toBeTruthy();
        expect(labels[language], `${code} ${language}`).toBeTruthy();
      }
      expect(definition.length, code).toBeGreaterThan(20);
      expect(source, code).toMatch(/A\/RES\/73\/195/u);
      if (kind === 'objective') expect([1, 2, 3, 4], code).toContain(roundTable);
    }
  });
});
