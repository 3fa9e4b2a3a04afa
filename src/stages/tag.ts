/** One line of `tag`: a statement as JSON in, its codes as JSON out. */
import type { Detection, Language } from '../model/types.js';
import type { Classify } from './classify.js';
import type { LanguageDetector } from './detect.js';

/** A line that cannot be tagged, with what was expected. */
export class LineError extends Error {
  constructor(
    message: string,
    readonly id: unknown,
  ) {
    super(message);
    this.name = 'LineError';
  }
}

/** Result of one line; `failed` marks an error line. */
export interface TaggedLine {
  readonly output: string;
  readonly failed: boolean;
}

/** Longest line that is read, in UTF-16 code units. */
export const LONGEST_LINE = 10_000_000;

const LANGUAGES: readonly Language[] = ['ar', 'en', 'es', 'fr', 'pt', 'ru', 'zh', 'und'];

interface Line {
  readonly id: unknown;
  readonly text: string;
  readonly language: Language | null;
  readonly context: readonly string[];
}

/** Makes the function that tags lines; `number` counts from 1. */
export function lineTagger(
  classify: Classify,
  detector: LanguageDetector,
): (line: string, number: number) => TaggedLine {
  return (raw, number) => {
    try {
      return { output: tagLine(parseLine(raw), classify, detector), failed: false };
    } catch (error) {
      if (!(error instanceof LineError)) throw error;
      const output = JSON.stringify({ id: error.id, line: number, error: error.message });
      return { output, failed: true };
    }
  };
}

function tagLine(line: Line, classify: Classify, detector: LanguageDetector): string {
  const { id, text, context } = line;
  const { language } =
    line.language === null ? detect(line, detector) : { language: line.language };
  const classified = classify({ text, language, context });
  if (classified === null)
    throw new LineError(
      `no terms for language '${language}'; give "language" if it was detected wrongly`,
      id,
    );
  const { kind, absent, codes } = classified;
  return JSON.stringify({ id, language, kind, absent, codes });
}

/** The context's language is the prior of its items. */
function detect({ text, context }: Line, detector: LanguageDetector): Detection {
  const parent = context.at(-1);
  const prior = parent === undefined ? null : detector.ofStatement(parent, null).language;
  return detector.ofStatement(text, prior === 'und' ? null : prior);
}

function parseLine(raw: string): Line {
  const value = parseObject(raw);
  const id = value['id'] ?? null;
  const { text, language, context } = value;
  if (typeof text !== 'string') throw new LineError(`"text" must be a string${found(text)}`, id);
  return { id, text, language: languageOf(language, id), context: contextOf(context, id) };
}

function parseObject(raw: string): Record<string, unknown> {
  if (raw.length > LONGEST_LINE)
    throw new LineError(
      `the line is longer than ${LONGEST_LINE} characters; split the text into statements`,
      null,
    );
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    throw new LineError('not JSON; expected one object a line: {"id": …, "text": "…"}', null);
  }
  throw new LineError('not an object; expected {"id": …, "text": "…"}', null);
}

function languageOf(language: unknown, id: unknown): Language | null {
  if (language === undefined || language === null || language === '') return null;
  const short = typeof language === 'string' ? language.toLowerCase().slice(0, 2) : '';
  const known = LANGUAGES.find((code) => code === language || code === short);
  if (known === undefined)
    throw new LineError(
      `unknown "language" ${JSON.stringify(language)}; known: ${LANGUAGES.join(', ')}`,
      id,
    );
  return known === 'und' ? null : known;
}

function contextOf(context: unknown, id: unknown): string[] {
  if (context === undefined || context === null) return [];
  if (typeof context === 'string') return context === '' ? [] : [context];
  if (Array.isArray(context) && context.every((text) => typeof text === 'string')) return context;
  throw new LineError(`"context" must be a string or a list of strings${found(context)}`, id);
}

function found(value: unknown): string {
  return value === undefined
    ? ', but it is missing'
    : `, but is ${JSON.stringify(value).slice(0, 40)}`;
}
