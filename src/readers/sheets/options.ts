/** Questions with a column for each option ("Which measures?/Training": 1 or 0), as survey tools export them. */
import type { Column } from './header.js';
import { cellOf } from './sheet.js';
import type { Sheet } from './sheet.js';

/** The columns of one question's options. */
export interface OptionGroup {
  readonly lines: readonly string[];
  readonly options: readonly { readonly column: Column; readonly label: string }[];
}

const CHOSEN =
  /^(?:1(?:\.0)?|true|vrai|verdadero|yes|y|oui|sí|si|sim|نعم|да|是|x|✓|✔|☑|selected|checked|quoted)$/iu;
const NOT_CHOSEN =
  /^(?:0(?:\.0)?|false|faux|falso|no|n|non|não|لا|нет|否|not selected|unchecked|not quoted|-)?$/iu;

/** True for the value of an option that was chosen. */
export function isChosen(value: string): boolean {
  return CHOSEN.test(value.trim());
}

/** Groups by each of their columns, and by their question. */
export interface OptionGroups {
  readonly byColumn: ReadonlyMap<number, OptionGroup>;
  readonly byQuestion: ReadonlyMap<string, OptionGroup>;
}

/** The groups of option columns: clear ones alone. */
export function optionGroups(
  sheet: Sheet,
  columns: readonly Column[],
  first: number,
): OptionGroups {
  const found = new Map<string, { column: Column; label: string }[]>();
  for (const column of columns) {
    const parts = split(column.lines.at(-1) ?? '');
    if (parts === null || column.role !== null) continue;
    const key = [...column.sections, ...column.lines.slice(0, -1), parts.question].join('\n');
    const own = found.get(key) ?? [];
    own.push({ column, label: parts.label });
    found.set(key, own);
  }
  const byColumn = new Map<number, OptionGroup>();
  const byQuestion = new Map<string, OptionGroup>();
  for (const options of found.values()) {
    const [one] = options;
    if (one === undefined || options.length < 2) continue;
    if (!options.every(({ column }) => isYesOrNo(sheet, column.column, first))) continue;
    const question = split(one.column.lines.at(-1) ?? '')?.question ?? '';
    const group = { lines: [...one.column.lines.slice(0, -1), question], options };
    for (const { column } of options) byColumn.set(column.column, group);
    byQuestion.set(group.lines.join('\n'), group);
  }
  return { byColumn, byQuestion };
}

/** "Which measures?/Training" and "Which measures? [Training]". */
function split(header: string): { question: string; label: string } | null {
  const text = header.slice(0, 2000).trim();
  const bracket = text.endsWith(']') ? text.lastIndexOf('[') : -1;
  if (bracket > 0)
    return { question: text.slice(0, bracket).trim(), label: text.slice(bracket + 1, -1).trim() };
  const slash = text.lastIndexOf('/');
  if (slash < 2 || slash === text.length - 1) return null;
  return { question: text.slice(0, slash).trim(), label: text.slice(slash + 1).trim() };
}

function isYesOrNo(sheet: Sheet, column: number, first: number): boolean {
  let any = false;
  for (let row = first; row < sheet.rows.length; row++) {
    const text = cellOf(sheet, row, column).trim();
    if (!CHOSEN.test(text) && !NOT_CHOSEN.test(text)) return false;
    any ||= text !== '';
  }
  return any;
}
