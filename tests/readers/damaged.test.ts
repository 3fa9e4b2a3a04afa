/** Damaged files and texts of any kind: always a document or a clear refusal, never a fault, never a hang. */
import fc from 'fast-check';
import { afterAll, describe, it } from 'vitest';
import { createReader } from '../../src/adapters/reading.js';
import { checkDamaged, expectSound, smallFiles } from '../support/properties.js';

const reader = createReader({ limits: { seconds: 10 }, jobs: 1 });
afterAll(() => reader.close());

describe('damaged files', () => {
  it.each(smallFiles(8_000))('%s', (name, bytes) => checkDamaged(reader, name, bytes, 25));
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '- ',
          '▪ ',
          '1.',
          'a) ',
          '\n',
          '\n\n',
          '\t',
          '  ',
          '| ',
          '<li>',
          '<p>',
          '</p>',
          '<td>',
          '<tr>',
          '<table>',
          '</table>',
          'Objective 7: ',
          'II. ',
          'A law. ',
          'قانون ',
          '?',
          ':',
          ';',
          '"',
          ',',
          '{"id":1,"text":"a"}',
          '\f',
          '&nbsp;',
          '#',
          '**',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

  it.each(['a.txt', 'a.md', 'a.html', 'a.csv', 'a.jsonl'])('as %s', async (name) => {
    const property = fc.asyncProperty(text, async (content) => {
      expectSound(await reader.read(Buffer.from(content), { path: name, sha256: '' }, {}), name);
    });
    await fc.assert(property, { seed: 7, numRuns: 150 });
  });
});
