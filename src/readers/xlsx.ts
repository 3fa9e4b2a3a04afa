import { Refusal } from './types.js';
import type { Extracted, ReadContext } from './types.js';

export async function readXlsx(_source: Uint8Array, _context: ReadContext): Promise<Extracted[]> {
  throw new Refusal('GCM132', 'The format is not read yet.', 'Save it as HTML.');
}
