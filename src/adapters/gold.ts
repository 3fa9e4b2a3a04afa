/** Gold files: coded statements, one JSON object a line. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CoderCodings, GoldStatement, ParallelStatement } from '../model/gold.js';
import { KINDS } from '../model/types.js';
import type { CodeAssignment, Coding, Kind, Language, Strength } from '../model/types.js';

/** A file of coded statements that cannot be used (GCM401). */
export class GoldError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(`GCM401: ${message}`);
    this.name = 'GoldError';
  }
}

const SHAPE =
  'Expected one object a line: {"id", "text", "language"?, "context"?, "objectives": {"7": 2}, "themes": ["data"], "kind"?, "absent"?}; corpora/README.md describes it.';
const LANGUAGES: readonly string[] = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh'];

type Raw = Readonly<Record<string, unknown>>;

/**
 * Reads coded statements.
 * @param texts files with the texts of statements whose lines have none, joined by `id`
 * @throws GoldError for a line that is no coded statement (GCM401)
 */
export function readGold(paths: readonly string[], texts: readonly string[] = []): GoldStatement[] {
  const known = new Map<string, Raw>();
  for (const path of texts) for (const [raw] of linesOf(path)) known.set(String(raw['id']), raw);
  return paths.flatMap((path) =>
    linesOf(path)
      .flatMap(([raw, place]) => perLanguage(raw).map((one): [Raw, string] => [one, place]))
      .map(([raw, place]) => statementOf(raw, known.get(String(raw['id'])), path, place)),
  );
}

/**
 * Reads texts in several languages: `{"id", "texts": {"en": "…", "fr": "…"}}` a line.
 * @throws GoldError for a line without them (GCM401)
 */
export function readParallel(path: string): ParallelStatement[] {
  return linesOf(path).map(([raw, place]) => {
    const texts = raw['texts'];
    if (typeof texts !== 'object' || texts === null)
      throw new GoldError(
        `${place}: no "texts"`,
        'Expected {"id", "texts": {"en": "…", "fr": "…"}} a line.',
      );
    return { id: String(raw['id']), texts: texts as ParallelStatement['texts'] };
  });
}

/**
 * Reads the codings of coders: `codings.jsonl` of a run, lines of `tag`, or gold files. A line's
 * coder is its `coder`, or else the file's name.
 * @throws GoldError for a line that is no coding (GCM401)
 */
export function readCoders(paths: readonly string[]): CoderCodings[] {
  const coders = new Map<string, Map<string, Coding>>();
  for (const path of paths)
    for (const [raw, place] of linesOf(path)) {
      const statement = raw['statement'] ?? raw['id'];
      if (statement === undefined)
        throw new GoldError(`${place}: neither "statement" nor "id"`, SHAPE);
      const coding = codingOf(raw, String(statement), place);
      const coder = typeof raw['coder'] === 'string' ? raw['coder'] : nameOf(path);
      const codings = coders.get(coder) ?? new Map<string, Coding>();
      coders.set(coder, codings.set(coding.statement, { ...coding, coder }));
    }
  return [...coders].map(([coder, codings]) => ({ coder, codings }));
}

function nameOf(path: string): string {
  return basename(path).replace(/\.jsonl$/u, '');
}

/** A line with `texts` is one statement in each of its languages. */
function perLanguage(raw: Raw): Raw[] {
  const { texts } = raw;
  if (typeof texts !== 'object' || texts === null) return [raw];
  return Object.entries(texts).map(([language, text]) => ({
    ...raw,
    id: `${String(raw['id'])}.${language}`,
    language,
    text: text as unknown,
  }));
}

/** The objects of a JSON Lines file with their places ("file:line"). */
function linesOf(path: string): [Raw, string][] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    throw new GoldError(`cannot read ${path}: ${(error as Error).message}`, SHAPE);
  }
  const found = text
    .split('\n')
    .map((line, index): [string, string] => [line.trim(), `${path}:${index + 1}`])
    .filter(([line]) => line !== '')
    .map(([line, place]): [Raw, string] => [parse(line, place), place]);
  if (found.length === 0) throw new GoldError(`${path} holds no line`, SHAPE);
  return found;
}

function parse(line: string, place: string): Raw {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Raw;
  } catch {
    // Reported below.
  }
  throw new GoldError(`${place}: not a JSON object`, SHAPE);
}

function statementOf(
  raw: Raw,
  joined: Raw | undefined,
  path: string,
  place: string,
): GoldStatement {
  const text = raw['text'] ?? joined?.['text'];
  if (typeof text !== 'string')
    throw new GoldError(
      `${place}: no "text"`,
      'Give the file that holds the texts with --statements, or write them into the lines.',
    );
  const id = String(raw['id'] ?? place);
  const known = raw['known'] ?? null;
  return {
    id,
    document: String(raw['document'] ?? raw['country'] ?? nameOf(path)),
    language: languageOf(raw['language'] ?? joined?.['language'], place),
    text,
    context: contextOf(raw['context'] ?? joined?.['context']),
    known: known === null ? null : objectiveCode(String(known), place),
    coding: codingOf(raw, id, place),
  };
}

function languageOf(value: unknown, place: string): Language | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && LANGUAGES.includes(value)) return value as Language;
  throw new GoldError(
    `${place}: unknown "language" ${JSON.stringify(value)}`,
    `Known: ${LANGUAGES.join(', ')}.`,
  );
}

function contextOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.map(String) : [];
}

function codingOf(raw: Raw, statement: string, place: string): Coding {
  const kind = (raw['kind'] ?? null) as Kind | null;
  if (kind !== null && !KINDS.includes(kind))
    throw new GoldError(
      `${place}: unknown "kind" ${JSON.stringify(kind)}`,
      `Known: ${KINDS.join(', ')}.`,
    );
  const coder = typeof raw['coder'] === 'string' ? raw['coder'] : 'human:gold';
  return { statement, coder, kind, absent: raw['absent'] === true, codes: codesOf(raw, place) };
}

/** `codes` as `tag` and `run` write them, or `objectives` and `themes` as coders do. */
function codesOf(raw: Raw, place: string): CodeAssignment[] {
  if (Array.isArray(raw['codes']))
    return (raw['codes'] as Partial<CodeAssignment>[]).map(({ code, strength, score, evidence }) =>
      assignment(String(code), strength ?? 'substantive', score ?? 1, evidence ?? []),
    );
  const objectives = Object.entries((raw['objectives'] ?? {}) as Raw).map(([number, strength]) =>
    assignment(objectiveCode(number, place), strengthOf(strength, place)),
  );
  const themes = raw['themes'] ?? [];
  const named = Array.isArray(themes)
    ? themes.map((theme) => assignment(String(theme), 'substantive'))
    : Object.entries(themes as Raw).map(([theme, strength]) =>
        assignment(theme, strengthOf(strength, place)),
      );
  return [...objectives, ...named];
}

function assignment(
  code: string,
  strength: Strength,
  score = 1,
  evidence: CodeAssignment['evidence'] = [],
): CodeAssignment {
  return { code, strength, score, evidence };
}

function strengthOf(value: unknown, place: string): Strength {
  if (value === 2 || value === 'substantive') return 'substantive';
  if (value === 1 || value === 'mention') return 'mention';
  throw new GoldError(
    `${place}: strength ${JSON.stringify(value)}`,
    'A strength is 2 (substantive) or 1 (mention).',
  );
}

/** "7", "07" and "O07" are one objective. */
function objectiveCode(number: string, place: string): string {
  const digits = /^O?(\d{1,2})$/u.exec(number)?.[1];
  if (digits === undefined)
    throw new GoldError(`${place}: unknown objective '${number}'`, 'Objectives are "1" to "23".');
  return `O${digits.padStart(2, '0')}`;
}
