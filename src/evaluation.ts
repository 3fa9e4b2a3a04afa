/** Measures the tagger: gold statements and parallel texts are coded and compared. */
import type { GoldStatement, ParallelStatement } from './model/gold.js';
import type { Coding, Language } from './model/types.js';
import { consistency } from './measures/consistency.js';
import type { Consistency } from './measures/consistency.js';
import { evaluate } from './measures/evaluation.js';
import type { Compared, Evaluation } from './measures/evaluation.js';
import type { Classify } from './stages/classify.js';
import type { LanguageDetector } from './stages/detect.js';
import type { TaxonomyInfo } from './taxonomy/types.js';

/** What codes the texts. */
export interface EvaluationParts {
  readonly classify: Classify;
  readonly detector: LanguageDetector;
  readonly info: TaxonomyInfo;
}

/** The codes of a taxonomy that are no objectives. */
export function themesOf({ codes }: Pick<TaxonomyInfo, 'codes'>): Set<string> {
  return new Set(codes.filter(({ kind }) => kind === 'theme').map(({ code }) => code));
}

/** Codes the texts of gold statements and compares. */
export function evaluateGold(gold: readonly GoldStatement[], parts: EvaluationParts): Evaluation {
  const compared = gold.map((statement) => compare(statement, parts));
  return evaluate(compared, themesOf(parts.info));
}

/** A gold statement with the machine's coding of its text. */
export function compare(gold: GoldStatement, parts: EvaluationParts): Compared {
  const { id, text, context } = gold;
  const language = gold.language ?? parts.detector.ofStatement(text, null).language;
  return { gold, language, coding: code(id, text, language, context, parts) };
}

/** Codes the same statements in all their languages and compares the codes. */
export function evaluateParallel(
  statements: readonly ParallelStatement[],
  parts: EvaluationParts,
): ReadonlyMap<string, Consistency> {
  const coded = statements.map(({ id, texts }) => ({
    id,
    codings: new Map(
      Object.entries(texts).map(([language, text]) => [
        language,
        code(id, text, language as Language, [], parts),
      ]),
    ),
  }));
  return consistency(coded, themesOf(parts.info));
}

function code(
  id: string,
  text: string,
  language: Language,
  context: readonly string[],
  { classify }: EvaluationParts,
): Coding | null {
  const found = classify({ text, language, context });
  if (found === null) return null;
  const { kind, absent, codes } = found;
  return { statement: id, coder: 'keywords', kind, absent, codes };
}
