/** Signs to words: gaps tell where words end, marks go to their letters. */
import type { Glyph, Word } from './types.js';
import { plainForms } from './arabic.js';

/** A gap this wide, in sizes of the font, parts words although no space is drawn. */
const GAP = 0.19;
/** A gap this wide parts words where a space is drawn. */
const SPACED_GAP = 0.05;
/** A gap this wide is never part of a line's own words; it does no harm to part them there. */
const MARK = /^\p{M}+$/u;

interface Unit {
  text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly mark: number;
  readonly spaced: boolean;
  readonly at: number;
}

/** Groups a page's signs to words, in no particular order. */
export function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  for (const row of rowsOf(unitsOf(glyphs))) {
    let open: Unit[] = [];
    for (const unit of row) {
      const last = open.at(-1);
      if (last !== undefined && parts(last, unit)) {
        words.push(wordOf(open));
        open = [];
      }
      if (open.at(-1) === undefined || !isDouble(open.at(-1)!, unit)) open.push(unit);
    }
    if (open.length > 0) words.push(wordOf(open));
  }
  return words;
}

/** Marks such as vowel signs join the letter that they stand over. */
function unitsOf(glyphs: readonly Glyph[]): Unit[] {
  const units: Unit[] = [];
  const waiting: Glyph[] = [];
  const owner = (mark: Glyph, unit: Unit | undefined): boolean => {
    if (unit === undefined || Math.abs(unit.y - mark.y) > unit.size) return false;
    const middle = (mark.x0 + mark.x1) / 2;
    return middle >= unit.x0 - 0.1 * unit.size && middle <= unit.x1 + 0.1 * unit.size;
  };
  glyphs.forEach((glyph, at) => {
    const text = plainForms(glyph.text);
    if (MARK.test(text)) {
      const found = [units.at(-1), units.at(-2), units.at(-3)].find((unit) => owner(glyph, unit));
      if (found === undefined) waiting.push(glyph);
      else found.text = addMark(found.text, text);
      return;
    }
    const { x0, x1, y, size, mark, spaced } = glyph;
    const unit = { text, x0, x1, y, size, bold: glyph.font.bold, mark, spaced, at };
    for (let index = waiting.length - 1; index >= 0; index--) {
      const [sign] = owner(waiting[index]!, unit) ? waiting.splice(index, 1) : [];
      if (sign !== undefined) unit.text = addMark(unit.text, plainForms(sign.text));
    }
    if (waiting.length > 8) waiting.shift();
    units.push(unit);
  });
  return units;
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

function parts(last: Unit, unit: Unit): boolean {
  const size = Math.max(last.size, unit.size);
  const gap = unit.x0 - last.x1;
  if (Math.abs(last.size - unit.size) > 0.15 * size && !(last.size < 1 || unit.size < 1))
    return true;
  // In text that runs to the left the space stands on the sign that is drawn later.
  const spaced = unit.spaced || last.spaced;
  return gap > (spaced ? SPACED_GAP : GAP) * size || gap < -0.8 * size - (last.x1 - last.x0);
}

/** The same sign drawn twice, to make it bold. */
function isDouble(last: Unit, unit: Unit): boolean {
  return (
    last.text === unit.text && Math.abs(last.x0 - unit.x0) < 0.1 * unit.size && last.x1 > last.x0
  );
}

function wordOf(units: readonly Unit[]): Word {
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
  };
}
