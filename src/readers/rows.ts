import { isBareMarker, parseMarker } from './markers.js';

/**
 * True when the lines hold a table of tabs: at least two lines with words on
 * both sides of a tab, and enough of them to explain the lines that begin with
 * a tab as rows whose first cell is empty, not as indentation.
 */
export function hasTabRows(lines: readonly string[]): boolean {
  let [rows, indented] = [0, 0];
  for (const line of lines) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    if (line.slice(0, Math.min(tab, 200)).trim() === '') indented++;
    else if (isTabRow(line)) rows++;
  }
  return rows >= 2 && rows * 2 >= indented;
}

/** Words, a tab, words; a bullet and a tab are an item, not a row. */
function isTabRow(line: string): boolean {
  const cells = line.split('\t');
  const first = cells[0] ?? '';
  if (first.trim() === '' || cells.slice(1).every((cell) => cell.trim() === '')) return false;
  return !isBareMarker(first) || cells.filter((cell) => cell.trim() !== '').length > 2;
}

/**
 * The cells of a row, or null for a line that is none.
 * @param tabbed whether the file has rows of tabs at all
 * @param before the line above: an indented bullet right under a free line is a sub-item
 */
export function splitRow(line: string, tabbed: boolean, before: string): string[] | null {
  if (isPipeRow(line)) return splitPipes(line);
  if (!tabbed || !line.includes('\t')) return null;
  if (line.startsWith('\t')) {
    const above = before.trim() !== '' && !before.includes('\t');
    return above && parseMarker(line) !== null ? null : line.split('\t');
  }
  const first = line.slice(0, line.indexOf('\t'));
  if (isBareMarker(first) && !isTabRow(line)) return null;
  return line.split('\t');
}

function isPipeRow(line: string): boolean {
  const text = line.trim();
  return text.startsWith('|') && text.length > 2 && text.indexOf('|', 1) > 0;
}

function splitPipes(line: string): string[] {
  const cells = line
    .trim()
    .split(/(?<!\\)\|/u)
    .slice(1);
  if ((cells.at(-1) ?? '').trim() === '') cells.pop();
  return cells;
}

/** True for "----", "====", "* * *", "|---|:--|", "+---+" and "--<tab>---". */
export function isRuleRow(line: string): boolean {
  const text = line.trim();
  return (
    text.length > 1 &&
    text.length < 1000 &&
    /^[-–—=_*~+|:.·•\s]+$/u.test(text) &&
    /[-–—=_*~.|+]{2}|(?:[*_-]\s){2}/u.test(text)
  );
}
