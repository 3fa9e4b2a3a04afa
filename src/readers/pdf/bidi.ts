/** From the order in which signs stand to the order in which they are read. */

const RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const LEFT = /[\p{L}]/u;
const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/u;
const DIGIT = /\p{Nd}/u;
/** Between two figures of one kind these are part of the number. */
const SEPARATOR = /^[,.:/\u060c\u066b\u066c]$/u;
const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '“': '”',
  '”': '“',
};

type Kind = 'R' | 'L' | 'N' | 'O';

/** True for a sign of a script that is written from right to left. */
export function isRight(text: string): boolean {
  return RIGHT.test(text) && !DIGIT.test(text);
}

function kindOf(unit: string): Kind {
  if (DIGIT.test(unit) || ARABIC_DIGIT.test(unit)) return 'N';
  if (RIGHT.test(unit)) return /[\p{L}\p{M}\u0640]/u.test(unit) ? 'R' : 'O';
  return LEFT.test(unit) ? 'L' : 'O';
}

/**
 * Gives the units of a line, which stand as drawn from left to right, in the
 * order in which they are read. A unit keeps its own letters in order.
 * @param toLeft true where the paragraph is written from right to left
 */
export function logical(units: readonly string[], toLeft: boolean): string[] {
  const kinds = numbersJoined(units, units.map(kindOf));
  if (!toLeft) {
    if (!kinds.includes('R')) return [...units];
    return reorderIn(units, kinds, 'R');
  }
  const reversed = reorderIn(units, trailing(units, kinds), 'L');
  return reversed.reverse();
}

/** A line that ends inside an address: the stroke right of its words is part of them, as the next line goes on. */
function trailing(units: readonly string[], kinds: readonly Kind[]): readonly Kind[] {
  if (kinds[0] !== 'L' && kinds[0] !== 'N') return kinds;
  const end = units.findIndex((unit) => /\s/u.test(unit));
  const last = (end < 0 ? units.length : end) - 1;
  const own = kinds.slice(0, last);
  if (!/^[-/_.]$/u.test(units[last] ?? '') || own.includes('R') || !own.includes('L')) return kinds;
  return kinds.map((kind, at) => (at <= last ? 'L' : kind));
}

/** Reverses each stretch of the kind that runs against the line, neutral signs between its own parts included. */
function reorderIn(units: readonly string[], kinds: readonly Kind[], kind: 'R' | 'L'): string[] {
  const result = [...units];
  let at = 0;
  while (at < kinds.length) {
    const first = kinds[at];
    const opens = kind === 'R' ? first === 'R' : first === 'L' || first === 'N';
    if (!opens) {
      at++;
      continue;
    }
    const end = stretchEnd(kinds, at, kind);
    const stretch = result.slice(at, end);
    const own = kind === 'R' ? reversedRight(stretch, kinds.slice(at, end)) : stretch.reverse();
    result.splice(at, end - at, ...own);
    at = end;
  }
  return result;
}

/** Where the stretch that begins at `at` ends: words of one direction with what stands between them. */
function stretchEnd(kinds: readonly Kind[], at: number, kind: 'R' | 'L'): number {
  const against: Kind = kind === 'R' ? 'L' : 'R';
  let end = at + 1;
  let latin = kinds[at] === 'L';
  for (let next = at + 1; next < kinds.length; next++) {
    const one = kinds[next];
    if (one === against) break;
    if (one === 'O') continue;
    // Two numbers with words' signs between them run with the line; only letters hold them together.
    if (kind === 'L' && next > end && !latin) break;
    if (one === 'L') latin = true;
    end = next + 1;
  }
  return end;
}

/** A stretch that runs to the left in a line that runs to the right: numbers in it keep their order. */
function reversedRight(stretch: readonly string[], kinds: readonly Kind[]): string[] {
  const inner = reorderIn(stretch, kinds, 'L');
  return inner.reverse();
}

/** Separators between figures become part of the number. */
function numbersJoined(units: readonly string[], kinds: readonly Kind[]): Kind[] {
  return kinds.map((kind, at) =>
    kind === 'O' &&
    SEPARATOR.test(units[at] ?? '') &&
    kinds[at - 1] === 'N' &&
    kinds[at + 1] === 'N'
      ? 'N'
      : kind,
  );
}

const OPENING = new Set(['(', '[', '«', '‹', '“']);

/**
 * Brackets in text that runs to the left come out as they look or as they are
 * written, as the file pleases: words beside them tell which way round they are.
 */
export function bracketsMended(text: string): string {
  const votes = { right: 0, wrong: 0 };
  for (const match of text.matchAll(/[()[\]«»‹›“”]/gu)) {
    const before = text[match.index - 1] ?? ' ';
    const after = text[match.index + 1] ?? ' ';
    const opens = /\s/u.test(before) && !/\s/u.test(after);
    const closes = !/\s/u.test(before) && /[\s.,;:!؟،؛)\]»]/u.test(after);
    if (opens === closes) continue;
    if (OPENING.has(match[0]) === opens) votes.right++;
    else votes.wrong++;
  }
  if (votes.wrong <= votes.right) return text;
  return text.replace(/[()[\]«»‹›“”]/gu, (sign) => MIRRORED[sign] ?? sign);
}
