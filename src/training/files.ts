/** The files that training writes: `scoring.yaml` and the tables of word counts. */
import { formatCounts } from '../taxonomy/counts.js';
import type { Weights } from '../taxonomy/scoring.js';
import { tallyText } from './train.js';
import type { Trained } from './train.js';

/** The content of every file, by its name in the taxonomy's folder. */
export function trainedFiles(trained: Trained): Map<string, string> {
  const files = new Map([['scoring.yaml', scoringYaml(trained)]]);
  for (const [language, counts] of trained.counts.codes)
    files.set(`words/${language}.tsv`, formatCounts(counts));
  for (const [language, counts] of trained.counts.kinds)
    files.set(`words/kinds.${language}.tsv`, formatCounts(counts));
  return files;
}

function scoringYaml({ scoring, figures }: Trained): string {
  const { reach, substantiveFrom, mentionFrom, themeFrom } = scoring;
  return [
    '# yaml-language-server: $schema=../schema/scoring.schema.json',
    '# Made by "gcm-coverage taxonomy train"; README.md beside this folder explains the figures.',
    'chosen: >-',
    `  Weights: logistic regression on ${figures.trained} coded statements and the examples of the codes.`,
    `  Thresholds: on ${figures.judged} of them while they were left out of the fit, ${figures.folds} times one in ${figures.folds}; there`,
    `  substantive objectives ${tallyText(figures.substantive)};`,
    `  objectives of any strength ${tallyText(figures.any)};`,
    `  themes ${tallyText(figures.themes)}; kind right ${figures.kind.toFixed(3)}.`,
    `reach: ${reach}`,
    `substantiveFrom: ${substantiveFrom}`,
    `mentionFrom: ${mentionFrom}`,
    `themeFrom: ${themeFrom}`,
    ...weightLines('objectives', scoring.objectives),
    ...weightLines('depth', scoring.depth),
    ...weightLines('main', scoring.main),
    ...weightLines('themes', scoring.themes),
    ...weightLines('kinds', scoring.kinds),
    ...weightLines('absent', scoring.absent),
    '',
  ].join('\n');
}

function weightLines(name: string, weights: Weights): string[] {
  const lines = Object.entries(weights).map(([key, weight]) => `  ${key}: ${weight}`);
  return lines.length === 0 ? [`${name}: {}`] : [`${name}:`, ...lines];
}
