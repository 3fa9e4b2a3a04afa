/** The accuracy that was measured of a taxonomy, kept beside its files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MeasuredAccuracy } from '../model/accuracy.js';
import { shippedTaxonomy } from './taxonomy.js';
import type { TaxonomyChoice } from './taxonomy.js';

/** Name of the file in the taxonomy's folder. */
export const ACCURACY_FILE = 'accuracy.json';

/** What was measured of a taxonomy; null where nothing was, or it has changed since. */
export function readAccuracy(choice: TaxonomyChoice, hash: string): MeasuredAccuracy | null {
  const path = join(choice.directory ?? shippedTaxonomy, ACCURACY_FILE);
  if (!existsSync(path)) return null;
  try {
    const measured = JSON.parse(readFileSync(path, 'utf8')) as MeasuredAccuracy;
    return measured.taxonomyHash === hash ? measured : null;
  } catch {
    return null;
  }
}
