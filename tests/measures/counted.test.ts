/** Drafts and translations are not counted beside what they are drafts and translations of. */
import { describe, expect, it } from 'vitest';
import { withStandIns } from '../../src/measures/counted.js';
import type { CodedDocument, DocumentMetadata } from '../../src/model/types.js';
import { buildDocument } from '../support/build.js';

const READ = [{ text: 'x', codes: [] }];

function document(id: string, metadata: DocumentMetadata = {}, statements = READ): CodedDocument {
  return buildDocument({ id, ...metadata, statements });
}

/** Who is counted for each document: "a=a" itself, "b=a" another. */
function counted(documents: readonly CodedDocument[]): string[] {
  return withStandIns(documents).map(
    ({ document: { id }, countedAs }) => `${id}=${countedAs ?? id}`,
  );
}

const unread = (id: string, metadata: DocumentMetadata = {}): CodedDocument =>
  buildDocument({ id, ...metadata, statements: [{ text: 'x' }] });

describe('withStandIns', () => {
  it.each<[string, CodedDocument[], string[]]>([
    ['nothing is named', [document('a'), document('b')], ['a=a', 'b=b']],
    ['a draft', [document('a'), document('b', { versionOf: 'a' })], ['a=a', 'b=a']],
    ['a translation', [document('b', { translationOf: 'c' }), document('c')], ['b=c', 'c=c']],
    [
      'a draft of a translation',
      [document('a'), document('b', { translationOf: 'a' }), document('c', { versionOf: 'b' })],
      ['a=a', 'b=a', 'c=a'],
    ],
    [
      'its original could not be read',
      [unread('a'), document('b', { versionOf: 'a' })],
      ['a=a', 'b=b'],
    ],
    [
      'only what its original is a version of could be read',
      [document('a'), unread('b', { versionOf: 'a' }), document('c', { versionOf: 'b' })],
      ['a=a', 'b=a', 'c=a'],
    ],
    [
      'a draft and a translation at once',
      [
        document('a'),
        document('b', { translationOf: 'a' }),
        document('c', { versionOf: 'b', translationOf: 'a' }),
      ],
      ['a=a', 'b=a', 'c=a'],
    ],
  ])('%s', (_, documents, expected) => {
    expect(counted(documents)).toEqual(expected);
    expect(withStandIns(documents).flatMap(({ issues }) => issues)).toEqual([]);
  });

  it('reports an unknown document, and counts', () => {
    const [first, second] = withStandIns([document('a'), document('b', { versionOf: 'c' })]);
    expect(first!.issues).toEqual([]);
    expect(second!.countedAs).toBeUndefined();
    expect(second!.issues).toMatchObject([{ id: 'GCM140', severity: 'error', document: 'b' }]);
    expect(second!.issues[0]!.message).toContain("'versionOf' names 'c'");
    expect(second!.issues[0]!.hint).toBe('Ids of the others: a.');
  });

  it.each([
    ['itself', [['a', 'a']]],
    [
      'two',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    ],
    [
      'three',
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
    ],
  ])('reports a circle of %s, and counts all', (_, pairs) => {
    const documents = pairs.map(([id = '', of = '']) => document(id, { versionOf: of }));
    expect(counted(documents)).toEqual(pairs.map(([id]) => `${id}=${id}`));
    for (const { issues } of withStandIns(documents))
      expect(issues.map(({ id, message }) => [id, message.includes('circle')])).toEqual([
        ['GCM140', true],
      ]);
  });

  it('lets a draft of one in a circle stand aside', () => {
    const documents = [
      document('a', { versionOf: 'b' }),
      document('b', { versionOf: 'a' }),
      document('c', { versionOf: 'a' }),
    ];
    expect(counted(documents)).toEqual(['a=a', 'b=b', 'c=a']);
  });
});
