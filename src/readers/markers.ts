/** A bullet or number found at the start of a text, and what follows it. */
export interface Marked {
  readonly marker: string;
  readonly rest: string;
}

/** Glyphs that open an item wherever they stand alone; U+E000-F8FF are symbol fonts' bullets. */
const GLYPHS = '▪•●‣◦○■□▫◾◼◆◇♦✓✔✗☑➢➔➤❖⮚⁃∙\\uE000-\\uF8FF';
/** Glyphs that prose uses too: bullets at the start of a line only. */
const LINE_GLYPHS = `${GLYPHS}→►▶▸·`;
const LETTER_AFTER = '(?=[\\p{L}\\p{N}«“"‘\'(\\[¿¡*])';

/** Tried in this order; each is anchored and bounded, so it costs the marker's own length. */
const MARKERS: readonly RegExp[] = [
  new RegExp(`^([${LINE_GLYPHS}])\\s*`, 'u'),
  /^([-–—−])(?:\s+|(?=\p{L}))/u,
  /^([*+])\s+/u,
  /^(o)(?:\s{2,}|\s(?=[\p{Lu}\p{Lo}\p{Nd}«“"]))/u,
  /^(\((?:\p{Nd}{1,3}|[a-zA-Z]|[ivx]{1,6}|[IVX]{1,6}|[اأبتثجحخدذرزسشصضطظعغفقكلمنهوي]ـ?)\))\s*/u,
  /^(\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){1,4}(?:\.-|[.)])?)\s+(?=[\p{Lu}\p{Lo}«“"¿(])/u,
  /^((?:[IVX]{1,5}|[A-Z])\.\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){0,3}(?:\.-|[.)])?)\s+(?=[\p{Lu}\p{Lo}«“"¿(])/u,
  /^(\p{Nd}{1,3}(?:\.[-–]|\.\)|[.)\]]|\/(?=\s)|°\)?|º\)?))(?:\s+|(?<=[)\]–-])(?=\p{L}))/u,
  /^(\p{Nd}{1,3}\s?[-–])(?:\s+|(?=[\p{Lo}\p{Lu}]))/u,
  /^([اأبتثجحخدذرزسشصضطظعغفقكلمنهوي]ـ?\s?(?:\.-|[-–.)/]))\s*(?=\S)/u,
  /^((?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})(?:\.[-–]|\.\)|[.)]|\s?[-–](?=\s)))\s+/u,
  /^((?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?:\.[-–]|\.\)|[.)]|\s?[-–](?=\s)))\s*/u,
  /^([a-zA-Z](?:\.[-–]|\.\)|[.)]|\/(?=\s)|[-–](?=\s)))(?:\s+|(?<=\))(?=\p{L}))/u,
];

const COMPOUND = new RegExp(`^[-–—*${LINE_GLYPHS}]$`, 'u');

/**
 * The marker that opens a text, or null. Of a double marker ("- ✓") the inner
 * one counts: the outer one is what an export puts before every item.
 */
export function parseMarker(text: string): Marked | null {
  let found: Marked | null = null;
  let rest = text.trimStart();
  for (let turn = 0; turn < 3; turn++) {
    const next = firstMarker(rest);
    if (next === null) break;
    found = next;
    rest = next.rest;
    if (!COMPOUND.test(next.marker)) break;
  }
  return found;
}

function firstMarker(text: string): Marked | null {
  const head = text.slice(0, 24);
  for (const pattern of MARKERS) {
    const match = pattern.exec(head);
    if (match?.[1] === undefined || match[0].length === text.length) continue;
    return { marker: match[1].trim(), rest: text.slice(match[0].length).trimStart() };
  }
  return null;
}

/** True when nothing but a bullet or a number stands in the text. */
export function isBareMarker(text: string): boolean {
  const short = text.trim();
  return short.length > 0 && short.length < 8 && firstMarker(`${short} X`)?.rest === 'X';
}

/** One stretch of a line: what an inline bullet opens, or what stands before the first. */
export interface Stretch {
  readonly marker: string | null;
  readonly text: string;
}

const INLINE = new RegExp(`(?:^|(?<=\\s))([${GLYPHS}])\\s+${LETTER_AFTER}`, 'gu');

/**
 * Splits a line at the bullets inside it. Dashes, arrows and numbers split only
 * where `listed` says that a list opened right before the text, or where the
 * line itself begins with one: elsewhere they may be part of a sentence.
 */
export function splitInline(text: string, listed: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  let marker: string | null = null;
  for (const match of text.matchAll(INLINE)) {
    stretches.push({ marker, text: text.slice(start, match.index) });
    marker = match[1] ?? null;
    start = match.index + match[0].length;
  }
  stretches.push({ marker, text: text.slice(start) });
  return stretches
    .flatMap((stretch, at) => splitSoft(stretch, listed || at > 0))
    .filter(
      (stretch) =>
        /[\p{L}\p{N}]/u.test(stretch.text) ||
        (stretch.text.trim() !== '' && stretches.length === 1),
    );
}

/** Splits "- A. - B." and "1. A; 2. B" once the stretch itself opens with such a marker. */
function splitSoft(stretch: Stretch, listed: boolean): Stretch[] {
  const own = parseMarker(stretch.text);
  if (own === null) return [stretch];
  const opened = { marker: own.marker, text: own.rest };
  if (/^[-–—→►▶*]$/u.test(own.marker)) return splitDashes(opened, listed);
  const number = /^\(?(\p{Nd}{1,2})\D{1,2}$/u.exec(own.marker);
  return number === null ? [opened] : splitNumbers(opened);
}

/** After a sentence's end a dash opens an item, before a small letter after a semicolon alone; after a list tag also before a capital. */
function splitDashes(first: Stretch, listed: boolean): Stretch[] {
  const dash = first.marker ?? '-';
  const sign = dash === '*' ? '\\*' : dash;
  const before = listed ? '\\p{Ll})»”.;:!?؟؛…' : '.;:!?؟؛…';
  const pattern = new RegExp(
    `(?<=[${before}]\\s)${sign}\\s+(?=[\\p{Lu}\\p{Lo}«“])|(?<=[;؛]\\s)${sign}\\s+(?=\\p{L})`,
    'gu',
  );
  return cutAt(first, first.text.matchAll(pattern), () => dash);
}

/** Numbers open items only in their order: after 1 comes 2. */
function splitNumbers(first: Stretch): Stretch[] {
  let expected = numberOf(first.marker ?? '') + 1;
  const shape = (first.marker ?? '').replace(/\p{Nd}+/gu, '#');
  const cuts: RegExpExecArray[] = [];
  const pattern = /(?<=[.;:!?؟؛…,)»”]\s)(\(?\p{Nd}{1,2}(?:[.)]|\.-|\s?-))\s+(?=\p{L})/gu;
  for (const match of first.text.matchAll(pattern)) {
    const marker = match[1] ?? '';
    if (numberOf(marker) !== expected || marker.replace(/\p{Nd}+/gu, '#') !== shape) continue;
    expected++;
    cuts.push(match);
  }
  return cutAt(first, cuts, (match) => match[1] ?? '');
}

function cutAt(
  first: Stretch,
  cuts: Iterable<RegExpMatchArray>,
  markerOf: (match: RegExpMatchArray) => string,
): Stretch[] {
  const stretches: Stretch[] = [];
  let { marker } = first;
  let start = 0;
  for (const match of cuts) {
    stretches.push({ marker, text: first.text.slice(start, match.index) });
    marker = markerOf(match);
    start = (match.index ?? 0) + match[0].length;
  }
  stretches.push({ marker, text: first.text.slice(start) });
  return stretches;
}

/** The number in a marker, whatever digits it is written with; 0 when there is none. */
function numberOf(marker: string): number {
  let value = 0;
  for (const digit of marker.matchAll(/\p{Nd}/gu)) value = value * 10 + digitValue(digit[0]);
  return value;
}

/** Arabic-Indic, Persian and other decimal digits come in runs of ten that begin at 0. */
function digitValue(digit: string): number {
  const code = digit.charCodeAt(0);
  if (code < 0x80) return code - 0x30;
  return code >= 0x6f0 && code <= 0x6f9 ? code - 0x6f0 : (code - 0x660) % 10;
}
