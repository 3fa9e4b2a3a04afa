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

/** Tells the tags and words of an XML text as a stream, without a tree. */
export function readXml(xml: string, handlers: XmlHandlers): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handlers.open(name, attributes),
      onclosetag: (name) => handlers.close(name),
      ontext: (text) => handlers.text?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}
