/** Regions of UN M49 and memberships of the regional commissions. */
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { countryInName } from '../../src/adapters/countries.js';
import { nameWords } from '../../src/adapters/guess.js';
import { readRegions, regionsOf } from '../../src/adapters/regions.js';

const require = createRequire(import.meta.url);
const library = require('i18n-iso-countries') as {
  getAlpha3Codes(): Record<string, string>;
  getName(code: string, language: string): string | undefined;
};
/** XKK is user-assigned. */
const ISO = Object.keys(library.getAlpha3Codes()).filter((code) => code !== 'XKK');
const { asOf, m49, commissions } = readRegions();

describe('UN M49', () => {
  const subregions = m49.regions.flatMap((region) => region.subregions);
  const placed = subregions.flatMap(({ countries }) => countries);

  it('places every country once, but for those that it has no region for', () => {
    expect(placed.length).toBe(new Set(placed).size);
    expect([...placed, ...m49.notIncluded].sort()).toEqual([...ISO].sort());
  });

  it('has five regions, with codes of three digits', () => {
    expect(m49.regions.map(({ name }) => name)).toEqual([
      'Africa',
      'Americas',
      'Asia',
      'Europe',
      'Oceania',
    ]);
    for (const { code } of [...m49.regions, ...subregions]) expect(code).toMatch(/^\d{3}$/u);
  });
});

describe('regional commissions', () => {
  it.each([
    ['ECA', 54, 0, 0],
    ['ECE', 56, 0, 0],
    ['ECLAC', 33, 13, 14],
    ['ESCAP', 49, 4, 9],
    ['ESCWA', 21, 0, 0],
  ])('%s has its members', (code, members, outside, associates) => {
    const found = commissions.find((one) => one.code === code)!;
    const lists = [found.members, found.outside ?? [], found.associates ?? []];
    expect(lists.map((list) => list.length)).toEqual([members, outside, associates]);
    const all = lists.flat();
    expect(new Set(all).size).toBe(all.length);
    for (const country of all) expect(ISO).toContain(country);
    expect(found.source).toContain('https://');
  });

  it('leave no member of the United Nations out', () => {
    const all = commissions.flatMap(({ members, outside = [] }) => [...members, ...outside]);
    // The 193 members of the United Nations, and Palestine.
    expect(new Set(all).size).toBe(194);
    expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/u);
  });
});

describe('regionsOf', () => {
  it.each([
    ['MAR', 'sub', ['Northern Africa']],
    ['MAR', 'm49', ['Africa']],
    ['MAR', 'commission', ['ECA', 'ESCWA']],
    ['JOR', 'commission', ['ESCWA']],
    ['GEO', 'commission', ['ECE', 'ESCAP']],
    ['FRA', 'commission', ['ECE']],
    ['JPN', 'commission', ['ESCAP']],
    ['BOL', 'sub', ['South America']],
    ['PRI', 'commission', ['ECLAC']],
    ['XAA', 'sub', []],
    ['ATA', 'm49', []],
    ['VAT', 'commission', []],
  ] as const)('%s by %s', (country, scheme, expected) => {
    expect(regionsOf(country, scheme)).toEqual(expected);
  });
});

describe('names of all countries', () => {
  /** Names that are also ordinary words, or that two countries share. */
  const WEAK = new Set(['REU', 'MUS', 'DMA', 'GRD', 'MLI', 'BEN', 'JEY', 'MAF', 'SXM']);

  it.each(['en', 'fr', 'es', 'ar'])('are found in file names, in %s', (language) => {
    const wrong = ISO.filter((code) => !WEAK.has(code)).filter((code) => {
      const name = library.getName(code, language) ?? '';
      return countryInName(nameWords(name)) !== code;
    });
    expect(wrong).toEqual([]);
  });
});
