/** Text and tags of an archive's XML parts; nothing outside of a part is ever looked up. */
import { Parser } from 'htmlparser2';
import { Refusal } from './types.js';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What is told of an XML part, in its order. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * The text of an XML part by its byte order mark or declaration. A document
 * type or entity is refused (GCM125): no Office program writes one, and they
 * serve to blow up or to read other files.
 */
export function decodeXml(bytes: Uint8Array, name: string): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text))
    throw new Refusal(
      'GCM125',
      `The part "${name}" declares a document type or entities, which are not read.`,
      'No Office program writes such a part: ask where the file comes from, or save the document again.',
    );
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const label = /^<\?xml[^>]{0,100}\sencoding\s?=\s?["']([\w.-]{3,20})["']/u.exec(start)?.[1];
  try {
    return new TextDecoder(label ?? 'utf-8').encoding;
  } catch {
    return 'utf-8';
  }
}

/** Elements inside each other: a document has some dozens, an attack has many. */
const MAX_DEPTH = 2000;

/**
 * Tells the tags and words of an XML text as a stream, without a tree
 * (GCM122 tags that are not closed, GCM133 nested too deep).
 * @param prefixes the prefix by which the handlers know each namespace
 */
export function readXml(
  xml: string,
  handlers: XmlHandlers,
  prefixes: Readonly<Record<string, string>> = {},
): void {
  let depth = 0;
  /** True right after an opening tag, which may be its own end ("<a/>"). */
  let justOpened = false;
  let rename: ((name: string) => string) | null | undefined;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > MAX_DEPTH) throw nestedTooDeep();
        justOpened = true;
        if (rename === undefined) rename = renamer(attributes, prefixes);
        if (rename === null) handlers.open(name, attributes);
        else handlers.open(rename(name), renamed(attributes, rename));
      },
      onclosetag: (name, implied) => {
        if (implied && !justOpened) throw notClosed(name);
        justOpened = false;
        depth--;
        handlers.close(rename ? rename(name) : name);
      },
      ontext: (text) => handlers.text?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  if (depth > 0) throw notClosed('the document');
  parser.end();
}

/** Names may be written with other prefixes than the usual ones; null where they are the usual ones. */
function renamer(
  root: XmlAttributes,
  prefixes: Readonly<Record<string, string>>,
): ((name: string) => string) | null {
  const usual = new Map<string, string>();
  for (const [attribute, uri] of Object.entries(root)) {
    const prefix = /^xmlns(?::(.{1,50}))?$/u.exec(attribute);
    const wanted = prefix === null ? undefined : prefixes[uri];
    if (wanted !== undefined && wanted !== prefix?.[1]) usual.set(prefix?.[1] ?? '', wanted);
  }
  if (usual.size === 0) return null;
  return (name) => {
    const at = name.indexOf(':');
    const wanted = usual.get(at < 0 ? '' : name.slice(0, at));
    return wanted === undefined ? name : `${wanted}:${name.slice(at + 1)}`;
  };
}

function renamed(attributes: XmlAttributes, rename: (name: string) => string): XmlAttributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      // A name without a prefix is in no namespace.
      name.includes(':') ? rename(name) : name,
      value,
    ]),
  );
}

function nestedTooDeep(): Refusal {
  return new Refusal(
    'GCM133',
    `The document's XML is nested more than ${MAX_DEPTH} deep.`,
    'No Office program writes such a document: ask where the file comes from.',
  );
}

function notClosed(name: string): Refusal {
  return new Refusal(
    'GCM122',
    `The document's XML is broken: "${name.slice(0, 50)}" is not closed.`,
    'Open the document in the program that made it and save it again.',
  );
}
