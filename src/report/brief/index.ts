/** Briefs for a commission's staff: a Word document of two to four pages for each country or region. */
import { safeName } from '../file-name.js';
import type { Output } from '../formats.js';
import { pageOf } from '../html/names.js';
import type { ReportLanguage } from '../html/strings.js';
import type { RunResult } from '../run-result.js';
import { countedBy } from '../saved/restore.js';
import { briefContents } from './content.js';

/** A brief for each row of a run by country or region; of any other run by country. */
export function briefFiles(run: RunResult, lang: ReportLanguage): Output[] {
  const { by } = run.settings;
  const counted = by === 'country' || by === 'region' ? run : countedBy(run, 'country');
  const page = pageOf(counted, lang);
  const nameOf = safeName();
  return briefContents(page).map((content) => ({
    name: `briefs/${nameOf(content.key)}.docx`,
    make: async () => (await import('./document.js')).briefDocument(content, page),
  }));
}
