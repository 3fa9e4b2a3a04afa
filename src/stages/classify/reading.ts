/** Reads a statement: its terms, names, words and figures, before anything is decided. */
import { KINDS } from '../../model/types.js';
import type { Language } from '../../model/types.js';
import { Matcher } from '../../taxonomy/matcher.js';
import type { Matches } from '../../taxonomy/matcher.js';
import { stemsOf, wholeWordsOf } from '../../taxonomy/stems.js';
import type { Keyed, Keys } from '../../taxonomy/stems.js';
import type { CompiledTaxonomy, LanguagePack } from '../../taxonomy/types.js';
import { codeTable, usableSignals } from './features.js';
import type { CodeTable, Findings } from './features.js';
import { cuesOf } from './kind.js';
import type { Observed } from './kind.js';
import { ABOVE, formWords, lexicon, ownWords } from './lexicon.js';
import type { Lexicon } from './lexicon.js';
import { signalsOf, standing } from './signals.js';
import type { Signal } from './signals.js';

/** What the classifier reads of a statement. */
export interface Classifiable {
  readonly text: string;
  readonly language: Language;
  /** Texts of the ancestors, outermost first. */
  readonly context?: readonly string[];
  readonly hasChildren?: boolean;
}

/** What was read of a statement before anything is decided. */
export interface Reading {
  readonly matches: Matches;
  readonly parent: Matches | null;
  readonly signals: readonly Signal[];
  readonly findings: Findings;
  /** Number of phrases that report an absence. */
  readonly absences: number;
  /** True when the parent lists topics or participants. */
  readonly topics: boolean;
  /** What the words of its form say; null without a table. */
  readonly form: FormSums | null;
  /** Its different words for codes. */
  readonly keyed: readonly Keyed[];
  readonly tools: LanguageTools;
}

/** Everything that one language needs. */
export interface LanguageTools {
  readonly matcher: Matcher;
  /** Rows: in `words`, in `vocabulary`. */
  readonly stems: Keys;
  readonly words: Lexicon | null;
  readonly vocabulary: Lexicon;
  readonly kindWords: Lexicon | null;
  /** Rows in `kindWords`: of the word, of the word above. */
  readonly wholeWords: Keys;
  /** Numbers of the codes in `words`, of the {@link FORM_LABELS} in `kindWords`. */
  readonly codeNumbers: readonly number[];
  readonly formNumbers: readonly number[];
}

/** Reads statements: terms, names and words, not yet codes; null when the language has no terms. */
export function reader(taxonomy: CompiledTaxonomy): (statement: Classifiable) => Reading | null {
  const known = new Map<Language, LanguageTools | null>();
  const table = codeTable(taxonomy.info.codes);
  const { codes, isTheme } = table;
  const { reach } = taxonomy.info.scoring;
  return (statement) => {
    const tools = toolsFor(statement.language, known, taxonomy);
    if (tools === null) return null;
    const matches = tools.matcher.match(statement.text);
    const context = (statement.context ?? []).map((text) => tools.matcher.match(text));
    const settings = { reach: reach * charactersAWord(statement.language), isTheme };
    const signals = [
      ...signalsOf(matches, codes, { ...settings, in: 'text', index: 0 }),
      ...context.flatMap((parent, index) =>
        signalsOf(parent, codes, { ...settings, in: 'context', index }),
      ),
    ];
    const parent = context.at(-1) ?? null;
    const keyed = ownWords(matches, tools.stems, settings.reach);
    const form = formSums(matches, parent, tools);
    const read = { tools, matches, parent, signals, keyed, form };
    return {
      ...read,
      findings: findingsOf(read, statement.language, table),
      absences: standing(matches, 'absent').length,
      topics: parent?.byTarget.has('mask:topics') ?? false,
    };
  };
}

/** Label of statements without a substantive objective. */
export const PASSING = 'passing';
/** Label of statements that report an absence. */
export const ABSENT = 'absent';
/** Labels of the table of kinds. */
export const FORM_LABELS: readonly string[] = [...KINDS, PASSING, ABSENT];

/** What the words of a statement's form say. */
export interface FormSums {
  /** Sums of the word scores of each kind, in the order of {@link KINDS}. */
  readonly kinds: readonly number[];
  /** For having no substantive objective. */
  readonly passing: number;
  /** For reporting an absence. */
  readonly absent: number;
}

/** Scale of the sums of kinds: that of a statement of nine words. */
const USUAL = 3;

/**
 * Sums in the order of {@link FORM_LABELS} by their names. Sums of kinds grow with the number of
 * words by chance alone, as its square root: they are divided by it.
 */
export function formOf(sums: readonly number[], words: number): FormSums {
  const scale = USUAL / Math.sqrt(Math.max(1, words));
  const kinds = sums.slice(0, KINDS.length).map((sum) => sum * scale);
  return { kinds, passing: sums[KINDS.length]!, absent: sums[KINDS.length + 1]! };
}

/** What the words of the form say; null without a table. */
function formSums(
  matches: Matches,
  parent: Matches | null,
  { kindWords, wholeWords, formNumbers }: LanguageTools,
): FormSums | null {
  if (kindWords === null) return null;
  const { own, above } = formWords(matches, parent, wholeWords);
  const rows = rowsOf(own, 0).concat(rowsOf(above, 1));
  const sums = kindWords.sum(rows);
  const inOrder = formNumbers.map((number) => (number < 0 ? 0 : sums[number]!));
  return formOf(inOrder, rows.length);
}

function findingsOf(
  { matches, signals, keyed, tools, form }: Omit<Reading, 'findings' | 'absences' | 'topics'>,
  language: Language,
  table: CodeTable,
): Findings {
  const { words, vocabulary, codeNumbers } = tools;
  const sums = words?.sum(rowsOf(keyed, 0)) ?? null;
  return {
    table,
    signals: usableSignals(signals, table.isTheme),
    words: codeNumbers.map((number) => (number < 0 ? null : sums![number]!)),
    vocabulary: Array.from(vocabulary.sum(rowsOf(keyed, 1))),
    length: lengthOf(matches, language),
    characters: Math.max(1, matches.tokens.text.length),
    passing: form?.passing ?? null,
  };
}

/** The words' rows in one of the tables. */
function rowsOf(keyed: readonly Keyed[], table: 0 | 1): number[] {
  const rows: number[] = [];
  for (const { key } of keyed) rows.push(key.rows[table]!);
  return rows;
}

/** Number of words, small ones left out. */
function lengthOf({ tokens }: Matches, language: Language): number {
  return Math.ceil(tokens.words.length / charactersAWord(language));
}

/** Chinese is matched by characters, two of which are about a word. */
function charactersAWord(language: Language): number {
  return language === 'zh' ? 2 : 1;
}

/** What is observed of a statement that tells its kind. */
export function kindInput(
  { text, hasChildren = false }: Classifiable,
  { matches, parent, absences: found, findings, form }: Reading,
): Observed {
  return {
    text,
    matches,
    cues: cuesOf(matches),
    above: parent === null ? null : cuesOf(parent),
    hasChildren,
    absent: found > 0,
    length: findings.length,
    words: form?.kinds ?? null,
  };
}

function toolsFor(
  language: Language,
  known: Map<Language, LanguageTools | null>,
  taxonomy: CompiledTaxonomy,
): LanguageTools | null {
  const found = known.get(language);
  if (found !== undefined) return found;
  const pack = taxonomy.info.languages.includes(language) ? taxonomy.packs[language] : undefined;
  const made = pack === undefined ? null : toolsOf(pack, language, taxonomy);
  known.set(language, made);
  return made;
}

function toolsOf(
  pack: LanguagePack,
  language: Language,
  { info }: CompiledTaxonomy,
): LanguageTools {
  const words = pack.words === null ? null : lexicon(pack.words);
  const vocabulary = lexicon(pack.vocabulary);
  const kindWords = pack.kindWords === null ? null : lexicon(pack.kindWords);
  const codes = info.codes.map(({ code }) => code);
  const row = (table: Lexicon | null, key: string): number => table?.row(key) ?? -1;
  return {
    matcher: new Matcher(pack),
    stems: stemsOf(language, (key) => [row(words, key), row(vocabulary, key)]),
    words,
    vocabulary,
    kindWords,
    wholeWords: wholeWordsOf(language, (key) => [row(kindWords, key), row(kindWords, ABOVE + key)]),
    codeNumbers: words?.numbers(codes) ?? codes.map(() => -1),
    formNumbers: kindWords?.numbers(FORM_LABELS) ?? [],
  };
}
