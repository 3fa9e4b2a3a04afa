/** What a statement does: result, action, plan, challenge, need, context or introducer. */
import type { Kind } from '../../model/types.js';
import type { Match, Matches } from '../../taxonomy/matcher.js';

/** What English grammar says where no cue term decides; loaded only when needed. */
export interface EnglishGrammar {
  /** Tense of the main verb, `none` where there is no verb. */
  tense(text: string): 'past' | 'present' | 'future' | 'none';
  /** True when the text holds a figure that is no date or year. */
  hasFigure(text: string): boolean;
}

/** What a kind is decided from. */
export interface KindInput {
  readonly text: string;
  readonly matches: Matches;
  /** Matches of the nearest parent's text, or null. */
  readonly parent: Matches | null;
  readonly hasChildren: boolean;
  readonly hasSubstantiveCode: boolean;
  readonly english: EnglishGrammar | null;
}

/** The order decides a tie: what is asked for outweighs what is told. */
const ORDER: readonly Kind[] = ['need', 'challenge', 'result', 'action', 'plan', 'context'];
const FIRST_SENTENCE = 1.5;
const INHERITED: readonly Kind[] = ['need', 'challenge', 'plan', 'action'];
const LONGEST_INTRODUCER = 12;
const NAME_SHARE = 0.7;
/** Words from which a text is taken for a sentence. */
const SENTENCE = 20;

/** True when a statement only introduces its items: it ends in a colon, or is a short line above them. */
export function isIntroducer(input: Pick<KindInput, 'text' | 'matches' | 'hasChildren'>): boolean {
  if (/[:：]\s*$/u.test(input.text)) return true;
  return input.hasChildren && input.matches.tokens.words.length <= LONGEST_INTRODUCER;
}

/** The kind of a statement. */
export function kindOf(input: KindInput): Kind {
  if (isIntroducer(input) && !(input.hasSubstantiveCode && inherited(input) !== null))
    return 'introducer';
  if (isName(input.matches)) return 'context';
  const scores = new Map(ORDER.map((kind) => [kind, cueScore(kind, input.matches)]));
  if (!hasFigure(input)) scores.set('result', 0);
  const from = inherited(input);
  if (from !== null && (scores.get('result') ?? 0) < 2) return from;
  const best = ORDER.reduce((a, b) => ((scores.get(b) ?? 0) > (scores.get(a) ?? 0) ? b : a));
  return (scores.get(best) ?? 0) > 0 ? best : byGrammar(input);
}

/** A statement that is hardly more than the names of bodies lists who took part. */
function isName({ tokens, byTarget }: Matches): boolean {
  const named = (byTarget.get('mask:bodies') ?? []).reduce(
    (sum, { first, last }) => sum + last - first + 1,
    0,
  );
  return named > 0 && named >= NAME_SHARE * tokens.words.length;
}

/** A parent that speaks of priorities, needs, challenges or practices passes that on. */
function inherited({ parent }: Pick<KindInput, 'parent'>): Kind | null {
  if (parent === null) return null;
  const scores = INHERITED.map((kind) => ({ kind, score: cueScore(kind, parent) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.kind : null;
}

/** Strong cues count 1, weak ones a half; those of the first sentence half as much again. */
function cueScore(kind: Kind, { byTarget, tokens }: Matches): number {
  const vetoes = byTarget.get(`not:kind:${kind}`) ?? [];
  let score = 0;
  for (const match of byTarget.get(`kind:${kind}`) ?? []) {
    if (vetoes.some((veto) => overlap(veto, match))) continue;
    const weight = match.pattern.group === 'strong' ? 1 : 0.5;
    score += weight * (tokens.sentences[match.first] === 0 ? FIRST_SENTENCE : 1);
  }
  return score;
}

function overlap(a: Match, b: Match): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** A figure with something counted beside it: "414 migrants", "24 %", "50 000 demandes". */
function hasFigure({ matches, text, english }: KindInput): boolean {
  const { tokens, byTarget } = matches;
  for (const match of byTarget.get('counted') ?? []) {
    for (let word = match.first - 1; word >= Math.max(0, match.first - 4); word--)
      if (isAmount(tokens.words[word]!, tokens.words[word - 1])) return true;
  }
  if (/\d\s?(?:%|٪|per cent|percent|pour cent|por ciento|في المائة|بالمائة)/u.test(text))
    return true;
  return english !== null && /\d{2}/u.test(text) && english.hasFigure(text);
}

/** Digits that are no year, day, article or law number. */
function isAmount(word: string, before: string | undefined): boolean {
  if (!/^[0-9\u0660-\u0669]+$/u.test(word)) return false;
  if (/^(?:19|20)\d\d$/u.test(word)) return false;
  return (
    before === undefined ||
    !/^(?:n|no|art|article|articles|loi|law|ley|decree|رقم|المادة)$/u.test(before)
  );
}

/** Where no cue decides: English by its tense; elsewhere whole sentences report, short ones name. */
function byGrammar({ text, english, matches }: KindInput): Kind {
  const reports = matches.byTarget.has('mask:measures') || matches.tokens.words.length >= SENTENCE;
  if (english === null) return reports ? 'action' : 'context';
  const tense = english.tense(text);
  if (tense === 'future') return 'plan';
  return tense === 'past' || matches.byTarget.has('mask:measures') ? 'action' : 'context';
}
