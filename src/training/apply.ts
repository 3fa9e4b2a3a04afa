/** What fitted weights give examples: used to choose thresholds on examples that were left out. */
import { KINDS } from '../model/types.js';
import type { Kind } from '../model/types.js';
import { featuresFor, isIntroducer, kindFeatures } from '../stages/classify/kind.js';
import { kindInput } from '../stages/classify/reading.js';
import { weigh } from '../stages/classify/names.js';
import { logistic, objectiveProbabilities } from '../stages/classify/scores.js';
import { formSums } from './examples.js';
import type { Counts, Example } from './examples.js';
import { codeFeatures } from './fit.js';
import type { Fitted } from './fit.js';

/** Probabilities of the codes of one example that fitted weights did not see. */
export interface Judged {
  readonly example: Example;
  /** By objective: that it applies, and that it is substantive. */
  readonly objectives: ReadonlyMap<string, { applies: number; full: number }>;
  readonly themes: ReadonlyMap<string, number>;
  readonly kind: Kind;
}

/** Judges an example by weights and counts that come from others. */
export function judge(example: Example, counts: Counts, fitted: Fitted): Judged {
  const objectives = new Map<string, { applies: number; full: number }>();
  const themes = new Map<string, number>();
  const { findings, topics } = example.reading;
  const limits = { topics, introducer: isIntroducer(kindInput(example, example.reading)) };
  for (const { code, isTheme, features } of codeFeatures(example, counts, false)) {
    if (isTheme) themes.set(code, logistic(weigh(features, fitted.themes)));
    else {
      const signals = findings.signals.get(code) ?? [];
      objectives.set(code, objectiveProbabilities({ features, signals }, fitted, limits));
    }
  }
  return { example, objectives, themes, kind: kindBy(example, counts, fitted) };
}

function kindBy(example: Example, counts: Counts, fitted: Fitted): Kind {
  const input = kindInput(example, example.reading);
  if (isIntroducer(input)) return 'introducer';
  const words = formSums(example, counts, false)?.kinds ?? null;
  const features = kindFeatures(input);
  let best: Kind = 'context';
  let most = -Infinity;
  for (const kind of KINDS) {
    if (kind === 'introducer') continue;
    const sum = weigh(featuresFor(kind, features, words), fitted.kinds);
    if (sum > most) [best, most] = [kind, sum];
  }
  return best;
}
