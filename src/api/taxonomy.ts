/** Public API: taxonomies. */
import type { TaxonomyChoice } from '../adapters/taxonomy.js';
import type { Issue } from '../model/types.js';
import type { CodeInfo, TermEntry } from '../taxonomy/types.js';
import type { TrainRequest } from '../train.js';
import { makeClassifier, makeDetector } from './setup.js';

/** What is known of a taxonomy's files. */
export interface TaxonomyReport {
  readonly codes: readonly CodeInfo[];
  readonly terms: readonly TermEntry[];
  /** Number of examples and counterexamples that were run. */
  readonly samples: number;
  readonly problems: readonly Issue[];
  /** The nearest known name, for "did you mean". */
  readonly nearest: (name: string, allowed: readonly string[]) => string | null;
}

/**
 * Reads a taxonomy's files with their terms.
 * @throws TaxonomyError when they have errors (GCM301-GCM308)
 */
export async function readTaxonomy(choice: TaxonomyChoice = {}): Promise<TaxonomyReport> {
  const { parseTaxonomyFiles, TaxonomyError } = await import('../adapters/taxonomy.js');
  const { nearest } = await import('../adapters/nearest.js');
  const { source, problems } = await parseTaxonomyFiles(choice);
  if (source === null) throw new TaxonomyError(problems);
  const codes = [...source.codes].sort((a, b) => (a.code < b.code ? -1 : 1));
  return { codes, terms: source.terms, samples: 0, problems, nearest };
}

/** Checks a taxonomy's files and runs its examples; problems are returned, not thrown. */
export async function checkTaxonomyFiles(
  choice: TaxonomyChoice = {},
  code: string | null = null,
): Promise<TaxonomyReport> {
  const { compileParsed, parseTaxonomyFiles } = await import('../adapters/taxonomy.js');
  const { nearest } = await import('../adapters/nearest.js');
  const { checkSamples } = await import('../taxonomy/check.js');
  const parsed = await parseTaxonomyFiles(choice);
  const { source } = parsed;
  if (source === null)
    return { codes: [], terms: [], samples: 0, problems: parsed.problems, nearest };
  const classify = await makeClassifier(await compileParsed(parsed));
  const failures = checkSamples(
    source,
    (text, language, context) => classify({ text, language, context })?.codes ?? null,
    code,
  );
  const samples = source.samples.filter((sample) => code === null || sample.code === code).length;
  const problems = [...parsed.problems, ...failures];
  return { codes: source.codes, terms: source.terms, samples, problems, nearest };
}

/** Trains a taxonomy's scoring and writes it; see `taxonomy train`. */
export async function trainTaxonomy(
  request: TrainRequest,
): Promise<{ names: string[]; summary: string[] }> {
  const { trainFiles } = await import('../train.js');
  return trainFiles(request, await makeDetector());
}
