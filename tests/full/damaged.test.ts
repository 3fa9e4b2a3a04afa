/** Damaged files as in tests/readers/damaged.test.ts, many more of them. */
import { afterAll, describe, it } from 'vitest';
import { createReader } from '../../src/adapters/reading.js';
import { checkDamaged, smallFiles } from '../support/properties.js';

const reader = createReader({ limits: { seconds: 20 }, jobs: 1 });
afterAll(() => reader.close());

describe('damaged files', () => {
  it.each(smallFiles(15_000))('%s', (name, bytes) => checkDamaged(reader, name, bytes, 200));
});
