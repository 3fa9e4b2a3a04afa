/** Public API: accuracy and agreement. */
import type { TaxonomyChoice } from '../adapters/taxonomy.js';
import type { MeasuredAccuracy } from '../model/accuracy.js';
import type { Agreement } from '../measures/agreement.js';
import type { Consistency } from '../measures/consistency.js';
import type { Evaluation } from '../measures/evaluation.js';
import type { CodeInfo } from '../taxonomy/types.js';
import { loadTaxonomy, makeClassifier, makeDetector } from './setup.js';

/** What to measure. */
export interface EvaluationRequest {
  /** Files of coded statements. */
  readonly gold: readonly string[];
  /** Files with the texts of statements whose gold lines have none. */
  readonly statements?: readonly string[];
  /** File of the same statements in several languages, or null. */
  readonly parallel?: string | null;
  readonly taxonomy?: TaxonomyChoice;
}

/** What was measured, with the taxonomy that it was measured with. */
export interface EvaluationReport {
  readonly taxonomy: { id: string; version: string; hash: string };
  readonly codes: readonly CodeInfo[];
  readonly evaluation: Evaluation | null;
  readonly consistency: ReadonlyMap<string, Consistency> | null;
}

/**
 * Measures accuracy on coded statements; see the command `evaluate`.
 * @throws GoldError for a file that is not one of coded statements (GCM401)
 */
export async function evaluateFiles(request: EvaluationRequest): Promise<EvaluationReport> {
  const { readGold, readParallel } = await import('../adapters/gold.js');
  const { evaluateGold, evaluateParallel } = await import('../evaluation.js');
  const { gold, statements = [], parallel = null } = request;
  const golds = gold.length === 0 ? null : readGold(gold, statements);
  const texts = parallel === null ? null : readParallel(parallel);
  const taxonomy = await loadTaxonomy(request.taxonomy ?? {});
  const { info } = taxonomy;
  const classify = await makeClassifier(taxonomy);
  const parts = { classify, detector: await makeDetector(), info };
  return {
    taxonomy: { id: info.id, version: info.version, hash: info.hash },
    codes: info.codes,
    evaluation: golds === null ? null : evaluateGold(golds, parts),
    consistency: texts === null ? null : evaluateParallel(texts, parts),
  };
}

/** The figures of an evaluation as `accuracy.json` beside a taxonomy keeps them. */
export async function accuracyFigures({
  evaluation,
  taxonomy,
}: EvaluationReport): Promise<MeasuredAccuracy | null> {
  const { measuredAccuracy } = await import('../measures/measured.js');
  return evaluation === null ? null : measuredAccuracy(evaluation, taxonomy.hash);
}

/** An evaluation as tables for a terminal, or as Markdown. */
export async function evaluationAsText(
  { codes, evaluation, consistency }: EvaluationReport,
  options: { readonly style: 'text' | 'markdown'; readonly misses: number },
): Promise<string> {
  const { consistencyText, evaluationText } = await import('../report/evaluation-text.js');
  const { themesOf } = await import('../evaluation.js');
  const themes = themesOf({ codes });
  const label = objectiveLabels(codes);
  const parts = [
    evaluation === null ? null : evaluationText(evaluation, { ...options, label, themes }),
    consistency === null ? null : consistencyText(consistency, options.style),
  ];
  return parts.filter((part) => part !== null).join('\n');
}

/** Compares the coders whose codings the files hold; see the command `agreement`. */
export async function agreementOf(
  files: readonly string[],
  choice: TaxonomyChoice = {},
): Promise<Agreement> {
  const { readCoders } = await import('../adapters/gold.js');
  const { agreement } = await import('../measures/agreement.js');
  const { themesOf } = await import('../evaluation.js');
  const { info } = await loadTaxonomy(choice);
  return agreement(readCoders(files), themesOf(info));
}

/** Agreement as tables for a terminal, or as Markdown. */
export async function agreementAsText(
  found: Agreement,
  style: 'text' | 'markdown',
  choice: TaxonomyChoice = {},
): Promise<string> {
  const { agreementText } = await import('../report/agreement-text.js');
  const { info } = await loadTaxonomy(choice);
  return agreementText(found, objectiveLabels(info.codes), style);
}

/** Short English labels of objectives; themes are called by their codes. */
function objectiveLabels(codes: readonly CodeInfo[]): (code: string) => string {
  const labels = new Map(
    codes.map(({ code, kind, labels: names }) => [code, kind === 'theme' ? '' : names['en']]),
  );
  return (code) => labels.get(code) ?? '';
}
