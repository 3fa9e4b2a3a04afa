/** Coded statements as they are trained on: what was read of each, and what it should come to. */
import type { GoldStatement } from '../model/gold.js';
import type { Kind, Language, Strength } from '../model/types.js';
import { ABOVE, formWords } from '../stages/classify/lexicon.js';
import { ABSENT, FORM_LABELS, formOf, PASSING } from '../stages/classify/reading.js';
import type { FormSums, Reading } from '../stages/classify/reading.js';
import type { Matches } from '../taxonomy/matcher.js';
import type { Keys } from '../taxonomy/stems.js';
import { countWords } from '../taxonomy/counts.js';
import type { Labelled, WordCount, WordCounts } from '../taxonomy/counts.js';
import { usualShare, wordScore } from '../taxonomy/word-scores.js';

/** A statement to train on. */
export interface Example {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly context: readonly string[];
  readonly reading: Reading;
  /** Codes that it should have. */
  readonly wanted: ReadonlyMap<string, Strength>;
  /** For a taxonomy's example: the one code that is known. */
  readonly only: string | null;
  /** True for a statement of a whole review: these choose the thresholds. */
  readonly whole: boolean;
  readonly kind: Kind | null;
  readonly absent: boolean;
  /** The objective that it is mainly about, where that is known. */
  readonly known: string | null;
  /** Its different words, for codes and for kinds. */
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Those of them that it has in lower case. */
  readonly lowerCase: ReadonlySet<string>;
}

/** An example from a gold statement that was read. */
export function exampleOf(gold: GoldStatement, language: Language, reading: Reading): Example {
  const { id, text, context, coding } = gold;
  const { matches, parent, tools } = reading;
  const { own, above } = formWords(matches, parent, tools.wholeWords);
  return {
    id,
    language,
    text,
    context,
    reading,
    wanted: new Map(coding.codes.map(({ code, strength }) => [code, strength])),
    only: null,
    whole: false,
    kind: coding.kind,
    absent: coding.absent,
    known: gold.known,
    stems: new Set(reading.keyed.map(({ key }) => key.text)),
    words: new Set([
      ...own.map(({ key }) => key.text),
      ...above.map(({ key }) => ABOVE + key.text),
    ]),
    lowerCase: new Set([
      ...lowerCaseKeys(matches, tools.stems, ''),
      ...lowerCaseKeys(matches, tools.wholeWords, ''),
      ...(parent === null ? [] : lowerCaseKeys(parent, tools.wholeWords, ABOVE)),
    ]),
  };
}

/** Keys of the words that are not capitalised; scripts without capitals have all. */
function lowerCaseKeys({ tokens }: Matches, keys: Keys, mark: string): string[] {
  return keys.all(tokens, null).flatMap(({ key, first }) => {
    const letter = tokens.text[tokens.starts[first]!]!;
    return letter === letter.toLowerCase() ? [mark + key.text] : [];
  });
}

/** Counts of each language. */
export interface Counts {
  readonly codes: ReadonlyMap<Language, WordCounts>;
  readonly kinds: ReadonlyMap<Language, WordCounts>;
}

/**
 * Counts the words of whole coded statements. A word that never stands in lower case is a name, of
 * a country or a programme, and decides nothing: it is left out.
 */
export function countsOf(examples: readonly Example[]): Counts {
  const counted = examples.filter(({ only }) => only === null);
  const languages = [...new Set(counted.map(({ language }) => language))].sort();
  const table = (labelled: (example: Example) => Labelled): Map<Language, WordCounts> =>
    new Map(
      languages.map((language) => {
        const own = counted.filter((one) => one.language === language);
        const common = new Set(own.flatMap(({ lowerCase }) => [...lowerCase]));
        return [language, countWords(own.map(labelled), common)];
      }),
    );
  return { codes: table(byCode), kinds: table(byKind) };
}

function byCode({ stems, wanted }: Example): Labelled {
  return { words: stems, labels: new Set(wanted.keys()) };
}

function byKind({ words, ...example }: Example): Labelled {
  return { words, labels: formLabels(example) };
}

/** Kind of an example, and whether it has no substantive objective or reports an absence. */
function formLabels({
  kind,
  absent,
  wanted,
  reading,
}: Pick<Example, 'kind' | 'absent' | 'wanted' | 'reading'>): Set<string> {
  const { isTheme } = reading.findings.table;
  const found = new Set<string>(kind === null ? [] : [kind]);
  const substantive = [...wanted].some(
    ([code, strength]) => strength === 'substantive' && !isTheme(code),
  );
  if (!substantive) found.add(PASSING);
  if (absent) found.add(ABSENT);
  return found;
}

/**
 * Sums of the word scores of an example for labels, null for labels that the
 * counts do not know. An example that was counted itself is taken out first, so
 * that its own words do not speak for it.
 */
export function sumsWithout(
  words: ReadonlySet<string>,
  labels: readonly string[],
  counts: WordCounts | undefined,
  own: ReadonlySet<string> | null,
): (number | null)[] {
  if (counts === undefined) return labels.map(() => null);
  const less = own === null ? 0 : 1;
  const found = [...words].flatMap((word) => {
    const count = counts.words.get(word);
    return count === undefined || count.statements <= less ? [] : [count];
  });
  return labels.map((label) => {
    const carrying = counts.labels.get(label);
    if (carrying === undefined) return null;
    const has = own?.has(label) === true ? 1 : 0;
    const usual = usualShare(carrying - has, counts.statements - less);
    return sumFor(found, label, usual, less, has);
  });
}

function sumFor(
  found: readonly WordCount[],
  label: string,
  usual: number,
  less: number,
  has: number,
): number {
  let sum = 0;
  for (const { statements, labels } of found)
    sum += wordScore((labels.get(label) ?? 0) - has, statements - less, usual);
  return sum;
}

/** Word sums of an example for codes. */
export function codeSums(
  example: Example,
  codes: readonly string[],
  counts: Counts,
  counted: boolean,
): (number | null)[] {
  const { language, stems, wanted, only } = example;
  const own = counted && only === null ? new Set(wanted.keys()) : null;
  return sumsWithout(stems, codes, counts.codes.get(language), own);
}

/** What the words of an example's form say; null without counts. */
export function formSums(example: Example, counts: Counts, counted: boolean): FormSums | null {
  const { language, words, only } = example;
  const table = counts.kinds.get(language);
  if (table === undefined) return null;
  const own = counted && only === null ? formLabels(example) : null;
  const sums = sumsWithout(words, FORM_LABELS, table, own).map((sum) => sum ?? 0);
  return formOf(sums, words.size);
}
