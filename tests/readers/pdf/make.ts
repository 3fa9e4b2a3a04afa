/** Writes small PDFs by hand: text at places, lines, an image, whatever a test needs. */

/** A piece of text: lower left corner in points from the page's lower left corner. */
export interface Text {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
}

/** One page. */
export interface PageText {
  readonly texts?: readonly Text[];
  /** Drawn lines: x0, y0, x1, y1. */
  readonly lines?: readonly (readonly [number, number, number, number])[];
  /** Operators as they are. */
  readonly raw?: string;
}

const escaped = (text: string): string => text.replace(/[\\()]/gu, '\\$&');

function contentOf({ texts = [], lines = [], raw = '' }: PageText): string {
  const words = texts.map(
    ({ x, y, text, size = 10, bold = false }) =>
      `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`,
  );
  const rules = lines.map(([x0, y0, x1, y1]) => `${x0} ${y0} m ${x1} ${y1} l S`);
  return [...words, ...rules, raw].join('\n');
}

/**
 * Makes a PDF of A4 pages.
 * @param catalog more entries of the catalog ("/OpenAction …")
 */
export function makePdf(pages: readonly PageText[], catalog = ''): Buffer {
  const kids = pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ');
  const image =
    '<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 64 >>';
  const imageAt = 5 + 2 * pages.length;
  const font = (name: string): string =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((page, at) => {
      const content = contentOf(page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im ${imageAt} 0 R >> >> >>`,
        `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
      ];
    }),
    `${image}\nstream\n${'x'.repeat(64)}\nendstream`,
  ];
  let text = '%PDF-1.5\n';
  const offsets: number[] = [];
  objects.forEach((object, at) => {
    offsets.push(text.length);
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A paragraph's lines, each below the other. */
export function lines(
  x: number,
  y: number,
  rows: readonly string[],
  step = 12,
  more: Omit<Text, 'x' | 'y' | 'text'> = {},
): Text[] {
  return rows.map((text, at) => ({ x, y: y - at * step, text, ...more }));
}
