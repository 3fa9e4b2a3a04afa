import { plainLine } from '../model/text.js';
import type { CellStatus, Coverage, CoverageCell } from '../model/coverage.js';
import { labelFor, shortCode } from './labels.js';
import type { ReportCode, RunResult } from './run-result.js';
import { displayWidth, padEnd, padStart, truncate, wrap } from './width.js';

/** How the terminal shows the matrix. */
export interface TerminalOptions {
  /** Columns of the terminal; 80 where it is not known. */
  readonly width?: number;
  /** ANSI colours; off by default. */
  readonly color?: boolean;
}

const COLOURS: Readonly<Record<CellStatus, string>> = {
  covered: '32',
  mentioned: '33',
  'reported-missing': '31',
  'not-mentioned': '2',
  unanswered: '36',
  'not-readable': '35',
  'not-asked': '2',
};

const LEGEND: readonly (readonly [CellStatus, string, string])[] = [
  ['covered', '12', 'statements that treat it'],
  ['mentioned', '~2', 'only mentioned'],
  ['reported-missing', 'x1', 'only reported missing'],
  ['not-mentioned', '.', 'not mentioned'],
  ['unanswered', '-', 'asked, not answered'],
  ['not-readable', '?', 'not readable'],
  ['not-asked', '/', 'not asked'],
];

/** The sign of a cell: a number, with a mark where it counts something else than coverage. */
export function cellSign({ status, substantive, mention, absent }: CoverageCell): string {
  if (status === 'covered') return String(substantive);
  if (status === 'mentioned') return mention > 0 ? `~${mention}` : '~';
  if (status === 'reported-missing') return `x${absent}`;
  return LEGEND.find(([known]) => known === status)?.[1] ?? '';
}

/** The objectives matrix as text: rows × objectives, in as many blocks as the width demands. */
export function terminalMatrix(run: RunResult, options: TerminalOptions = {}): string {
  const width = Math.max(options.width ?? 80, 40);
  const paint = painter(options.color ?? false);
  const coverage = run.coverage.objectives;
  if (coverage.rows.length === 0) return 'No documents, so no coverage.\n';
  const table = layout(run, coverage, width);
  return `${[
    ...table.blocks.map((block) => drawBlock(block, table, coverage, paint)),
    legend(width, paint),
    columnKey(table, width),
    totals(coverage, width),
  ].join('\n\n')}\n`;
}

interface Table {
  readonly codes: readonly ReportCode[];
  readonly labels: readonly string[];
  readonly labelWidth: number;
  readonly cellWidth: number;
  /** Column numbers of each block. */
  readonly blocks: readonly (readonly number[])[];
}

type Paint = (status: CellStatus, text: string) => string;

function painter(color: boolean): Paint {
  return (status, text) => (color ? `\u001b[${COLOURS[status]}m${text}\u001b[0m` : text);
}

function layout(run: RunResult, coverage: Coverage, width: number): Table {
  const known = new Map(run.codes.map((code) => [code.code, code]));
  const codes = coverage.codes.map(
    (code): ReportCode => known.get(code.code) ?? { ...code, titles: {}, labels: {} },
  );
  const limit = Math.max(12, Math.floor(width / 4));
  const labels = coverage.rows.map(({ key, label }) =>
    truncate(plainLine(run.names?.[key] ?? label) || '(none)', limit),
  );
  const labelWidth = Math.max(...labels.map(displayWidth), coverage.by.length);
  const signs = coverage.rows.flatMap(({ cells }) => cells.map(cellSign));
  const heads = codes.map(shortCode);
  const cellWidth = Math.max(...[...signs, ...heads].map(displayWidth)) + 1;
  const perBlock = Math.max(1, Math.floor((width - labelWidth) / cellWidth));
  return { codes, labels, labelWidth, cellWidth, blocks: chunk(codes.length, perBlock) };
}

function chunk(length: number, size: number): number[][] {
  const numbers = Array.from({ length }, (_, i) => i);
  const count = Math.ceil(length / size);
  const even = Math.ceil(length / Math.max(count, 1));
  return Array.from({ length: count }, (_, i) => numbers.slice(i * even, (i + 1) * even));
}

function drawBlock(
  columns: readonly number[],
  { codes, labels, labelWidth, cellWidth }: Table,
  coverage: Coverage,
  paint: Paint,
): string {
  const head = columns.map((i) => {
    const code = codes[i];
    return padStart(code ? shortCode(code) : '', cellWidth);
  });
  const lines = coverage.rows.map((row, r) => {
    const cells = columns.map((i) => row.cells[i]).filter((cell) => cell !== undefined);
    const drawn = cells.map((cell) => paint(cell.status, padStart(cellSign(cell), cellWidth)));
    return padEnd(labels[r] ?? '', labelWidth) + drawn.join('');
  });
  return [padEnd(coverage.by, labelWidth) + head.join(''), ...lines].join('\n');
}

function legend(width: number, paint: Paint): string {
  const entries = LEGEND.map(([status, sign, meaning]) => ({
    text: `${sign} = ${meaning}`,
    painted: `${paint(status, sign)} = ${meaning}`,
  }));
  return wrap(entries, width, '   ');
}

function columnKey({ codes }: Table, width: number): string {
  const entries = codes.map((code) => {
    const text = `${shortCode(code)} ${plainLine(labelFor(code, 'en'))}`;
    return { text, painted: text };
  });
  return wrap(entries, width, ' · ');
}

function totals({ rows }: Coverage, width: number): string {
  const sum = (field: 'statements' | 'coded' | 'unread') =>
    rows.reduce((total, row) => total + row[field], 0);
  const unread = sum('unread');
  const parts = [
    `Statements read: ${sum('statements')}`,
    `with an objective: ${sum('coded')}`,
    ...(unread > 0 ? [`not read: ${unread}`] : []),
  ];
  return wrap(
    parts.map((text) => ({ text, painted: text })),
    width,
    ' · ',
  );
}
