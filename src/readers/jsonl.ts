import type { Block, Detection, Language, Span, Statement } from '../model/types.js';
import type { Extracted, ReadIssue } from './types.js';

/** Statements that a file gives ready-made, with the text that their spans point into. */
export interface ExtractedStatements extends Extracted {
  readonly statements: readonly Statement[];
  readonly issues: readonly ReadIssue[];
}

type Fields = Readonly<Record<string, unknown>>;
const LANGUAGES: readonly string[] = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh'];

/**
 * Reads one statement a line: `{id, text, language?, context?, question? …}`.
 * The lines that `segment` prints are accepted as they are.
 * Issues: GCM104 for a line that is no such object.
 */
export function readJsonl(source: string, document: string): ExtractedStatements {
  const issues: ReadIssue[] = [];
  const statements: Statement[] = [];
  const lines: string[] = [];
  const seen = new Set<string>();
  let length = 0;
  source.split(/\r\n|\n|\r/u).forEach((line, at) => {
    if (line.trim() === '') return;
    const fields = parseLine(line);
    const problem = typeof fields === 'string' ? fields : problemOf(fields, seen);
    if (problem !== null || typeof fields === 'string') {
      issues.push(badLine(problem ?? '', at + 1));
      return;
    }
    const text = String(fields['text']);
    seen.add(String(fields['id']));
    statements.push(
      statementOf(fields, document, [length, length + text.length], statements.length + 1),
    );
    lines.push(text);
    length += text.length + 1;
  });
  const blocks = statements.map((one): Block => ({
    kind: 'paragraph',
    span: one.spans[0] ?? [0, 0],
  }));
  return { text: lines.join('\n'), blocks, statements: withChildren(statements), issues };
}

function parseLine(line: string): Fields | string {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Fields;
    return `expected an object, found ${Array.isArray(value) ? 'a list' : JSON.stringify(value).slice(0, 40)}`;
  } catch (error) {
    return `not JSON: ${error instanceof Error ? error.message.slice(0, 120) : 'unreadable'}`;
  }
}

function problemOf(fields: Fields, seen: ReadonlySet<string>): string | null {
  const { id, text } = fields;
  if (typeof id !== 'string' && typeof id !== 'number') return '"id" is missing';
  if (seen.has(String(id))) return `"id" ${JSON.stringify(id)} stands on an earlier line`;
  if (typeof text !== 'string')
    return `"text" is ${text === undefined ? 'missing' : 'not a string'}`;
  return text.trim() === '' ? '"text" is empty' : null;
}

function statementOf(fields: Fields, document: string, span: Span, number: number): Statement {
  const question = stringOr(fields['question'], null);
  const questionText = stringOr(fields['questionText'], null);
  const asLabel = questionText !== null || (question !== null && question.length <= 4);
  const language = languageOf(fields['language']);
  return {
    id: String(fields['id']),
    document: stringOr(fields['document'], document),
    spans: [span],
    text: String(fields['text']),
    language,
    detection: declared(language),
    section: stringOr(fields['section'], null),
    sectionTitle: stringOr(fields['sectionTitle'], null),
    question: asLabel ? question : null,
    questionText: asLabel ? questionText : question,
    path: stringOr(fields['path'], String(number)),
    parent: stringOr(fields['parent'], null),
    context: contextOf(fields['context']),
    objectives: objectivesOf(fields['objectives']),
    objectiveHeading: null,
    hasChildren: fields['hasChildren'] === true,
  };
}

function stringOr<T>(value: unknown, other: T): string | T {
  return typeof value === 'string' && value !== '' ? value : other;
}

function languageOf(value: unknown): Language {
  return typeof value === 'string' && LANGUAGES.includes(value) ? (value as Language) : 'und';
}

function declared(language: Language): Detection {
  if (language === 'und') return { language, method: 'none', confidence: 0 };
  return { language, method: 'declared', confidence: 1 };
}

function contextOf(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string' && one !== '');
}

function objectivesOf(value: unknown): number[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [];
  return values.filter(
    (one): one is number => Number.isInteger(one) && Number(one) >= 1 && Number(one) <= 23,
  );
}

function withChildren(statements: readonly Statement[]): Statement[] {
  const parents = new Set(statements.map((one) => one.parent));
  return statements.map((one) => ({ ...one, hasChildren: one.hasChildren || parents.has(one.id) }));
}

function badLine(problem: string, line: number): ReadIssue {
  return {
    id: 'GCM104',
    severity: 'error',
    message: `Line ${line} is not a statement: ${problem}.`,
    hint: 'Expected one JSON object a line with at least {"id": "...", "text": "..."}; the line was left out.',
    place: `line ${line}`,
  };
}
