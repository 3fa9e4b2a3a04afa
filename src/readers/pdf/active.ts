/** Tells what a PDF could run, open or send; none of it is run or opened. */
import { inflateSync } from 'node:zlib';
import type { ReadIssue } from '../types.js';

/** The PDF library's own answers. */
interface Active {
  readonly getJSActions: () => Promise<unknown>;
  readonly getAttachments: () => Promise<unknown>;
  readonly getOpenAction: () => Promise<unknown>;
}

/**
 * Issue: GCM131 (warning) for scripts, programs, forms that send themselves and files in the PDF.
 * The library tells neither a page's actions nor what its links do, so their names are looked for in the file.
 */
export async function activeContent(document: Active, file: Uint8Array): Promise<ReadIssue[]> {
  const ask = async (question: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await question();
    } catch {
      return null;
    }
  };
  const named = namedActions(file);
  const action = (await ask(() => document.getOpenAction())) as { action?: unknown } | null;
  const scripts = (await ask(() => document.getJSActions())) !== null || named.has('JavaScript');
  const found = [
    scripts ? 'scripts' : '',
    named.has('Launch') ? 'links that start programs' : '',
    named.has('SubmitForm') || named.has('ImportData') ? 'forms that send or fetch data' : '',
    typeof action?.action === 'string' ? 'an action on opening' : '',
    (await ask(() => document.getAttachments())) !== null ? 'embedded files' : '',
  ].filter((one) => one !== '');
  if (found.length === 0) return [];
  return [
    {
      id: 'GCM131',
      severity: 'warning',
      message: `The PDF holds ${found.join(' and ')}; nothing of it was run or opened.`,
      hint: 'A national review needs none: make sure where the file comes from.',
      place: null,
    },
  ];
}

const MB = 1024 * 1024;
/** Most that is unpacked of a file's streams of objects. */
const MOST = 64 * MB;

/** The kinds of actions that the file's objects name, those in streams of objects too. */
function namedActions(file: Uint8Array): ReadonlySet<string> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const found = new Set<string>();
  let [from, left] = [0, MOST];
  while (from < bytes.length) {
    const keyword = nextStream(bytes, from);
    const objects = bytes.toString('latin1', from, keyword < 0 ? bytes.length : keyword);
    takeActions(objects, found);
    if (keyword < 0) break;
    const end = bytes.indexOf('endstream', keyword + 6);
    const stop = end < 0 ? bytes.length : end;
    if (/\/ObjStm\b/u.test(objects.slice(objects.lastIndexOf('obj') + 1))) {
      const unpacked = unpack(bytes.subarray(keyword + 6, stop), left);
      left -= unpacked.length;
      takeActions(unpacked.toString('latin1'), found);
    }
    from = stop + 9;
  }
  return found;
}

/** Where the keyword of the next stream stands; -1 for none. */
function nextStream(bytes: Buffer, from: number): number {
  let at = bytes.indexOf('stream', from);
  while (at >= 0 && bytes[at + 6] !== 10 && bytes[at + 6] !== 13)
    at = bytes.indexOf('stream', at + 6);
  return at;
}

function unpack(stream: Buffer, most: number): Buffer {
  const start = stream[0] === 13 ? 2 : 1;
  try {
    return inflateSync(stream.subarray(start), { maxOutputLength: Math.max(1, most) });
  } catch {
    // Not packed, or so that only the library can unpack it.
    return stream.subarray(start);
  }
}

/** A name that stands as a value: an address that ends so (`example.org/Launch`) is none. */
const ACTION =
  /(?:\/S\s{0,9}|[\s<>[\])])\/(JavaScript|Launch|SubmitForm|ImportData)(?![^\s<>[\]()/%])/gu;
const SCRIPT_LINK = /\/URI\s{0,9}\(\s{0,9}javascript:/iu;

function takeActions(objects: string, found: Set<string>): void {
  // Letters of names may be written by their numbers.
  const plain = objects.replace(/#([2-7][\da-f])/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  for (const [, name = ''] of plain.matchAll(ACTION)) found.add(name);
  if (SCRIPT_LINK.test(plain)) found.add('JavaScript');
}
