/** Word processor files made of hand-written XML, for what no program writes on demand. */
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SPACES =
  `xmlns:w="${W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';
const KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts of a DOCX by name; `word/document.xml` is its text. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

const pack = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        // The type of an OpenDocument file stands as plain bytes at its start.
        [typeof part === 'string' ? strToU8(part) : part, { level: name === 'mimetype' ? 0 : 6 }],
      ]),
    ),
  );

/** A DOCX with the body's XML and other parts of `word/` by their root element's name. */
export function docx(
  body: string,
  parts: Readonly<Record<string, string>> = {},
  more: Parts = {},
): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${KIND}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${SPACES}><w:body>${body}</w:body></w:document>`,
  };
  for (const [name, xml] of Object.entries(parts)) {
    const root = name
      .replace(/\d$/u, '')
      .replace(/^header$/u, 'hdr')
      .replace(/^footer$/u, 'ftr');
    files[`word/${name}.xml`] = `<w:${root} ${SPACES}>${xml}</w:${root}>`;
  }
  return pack({ ...files, ...more });
}

/** A run of words. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of words, or of runs where the content begins with a tag. */
export const p = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content === '' || content.startsWith('<') ? content : run(content)}</w:p>`;

/** A paragraph of a list. */
export const item = (text: string, list: number, level = 0, more = ''): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>${more}`);

/** A table of rows of cells; each cell is the XML of its paragraphs, or words. */
export const table = (rows: readonly (readonly string[])[], header = 0): string =>
  `<w:tbl>${rows
    .map(
      (cells, at) =>
        `<w:tr>${at < header ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells
          .map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`)
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

/** A list definition: for each level its format and text, as in "decimal %1.". */
export const list = (id: number, levels: readonly string[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels
    .map((level, at) => {
      const [format = '', text = ''] = level.split(/ (.*)/su);
      const left = 720 * (at + 1);
      return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${left}" w:hanging="360"/></w:pPr></w:lvl>`;
    })
    .join('')}</w:abstractNum>`;

/** A list that uses a definition. */
export const num = (id: number, definition: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${overrides}</w:num>`;

/** A paragraph style. */
export const style = (id: string, name: string, rest = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;

const ODF = ['office', 'text', 'table', 'style', 'draw'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);
const ODF_SPACES = `${ODF.join(' ')} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"`;

/** An ODT with the text's XML, automatic styles, and common styles. */
export function odt(text: string, automatic = '', common = '', more: Parts = {}): Uint8Array {
  return pack({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      `<?xml version="1.0"?><office:document-content ${ODF_SPACES}><office:automatic-styles>${automatic}</office:automatic-styles>` +
      `<office:body><office:text>${text}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${ODF_SPACES}>${common}</office:document-styles>`,
    ...more,
  });
}
