/** Reads corpus.yaml: which documents a corpus has and what is known of each. */
import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import type { Questionnaire } from '../model/questionnaire.js';
import type { DocumentMetadata, Issue, Language } from '../model/types.js';
import type { Input } from './corpus.js';
import { parseCorpus, report } from './corpus-entries.js';
import type { Entry } from './corpus-entries.js';
import { questionnaireFinder } from './corpus-questionnaire.js';
import type { QuestionnaireFinder } from './corpus-questionnaire.js';
import { pathWithin } from './inside.js';
import { tableOf } from './corpus-table.js';
import { nearest } from './nearest.js';

/** Fields of a document. */
export const FIELDS: readonly string[] = [
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
  'versionOf',
  'translationOf',
  'questionnaire',
  'note',
  'table',
];
/** Fields of the file itself; all but two are taken for documents that do not have them. */
export const TOP_FIELDS: readonly string[] = [
  'documents',
  'region',
  'round',
  'licence',
  'questionnaire',
  'note',
];
const LANGUAGES: readonly string[] = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh'];

/** What all entries of a corpus.yaml share. */
interface Shared {
  /** Values for documents that do not have their own. */
  readonly metadata: DocumentMetadata;
  readonly questionnaire: Questionnaire | null;
  readonly finder: QuestionnaireFinder;
  /** Ids given so far. */
  readonly ids: Set<string>;
}

/**
 * The documents that a corpus.yaml lists; an entry that cannot be used becomes
 * an issue and harms no other (GCM113 no file, GCM114 unknown field or value,
 * GCM115 the file is missing or outside of the folder, GCM141 no such
 * questionnaire, GCM142 the questionnaire has errors, GCM143 an id given twice).
 * @throws InputError when the file is not YAML or lists no documents (GCM112)
 */
export function describedInputs(
  corpus: string,
  text: string,
): { inputs: Input[]; issues: Issue[] } {
  const { top, entries } = parseCorpus(corpus, text);
  const finder = questionnaireFinder(posix.dirname(corpus));
  const shared: Shared = { ...defaultsOf(top, finder), finder, ids: new Set() };
  const inputs: Input[] = [];
  const issues: Issue[] = [];
  for (const entry of entries) {
    const path = pathOf(entry);
    if (path === null) issues.push(...entry.issues);
    else inputs.push(inputOf(entry, path, shared));
  }
  const own = top.flatMap((entry) => entry.issues);
  return { inputs, issues: [...own, ...finder.issues(), ...issues] };
}

function defaultsOf(
  top: readonly Entry[],
  finder: QuestionnaireFinder,
): Pick<Shared, 'metadata' | 'questionnaire'> {
  let metadata: DocumentMetadata = {};
  let questionnaire: Questionnaire | null = null;
  for (const entry of top) {
    knownFields(entry, TOP_FIELDS);
    metadata = { ...metadata, ...sharedFields(entry) };
    questionnaire = questionnaireField(entry, finder, questionnaire);
  }
  return { metadata, questionnaire };
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
  const path = pathWithin(posix.dirname(entry.corpus), file);
  if (path === null) {
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

function inputOf(entry: Entry, path: string, shared: Shared): Input {
  knownFields(entry, FIELDS);
  const questionnaire = questionnaireField(entry, shared.finder, shared.questionnaire);
  const { source } = textField(entry, 'source');
  const metadata: DocumentMetadata = {
    ...shared.metadata,
    ...sharedFields(entry),
    ...textField(entry, 'country', /^[A-Z]{3}$/u, 'three capital letters (ISO 3166-1 alpha-3)'),
    ...textField(entry, 'title'),
    ...yearField(entry),
    ...languageField(entry),
    ...(source === undefined ? {} : { sourceAddress: source }),
    ...textField(entry, 'versionOf'),
    ...textField(entry, 'translationOf'),
    ...(questionnaire === null ? {} : { questionnaire: questionnaire.id }),
  };
  const table = tableOf(entry.raw['table'], (message, hint) =>
    report(entry, 'GCM114', message, hint),
  );
  return {
    path,
    id: idField(entry, shared.ids),
    metadata,
    ...(table === undefined ? {} : { table }),
    corpus: entry.corpus,
    ...(questionnaire === null ? {} : { questionnaire }),
    issues: entry.issues,
  };
}

/** Fields that the file may give for all of its documents. */
function sharedFields(entry: Entry): DocumentMetadata {
  return {
    ...textField(entry, 'region'),
    ...textField(entry, 'round'),
    ...textField(entry, 'licence'),
  };
}

function idField(entry: Entry, ids: Set<string>): string | null {
  const { id } = textField(entry, 'id');
  if (id === undefined || id === '') return null;
  if (ids.has(id))
    report(
      entry,
      'GCM143',
      `the id '${id}' is given to more than one document`,
      'Give each an id of its own; until then they are named after their files.',
    );
  ids.add(id);
  return id;
}

function questionnaireField(
  entry: Entry,
  finder: QuestionnaireFinder,
  otherwise: Questionnaire | null,
): Questionnaire | null {
  const { questionnaire: name } = textField(entry, 'questionnaire');
  if (name === undefined) return otherwise;
  const { questionnaire, complaint } = finder.find(name);
  if (complaint !== null) report(entry, 'GCM141', complaint.message, complaint.hint);
  return questionnaire;
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

function knownFields(entry: Entry, allowed: readonly string[]): void {
  for (const name of Object.keys(entry.raw)) {
    if (allowed.includes(name)) continue;
    const near = nearest(name, allowed);
    const hint = `${near === null ? '' : `Did you mean '${near}'? `}Allowed: ${allowed.join(', ')}.`;
    report(entry, 'GCM114', `unknown field '${name}'`, hint);
  }
}
