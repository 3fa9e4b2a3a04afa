/** Trains a taxonomy's scoring on coded statements. */
import { f1, precision, recall, sumOf, tallyOf } from '../measures/tally.js';
import type { Tally } from '../measures/tally.js';
import { compareText } from '../model/text.js';
import { DEFAULT_SCORING } from '../taxonomy/scoring.js';
import type { Scoring } from '../taxonomy/scoring.js';
import { judge } from './apply.js';
import type { Judged } from './apply.js';
import { countsOf } from './examples.js';
import type { Counts, Example } from './examples.js';
import { fit } from './fit.js';

/** What training gives, and how good it was on examples that were left out. */
export interface Trained {
  readonly scoring: Scoring;
  readonly counts: Counts;
  /** Accuracy by cross-validation at the chosen thresholds. */
  readonly figures: TrainedFigures;
}

export interface TrainedFigures {
  /** Statements trained on. */
  readonly trained: number;
  /** Statements that chose the thresholds. */
  readonly judged: number;
  readonly folds: number;
  readonly substantive: Tally;
  readonly any: Tally;
  readonly themes: Tally;
  /** Share of statements with the right kind. */
  readonly kind: number;
}

const FOLDS = 5;
const THRESHOLDS = Array.from({ length: 31 }, (_, step) => Math.round(40 + step) / 100);

/**
 * Fits weights on all examples, and chooses thresholds on examples that were
 * left out: five times a fifth, by order of id, of whole reviews where there are
 * any, since codes are rarer in these than in chosen examples. Each threshold has
 * the highest F1, that of the substantive objectives one as good.
 * @param onFold told before each of the fits
 */
export function train(
  examples: readonly Example[],
  onFold: (fold: number, of: number) => void = () => undefined,
): Trained {
  const sorted = [...examples].sort((a, b) => compareText(a.id, b.id));
  const left = crossValidate(sorted, onFold);
  const natural = left.filter(({ example }) => example.whole);
  const judged = natural.length > 0 ? natural : left;
  onFold(FOLDS + 1, FOLDS + 1);
  const counts = countsOf(sorted);
  const fitted = fit(sorted, counts);
  const thresholds = {
    substantiveFrom: lowestGood((from) => substantiveTally(judged, from)),
    mentionFrom: highest((from) => anyTally(judged, from)),
    themeFrom: highest((from) => themeTally(judged, from)),
  };
  const scoring = { ...fitted, ...thresholds, reach: DEFAULT_SCORING.reach };
  return { scoring, counts, figures: figuresOf(judged, sorted, scoring) };
}

/** Every whole statement judged by weights and counts of the other folds. */
function crossValidate(
  sorted: readonly Example[],
  onFold: (fold: number, of: number) => void,
): Judged[] {
  const coded = sorted.filter(({ only }) => only === null);
  const folds = new Map(coded.map((example, index) => [example, index % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    onFold(fold + 1, FOLDS + 1);
    const rest = sorted.filter((example) => folds.get(example) !== fold);
    const counts = countsOf(rest);
    const fitted = fit(rest, counts);
    return coded
      .filter((example) => folds.get(example) === fold)
      .map((example) => judge(example, counts, fitted));
  }).flat();
}

/** F1 by which a threshold may be worse than the best and still be as good. */
const AS_GOOD = 0.004;
/** Least precision of substantive objectives, where it can be had as well. */
const LEAST_PRECISION = 0.85;

/** The lowest threshold that is as good as the best, and precise: a wrong code is struck out sooner than a missed one found. */
function lowestGood(tally: (from: number) => Tally): number {
  const best = highest(tally);
  const least = (f1(tally(best)) ?? 0) - AS_GOOD;
  const good = THRESHOLDS.filter((from) => (f1(tally(from)) ?? 0) >= least);
  return good.find((from) => (precision(tally(from)) ?? 0) >= LEAST_PRECISION) ?? best;
}

/** The threshold with the highest F1; of equals the lowest. */
function highest(tally: (from: number) => Tally): number {
  let [best, most] = [THRESHOLDS[0]!, -1];
  for (const from of THRESHOLDS) {
    const value = f1(tally(from)) ?? 0;
    if (value > most) [best, most] = [from, value];
  }
  return best;
}

function substantiveTally(judged: readonly Judged[], from: number): Tally {
  return sumOf(
    judged.map(({ objectives, example: { wanted, reading } }) =>
      tallyOf(
        keysWhere(objectives, ({ full }) => full >= from),
        keysWhere(
          wanted,
          (value, code) => value === 'substantive' && !reading.findings.table.isTheme(code),
        ),
      ),
    ),
  );
}

function anyTally(judged: readonly Judged[], from: number): Tally {
  return sumOf(
    judged.map(({ objectives, example: { wanted, reading } }) =>
      tallyOf(
        keysWhere(objectives, ({ applies }) => applies >= from),
        keysWhere(wanted, (_, code) => !reading.findings.table.isTheme(code)),
      ),
    ),
  );
}

function themeTally(judged: readonly Judged[], from: number): Tally {
  return sumOf(
    judged.map(({ themes, example: { wanted, reading } }) =>
      tallyOf(
        keysWhere(themes, (probability) => probability >= from),
        keysWhere(wanted, (_, code) => reading.findings.table.isTheme(code)),
      ),
    ),
  );
}

function keysWhere<T>(
  map: ReadonlyMap<string, T>,
  holds: (value: T, key: string) => boolean,
): Set<string> {
  return new Set([...map].filter(([key, value]) => holds(value, key)).map(([key]) => key));
}

function figuresOf(
  judged: readonly Judged[],
  examples: readonly Example[],
  scoring: Scoring,
): TrainedFigures {
  const kinds = judged.filter(({ example }) => example.kind !== null);
  return {
    trained: examples.filter(({ only }) => only === null).length,
    judged: judged.length,
    folds: FOLDS,
    substantive: substantiveTally(judged, scoring.substantiveFrom),
    any: anyTally(judged, scoring.mentionFrom),
    themes: themeTally(judged, scoring.themeFrom),
    kind: kinds.filter(({ kind, example }) => kind === example.kind).length / kinds.length,
  };
}

/** Precision, recall and F1 in words. */
export function tallyText(tally: Tally): string {
  const figure = (value: number | null): string => (value ?? 0).toFixed(3);
  return `P ${figure(precision(tally))} R ${figure(recall(tally))} F1 ${figure(f1(tally))}`;
}
