/** Weights of the features from examples. */
import { KINDS } from '../model/types.js';
import { absenceFeatures } from '../stages/classify/absence.js';
import { featuresOf } from '../stages/classify/features.js';
import type { CodeFeatures } from '../stages/classify/features.js';
import { featuresFor, isIntroducer, kindFeatures } from '../stages/classify/kind.js';
import { kindInput } from '../stages/classify/reading.js';
import { nameOf } from '../stages/classify/names.js';
import type { Feature } from '../stages/classify/names.js';
import { mainFeatures } from '../stages/classify/scores.js';
import type { Scoring, Weights } from '../taxonomy/scoring.js';
import { codeSums, formSums } from './examples.js';
import type { Counts, Example } from './examples.js';
import { fitLogistic } from './logistic.js';
import type { Case, Penalty } from './logistic.js';

/** The sets of weights of a scoring. */
export type Fitted = Pick<Scoring, 'objectives' | 'depth' | 'main' | 'themes' | 'kinds' | 'absent'>;

/** Penalties, chosen by cross-validation: weights of single codes stay nearer to nothing. */
const PENALTY: Penalty = (feature) => (/^(?:code|strong) [A-Za-z]/u.test(feature) ? 2 : 0.5);
const KIND_PENALTY: Penalty = () => 1;
/** Whether an objective is more than a mention is told from few cases: its weights stay smaller. */
const DEPTH_PENALTY: Penalty = (feature) => (/^(?:code|strong) [A-Za-z]/u.test(feature) ? 20 : 8);

/** Fits all weights; `counts` must come from the same examples. */
export function fit(examples: readonly Example[], counts: Counts): Fitted {
  const objectives: Case[] = [];
  const depth: Case[] = [];
  const main: Case[] = [];
  const themes: Case[] = [];
  for (const example of examples.flatMap(weighted)) {
    for (const { code, isTheme, features } of codeFeatures(example, counts, true)) {
      if (example.only !== null && example.only !== code) continue;
      const strength = example.wanted.get(code);
      const holds = strength !== undefined;
      (isTheme ? themes : objectives).push(caseOf(features, holds));
      if (isTheme) continue;
      if (holds) depth.push(caseOf(features, strength === 'substantive'));
      if (example.known !== null) main.push(caseOf(mainFeatures(features), code === example.known));
    }
  }
  return {
    objectives: rounded(fitLogistic(objectives, PENALTY)),
    depth: rounded(fitLogistic(depth, DEPTH_PENALTY)),
    main: rounded(fitLogistic(main, PENALTY)),
    themes: rounded(fitLogistic(themes, PENALTY)),
    kinds: rounded(fitLogistic(kindCases(examples, counts), KIND_PENALTY)),
    absent: rounded(fitLogistic(absenceCases(examples, counts), KIND_PENALTY)),
  };
}

/** How often a taxonomy's own example counts: it says of one code what its author means by it. */
const EXAMPLES_COUNT = 4;

function weighted(example: Example): Example[] {
  return Array.from({ length: example.only === null ? 1 : EXAMPLES_COUNT }, () => example);
}

/** Features of an example's codes; `counted` when its own words are in the counts. */
export function codeFeatures(example: Example, counts: Counts, counted: boolean): CodeFeatures[] {
  const { findings } = example.reading;
  const words = codeSums(example, findings.table.codes, counts, counted);
  const passing = formSums(example, counts, counted)?.passing ?? null;
  return featuresOf({ ...findings, words, passing });
}

function kindCases(examples: readonly Example[], counts: Counts): Case[] {
  return examples.flatMap((example) => {
    const { kind } = example;
    const input = kindInput(example, example.reading);
    if (kind === null || kind === 'introducer' || isIntroducer(input)) return [];
    const words = formSums(example, counts, true)?.kinds ?? null;
    const features = kindFeatures(input);
    return KINDS.filter((other) => other !== 'introducer').map((other) =>
      caseOf(featuresFor(other, features, words), other === kind),
    );
  });
}

function absenceCases(examples: readonly Example[], counts: Counts): Case[] {
  return examples
    .filter(({ only }) => only === null)
    .map((example) => {
      const words = formSums(example, counts, true)?.absent ?? null;
      return caseOf(absenceFeatures(example.reading.absences, words), example.absent);
    });
}

function caseOf(features: readonly Feature[], holds: boolean): Case {
  return { features: features.map(nameOf), holds };
}

const LEAST = 0.02;

/** Two decimals; what is hardly anything is left out, but for the codes, which mark what was trained. */
function rounded(weights: ReadonlyMap<string, number>): Weights {
  const kept = [...weights]
    .map(([name, weight]): [string, number] => [name, Math.round(weight * 100) / 100])
    .filter(([name, weight]) => Math.abs(weight) >= LEAST || name.startsWith('code '));
  return Object.fromEntries(kept);
}
