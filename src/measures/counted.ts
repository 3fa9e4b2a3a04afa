/** Which documents stand for others: a draft or a translation is not counted beside its original. */
import { compareText } from '../model/text.js';
import type { CodedDocument, Issue } from '../model/types.js';
import { readingsOf } from './readings.js';

const RELATIONS = ['versionOf', 'translationOf'] as const;

/** A document that another one is, and what it is of it. */
interface Relation {
  readonly field: (typeof RELATIONS)[number];
  readonly of: string;
}

type ById = ReadonlyMap<string, CodedDocument>;
type IsRead = (coded: CodedDocument) => boolean;

/**
 * Marks each document with the one that is counted in its stead: the nearest
 * that it is, directly or by way of others, a version or translation of, that is
 * counted itself, and of which at least one statement was read. Documents that
 * name none, an unknown one or, in a circle, themselves are counted (GCM140 for
 * the last two).
 * @param isRead whether a document says anything; by default, a statement was coded
 */
export function withStandIns(
  documents: readonly CodedDocument[],
  isRead: IsRead = hasReading,
): CodedDocument[] {
  const byId = new Map(documents.map((coded) => [coded.document.id, coded]));
  return documents.map((coded) => {
    const issues = problemsOf(coded, byId);
    const countedAs = issues.length > 0 ? null : standIn(coded, byId, isRead);
    if (issues.length === 0 && countedAs === null) return coded;
    return {
      ...coded,
      issues: [...coded.issues, ...issues],
      ...(countedAs === null ? {} : { countedAs }),
    };
  });
}

/** Warns of files that are the same byte for byte and are both counted (GCM144). */
export function withRepeats(documents: readonly CodedDocument[]): CodedDocument[] {
  const first = new Map<string, CodedDocument>();
  return documents.map((coded) => {
    const { sha256, path } = coded.document.source;
    if (coded.countedAs !== undefined || sha256 === '') return coded;
    const before = first.get(sha256);
    if (before === undefined) first.set(sha256, coded);
    // A sheet holds several documents: they are not copies of each other.
    if (before === undefined || before.document.source.path === path) return coded;
    return { ...coded, issues: [...coded.issues, repeated(coded, before)] };
  });
}

function repeated({ document }: CodedDocument, before: CodedDocument): Issue {
  return {
    id: 'GCM144',
    severity: 'warning',
    message: `the file has the same content as that of '${before.document.id}', and both are counted`,
    hint: `Take one out, or describe it in a corpus.yaml with 'versionOf: ${before.document.id}'.`,
    document: document.id,
    place: null,
  };
}

function relationsOf({ document: { metadata } }: CodedDocument): Relation[] {
  return RELATIONS.flatMap((field) => {
    const of = metadata[field];
    return of === undefined ? [] : [{ field, of }];
  });
}

function problemsOf(coded: CodedDocument, byId: ById): Issue[] {
  const { id } = coded.document;
  return relationsOf(coded).flatMap(({ field, of }) => {
    if (!byId.has(of)) {
      const message = `'${field}' names '${of}', which is no document of this run`;
      return [problem(id, message, [...byId.keys()])];
    }
    if (!ancestors(of, byId).concat(of).includes(id)) return [];
    return [problem(id, `by '${field}: ${of}' the document is, in a circle, one of itself`, [])];
  });
}

function problem(document: string, message: string, known: readonly string[]): Issue {
  const ids = known.filter((id) => id !== document).sort(compareText);
  const shown = ids.slice(0, 10).join(', ') + (ids.length > 10 ? ', …' : '');
  return {
    id: 'GCM140',
    severity: 'error',
    message: `${message}; it is counted`,
    hint: shown === '' ? 'Mend the entry in corpus.yaml.' : `Ids of the others: ${shown}.`,
    document,
    place: null,
  };
}

function standIn(coded: CodedDocument, byId: ById, isRead: IsRead): string | null {
  const read = (one: CodedDocument): CodedDocument[] =>
    ancestors(one.document.id, byId)
      .flatMap((id) => byId.get(id) ?? [])
      .filter(isRead);
  const isCounted = (one: CodedDocument): boolean =>
    problemsOf(one, byId).length > 0 || read(one).length === 0;
  return read(coded).find(isCounted)?.document.id ?? null;
}

/** What a document is a version or translation of, nearest first, versions before translations. */
function ancestors(id: string, byId: ById): string[] {
  const found: string[] = [];
  const waiting = [id];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const coded = byId.get(next);
    for (const { of } of coded === undefined ? [] : relationsOf(coded)) {
      if (found.includes(of)) continue;
      found.push(of);
      waiting.push(of);
    }
  }
  return found;
}

function hasReading(coded: CodedDocument): boolean {
  return readingsOf(coded).some(({ coding }) => coding !== null);
}
