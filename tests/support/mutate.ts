/** Damages files at random, by a seed: bytes flipped, cut, put in, repeated; in archives also inside of a part. */
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { zip } from './packed.js';

type Change = (bytes: Uint8Array) => Uint8Array;

/** A place in a file, as a share of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (bytes: Uint8Array, share: number): number => Math.floor(bytes.length * share);

/** Bytes that formats give a meaning to. */
const piece = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 40 }),
  fc
    .constantFrom(
      '<',
      '>',
      '</',
      '<table>',
      '<w:p>',
      '&#0;',
      '&#x110000;',
      '"',
      '\n',
      '\u202e',
      '[',
      '(',
      '>>',
      'endstream',
      'endobj',
      '%PDF-',
      'PK\u0003\u0004',
      '0 R',
      '\ud800',
    )
    .map((text) => new Uint8Array(Buffer.from(text))),
);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([where, bits]) => flip(where, bits)),
  fc.tuple(place, place).map(([a, b]) => cut(Math.min(a, b), Math.max(a, b))),
  fc.tuple(place, piece).map(([where, bytes]) => insert(where, bytes)),
  fc.tuple(place, place, place).map(([from, to, where]) => splice(from, to, where)),
  place.map((where) => (bytes: Uint8Array) => bytes.subarray(0, at(bytes, where))),
);

function flip(where: number, bits: number): Change {
  return (bytes) => {
    const changed = Uint8Array.from(bytes);
    const index = at(bytes, where);
    changed[index] = (changed[index] ?? 0) ^ bits;
    return changed;
  };
}

function cut(from: number, to: number): Change {
  return (bytes) =>
    Buffer.concat([bytes.subarray(0, at(bytes, from)), bytes.subarray(at(bytes, to))]);
}

function insert(where: number, piece: Uint8Array): Change {
  return (bytes) =>
    Buffer.concat([bytes.subarray(0, at(bytes, where)), piece, bytes.subarray(at(bytes, where))]);
}

/** Puts a stretch of the file into another of its places. */
function splice(from: number, to: number, where: number): Change {
  return (bytes) =>
    insert(where, bytes.slice(at(bytes, from), at(bytes, to)).subarray(0, 5000))(bytes);
}

/** One to four changes, and which part of an archive they are made in (null: in the file itself). */
export const damage = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  part: fc.option(fc.nat(1000), { nil: null }),
});

/** The file with its damage. */
export function damaged(
  bytes: Uint8Array,
  { changes, part }: { changes: readonly Change[]; part: number | null },
): Uint8Array {
  const all = (given: Uint8Array): Uint8Array => changes.reduce((now, one) => one(now), given);
  if (part === null || !Buffer.from(bytes.subarray(0, 2)).equals(Buffer.from('PK')))
    return all(bytes);
  const parts = Object.entries(unzipSync(bytes));
  const chosen = part % parts.length;
  return zip(
    parts.map(([name, content], index) => ({
      name,
      content: index === chosen ? all(content) : content,
    })),
  );
}
