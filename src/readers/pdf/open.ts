/** Opens a PDF with pdfjs: no network, no scripts, nothing on the console. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Refusal } from '../types.js';
import type { ReadIssue, ReadLimits } from '../types.js';
import { activeContent } from './active.js';
import { actualTexts, textsByOperator } from './actual-text.js';
import type { ActualTexts } from './actual-text.js';
import { isRight } from './bidi.js';
import { interpret } from './interpret.js';
import type { FontFacts, Operators } from './interpret.js';
import { tagsOf } from './tagged-tree.js';
import type { TagPage } from './tagged-tree.js';
import type { Drawing } from './types.js';

/** A page as pdfjs gives it; only what is used here. */
interface PdfPage {
  readonly getViewport: (options: { scale: number }) => {
    readonly width: number;
    readonly height: number;
    readonly transform: number[];
  };
  readonly getOperatorList: (options: { annotationMode: number }) => Promise<Operators>;
  readonly getStructTree: () => Promise<unknown>;
  readonly commonObjs: {
    readonly has: (id: string) => boolean;
    readonly get: (id: string) => unknown;
  };
  readonly cleanup: () => void;
}

/** A page's drawing with its size in points. */
export interface DrawnPage extends Drawing {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** What the page's part of the structure tree says; null where there is none. */
  readonly tags: TagPage | null;
}

/** An open PDF. */
export interface OpenPdf {
  readonly pages: number;
  readonly issues: readonly ReadIssue[];
  readonly page: (number: number) => Promise<DrawnPage>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF. Issues: GCM122 broken, GCM123 encrypted, GCM128 too many pages,
 * GCM131 (warning) scripts, programs or files inside.
 */
export async function openPdf(bytes: Uint8Array, limits: ReadLimits): Promise<OpenPdf> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = pdfjs.getDocument({
    // pdfjs takes the bytes for its own and leaves them empty; it refuses a Buffer.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    fontExtraProperties: true,
    // Pictures are not looked at.
    maxImageSize: 1,
    enableXfa: false,
    standardFontDataUrl: join(home, 'standard_fonts/'),
    cMapUrl: join(home, 'cmaps/'),
    cMapPacked: true,
  });
  const document = await task.promise.catch((error: unknown) => refuse(error));
  const close = async (): Promise<void> => task.destroy();
  try {
    if (document.numPages > limits.pages) refuseLength(document.numPages, limits.pages);
    const names = pdfjs.OPS as unknown as Record<string, number>;
    const texts = actualTexts(bytes);
    return {
      pages: document.numPages,
      issues: await activeContent(document, bytes),
      page: async (number) =>
        drawnPage((await document.getPage(number)) as unknown as PdfPage, number, names, texts),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function refuse(error: unknown): never {
  const { name, message } = error as Error;
  if (name === 'PasswordException')
    throw new Refusal(
      'GCM123',
      'The PDF is encrypted with a password.',
      'Open it with its password and save it without one.',
    );
  throw new Refusal(
    'GCM122',
    `The PDF is broken: ${message}`,
    'Open it in a PDF viewer and print it to PDF again, or get the file again.',
  );
}

function refuseLength(found: number, most: number): never {
  throw new Refusal(
    'GCM128',
    `The PDF has ${found} pages; at most ${most} are read.`,
    'Split it, or allow more with --max-pages NUMBER.',
  );
}

async function drawnPage(
  page: PdfPage,
  number: number,
  names: Record<string, number>,
  texts: ActualTexts,
): Promise<DrawnPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList({ annotationMode: 0 });
  const fonts = new Map<string, FontFacts | null>();
  const fontOf = (id: string): FontFacts | null => {
    if (!fonts.has(id))
      fonts.set(id, page.commonObjs.has(id) ? factsOf(page.commonObjs.get(id)) : null);
    return fonts.get(id) ?? null;
  };
  const actual = textsByOperator(operators, names, texts);
  const drawing = interpret(operators, names, transform, fontOf, width * height, actual);
  const tags = tagsOf(await page.getStructTree().catch(() => null));
  page.cleanup();
  return { ...drawing, number, width, height, tags };
}

function factsOf(found: unknown): FontFacts {
  const font = found as {
    readonly name?: string;
    readonly bold?: boolean;
    readonly black?: boolean;
    readonly vertical?: boolean;
    readonly fontMatrix?: ArrayLike<number>;
    readonly toUnicode?: { readonly _map?: readonly (string | undefined)[] };
  };
  const map = font.toUnicode?._map;
  const isArabic = map?.some((letters) => typeof letters === 'string' && isRight(letters)) ?? false;
  const name = font.name ?? '';
  return {
    font: {
      name,
      bold: font.bold === true || font.black === true || /bold|black|heavy|semib|demi/iu.test(name),
    },
    unit: font.fontMatrix?.[0] ?? 0.001,
    vertical: font.vertical === true,
    isMapped: (code) => !isArabic || typeof map?.[code] === 'string',
  };
}
