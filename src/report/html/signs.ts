/** The signs of cells that hold no number of covering statements. */
export const SIGNS = {
  mentioned: '~',
  'reported-missing': '×',
  'not-mentioned': '·',
  unanswered: '–',
  'not-readable': '?',
  'not-asked': '/',
} as const;
