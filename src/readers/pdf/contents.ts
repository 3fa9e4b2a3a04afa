/** Lines of a table of contents: words, dots, and the page that they stand on. */
import { baselines, textOf } from './lines.js';
import type { Page, Word } from './types.js';

/** A line that is left out. */
export interface ContentsLine {
  readonly page: number;
  readonly words: readonly Word[];
  readonly text: string;
}

const LEADERS = /(?:[.…·_]\s?){6}[\s.…·_]{0,400}(?:\p{Nd}{1,4}|[ivxlc]{1,6})\s*$/iu;

/** Finds the lines that lead by dots to a page number; one alone may be a form's. */
export function contentsOf(pages: readonly Page[], mirrored: boolean): ContentsLine[] {
  const found = pages.flatMap(({ number, words: all }) =>
    baselines(all).flatMap((words): ContentsLine[] => {
      const text = textOf(words, mirrored);
      return LEADERS.test(text.slice(-500)) ? [{ page: number, words, text }] : [];
    }),
  );
  return found.length > 1 ? found : [];
}
