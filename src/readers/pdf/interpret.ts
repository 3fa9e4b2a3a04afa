/** Follows a page's drawing operators: where each sign stands, which lines and small shapes are drawn. */
import { Refusal } from '../types.js';
import { believed, spoken } from './actual-text.js';
import { apply, IDENTITY, matrixOf, multiply } from './matrix.js';
import type { Matrix } from './matrix.js';
import { extentOf, shapesOf } from './shapes.js';
import type { Drawing, Font, Glyph, Rule } from './types.js';

/** Operators as pdfjs lists them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The numbers of the operators, as pdfjs names them. */
export type OperatorNames = Readonly<Record<string, number>>;

/** What is asked of a font by its id. */
export interface FontFacts {
  readonly font: Font;
  /** Points of text space in a unit of its widths (0.001 for most). */
  readonly unit: number;
  readonly vertical: boolean;
  /** False for a code that the table of letters of an Arabic font leaves out. */
  readonly isMapped: (code: number) => boolean;
}

/** More signs than any page of words has; beyond it a page is refused. */
const MOST_SIGNS = 200_000;

interface State {
  matrix: Matrix;
  font: FontFacts | null;
  size: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  /** The box outside of which nothing is seen; null for the whole page. */
  clip: Rule | null;
}

interface DrawnGlyph extends Glyph {
  readonly quarter: number;
}

interface Work {
  readonly glyphs: DrawnGlyph[];
  readonly rules: Rule[];
  readonly dots: Rule[];
  readonly stack: State[];
  readonly marks: number[];
  /** What marked contents stand for, by the place of their operator. */
  readonly actual: ReadonlyMap<number, string>;
  /** The open content whose text the file gives. */
  span: { readonly text: string; readonly depth: number; readonly from: number } | null;
  /** Place of the current operator. */
  at: number;
  /** True where the next path bounds what is seen. */
  clipping: boolean;
  /** Forms that are drawn within each other. */
  forms: number;
  state: State;
  text: Matrix;
  line: Matrix;
  /** Area of the largest unit square that was set up as for an image, in square points. */
  square: number;
  images: boolean;
}

/** Mark of what the file says is no part of its text: running heads, page numbers, decoration. */
export const ARTIFACT = -2;

/** Stands for a mark that is drawn, but whose letters the file gives to another sign. */
export const GHOST = '\ufffc';

/** Signs without letters in an Arabic font: marks have no width, strokes that stretch a word have one. */
function unmapped({ width, originalCharCode }: ShownGlyph): string {
  return width === 0 ? GHOST + String.fromCodePoint(Math.min(originalCharCode, 0xffff)) : '\u0640';
}

type Step = (work: Work, args: readonly unknown[]) => void;

/**
 * Reads what a page draws. Issue: GCM128 for a page with more signs than a page can have.
 * @param base maps the page's own coordinates to points from its upper left corner
 */
export function interpret(
  operators: Operators,
  names: OperatorNames,
  base: readonly number[],
  fontOf: (id: string) => FontFacts | null,
  area: number,
  actual: ReadonlyMap<number, string>,
): Drawing {
  const steps = stepsByNumber(names, fontOf);
  const work: Work = {
    glyphs: [],
    rules: [],
    dots: [],
    stack: [],
    marks: [],
    actual,
    span: null,
    at: 0,
    clipping: false,
    forms: 0,
    state: { ...START, matrix: matrixOf(base) },
    text: IDENTITY,
    line: IDENTITY,
    square: 0,
    images: false,
  };
  operators.fnArray.forEach((operator, at) => {
    work.at = at;
    steps.get(operator)?.(work, (operators.argsArray[at] ?? []) as readonly unknown[]);
    if (work.glyphs.length > MOST_SIGNS) refusePage();
  });
  const quarter = commonQuarter(work.glyphs);
  const glyphs = believed(work.glyphs.filter((glyph) => glyph.quarter === quarter));
  const askew = work.glyphs.filter((glyph) => glyph.quarter !== quarter);
  const turned = { quarter, glyphs, rules: work.rules, dots: work.dots };
  return {
    ...turn(turned),
    images: work.images || (glyphs.every(({ text }) => isSpace(text)) && work.square > area / 20),
    askew: askew
      .slice(0, 200)
      .map(({ text }) => text)
      .join(''),
  };
}

const START: State = {
  matrix: IDENTITY,
  font: null,
  size: 0,
  charSpace: 0,
  wordSpace: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  clip: null,
};

function refusePage(): never {
  throw new Refusal(
    'GCM128',
    `A page holds more than ${MOST_SIGNS} signs; no page of a document does.`,
    'Print the document to PDF again, without drawings.',
  );
}

function stepsByNumber(
  names: OperatorNames,
  fontOf: (id: string) => FontFacts | null,
): ReadonlyMap<number, Step> {
  const steps: Readonly<Record<string, Step>> = {
    ...stateSteps(fontOf),
    ...textSteps(),
    constructPath: (work, args) => takePath(work, names, args),
  };
  const byNumber = new Map<number, Step>();
  for (const [name, step] of Object.entries(steps)) {
    const number = names[name];
    if (number !== undefined) byNumber.set(number, step);
  }
  const image: Step = (work) => {
    work.images = true;
  };
  for (const [name, number] of Object.entries(names))
    if (/^paint.*Image/u.test(name)) byNumber.set(number, image);
  return byNumber;
}

function stateSteps(fontOf: (id: string) => FontFacts | null): Record<string, Step> {
  const push: Step = (work) => void work.stack.push({ ...work.state });
  const pop: Step = (work) => {
    work.state = work.stack.pop() ?? work.state;
  };
  const mark = (work: Work, [tag, number]: readonly unknown[]): void => {
    const name = typeof tag === 'string' ? tag : (tag as { name?: unknown } | null)?.name;
    const outer = work.marks.at(-1) ?? -1;
    // A form counts its marks for itself: its words are part of what it is drawn in.
    const own = typeof number === 'number' && work.forms === 0 ? number : outer;
    work.marks.push(name === 'Artifact' ? ARTIFACT : own);
    const text = work.actual.get(work.at);
    if (text !== undefined && work.span === null)
      work.span = { text, depth: work.marks.length, from: work.glyphs.length };
  };
  const clip = (work: Work): void => {
    work.clipping = true;
  };
  return {
    save: push,
    restore: pop,
    clip,
    eoClip: clip,
    transform: (work, args) => {
      work.state.matrix = multiply(work.state.matrix, matrixOf(args));
      const [a, b, c, d] = work.state.matrix;
      work.square = Math.max(work.square, Math.abs(a * d - b * c));
    },
    paintFormXObjectBegin: (work, args) => {
      push(work, args);
      work.forms++;
      work.state.matrix = multiply(work.state.matrix, matrixOf(args[0]));
    },
    paintFormXObjectEnd: (work, args) => {
      work.forms--;
      pop(work, args);
    },
    setFont: ({ state }, args) => {
      state.font = fontOf(String(args[0]));
      state.size = Number(args[1]);
    },
    beginMarkedContent: (work, args) => mark(work, args.slice(0, 1)),
    beginMarkedContentProps: mark,
    endMarkedContent: (work) => {
      if (work.span?.depth === work.marks.length) {
        const { from, text } = work.span;
        work.glyphs.push(...spoken(work.glyphs.splice(from), text));
        work.span = null;
      }
      work.marks.pop();
    },
  };
}

function textSteps(): Record<string, Step> {
  const move = (work: Work, x: number, y: number): void => {
    work.line = multiply(work.line, [1, 0, 0, 1, x, y]);
    work.text = work.line;
  };
  const reset = (work: Work, matrix: Matrix): void => {
    work.line = matrix;
    work.text = matrix;
  };
  return {
    beginText: (work) => reset(work, IDENTITY),
    setTextMatrix: (work, args) => reset(work, matrixOf(args.length === 6 ? args : args[0])),
    moveText: (work, args) => move(work, Number(args[0]), Number(args[1])),
    setLeadingMoveText: (work, args) => {
      work.state.leading = Number(args[1]);
      move(work, Number(args[0]), Number(args[1]));
    },
    nextLine: (work) => move(work, 0, work.state.leading),
    setLeading: ({ state }, args) => void (state.leading = -Number(args[0])),
    setCharSpacing: ({ state }, args) => void (state.charSpace = Number(args[0])),
    setWordSpacing: ({ state }, args) => void (state.wordSpace = Number(args[0])),
    setHScale: ({ state }, args) => void (state.scale = Number(args[0]) / 100),
    setTextRise: ({ state }, args) => void (state.rise = Number(args[0])),
    showText: (work, args) => showText(work, args[0]),
  };
}

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly originalCharCode: number;
}

/** True for a plain or a no-break space. */
export function isSpace(text: string): boolean {
  return text === ' ' || text === '\u00a0';
}

function showText(work: Work, shown: unknown): void {
  const { state } = work;
  if (state.font === null || !Array.isArray(shown)) return;
  const { unit, vertical, isMapped } = state.font;
  for (const one of shown as readonly (number | ShownGlyph | null)[]) {
    if (one === null) continue;
    if (typeof one === 'number') {
      const back = (-one * state.size) / 1000;
      work.text = multiply(
        work.text,
        vertical ? [1, 0, 0, 1, 0, back] : [1, 0, 0, 1, back * state.scale, 0],
      );
      continue;
    }
    const inked = (one.width * unit * state.size + state.charSpace) * state.scale;
    // A sign without width and letters of its own is a mark whose letters another sign has.
    takeGlyph(work, isMapped(one.originalCharCode) ? one.unicode : unmapped(one), inked);
    const advance = inked + (one.isSpace ? state.wordSpace * state.scale : 0);
    work.text = multiply(work.text, [1, 0, 0, 1, advance, 0]);
  }
}

function takeGlyph(work: Work, unicode: string, width: number): void {
  if (unicode === '') return;
  const { state } = work;
  const matrix = multiply(state.matrix, work.text);
  const [x, y] = apply(matrix, 0, state.rise);
  const [endX, endY] = apply(matrix, width, state.rise);
  const [upX, upY] = apply(matrix, 0, state.rise + state.size);
  const size = Math.hypot(upX - x, upY - y);
  const quarter = quarterOf(endX - x, endY - y, upX - x, upY - y);
  if (!Number.isFinite(size) || size === 0 || state.font === null) return;
  if (quarter === 0 && isCutOff(state.clip, y, size)) return;
  const along = Math.hypot(endX - x, endY - y);
  work.glyphs.push({
    text: /^[\u00a0\u202f]+$/u.test(unicode) ? '\u00a0' : /^\s+$/u.test(unicode) ? ' ' : unicode,
    x0: x,
    x1: x + along,
    y,
    size,
    font: state.font.font,
    mark: work.marks.at(-1) ?? -1,
    quarter,
  });
}

/** Of a line that begins on the next page, browsers draw the signs that reach up into this one. */
function isCutOff(clip: Rule | null, y: number, size: number): boolean {
  return clip !== null && (y > clip.y1 + 0.15 * size || y < clip.y0 - 0.15 * size);
}

/** Quarter turns clockwise of the direction that is written in; 9 for any other angle. */
function quarterOf(x: number, y: number, upX: number, upY: number): number {
  // A sign without width tells its direction by what is up.
  const [dx, dy] = Math.hypot(x, y) > 0 ? [x, y] : [-upY, upX];
  const slack = Math.hypot(dx, dy) / 20;
  if (Math.abs(dy) <= slack) return dx > 0 ? 0 : 2;
  if (Math.abs(dx) <= slack) return dy > 0 ? 1 : 3;
  return 9;
}

function commonQuarter(glyphs: readonly DrawnGlyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { quarter } of glyphs) if (quarter < 4) counts[quarter]!++;
  return counts.indexOf(Math.max(...counts));
}

interface Turned {
  readonly quarter: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly dots: readonly Rule[];
}

/** Turns a page so that its text runs to the right. */
function turn({ quarter, glyphs, rules, dots }: Turned): Omit<Turned, 'quarter'> {
  if (quarter === 0) return { glyphs, rules, dots };
  const point = (x: number, y: number): readonly [number, number] =>
    quarter === 1 ? [y, -x] : quarter === 2 ? [-x, -y] : [-y, x];
  const box = ({ x0, y0, x1, y1 }: Rule): Rule => {
    const [a, b] = point(x0, y0);
    const [c, d] = point(x1, y1);
    return { x0: Math.min(a, c), y0: Math.min(b, d), x1: Math.max(a, c), y1: Math.max(b, d) };
  };
  const moved = glyphs.map((glyph) => {
    const [x, y] = point(glyph.x0, glyph.y);
    return { ...glyph, x0: x, x1: x + glyph.x1 - glyph.x0, y };
  });
  return { glyphs: moved, rules: rules.map(box), dots: dots.map(box) };
}

function takePath(work: Work, names: OperatorNames, args: readonly unknown[]): void {
  const [paint, data] = args as [number, readonly (ArrayLike<number> | null)[] | undefined];
  const filled = [names['fill'], names['eoFill'], names['fillStroke'], names['eoFillStroke']];
  const stroked = [names['stroke'], names['closeStroke'], names['fillStroke']];
  const path = Array.isArray(data) ? data[0] : null;
  if (work.clipping) work.state.clip = narrowed(work, path ?? null);
  work.clipping = false;
  if (path === null || path === undefined) return;
  const found = shapesOf(path, work.state.matrix, filled.includes(paint), stroked.includes(paint));
  work.rules.push(...found.rules);
  work.dots.push(...found.dots);
}

/** What is seen inside both the box that bounds it already and a path. */
function narrowed({ state }: Work, path: ArrayLike<number> | null): Rule | null {
  const box = path === null ? null : extentOf(path, state.matrix);
  if (box === null || state.clip === null) return box ?? state.clip;
  const { x0, y0, x1, y1 } = state.clip;
  return {
    x0: Math.max(x0, box.x0),
    y0: Math.max(y0, box.y0),
    x1: Math.min(x1, box.x1),
    y1: Math.min(y1, box.y1),
  };
}
