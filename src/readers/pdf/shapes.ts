/** Lines and small shapes in a drawn path. */
import { apply } from './matrix.js';
import type { Matrix } from './matrix.js';
import type { Rule } from './types.js';

/** Filled boxes thinner than this are lines, in points. */
const THIN = 3;
/** Filled shapes up to this size may be bullets, in points. */
const SMALL = 8;
/** Numbers that follow each kind of step: move, line, curve, quadratic curve, close. */
const LENGTHS = [2, 2, 6, 4, 0];
/** More steps than a page's lines take; the rest is a drawing. */
const MOST_STEPS = 50_000;

interface Path {
  readonly points: (readonly [x: number, y: number])[];
  curved: boolean;
  closed: boolean;
}

/** What a path draws that matters to the layout. */
export interface Shapes {
  readonly rules: readonly Rule[];
  readonly dots: readonly Rule[];
}

/** Finds straight lines, thin boxes and small filled shapes. */
export function shapesOf(
  data: ArrayLike<number>,
  matrix: Matrix,
  filled: boolean,
  stroked: boolean,
): Shapes {
  const rules: Rule[] = [];
  const dots: Rule[] = [];
  if (!filled && !stroked) return { rules, dots };
  for (const path of pathsOf(data, matrix)) {
    const box = boundsOf(path.points);
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
    if (Math.min(width, height) <= THIN && Math.max(width, height) > SMALL) rules.push(box);
    else if (width <= SMALL && height <= SMALL && Math.min(width, height) > 0.5) dots.push(box);
    else if (stroked && !path.curved) rules.push(...edgesOf(path));
  }
  return { rules, dots };
}

/** The box that holds a whole path; null for one without points. */
export function extentOf(data: ArrayLike<number>, matrix: Matrix): Rule | null {
  const points = pathsOf(data, matrix).flatMap((path) => path.points);
  return points.length === 0 ? null : boundsOf(points);
}

function pathsOf(data: ArrayLike<number>, matrix: Matrix): Path[] {
  const paths: Path[] = [];
  let steps = 0;
  for (let at = 0; at < data.length && steps < MOST_STEPS; steps++) {
    const kind = data[at] ?? 4;
    const length = LENGTHS[kind] ?? 0;
    if (kind === 0 || paths.length === 0) paths.push({ points: [], curved: false, closed: false });
    const path = paths.at(-1)!;
    if (kind === 4) path.closed = true;
    if (kind === 2 || kind === 3) path.curved = true;
    // Of a curve the end alone is kept; its bounds are a little larger, which no line or bullet minds.
    if (length > 0)
      path.points.push(apply(matrix, data[at + length - 1] ?? 0, data[at + length] ?? 0));
    at += length + 1;
  }
  return paths.filter(({ points }) => points.length > 1);
}

function boundsOf(points: Path['points']): Rule {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [x0, x1] = [Math.min(x0, x), Math.max(x1, x)];
    [y0, y1] = [Math.min(y0, y), Math.max(y1, y)];
  }
  return { x0, y0, x1, y1 };
}

/** The horizontal and vertical edges of a box or a polygon that is drawn as lines. */
function edgesOf({ points, closed }: Path): Rule[] {
  const ends = closed && points[0] !== undefined ? [...points, points[0]] : points;
  const edges: Rule[] = [];
  for (let at = 1; at < Math.min(ends.length, 200); at++) {
    const edge = boundsOf([ends[at - 1]!, ends[at]!]);
    const [width, height] = [edge.x1 - edge.x0, edge.y1 - edge.y0];
    if (Math.min(width, height) <= 1 && Math.max(width, height) > SMALL) edges.push(edge);
  }
  return edges;
}
