/** Writes a corpus.yaml as a person would: one field a line, and a mark where to look. */
import { stringify } from 'yaml';
import { plainLine } from '../model/text.js';
import type { Guess, GuessedFields } from './corpus-guess.js';

/** One document of a corpus.yaml that is written. */
export interface Draft extends GuessedFields {
  /** Path below the corpus folder. */
  readonly file: string;
  /** Where the file's name is not enough. */
  readonly id: string | null;
  readonly versionOf: Guess<string> | null;
  readonly translationOf: Guess<string> | null;
  /** Fields that each document in the file states for itself, as the rows of a sheet do. */
  readonly stated: readonly ('country' | 'year')[];
  /** What should be known of the file. */
  readonly remarks: readonly string[];
}

const HEAD = `# Written by "gcm-coverage corpus init"; corpora/README.md describes the fields.
# Where a line ends in "# ?" the program has guessed: look at it, and take the mark away.
`;

/** The whole file; of every line that is marked, the mark says why. */
export function corpusText(drafts: readonly Draft[]): string {
  return `${HEAD}documents:\n${drafts.map(entryText).join('')}`;
}

/** How many values are marked. */
export function doubtsOf(draft: Draft): number {
  return fieldsOf(draft).filter(([, guess]) => guess !== null && guess.doubt !== null).length;
}

function fieldsOf(draft: Draft): [name: string, guess: Guess<string | number> | null][] {
  const { country, region, year, language, title, versionOf, translationOf } = draft;
  const unknown = (name: 'country' | 'year'): Guess<string> | null =>
    draft.stated.includes(name) ? null : { value: '', doubt: 'not found' };
  return [
    ['id', draft.id === null ? null : { value: draft.id, doubt: null }],
    ['country', country ?? unknown('country')],
    ['region', region],
    ['year', year ?? unknown('year')],
    ['language', language],
    ['title', title],
    ['versionOf', versionOf],
    ['translationOf', translationOf],
  ];
}

function entryText(draft: Draft): string {
  const lines = draft.remarks.map((remark) => `  # ${plainLine(remark)}`);
  lines.push(`  - file: ${scalar(draft.file)}`);
  for (const [name, guess] of fieldsOf(draft)) {
    if (guess === null) continue;
    const value = guess.value === '' ? '' : ` ${scalar(guess.value)}`;
    const mark = guess.doubt === null ? '' : ` # ? ${plainLine(guess.doubt)}`;
    lines.push(`    ${name}:${value}${mark}`);
  }
  return `${lines.join('\n')}\n`;
}

/** A text or number on one line, in quotation marks where YAML would take it for something else. */
function scalar(value: string | number): string {
  return stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
}
