/** Reads corpus.yaml: which documents a corpus has and what is known of each. */
import { existsSync, realpathSync } from 'node:fs';
import { posix } from 'node:path';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node } from 'yaml';
import type { DocumentMetadata, Issue, Language } from '../model/types.js';
import type { Input } from './corpus.js';
import { tableOf } from './corpus-table.js';
import { InputError } from './inputs.js';
import { nearest } from './nearest.js';

const FIELDS = [
  'file',
  'id',
  'country',
  'region',
  'year',
  'round',
  'language',
  'title',
  'source',
  'licence',
  'note',
  'table',
];
const LANGUAGES: readonly string[] = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh'];

type Raw = Readonly<Record<string, unknown>>;

/** Where an entry stands and how to say what is wrong with it. */
interface Entry {
  readonly raw: Raw;
  readonly corpus: string;
  readonly place: string;
  readonly issues: Issue[];
}

/**
 * The documents that a corpus.yaml lists; an entry that cannot be used becomes
 * an issue and harms no other (GCM113 no file, GCM114 unknown field or value,
 * GCM115 the file is missing or outside of the folder).
 * @throws InputError when the file is not YAML or lists no documents (GCM112)
 */
export function describedInputs(
  corpus: string,
  text: string,
): { inputs: Input[]; issues: Issue[] } {
  const entries = entriesOf(corpus, text);
  const inputs: Input[] = [];
  const issues: Issue[] = [];
  for (const entry of entries) {
    const path = pathOf(entry);
    if (path === null) issues.push(...entry.issues);
    else inputs.push(inputOf(entry, path));
  }
  return { inputs, issues };
}

function entriesOf(corpus: string, text: string): Entry[] {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  const broken = yaml.errors[0];
  if (broken !== undefined) throw notACorpus(corpus, broken.message);
  const list = isMap(yaml.contents) ? yaml.contents.get('documents', true) : null;
  if (!isSeq(list)) throw notACorpus(corpus, "it has no list 'documents'");
  if (list.items.length === 0) throw notACorpus(corpus, "its list 'documents' is empty");
  return list.items.map((item) => {
    const { line, col } = lines.linePos((item as Node).range?.[0] ?? 0);
    return { raw: rawOf(item, yaml, corpus), corpus, place: `${line}:${col}`, issues: [] };
  });
}

function rawOf(item: unknown, yaml: ReturnType<typeof parseDocument>, corpus: string): Raw {
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

function pathOf(entry: Entry): string | null {
  const { file } = entry.raw;
  if (typeof file !== 'string' || file === '') {
    report(
      entry,
      'GCM113',
      "this document has no 'file'",
      "Add 'file:' with the name of the document's file.",
    );
    return null;
  }
  const folder = posix.dirname(entry.corpus);
  const path = posix.join(folder, file.split('\\').join('/'));
  if (posix.isAbsolute(file) || !isInside(folder, path)) {
    report(
      entry,
      'GCM115',
      `'${file}' is outside of the corpus folder`,
      'Put the file into the folder.',
    );
    return null;
  }
  if (existsSync(path)) return path;
  report(entry, 'GCM115', `there is no file '${path}'`, 'Check the name, or take the entry out.');
  return null;
}

/** Also where a link leads out of the folder. */
function isInside(folder: string, path: string): boolean {
  const steps = posix.relative(folder, path).split('/');
  if (steps[0] === '..') return false;
  if (!existsSync(path)) return true;
  const root = realpathSync(folder);
  return realpathSync(path).startsWith(root.endsWith('/') ? root : `${root}/`);
}

function inputOf(entry: Entry, path: string): Input {
  const { raw } = entry;
  for (const name of Object.keys(raw)) if (!FIELDS.includes(name)) unknownField(entry, name);
  const { source } = textField(entry, 'source');
  const metadata: DocumentMetadata = {
    ...textField(entry, 'country', /^[A-Z]{3}$/u, 'three capital letters (ISO 3166-1 alpha-3)'),
    ...textField(entry, 'region'),
    ...textField(entry, 'round'),
    ...textField(entry, 'title'),
    ...yearField(entry),
    ...languageField(entry),
    ...(source === undefined ? {} : { sourceAddress: source }),
  };
  const { id } = textField(entry, 'id');
  const table = tableOf(raw['table'], (message, hint) => report(entry, 'GCM114', message, hint));
  return {
    path,
    id: id === undefined || id === '' ? null : id,
    metadata,
    ...(table === undefined ? {} : { table }),
    issues: entry.issues,
  };
}

function textField(
  entry: Entry,
  name: string,
  form?: RegExp,
  expected = 'a text',
): Record<string, string> {
  const value = entry.raw[name];
  if (value === undefined || value === null) return {};
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && (form === undefined || form.test(text))) return { [name]: text };
  wrongValue(entry, name, value, expected);
  return {};
}

function yearField(entry: Entry): { year?: number } {
  const given = entry.raw['year'];
  if (given === undefined || given === null) return {};
  const value = typeof given === 'string' && /^\d{4}$/u.test(given) ? Number(given) : given;
  if (typeof value === 'number' && Number.isInteger(value) && value > 1900 && value < 2200)
    return { year: value };
  wrongValue(entry, 'year', value, 'a year such as 2024');
  return {};
}

function languageField(entry: Entry): { language?: Language } {
  const value = entry.raw['language'];
  if (value === undefined || value === null) return {};
  if (typeof value === 'string' && LANGUAGES.includes(value))
    return { language: value as Language };
  wrongValue(entry, 'language', value, `one of ${LANGUAGES.join(', ')}`);
  return {};
}

function wrongValue(entry: Entry, name: string, value: unknown, expected: string): void {
  const hint = `Expected ${expected}; it is left out, and found from the document where it can be.`;
  report(entry, 'GCM114', `'${name}' is ${JSON.stringify(value)}`, hint);
}

function unknownField(entry: Entry, name: string): void {
  const near = nearest(name, FIELDS);
  const hint = `${near === null ? '' : `Did you mean '${near}'? `}Allowed: ${FIELDS.join(', ')}.`;
  report(entry, 'GCM114', `unknown field '${name}'`, hint);
}

function report(entry: Entry, id: string, message: string, hint: string): void {
  entry.issues.push({
    id,
    severity: 'error',
    message,
    hint,
    document: entry.corpus,
    place: entry.place,
  });
}
