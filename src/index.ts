/** Public API: what the command line calls and what other programs import. */
import type { TaxonomyChoice } from './adapters/taxonomy.js';
import type { SegmentedDocument } from './pipeline.js';
import type { ReportLanguage } from './report/index.js';
import type { RunOptions, RunOutcome } from './run.js';
import type { Issue, Kind, Language } from './model/types.js';
import type { TrainRequest } from './train.js';
import type { Classify, Signal } from './stages/classify.js';
import type { LanguageDetector } from './stages/detect.js';
import type { TaggedLine } from './stages/tag.js';
import type { Change, FindSpans, KwicLine, Suggestion } from './explore.js';
import type { Agreement } from './measures/agreement.js';
import type { Consistency } from './measures/consistency.js';
import type { Evaluation } from './measures/evaluation.js';
import type { CodeInfo, CompiledTaxonomy, TermEntry } from './taxonomy/types.js';

export type * from './model/types.js';
export type * from './model/coverage.js';
export type { CodeInfo, CompiledTaxonomy, Title } from './taxonomy/types.js';
export type { TaxonomyChoice } from './adapters/taxonomy.js';
export type { Signal } from './stages/classify.js';
export type { TaggedLine } from './stages/tag.js';
export type { SegmentedDocument } from './pipeline.js';
export type { RunOptions, RunOutcome } from './run.js';
export type { Change, KwicLine, Suggestion } from './explore.js';
export type { Agreement } from './measures/agreement.js';
export type { Consistency } from './measures/consistency.js';
export type { Accuracy, Evaluation, GroupAccuracy } from './measures/evaluation.js';
export type { ReportLanguage } from './report/index.js';

/** Makes the language detector. */
async function makeDetector(): Promise<LanguageDetector> {
  const { languageDetector } = await import('./stages/detect.js');
  const { rankLanguages } = await import('./adapters/language.js');
  return languageDetector(rankLanguages);
}

async function makeClassifier(taxonomy: CompiledTaxonomy): Promise<Classify> {
  const { classifier } = await import('./stages/classify.js');
  const { englishGrammar } = await import('./adapters/english.js');
  return classifier({ taxonomy, english: englishGrammar() });
}

/**
 * Loads a taxonomy ready for use.
 * @throws TaxonomyError when its files have errors (GCM301-GCM308)
 */
export async function loadTaxonomy(choice: TaxonomyChoice = {}): Promise<CompiledTaxonomy> {
  const adapter = await import('./adapters/taxonomy.js');
  return adapter.loadTaxonomy(choice);
}

/** Makes the function that tags one line of NDJSON; see the command `tag`. */
export async function createTagger(
  choice: TaxonomyChoice = {},
): Promise<(line: string, number: number) => TaggedLine> {
  const { lineTagger } = await import('./stages/tag.js');
  const classify = await makeClassifier(await loadTaxonomy(choice));
  return lineTagger(classify, await makeDetector());
}

/** One code of an explained text; `words` are those that coded statements of the code often have. */
export interface ExplainedCode {
  readonly code: string;
  readonly label: string;
  readonly strength: string;
  readonly score: number;
  readonly words: readonly string[];
}

/** Why a text gets its codes. */
export interface Explanation {
  readonly language: Language;
  readonly method: string;
  readonly kind: Kind | null;
  readonly absent: boolean;
  readonly codes: readonly ExplainedCode[];
  readonly signals: readonly Signal[];
}

/** Codes one text and keeps everything that was found on the way. */
export async function explainText(
  text: string,
  options: {
    readonly taxonomy?: TaxonomyChoice;
    readonly language?: string | null;
    readonly context?: readonly string[];
  } = {},
): Promise<Explanation> {
  const taxonomy = await loadTaxonomy(options.taxonomy ?? {});
  const classify = await makeClassifier(taxonomy);
  const declared = options.language ?? null;
  const detection =
    declared === null
      ? (await makeDetector()).ofStatement(text, null)
      : { language: declared as Language, method: 'declared' };
  const { language, method } = detection;
  const found = classify({ text, language, context: options.context ?? [] });
  if (found === null)
    return { language, method, kind: null, absent: false, codes: [], signals: [] };
  const info = new Map(taxonomy.info.codes.map((code) => [code.code, code]));
  const codes = found.codes.map(({ code, strength, score, evidence }) => {
    const labels = info.get(code)?.labels ?? {};
    const words = evidence.filter(({ pattern }) => pattern.includes('/word:'));
    return {
      code,
      strength,
      score,
      label: labels[language] ?? labels['en'] ?? '',
      words: words.map(({ quote }) => quote),
    };
  });
  return {
    language,
    method,
    kind: found.kind,
    absent: found.absent,
    codes,
    signals: found.signals,
  };
}

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
  const { parseTaxonomyFiles, TaxonomyError } = await import('./adapters/taxonomy.js');
  const { nearest } = await import('./adapters/nearest.js');
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
  const { compileParsed, parseTaxonomyFiles } = await import('./adapters/taxonomy.js');
  const { nearest } = await import('./adapters/nearest.js');
  const { checkSamples } = await import('./taxonomy/check.js');
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

/** Reads one file and finds its statements; see the command `segment`. */
export async function segmentFile(
  path: string,
  taxonomy?: TaxonomyChoice,
): Promise<SegmentedDocument | Issue[]> {
  const { readInput } = await import('./adapters/corpus.js');
  const { segmentDocument } = await import('./pipeline.js');
  const { segmentSettings } = await import('./run.js');
  const read = await readInput({ path, id: null, metadata: {}, issues: [] });
  if (read.document === null) return [...read.issues];
  // Which country it is of does not matter here.
  const issues = read.issues.filter(({ id }) => id !== 'GCM116');
  const { info } = await loadTaxonomy(taxonomy ?? {});
  const stages = { detector: await makeDetector(), segment: segmentSettings(info) };
  return segmentDocument({ ...read, document: read.document, issues }, stages);
}

/** Codes all documents that the paths name; see the command `run`. */
export async function runCorpus(
  paths: readonly string[],
  options: RunOptions,
): Promise<RunOutcome> {
  const run = await import('./run.js');
  const taxonomy = await loadTaxonomy(options.taxonomy ?? {});
  return run.runCorpus(paths, options, {
    taxonomy,
    classify: await makeClassifier(taxonomy),
    detector: await makeDetector(),
  });
}

/** Writes every file of a run into a folder, each whole or not at all; returns their names. */
export async function writeRun(
  outcome: RunOutcome,
  directory: string,
  language: ReportLanguage,
): Promise<string[]> {
  const { writeRunFiles } = await import('./run.js');
  return writeRunFiles(outcome, directory, language);
}

/** The coverage matrix as text for a terminal. */
export async function matrixText(
  outcome: RunOutcome,
  options: { width: number; color: boolean },
): Promise<string> {
  const { terminalMatrix } = await import('./report/index.js');
  return terminalMatrix(outcome.result, options);
}

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
  const { readGold, readParallel } = await import('./adapters/gold.js');
  const { evaluateGold, evaluateParallel } = await import('./evaluation.js');
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

/** An evaluation as tables for a terminal, or as Markdown. */
export async function evaluationAsText(
  { codes, evaluation, consistency }: EvaluationReport,
  options: { readonly style: 'text' | 'markdown'; readonly misses: number },
): Promise<string> {
  const { consistencyText, evaluationText } = await import('./report/evaluation-text.js');
  const { themesOf } = await import('./evaluation.js');
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
  const { readCoders } = await import('./adapters/gold.js');
  const { agreement } = await import('./measures/agreement.js');
  const { themesOf } = await import('./evaluation.js');
  const { info } = await loadTaxonomy(choice);
  return agreement(readCoders(files), themesOf(info));
}

/** Agreement as tables for a terminal, or as Markdown. */
export async function agreementAsText(
  found: Agreement,
  style: 'text' | 'markdown',
  choice: TaxonomyChoice = {},
): Promise<string> {
  const { agreementText } = await import('./report/agreement-text.js');
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

/**
 * Every place of a term, or of a code's evidence; see the command `kwic`.
 * @throws TermError when the term cannot be read (GCM303)
 */
export async function findKwic(
  term: string,
  paths: readonly string[],
  options: { readonly width: number; readonly taxonomy?: TaxonomyChoice },
): Promise<{ lines: KwicLine[]; issues: readonly Issue[]; failed: readonly string[] }> {
  const { evidenceFinder, kwicLines } = await import('./explore.js');
  const taxonomy = await loadTaxonomy(options.taxonomy ?? {});
  const isCode = taxonomy.info.codes.some(({ code }) => code === term);
  const find = isCode ? null : await termFinder(term, taxonomy);
  const outcome = await runCorpus(paths, {
    by: 'document',
    date: null,
    ...(options.taxonomy === undefined ? {} : { taxonomy: options.taxonomy }),
  });
  const lines = kwicLines(outcome, find ?? evidenceFinder(outcome, term), options.width);
  return { lines, issues: outcome.issues, failed: outcome.failed };
}

async function termFinder(term: string, taxonomy: CompiledTaxonomy): Promise<FindSpans> {
  const { termCompiler } = await import('./adapters/taxonomy.js');
  const { parseTerm } = await import('./taxonomy/terms.js');
  const { Matcher } = await import('./taxonomy/matcher.js');
  parseTerm(term);
  const packOf = await termCompiler(term, taxonomy);
  const matchers = new Map<Language, InstanceType<typeof Matcher>>();
  return ({ text, language }) => {
    const matcher = matchers.get(language) ?? new Matcher(packOf(language));
    matchers.set(language, matcher);
    const { tokens, byTarget } = matcher.match(text);
    return (byTarget.get('term') ?? []).map(({ first, last }) => ({
      span: [tokens.starts[first]!, tokens.ends[last]!] as const,
      pattern: term,
    }));
  };
}

/** Widths of text in a terminal. */
export async function textWidth(): Promise<TextWidth> {
  return import('./report/width.js');
}

/** Pads texts to a width in columns. */
export interface TextWidth {
  readonly padEnd: (text: string, width: number) => string;
  readonly padStart: (text: string, width: number) => string;
}

/** Words of statements for which a code was missed; see `taxonomy suggest`. */
export async function suggestTerms(
  request: EvaluationRequest & { readonly code: string | null; readonly most: number },
): Promise<Suggestion[]> {
  const { readGold } = await import('./adapters/gold.js');
  const { compare, themesOf } = await import('./evaluation.js');
  const { suggest } = await import('./explore.js');
  const golds = readGold(request.gold, request.statements ?? []);
  const taxonomy = await loadTaxonomy(request.taxonomy ?? {});
  const classify = await makeClassifier(taxonomy);
  const parts = { classify, detector: await makeDetector(), info: taxonomy.info };
  const { code, most } = request;
  return suggest(
    golds.map((gold) => compare(gold, parts)),
    { code, most, themes: themesOf(taxonomy.info) },
  );
}

/** The statements that two taxonomies code differently; see `taxonomy diff`. */
export async function diffTaxonomies(
  before: TaxonomyChoice,
  after: TaxonomyChoice,
  paths: readonly string[],
): Promise<{ statements: number; changes: Change[] }> {
  const { changesOf } = await import('./explore.js');
  const options = { by: 'document', date: null } as const;
  const earlier = await runCorpus(paths, { ...options, taxonomy: before });
  const later = await runCorpus(paths, { ...options, taxonomy: after });
  const { documents } = later.result;
  const statements = documents.reduce((sum, document) => sum + document.statements.length, 0);
  return { statements, changes: changesOf(earlier, later) };
}

/** Trains a taxonomy's scoring and writes it; see `taxonomy train`. */
export async function trainTaxonomy(
  request: TrainRequest,
): Promise<{ names: string[]; summary: string[] }> {
  const { trainFiles } = await import('./train.js');
  return trainFiles(request, await makeDetector());
}
export { toolVersion } from './adapters/version.js';
