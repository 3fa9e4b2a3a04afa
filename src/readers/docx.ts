/** Reads DOCX files: mammoth makes HTML of what is shown, and a stream of its tags gives the blocks. */
import { strToU8, zipSync } from 'fflate';
import { openArchive, type Archive } from './archive.js';
import { readMammoth } from './docx-html.js';
import { readNumbering } from './docx-numbering.js';
import { NAMESPACES, preparePart } from './docx-prepare.js';
import type { Preparation } from './docx-state.js';
import { readStyles } from './docx-styles.js';
import type { Facts } from './docx-writer.js';
import { createFlow, type Flow } from './flow.js';
import { Refusal } from './types.js';
import type { DropReason, Extracted, ReadContext } from './types.js';
import { decodeXml, readXml } from './xml.js';

/**
 * Reads a DOCX: headings, lists with the numbers that Word shows, tables,
 * notes; accepted text alone, without headers, footers, comments and hidden text.
 * Issues: GCM121 to GCM123, GCM125, GCM130, GCM131, GCM133.
 */
export async function readDocx(source: Uint8Array, context: ReadContext): Promise<Extracted> {
  const archive = openArchive(source, context.limits, isWanted);
  const parts = findParts(archive);
  const flow = createFlow();
  const facts: Facts[] = [];
  const styles = readStyles(textOf(archive, parts.get('styles')));
  const numbering = readNumbering(textOf(archive, parts.get('numbering')), styles);
  const drop = (reason: DropReason, text: string): void => flow.drop(reason, text);
  const html = await toHtml(archive, parts, { styles, numbering, facts, drop });
  readMammoth(html, facts, flow);
  dropFrame(archive, flow);
  const extracted = flow.finish();
  return { ...extracted, issues: [...archive.issues, ...(extracted.issues ?? [])] };
}

/** Parts of the document itself: no pictures, fonts, embedded files or custom data. */
function isWanted(name: string): boolean {
  if (/^(?:docProps|customXml|docMetadata)\//iu.test(name)) return false;
  return /^(?:_rels\/\.rels|[^/]{1,50}\/(?:_rels\/)?[^/]{1,100}\.(?:xml|rels))$/iu.test(name);
}

/** Names of the document's parts by what they are: "document", "styles", "footnotes" ... */
function findParts({ parts }: Archive): ReadonlyMap<string, string> {
  const names = [...parts.keys()];
  const related = relations(parts.get('_rels/.rels'), '');
  const main =
    [related.get('officeDocument'), ...names].find(
      (name) => name !== undefined && parts.has(name) && isMain(name, related),
    ) ?? '';
  if (main === '')
    throw new Refusal(
      'GCM122',
      'The file is broken: its archive holds no text of a document.',
      'Open the document in the program that made it and save it again.',
    );
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const rels = parts.get(`${folder}_rels/${main.slice(folder.length)}.rels`);
  const found = new Map([['document', main]]);
  for (const kind of ['styles', 'numbering', 'footnotes', 'endnotes'])
    found.set(kind, `${folder}${kind}.xml`);
  for (const [kind, name] of relations(rels, folder)) if (parts.has(name)) found.set(kind, name);
  return found;
}

function isMain(name: string, related: ReadonlyMap<string, string>): boolean {
  return name === related.get('officeDocument') || /^word\/document\d{0,3}\.xml$/iu.test(name);
}

/** Targets inside of the archive by the last word of their kind. */
function relations(bytes: Uint8Array | undefined, folder: string): Map<string, string> {
  const targets = new Map<string, string>();
  if (bytes === undefined) return targets;
  readXml(decodeXml(bytes, 'rels'), {
    open: (name, { Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (!/(?:^|:)Relationship$/u.test(name) || mode === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//u, '');
      const kind = type.slice(type.lastIndexOf('/') + 1);
      if (!targets.has(kind)) targets.set(kind, path);
    },
    close: () => undefined,
  });
  return targets;
}

function textOf({ parts }: Archive, name: string | undefined): string {
  const bytes = parts.get(name ?? '');
  return bytes === undefined ? '' : decodeXml(bytes, name ?? '');
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Mammoth is given an archive of our own writing: it finds nothing in it to open outside. */
async function toHtml(
  archive: Archive,
  parts: ReadonlyMap<string, string>,
  preparation: Preparation,
): Promise<string> {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(`<Types xmlns="${PACKAGE}/content-types"/>`),
  };
  for (const kind of ['document', 'footnotes', 'endnotes']) {
    const xml = textOf(archive, parts.get(kind));
    if (xml === '') continue;
    const prepared = preparePart(xml, preparation);
    const body = kind === 'document' ? `<w:body>${prepared}</w:body>` : prepared;
    files[`word/${kind}.xml`] = strToU8(`<w:${kind} ${W}>${body}</w:${kind}>`);
  }
  const { default: mammoth } = await import('mammoth');
  const buffer = Buffer.from(zipSync(files, { level: 0, mtime: '1980-01-01' }));
  const options = {
    includeDefaultStyleMap: false,
    includeEmbeddedStyleMap: false,
    externalFileAccess: false,
  };
  return (await mammoth.convertToHtml({ buffer }, options)).value;
}

/** Notes what stands above and below the pages, and comments; none of it is the document's text. */
function dropFrame(archive: Archive, flow: Flow): void {
  const seen = new Set<string>();
  for (const name of archive.parts.keys()) {
    const kind = /\/(header|footer|comments)\d{0,4}\.xml$/u.exec(name)?.[1];
    if (kind === undefined) continue;
    for (const text of wordsOf(textOf(archive, name), kind === 'comments' ? 'w:comment' : 'w:p')) {
      if (seen.has(text)) continue;
      seen.add(text);
      flow.drop(kind === 'comments' ? 'comment' : 'header or footer', text);
    }
  }
}

/** The words of each element of a name. */
function wordsOf(xml: string, element: string): string[] {
  const texts: string[] = [];
  let words: string[] = [];
  let inText = false;
  readXml(
    xml,
    {
      open: (name) => {
        inText = name === 'w:t';
        if (name === element) words = [];
        else if (name === 'w:p' || name === 'w:tab' || name === 'w:br') words.push(' ');
      },
      close: (name) => {
        inText = false;
        if (name === element) texts.push(words.join(''));
      },
      text: (text) => void (inText && words.push(text)),
    },
    NAMESPACES,
  );
  return texts;
}
