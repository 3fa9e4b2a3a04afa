/** Reads ODT files as a stream of tags. */
import { openArchive, type Archive } from './archive.js';
import { createFlow, type Flow } from './flow.js';
import { readOdtContent } from './odt-content.js';
import { readOdtStyles } from './odt-styles.js';
import { Refusal } from './types.js';
import type { Extracted, ReadContext } from './types.js';
import { decodeXml, readXml } from './xml.js';

/**
 * Reads an ODT: headings, lists with their numbers, tables, notes; without
 * headers, footers, comments, deleted and hidden text.
 * Issues: GCM121 to GCM123, GCM125, GCM130, GCM131, GCM133.
 */
export async function readOdt(source: Uint8Array, context: ReadContext): Promise<Extracted> {
  const archive = openArchive(source, context.limits, (name) => WANTED.has(name));
  refuseEncrypted(archive);
  const content = textOf(archive, 'content.xml');
  if (content === '')
    throw new Refusal(
      'GCM122',
      'The file is broken: its archive holds no text of a document.',
      'Open the document in the program that made it and save it again.',
    );
  const common = textOf(archive, 'styles.xml');
  const flow = createFlow();
  readOdtContent(content, readOdtStyles([common, content]), flow);
  dropFrame(common, flow);
  const extracted = flow.finish();
  return { ...extracted, issues: [...archive.issues, ...(extracted.issues ?? [])] };
}

const WANTED = new Set(['content.xml', 'styles.xml', 'META-INF/manifest.xml']);

/** The manifest tells by which key each part was locked. */
function refuseEncrypted({ parts, names }: Archive): void {
  const bytes = parts.get('META-INF/manifest.xml') ?? new Uint8Array();
  const manifest = new TextDecoder().decode(bytes);
  if (!manifest.includes(':encryption-data') && !names.includes('encrypted-package')) return;
  throw new Refusal(
    'GCM123',
    'The file is encrypted with a password.',
    'Open it with its password and save it without one.',
  );
}

function textOf({ parts }: Archive, name: string): string {
  const bytes = parts.get(name);
  return bytes === undefined ? '' : decodeXml(bytes, name);
}

/** Notes what stands above and below the pages; none of it is the document's text. */
function dropFrame(styles: string, flow: Flow): void {
  let words: string[] | null = null;
  const seen = new Set<string>();
  readXml(styles, {
    open: (name) => {
      if (/^style:(?:header|footer)/u.test(name) && !name.endsWith('-style')) words ??= [];
      else if (/^text:(?:p|h|s|tab)$/u.test(name)) words?.push(' ');
    },
    close: (name) => {
      if (words === null || !/^style:(?:header|footer)/u.test(name)) return;
      const text = words.join('');
      words = null;
      if (!seen.has(text)) flow.drop('header or footer', text);
      seen.add(text);
    },
    text: (text) => void words?.push(text),
  });
}
