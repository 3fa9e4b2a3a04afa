/** Questions that ask nothing ("b) Cooperation with cities"), told by the questions they stand among. */
import { isCounting, isUpperRoman, markerClass, markerLabel } from './labels.js';
import { statedObjectives } from './objectives.js';
import type { Part } from './parts.js';
import { readPrompt, writtenLabel } from './prompts.js';

const LONGEST = 200;

/** A part that a number or a rank sets beside others of its kind. */
interface Member {
  /** Parts of one key look alike: heading or not, and the marks around their numbers. */
  readonly key: string;
  readonly label: string | null;
  readonly asks: boolean;
}

interface Series {
  /** Label of the last question, or null before the first of a section. */
  question: string | null;
  /** Label of the last section that is numbered as the questions are. */
  section: string | null;
  /** Label of the last item of a list in an answer that is numbered as the questions are. */
  item: string | null;
}

/**
 * Places of the parts that are questions though their words do not ask: they
 * are headings of the rank, or have the next number in the series, of parts
 * that do ask. A number right above the first question is that of a section.
 */
export function readSeries(parts: readonly Part[]): ReadonlyMap<number, 'question' | 'section'> {
  const members = parts.map(memberOf);
  const asked = new Set(members.flatMap((one) => (one?.asks === true ? [one.key] : [])));
  const found = new Map<number, 'question' | 'section'>();
  const series = new Map<string, Series>();
  members.forEach((member, at) => {
    const part = parts[at];
    if (part === undefined) return;
    if (member === null || !asked.has(member.key)) {
      if (startsSection(part)) series.clear();
      return;
    }
    const own = series.get(member.key) ?? { question: null, section: null, item: null };
    series.set(member.key, own);
    const next = members[at + 1] ?? null;
    if (!member.asks && isAbove(part, member, own, next)) {
      found.set(at, 'section');
      own.section = member.label;
    } else if (member.asks || isNext(part, member, own, next)) {
      if (!member.asks) found.set(at, 'question');
      own.question = member.label;
    } else {
      own.item = member.label;
      return;
    }
    own.item = null;
  });
  return found;
}

function memberOf(part: Part): Member | null {
  const { role, kind, text, level = 0, marker } = part;
  if (role !== 'free' && role !== 'full') return null;
  const written = marker === undefined ? writtenLabel(text) : null;
  const counted = isCounting(marker);
  if (kind !== 'heading' && !counted && written === null) return null;
  const label = counted ? markerLabel(marker) : (written?.label ?? null);
  const mark = counted ? markerClass(marker) : markerClass(written?.marker);
  const asks = readPrompt(text, marker) !== null;
  return { key: `${kind === 'heading' ? 'h' : ''}${level} ${mark}`, label, asks };
}

/** "2. Rights" right above "1. Which laws …?" or above the question that goes on counting. */
function isAbove(part: Part, member: Member, own: Series, next: Member | null): boolean {
  const { label } = member;
  if (part.kind === 'heading' || label === null || isSentence(part)) return false;
  if (next?.key !== member.key || !next.asks || next.label === null) return false;
  const opens =
    own.section === null ? own.question === null && isFirst(label) : follows(own.section, label);
  return (
    opens && (isFirst(next.label) || (own.question !== null && follows(own.question, next.label)))
  );
}

function isNext(part: Part, { key, label }: Member, own: Series, next: Member | null): boolean {
  if (isSentence(part) || statedObjectives(part.text) !== null) return false;
  if (part.kind === 'heading') return true;
  if (label === null || (next?.key === key && !next.asks)) return false;
  if (own.item !== null && follows(own.item, label)) return false;
  return own.question === null ? isFirst(label) : follows(own.question, label);
}

function isSentence({ text }: Part): boolean {
  return text.length > LONGEST || /[.;:؛：…][\s"»”’)\]]{0,4}$/u.test(text);
}

/** Headings, and numbers as sections have them, begin the count anew. */
function startsSection({ kind, marker, role, apart }: Part): boolean {
  if (kind === 'heading' || role === 'full') return true;
  return apart && isCounting(marker) && isUpperRoman(markerLabel(marker));
}

function isFirst(label: string): boolean {
  return /^(?:.*\.)?(?:1|[aأ])$/iu.test(label);
}

const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const HIJAI = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';

/** True when a label is the next after another: "3" after "2", "2.4" after "2.3", "ج" after "ب". */
function follows(before: string, label: string): boolean {
  const [stem, last] = split(before);
  const [ownStem, own] = split(label);
  if (stem !== ownStem) return isFirst(label) && /\.$/u.test(ownStem);
  if (/^\d+$/u.test(last)) return Number(own) === Number(last) + 1;
  if (last.length !== 1 || own.length !== 1) return false;
  const next = (letters: string): boolean =>
    letters.includes(last) && letters.indexOf(own) === letters.indexOf(last) + 1;
  return next(ABJAD) || next(HIJAI) || own.charCodeAt(0) === last.charCodeAt(0) + 1;
}

function split(label: string): [stem: string, last: string] {
  const at = label.lastIndexOf('.') + 1;
  return [label.slice(0, at), label.slice(at)];
}
