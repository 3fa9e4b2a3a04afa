/** Public API: parts of a corpus that were coded apart. */
import type { RunResult } from '../report/index.js';

/**
 * One run of several in their folders; see the command `merge`.
 * @throws MergeError (GCM190, GCM191), SavedRunError (GCM150-GCM154)
 */
export async function mergeSavedRuns(folders: readonly string[]): Promise<RunResult> {
  const { readRun } = await import('../adapters/saved-run.js');
  const { mergeRuns } = await import('../merge.js');
  return mergeRuns(
    folders.map((folder) => readRun(folder).result),
    folders,
  );
}

/** One file of several of lines, in their order. */
export async function mergeFiles(paths: readonly string[], out: string): Promise<void> {
  const { linesOf, writeWhole } = await import('../adapters/files.js');
  function* lines(): Generator<string> {
    for (const path of paths) for (const line of linesOf(path)) yield `${line}\n`;
  }
  writeWhole(out, lines());
}
