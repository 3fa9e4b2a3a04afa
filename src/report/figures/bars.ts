/** Bars that are made of parts: one below the other, with their numbers. */
import { box, drawing, fitted, rule, text, widthOf, type Sheet } from './svg.js';

/** A bar and what it is made of. */
export interface Bar {
  readonly label: string;
  /** Stands behind the bar. */
  readonly note: string;
  readonly parts: readonly number[];
}

/** A figure of bars. */
export interface Bars {
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  readonly rightToLeft: boolean;
  /** Names of the parts, in their order. */
  readonly legend: readonly string[];
  readonly bars: readonly Bar[];
}

/** Lightness from dark to light, so that grey print tells them apart; hues that colour-blind people do. */
const FILLS = ['#103e5c', '#2c71a3', '#86b8da', '#c8801f', '#e8b86d', '#d9dee3'];
const LINE = 22;
const LABEL = 11;
const MARGIN = 16;
const LONGEST = 300;
const SCALE = 430;
const NOTE = 190;

/** The figure as SVG. */
export function barsSvg({ title, description, lang, rightToLeft, legend, bars }: Bars): string {
  const labels = bars.map(({ label }) => fitted(label, LABEL, LONGEST));
  const left = MARGIN + Math.max(60, ...labels.map((label) => widthOf(label, LABEL))) + 8;
  const most = Math.max(1, ...bars.map(({ parts }) => sum(parts)));
  const [step, last] = ticksOf(most);
  const across = (value: number): number => left + (value / last) * SCALE;
  const top = 74;
  const bottom = top + bars.length * LINE;
  const sheet: Sheet = {
    width: Math.ceil(left + SCALE + NOTE + MARGIN),
    height: bottom + 34,
    rightToLeft,
  };
  const ticks = Array.from({ length: last / step + 1 }, (_, i) => i * step);
  const shapes = [
    text(sheet, MARGIN, 26, title, { size: 15, weight: 'bold' }),
    ...legendShapes(legend, sheet),
    ...ticks.flatMap((tick) => [
      rule(sheet, across(tick), top - 4, bottom),
      text(sheet, across(tick), bottom + 16, String(tick), {
        size: 10,
        anchor: 'middle',
        fill: '#4c5a69',
      }),
    ]),
    ...bars.flatMap((bar, i) => {
      const y = top + i * LINE;
      return [
        text(sheet, left - 8, y + LINE * 0.62, labels[i] ?? '', { size: LABEL, anchor: 'end' }),
        ...barShapes(bar, sheet, across, y),
      ];
    }),
  ];
  return drawing(sheet, { title, description, lang }, shapes);
}

function barShapes(
  { parts, note }: Bar,
  sheet: Sheet,
  across: (value: number) => number,
  y: number,
): string[] {
  const shapes: string[] = [];
  let at = 0;
  for (const [i, part] of parts.entries()) {
    if (part === 0) continue;
    const x = across(at);
    const place = { x, y: y + 3, width: across(at + part) - x, height: LINE - 7 };
    shapes.push(box(sheet, place, FILLS[i] ?? '#999999', String(part)));
    at += part;
  }
  return [
    ...shapes,
    text(sheet, across(at) + 6, y + LINE * 0.62, note, { size: 10, fill: '#4c5a69' }),
  ];
}

function legendShapes(names: readonly string[], sheet: Sheet): string[] {
  let x = MARGIN;
  return names.flatMap((name, i) => {
    const shapes = [
      box(sheet, { x, y: 40, width: 16, height: 14 }, FILLS[i] ?? '#999999'),
      text(sheet, x + 21, 51, name, { size: 10.5 }),
    ];
    x += 38 + widthOf(name, 10.5);
    return shapes;
  });
}

/** Round steps of the scale, and where it ends. */
function ticksOf(most: number): [step: number, last: number] {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? power * 10;
  return [step, Math.ceil(most / step) * step];
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0);
}
