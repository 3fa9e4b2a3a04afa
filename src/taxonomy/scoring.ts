/** Figures that turn what is found into a score; `taxonomies/README.md` explains them. */

/** Weights of features by name, added up on the scale of the logistic function. */
export type Weights = Readonly<Record<string, number>>;

export interface Scoring {
  /** Words that a frame or a measure reaches. */
  readonly reach: number;
  /** Probability from which an objective is substantive. */
  readonly substantiveFrom: number;
  /** Probability from which an objective is at least a mention. */
  readonly mentionFrom: number;
  /** Probability from which a theme is given. */
  readonly themeFrom: number;
  /** Whether an objective applies. */
  readonly objectives: Weights;
  /** Whether an objective that applies is substantive. */
  readonly depth: Weights;
  /** Which objective comes first: what a statement is mainly about. */
  readonly main: Weights;
  /** Whether a theme applies. */
  readonly themes: Weights;
  /** Which kind a statement is of, `KIND feature` each. */
  readonly kinds: Weights;
  /** Whether a statement reports an absence. */
  readonly absent: Weights;
}

/** Each kind by its own cues, what stands above it, and figures for results. */
const DEFAULT_KINDS: Weights = {
  'action base': 0.6,
  'action length 20': 0.5,
  'context base': 0.5,
  'context names alone': 3,
  'result amount': 1,
  'result per cent': 1,
  ...Object.fromEntries(
    ['result', 'action', 'plan', 'challenge', 'need', 'context'].flatMap((kind) => [
      [`${kind} cue ${kind}`, 2],
      [`${kind} cues ${kind}`, 1],
      [`${kind} weak cue ${kind}`, 1],
      [`${kind} first sentence ${kind}`, 0.5],
      [`${kind} above ${kind}`, 2],
    ]),
  ),
};

/** Terms of objectives and themes alike. */
const DEFAULT_TERMS: Weights = {
  base: -2,
  'strong 1': 4,
  'strong 2': 1,
  'weak 1': 1.5,
  'weak 2': 2,
  'mention 1': 2.2,
};

/**
 * What a taxonomy without a scoring.yaml scores by, and codes that the shipped
 * one does not know: one strong term or two weak ones make a code substantive.
 */
export const DEFAULT_SCORING: Scoring = {
  reach: 8,
  substantiveFrom: 0.5,
  mentionFrom: 0.5,
  themeFrom: 0.5,
  objectives: {
    ...DEFAULT_TERMS,
    'strong in name 1': 2.2,
    'mention in name 1': 2.2,
    'strong in passing 1': 2.2,
    'strong above 1': 1,
    'weak above 1': 0.4,
  },
  depth: { base: -2, 'strong 1': 4, 'weak 2': 4, 'strong above 1': -1 },
  main: {},
  themes: {
    ...DEFAULT_TERMS,
    'strong in passing 1': 4,
    'weak in passing 1': 1.5,
  },
  kinds: DEFAULT_KINDS,
  absent: { base: -3, phrase: 6 },
};
