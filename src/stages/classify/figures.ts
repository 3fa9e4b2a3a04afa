/** Figures in the words of a statement. */
import type { Matches } from '../../taxonomy/matcher.js';

/** Words before a counted thing among which its number may stand. */
const REACH = 4;

/** True when a number stands before something that is counted: "414 migrants", "50 000 demandes". */
export function hasAmount({ tokens, byTarget }: Matches): boolean {
  for (const match of byTarget.get('counted') ?? [])
    for (let word = match.first - 1; word >= Math.max(0, match.first - REACH); word--)
      if (tokens.words[word]!.isNumber && !isReference(tokens.words[word - 1]?.text)) return true;
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
