/** Counts over one document as it was read: what its reader and the segmenter made of it. */
import type {
  ColumnRole,
  DroppedWords,
  InspectedSection,
  InspectedTable,
  LeftOut,
  OutlineEntry,
} from '../model/inspection.js';
import { quoted } from '../model/text.js';
import type { Block, BlockKind, Document, Statement } from '../model/types.js';
import { placeFinder, type PlaceFinder } from './place.js';

/** What a table's reader made of a block; see `planTables`. */
type CellRole = 'free' | 'prompt' | 'label' | 'answer' | 'full' | 'drop' | 'front';

/** How many blocks of each kind there are. */
export function countBlocks(blocks: readonly Block[]): Record<BlockKind, number> {
  const counts = { heading: 0, paragraph: 0, item: 0, note: 0, page: 0 };
  for (const { kind } of blocks) counts[kind]++;
  return counts;
}

/** Number of statements under no other, under one, under two …; no level in between is left out. */
export function countLevels(statements: readonly Pick<Statement, 'context'>[]): number[] {
  const counts: number[] = [];
  for (const { context } of statements) {
    while (counts.length <= context.length) counts.push(0);
    counts[context.length] = (counts[context.length] ?? 0) + 1;
  }
  return counts;
}

interface Event {
  readonly start: number;
  readonly entry: OutlineEntry | null;
  readonly statement: Statement | null;
}

interface Counting {
  readonly label: string | null;
  readonly title: string | null;
  readonly start: number;
  readonly questions: Set<string>;
  statements: number;
}

/** The sections in reading order, those without a statement too. */
export function countSections(
  document: Document,
  statements: readonly Statement[],
  outline: readonly OutlineEntry[],
): InspectedSection[] {
  const placeAt = placeFinder(document);
  const sections: Counting[] = [];
  const enter = (label: string | null, title: string | null, start: number): Counting => {
    const last = sections.at(-1);
    if (last?.label === label && last.title === title) return last;
    const next = { label, title, start, questions: new Set<string>(), statements: 0 };
    sections.push(next);
    return next;
  };
  for (const { start, entry, statement } of inOrder(statements, outline)) {
    if (entry?.kind === 'section') enter(entry.label, entry.text, start);
    else if (entry?.kind === 'question') {
      const section = sections.at(-1) ?? enter(null, null, start);
      section.questions.add(questionKey(entry.label, entry.text));
    } else if (statement !== null) {
      const section = enter(statement.section, statement.sectionTitle, start);
      section.statements++;
      const { question, questionText } = statement;
      if (question !== null || questionText !== null)
        section.questions.add(questionKey(question, questionText));
    }
  }
  return sections.map(({ start, questions, ...rest }) => ({
    ...rest,
    questions: questions.size,
    place: placeAt([[start, start + 1]]),
  }));
}

function inOrder(statements: readonly Statement[], outline: readonly OutlineEntry[]): Event[] {
  const events: Event[] = [
    ...outline.map((entry) => ({ start: entry.spans[0]?.[0] ?? 0, entry, statement: null })),
    ...statements.map((statement) => ({
      start: statement.spans[0]?.[0] ?? 0,
      entry: null,
      statement,
    })),
  ];
  return events.sort((a, b) => a.start - b.start);
}

function questionKey(label: string | null, text: string | null): string {
  return JSON.stringify([label, text]);
}

interface TableCounts {
  readonly rows: Set<number>;
  readonly headerRows: Set<number>;
  readonly fullRows: Set<number>;
  readonly columns: Map<number, Map<ColumnRole, number>>;
  first: Block;
  last: Block;
}

/** The tables in order, with what each column was read as. */
export function countTables(document: Document, roles: readonly CellRole[]): InspectedTable[] {
  const placeAt = placeFinder(document);
  const tables = new Map<number, TableCounts>();
  document.blocks.forEach((block, at) => {
    const { cell } = block;
    if (cell === undefined) return;
    const known = tables.get(cell.table) ?? emptyTable(block);
    tables.set(cell.table, known);
    countCell(known, block, cell, roles[at] ?? 'free');
  });
  return [...tables]
    .sort(([a], [b]) => a - b)
    .map(([table, counts]) => tableOf(table, counts, placeAt));
}

function emptyTable(block: Block): TableCounts {
  return {
    rows: new Set(),
    headerRows: new Set(),
    fullRows: new Set(),
    columns: new Map(),
    first: block,
    last: block,
  };
}

const ROLE_NAMES: Readonly<Partial<Record<CellRole, ColumnRole>>> = {
  prompt: 'questions',
  answer: 'answers',
  label: 'labels',
  free: 'text',
};

function countCell(
  counts: TableCounts,
  block: Block,
  { row, column }: { readonly row: number; readonly column: number },
  role: CellRole,
): void {
  counts.last = block;
  counts.rows.add(row);
  if (role === 'drop') counts.headerRows.add(row);
  if (role === 'full') counts.fullRows.add(row);
  const own = counts.columns.get(column) ?? new Map<ColumnRole, number>();
  counts.columns.set(column, own);
  const name = ROLE_NAMES[role];
  if (name !== undefined) own.set(name, (own.get(name) ?? 0) + 1);
}

function tableOf(table: number, counts: TableCounts, placeAt: PlaceFinder): InspectedTable {
  const { rows, headerRows, fullRows, columns, first, last } = counts;
  const place = placeAt([first.span, last.span]);
  return {
    table: table + 1,
    rows: rows.size,
    columns: [...columns].sort(([a], [b]) => a - b).map(([, own]) => mostCommon(own)),
    headerRows: headerRows.size,
    fullRows: fullRows.size,
    firstPage: place.page,
    lastPage: place.lastPage,
  };
}

function mostCommon(counts: ReadonlyMap<ColumnRole, number>): ColumnRole {
  let [best, most]: [ColumnRole, number] = ['text', 0];
  for (const [role, count] of counts) if (count > most) [best, most] = [role, count];
  return best;
}

/** Words that are in no statement: the reader's first, then the segmenter's, each in reading order. */
export function droppedWords(
  document: Document,
  read: readonly { readonly reason: string; readonly text: string; readonly page?: number }[],
  leftOut: readonly LeftOut[],
): DroppedWords[] {
  const placeAt = placeFinder(document);
  const byReader = read.map(({ reason, text, page = null }): DroppedWords => ({
    by: 'reader',
    reason,
    text: quoted(text),
    page,
    place: page === null ? '' : `page ${page}`,
    span: null,
  }));
  const bySegmenter = leftOut.map(({ reason, span }): DroppedWords => {
    const place = placeAt([span]);
    const text = quoted(document.text.slice(span[0], span[1]));
    return { by: 'segmenter', reason, text, page: place.page, place: place.text, span };
  });
  return [...byReader, ...bySegmenter];
}
