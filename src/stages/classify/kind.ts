/** What a statement does: result, action, plan, challenge, need, context or introducer. */
import { KINDS } from '../../model/types.js';
import type { Kind } from '../../model/types.js';
import type { Match, Matches } from '../../taxonomy/matcher.js';
import type { Weights } from '../../taxonomy/scoring.js';
import { hasAmount, isNumber } from './figures.js';
import { weigh } from './scores.js';
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
  /** Matches of the nearest parent's text, or null. */
  readonly parent: Matches | null;
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

const DECIDED = KINDS.filter((kind) => kind !== 'introducer');
const PASSED_ON: readonly Kind[] = ['need', 'challenge', 'plan', 'action'];

/** True when a statement only introduces its items: it ends in a colon, or is a short line above them. */
export function isIntroducer(input: Pick<KindInput, 'text' | 'hasChildren' | 'length'>): boolean {
  if (/[:：]\s*$/u.test(input.text)) return true;
  return input.hasChildren && input.length <= LONGEST_INTRODUCER;
}

/** The kind of a statement: the likeliest by its weights; grammar tips the scales of an unsettled English one. */
export function kindOf(input: KindInput): Kind {
  const passedOn = PASSED_ON.some((kind) => cues(kind, input.parent).length > 0);
  if (isIntroducer(input) && !(input.hasSubstantiveCode && passedOn)) return 'introducer';
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

/** The features of a kind: `KIND feature` for what holds of the statement, and what its words say. */
export function featuresFor(
  kind: Kind,
  features: readonly string[],
  words: readonly number[] | null,
): string[] {
  const found = features.map((feature) => `${kind} ${feature}`);
  if (words === null) return found;
  const own = words[KINDS.indexOf(kind)]!;
  for (const step of WORD_STEPS) {
    if (own < step) break;
    found.push(`words ${step}`);
  }
  const before = words.filter((sum) => sum > own).length;
  if (before === 0) found.push('words first');
  if (before <= 1) found.push('words among 2');
  return found;
}

/** What holds of a statement, whatever the kind. */
export function kindFeatures(input: Observed): string[] {
  const features = ['base', ...cueFeatures(input), ...figureFeatures(input)];
  const { matches, parent, text, length } = input;
  if (parent !== null) features.push('has parent');
  for (const kind of KINDS) {
    if (cues(kind, parent).length === 0) continue;
    features.push(`above ${kind}`);
    if (length <= SHORT) features.push(`above short ${kind}`);
  }
  for (const role of ['bodies', 'measures', 'passives', 'frames'])
    if (matches.byTarget.has(`mask:${role}`)) features.push(role);
  for (const least of LENGTHS) if (length >= least) features.push(`length ${least}`);
  if (input.absent) features.push('absent');
  if (isName(matches)) features.push('names alone');
  if (/[.;؛。；]\s*$/u.test(text)) features.push('stop');
  return features;
}

function cueFeatures({ matches }: Observed): string[] {
  const first = KINDS.map((kind) => [kind, cues(kind, matches)[0]?.first ?? Infinity] as const);
  const earliest = Math.min(...first.map(([, at]) => at));
  const leading = first.filter(([, at]) => at === earliest && at < Infinity);
  return [...leading.map(([kind]) => `leading cue ${kind}`), ...cueCounts(matches)];
}

function cueCounts(matches: Matches): string[] {
  return KINDS.flatMap((kind) => {
    const found = cues(kind, matches);
    const strong = found.filter(({ pattern }) => pattern.group === 'strong').length;
    const features: string[] = [];
    if (strong > 0) features.push(`cue ${kind}`);
    if (strong > 1) features.push(`cues ${kind}`);
    if (found.length > strong) features.push(`weak cue ${kind}`);
    if (found.length > strong + 1) features.push(`weak cues ${kind}`);
    if (found.some(({ first }) => matches.tokens.sentences[first] === 0))
      features.push(`first sentence ${kind}`);
    if (found.some(({ first }) => first < OPENING)) features.push(`opening cue ${kind}`);
    return features;
  });
}

/** The cues of a kind. */
function cues(kind: Kind, matches: Matches | null): readonly Match[] {
  return matches === null ? [] : standing(matches, `kind:${kind}`);
}

function figureFeatures({ matches, text }: Observed): string[] {
  const features: string[] = [];
  if (
    /\d\s?(?:%|٪|％|per cent|percent|pour cent|por ciento|por cento|процент|百分之|[一二三四五六七八九]成|في المائة|بالمائة)/u.test(
      text,
    )
  )
    features.push('per cent');
  const numbers = matches.tokens.words.filter(isNumber);
  if (numbers.length > 0) features.push('number');
  if (numbers.length > 1) features.push('numbers');
  if (numbers.some((number) => number.length > 2)) features.push('large number');
  if (hasAmount(matches)) features.push('amount');
  return features;
}

/** A statement that is hardly more than the names of bodies lists who took part. */
function isName({ tokens, byTarget }: Matches): boolean {
  const named = (byTarget.get('mask:bodies') ?? []).reduce(
    (sum, { first, last }) => sum + last - first + 1,
    0,
  );
  return named > 0 && named >= NAME_SHARE * tokens.words.length;
}
