/** The matrix of objectives as a figure. */
import type { CellStatus, CoverageCell } from '../../model/coverage.js';
import { codeName, codeOf, rowName, type Page } from '../html/names.js';
import { signOf, SIGNS } from '../html/signs.js';
import { box, drawing, fitted, text, widthOf, type Sheet } from './svg.js';

const CELL = { width: 27, height: 23 };
const LABEL = 11;
const MARGIN = 16;
const LONGEST = 230;
/** From light to dark, told apart in grey too. */
const SHADES: readonly (readonly [from: number, fill: string, ink: string])[] = [
  [1, '#e4eff7', '#1c2733'],
  [2, '#bfd9eb', '#1c2733'],
  [4, '#86b8da', '#1c2733'],
  [8, '#2c71a3', '#ffffff'],
  [16, '#103e5c', '#ffffff'],
];
const OTHERS: Readonly<Record<Exclude<CellStatus, 'covered'>, readonly [string, string]>> = {
  mentioned: ['#fdf3d3', '#5c4400'],
  'reported-missing': ['#fbe3df', '#8a1f11'],
  'not-mentioned': ['#f6f8fa', '#5f6b78'],
  unanswered: ['#ece8f6', '#463a6b'],
  'not-readable': ['#e3e7eb', '#3d4854'],
  'not-asked': ['#f1f3f5', '#5f6b78'],
};

/** The heat map as SVG. */
export function heatmapSvg(page: Page): string {
  const { strings, run, lang } = page;
  const { by, codes, rows } = run.coverage.objectives;
  const names = rows.map((row) => fitted(rowName(row, by, page).name, LABEL, LONGEST));
  const heads = codes.map(({ code }) => codeName(codeOf(code, page), page));
  const left = MARGIN + Math.max(60, ...names.map((name) => widthOf(name, LABEL))) + 8;
  const tilted = Math.max(40, ...heads.map((head) => widthOf(head, LABEL) * 0.87)) + 12;
  const top = 44 + tilted;
  const grid = rows.length * CELL.height;
  const sheet: Sheet = {
    width: Math.ceil(left + codes.length * CELL.width + tilted * 0.55 + MARGIN),
    height: Math.ceil(top + grid + 78),
    rightToLeft: strings.direction === 'rtl',
  };
  const title = `${strings.title}${strings.colon}${strings.sections.objectives}`;
  const shapes = [
    text(sheet, MARGIN, 26, title, { size: 15, weight: 'bold' }),
    ...heads.map((head, i) =>
      text(sheet, left + (i + 0.6) * CELL.width, top - 7, head, { size: LABEL, turned: 60 }),
    ),
    ...rows.flatMap((row, i) => [
      text(sheet, left - 8, top + (i + 0.66) * CELL.height, names[i] ?? '', {
        size: LABEL,
        anchor: 'end',
      }),
      ...row.cells.map((cell, at) =>
        cellShapes(cell, sheet, { x: left + at * CELL.width, y: top + i * CELL.height }),
      ),
    ]),
    ...legend(page, sheet, top + grid + 26),
  ];
  return drawing(sheet, { title, description: strings.captions.objectives, lang }, shapes);
}

function cellShapes(cell: CoverageCell, sheet: Sheet, place: { x: number; y: number }): string {
  const [fill, ink] = coloursOf(cell);
  const sign = signOf(cell);
  const middle = { x: place.x + CELL.width / 2, y: place.y + CELL.height * 0.66 };
  return (
    box(sheet, { ...place, ...CELL }, fill) +
    text(
      { ...sheet, rightToLeft: false },
      sheet.rightToLeft ? sheet.width - middle.x : middle.x,
      middle.y,
      sign,
      {
        size: 10.5,
        anchor: 'middle',
        fill: ink,
      },
    )
  );
}

function coloursOf({ status, substantive }: CoverageCell): readonly [string, string] {
  if (status !== 'covered') return OTHERS[status];
  const [, fill, ink] = SHADES.filter(([from]) => substantive >= from).at(-1) ?? SHADES[0]!;
  return [fill, ink];
}

function legend({ strings, run }: Page, sheet: Sheet, y: number): string[] {
  const shapes: string[] = [];
  let x = MARGIN;
  for (const [from, fill, ink] of SHADES) {
    shapes.push(box(sheet, { x, y: y - 13, width: 20, height: 18 }, fill));
    shapes.push(text(sheet, x + 10, y, String(from), { size: 10, anchor: 'middle', fill: ink }));
    x += 20;
  }
  shapes.push(text(sheet, x + 6, y, strings.legend.shade, { size: 10.5 }));
  const used = new Set(
    run.coverage.objectives.rows.flatMap(({ cells }) => cells.map(({ status }) => status)),
  );
  x = MARGIN;
  for (const [status, sign] of Object.entries(SIGNS)) {
    if (!used.has(status as CellStatus)) continue;
    const [fill, ink] = OTHERS[status as keyof typeof OTHERS];
    const name = strings.status[status as CellStatus];
    shapes.push(box(sheet, { x, y: y + 9, width: 20, height: 18 }, fill));
    shapes.push(text(sheet, x + 10, y + 22, sign, { size: 10, anchor: 'middle', fill: ink }));
    shapes.push(text(sheet, x + 26, y + 22, name, { size: 10.5 }));
    x += 38 + widthOf(name, 10.5);
  }
  return shapes;
}
