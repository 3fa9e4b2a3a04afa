/** Looks into texts and taxonomies: words in context, words of missed statements, two versions. */
import type { RunOutcome } from './run.js';
import { stemmer, tfIdf } from './adapters/stems.js';
import type { Compared } from './measures/evaluation.js';
import { keyness } from './measures/keyness.js';
import { kwicOf } from './measures/kwic.js';
import type { Kwic } from './measures/kwic.js';
import { compareText } from './model/text.js';
import type { CodeAssignment, Language, Span, Statement } from './model/types.js';
import { readingsOf } from './measures/coverage.js';

/** One place of a term or of a code's evidence. */
export interface KwicLine extends Kwic {
  readonly document: string;
  readonly statement: string;
  readonly language: Language;
  /** The pattern that found it. */
  readonly pattern: string;
}

/** Finds places in a statement. */
export type FindSpans = (statement: Statement) => readonly { span: Span; pattern: string }[];

/** Every place that `find` gives, in order of document and place. */
export function kwicLines({ result }: RunOutcome, find: FindSpans, width: number): KwicLine[] {
  return result.documents.flatMap(({ statements }) =>
    statements.flatMap((statement) =>
      find(statement).map(({ span, pattern }) => ({
        document: statement.document,
        statement: statement.id,
        language: statement.language,
        pattern,
        ...kwicOf(statement.text, span, width),
      })),
    ),
  );
}

/** The evidence of a code in the statements' own words. */
export function evidenceFinder({ result }: RunOutcome, code: string): FindSpans {
  const assignments = new Map<string, CodeAssignment>();
  for (const document of result.documents)
    for (const { statement, coding } of readingsOf(document)) {
      const found = coding?.codes.find((one) => one.code === code);
      if (found !== undefined) assignments.set(statement.id, found);
    }
  return ({ id }) =>
    (assignments.get(id)?.evidence ?? [])
      .filter((evidence) => evidence.in === 'text')
      .flatMap(({ spans, pattern }) => spans.map((span) => ({ span, pattern })));
}

/** A word that statements have for which a code was missed. */
export interface Suggestion {
  readonly code: string;
  readonly language: string;
  /** The stem, and the word's most frequent form. */
  readonly stem: string;
  readonly word: string;
  /** Missed statements that have it, of how many. */
  readonly statements: number;
  readonly missed: number;
  readonly logLikelihood: number;
  readonly tfIdf: number;
  /** A place of it. */
  readonly example: Kwic;
}

/** What `suggest` looks at. */
export interface SuggestOptions {
  /** Only this code, or null for all. */
  readonly code: string | null;
  /** Words a code and language. */
  readonly most: number;
  /** Codes where a mention is no finding. */
  readonly themes: ReadonlySet<string>;
}

const WORD = /[\p{L}\p{M}]{3,}/gu;
const WIDTH = 40;
/** G² that chance gives in 1 of 20 cases. */
const TELLING = 3.84;

/** Words that tell missed statements of a code from all other statements of the language. */
export function suggest(compared: readonly Compared[], options: SuggestOptions): Suggestion[] {
  const languages = [...new Set(compared.map(({ language }) => language))].sort(compareText);
  return languages.flatMap((language) => {
    const own = compared.filter((item) => item.language === language);
    const codes = new Set(own.flatMap(({ gold }) => gold.coding.codes.map(({ code }) => code)));
    return [...codes]
      .filter((code) => options.code === null || code === options.code)
      .sort(compareText)
      .flatMap((code) => suggestFor(code, language, own, options));
  });
}

function suggestFor(
  code: string,
  language: string,
  compared: readonly Compared[],
  { most, themes }: SuggestOptions,
): Suggestion[] {
  const stem = stemmer(language as Language);
  const missed = compared.filter((item) => isMissed(item, code, themes));
  if (missed.length === 0) return [];
  const stems = (items: readonly Compared[]): string[][] =>
    items.map(({ gold }) => wordsOf(gold.text).map(stem));
  const others = stems(compared.filter(({ gold }) => !has(gold.coding.codes, code)));
  const own = stems(missed);
  const weigh = tfIdf(own.flat(), others);
  return keyness(own, others)
    .filter(({ logLikelihood }) => logLikelihood >= TELLING)
    .slice(0, most)
    .map(({ word, logLikelihood }) => ({
      code,
      language,
      stem: word,
      ...placeOf(word, missed, stem),
      statements: own.filter((words) => words.includes(word)).length,
      missed: missed.length,
      logLikelihood,
      tfIdf: weigh(word),
    }));
}

/** Where the gold has a code substantively (a theme: at all) and the machine does not. */
function isMissed({ gold, coding }: Compared, code: string, themes: ReadonlySet<string>): boolean {
  const strong = (codes: readonly CodeAssignment[]): boolean =>
    codes.some((one) => one.code === code && (one.strength === 'substantive' || themes.has(code)));
  return strong(gold.coding.codes) && !strong(coding?.codes ?? []);
}

function has(codes: readonly CodeAssignment[], code: string): boolean {
  return codes.some((one) => one.code === code);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function placeOf(
  stemmed: string,
  missed: readonly Compared[],
  stem: (word: string) => string,
): { word: string; example: Kwic } {
  for (const { gold } of missed)
    for (const match of gold.text.matchAll(WORD)) {
      const word = match[0].toLowerCase();
      if (stem(word) !== stemmed) continue;
      const span: Span = [match.index, match.index + match[0].length];
      return { word, example: kwicOf(gold.text, span, WIDTH) };
    }
  return { word: stemmed, example: { left: '', match: '', right: '' } };
}

/** A statement that two taxonomies code differently. */
export interface Change {
  readonly document: string;
  readonly statement: string;
  readonly text: string;
  /** Codes with their strength, of which only the later version has them so. */
  readonly gained: readonly string[];
  /** Codes with their strength, of which only the earlier version has them so. */
  readonly lost: readonly string[];
}

/** The statements of the same documents whose codes differ between two runs. */
export function changesOf(before: RunOutcome, after: RunOutcome): Change[] {
  const earlier = new Map<string, Set<string>>();
  for (const document of before.result.documents)
    for (const { statement, coding } of readingsOf(document))
      earlier.set(statement.id, signed(coding?.codes ?? []));
  return after.result.documents
    .flatMap((document) => readingsOf(document))
    .map(({ statement, coding }) => {
      const now = signed(coding?.codes ?? []);
      const was = earlier.get(statement.id) ?? new Set<string>();
      const { id, document, text } = statement;
      return {
        document,
        statement: id,
        text,
        gained: [...now].filter((code) => !was.has(code)),
        lost: [...was].filter((code) => !now.has(code)),
      };
    })
    .filter(({ gained, lost }) => gained.length + lost.length > 0);
}

/** "O07" where substantive, "O07 (mention)" where not. */
function signed(codes: readonly CodeAssignment[]): Set<string> {
  return new Set(
    codes.map(({ code, strength }) => (strength === 'substantive' ? code : `${code} (mention)`)),
  );
}
