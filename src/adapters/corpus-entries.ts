/** The text of a corpus.yaml as entries that know where they stand. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document as YamlDocument, Node, YAMLMap } from 'yaml';
import type { Issue } from '../model/types.js';
import { InputError } from './inputs.js';

/** What an entry holds, unchecked. */
export type Raw = Readonly<Record<string, unknown>>;

/** Where an entry stands and how to say what is wrong with it. */
export interface Entry {
  readonly raw: Raw;
  /** Path of the corpus.yaml. */
  readonly corpus: string;
  /** Line and column, from 1. */
  readonly place: string;
  readonly issues: Issue[];
}

/** A corpus.yaml. */
export interface Corpus {
  /** Its own fields, one entry each. */
  readonly top: readonly Entry[];
  /** Its documents. */
  readonly entries: readonly Entry[];
}

/**
 * Parses a corpus.yaml.
 * @throws InputError when it is not YAML or lists no documents (GCM112)
 */
export function parseCorpus(corpus: string, text: string): Corpus {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  const broken = yaml.errors[0];
  if (broken !== undefined) throw notACorpus(corpus, broken.message);
  const { contents } = yaml;
  const list = isMap(contents) ? contents.get('documents', true) : null;
  if (!isMap(contents) || !isSeq(list)) throw notACorpus(corpus, "it has no list 'documents'");
  if (list.items.length === 0) throw notACorpus(corpus, "its list 'documents' is empty");
  const entryAt = (node: unknown, raw: Raw): Entry => {
    const { line, col } = lines.linePos((node as Node | null)?.range?.[0] ?? 0);
    return { raw, corpus, place: `${line}:${col}`, issues: [] };
  };
  const { documents: _, ...own } = rawOf(contents, yaml, corpus);
  return {
    top: Object.entries(own).map(([name, value]) =>
      entryAt(keyNode(contents, name), { [name]: value }),
    ),
    entries: list.items.map((item) => entryAt(item, rawOf(item, yaml, corpus))),
  };
}

function keyNode(contents: YAMLMap, name: string): unknown {
  return contents.items.find(({ key }) => isScalar(key) && String(key.value) === name)?.key;
}

function rawOf(item: unknown, yaml: YamlDocument, corpus: string): Raw {
  try {
    return isMap(item) ? (item.toJS(yaml) as Raw) : {};
  } catch (error) {
    throw notACorpus(corpus, (error as Error).message);
  }
}

function notACorpus(corpus: string, why: string): InputError {
  return new InputError(
    `GCM112: ${corpus} cannot be read: ${why}`,
    'See corpora/README.md for its form.',
  );
}

/** Adds an error to an entry. */
export function report(entry: Entry, id: string, message: string, hint: string): void {
  entry.issues.push({
    id,
    severity: 'error',
    message,
    hint,
    document: entry.corpus,
    place: entry.place,
  });
}
