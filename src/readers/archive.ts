/** Unpacks the parts of a ZIP archive (DOCX, ODT, XLSX) that a reader wants, within bounds and in memory. */
import { inflateRawSync } from 'node:zlib';
import { crc32, readDirectory, type Entry } from './archive-directory.js';
import { Refusal } from './types.js';
import type { ReadIssue, ReadLimits } from './types.js';

/** What an archive holds. */
export interface Archive {
  /** The wanted parts, unpacked, by name. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Names of all parts, in the order of the archive's directory. */
  readonly names: readonly string[];
  readonly issues: readonly ReadIssue[];
}

/** Archives that unpack to this many times their own size are bombs, where they pass the limit too. */
const BOMB_RATIO = 20;
const MB = 1024 * 1024;

/**
 * Unpacks the wanted parts of an archive. What a header claims is never
 * believed: the output is bounded by the limit whatever the sizes say.
 * Issues: GCM121 bomb, GCM122 broken, GCM123 encrypted, GCM130 name that leads
 * outside, GCM131 macros.
 */
export function openArchive(
  bytes: Uint8Array,
  limits: Pick<ReadLimits, 'unpackedMegabytes'>,
  wanted: (name: string) => boolean,
): Archive {
  const entries = readDirectory(bytes);
  const outside = entries.filter(({ name }) => leadsOutside(name));
  const inside = unique(entries.filter(({ name }) => !leadsOutside(name) && !name.endsWith('/')));
  refuseOverlaps(entries);
  refuseBomb(inside, bytes.length, limits);
  const parts = new Map<string, Uint8Array>();
  let left = limits.unpackedMegabytes * MB;
  for (const entry of inside.filter(({ name }) => wanted(name))) {
    const part = unpack(bytes, entry, left, limits);
    left -= part.length;
    parts.set(entry.name, part);
  }
  const names = inside.map(({ name }) => name);
  return { parts, names, issues: [...outsideIssue(outside), ...macroIssue(names)] };
}

/** Of two parts of one name the first counts. */
function unique(entries: readonly Entry[]): Entry[] {
  const names = new Set<string>();
  return entries.filter(({ name }) => !names.has(name) && names.add(name));
}

function leadsOutside(name: string): boolean {
  return /^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)|\0/iu.test(name);
}

/** Entries that share their bytes make much out of little. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  for (let at = 1; at < sorted.length; at++) {
    const [before, after] = [sorted[at - 1], sorted[at]];
    if (before === undefined || after === undefined || before.dataEnd <= after.offset) continue;
    throw new Refusal(
      'GCM121',
      `The archive's parts "${shown(before.name)}" and "${shown(after.name)}" share their bytes, as those of a ZIP bomb do.`,
      'Do not open the file if you do not trust its source; ask for it again.',
    );
  }
}

function refuseBomb(
  entries: readonly Entry[],
  packed: number,
  limits: Pick<ReadLimits, 'unpackedMegabytes'>,
): void {
  const claimed = entries.reduce((sum, { size }) => sum + size, 0);
  if (claimed > limits.unpackedMegabytes * MB && claimed > packed * BOMB_RATIO)
    throw tooLarge(limits, `${Math.ceil(claimed / MB)} MB`);
}

function unpack(
  bytes: Uint8Array,
  entry: Entry,
  most: number,
  limits: Pick<ReadLimits, 'unpackedMegabytes'>,
): Uint8Array {
  if (entry.encrypted)
    throw new Refusal(
      'GCM123',
      `The archive's part "${shown(entry.name)}" is encrypted.`,
      'Open the document with its password and save it without one.',
    );
  const packed = bytes.subarray(entry.dataStart, entry.dataEnd);
  if (entry.method === 0 ? packed.length > most : entry.size > most) throw tooLarge(limits, 'more');
  const part = entry.method === 0 ? packed : inflate(packed, entry, most, limits);
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw damaged(entry);
  return part;
}

function inflate(
  packed: Uint8Array,
  entry: Entry,
  most: number,
  limits: Pick<ReadLimits, 'unpackedMegabytes'>,
): Uint8Array {
  if (entry.method !== 8)
    throw new Refusal(
      'GCM122',
      `The archive's part "${shown(entry.name)}" is packed by method ${entry.method}, which Office files do not use.`,
      'Open the document in the program that made it and save it again.',
    );
  try {
    // One more than the header says, so that a header that says too little shows.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, Math.min(most, entry.size + 1)) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw damaged(entry);
    throw entry.size + 1 > most ? tooLarge(limits, 'more') : damaged(entry);
  }
}

function damaged({ name }: Entry): Refusal {
  return new Refusal(
    'GCM122',
    `The archive is damaged: its part "${shown(name)}" does not unpack to what the archive says of it.`,
    'Copy the file from its source again, or open it in the program that made it and save it again.',
  );
}

function tooLarge(limits: Pick<ReadLimits, 'unpackedMegabytes'>, found: string): Refusal {
  return new Refusal(
    'GCM121',
    `The archive unpacks to more than ${limits.unpackedMegabytes} MB${found === 'more' ? '' : ` (it says ${found})`}.`,
    'A document of that size is most likely an attack (ZIP bomb). If it is not, split it, or allow more with --max-unpacked MB.',
  );
}

function outsideIssue(entries: readonly Entry[]): ReadIssue[] {
  const [first] = entries;
  if (first === undefined) return [];
  return [
    {
      id: 'GCM130',
      severity: 'warning',
      message: `The archive holds ${entries.length} part${entries.length === 1 ? '' : 's'} whose name leads outside of it ("${shown(first.name)}"); ignored.`,
      hint: 'No Office program writes such names: ask where the file comes from.',
      place: null,
    },
  ];
}

const MACROS = /(?:^|\/)vbaProject\.bin$|^xl\/macrosheets\/|^(?:Basic|Scripts)\/./iu;

function macroIssue(names: readonly string[]): ReadIssue[] {
  const found = names.find((name) => MACROS.test(name));
  if (found === undefined) return [];
  return [
    {
      id: 'GCM131',
      severity: 'warning',
      message: `The file holds macros ("${shown(found)}"); they were not run.`,
      hint: 'Nothing to do; do not open the file in an Office program if you do not trust its source.',
      place: null,
    },
  ];
}

/** A part's name as a message may show it. */
function shown(name: string): string {
  return name.replace(/\p{Cc}/gu, '?').slice(0, 80);
}
