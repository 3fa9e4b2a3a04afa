/** Figures in the words of a statement. */
import type { Matches } from '../../taxonomy/matcher.js';

/** Digits that are no year. */
export function isNumber(word: string): boolean {
  return /^[0-9\u0660-\u0669]+$/u.test(word) && !/^(?:19|20)\d\d$/u.test(word);
}

/** Words before a counted thing among which its number may stand. */
const REACH = 4;

/** True when a number stands before something that is counted: "414 migrants", "50 000 demandes". */
export function hasAmount({ tokens, byTarget }: Matches): boolean {
  for (const match of byTarget.get('counted') ?? [])
    for (let word = match.first - 1; word >= Math.max(0, match.first - REACH); word--)
      if (isNumber(tokens.words[word]!) && !isReference(tokens.words[word - 1])) return true;
  return false;
}

/** A word after which a number names an article, a law or a document. */
function isReference(before: string | undefined): boolean {
  return (
    before !== undefined &&
    /^(?:n|no|art|article|articles|artículo|artigo|loi|law|act|ley|lei|decree|decreto|закон|رقم|المادة)$/u.test(
      before,
    )
  );
}
