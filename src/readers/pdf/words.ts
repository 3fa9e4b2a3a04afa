/** Signs to words: gaps tell where words end, marks go to their letters. */
import type { Glyph, Word } from './types.js';
import { plainForms } from './arabic.js';
import { isRight } from './bidi.js';
import { GHOST, isSpace } from './interpret.js';
import { stretchingStrokes } from './strokes.js';

/** A gap this wide, in sizes of the font, parts words although no space is drawn. */
const GAP = 0.19;
/** The same where the page draws its spaces. */
const UNSPACED_GAP = 0.32;
/** A gap this wide parts words where a space is drawn. */
const SPACED_GAP = 0.1;
const MARK = /^\p{M}+$/u;
/** How symbol fonts have their bullet. */
const BULLET = '\uf0b7';

interface Unit {
  text: string;
  /** The letters that the file gives the sign, marks of other signs included. */
  readonly whole: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly mark: number;
  readonly piece: number | undefined;
  readonly at: number;
}

/** Groups a page's signs to words, in no particular order. */
export function wordsOf(glyphs: readonly Glyph[], lost: LostMarks): Word[] {
  const words: Word[] = [];
  const spaces = glyphs.filter(({ text }) => isSpace(text)).length;
  const widest = spaces * 15 > glyphs.length ? UNSPACED_GAP : GAP;
  for (const row of rowsOf(unitsOf(glyphs, lost))) {
    const first = words.length;
    let open: Unit[] = [];
    let space: Unit | null = null;
    let reach = -Infinity;
    let glued = false;
    for (const unit of row) {
      const last = open.at(-1);
      if (isSpace(unit.text)) {
        space = unit;
        continue;
      }
      const end = Math.max(last?.x1 ?? 0, reach);
      if (last !== undefined && parts({ ...last, x1: end }, unit, space, widest)) {
        words.push(wordOf(open, glued));
        glued = space?.text === '\u00a0';
        open = [];
      }
      reach = unit.text === '' && open.length > 0 ? unit.x1 : -Infinity;
      // Where two fonts meet, a space may lie under signs that stand before it.
      if (space !== null && (last === undefined || !isNextTo(last, unit) || space.x1 < unit.x0))
        space = null;
      if (unit.text === '') continue;
      if (open.at(-1) === undefined || !isDouble(open.at(-1)!, unit)) open.push(unit);
    }
    if (open.length > 0) words.push(wordOf(open, glued));
    nameBullets(words, first);
    levelCapitals(words, first, row);
  }
  return words;
}

/** A sign without letters of its own that opens a line, or stands far from the word before, is a symbol font's bullet. */
function nameBullets(words: Word[], first: number): void {
  for (let at = first; at < words.length; at++) {
    const [word, before] = [words[at]!, words[at - 1]];
    if (!/^[\p{Cc}\ufffd\u0640]*$/u.test(word.units.join(''))) continue;
    const opens = at === first || before === undefined || word.x0 - before.x1 > 0.9 * word.size;
    if (opens && word.x1 > word.x0) words[at] = { ...word, units: [BULLET] };
  }
}

/** Letters of drawn marks that the file gives to other signs, by font and code. */
export type LostMarks = Map<string, string>;

/** Learns what marks without letters stand for: those that a letter has too many, where one is drawn over it. */
export function learnMarks(glyphs: readonly Glyph[], lost: LostMarks): void {
  if (glyphs.some(({ text }) => text.startsWith(GHOST))) unitsOf(glyphs, lost);
}

/** Marks such as vowel signs join the letter that they stand over. */
function unitsOf(glyphs: readonly Glyph[], lost: LostMarks): Unit[] {
  const units: Unit[] = [];
  const alefs: number[] = [];
  let waiting: Glyph[] = [];
  const strokes = stretchingStrokes(glyphs);
  const filling: Unit[] = [];
  glyphs.forEach((glyph, at) => {
    const text = plainForms(glyph.text, glyph.exact);
    if (isMark(text)) {
      if (isOfNext(glyphs, at, units.at(-1), strokes)) waiting.push(glyph);
      else attach(units.at(-1), glyph, lost);
      return;
    }
    if (isUnseenHyphen(glyph)) {
      const last = units.at(-1);
      if (last?.y === glyph.y) last.text += text;
      return;
    }
    const { x0, x1, y, size, mark, piece, font } = glyph;
    // No font draws these two as one sign: the file gives a letter the mark that stood on it once.
    const own = glyph.exact === true ? text : text.replace(/^([\u0620-\u064a])\p{M}+$/u, '$1');
    const unit = { text: own, whole: text, x0, x1, y, size, bold: font.bold, mark, piece, at };
    if (strokes.has(at)) {
      filling.push({ ...unit, text: '', whole: '' });
      return;
    }
    for (const sign of waiting) attach(unit, sign, lost);
    waiting = [];
    if (isFlatAlef(glyph)) alefs.push(units.length);
    units.push(unit);
  });
  const letters = alefs.length === 0 ? units : withLamAlefs(units, alefs);
  return filling.length === 0 ? letters : [...letters, ...filling];
}

/** A soft hyphen that is not drawn belongs to the letter before it: the next one stands at the same place. */
function isUnseenHyphen({ text, x0, x1 }: Glyph): boolean {
  return text === '\u00ad' && x0 === x1;
}

/** An alef without width is part of the lam-alef that the sign beside it draws. */
function isFlatAlef({ text, x0, x1, size }: Glyph): boolean {
  return /^[\u0622\u0623\u0625\u0627]$/u.test(text) && x1 - x0 < 0.01 * size;
}

/** Joins each alef without width to its lam: the one before it or after it, as most of the page has it. */
function withLamAlefs(units: readonly Unit[], alefs: readonly number[]): Unit[] {
  const isLam = (at: number, alef: Unit): boolean => {
    const unit = units[at];
    return (
      unit?.text[0] === '\u0644' &&
      Math.abs(unit.y - alef.y) < 0.5 * alef.size &&
      alef.x0 > unit.x0 - 0.2 * alef.size &&
      alef.x0 < unit.x1 + 0.2 * alef.size
    );
  };
  let [before, after] = [0, 0];
  for (const at of alefs) {
    if (isLam(at - 1, units[at]!)) before++;
    if (isLam(at + 1, units[at]!)) after++;
  }
  const order = before > after ? [-1, 1] : [1, -1];
  const gone = new Set<Unit>();
  for (const at of alefs) {
    const alef = units[at]!;
    const step = order.find((one) => isLam(at + one, alef));
    const lam = step === undefined ? undefined : units[at + step];
    if (lam === undefined) continue;
    lam.text = `\u0644${alef.text}${lam.text.slice(1)}`;
    gone.add(alef);
  }
  return units.filter((unit) => !gone.has(unit));
}

function isMark(text: string): boolean {
  return text.startsWith(GHOST) || MARK.test(text);
}

/**
 * Arabic is drawn from left to right, as it looks: there a mark comes before
 * its letter, which stands right of it. Elsewhere it follows its letter.
 */
function isOfNext(
  glyphs: readonly Glyph[],
  at: number,
  before: Unit | undefined,
  strokes: ReadonlySet<number>,
): boolean {
  const mark = glyphs[at]!;
  const isLetter = ({ text }: Glyph, step: number): boolean =>
    !strokes.has(at + 1 + step) && !isMark(plainForms(text));
  const next = glyphs.slice(at + 1, at + (strokes.size > 0 ? 20 : 6)).find(isLetter);
  const isNear = (one: { readonly y: number; readonly x0: number } | undefined): boolean =>
    one !== undefined &&
    Math.abs(one.y - mark.y) < 1.2 * mark.size &&
    Math.abs(one.x0 - mark.x0) < 2 * mark.size;
  if (!isNear(next)) return false;
  if (!isNear(before)) return true;
  return isRight(next!.text) && next!.x0 >= before!.x0;
}

function attach(unit: Unit | undefined, sign: Glyph, lost: LostMarks): void {
  if (unit === undefined) return;
  if (!sign.text.startsWith(GHOST)) {
    unit.text = addMark(unit.text, plainForms(sign.text));
    return;
  }
  const key = `${sign.font.name} ${sign.text}`;
  if (unit.whole.length > unit.text.length && unit.whole.startsWith(unit.text)) {
    if (!lost.has(key)) lost.set(key, unit.whole.slice(unit.text.length));
    unit.text = unit.whole;
  } else unit.text = addMark(unit.text, lost.get(key) ?? '');
}

/** Doubling (shadda) is written before the vowel sign that stands on it. */
function addMark(text: string, mark: string): string {
  return mark === '\u0651' ? text.replace(/([\u064b-\u0650\u0652]*)$/u, `${mark}$1`) : text + mark;
}

/** Units on one baseline, from left to right. */
function rowsOf(units: readonly Unit[]): Unit[][] {
  const sorted = [...units].sort((a, b) => a.y - b.y || a.x0 - b.x0 || a.at - b.at);
  const rows: Unit[][] = [];
  let top: Unit | null = null;
  for (const unit of sorted) {
    if (top !== null && unit.y - top.y <= 0.18 * Math.min(top.size, unit.size))
      rows.at(-1)?.push(unit);
    else {
      rows.push([unit]);
      top = unit;
    }
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0 || a.at - b.at);
  return rows;
}

function parts(last: Unit, unit: Unit, space: Unit | null, most: number): boolean {
  if (last.piece !== unit.piece || isBullet(last) !== isBullet(unit)) return true;
  const size = Math.max(last.size, unit.size);
  const gap = unit.x0 - last.x1;
  const widest =
    space === null || isAstray(space, last, unit)
      ? most
      : isFull(space, last, unit)
        ? -Infinity
        : SPACED_GAP;
  if (Math.abs(last.size - unit.size) > 0.15 * size && !(last.size < 1 || unit.size < 1))
    return space !== null || !isSmallCapital(last, unit, gap);
  return gap > widest * size || gap < -0.8 * size - (last.x1 - last.x0);
}

/** A sign that opens items and stands in no word; that of the column beside may touch it. */
function isBullet({ text }: Unit): boolean {
  return /^[•▪■□●○◦➢➔✓✔\uf0a7\uf0b7\uf0d8\uf0fc]$/u.test(text);
}

/** A drawn space that is as wide as one and touches the word that it was drawn with: letters may hang over it. */
function isFull(space: Unit, last: Unit, unit: Unit): boolean {
  if (space.x1 - space.x0 < SPACED_GAP * unit.size || isNextTo(last, unit)) return false;
  const near = 0.05 * unit.size;
  return (
    (isNextTo(space, unit) && Math.abs(unit.x0 - space.x1) < near) ||
    (isNextTo(space, last) && Math.abs(space.x0 - last.x1) < near)
  );
}

/** A space that lies over one of two signs which were drawn together: it belongs elsewhere. */
function isAstray({ x0, x1 }: Unit, last: Unit, unit: Unit): boolean {
  const near = 0.05 * unit.size;
  return isNextTo(last, unit) && (x0 < last.x1 - near || x1 > unit.x0 + near);
}

/** True for signs that were drawn one after the other, but for marks on them. */
function isNextTo(one: Unit, other: Unit): boolean {
  return Math.abs(one.at - other.at) <= 1 + (one.text.length + other.text.length - 2);
}

/** Small capitals, which programs write as capitals or small letters; unlike a note's number they stand on the baseline. */
function isSmallCapital(last: Unit, unit: Unit, gap: number): boolean {
  const size = Math.max(last.size, unit.size);
  return (
    Math.abs(last.y - unit.y) < 0.02 * size &&
    Math.abs(gap) < 0.08 * size &&
    [last, unit].every(({ text }) => /^[\p{Script=Latin}\p{M}\p{P}]+$/u.test(text))
  );
}

/** Words of small capitals alone are as large as the capitals beside them. */
function levelCapitals(words: Word[], first: number, row: readonly Unit[]): void {
  const at = row.findIndex((unit, index) => {
    const before = row[index - 1];
    if (before === undefined || before.size < 1.15 * unit.size) return false;
    return isSmallCapital(before, unit, unit.x0 - before.x1);
  });
  const [large, small] = [row[at - 1], row[at]];
  if (large === undefined || small === undefined) return;
  for (let index = first; index < words.length; index++) {
    const word = words[index]!;
    if (Math.abs(word.size - small.size) < 0.1) words[index] = { ...word, size: large.size };
  }
}

/** The same sign drawn twice, to make it bold. */
function isDouble(last: Unit, unit: Unit): boolean {
  return (
    last.text === unit.text && Math.abs(last.x0 - unit.x0) < 0.1 * unit.size && last.x1 > last.x0
  );
}

function wordOf(units: readonly Unit[], glued: boolean): Word {
  const first = units[0]!;
  let [x0, x1] = [Infinity, -Infinity];
  for (const unit of units) [x0, x1] = [Math.min(x0, unit.x0), Math.max(x1, unit.x1)];
  return {
    units: units.map(({ text }) => text),
    x0,
    x1,
    y: first.y,
    size: first.size,
    bold: units.filter(({ bold }) => bold).length * 2 > units.length,
    mark: first.mark,
    piece: first.piece,
    ...(glued ? { glued } : {}),
  };
}
