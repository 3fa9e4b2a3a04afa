/** Files that mean harm, made by code. */
import { bomb, docxParts, odtParts, simplePdf, withPart, xlsxParts, zip } from './packed.js';

/** A file, and what must be said of it. */
export interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Ids of which one must be given; none where the file may be read in silence. */
  readonly ids: readonly string[];
  /** What becomes of it; left out where either is right. */
  readonly read?: boolean;
}

/** Words that every one of these files holds. */
export const WORDS = 'The ministry opened three offices for workers who return.';
/** The paragraphs that most of them hold. */
export const LINES = [WORDS, 'A law against trafficking in persons was adopted.'];
const ROWS = [
  ['Question', 'Answer'],
  ['What was done?', WORDS],
];
/** Bytes in UTF-8. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text);

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "lol">${'bcdefghij'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
  .join('')}]>`;
const OUTSIDE = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const NETWORK = '<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">';

const lines = [...LINES, 'Said &x;&j; here.'];
const rows = [...ROWS, ['And?', '&x;&j;']];

/** A text of many megabytes in some KB. */
const big = (megabytes: number): { content: string; packed: Uint8Array; size: number } => ({
  content: '',
  packed: bomb(megabytes),
  size: megabytes << 20,
});

const DOCX = docxParts(LINES);
const MAIN = 'word/document.xml';

/** Archives that unpack to more than they should. */
export const BOMBS: readonly Hostile[] = [
  ['declared.docx', zip(withPart(DOCX, MAIN, big(500)))],
  ['undeclared.docx', zip(withPart(DOCX, MAIN, { ...big(500), size: 300 }))],
  ['says-nothing.docx', zip(withPart(DOCX, MAIN, { ...big(500), size: 0, crc: 0, flags: 8 }))],
  ['picture.docx', zip([...DOCX, { name: 'word/media/image1.png', ...big(2000) }])],
  ['notes.docx', zip([...DOCX, { name: 'word/footnotes.xml', ...big(500) }])],
  ['styles.docx', zip([...DOCX, { name: 'word/styles.xml', ...big(500) }])],
  ['content.odt', zip(withPart(odtParts(LINES), 'content.xml', big(500)))],
  ['undeclared.odt', zip(withPart(odtParts(LINES), 'content.xml', { ...big(500), size: 9 }))],
  ['sheet.xlsx', zip(withPart(xlsxParts(ROWS), 'xl/worksheets/sheet1.xml', big(500)))],
  ['strings.xlsx', zip(withPart(xlsxParts(ROWS), 'xl/sharedStrings.xml', big(500)))],
].map(([name, bytes]) => ({
  name: name as string,
  bytes: bytes as Uint8Array,
  ids: ['GCM121', 'GCM122'],
  read: false,
}));

/** Archives of which other parts than the text are odd. */
export const ARCHIVES: readonly Hostile[] = [
  {
    name: 'overlapping.docx',
    bytes: zip([
      ...DOCX,
      ...Array.from({ length: 1000 }, (_, at) => ({
        name: `word/part${at}.xml`,
        content: WORDS,
        sharesBytes: true,
      })),
    ]),
    ids: ['GCM121', 'GCM122'],
    read: false,
  },
  {
    name: 'nested.docx',
    bytes: zip([
      ...DOCX,
      { name: 'word/embeddings/inner.docx', content: zip([...DOCX, { name: 'x', ...big(1000) }]) },
    ]),
    ids: [],
    read: true,
  },
  {
    name: 'slip.docx',
    bytes: zip([
      ...DOCX,
      ...['../../slip.txt', '/tmp/slip.txt', 'C:\\slip.txt', 'word/../../slip.txt'].map((name) => ({
        name,
        content: 'slipped',
      })),
    ]),
    ids: ['GCM130'],
    read: true,
  },
  {
    name: 'slip.xlsx',
    bytes: zip([...xlsxParts(ROWS), { name: '../slip.txt', content: 'slipped' }]),
    ids: ['GCM130'],
    read: true,
  },
  {
    name: 'slip.odt',
    bytes: zip([...odtParts(LINES), { name: '..\\slip.txt', content: 'slipped' }]),
    ids: ['GCM130'],
    read: true,
  },
  {
    name: 'prototype.docx',
    bytes: zip([
      ...DOCX,
      { name: '__proto__', content: '{"polluted":1}' },
      { name: 'constructor/prototype', content: 'x' },
    ]),
    ids: [],
    read: true,
  },
  {
    name: 'macros.docm',
    bytes: zip([...DOCX, { name: 'word/vbaProject.bin', content: 'Sub AutoOpen' }]),
    ids: ['GCM131'],
    read: true,
  },
  {
    name: 'locked-part.docx',
    bytes: zip(withPart(DOCX, MAIN, { flags: 1 })),
    ids: ['GCM123'],
    read: false,
  },
  {
    name: 'many-parts.docx',
    bytes: zip([
      ...DOCX,
      ...Array.from({ length: 60_000 }, (_, at) => ({
        name: `p${at}`,
        content: '',
        packed: new Uint8Array(),
        method: 0,
      })),
    ]),
    ids: ['GCM121', 'GCM122'],
    read: false,
  },
];

/** XML that declares entities: nothing of it is expanded or looked up. */
export const ENTITIES: readonly Hostile[] = [
  ...[LAUGHS, OUTSIDE, NETWORK].flatMap((doctype, at) => [
    { name: `entities${at}.docx`, bytes: zip(docxParts(lines, doctype)) },
    { name: `entities${at}.odt`, bytes: zip(odtParts(lines, doctype)) },
    { name: `entities${at}.xlsx`, bytes: zip(xlsxParts(rows, doctype)) },
  ]),
  {
    name: 'entities-16.docx',
    bytes: zip(
      withPart(DOCX, MAIN, {
        content: Buffer.from(
          `\ufeff<?xml version="1.0" encoding="UTF-16"?>${LAUGHS}<w:document>&j;</w:document>`,
          'utf16le',
        ),
      }),
    ),
  },
].map((file) => ({ ...file, ids: ['GCM125'], read: false }));

/** XHTML with entities of its own is read as any page is: they stay unknown. */
export const PAGES: readonly Hostile[] = [LAUGHS, OUTSIDE, NETWORK].map((doctype, at) => ({
  name: `entities${at}.xhtml`,
  bytes: bytesOf(
    `<?xml version="1.0"?>${doctype.replace(/DOCTYPE \w+/u, 'DOCTYPE html')}<html xmlns="http://www.w3.org/1999/xhtml"><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
  ),
  ids: [],
  read: true,
}));

/** An Office file with a password: a compound file that names its stream in UTF-16. */
export function lockedOffice(): Uint8Array {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.write('EncryptedPackage', 1024, 'utf16le');
  return bytes;
}

/** Files in other clothes than their own, and files that are not read at all. */
export const DISGUISED: readonly Hostile[] = [
  ...['a.pdf', 'a.odt', 'a.xlsx', 'a.txt', 'a.html', 'a.csv', 'a.jsonl'].map((name) => ({
    name: `docx-${name}`,
    bytes: zip(DOCX),
    ids: ['GCM129'],
    read: true,
  })),
  ...['a.docx', 'a.txt', 'a.csv', 'a.html'].map((name) => ({
    name: `pdf-${name}`,
    bytes: simplePdf(LINES),
    ids: ['GCM129'],
    read: true,
  })),
  ...['a.docx', 'a.pdf', 'a.xlsx'].map((name) => ({
    name: `text-${name}`,
    bytes: bytesOf(`${LINES.join('\n\n')}\n`),
    ids: ['GCM129'],
    read: true,
  })),
  {
    name: 'page.docx',
    bytes: bytesOf(`<!DOCTYPE html><html><body><p>${WORDS}</p></body></html>`),
    ids: ['GCM129'],
    read: true,
  },
  { name: 'sheet.docx', bytes: zip(xlsxParts(ROWS)), ids: ['GCM129'], read: true },
  { name: 'odt.docx', bytes: zip(odtParts(LINES)), ids: ['GCM129'], read: true },
  { name: 'locked.docx', bytes: lockedOffice(), ids: ['GCM123'], read: false },
  { name: 'locked.xlsx', bytes: lockedOffice(), ids: ['GCM123'], read: false },
  {
    name: 'image.pdf',
    bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    ids: ['GCM132'],
    read: false,
  },
  { name: 'rich.docx', bytes: bytesOf('{\\rtf1 Words}'), ids: ['GCM132'], read: false },
  {
    name: 'archive.docx',
    bytes: zip([{ name: 'a.txt', content: WORDS }]),
    ids: ['GCM132'],
    read: false,
  },
  { name: 'zeros.docx', bytes: Buffer.alloc(3000), ids: ['GCM102'], read: false },
];

/** Whole files of the packed formats. */
export const WHOLE: Readonly<Record<string, Uint8Array>> = {
  'a.docx': zip(DOCX),
  'a.odt': zip(odtParts(LINES)),
  'a.xlsx': zip(xlsxParts(ROWS)),
  'a.pdf': simplePdf(LINES),
};
