/** Strokes that stretch Arabic words to fill a line: they are drawn like a sign that writers also type. */
import type { Glyph } from './types.js';

const STROKE = '\u0640';
/** Letters that join the letter after them. */
const JOINING =
  /[\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u067e\u0686\u06a9\u06af\u06cc]$/u;
const ARABIC = /^[\u0620-\u064a\u066e-\u06d3]/u;
/** Signs this near, in sizes, touch. */
const NEAR = 0.15;

/** Places of the strokes that are no part of the text. */
export function stretchingStrokes(glyphs: readonly Glyph[]): ReadonlySet<number> {
  const found = new Set<number>();
  const strokes = glyphs.flatMap(({ text, exact }, at) =>
    text === STROKE && exact !== true ? [at] : [],
  );
  if (strokes.length === 0) return found;
  const rows = rowsByHeight(glyphs);
  for (const at of strokes) {
    const stroke = glyphs[at]!;
    const beside = [-1, 0, 1].flatMap((step) => rows.get(Math.round(stroke.y) + step) ?? []);
    if (isStretching(stroke, beside)) found.add(at);
  }
  return found;
}

/** Signs with a width, by the height of their baseline in whole points. */
function rowsByHeight(glyphs: readonly Glyph[]): ReadonlyMap<number, readonly Glyph[]> {
  const rows = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.x1 <= glyph.x0) continue;
    const key = Math.round(glyph.y);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [glyph]);
    else row.push(glyph);
  }
  return rows;
}

/** A writer's stroke hangs on the letter right of it that joins on, and nothing hangs on the stroke. */
function isStretching(stroke: Glyph, row: readonly Glyph[]): boolean {
  const near = NEAR * stroke.size;
  let { x0, x1 } = stroke;
  const strokes = row.filter(({ text }) => text === STROKE).sort((a, b) => a.x0 - b.x0);
  for (const one of strokes)
    if (one.x0 < x1 + near && one.x1 > x0 - near) x1 = Math.max(x1, one.x1);
  for (const one of strokes.reverse())
    if (one.x0 < x1 + near && one.x1 > x0 - near) x0 = Math.min(x0, one.x0);
  const others = row.filter(({ text }) => text !== STROKE && text.trim() !== '');
  if (others.some((one) => one.x0 < stroke.x0 && one.x1 > stroke.x1)) return true;
  const right = others.find((one) => one.x0 < x1 + near && one.x1 > x1 + near);
  const left = others.find((one) => one.x1 > x0 - near && one.x0 < x0 - near);
  if (right === undefined) return left !== undefined && ARABIC.test(left.text);
  return !JOINING.test(right.text) || (left !== undefined && ARABIC.test(left.text));
}
