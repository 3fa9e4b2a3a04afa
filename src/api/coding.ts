/** Public API: coding single texts. */
import type { TaxonomyChoice } from '../adapters/taxonomy.js';
import type { Kind, Language } from '../model/types.js';
import type { Signal } from '../stages/classify.js';
import type { TaggedLine } from '../stages/tag.js';
import { loadTaxonomy, makeClassifier, makeDetector } from './setup.js';

/** Makes the function that tags one line of NDJSON; see the command `tag`. */
export async function createTagger(
  choice: TaxonomyChoice = {},
): Promise<(line: string, number: number) => TaggedLine> {
  const { lineTagger } = await import('../stages/tag.js');
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
