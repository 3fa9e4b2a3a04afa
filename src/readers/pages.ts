import { parseMarker } from './markers.js';

/** What a physical line is to the page: words, or furniture that the reader takes out. */
export type LineRole = 'words' | 'page';

const NUMBER = '[\\p{Nd}]{1,4}';
const PAGE_WORD = 'page|pages|pág\\.?|página|p\\.|стр\\.?|страница|صفحة|الصفحة|ص';
const OF = '(?:/|of|sur|de|из|من|von)';
const PAGE_LINES: readonly RegExp[] = [
  new RegExp(
    `^[-–—|\\s]{0,4}(?:${PAGE_WORD})\\s{0,2}${NUMBER}(?:\\s{0,2}${OF}\\s{0,2}${NUMBER})?[-–—|\\s.]{0,4}$`,
    'iu',
  ),
  new RegExp(
    `^[-–—|\\[(]{0,2}\\s{0,2}${NUMBER}\\s{0,2}(?:/|of|sur|de|من)\\s{0,2}${NUMBER}\\s{0,2}[-–—|\\])]{0,2}$`,
    'iu',
  ),
  new RegExp(`^[-–—|\\[]\\s{0,2}[\\p{Nd}]{1,3}\\s{0,2}[-–—|\\]]$`, 'u'),
  /^第\s?\d{1,4}\s?页(?:\s?[/共]\s?\d{1,4}\s?页?)?$/u,
  new RegExp(
    `^.{1,90}[\\s|–—-](?:${PAGE_WORD})\\s{0,2}${NUMBER}(?:\\s{0,2}${OF}\\s{0,2}${NUMBER})?$`,
    'iu',
  ),
  new RegExp(`^(?:page|página|صفحة)\\s{0,2}${NUMBER}\\s{0,2}[|–—-].{1,90}$`, 'iu'),
];

/** True for "Page 3 of 12", "- 3 -", "3/12" and a line that ends in such words. */
export function isPageLine(line: string): boolean {
  const text = line.trim();
  if (text === '\f') return true;
  if (text.length === 0 || text.length > 130 || !/\p{Nd}/u.test(text)) return false;
  return PAGE_LINES.some((pattern) => pattern.test(text));
}

/**
 * Finds the page marks among a document's lines: form feeds, page numbers, and
 * the running heads and feet that are repeated beside them.
 */
export function lineRoles(lines: readonly string[]): LineRole[] {
  const roles = lines.map((line, at): LineRole =>
    isPageLine(line) || isLoneNumber(lines, at) ? 'page' : 'words',
  );
  const marks = roles.flatMap((role, at) => (role === 'page' ? [at] : []));
  const beside = new Map<string, Set<number>>();
  for (const mark of marks) {
    for (const at of neighbours(lines, roles, mark)) {
      const key = headKey(lines[at] ?? '');
      if (key !== null) beside.set(key, (beside.get(key) ?? new Set()).add(at));
    }
  }
  for (const places of beside.values()) {
    if (places.size > 1) for (const at of places) roles[at] = 'page';
  }
  return roles;
}

function isLoneNumber(lines: readonly string[], at: number): boolean {
  if (!/^\s{0,80}\p{Nd}{1,3}\s{0,9}$/u.test(lines[at] ?? '')) return false;
  return [lines[at - 1], lines[at + 1]].some(
    (line) => line === undefined || /^\s{0,9}$/u.test(line),
  );
}

/** Up to two lines with words on each side of a page mark, empty lines passed over. */
function neighbours(lines: readonly string[], roles: readonly LineRole[], mark: number): number[] {
  const found: number[] = [];
  for (const step of [-1, 1]) {
    let seen = 0;
    for (let at = mark + step; seen < 2 && Math.abs(at - mark) < 8; at += step) {
      const line = lines[at];
      if (line === undefined) break;
      if (line.trim() === '') continue;
      seen++;
      if (roles[at] === 'words') found.push(at);
    }
  }
  return found;
}

/** What makes two running heads the same: their words, figures masked. Null for what cannot be one. */
function headKey(line: string): string | null {
  const text = line.trim();
  if (text.length > 120 || text.includes('\t') || !/\p{L}/u.test(text)) return null;
  if (parseMarker(text) !== null || text.startsWith('#') || /[.;:?؟]$/u.test(text)) return null;
  return text.replace(/\p{Nd}+/gu, '#').replace(/\s+/gu, ' ');
}
