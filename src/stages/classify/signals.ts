/** Signals: every term found in a statement, with what became of it. */
import type { Match, Matches } from '../../taxonomy/matcher.js';
import type { TermGroup } from '../../taxonomy/types.js';
import type { Span } from '../../model/types.js';

/**
 * What became of a match: it `counts`, stands inside a `name`, was only
 * `named` in passing, is `vetoed` by a longer phrase, belongs to the
 * `compact`'s own name, or is `covered` by a stronger term of the same code.
 */
export type Effect = 'counts' | 'name' | 'named' | 'vetoed' | 'compact' | 'covered';

/** One term found for one code. */
export interface Signal {
  readonly code: string;
  readonly term: string;
  readonly group: TermGroup;
  readonly weight: number | null;
  readonly effect: Effect;
  readonly in: 'text' | 'context';
  /** For `context`: which of the context's texts. */
  readonly index: number;
  readonly span: Span;
  readonly quote: string;
}

/** How the signals of one text are read. */
export interface Reading {
  readonly in: 'text' | 'context';
  readonly index: number;
  /** Words that a frame or a measure reaches. */
  readonly reach: number;
  readonly isTheme: (code: string) => boolean;
}

/** The signals of every code in `codes` that a text holds, in order of code and place. */
export function signalsOf(matches: Matches, codes: readonly string[], reading: Reading): Signal[] {
  const found: Signal[] = [];
  if (matches.byTarget.size === 0) return found;
  const surroundings = surroundingsOf(matches);
  for (const code of codes) {
    const own = matches.byTarget.get(code);
    if (own !== undefined) codeSignals(found, code, own, matches, surroundings, reading);
  }
  return found;
}

/** The matches of a target that no phrase of its `not` list overlaps: cues of a kind, of absence. */
export function standing({ byTarget }: Matches, target: string): readonly Match[] {
  const found = byTarget.get(target);
  if (found === undefined) return NONE;
  const vetoes = byTarget.get(`not:${target}`);
  return vetoes === undefined ? found : found.filter((match) => !overlapsAny(match, vetoes));
}

const NONE: readonly Match[] = [];

/** Names of bodies and strategies that no measure is reported of, and those of the Compact. */
export function plainNames(matches: Matches, reach: number): Match[] {
  const around = surroundingsOf(matches);
  const plain = around.bodies.filter((body) => !isMeasure(body, matches, around, reach));
  return [...plain, ...around.compact];
}

interface Surroundings {
  readonly bodies: readonly Match[];
  readonly compact: readonly Match[];
  readonly frames: readonly Match[];
  readonly measures: readonly Match[];
  readonly passives: readonly Match[];
}

function surroundingsOf({ byTarget }: Matches): Surroundings {
  return {
    bodies: byTarget.get('mask:bodies') ?? NONE,
    compact: byTarget.get('mask:compact') ?? NONE,
    frames: byTarget.get('mask:frames') ?? NONE,
    measures: byTarget.get('mask:measures') ?? NONE,
    passives: byTarget.get('mask:passives') ?? NONE,
  };
}

function codeSignals(
  signals: Signal[],
  code: string,
  found: readonly Match[],
  matches: Matches,
  around: Surroundings,
  reading: Reading,
): void {
  const vetoes = matches.byTarget.get(`not:${code}`) ?? NONE;
  const effects = found.map((match) => effectOf(match, vetoes, matches, around, reading, code));
  found.forEach((match, index) => {
    const effect = isCovered(match, found, effects) ? 'covered' : effects[index]!;
    signals.push(signalOf(code, match, effect, matches, reading));
  });
}

function signalOf(
  code: string,
  { pattern, first, last }: Match,
  effect: Effect,
  { tokens }: Matches,
  reading: Reading,
): Signal {
  const span: Span = [tokens.starts[first]!, tokens.ends[last]!];
  const { term, group, weight } = pattern;
  const quote = tokens.text.slice(span[0], span[1]);
  return { code, term, group, weight, effect, in: reading.in, index: reading.index, span, quote };
}

function effectOf(
  match: Match,
  vetoes: readonly Match[],
  matches: Matches,
  around: Surroundings,
  reading: Reading,
  code: string,
): Effect {
  if (vetoes.some((veto) => overlap(veto, match) && length(veto) >= length(match))) return 'vetoed';
  if (around.compact.some((mask) => contains(mask, match))) return 'compact';
  const isTheme = reading.isTheme(code);
  const mask = around.bodies.find((body) => masks(body, match, isTheme));
  if (mask !== undefined && (isTheme || !isMeasure(mask, matches, around, reading.reach)))
    return 'name';
  const framed = around.frames.some((frame) => follows(frame, match, matches, reading.reach));
  return framed && !overlapsAny(match, around.frames) ? 'named' : 'counts';
}

/** A name's own first word tells what kind of body it is: for a theme that is no name yet. */
function masks(body: Match, match: Match, isTheme: boolean): boolean {
  if (!contains(body, match)) return false;
  return !(isTheme && match.first === body.first);
}

/**
 * A body or strategy that is adopted, created or reformed is a measure, not just
 * a name, and so is the next one that is listed with it.
 */
function isMeasure(mask: Match, matches: Matches, around: Surroundings, reach: number): boolean {
  const near = Math.ceil(reach / 2);
  const own = (name: Match): boolean =>
    around.measures.some((verb) => follows(verb, name, matches, near)) ||
    around.passives.some((verb) => follows(name, verb, matches, near));
  return own(mask) || around.bodies.some((body) => follows(body, mask, matches, near) && own(body));
}

/** True when `later` begins at most `reach` words after `earlier`, in the same sentence. */
function follows(earlier: Match, later: Match, { tokens }: Matches, reach: number): boolean {
  const between = later.first - earlier.last;
  if (between < 1 || between > reach) return false;
  return tokens.sentences[earlier.last] === tokens.sentences[later.first];
}

/** Another term says nothing new where a strong one of the same code counts. */
function isCovered(match: Match, found: readonly Match[], effects: readonly Effect[]): boolean {
  if (match.pattern.group === 'strong') return false;
  return found.some(
    (other, index) =>
      other.pattern.group === 'strong' && effects[index] === 'counts' && overlap(other, match),
  );
}

function overlapsAny(match: Match, others: readonly Match[]): boolean {
  return others.some((other) => overlap(other, match));
}

function overlap(a: Match, b: Match): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function contains(outer: Match, inner: Match): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

function length({ first, last }: Match): number {
  return last - first + 1;
}
