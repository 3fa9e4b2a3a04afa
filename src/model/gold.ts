import type { Coding, Language } from './types.js';

/** A statement with the coding that stands for right in a measurement. */
export interface GoldStatement {
  readonly id: string;
  /** What it belongs to in tables by document: a document's id, a country, or the file's name. */
  readonly document: string;
  /** Language of the text, or null where the file does not say. */
  readonly language: Language | null;
  readonly text: string;
  /** Texts of the ancestors, outermost first. */
  readonly context: readonly string[];
  /** The one code that the text is known for, or null. */
  readonly known: string | null;
  readonly coding: Coding;
}

/** One text in several languages, with the same meaning. */
export interface ParallelStatement {
  readonly id: string;
  readonly texts: Readonly<Partial<Record<Language, string>>>;
}

/** One coder's codings by statement. */
export interface CoderCodings {
  readonly coder: string;
  readonly codings: ReadonlyMap<string, Coding>;
}
