/** Public API: corrections by people. */
import type { HumanCoding } from '../model/review.js';
import type { SheetOptions } from '../report/sheet/index.js';
import type { RunResult } from '../report/index.js';
import type { ImportOutcome } from '../review.js';

/** Writes a coding sheet; see the command `review export`. */
export async function exportSheet(
  run: RunResult,
  path: string,
  options: SheetOptions,
): Promise<number> {
  return (await import('../review.js')).exportSheet(run, path, options);
}

/** Reads a coding sheet back; see the command `review import`. @throws ReviewError (GCM180) */
export async function importSheet(
  path: string,
  run: RunResult,
  coder: string,
): Promise<ImportOutcome> {
  return (await import('../review.js')).importSheet(path, run, coder);
}

/** Writes codings of people as JSON lines. */
export async function writeCodings(path: string, codings: readonly HumanCoding[]): Promise<void> {
  (await import('../review.js')).writeCodings(path, codings);
}

/** Reads codings of people. @throws ReviewError (GCM181) */
export async function readCodings(paths: readonly string[]): Promise<HumanCoding[]> {
  return (await import('../review.js')).readCodings(paths);
}

/** How coders of a run agree, as text; '' where fewer than two have coded the same statements. */
export async function runAgreement(run: RunResult): Promise<string> {
  const { agreement } = await import('../measures/agreement.js');
  const { agreementText } = await import('../report/agreement-text.js');
  const coders = new Map<string, Map<string, RunResult['documents'][number]['codings'][number]>>();
  for (const { codings } of run.documents)
    for (const coding of codings) {
      if (coding.coder === 'author') continue;
      const own = coders.get(coding.coder) ?? new Map();
      coders.set(coding.coder, own.set(coding.statement, coding));
    }
  if (coders.size < 2) return '';
  const all = [...coders].map(([coder, codings]) => ({ coder, codings }));
  const themes = new Set(run.codes.filter(({ kind }) => kind === 'theme').map(({ code }) => code));
  const labels = new Map(run.codes.map(({ code, labels: own }) => [code, own['en'] ?? code]));
  return agreementText(
    agreement(all, themes),
    (code) => `${code} ${labels.get(code) ?? ''}`.trim(),
    'text',
  );
}
