import type { Document } from '../../model/types.js';
import { statedObjectives } from './objectives.js';
import {
  answerLabelLength,
  endsAsking,
  isHeaderWord,
  isPromptHeader,
  isQuestionWord,
  isRequest,
  readPrompt,
} from './prompts.js';

/**
 * What a block is to the reader of a table: outside any (`free`), a question or
 * topic (`prompt`), its label in a column of its own (`label`), words under it
 * (`answer`), a row's only cell (`full`), a header that is left out (`drop`), or
 * a line of a title page (`front`).
 */
export type CellRole = 'free' | 'prompt' | 'label' | 'answer' | 'full' | 'drop' | 'front';

interface Cell {
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly header: boolean;
  readonly text: string;
  readonly marker: string | undefined;
  readonly holds: 'question' | 'answer' | undefined;
}

/** The role of every block, by its place in `document.blocks`. */
export function planTables(document: Document): CellRole[] {
  const roles: CellRole[] = document.blocks.map(() => 'free');
  const tables = new Map<number, Cell[]>();
  document.blocks.forEach((block, at) => {
    if (block.cell === undefined) return;
    const { table, row, column, header = false, holds } = block.cell;
    const text = document.text.slice(block.span[0], Math.min(block.span[1], block.span[0] + 2000));
    const cells = tables.get(table) ?? [];
    cells.push({ at, row, column, header, text, marker: block.marker, holds });
    tables.set(table, cells);
  });
  for (const cells of tables.values()) planTable(cells, roles);
  return roles;
}

function planTable(cells: readonly Cell[], roles: CellRole[]): void {
  if (cells.some(({ holds }) => holds !== undefined)) {
    for (const { at, holds } of cells) roles[at] = holds === 'question' ? 'prompt' : 'answer';
    return;
  }
  const headers = headerRows(cells);
  const body = cells.filter((cell) => !headers.has(cell.row));
  for (const cell of cells) if (headers.has(cell.row)) roles[cell.at] = 'drop';
  const columns = new Set(cells.map((cell) => cell.column));
  if (columns.size < 2) return;
  if (isRegister(cells)) {
    for (const { at } of cells) roles[at] = 'front';
    return;
  }
  const wide = new Set(body.filter((cell) => cell.column > 0).map((cell) => cell.row));
  if (planLabelled(body, wide, roles)) return;
  const header = cells.filter((cell) => headers.has(cell.row));
  const section = sectionColumn(body, header, columns.size) ? 0 : -1;
  const label = labelColumn(body, section + 1, columns.size) ? section + 1 : -1;
  const prompt = Math.max(section, label) + 1;
  const asked = isAsked(body, prompt, header, columns.size);
  for (const cell of body) {
    if (!wide.has(cell.row) || cell.column === section) roles[cell.at] = 'full';
    else if (cell.column === label) roles[cell.at] = 'label';
    else roles[cell.at] = asked && cell.column === prompt ? 'prompt' : 'answer';
  }
}

const REGISTER =
  /^(?:(?:name of (?:the )?)?country|member state|focal point|contact(?: person| details)?|(?:reporting )?period|date(?: of submission)?|(?:responsible |lead )?(?:ministry|institution|agency|authority)|e-?mail|(?:tele)?phone|address|website|(?:nom du )?pays|état membre|point focal|personne à contacter|période|date de soumission|ministère(?: responsable| chargé)?|institution|autorité|courriel|téléphone|adresse|(?:nombre del )?país|estado miembro|punto focal|persona de contacto|período|fecha(?: de presentación)?|ministerio|institución|autoridad|correo electrónico|teléfono|dirección|(?:اسم )?(?:البلد|الدولة)|الدولة العضو|(?:جهة|نقطة) (?:الاتصال|التنسيق)|تاريخ التقديم|التاريخ|الفترة|الوزارة|المؤسسة|الجهة(?: المسؤولة)?|البريد الإلكتروني|الهاتف|العنوان)\s?[:：]?$/iu;

/** A table that says who sent the review and when: the first cells of most rows are such words, all cells short. */
function isRegister(cells: readonly Cell[]): boolean {
  if (cells.length > 40 || cells.some(({ text }) => text.length > 120 || /[?؟？]/u.test(text)))
    return false;
  const titles = cells.filter(({ column }) => column === 0);
  const known = titles.filter(({ text }) => REGISTER.test(text.trim()));
  return known.length >= 2 && known.length * 2 >= titles.length;
}

/**
 * Rows that say themselves what they hold: "Question 1 | …" above "Answer | …".
 * A question may also stand alone in the row above its answer.
 */
function planLabelled(
  body: readonly Cell[],
  wide: ReadonlySet<number>,
  roles: CellRole[],
): boolean {
  const titles = body.filter(({ row, column }) => column === 0 && wide.has(row));
  const kinds = titles.map(({ text }) => rowKind(text));
  if (!kinds.includes('answer') || kinds.includes(null)) return false;
  const asking = new Set(titles.filter((_, at) => kinds[at] === 'question').map(({ row }) => row));
  if (asking.size === 0 && body.every(({ row }) => wide.has(row))) return false;
  for (const { at, row, column, text } of body) {
    if (!wide.has(row)) roles[at] = 'full';
    else if (column > 0) roles[at] = asking.has(row) ? 'prompt' : 'answer';
    else roles[at] = asking.has(row) && readPrompt(text, undefined) !== null ? 'label' : 'drop';
  }
  return true;
}

/** What a row holds by its first cell: "Question 3", "Q3", "Answer", or null for any other words. */
function rowKind(text: string): 'question' | 'answer' | null {
  if (text.length > 30) return null;
  const bare = text.trim().replace(/[\s:：]{1,3}$/u, '');
  if (answerLabelLength(`${bare}:`, true) === bare.length + 1) return 'answer';
  if (isQuestionWord(bare)) return 'question';
  const named = readPrompt(bare, undefined);
  return named !== null && named.start >= bare.length ? 'question' : null;
}

/** True where the first of three or more columns names the sections of the questions beside it. */
function sectionColumn(body: readonly Cell[], header: readonly Cell[], columns: number): boolean {
  const sections = body.filter(({ column }) => column === 0);
  const asking = labelColumn(body, 1, columns) ? 2 : 1;
  if (columns < asking + 2 || sections.length === 0) return false;
  const isSection = ({ text }: Cell): boolean =>
    text.length <= 150 && !isAsking(text) && !isBareLabel(text);
  if (!sections.every(isSection)) return false;
  const next = body.filter(({ column }) => column === asking);
  const title = header.find(({ column }) => column === asking);
  return (
    next.filter(({ text }) => isAsking(text)).length * 2 >= rowsOf(next) ||
    (title !== undefined && isQuestionWord(title.text.trim()))
  );
}

function isAsking(text: string): boolean {
  return /[?؟？]/u.test(text) || isRequest(text);
}

function rowsOf(cells: readonly Cell[]): number {
  return new Set(cells.map(({ row }) => row)).size;
}

/** "a", "(1)", "2.1", "Q3", "II.e", "Question 4", "٥-": a number or letter and no other words. */
function isBareLabel(text: string): boolean {
  const bare = /^\(?(\p{L}?\s?[\p{L}\p{Nd}.]{1,4})\s?[.):–-]{0,2}$/u.exec(text)?.[1];
  // "Laws" and "Visa" are short, but they are words.
  const counts = bare?.split('.').every((part) => !/\p{L}{2}/u.test(part) || isCounting(part));
  return counts === true || rowKind(text) === 'question';
}

/** Numbers that are written in letters: Roman ones, and those of Chinese. */
function isCounting(part: string): boolean {
  return /^(?:[ivxlc]+|[一二三四五六七八九十]+)$/iu.test(part);
}

/** Rows of header cells, and rows that say no more than "Questions", "Answers". */
function headerRows(cells: readonly Cell[]): Set<number> {
  const byRow = new Map<number, Cell[]>();
  for (const cell of cells) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell].slice(-50));
  const rows = new Set<number>();
  for (const [row, own] of byRow) {
    const marked = own.every((cell) => cell.header) && own.every((cell) => cell.text.length < 80);
    if ((marked && own.length > 1) || own.every((cell) => isHeaderWord(cell.text))) rows.add(row);
  }
  return rows;
}

/** True when a column, with two or more after it, holds only numbers or letters. */
function labelColumn(body: readonly Cell[], column: number, columns: number): boolean {
  const first = body.filter((cell) => cell.column === column);
  const bare = first.filter(({ text }) => isBareLabel(text));
  return columns > column + 2 && first.length > 0 && bare.length * 2 > first.length;
}

/** True when a column's cells are questions or topics that the other columns answer. */
function isAsked(
  body: readonly Cell[],
  column: number,
  header: readonly Cell[],
  columns: number,
): boolean {
  const title = header.find((cell) => cell.column === column);
  if (title !== undefined && (isPromptHeader(title.text) || isHeaderWord(title.text))) return true;
  if (header.some((cell) => cell.column > column && isHeaderWord(cell.text))) return true;
  const own = body.filter((cell) => cell.column === column);
  const prompts = own.filter(
    (cell) =>
      cell.marker !== undefined ||
      /[?؟？]/u.test(cell.text) ||
      endsAsking(cell.text) ||
      statedObjectives(cell.text) !== null,
  );
  if (prompts.length * 2 >= own.length) return true;
  const sentences = own.filter(
    (cell) => /[.;]$/u.test(cell.text) || cell.text.split(/\s+/u).length > 12,
  );
  return sentences.length * 2 < own.length && (columns === 2 || title === undefined);
}
