/** Signals to codes: score, strength and evidence. */
import { compareText } from '../../model/text.js';
import type { CodeAssignment, Evidence, Language, Strength } from '../../model/types.js';
import type { Scoring } from '../../taxonomy/types.js';
import type { Signal } from './signals.js';

/** What limits the codes of a statement to mentions. */
export interface Limits {
  readonly language: Language;
  /** The parent lists topics of research or discussion. */
  readonly topics: boolean;
  /** The statement only introduces its items. */
  readonly introducer: boolean;
  readonly isTheme: (code: string) => boolean;
}

/** The codes that the signals come to, substantive first, then by score, then by code. */
export function codesOf(
  signals: readonly Signal[],
  scoring: Scoring,
  limits: Limits,
): CodeAssignment[] {
  const byCode = new Map<string, Signal[]>();
  for (const signal of signals) {
    if (!isUsable(signal, limits)) continue;
    byCode.set(signal.code, [...(byCode.get(signal.code) ?? []), signal]);
  }
  return [...byCode]
    .map(([code, found]) => assign(code, found, scoring, limits))
    .filter((assignment) => assignment !== null)
    .sort(byStrength);
}

/**
 * Words that count are usable; of names and passing remarks only what is strong
 * elsewhere, and for themes no name. Only objectives pass from parent to item.
 */
function isUsable({ code, effect, group, in: where }: Signal, { isTheme }: Limits): boolean {
  if (where === 'context' && isTheme(code)) return false;
  if (effect === 'counts') return true;
  if (effect === 'named') return group === 'strong' || isTheme(code);
  return effect === 'name' && group !== 'weak' && !isTheme(code);
}

function assign(
  code: string,
  signals: readonly Signal[],
  scoring: Scoring,
  limits: Limits,
): CodeAssignment | null {
  const full = combined(
    signals.filter((signal) => isFull(signal, limits)),
    scoring,
  );
  const strength = strengthOf(full, limits);
  const passing = signals.filter((signal) => !isFull(signal, limits));
  const any = 1 - (1 - full) * (1 - combined(passing, scoring, scoring.mention));
  const isSubstantive = full >= scoring.substantiveFrom && strength === 'substantive';
  if (!isSubstantive && any < scoring.mentionFrom) return null;
  const score = isSubstantive ? full : Math.min(any, scoring.substantiveFrom - 0.01);
  return {
    code,
    strength: isSubstantive ? 'substantive' : 'mention',
    score: Math.round(score * 1000) / 1000,
    evidence: signals.map((signal) => evidenceOf(signal, limits.language)),
  };
}

function strengthOf(full: number, limits: Limits): Strength {
  return full > 0 && !limits.introducer && !limits.topics ? 'substantive' : 'mention';
}

function isFull(signal: Signal, limits: Limits): boolean {
  if (signal.group === 'mention') return false;
  if (signal.effect === 'counts') return true;
  return signal.effect === 'named' && limits.isTheme(signal.code);
}

/** 1 - the product of (1 - weight) over different terms; `most` caps a weight. */
function combined(signals: readonly Signal[], scoring: Scoring, most = 1): number {
  const weights = new Map<string, number>();
  for (const signal of signals) {
    const own = signal.weight ?? scoring[signal.group];
    const weight = Math.min(most, own) * (signal.in === 'context' ? scoring.context : 1);
    weights.set(signal.term, Math.max(weight, weights.get(signal.term) ?? 0));
  }
  let missed = 1;
  for (const weight of weights.values()) missed *= 1 - weight;
  return 1 - missed;
}

function evidenceOf(signal: Signal, language: Language): Evidence {
  const { span, quote, code, term } = signal;
  const base: Evidence = {
    in: signal.in,
    spans: [span],
    quote,
    pattern: `${code}/${language}/${term}`,
  };
  return signal.in === 'context' ? { ...base, index: signal.index } : base;
}

function byStrength(a: CodeAssignment, b: CodeAssignment): number {
  const rank = (assignment: CodeAssignment): number =>
    assignment.strength === 'substantive' ? 0 : 1;
  return rank(a) - rank(b) || b.score - a.score || compareText(a.code, b.code);
}
