import type { ReportCode } from './run-result.js';

/** The code's short label in a language; its title, English and the code itself stand in. */
export function labelFor({ labels, titles, code }: ReportCode, language: string): string {
  return labels[language] ?? titles[language] ?? labels.en ?? titles.en ?? code;
}

/** The code's full title in a language, or else its label. */
export function titleFor(code: ReportCode, language: string): string {
  return code.titles[language] ?? labelFor(code, language);
}

/** "7" for objective O07, and the code itself for anything else. */
export function shortCode({ kind, objective, code }: ReportCode): string {
  return kind === 'objective' && objective !== undefined ? String(objective) : code;
}
