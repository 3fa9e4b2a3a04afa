/** What is odd about the descriptions of a corpus' documents, taken together. */
import type { CodedDocument, Detection, Issue } from '../model/types.js';
import { withRepeats, withStandIns } from './counted.js';

/** A language that is detected less surely than this (0-1) says nothing against a declared one. */
const SURE = 0.6;

/**
 * Adds the issues that a description has beside its documents: unknown or circular
 * originals (GCM140), copies (GCM144), two counted documents of a country in one
 * round (GCM145), languages that the texts do not have (GCM146).
 * @param detected what each text's language seems to be, by document id
 */
export function checkDescriptions(
  documents: readonly CodedDocument[],
  detected: ReadonlyMap<string, Detection>,
): CodedDocument[] {
  const related = withRepeats(withStandIns(documents, ({ statements }) => statements.length > 0));
  const rounds = new Map<string, string>();
  return related.map((coded) => {
    const issues = [
      ...languageIssue(coded, detected.get(coded.document.id)),
      ...roundIssue(coded, rounds),
    ];
    return issues.length === 0 ? coded : { ...coded, issues: [...coded.issues, ...issues] };
  });
}

function languageIssue(
  { document: { id, metadata } }: CodedDocument,
  found: Detection | undefined,
): Issue[] {
  const { language } = metadata;
  if (language === undefined || found === undefined || found.language === 'und') return [];
  if (found.language === language || found.confidence < SURE) return [];
  return [
    warning(
      'GCM146',
      id,
      `the language is declared as '${language}', and the text seems to be '${found.language}'`,
      "Mend 'language', or leave it out: then it is detected.",
    ),
  ];
}

/** The round tells two reviews of a country apart; where none is given, the year does. */
function roundIssue(
  { document: { id, metadata }, countedAs }: CodedDocument,
  rounds: Map<string, string>,
): Issue[] {
  const { country, round, year } = metadata;
  if (country === undefined || countedAs !== undefined) return [];
  const when =
    round === undefined
      ? year === undefined
        ? 'no round'
        : `the year ${year}`
      : `the round '${round}'`;
  const key = JSON.stringify([country, when]);
  const before = rounds.get(key);
  if (before === undefined) {
    rounds.set(key, id);
    return [];
  }
  return [
    warning(
      'GCM145',
      id,
      `'${before}' is of ${country} and of ${when} too, and both are counted`,
      "If one is a draft or a translation of the other, say so by 'versionOf' or 'translationOf'; else tell them apart by 'round'.",
    ),
  ];
}

function warning(id: string, document: string, message: string, hint: string): Issue {
  return { id, severity: 'warning', message, hint, document, place: null };
}
