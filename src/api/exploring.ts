/** Public API: looking into texts, and comparing taxonomies. */
import type { ReadingOptions } from '../adapters/reading.js';
import type { TaxonomyChoice } from '../adapters/taxonomy.js';
import type { Change, FindSpans, KwicLine, Suggestion } from '../explore.js';
import type { Issue, Language } from '../model/types.js';
import type { CompiledTaxonomy } from '../taxonomy/types.js';
import { runCorpus } from './documents.js';
import type { EvaluationRequest } from './measuring.js';
import { loadTaxonomy, makeClassifier, makeDetector } from './setup.js';

/** Settings of {@link findKwic}. */
export interface KwicOptions {
  /** Characters on each side. */
  readonly width: number;
  readonly taxonomy?: TaxonomyChoice;
  readonly reading?: ReadingOptions;
}

/**
 * Every place of a term, or of a code's evidence; see the command `kwic`.
 * @throws TermError when the term cannot be read (GCM303)
 */
export async function findKwic(
  term: string,
  paths: readonly string[],
  options: KwicOptions,
): Promise<{ lines: KwicLine[]; issues: readonly Issue[]; failed: readonly string[] }> {
  const { evidenceFinder, kwicLines } = await import('../explore.js');
  const { width, ...how } = options;
  const taxonomy = await loadTaxonomy(options.taxonomy ?? {});
  const isCode = taxonomy.info.codes.some(({ code }) => code === term);
  const find = isCode ? null : await termFinder(term, taxonomy);
  const outcome = await runCorpus(paths, {
    by: 'document',
    date: null,
    ...how,
  });
  const lines = kwicLines(outcome, find ?? evidenceFinder(outcome, term), width);
  return { lines, issues: outcome.issues, failed: outcome.failed };
}

async function termFinder(term: string, taxonomy: CompiledTaxonomy): Promise<FindSpans> {
  const { termCompiler } = await import('../adapters/taxonomy.js');
  const { parseTerm } = await import('../taxonomy/terms.js');
  const { Matcher } = await import('../taxonomy/matcher.js');
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
  return import('../report/width.js');
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
  const { readGold } = await import('../adapters/gold.js');
  const { compare, themesOf } = await import('../evaluation.js');
  const { suggest } = await import('../explore.js');
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
  reading: ReadingOptions = {},
): Promise<{ statements: number; changes: Change[] }> {
  const { changesOf } = await import('../explore.js');
  const options = { by: 'document', date: null, reading } as const;
  const earlier = await runCorpus(paths, { ...options, taxonomy: before });
  const later = await runCorpus(paths, { ...options, taxonomy: after });
  const { documents } = later.result;
  const statements = documents.reduce((sum, document) => sum + document.statements.length, 0);
  return { statements, changes: changesOf(earlier, later) };
}
