/** PDFs that mean harm, made by code. */
import { deflateSync } from 'node:zlib';
import { bytesOf, LINES } from './hostile.js';
import type { Hostile } from './hostile.js';
import { bomb, pageContent, pdf, simplePdf } from './packed.js';

const flate = { value: '<< /Filter /FlateDecode >>' };
const content = deflateSync(bytesOf(pageContent(LINES)));

/** A page with a link that does this. */
function link(action: string): Uint8Array {
  const annotation = `<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << ${action} >> >>`;
  return simplePdf(LINES, { page: `/Annots [${annotation}]` });
}

/** An object in a stream of objects. */
function packedObject(object: string): { value: string; stream: Uint8Array } {
  return {
    value: '<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode >>',
    stream: deflateSync(bytesOf(`99 0 ${object}`)),
  };
}

/** PDFs with something to run, to open or to send; they are read, what they hold is told, and nothing of it happens. */
export const ACTIVE: readonly Hostile[] = [
  {
    name: 'script.pdf',
    bytes: simplePdf(LINES, { catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
  },
  {
    name: 'named-script.pdf',
    bytes: simplePdf(LINES, {
      catalog:
        '/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (this.submitForm\\("http://localhost:9/"\\)) >>] >> >>',
    }),
  },
  {
    name: 'launch.pdf',
    bytes: simplePdf(LINES, { catalog: '/OpenAction << /S /Launch /F (/bin/sh) >>' }),
  },
  {
    name: 'address.pdf',
    ids: [],
    bytes: simplePdf(LINES, { catalog: '/OpenAction << /S /URI /URI (http://localhost:9/) >>' }),
  },
  {
    name: 'page-script.pdf',
    bytes: simplePdf(LINES, { page: '/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>' }),
  },
  { name: 'link-launch.pdf', bytes: link('/S/Launch/F (calc.exe)') },
  { name: 'link-script.pdf', bytes: link('/S /Java#53cript /JS (app.alert\\(1\\))') },
  { name: 'link-address-script.pdf', bytes: link('/S /URI /URI (javascript:alert\\(1\\))') },
  { name: 'link-sends.pdf', bytes: link('/S /SubmitForm /F (http://localhost:9/)') },
  { name: 'link-address.pdf', ids: [], bytes: link('/S /URI /URI (http://localhost:9/Launch)') },
  {
    name: 'packed-launch.pdf',
    bytes: simplePdf(LINES, { more: [packedObject('<< /S /Launch /F (calc.exe) >>')] }),
  },
].map((file) => ({ ids: ['GCM131'], ...file, read: true }));

/** PDFs that are too much of something, or lead nowhere. */
export const PDFS: readonly Hostile[] = [
  { name: 'pages.pdf', bytes: simplePdf(LINES, { pages: 10_000 }), ids: ['GCM128'], read: false },
  {
    name: 'claims-pages.pdf',
    bytes: Buffer.from(
      Buffer.from(simplePdf(LINES)).toString('latin1').replace('/Count 1', '/Count 9'),
      'latin1',
    ),
    ids: [],
  },
  {
    name: 'content-bomb.pdf',
    bytes: simplePdf(LINES, { content: { ...flate, stream: bomb(1024, 'zlib') } }),
    ids: ['GCM121', 'GCM126', 'GCM127'],
    read: false,
  },
  {
    name: 'text-bomb.pdf',
    bytes: simplePdf(LINES, { content: { ...flate, stream: bomb(1024, 'zlib', '(a) Tj ') } }),
    ids: ['GCM121', 'GCM126', 'GCM127'],
    read: false,
  },
  {
    name: 'twice-packed.pdf',
    bytes: simplePdf(LINES, {
      content: {
        value: '<< /Filter [/FlateDecode /FlateDecode] >>',
        stream: deflateSync(bomb(1024, 'zlib')),
      },
    }),
    ids: ['GCM121', 'GCM126', 'GCM127'],
    read: false,
  },
  {
    name: 'font-bomb.pdf',
    bytes: simplePdf(LINES, {
      font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>',
      more: [{ ...flate, stream: bomb(1024, 'zlib') }],
    }),
    ids: ['GCM121', 'GCM122', 'GCM126', 'GCM127'],
  },
  {
    name: 'font-file-bomb.pdf',
    bytes: simplePdf(LINES, {
      font: '<< /Type /Font /Subtype /TrueType /BaseFont /Own /FirstChar 32 /LastChar 32 /Widths [500] /FontDescriptor 5 0 R >>',
      more: [
        '<< /Type /FontDescriptor /FontName /Own /Flags 32 /FontBBox [0 0 1 1] /ItalicAngle 0 /Ascent 1 /Descent 0 /CapHeight 1 /StemV 1 /FontFile2 6 0 R >>',
        { ...flate, stream: bomb(1024, 'zlib') },
      ],
    }),
    ids: ['GCM121', 'GCM122', 'GCM126', 'GCM127'],
  },
  {
    name: 'page-loop.pdf',
    bytes: pdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 3 /Kids [3 0 R] >>',
      '<< /Type /Pages /Count 3 /Parent 2 0 R /Kids [2 0 R 3 0 R] >>',
    ]),
    ids: ['GCM122', 'GCM124', 'GCM101'],
    read: false,
  },
  {
    name: 'no-pages.pdf',
    bytes: pdf(['<< /Type /Catalog /Pages 1 0 R >>']),
    ids: ['GCM122', 'GCM124', 'GCM101'],
    read: false,
  },
  { name: 'table-loop.pdf', bytes: tableLoop(), ids: ['GCM122'] },
  {
    name: 'form-loop.pdf',
    bytes: simplePdf(LINES, {
      page: '/Resources << /Font << /F1 3 0 R >> /XObject << /X 5 0 R >> >>',
      content: { ...flate, stream: deflateSync(bytesOf(`${pageContent(LINES)} /X Do`)) },
      more: [
        {
          value:
            '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> >>',
          stream: '/X Do /X Do',
        },
      ],
    }),
    ids: [],
  },
  {
    name: 'deep.pdf',
    bytes: simplePdf(LINES, { catalog: `/Deep ${'['.repeat(50_000)}${']'.repeat(50_000)}` }),
    ids: ['GCM122'],
  },
  {
    name: 'open-states.pdf',
    bytes: simplePdf(LINES, {
      content: {
        ...flate,
        stream: deflateSync(Buffer.concat([Buffer.alloc(400_000, 'q '), content])),
      },
    }),
    ids: ['GCM128'],
    read: false,
  },
  {
    name: 'locked.pdf',
    bytes: pdf(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 0 /Kids [] >>',
        `<< /Filter /Standard /V 1 /R 2 /P -60 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`,
      ],
      `/Encrypt 3 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`,
    ),
    ids: ['GCM123'],
    read: false,
  },
];

/** A cross-reference table that names itself as the one before it. */
function tableLoop(): Uint8Array {
  const text = Buffer.from(simplePdf(LINES)).toString('latin1');
  const start = /startxref\n(\d+)/u.exec(text)?.[1] ?? '0';
  return Buffer.from(
    text.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${start} /XRefStm ${start}`),
    'latin1',
  );
}
