/** Classifies statements against a taxonomy: codes with evidence, kind and absence. */
import type { Coding, Kind, CodeAssignment, Language, Statement } from '../model/types.js';
import { Matcher } from '../taxonomy/matcher.js';
import type { Matches } from '../taxonomy/matcher.js';
import type { CompiledTaxonomy } from '../taxonomy/types.js';
import { isIntroducer, kindOf } from './classify/kind.js';
import type { EnglishGrammar } from './classify/kind.js';
import { codesOf } from './classify/scores.js';
import { signalsOf } from './classify/signals.js';
import type { Signal } from './classify/signals.js';

export type { EnglishGrammar } from './classify/kind.js';
export type { Effect, Signal } from './classify/signals.js';

/** What the classifier reads of a statement. */
export interface Classifiable {
  readonly text: string;
  readonly language: Language;
  /** Texts of the ancestors, outermost first. */
  readonly context?: readonly string[];
  readonly hasChildren?: boolean;
}

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
  const matchers = new Map<Language, Matcher | null>();
  const codes = taxonomy.info.codes.map(({ code }) => code);
  const themes = new Set(
    taxonomy.info.codes.filter(({ kind }) => kind === 'theme').map(({ code }) => code),
  );
  const isTheme = (code: string): boolean => themes.has(code);
  const { scoring } = taxonomy.info;
  return (statement) => {
    const matcher = matcherFor(statement.language, matchers, taxonomy);
    if (matcher === null) return null;
    const matches = matcher.match(statement.text);
    const context = (statement.context ?? []).map((text) => matcher.match(text));
    const reading = { reach: scoring.reach, isTheme };
    const signals = [
      ...signalsOf(matches, codes, { ...reading, in: 'text', index: 0 }),
      ...context.flatMap((parent, index) =>
        signalsOf(parent, codes, { ...reading, in: 'context', index }),
      ),
    ];
    const parent = context.at(-1) ?? null;
    const hasChildren = statement.hasChildren ?? false;
    const limits = {
      language: statement.language,
      topics: parent?.byTarget.has('mask:topics') ?? false,
      isTheme,
    };
    const introducer = isIntroducer({ text: statement.text, matches, hasChildren });
    const full = codesOf(signals, scoring, { ...limits, introducer: false });
    const kind = kindOf({
      text: statement.text,
      matches,
      parent,
      hasChildren,
      hasSubstantiveCode: full.some(
        ({ code, strength }) => !isTheme(code) && strength === 'substantive',
      ),
      english: statement.language === 'en' ? english : null,
    });
    const limited = introducer && kind === 'introducer';
    return {
      kind,
      absent: isAbsent(matches),
      codes: limited ? codesOf(signals, scoring, { ...limits, introducer: true }) : full,
      signals,
    };
  };
}

function matcherFor(
  language: Language,
  matchers: Map<Language, Matcher | null>,
  taxonomy: CompiledTaxonomy,
): Matcher | null {
  const known = matchers.get(language);
  if (known !== undefined) return known;
  const pack = taxonomy.info.languages.includes(language) ? taxonomy.packs[language] : undefined;
  const made = pack === undefined ? null : new Matcher(pack);
  matchers.set(language, made);
  return made;
}

function isAbsent({ byTarget }: Matches): boolean {
  const vetoes = byTarget.get('not:absent') ?? [];
  return (byTarget.get('absent') ?? []).some(
    (match) => !vetoes.some((veto) => veto.first <= match.last && match.first <= veto.last),
  );
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
