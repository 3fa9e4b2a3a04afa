/** What a part that stands above others says: an objective, a section, a question, or a plain heading. */
import {
  isCounting,
  isUpperRoman,
  markerClass,
  markerLabel,
  plainDigits,
  sectionHeading,
} from './labels.js';
import { statedObjectives } from './objectives.js';
import type { StatedObjectives } from './objectives.js';
import type { Part } from './parts.js';
import { isRequest, isShortReply, readPrompt } from './prompts.js';

/** A heading as read; `level` 1 is the highest. */
export type Heading =
  | { readonly kind: 'objectives'; readonly stated: StatedObjectives; readonly level: number }
  | {
      readonly kind: 'section';
      readonly label: string;
      readonly title: string;
      readonly level: number;
    }
  | { readonly kind: 'plain'; readonly title: string; readonly level: number };

const SECTION_LEVEL = 1;
const OBJECTIVE_LEVEL = 2;
const PLAIN_LEVEL = 3;
const LONGEST = 200;
const LONGEST_PLAIN = 90;

/** Reads a part as a heading; null where it is words of an answer or a question. */
export function headingOf(part: Part, before: Part | null, next: Part | null): Heading | null {
  if (part.role === 'answer' || part.role === 'prompt' || part.text.length > LONGEST) return null;
  // "Yes" below a question answers it.
  if (part.kind !== 'heading' && isShortReply(part.text)) return null;
  const stated = statedHeading(part);
  if (stated !== null) return stated;
  if (part.kind === 'heading' && asksByNumber(part)) return null;
  if (part.kind === 'heading') return marked(part) ?? plain(part, part.level ?? PLAIN_LEVEL);
  if (endsSentence(part.text)) return null;
  const section = marked(part);
  if (section !== null) return section;
  if (isTitle(part, before, next)) return plain(part, PLAIN_LEVEL);
  const title = titleOfRows(part, before, next);
  if (title !== null) return title;
  if (!isPlainHeading(part, before, next)) return null;
  if (isCounting(part.marker) && part.kind === 'item')
    return {
      kind: 'section',
      label: markerLabel(part.marker),
      title: part.text,
      level: SECTION_LEVEL,
    };
  return plain(part, isTopic(part.text) ? PLAIN_LEVEL : OBJECTIVE_LEVEL);
  return null;
}

/** "a) Which laws were adopted?", "Question 3: Consultations" are questions however large they are set. */
function asksByNumber({ text, marker }: Part): boolean {
  return (readPrompt(text, marker)?.label ?? null) !== null;
}

function statedHeading(part: Part): Heading | null {
  const stated = statedObjectives(part.text);
  if (
    stated === null ||
    (part.kind !== 'heading' && /[.;]\s*$/u.test(part.text) && part.text.length > 120)
  )
    return null;
  return {
    kind: 'objectives',
    stated,
    level: part.level !== undefined && part.kind === 'heading' ? part.level : OBJECTIVE_LEVEL,
  };
}

const NUMBERED =
  /^([IVX]{1,5}|[A-H]|\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){0,4})(?:[.)]?\s?[-–—.:)]\s{0,3}|(?<=\p{Nd}\.\p{Nd}{1,2})\s{1,3})(?=\S)/u;
const BARE_NUMBER = /^([IVX]{1,5}|[A-H]|\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){0,4})[.)]?$/u;

/** "III.- Title", "Section 3: Title", "2. Title" where it is marked up as a heading. */
function marked(part: Part): Heading | null {
  const level = part.kind === 'heading' ? (part.level ?? SECTION_LEVEL) : SECTION_LEVEL;
  const named = sectionHeading(part.text);
  if (named !== null) return { kind: 'section', ...named, level };
  if (part.kind === 'heading') {
    const written = NUMBERED.exec(part.text);
    const [, label = ''] = written ?? BARE_NUMBER.exec(part.text) ?? [];
    const title = part.text.slice(written?.[0].length ?? 0);
    if (label !== '') return { kind: 'section', label: plainDigits(label), title, level };
  }
  if (!isCounting(part.marker)) {
    const roman = /^([IVX]{1,5})\s?[.)–—-]{1,2}\s{0,3}(?=\S)/u.exec(part.text);
    if (roman?.[1] === undefined || !isUpperRoman(roman[1])) return null;
    return { kind: 'section', label: roman[1], title: part.text.slice(roman[0].length), level };
  }
  const label = markerLabel(part.marker);
  const isSection =
    part.kind === 'heading' || (isUpperRoman(label) && (part.apart || part.role === 'full'));
  return isSection ? { kind: 'section', label, title: part.text, level } : null;
}

function plain(part: Part, level: number): Heading {
  return { kind: 'plain', title: part.text, level };
}

const TOPICS =
  /^(?:progress|achievements?|challenges?|gaps?|measures|actions?|good practices?|promising practices?|lessons?|results?|priorities|needs|context|avancées|progrès|défis|difficultés|mesures|bonnes pratiques|réalisations|résultats|priorités|besoins|avances|logros|desafíos|retos|medidas|buenas prácticas|resultados|necesidades|التقدم|الإنجازات|التحديات|التدابير|الممارسات|الاحتياجات|الدروس|avanços|desafios|medidas)(?!\p{L})/iu;

/** A heading that subdivides what stands above it, such as "Challenges"; any other ends an objective. */
function isTopic(text: string): boolean {
  return TOPICS.test(text);
}

const LONGEST_FRONT = 8;

/** How many parts a title page takes: title, ministry, date, above the first words set apart. */
export function frontMatter(parts: readonly Part[]): number {
  let count = 0;
  while (count < LONGEST_FRONT && isTitleHeading(parts[count])) count++;
  const headings = count;
  while (count < LONGEST_FRONT && isTitleLine(parts[count])) count++;
  const next = parts[count];
  if (count < 2 || count === headings || next === undefined) return 0;
  if (next.kind === 'heading' || marked(next) !== null) return count;
  if (headings > 0) return 0;
  if (isDate(parts[count - 1]?.text ?? '')) return count;
  // The last line is the heading of what follows where an empty line sets it off.
  return parts[count - 1]?.apart === true ? count - 1 : next.apart || next.row !== null ? count : 0;
}

/** A title that is marked up as one; it numbers no section and states no objective. */
function isTitleHeading(part: Part | undefined): boolean {
  if (part?.kind !== 'heading' || part.role !== 'free') return false;
  return marked(part) === null && statedObjectives(part.text) === null;
}

function isTitleLine(part: Part | undefined): boolean {
  if (part === undefined || part.kind !== 'paragraph' || part.role !== 'free') return false;
  const { text, level } = part;
  if (level !== undefined || text.length > 120 || endsSentence(text)) return false;
  return !/[:：]$/u.test(text) && statedObjectives(text) === null && marked(part) === null;
}

/** "March 2022", "12/03/2022": no heading of what follows. */
function isDate(text: string): boolean {
  return (
    text.length < 40 &&
    /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})/u.test(text) &&
    !/\s\S+\s\S+\s\S+\s\S+\s/u.test(text)
  );
}

/** The words above everything else, before the first section or question. */
function isTitle(part: Part, before: Part | null, next: Part | null): boolean {
  return (
    before === null &&
    next !== null &&
    part.kind === 'paragraph' &&
    (next.apart || next.row !== null)
  );
}

/** Short words above rows of questions, in a row or line of their own: a section's title, numbered or not. */
function titleOfRows(part: Part, before: Part | null, next: Part | null): Heading | null {
  const { role, kind, text, marker } = part;
  if (next?.role !== 'prompt' && next?.role !== 'label') return null;
  if (text.length > LONGEST_PLAIN || /[,،:：]$/u.test(text) || isRequest(text)) return null;
  if (role === 'free' && (!part.apart || followsItem(part, before))) return null;
  if (!/^[\p{Lu}\p{Lo}\p{N}]/u.test(text)) return null;
  if (isCounting(marker))
    return { kind: 'section', label: markerLabel(marker), title: text, level: SECTION_LEVEL };
  return kind === 'paragraph' && marker === undefined ? plain(part, SECTION_LEVEL) : null;
}

function followsItem({ marker }: Part, before: Part | null): boolean {
  return marker !== undefined && markerClass(before?.marker) === markerClass(marker);
}

/** Short words without an end, set apart, above what is longer or a list. */
function isPlainHeading(part: Part, before: Part | null, next: Part | null): boolean {
  const { text } = part;
  if (next === null || text.length > LONGEST_PLAIN || !part.apart || part.role === 'full')
    return false;
  if (readPrompt(text, part.marker) !== null) return false;
  if (/[,،:：]$/u.test(text) || isRequest(text) || !/^[\p{Lu}\p{Lo}\p{N}]/u.test(text))
    return false;
  if (part.kind === 'item') return isNumberedHeading(part, before, next);
  if (isCapitals(text)) return true;
  return next.kind === 'item'
    ? next.text.length > 0
    : next.text.length > (text.length < 60 ? 1.1 : 1.5) * text.length && endsSentence(next.text);
}

/** "1. Introduction" above paragraphs is a heading; among others of its list it is an item. */
function isNumberedHeading(part: Part, before: Part | null, next: Part): boolean {
  const own = markerClass(part.marker);
  if (!isCounting(part.marker) || !/1|I|A|أ/u.test(own)) return false;
  if (markerClass(next.marker) === own || (before !== null && markerClass(before.marker) === own))
    return false;
  if (before?.text.endsWith(':') === true) return false;
  return (next.apart || next.kind === 'item') && next.text.length > part.text.length;
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 3 && text === text.toUpperCase() && /\p{Lu}/u.test(text);
}

function endsSentence(text: string): boolean {
  return /[.;!?؟؛。][\s"»”’)\]]{0,4}$/u.test(text);
}
