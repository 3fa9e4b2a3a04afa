/** An inspection as text for a terminal. */
import type {
  DroppedWords,
  InspectedDocument,
  InspectedSection,
  InspectedTable,
  Inspection,
  PlacedStatement,
} from '../../model/inspection.js';
import { plainLine } from '../../model/text.js';
import type { Issue } from '../../model/types.js';
import { displayWidth, padEnd, padStart, truncate, wrap } from '../width.js';
import { groupDropped, statementLabel } from './groups.js';

/** How a terminal shows an inspection. */
export interface InspectionTextOptions {
  /** Columns of the terminal; null where lines may be of any length. */
  readonly width: number | null;
  /** ANSI colours. */
  readonly color: boolean;
  /** Every statement with its place, and everything that was left out. */
  readonly show: boolean;
}

/** What was read, counted; with `show` all statements too. Ends with a line end. */
export function inspectionText(inspection: Inspection, options: InspectionTextOptions): string {
  const parts = inspection.documents.flatMap((document) => [
    '',
    ...documentLines(document, inspection.documents.length > 1, options),
  ]);
  return `${[...fileLines(inspection), ...parts].join('\n')}\n`;
}

const BASIS = {
  content: 'told by its content',
  extension: 'told by its name',
  neither: 'neither name nor content tells more',
};

function fileLines({ path, format, formatBy, size, sha256, issues }: Inspection): string[] {
  const basis = formatBy === null ? '' : ` (${BASIS[formatBy]})`;
  return facts([
    ['file', plainLine(path)],
    ['format', format === null ? 'not read' : `${format}${basis}`],
    ['size', size === null ? 'not known' : `${size} bytes`],
    ['sha256', sha256 === null ? 'not known' : sha256.slice(0, 12)],
    ['issues', issueCounts(issues)],
  ]);
}

function facts(rows: readonly (readonly [string, string])[]): string[] {
  return rows.map(([name, value]) => `${padEnd(name, 11)}${value}`);
}

function issueCounts(issues: readonly Issue[]): string {
  if (issues.length === 0) return 'none';
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const own = issues.filter((issue) => issue.severity === severity);
    const ids = [...new Set(own.map(({ id }) => id))].sort();
    return own.length === 0 ? [] : [`${severity} ${own.length} (${ids.join(', ')})`];
  });
  return parts.join(', ');
}

function documentLines(
  inspected: InspectedDocument,
  named: boolean,
  options: InspectionTextOptions,
): string[] {
  const { document, pages, detection, blocks, levels, statements } = inspected;
  const { heading, paragraph, item, note, page } = blocks;
  const { language, method, confidence } = detection;
  const levelText = levels.map((count, level) => `${count} at level ${level}`).join(', ');
  return [
    ...facts([
      ...(named ? [['document', plainLine(document.id)] as const] : []),
      ['pages', pages === null ? 'not known' : String(pages)],
      ['language', `${language} (confidence ${confidence.toFixed(2)}, ${method})`],
      ['blocks', `heading ${heading}, paragraph ${paragraph}, item ${item}, page mark ${page}`],
      ['footnotes', String(note)],
      ['statements', `${statements.length}${levelText === '' ? '' : ` (${levelText})`}`],
    ]),
    ...part('Sections', sectionLines(inspected.sections, options), options),
    ...part('Tables', inspected.tables.map(tableLine), options),
    ...part('Left out', droppedLines(inspected.dropped, options), options),
    ...(options.show ? part('Statements', statementLines(statements, options), options) : []),
  ];
}

function part(title: string, lines: readonly string[], options: InspectionTextOptions): string[] {
  const head = options.color ? `\u001b[1m${title}\u001b[0m` : title;
  return ['', head, ...(lines.length === 0 ? ['  none'] : lines)];
}

const LONGEST_TITLE = 60;

function sectionLines(
  sections: readonly InspectedSection[],
  { width, show }: InspectionTextOptions,
): string[] {
  if (sections.length === 0) return [];
  const room = show ? Infinity : Math.max(16, Math.min(LONGEST_TITLE, (width ?? 100) - 56));
  const names = sections.map(({ label, title }) =>
    truncate(plainLine([label, title].filter((one) => one !== null).join('  ')) || '(none)', room),
  );
  const widest = names.reduce((most, name) => Math.max(most, displayWidth(name)), 0);
  const line = (name: string, questions: string, statements: string, place: string): string =>
    `  ${padEnd(name, widest)}${padStart(questions, 11)}${padStart(statements, 12)}  ${plainLine(place)}`;
  return [
    line('', 'questions', 'statements', 'begins at'),
    ...sections.map(({ questions, statements, place }, at) =>
      line(names[at] ?? '', String(questions), String(statements), place.text),
    ),
  ];
}

function tableLine(one: InspectedTable): string {
  const { table, rows, columns, headerRows, fullRows, firstPage, lastPage } = one;
  const parts = [
    `${rows} rows x ${columns.length} columns (${columns.join(', ')})`,
    ...(headerRows > 0 ? [`header rows ${headerRows}`] : []),
    ...(fullRows > 0 ? [`rows of one cell ${fullRows}`] : []),
    ...(firstPage === null
      ? []
      : [firstPage === lastPage ? `page ${firstPage}` : `pages ${firstPage}-${lastPage}`]),
  ];
  return `  table ${table}: ${parts.join(', ')}`;
}

function droppedLines(dropped: readonly DroppedWords[], options: InspectionTextOptions): string[] {
  return groupDropped(dropped).flatMap(({ by, reason, count, examples, more }) => {
    const shown = options.show
      ? dropped.filter((one) => one.by === by && one.reason === reason)
      : examples;
    return [
      `  ${reason}: ${count} (by the ${by})`,
      ...shown.map((one) => droppedLine(one, options)),
      ...(options.show || more === 0 ? [] : [`    and ${more} more`]),
    ];
  });
}

function droppedLine(
  { text, place }: DroppedWords,
  { width, show }: InspectionTextOptions,
): string {
  const where = place === '' ? '' : `  ${plainLine(place)}`;
  const room = show ? Infinity : Math.max(24, Math.min(80, (width ?? 100) - 6 - where.length));
  return `    "${truncate(plainLine(text), room)}"${where}`;
}

function statementLines(
  statements: readonly PlacedStatement[],
  options: InspectionTextOptions,
): string[] {
  return statements.flatMap((statement, at) => {
    const { level, language, place } = statement;
    const head = [statementLabel(statement), `level ${level}`, language, place.text];
    const indent = ' '.repeat(4 + 2 * Math.min(level, 10));
    const number = paint(`  ${at + 1}.`, options);
    return [
      `${number} ${head
        .filter((one) => one !== '')
        .map(plainLine)
        .join(' | ')}`,
      ...wrapped(plainLine(statement.text), indent, options.width),
    ];
  });
}

function paint(text: string, { color }: InspectionTextOptions): string {
  return color ? `\u001b[36m${text}\u001b[0m` : text;
}

function wrapped(text: string, indent: string, width: number | null): string[] {
  if (width === null) return [indent + text];
  const words = text.split(' ').map((word) => ({ text: word, painted: word }));
  return wrap(words, Math.max(24, width - indent.length), ' ')
    .split('\n')
    .map((line) => indent + line);
}
