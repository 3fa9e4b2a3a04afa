/** Reads a REFI-QDA project (.qdpx), ours or that of a program for qualitative analysis. */
import type { Span } from '../model/types.js';
import { openArchive } from './archive.js';
import { Refusal } from './types.js';
import type { ReadLimits } from './types.js';
import { decodeXml, readXml, type XmlAttributes } from './xml.js';

/** A code of the project. */
export interface QdaCode {
  readonly guid: string;
  readonly name: string;
  /** GUID of the code that it stands below, or null. */
  readonly parent: string | null;
}

/** A stretch of a source with the codes that were given to it. */
export interface QdaSelection {
  readonly name: string;
  /** In UTF-16 code units of the source's text. */
  readonly span: Span;
  readonly codings: readonly { readonly code: string; readonly user: string | null }[];
}

/** A text of the project. */
export interface QdaSource {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly text: string;
  readonly selections: readonly QdaSelection[];
}

/** What a project holds of texts and their codings. */
export interface QdaProject {
  readonly users: ReadonlyMap<string, string>;
  readonly codes: ReadonlyMap<string, QdaCode>;
  readonly sources: readonly QdaSource[];
}

/** A source while its elements come in; positions are in code points. */
interface Open {
  readonly guid: string;
  readonly name: string;
  readonly path: string;
  description: string;
  content: string | null;
  readonly selections: {
    readonly name: string;
    readonly start: number;
    readonly end: number;
    readonly codings: { code: string; user: string | null }[];
  }[];
}

/**
 * The users, codes and coded texts of a project; pictures, sound and the rest are passed over.
 * @throws Refusal for an archive that is broken, hostile or no project (GCM121-GCM125, GCM155)
 */
export function readQdpx(
  bytes: Uint8Array,
  limits: Pick<ReadLimits, 'unpackedMegabytes'>,
): QdaProject {
  const { parts } = openArchive(bytes, limits, (name) => /\.(?:qde|txt)$/iu.test(name));
  const [path, part] = [...parts].find(([name]) => /^[^/]+\.qde$/iu.test(name)) ?? [];
  if (path === undefined || part === undefined)
    throw new Refusal(
      'GCM155',
      'The file holds no project.qde.',
      'Export the project again as REFI-QDA project (.qdpx).',
    );
  const files = new Map([...parts].map(([name, file]) => [name.toLowerCase(), file]));
  const { users, codes, sources } = readProject(decodeXml(part, path));
  return { users, codes, sources: sources.map((source) => closed(source, files)) };
}

function readProject(xml: string): {
  users: Map<string, string>;
  codes: Map<string, QdaCode>;
  sources: Open[];
} {
  const users = new Map<string, string>();
  const codes = new Map<string, QdaCode>();
  const sources: Open[] = [];
  const above: string[] = [];
  const codeStack: string[] = [];
  let user: string | null = null;
  const openers: Readonly<Record<string, (given: XmlAttributes) => void>> = {
    User: ({ guid = '', name = '' }) => void users.set(keyOf(guid), name),
    Code: ({ guid = '', name = '' }) => {
      codes.set(keyOf(guid), { guid: keyOf(guid), name, parent: codeStack.at(-1) ?? null });
      codeStack.push(keyOf(guid));
    },
    TextSource: (given) => void sources.push(openSource(given)),
    PlainTextSelection: ({ name = '', startPosition, endPosition }) => {
      const place = { start: Number(startPosition), end: Number(endPosition) };
      sources.at(-1)?.selections.push({ name, ...place, codings: [] });
    },
    Coding: ({ creatingUser }) =>
      void (user = creatingUser === undefined ? null : keyOf(creatingUser)),
    CodeRef: ({ targetGUID = '' }) => {
      if (above.at(-2) !== 'PlainTextSelection') return;
      sources
        .at(-1)
        ?.selections.at(-1)
        ?.codings.push({ code: keyOf(targetGUID), user });
    },
  };
  readXml(xml, {
    open: (name, given) => {
      openers[name]?.(given);
      above.push(name);
    },
    close: (name) => {
      above.pop();
      if (name === 'Code') codeStack.pop();
    },
    text: (text) => addText(sources.at(-1), above, text),
  });
  return { users, codes, sources };
}

function openSource({ guid = '', name = '', plainTextPath = '' }: XmlAttributes): Open {
  return {
    guid: keyOf(guid),
    name,
    path: plainTextPath,
    description: '',
    content: null,
    selections: [],
  };
}

function addText(source: Open | undefined, above: readonly string[], text: string): void {
  if (source === undefined || above.at(-2) !== 'TextSource') return;
  if (above.at(-1) === 'Description') source.description += text;
  if (above.at(-1) === 'PlainTextContent') source.content = (source.content ?? '') + text;
}

/** GUIDs may be written in capitals and braces. */
function keyOf(guid: string): string {
  return guid.replace(/[{}]/gu, '').toLowerCase();
}

function closed(source: Open, files: ReadonlyMap<string, Uint8Array>): QdaSource {
  const { guid, name, description, selections } = source;
  const text = textOf(source, files);
  const offsetOf = offsetsIn(text);
  return {
    guid,
    name,
    description,
    text,
    selections: selections.map((one) => ({
      name: one.name,
      span: [offsetOf(one.start), offsetOf(one.end)],
      codings: one.codings,
    })),
  };
}

function textOf({ content, path }: Open, files: ReadonlyMap<string, Uint8Array>): string {
  if (content !== null) return content;
  const file = files.get(`sources/${path.replace(/^internal:\/\//u, '')}`.toLowerCase());
  if (file === undefined) return '';
  return new TextDecoder('utf-8').decode(file).replace(/\r\n?/gu, '\n');
}

/** Finds the offset in UTF-16 code units of a position in code points. */
function offsetsIn(text: string): (position: number) => number {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    offsets.push(at);
    at += character.length;
  }
  offsets.push(at);
  return (position) =>
    offsets[Math.max(0, Math.min(offsets.length - 1, Math.trunc(position)))] ?? at;
}
