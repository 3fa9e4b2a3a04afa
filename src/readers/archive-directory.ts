/** Reads the directory at the end of a ZIP archive; nothing is unpacked here. */
import { Refusal } from './types.js';

/** A part of an archive, as the directory tells it. */
export interface Entry {
  /** With forward slashes. */
  readonly name: string;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Unpacked size in bytes that the directory claims. */
  readonly size: number;
  readonly crc: number;
  /** Where the part's own header begins, in bytes. */
  readonly offset: number;
  readonly dataStart: number;
  readonly dataEnd: number;
}

const MAX_ENTRIES = 20_000;
const [END_SIZE, CENTRAL_SIZE, LOCAL_SIZE] = [22, 46, 30];
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [LOCATOR_64, END_64] = [0x07064b50, 0x06064b50];

/** The archive's entries in the order of its directory (GCM121 too many, GCM122 broken). */
export function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(view);
  } catch (error) {
    // All places in an archive are told by the file itself: one beyond its end means that it was cut.
    if (error instanceof RangeError) throw cutShort();
    throw error;
  }
}

function readEntries(view: DataView): Entry[] {
  const { count, start, shift } = findDirectory(view);
  if (count > MAX_ENTRIES)
    throw new Refusal(
      'GCM121',
      `The archive says that it holds ${count} parts; at most ${MAX_ENTRIES} are read.`,
      'A document has some dozens of parts: ask where the file comes from.',
    );
  const entries: Entry[] = [];
  let at = start;
  for (let left = count; left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) throw cutShort();
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    entries.push(readEntry(view, at, shift, lengths));
    at += CENTRAL_SIZE + lengths.reduce((sum, length) => sum + length, 0);
  }
  return entries;
}

interface Directory {
  readonly count: number;
  /** Where it begins, in bytes. */
  readonly start: number;
  /** Bytes that stand before the archive, which its own offsets leave out. */
  readonly shift: number;
}

function findDirectory(view: DataView): Directory {
  const end = findEnd(view);
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const wide = Number(view.getBigUint64(locator + 8, true));
    if (view.getUint32(wide, true) === END_64)
      return {
        count: Number(view.getBigUint64(wide + 32, true)),
        start: Number(view.getBigUint64(wide + 48, true)),
        shift: 0,
      };
  }
  const count = view.getUint16(end + 10, true);
  const start = end - view.getUint32(end + 12, true);
  if (start < 0) throw cutShort();
  return { count, start, shift: start - view.getUint32(end + 16, true) };
}

/** The end record stands last, but for a comment of up to 65 535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - 65_535); at--)
    if (view.getUint32(at, true) === END) return at;
  throw cutShort();
}

function readEntry(
  view: DataView,
  at: number,
  shift: number,
  [nameLength = 0, extraLength = 0]: readonly number[],
): Entry {
  const flags = view.getUint16(at + 8, true);
  const wide = wideFields(view, at + CENTRAL_SIZE + nameLength, extraLength);
  const field = (place: number): number => {
    const value = view.getUint32(at + place, true);
    return value === 0xffffffff ? (wide.shift() ?? value) : value;
  };
  const [size, packed, start] = [field(24), field(20), field(42)];
  const offset = start + shift;
  if (view.getUint32(offset, true) !== LOCAL) throw cutShort();
  const dataStart =
    offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (dataStart + packed > view.byteLength) throw cutShort();
  return {
    name: nameAt(view, at + CENTRAL_SIZE, nameLength),
    method: view.getUint16(at + 10, true),
    // Bit 0: encrypted; bit 13: so is the directory. Method 99 is encryption of another maker.
    encrypted: (flags & 0x2001) !== 0 || view.getUint16(at + 10, true) === 99,
    size,
    crc: view.getUint32(at + 16, true),
    offset,
    dataStart,
    dataEnd: dataStart + packed,
  };
}

/** Sizes and offset of 8 bytes that stand in for those of 4 bytes, in their fixed order. */
function wideFields(view: DataView, start: number, length: number): number[] {
  const fields: number[] = [];
  for (let at = start; at + 4 <= start + length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1)
      for (let place = at + 4; place + 8 <= at + 4 + size; place += 8)
        fields.push(Number(view.getBigUint64(place, true)));
    at += 4 + size;
  }
  return fields;
}

function nameAt(view: DataView, start: number, length: number): string {
  if (start + length > view.byteLength) throw cutShort();
  const bytes = new Uint8Array(view.buffer, view.byteOffset + start, length);
  return new TextDecoder().decode(bytes).replaceAll('\\', '/');
}

function cutShort(): Refusal {
  return new Refusal(
    'GCM122',
    'The file is broken: the directory of its archive is missing or cut.',
    'Copy the file from its source again: it was most likely cut short on its way.',
  );
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The check sum that ZIP archives keep of each part. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
