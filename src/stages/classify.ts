/** Classifies statements against a taxonomy: codes with evidence, kind and absence. */
import type {
  CodeAssignment,
  Coding,
  Evidence,
  Kind,
  Language,
  Statement,
} from '../model/types.js';
import type { Keyed } from '../taxonomy/stems.js';
import type { CompiledTaxonomy } from '../taxonomy/types.js';
import { isAbsent } from './classify/absence.js';
import { featuresOf } from './classify/features.js';
import type { CodeFeatures } from './classify/features.js';
import { kindOf } from './classify/kind.js';
import type { EnglishGrammar } from './classify/kind.js';
import { kindInput, reader } from './classify/reading.js';
import type { Classifiable, Reading } from './classify/reading.js';
import { codesOf, scoringFor } from './classify/scores.js';
import type { Signal } from './classify/signals.js';

export type { Classifiable } from './classify/reading.js';
export type { EnglishGrammar } from './classify/kind.js';
export type { Effect, Signal } from './classify/signals.js';

/** What the classifier makes of a statement. */
export interface Classified {
  readonly kind: Kind;
  readonly absent: boolean;
  readonly codes: readonly CodeAssignment[];
  /** Every term found, also those that came to nothing: what `explain` shows. */
  readonly signals: readonly Signal[];
}

/** Classifies one statement; null when the taxonomy has no terms in its language. */
export type Classify = (statement: Classifiable) => Classified | null;

/** Settings of the classifier. */
export interface ClassifierSettings {
  readonly taxonomy: CompiledTaxonomy;
  /** Grammar for English statements that no cue term decides; null leaves them to the cues. */
  readonly english?: EnglishGrammar | null;
}

/** Makes a classifier; the patterns of a language are built when it first occurs. */
export function classifier(settings: ClassifierSettings): Classify {
  const { taxonomy, english = null } = settings;
  const { scoring } = taxonomy.info;
  const scorings = taxonomy.info.codes.map((info) => scoringFor(info, scoring));
  const read = reader(taxonomy);
  return (statement) => {
    const reading = read(statement);
    if (reading === null) return null;
    const { language } = statement;
    const { findings, topics, signals, absences, form } = reading;
    const candidates = featuresOf(findings);
    const words = (found: readonly CodeFeatures[]): Evidence[][] =>
      wordEvidence(found, language, reading);
    const codesWhere = (introducer: boolean): CodeAssignment[] =>
      codesOf(candidates, { language, scorings, words, limits: { topics, introducer } });
    const full = codesWhere(false);
    const kind = kindOf({
      ...kindInput(statement, reading),
      hasSubstantiveCode: full.some(
        ({ code, strength }) => !findings.table.isTheme(code) && strength === 'substantive',
      ),
      weights: scoring.kinds,
      english: language === 'en' ? english : null,
    });
    const codes = kind === 'introducer' ? codesWhere(true) : full;
    const absent = isAbsent(absences, form?.absent ?? null, scoring.absent);
    return { kind, absent, codes, signals };
  };
}

/** Words shown as evidence at most. */
const MOST_WORDS = 4;

/** The words that speak most for each code; at least one where no term does, so that no code is without evidence. */
function wordEvidence(
  found: readonly CodeFeatures[],
  language: Language,
  reading: Reading,
): Evidence[][] {
  const { keyed, tools } = reading;
  const { words, codeNumbers } = tools;
  if (words === null || found.length === 0) return found.map(() => []);
  const numbers = found.map(({ place }) => codeNumbers[place]!);
  const scored = numbers.map((): Scored[] => []);
  words.eachMuch(keyed, numbers, (one, index, score) => scored[index]!.push({ one, score }));
  return found.map(({ code, signals }, index) => {
    const own = scored[index]!;
    const number = numbers[index]!;
    if (own.length === 0 && signals.length === 0 && number >= 0)
      own.push(...bestOf(keyed, ({ key }) => words.score(key.rows[0]!, number)));
    return mostOf(own).map(({ one }) => evidenceOf(one, `${code}/${language}`, reading));
  });
}

/** The highest scores, the first words first where they are equal. */
function mostOf(scored: Scored[]): Scored[] {
  if (scored.length > 1) scored.sort((a, b) => b.score - a.score || a.one.first - b.one.first);
  return scored.length > MOST_WORDS ? scored.slice(0, MOST_WORDS) : scored;
}

function evidenceOf(
  { key, first, last }: Keyed,
  prefix: string,
  { matches: { tokens } }: Reading,
): Evidence {
  const [start, end] = [tokens.starts[first]!, tokens.ends[last]!];
  const quote = tokens.text.slice(start, end);
  return { in: 'text', spans: [[start, end]], quote, pattern: `${prefix}/word:${key.text}` };
}

interface Scored {
  readonly one: Keyed;
  readonly score: number;
}

/** The word with the highest score, the first of those that are equal. */
function bestOf(keyed: readonly Keyed[], scoreOf: (one: Keyed) => number): Scored[] {
  let best: Scored | null = null;
  for (const one of keyed) {
    const score = scoreOf(one);
    if (best === null || score > best.score) best = { one, score };
  }
  return best === null ? [] : [best];
}

/** Name of the machine as a coder: what it codes with and from which terms. */
export function coderName({ version, hash }: { version: string; hash: string }): string {
  return `keywords@${version}+${hash}`;
}

/** The machine's coding of a statement, or null when its language has no terms. */
export function codeStatement(
  classify: Classify,
  coder: string,
  statement: Statement,
): Coding | null {
  const classified = classify(statement);
  if (classified === null) return null;
  const { kind, absent, codes } = classified;
  return { statement: statement.id, coder, kind, absent, codes };
}
