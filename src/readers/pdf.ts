/** Reads PDF: words by where they stand, or by the tags where the file has good ones. */
import { readByPlace } from './pdf/by-place.js';
import { readByTags } from './pdf/by-tags.js';
import { isSpace } from './pdf/interpret.js';
import { openPdf } from './pdf/open.js';
import type { DrawnPage } from './pdf/open.js';
import { isMirrored } from './pdf/pages.js';
import { learnMarks } from './pdf/words.js';
import type { LostMarks } from './pdf/words.js';
import { Refusal } from './types.js';
import type { Dropped, Extracted, ReadContext, ReadIssue } from './types.js';

/**
 * Reads a PDF. Issues: GCM122 broken, GCM123 encrypted, GCM124 no text at all,
 * GCM128 too much of something, GCM131 something to run inside, GCM134 pages without text.
 */
export async function readPdf(source: Uint8Array, { limits }: ReadContext): Promise<Extracted> {
  const pdf = await openPdf(source, limits);
  try {
    const drawn: DrawnPage[] = [];
    for (let number = 1; number <= pdf.pages; number++) drawn.push(await pdf.page(number));
    const isEmpty = ({ glyphs }: DrawnPage): boolean => glyphs.every(({ text }) => isSpace(text));
    const scanned = drawn.filter((page) => isEmpty(page) && page.images);
    if (drawn.every(isEmpty)) refuseScan(pdf.pages, scanned.length);
    return { ...extracted(drawn), issues: [...pdf.issues, ...scanWarning(scanned)] };
  } finally {
    await pdf.close();
  }
}

function refuseScan(pages: number, scanned: number): never {
  throw new Refusal(
    'GCM124',
    scanned > 0
      ? `The PDF holds ${pages} scanned ${pages === 1 ? 'page' : 'pages'} and no text.`
      : `The PDF holds no text on its ${pages} ${pages === 1 ? 'page' : 'pages'}.`,
    'Recognise its text first (OCR, for example "ocrmypdf IN OUT"), or get the document as DOCX.',
  );
}

function scanWarning(scanned: readonly DrawnPage[]): ReadIssue[] {
  if (scanned.length === 0) return [];
  const numbers = scanned.slice(0, 20).map(({ number }) => number);
  return [
    {
      id: 'GCM134',
      severity: 'warning',
      message: `${scanned.length} ${scanned.length === 1 ? 'page is an image' : 'pages are images'} without text and ${scanned.length === 1 ? 'was' : 'were'} not read: ${numbers.join(', ')}${scanned.length > 20 ? ' …' : ''}.`,
      hint: 'Recognise their text first (OCR).',
      place: `page ${numbers[0] ?? 0}`,
    },
  ];
}

function extracted(drawn: readonly DrawnPage[]): Extracted {
  const mirrored = isMirrored(drawn);
  const lost: LostMarks = new Map();
  for (const { glyphs } of drawn) learnMarks(glyphs, lost);
  const read = readByTags(drawn, mirrored, lost) ?? readByPlace(drawn, mirrored, lost);
  const dropped: Dropped[] = [
    ...read.dropped,
    ...drawn.flatMap(({ askew, number }): Dropped[] =>
      askew === '' ? [] : [{ reason: 'decoration', text: askew, page: number }],
    ),
  ].sort((a, b) => (a.page ?? 0) - (b.page ?? 0));
  return { ...read, dropped, pages: drawn.length };
}
