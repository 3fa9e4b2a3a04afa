/** The figures of an evaluation that reports show. */
import type { AccuracyFigures, MeasuredAccuracy } from '../model/accuracy.js';
import type { Accuracy, Evaluation } from './evaluation.js';

/** The accuracy of a taxonomy, in figures of three decimals. */
export function measuredAccuracy(evaluation: Evaluation, taxonomyHash: string): MeasuredAccuracy {
  const { overall, byLanguage, byCode, calibrationError } = evaluation;
  const languages = [...byLanguage].map(
    ([language, { statements, layers }]) =>
      [language, { statements, ...figures(layers.substantive) }] as const,
  );
  return {
    taxonomyHash,
    statements: overall.statements,
    objectives: figures(overall.layers.substantive),
    themes: figures(overall.layers.themes),
    absent: figures(overall.absent),
    kind: rounded(overall.kind),
    calibrationError: rounded(calibrationError),
    languages: Object.fromEntries(languages),
    codes: Object.fromEntries([...byCode].map(([code, accuracy]) => [code, figures(accuracy)])),
  };
}

function figures({ tally, precision, recall, f1, interval }: Accuracy): AccuracyFigures {
  return {
    precision: rounded(precision),
    recall: rounded(recall),
    f1: rounded(f1),
    interval: interval === null ? null : [rounded(interval[0])!, rounded(interval[1])!],
    wanted: tally.wanted,
  };
}

function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 1000;
}
