/** Briefs for a commission's staff: a Word document of two to four pages for each country or region. */
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
  const names = new Set<string>();
  return briefContents(page).map((content) => ({
    name: `briefs/${fileName(content.key, names)}.docx`,
    make: async () => (await import('./document.js')).briefDocument(content, page),
  }));
}

/** A name that every file system takes, and that no other brief has. */
function fileName(key: string, taken: Set<string>): string {
  const plain = key.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '') || 'unknown';
  let name = plain;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}-${n}`;
  taken.add(name.toLowerCase());
  return name;
}
