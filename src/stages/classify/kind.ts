/** What a statement does: result, action, plan, challenge, need, context or introducer. */
import { KINDS } from '../../model/types.js';
import type { Kind } from '../../model/types.js';
import type { Match, Matches } from '../../taxonomy/matcher.js';
import type { Weights } from '../../taxonomy/scoring.js';
import { hasAmount } from './figures.js';
import { climb, feature, ladder, nameOf, weigh } from './names.js';
import type { Feature } from './names.js';
import { standing } from './signals.js';

/** What English grammar says where the cues leave a kind unsettled; loaded only when needed. */
export interface EnglishGrammar {
  /** Tense of the main verb, `none` where there is no verb. */
  tense(text: string): 'past' | 'present' | 'future' | 'none';
  /** True when the text holds a figure that is no date or year. */
  hasFigure(text: string): boolean;
}

/** What is observed of a statement. */
export interface Observed {
  readonly text: string;
  readonly matches: Matches;
  readonly cues: Cues;
  /** Cues of the nearest parent's text, or null. */
  readonly above: Cues | null;
  readonly hasChildren: boolean;
  readonly absent: boolean;
  /** Number of words, small ones left out; Chinese characters count a half. */
  readonly length: number;
  /** Sum of the word scores of each kind, in the order of {@link KINDS}; null without a table. */
  readonly words: readonly number[] | null;
}

/** What a kind is decided from. */
export interface KindInput extends Observed {
  readonly hasSubstantiveCode: boolean;
  readonly weights: Weights;
  readonly english: EnglishGrammar | null;
}

const LONGEST_INTRODUCER = 12;
const NAME_SHARE = 0.7;
/** Words of an item that hardly says what it does: its parent does. */
const SHORT = 12;
/** Words at the start of a statement where its main verb mostly stands. */
const OPENING = 8;
const LENGTHS = [4, 7, 12, 20, 35] as const;
const WORD_STEPS = [-4, -3, -2, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8] as const;
/** Lead on the logistic scale under which a kind is unsettled. */
const UNSETTLED = 0.5;

/** The matches of each kind's cue terms, in the order of {@link KINDS}. */
export type Cues = readonly (readonly Match[])[];

/** Finds the cues of a text. */
export function cuesOf(matches: Matches): Cues {
  return CUES.map((target) => standing(matches, target));
}

const CUES = KINDS.map((kind) => `kind:${kind}`);
const DECIDED = KINDS.filter((kind) => kind !== 'introducer');
const PASSED_ON: readonly Kind[] = ['need', 'challenge', 'plan', 'action'];

const ofKinds = (name: string): readonly Feature[] =>
  KINDS.map((kind) => feature(`${name} ${kind}`));
const LEADING = ofKinds('leading cue');
const CUE = ofKinds('cue');
const CUES_MORE = ofKinds('cues');
const WEAK_CUE = ofKinds('weak cue');
const WEAK_CUES = ofKinds('weak cues');
const FIRST_SENTENCE = ofKinds('first sentence');
const OPENING_CUE = ofKinds('opening cue');
const ABOVE = ofKinds('above');
const ABOVE_SHORT = ofKinds('above short');
const BASE = feature('base');
const HAS_PARENT = feature('has parent');
const ABSENT = feature('absent');
const NAMES_ALONE = feature('names alone');
const STOP = feature('stop');
const PER_CENT = feature('per cent');
const NUMBER = feature('number');
const NUMBERS = feature('numbers');
const LARGE_NUMBER = feature('large number');
const AMOUNT = feature('amount');
const ROLES = ['bodies', 'measures', 'passives', 'frames'].map(
  (role) => [`mask:${role}`, feature(role)] as const,
);
const LONG = ladder('length', LENGTHS);
const WORDS = ladder('words', WORD_STEPS);
const WORDS_FIRST = feature('words first');
const WORDS_AMONG_2 = feature('words among 2');

/** True when a statement only introduces its items: it ends in a colon, or is a short line above them. */
export function isIntroducer(input: Pick<KindInput, 'text' | 'hasChildren' | 'length'>): boolean {
  if (':：'.includes(input.text.trimEnd().at(-1) ?? ' ')) return true;
  return input.hasChildren && input.length <= LONGEST_INTRODUCER;
}

/** The kind of a statement: the likeliest by its weights; grammar tips the scales of an unsettled English one. */
export function kindOf(input: KindInput): Kind {
  const { above } = input;
  const passedOn = (): boolean =>
    above !== null && PASSED_ON.some((kind) => above[KINDS.indexOf(kind)]!.length > 0);
  if (isIntroducer(input) && !(input.hasSubstantiveCode && passedOn())) return 'introducer';
  const features = kindFeatures(input);
  const scores = DECIDED.map((kind) => ({
    kind,
    score: weigh(featuresFor(kind, features, input.words), input.weights),
  })).sort((a, b) => b.score - a.score || DECIDED.indexOf(a.kind) - DECIDED.indexOf(b.kind));
  const [first, second] = scores;
  const settled = first!.score - second!.score >= UNSETTLED;
  if (settled || input.english === null) return first!.kind;
  return byGrammar(input.text, [first!.kind, second!.kind], input.english);
}

/** Of two kinds that are nearly as likely, the one that tense and figures speak for. */
function byGrammar(text: string, [first, second]: [Kind, Kind], english: EnglishGrammar): Kind {
  let read: ReturnType<EnglishGrammar['tense']> | null = null;
  const fits = (kind: Kind): boolean => {
    if (kind === 'result') return /\d/u.test(text) && english.hasFigure(text);
    const tense = (read ??= english.tense(text));
    if (kind === 'plan') return tense === 'future';
    if (kind === 'context') return tense === 'none';
    return kind === 'action' && tense === 'past';
  };
  return !fits(first) && fits(second) ? second : first;
}

/** Features of a kind, by the features that hold whatever the kind. */
const ofKind = new Map<Kind, (Feature | undefined)[]>(KINDS.map((kind) => [kind, []]));

/** The features of a kind: `KIND feature` for what holds of the statement, and what its words say. */
export function featuresFor(
  kind: Kind,
  features: readonly Feature[],
  words: readonly number[] | null,
): Feature[] {
  const own = ofKind.get(kind)!;
  const found = features.map((number) => (own[number] ??= feature(`${kind} ${nameOf(number)}`)));
  if (words === null) return found;
  const sum = words[KINDS.indexOf(kind)]!;
  climb(found, WORDS, sum);
  let before = 0;
  for (const other of words) if (other > sum) before++;
  if (before === 0) found.push(WORDS_FIRST);
  if (before <= 1) found.push(WORDS_AMONG_2);
  return found;
}

/** What holds of a statement, whatever the kind. */
export function kindFeatures(input: Observed): Feature[] {
  const features = [BASE];
  cueFeatures(features, input);
  figureFeatures(features, input);
  const { matches, above, text, length } = input;
  if (above !== null) features.push(HAS_PARENT);
  above?.forEach((found, kind) => {
    if (found.length === 0) return;
    features.push(ABOVE[kind]!);
    if (length <= SHORT) features.push(ABOVE_SHORT[kind]!);
  });
  for (const [role, number] of ROLES) if (matches.byTarget.has(role)) features.push(number);
  climb(features, LONG, length);
  if (input.absent) features.push(ABSENT);
  if (isName(matches)) features.push(NAMES_ALONE);
  if ('.;؛。；'.includes(text.trimEnd().at(-1) ?? ' ')) features.push(STOP);
  return features;
}

function cueFeatures(features: Feature[], { cues, matches }: Observed): void {
  let earliest = Infinity;
  for (const [cue] of cues) if (cue !== undefined) earliest = Math.min(earliest, cue.first);
  cues.forEach(([cue], kind) => {
    if (cue !== undefined && cue.first === earliest) features.push(LEADING[kind]!);
  });
  cues.forEach((found, kind) => {
    if (found.length > 0) cueCounts(features, found, kind, matches);
  });
}

function cueCounts(
  features: Feature[],
  found: readonly Match[],
  kind: number,
  { tokens }: Matches,
): void {
  const strong = found.filter(({ pattern }) => pattern.group === 'strong').length;
  if (strong > 0) features.push(CUE[kind]!);
  if (strong > 1) features.push(CUES_MORE[kind]!);
  if (found.length > strong) features.push(WEAK_CUE[kind]!);
  if (found.length > strong + 1) features.push(WEAK_CUES[kind]!);
  if (found.some(({ first }) => tokens.sentences[first] === 0))
    features.push(FIRST_SENTENCE[kind]!);
  if (found.some(({ first }) => first < OPENING)) features.push(OPENING_CUE[kind]!);
}

const SHARE =
  /\d\s?(?:%|٪|％|per cent|percent|pour cent|por ciento|por cento|процент|百分之|[一二三四五六七八九]成|في المائة|بالمائة)/u;

function figureFeatures(features: Feature[], { matches, text }: Observed): void {
  if (SHARE.test(text)) features.push(PER_CENT);
  const numbers = matches.tokens.words.filter(({ isNumber }) => isNumber);
  if (numbers.length > 0) features.push(NUMBER);
  if (numbers.length > 1) features.push(NUMBERS);
  if (numbers.some((number) => number.text.length > 2)) features.push(LARGE_NUMBER);
  if (hasAmount(matches)) features.push(AMOUNT);
}

/** A statement that is hardly more than the names of bodies lists who took part. */
function isName({ tokens, byTarget }: Matches): boolean {
  const named = (byTarget.get('mask:bodies') ?? []).reduce(
    (sum, { first, last }) => sum + last - first + 1,
    0,
  );
  return named > 0 && named >= NAME_SHARE * tokens.words.length;
}
