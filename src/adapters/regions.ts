/** Which region a country belongs to, by the file corpora/regions.yaml. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from './taxonomy.js';

/** How countries are grouped: regions or sub-regions of UN M49, or the UN's regional commissions. */
export type RegionScheme = 'm49' | 'sub' | 'commission';

/** A sub-region of UN M49; `code` has three digits. */
export interface Subregion {
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly countries: readonly string[];
}

/** A regional commission of the United Nations; `members` lie in its region, `outside` do not. */
export interface Commission {
  readonly code: string;
  readonly name: string;
  readonly source: string;
  readonly members: readonly string[];
  readonly outside?: readonly string[];
  readonly associates?: readonly string[];
}

/** The content of corpora/regions.yaml. */
export interface Regions {
  /** Day on which the lists were right. */
  readonly asOf: string;
  readonly m49: {
    readonly source: string;
    readonly notIncluded: readonly string[];
    readonly regions: readonly {
      readonly code: string;
      readonly name: string;
      readonly subregions: readonly Subregion[];
    }[];
  };
  readonly commissions: readonly Commission[];
}

let known: Regions | null = null;

/** The regions that ship. */
export function readRegions(): Regions {
  known ??= parse(readFileSync(join(packageRoot, 'corpora', 'regions.yaml'), 'utf8')) as Regions;
  return known;
}

/**
 * The names of the regions that a country belongs to: at most one of UN M49; of the
 * commissions all in whose region it lies, or else of which it is a member at all.
 */
export function regionsOf(country: string, scheme: RegionScheme): string[] {
  const { m49, commissions } = readRegions();
  if (scheme === 'commission') {
    const inside = commissions.filter(({ members }) => members.includes(country));
    const found =
      inside.length > 0
        ? inside
        : commissions.filter(({ outside = [], associates = [] }) =>
            [...outside, ...associates].includes(country),
          );
    return found.map(({ code }) => code);
  }
  return m49.regions.flatMap(({ name, subregions }) =>
    subregions
      .filter(({ countries }) => countries.includes(country))
      .map((sub) => (scheme === 'sub' ? sub.name : name)),
  );
}
