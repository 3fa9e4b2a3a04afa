import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/readers/archive.js';
import { Refusal } from '../../src/readers/types.js';
import { decodeXml } from '../../src/readers/xml.js';

const limits = { unpackedMegabytes: 1 };
const all = (): boolean => true;
const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

/** Where the central directory's entry of a part begins. */
function central(bytes: Uint8Array, name: string): number {
  const text = Buffer.from(bytes).toString('latin1');
  const at = text.lastIndexOf(name) - 46;
  expect(text.slice(at, at + 4)).toBe('PK\u0001\u0002');
  return at;
}

function patched(bytes: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.id;
    throw error;
  }
  return 'read';
}

describe('openArchive', () => {
  const small = zip({ 'word/document.xml': '<a>words</a>'.repeat(50), 'word/media/a.png': 'x' });

  it('unpacks the wanted parts and names all', () => {
    const { parts, names, issues } = openArchive(small, limits, (name) => name.endsWith('.xml'));
    expect([...parts.keys()]).toEqual(['word/document.xml']);
    expect(Buffer.from(parts.get('word/document.xml')!).toString()).toBe('<a>words</a>'.repeat(50));
    expect(names).toEqual(['word/document.xml', 'word/media/a.png']);
    expect(issues).toEqual([]);
  });

  it('reads an archive that other bytes stand before, and one with a comment', () => {
    const before = Buffer.concat([Buffer.from('#!junk\n'), small]);
    expect(openArchive(before, limits, all).parts.size).toBe(2);
    const comment = Buffer.concat([small, Buffer.from('hello')]);
    comment.writeUInt16LE(5, small.length - 2);
    expect(openArchive(comment, limits, all).parts.size).toBe(2);
  });

  it('refuses what is cut anywhere (GCM122)', () => {
    for (const length of [0, 10, 60, small.length >> 1, small.length - 23, small.length - 1])
      expect(
        refusal(() => openArchive(small.subarray(0, length), limits, all)),
        `${length}`,
      ).toBe('GCM122');
  });

  it('refuses a part whose bytes were damaged (GCM122)', () => {
    const at = 30 + 'word/document.xml'.length + 4;
    expect(
      refusal(() =>
        openArchive(
          patched(small, (view) => view.setUint8(at, 0xff)),
          limits,
          all,
        ),
      ),
    ).toBe('GCM122');
  });

  it('refuses more than the limit, packed or stored (GCM121)', () => {
    const large = { 'word/document.xml': 'a'.repeat(2 * 1024 * 1024) };
    expect(refusal(() => openArchive(zip(large), limits, all))).toBe('GCM121');
    const stored = zipSync({ a: [new Uint8Array(2 * 1024 * 1024), { level: 0 }] });
    expect(refusal(() => openArchive(stored, limits, all))).toBe('GCM121');
    const many = Object.fromEntries([1, 2, 3].map((n) => [`p${n}`, `${n}`.repeat(400 * 1024)]));
    expect(refusal(() => openArchive(zip(many), limits, all))).toBe('GCM121');
    expect(refusal(() => openArchive(zip(many), { unpackedMegabytes: 2 }, all))).toBe('read');
    expect(() => openArchive(stored, limits, all)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('--max-unpacked MB') }),
    );
  });

  it('refuses a bomb in a part that nobody wants, but not large pictures', () => {
    const bomb = zip({ 'word/document.xml': '<a/>', bomb: '0'.repeat(3 * 1024 * 1024) });
    expect(refusal(() => openArchive(bomb, limits, (name) => name !== 'bomb'))).toBe('GCM121');
    const picture = zipSync({
      a: strToU8('a'),
      p: [new Uint8Array(3 * 1024 * 1024), { level: 0 }],
    });
    expect(refusal(() => openArchive(picture, limits, (name) => name === 'a'))).toBe('read');
  });

  it('does not believe a size: too small or too large is damage, and never unpacks beyond the limit', () => {
    const large = zip({ part: 'a'.repeat(8 * 1024 * 1024) });
    const at = central(large, 'part');
    for (const size of [0, 5, 1024 * 1024 - 1]) {
      const lying = patched(large, (view) => view.setUint32(at + 24, size, true));
      expect(
        refusal(() => openArchive(lying, limits, all)),
        `${size}`,
      ).toBe('GCM122');
    }
    const lying = patched(small, (view) =>
      view.setUint32(central(small, 'word/document.xml') + 24, 900_000, true),
    );
    expect(refusal(() => openArchive(lying, limits, all))).toBe('GCM122');
  });

  it('refuses parts that share their bytes (GCM121)', () => {
    const two = zip({ one: 'a'.repeat(100), two: 'a'.repeat(100) });
    const shared = patched(two, (view) => view.setUint32(central(two, 'two') + 42, 0, true));
    expect(refusal(() => openArchive(shared, limits, all))).toBe('GCM121');
  });

  it('refuses too many parts (GCM121)', () => {
    const lying = patched(small, (view) => view.setUint16(small.length - 12, 0xfffe, true));
    expect(refusal(() => openArchive(lying, limits, all))).toBe('GCM121');
  });

  it('refuses encrypted parts, but only where they are wanted (GCM123)', () => {
    const locked = patched(small, (view) =>
      view.setUint16(central(small, 'word/document.xml') + 8, 1, true),
    );
    expect(refusal(() => openArchive(locked, limits, all))).toBe('GCM123');
    expect(refusal(() => openArchive(locked, limits, () => false))).toBe('read');
  });

  it('refuses an unknown way of packing (GCM122)', () => {
    const odd = patched(small, (view) =>
      view.setUint16(central(small, 'word/document.xml') + 10, 12, true),
    );
    expect(refusal(() => openArchive(odd, limits, all))).toBe('GCM122');
  });

  it.each(['../evil.xml', 'word/../../evil.xml', '/etc/passwd', 'C:/evil.xml', '..\\evil.xml'])(
    'ignores "%s", which leads outside, and says so (GCM130)',
    (name) => {
      const { parts, issues } = openArchive(zip({ [name]: 'x', good: 'y' }), limits, all);
      expect([...parts.keys()]).toEqual(['good']);
      expect(issues.map(({ id, severity }) => `${id} ${severity}`)).toEqual(['GCM130 warning']);
    },
  );

  it.each(['word/vbaProject.bin', 'xl/vbaProject.bin', 'Basic/Standard/Module1.xml'])(
    'warns of macros in "%s" (GCM131)',
    (name) => {
      const { issues } = openArchive(zip({ [name]: 'x' }), limits, () => false);
      expect(issues.map(({ id }) => id)).toEqual(['GCM131']);
    },
  );
});

describe('decodeXml', () => {
  const xml = '<?xml version="1.0"?><a>é ع</a>';
  it('reads UTF-8 and UTF-16 with and without a mark', () => {
    const utf16 = Buffer.from(xml, 'utf16le');
    for (const bytes of [
      Buffer.from(xml),
      Buffer.from(`\ufeff${xml}`),
      utf16,
      Buffer.from(`\ufeff${xml}`, 'utf16le'),
      Buffer.from(`\ufeff${xml}`, 'utf16le').swap16(),
      Buffer.from(xml, 'utf16le').swap16(),
    ])
      expect(decodeXml(bytes, 'a.xml')).toBe(xml);
  });

  it('reads what a declaration names', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e9</a>', 'latin1');
    expect(decodeXml(bytes, 'a.xml')).toContain('<a>é</a>');
  });

  it.each(['<!DOCTYPE a>', '<!DOCTYPE a [<!ENTITY b "c">]>', '<!doctype a>', '<!ENTITY x "y">'])(
    'refuses %s (GCM125), in any encoding',
    (type) => {
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(
          refusal(() => decodeXml(Buffer.from(`<?xml version="1.0"?>${type}<a/>`, encoding), 'a')),
        ).toBe('GCM125');
    },
  );
});
