/** Makes archives, Office files and PDFs by hand, so that any of their bytes can be wrong. */
import { constants, crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** A part of an archive; what is left out is as it should be. */
export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The deflated content, where it is made otherwise. */
  readonly packed?: Uint8Array;
  /** Unpacked size that the headers claim. */
  readonly size?: number;
  readonly crc?: number;
  /** 8 is deflate. */
  readonly method?: number;
  /** Bit flags; 1 says encrypted. */
  readonly flags?: number;
  /** Name in the directory of a part whose bytes are those of the part before. */
  readonly sharesBytes?: boolean;
}

/** A ZIP archive; the same parts give the same bytes. */
export function zip(parts: readonly Part[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let place = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = Buffer.from(part.packed ?? deflateRawSync(content));
    const name = Buffer.from(part.name);
    const fields = fieldsOf(part, content, packed, name);
    if (part.sharesBytes !== true) {
      place = offset;
      const local = Buffer.concat([bytes(4, 0x04034b50), fields, bytes(2, 0), name, packed]);
      locals.push(local);
      offset += local.length;
    }
    const after = Buffer.concat([bytes(2, 0, 0, 0, 0), bytes(4, 0, place)]);
    directory.push(Buffer.concat([bytes(4, 0x02014b50), bytes(2, 20), fields, after, name]));
  }
  const list = Buffer.concat(directory);
  const end = [
    bytes(4, 0x06054b50),
    bytes(2, 0, 0, parts.length, parts.length),
    bytes(4, list.length, offset),
  ];
  return Buffer.concat([...locals, list, ...end, bytes(2, 0)]);
}

/** Version, flags, method, time, check sum, sizes and length of the name. */
function fieldsOf(part: Part, content: Buffer, packed: Buffer, name: Buffer): Buffer {
  const { flags = 0, method = 8, crc = crc32(content), size = content.length } = part;
  return Buffer.concat([
    bytes(2, 20, flags, method, 0, 0x21),
    bytes(4, crc, packed.length, size),
    bytes(2, name.length),
  ]);
}

/** Numbers of `width` bytes, lowest first. */
function bytes(width: 2 | 4, ...numbers: number[]): Buffer {
  const buffer = Buffer.alloc(width * numbers.length);
  for (const [at, number] of numbers.entries())
    buffer.writeUIntLE(number % 2 ** (8 * width), at * width, width);
  return buffer;
}

/** Some KB that inflate to as many megabytes of one letter: raw, or with the frame that PDF uses. */
export function bomb(megabytes: number, frame: 'raw' | 'zlib' = 'raw', letter = ' '): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(1 << 20, letter), {
    finishFlush: constants.Z_FULL_FLUSH,
    level: 9,
  });
  const head = frame === 'zlib' ? [Buffer.of(0x78, 0xda)] : [];
  const blocks = Array.from({ length: megabytes }, () => block);
  return Buffer.concat([...head, ...blocks, Buffer.of(3, 0)]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const RELATIONS = `${OFFICE}/package/2006/relationships`;

/** A part that says where the main part is. */
function root(target: string): Part {
  const type = `${OFFICE}/officeDocument/2006/relationships/officeDocument`;
  return {
    name: '_rels/.rels',
    content: `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${type}" Target="${target}"/></Relationships>`,
  };
}

function types(part: string, type: string): Part {
  return {
    name: '[Content_Types].xml',
    content: `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
  };
}

/** Parts of a DOCX with these paragraphs; `doctype` stands before its root element. */
export function docxParts(paragraphs: readonly string[], doctype = ''): Part[] {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return [
    types('word/document.xml', 'wordprocessingml.document'),
    root('word/document.xml'),
    {
      name: 'word/document.xml',
      content: `${XML}${doctype}<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  ];
}

/** Parts of an ODT with these paragraphs. */
export function odtParts(paragraphs: readonly string[], doctype = ''): Part[] {
  const media = 'application/vnd.oasis.opendocument.text';
  const urn = 'urn:oasis:names:tc:opendocument:xmlns';
  const body = paragraphs.map((text) => `<text:p>${text}</text:p>`).join('');
  return [
    { name: 'mimetype', content: media, packed: Buffer.from(media), method: 0 },
    {
      name: 'content.xml',
      content: `${XML}${doctype}<office:document-content xmlns:office="${urn}:office:1.0" xmlns:text="${urn}:text:1.0" office:version="1.2"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'META-INF/manifest.xml',
      content: `${XML}<manifest:manifest xmlns:manifest="${urn}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${media}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    },
  ];
}

/** Parts of an XLSX with these rows in one sheet; texts stand in the table of shared strings. */
export function xlsxParts(rows: readonly (readonly string[])[], doctype = ''): Part[] {
  const spreadsheet = `${OFFICE}/spreadsheetml/2006/main`;
  const related = `${OFFICE}/officeDocument/2006/relationships`;
  const strings = rows.flat();
  let next = 0;
  const cell = (row: number, column: number): string =>
    `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="s"><v>${next++}</v></c>`;
  const sheet = rows
    .map((row, at) => `<row r="${at + 1}">${row.map((_, c) => cell(at, c)).join('')}</row>`)
    .join('');
  return [
    types('xl/workbook.xml', 'spreadsheetml.sheet'),
    root('xl/workbook.xml'),
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns="${spreadsheet}" xmlns:r="${related}"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${related}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${related}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${XML}<worksheet xmlns="${spreadsheet}"><sheetData>${sheet}</sheetData></worksheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `${XML}${doctype}<sst xmlns="${spreadsheet}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
  ];
}

/** The parts, one of them changed. */
export function withPart(parts: readonly Part[], name: string, change: Partial<Part>): Part[] {
  return parts.map((part) => (part.name === name ? { ...part, ...change } : part));
}

/** An object of a PDF: its dictionary or value, and its stream. */
export interface PdfObject {
  readonly value: string;
  readonly stream?: Uint8Array | string;
}

/** A PDF of these objects, numbered from 1; the first is the catalog. */
export function pdf(objects: readonly (string | PdfObject)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const write = (part: string | Uint8Array): void => {
    const buffer = Buffer.from(part);
    parts.push(buffer);
    length += buffer.length;
  };
  for (const [at, given] of objects.entries()) {
    const { value, stream } =
      typeof given === 'string' ? { value: given, stream: undefined } : given;
    offsets.push(length);
    write(`${at + 1} 0 obj\n`);
    write(stream === undefined ? value : withLength(value, Buffer.from(stream).length));
    if (stream !== undefined) {
      write('\nstream\n');
      write(stream);
      write('\nendstream');
    }
    write('\nendobj\n');
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const start = length;
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`);
  write(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n`);
  write(`startxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

function withLength(dictionary: string, length: number): string {
  return dictionary.replace(/>>$/u, ` /Length ${length} >>`);
}

/** What stands on a page: each line a text in Helvetica, from the top. */
export function pageContent(lines: readonly string[]): string {
  const shown = lines.map((line) => `(${line.replace(/[()\\]/gu, '\\$&')}) Tj T*`).join('\n');
  return `BT /F1 11 Tf 72 720 Td 16 TL\n${shown}\nET`;
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/** Changes to a simple PDF. */
export interface PdfChanges {
  /** More in the catalog. */
  readonly catalog?: string;
  /** More in each page. */
  readonly page?: string;
  readonly content?: PdfObject;
  readonly font?: string;
  readonly more?: readonly (string | PdfObject)[];
  /** Pages, all with the same content. */
  readonly pages?: number;
}

/** A PDF of pages that show these lines. Objects: 1 catalog, 2 pages, 3 font, 4 content, `more` from 5, then pages. */
export function simplePdf(lines: readonly string[], changes: PdfChanges = {}): Uint8Array {
  const { catalog = '', page = '', font = FONT, more = [], pages = 1 } = changes;
  const first = 5 + more.length;
  const kids = Array.from({ length: pages }, (_, at) => `${first + at} 0 R`).join(' ');
  const one = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 4 0 R ${page} >>`;
  return pdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    font,
    changes.content ?? {
      value: '<< /Filter /FlateDecode >>',
      stream: deflateSync(Buffer.from(pageContent(lines), 'latin1')),
    },
    ...more,
    ...Array.from({ length: pages }, () => one),
  ]);
}
