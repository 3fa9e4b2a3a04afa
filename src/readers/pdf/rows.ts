/**
 * Rows of a table without borders. The question may stand at the top, the
 * middle or the bottom of its row, so rows are found by trying where the
 * answers' lines may be cut: that way is taken in which every question stands
 * best in its row.
 */
import { parseMarker } from '../markers.js';
import { textOf } from './lines.js';
import { isApart, paragraphsOf, pitchOf } from './paragraphs.js';
import type { Column } from './paragraphs.js';
import type { Line } from './types.js';

/** One row: the lines of each column. */
export type Cells = readonly (readonly Line[])[];

/** A line with its place when the pages are laid end to end. */
interface Placed {
  readonly line: Line;
  readonly top: number;
  readonly bottom: number;
}

/** Words of the asking column that belong together. */
interface Key {
  readonly lines: readonly Line[];
  readonly top: number;
  readonly bottom: number;
  readonly strip: number;
  /** A title inside the table, which needs no answer. */
  readonly title: boolean;
}

/** What is known of where rows may be cut. */
interface Cuts {
  /** Cost of a cut before each line of the answers; the last one stands for the end. */
  readonly before: readonly number[];
}

type Mode = 'top' | 'middle' | 'bottom';

/**
 * Cuts the columns of a table to rows.
 * @param columns lines of each column, pages one after another
 * @param isRuled true when a drawn line parts two heights of a strip
 */
export function rowsOfTable(
  columns: readonly (readonly Line[])[],
  describe: Column,
  isRuled: (strip: number, from: number, to: number) => boolean,
): Cells[] {
  const long = longest(columns);
  const short = keyColumn(columns, long);
  if (short === null) return [columns];
  const place = unrolled(columns);
  const answers = (columns[long] ?? []).map(place);
  const labels = labelsOf(columns, short);
  const keys = keysOf(columns[short] ?? [], labels, describe, place);
  if (keys.length === 0) return [columns];
  const cuts = { before: cutCosts(answers, keys, labels, describe, isRuled) };
  const modes: readonly Mode[] = ['top', 'middle', 'bottom'];
  const plans = modes.map((mode) => planRows(keys, answers, cuts, mode));
  const best = plans.reduce((one, other) => (other.cost < one.cost ? other : one));
  return cellsOf(columns, { long, short, keys, answers, starts: best.starts }, place);
}

function longest(columns: readonly (readonly Line[])[]): number {
  const letters = columns.map((lines) =>
    lines.reduce(
      (sum, { words }) => sum + words.reduce((all, { units }) => all + units.length, 0),
      0,
    ),
  );
  return letters.indexOf(Math.max(...letters));
}

/** The column that asks: the first with words of its own, numbers alone do not count. */
function keyColumn(columns: readonly (readonly Line[])[], long: number): number | null {
  const others = columns.flatMap((lines, at) => (at === long || lines.length === 0 ? [] : [at]));
  return others.find((at) => !isLabels(columns[at] ?? [])) ?? others[0] ?? null;
}

/** True for a column that holds only short numbers or letters. */
export function isLabels(lines: readonly Line[]): boolean {
  return (
    lines.length > 0 &&
    lines.every(({ words }) => words.reduce((sum, { units }) => sum + units.length, 0) <= 5)
  );
}

function labelsOf(columns: readonly (readonly Line[])[], short: number): readonly Line[] {
  return columns.find((lines, at) => at < short && isLabels(lines)) ?? [];
}

/** Lays pages end to end: heights grow over the whole table. */
function unrolled(columns: readonly (readonly Line[])[]): (line: Line) => Placed {
  const extents = new Map<number, { top: number; bottom: number }>();
  for (const line of columns.flat()) {
    const own = extents.get(line.strip);
    const [top, bottom] = [line.y - 0.8 * line.size, line.y + 0.25 * line.size];
    extents.set(line.strip, {
      top: Math.min(own?.top ?? top, top),
      bottom: Math.max(own?.bottom ?? bottom, bottom),
    });
  }
  const offsets = new Map<number, number>();
  let height = 0;
  for (const [strip, { top, bottom }] of [...extents].sort((a, b) => a[0] - b[0])) {
    offsets.set(strip, height - top);
    height += bottom - top + 3;
  }
  return (line) => {
    const offset = offsets.get(line.strip) ?? 0;
    return {
      line,
      top: line.y - 0.8 * line.size + offset,
      bottom: line.y + 0.25 * line.size + offset,
    };
  };
}

const SECTION =
  /^(?:(?:[IVX]{1,5}|[A-H])\s?[.)–—-]|(?:المحور|الباب|القسم|الفصل|الجزء)\s|[اأ]ولا|(?:ثاني|ثالث|رابع|خامس|سادس|سابع)ا)/u;
const ASKS = /[?؟]\s*$/u;

/** Whether a number, a letter or a word opens a text. */
function opening(text: string): string {
  const marker = parseMarker(text)?.marker ?? '';
  return /\p{Nd}/u.test(marker) ? 'number' : /\p{L}/u.test(marker) ? 'letter' : 'word';
}

/** True where the other keys open otherwise, and each in one way: "2." stands above "a)", "b)". */
function isOdd(text: string, all: readonly string[]): boolean {
  const kind = opening(text);
  const others = all.filter((one) => !['word', kind].includes(opening(one)));
  if (kind === 'word' || others.length * 3 < all.length * 2) return false;
  const [first] = others;
  return first !== undefined && others.every((one) => opening(one) === opening(first));
}

/** The questions: parted by white space, by a number or letter that opens them, by print. */
function keysOf(
  lines: readonly Line[],
  labels: readonly Line[],
  column: Column,
  place: (line: Line) => Placed,
): Key[] {
  const parted = partKeys(lines, [], column);
  // Labels in a column of their own tell where questions begin, where nothing else does.
  const groups = parted.length < labels.length ? partKeys(lines, labels, column) : parted;
  const texts = groups.map((group) =>
    group.map(({ words }) => textOf(words, column.mirrored)).join(' '),
  );
  return groups.map((group, at) => {
    const placed = group.map(place);
    const text = texts[at]!;
    return {
      lines: group,
      top: placed[0]!.top,
      bottom: placed.at(-1)!.bottom,
      strip: group[0]!.strip,
      title: !ASKS.test(text) && (SECTION.test(text) || isOdd(text, texts)),
    };
  });
}

function partKeys(lines: readonly Line[], labels: readonly Line[], column: Column): Line[][] {
  const pitches = pitchOf(lines);
  const left = Math.min(...lines.map(({ x0 }) => x0));
  const groups: Line[][] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const group = groups.at(-1);
    const text = textOf(line.words, column.mirrored);
    const opens =
      before === undefined ||
      (before.strip === line.strip
        ? isApart(before, line, pitches) || before.bold !== line.bold || isLabelled(line, labels)
        : endsSentence(textOf(before.words, column.mirrored))) ||
      (line.x0 < left + 12 && isLabel(text));
    if (opens || group === undefined) groups.push([line]);
    else group.push(line);
  });
  return groups;
}

function isLabel(text: string): boolean {
  const marker = parseMarker(text)?.marker;
  return marker !== undefined && /[\p{L}\p{Nd}]/u.test(marker) && marker !== 'o';
}

function isLabelled(line: Line, labels: readonly Line[]): boolean {
  return labels.some(({ strip, y }) => strip === line.strip && Math.abs(y - line.y) < 1);
}

function endsSentence(text: string): boolean {
  return /[.?؟)!]\s*$/u.test(text);
}

/**
 * Cutting inside a paragraph or before a sub-item is dear, cutting at white space or a drawn line is
 * cheap. Rows may follow each other without white space: what begins beside a question, after a
 * full stop, is likely its answer, the more so where the question's number stands there too.
 */
function cutCosts(
  answers: readonly Placed[],
  keys: readonly Key[],
  labels: readonly Line[],
  column: Column,
  isRuled: (strip: number, from: number, to: number) => boolean,
): number[] {
  const lines = answers.map(({ line }) => line);
  const pitches = pitchOf(lines);
  const paragraphs = paragraphsOf(lines, column);
  const starts = new Map(paragraphs.map((one) => [one.first, one]));
  const costs = lines.map((line, at) => {
    const before = lines[at - 1];
    if (before === undefined) return 0;
    const paragraph = starts.get(line);
    const ended = endsSentence(textOf(before.words, column.mirrored));
    const inside = ended && isBeside(line, keys) ? (isLabelled(line, labels) ? -9 : 0) : 60;
    let cost = paragraph === undefined ? inside : (paragraph.level ?? 0) > 0 ? 25 : 0;
    if (before.strip === line.strip) {
      if (isRuled(line.strip, before.y, line.y)) cost -= 40;
      else if (isApart(before, line, pitches)) cost -= Math.min(14, (line.y - before.y) / 2);
    } else if (cost === 0) {
      // A page's end hides the white space between rows.
      cost -= 0.9 * line.size;
    }
    return cost;
  });
  return [...costs, 0];
}

/** True for a line on whose height a question begins. */
function isBeside({ strip, y }: Line, keys: readonly Key[]): boolean {
  return keys.some(({ lines: [first] }) => first?.strip === strip && Math.abs(first.y - y) < 1);
}

interface Plan {
  readonly cost: number;
  /** First line of the answers of each row. */
  readonly starts: readonly number[];
}

/** The cheapest way to give each key its lines, found from the first key to the last. */
function planRows(keys: readonly Key[], answers: readonly Placed[], cuts: Cuts, mode: Mode): Plan {
  let plans: Plan[] = [{ cost: 0, starts: [0] }];
  keys.forEach((key, at) => {
    const ends = at === keys.length - 1 ? [answers.length] : endsAfter(keys, at, answers);
    const next: Plan[] = [];
    for (const end of ends) {
      let best: Plan | null = null;
      for (const plan of plans) {
        const start = plan.starts.at(-1)!;
        if (start > end) continue;
        const cost =
          plan.cost +
          rowCost(key, answers.slice(start, end), mode) +
          overlapCost(key, keys[at + 1], answers[end - 1], answers[end], start < end) +
          (end === answers.length || end === start ? 0 : (cuts.before[end] ?? 0));
        if (best === null || cost < best.cost) best = { cost, starts: [...plan.starts, end] };
      }
      if (best !== null) next.push(best);
    }
    plans = next;
  });
  const best = plans.reduce((one, other) => (other.cost < one.cost ? other : one));
  return { cost: best.cost, starts: best.starts.slice(0, -1) };
}

/** Lines at which the next row may begin: those between the middles of the two keys. */
function endsAfter(keys: readonly Key[], at: number, answers: readonly Placed[]): number[] {
  const [key, next] = [keys[at]!, keys[at + 1]!];
  const [from, to] = [(key.top + key.bottom) / 2, (next.top + next.bottom) / 2];
  const ends: number[] = [];
  for (let end = 0; end <= answers.length; end++) {
    const below = answers[end]?.bottom ?? Infinity;
    const above = answers[end - 1]?.top ?? -Infinity;
    if (below >= from - 2 && above <= to + 2) ends.push(end);
  }
  return ends.slice(0, 400);
}

/** How badly a key stands in a row of the given lines, in points. */
function rowCost(key: Key, lines: readonly Placed[], mode: Mode): number {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return key.title ? 2 : 45;
  const off = Math.min(offset(key, first.top, last.bottom, mode), 80);
  if (first.line.strip === last.line.strip) return off;
  // A row that runs over a page: writers put the question at the top of its part, or in the middle of one.
  const own = lines.filter(({ line }) => line.strip === key.strip);
  const part = own.length === 0 ? 80 : offset(key, own[0]!.top, own.at(-1)!.bottom, mode);
  const top = Math.abs(key.top - first.top);
  return Math.min(off, part + 4, top + 2, 80);
}

function offset(key: Key, top: number, bottom: number, mode: Mode): number {
  if (mode === 'top') return Math.abs(key.top - top);
  if (mode === 'bottom') return Math.abs(key.bottom - bottom);
  return Math.abs(key.top + key.bottom - top - bottom) / 2;
}

/** Rows do not reach into each other. */
function overlapCost(
  key: Key,
  next: Key | undefined,
  last: Placed | undefined,
  first: Placed | undefined,
  answered: boolean,
): number {
  if (next === undefined) return 0;
  const end = Math.max(key.bottom, answered ? (last?.bottom ?? 0) : 0);
  const start = Math.min(next.top, first?.top ?? Infinity);
  return Math.max(0, end - start - 2) * 3;
}

interface Planned {
  readonly long: number;
  readonly short: number;
  readonly keys: readonly Key[];
  readonly answers: readonly Placed[];
  readonly starts: readonly number[];
}

/** The lines of every column by row; columns beside the two that were planned follow by height. */
function cellsOf(
  columns: readonly (readonly Line[])[],
  { long, short, keys, answers, starts }: Planned,
  place: (line: Line) => Placed,
): Cells[] {
  const tops = keys.map((key, at) => {
    const start = starts[at] ?? 0;
    const own = start < (starts[at + 1] ?? answers.length) ? answers[start] : undefined;
    return Math.min(key.top, own?.top ?? Infinity);
  });
  const rowAt = (line: Line): number => {
    const { top, bottom } = place(line);
    return Math.max(
      0,
      tops.findLastIndex((edge) => edge <= (top + bottom) / 2),
    );
  };
  return keys.map((key, row) =>
    columns.map((lines, column) => {
      if (column === short) return key.lines;
      if (column === long)
        return answers
          .slice(starts[row], starts[row + 1] ?? answers.length)
          .map(({ line }) => line);
      return lines.filter((line) => rowAt(line) === row);
    }),
  );
}
