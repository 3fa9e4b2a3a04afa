/** Words to lines, and lines to text in reading order. */
import { withoutStretching } from './arabic.js';
import { bracketsMended, isRight, logical } from './bidi.js';
import type { Line, Word } from './types.js';

/** Groups the words of one column to lines, from top to bottom. */
export function linesOf(words: readonly Word[], page: number, strip = page): Line[] {
  const rows = baselines(words);
  const merged = raisedMerged(rows);
  return merged.map((row) => lineOf(row, page, strip)).sort((a, b) => a.y - b.y || a.x0 - b.x0);
}

/** Words of one baseline; a bullet or a word of another font may stand a little off. */
export function baselines(words: readonly Word[]): Word[][] {
  const sorted = [...words].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const rows: Word[][] = [];
  for (const word of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (first !== undefined && word.y - first.y <= 0.25 * Math.min(first.size, word.size))
      row?.push(word);
    else rows.push([word]);
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0);
  return rows;
}

/** Puts raised and lowered small signs on the line that they belong to. */
function raisedMerged(rows: readonly Word[][]): Word[][] {
  const kept: Word[][] = [];
  rows.forEach((row, at) => {
    const near = [rows[at + 1], rows[at - 1]].find((other) => hangsOn(row, other));
    if (near === undefined) kept.push(row);
    else near.push(...row.map((word) => ({ ...word, raised: word.y < (near[0]?.y ?? 0) })));
  });
  for (const row of kept) row.sort((a, b) => a.x0 - b.x0);
  return kept;
}

function hangsOn(row: readonly Word[], other: readonly Word[] | undefined): boolean {
  const base = other?.[0];
  if (other === undefined || base === undefined) return false;
  return row.every((word) => {
    if (word.size > 0.88 * base.size || Math.abs(word.y - base.y) > 0.7 * base.size) return false;
    return other.some(
      (one) =>
        one.size > word.size &&
        (Math.abs(word.x0 - one.x1) < 0.35 * one.size ||
          Math.abs(one.x0 - word.x1) < 0.35 * one.size),
    );
  });
}

function lineOf(words: readonly Word[], page: number, strip: number): Line {
  const sizes = new Map<number, number>();
  let [x0, x1, bold, all] = [Infinity, -Infinity, 0, 0];
  for (const word of words) {
    const letters = word.units.length;
    if (word.raised !== true)
      sizes.set(word.size, (sizes.get(word.size) ?? 0) + letters + (word.drawn === true ? -1 : 0));
    [x0, x1] = [Math.min(x0, word.x0), Math.max(x1, word.x1)];
    all += letters;
    if (word.bold) bold += letters;
  }
  const [size] = [...sizes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [words[0]?.size ?? 0];
  const base = words.find((word) => word.size === size && word.raised !== true) ?? words[0]!;
  return { words, x0, x1, y: base.y, size, bold: bold * 10 > all * 8, page, strip };
}

/** Text of words that stand on one line, in reading order. */
export function textOf(words: readonly Word[], mirrored: boolean): string {
  const ordered = mirrored ? [...words].reverse() : words;
  const units: string[] = [];
  let [right, left] = [0, 0];
  ordered.forEach((word, at) => {
    const before = ordered[at - 1];
    if (before !== undefined && !isJoined(before, word, mirrored)) units.push(' ');
    for (const unit of word.units) {
      units.push(unit);
      if (isRight(unit)) right++;
      else if (/\p{L}/u.test(unit)) left++;
    }
  });
  // A number alone stands as its document is written.
  const ended = /^[.,:;!?؛،؟)\]»]$/u.test(units[0] ?? '') && units[1] !== ' ';
  // What closes a sentence stands left of Latin words only where they are part of one that runs to the left.
  const toLeft = mirrored ? right > 0 || left === 0 || ended : right > left;
  const text = logical(units, toLeft).join('');
  return right > 0 ? withoutStretching(bracketsMended(text)) : text;
}

/** A raised sign that touches its word. */
function isJoined(before: Word, word: Word, mirrored: boolean): boolean {
  if ((mirrored ? before : word).closesUp === true) return true;
  const gap = mirrored ? before.x0 - word.x1 : word.x0 - before.x1;
  const one = before.size !== word.size && (before.raised === true || word.raised === true);
  return one && gap < 0.12 * Math.max(before.size, word.size);
}
