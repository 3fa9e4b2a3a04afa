/** A machine's codings against gold codings: accuracy by layer, code, language and document. */
import type { GoldStatement } from '../model/gold.js';
import { compareText } from '../model/text.js';
import type { CodeAssignment, Coding, Kind, Strength } from '../model/types.js';
import { f1Interval } from './bootstrap.js';
import type { Interval } from './bootstrap.js';
import { calibrationError, reliability } from './calibration.js';
import type { Judged, ReliabilityRow } from './calibration.js';
import { knownCode } from './known.js';
import type { KnownCode } from './known.js';
import { f1, precision, recall, sumOf, tallyOf } from './tally.js';
import type { Tally } from './tally.js';

/** What is compared: objectives at strength 2, objectives at either strength, themes. */
export type Layer = 'substantive' | 'any' | 'themes';
export const LAYERS: readonly Layer[] = ['substantive', 'any', 'themes'];

/** One row of a table of accuracy; null figures have nothing to compare. */
export interface Accuracy {
  readonly tally: Tally;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** 95 % bootstrap interval of the F1. */
  readonly interval: Interval | null;
}

/** Accuracy of a group of statements. */
export interface GroupAccuracy {
  readonly statements: number;
  readonly layers: Readonly<Record<Layer, Accuracy>>;
  /** Share of statements with the right kind, or null where the gold has none. */
  readonly kind: number | null;
  readonly absent: Accuracy;
}

/** A statement that was coded wrongly. */
export interface Miss {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  /** Codes that the gold has substantively and the machine has not. */
  readonly missed: readonly string[];
  /** Codes that the machine gave substantively and the gold has not, with their evidence. */
  readonly wrong: readonly CodeAssignment[];
}

export interface Evaluation {
  readonly overall: GroupAccuracy;
  readonly byLanguage: ReadonlyMap<string, GroupAccuracy>;
  readonly byDocument: ReadonlyMap<string, GroupAccuracy>;
  /** Objectives by their substantive strength, themes by presence. */
  readonly byCode: ReadonlyMap<string, Accuracy>;
  /** F1 of an objective in one language, by "code language". */
  readonly byCodeAndLanguage: ReadonlyMap<string, Accuracy>;
  readonly kinds: ReadonlyMap<Kind, Accuracy>;
  readonly reliability: readonly ReliabilityRow[];
  readonly calibrationError: number | null;
  readonly known: KnownCode | null;
  readonly misses: readonly Miss[];
}

/** A gold statement beside the machine's coding of it; null where the machine could not read it. */
export interface Compared {
  readonly gold: GoldStatement;
  readonly language: string;
  readonly coding: Coding | null;
}

/** Compares codings with gold codings; `themes` are the codes that are no objectives. */
export function evaluate(compared: readonly Compared[], themes: ReadonlySet<string>): Evaluation {
  const sorted = [...compared].sort((a, b) => compareText(a.gold.id, b.gold.id));
  const judged = sorted.flatMap((one) => judgedCodes(one, themes));
  const table = reliability(judged);
  return {
    overall: groupAccuracy(sorted, themes),
    byLanguage: grouped(sorted, ({ language }) => language, themes),
    byDocument: grouped(sorted, ({ gold }) => gold.document, themes),
    byCode: byCode(sorted, themes),
    byCodeAndLanguage: byCodeAndLanguage(sorted, themes),
    kinds: byKind(sorted),
    reliability: table,
    calibrationError: calibrationError(table),
    known: knownCode(sorted, themes),
    misses: missesOf(sorted, themes),
  };
}

/** Precision, recall and F1 with its interval from the counts of single statements. */
export function accuracyOf(tallies: readonly Tally[]): Accuracy {
  const tally = sumOf(tallies);
  return {
    tally,
    precision: precision(tally),
    recall: recall(tally),
    f1: f1(tally),
    interval: f1Interval(tallies),
  };
}

/** The codes of a coding that belong to a layer. */
export function codesIn(
  coding: Coding | null,
  layer: Layer,
  themes: ReadonlySet<string>,
): Set<string> {
  const codes = coding?.codes ?? [];
  const kept = codes.filter(
    ({ code, strength }) =>
      themes.has(code) === (layer === 'themes') &&
      (layer !== 'substantive' || strength === 'substantive'),
  );
  return new Set(kept.map(({ code }) => code));
}

function groupAccuracy(compared: readonly Compared[], themes: ReadonlySet<string>): GroupAccuracy {
  const layer = (name: Layer): Accuracy =>
    accuracyOf(
      compared.map(({ coding, gold }) =>
        tallyOf(codesIn(coding, name, themes), codesIn(gold.coding, name, themes)),
      ),
    );
  const kinds = compared.filter(({ gold }) => gold.coding.kind !== null);
  const right = kinds.filter(({ gold, coding }) => gold.coding.kind === coding?.kind).length;
  return {
    statements: compared.length,
    layers: { substantive: layer('substantive'), any: layer('any'), themes: layer('themes') },
    kind: kinds.length === 0 ? null : right / kinds.length,
    absent: accuracyOf(
      compared.map(({ gold, coding }) => one(coding?.absent ?? false, gold.coding.absent)),
    ),
  };
}

function grouped(
  compared: readonly Compared[],
  keyOf: (one: Compared) => string,
  themes: ReadonlySet<string>,
): Map<string, GroupAccuracy> {
  const groups = new Map<string, Compared[]>();
  for (const item of compared) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return new Map(
    [...groups]
      .sort(([a], [b]) => compareText(a, b))
      .map(([key, items]) => [key, groupAccuracy(items, themes)]),
  );
}

function byCode(compared: readonly Compared[], themes: ReadonlySet<string>): Map<string, Accuracy> {
  const sets = compared.map((item) => [
    setOf(item.coding, themes),
    setOf(item.gold.coding, themes),
  ]);
  const codes = new Set(sets.flatMap((pair) => pair.flatMap((set) => [...set])));
  return new Map(
    [...codes]
      .sort(compareText)
      .map((code) => [
        code,
        accuracyOf(sets.map(([given, wanted]) => one(given!.has(code), wanted!.has(code)))),
      ]),
  );
}

function byCodeAndLanguage(
  compared: readonly Compared[],
  themes: ReadonlySet<string>,
): Map<string, Accuracy> {
  const found = new Map<string, Accuracy>();
  const languages = [...new Set(compared.map(({ language }) => language))].sort(compareText);
  for (const language of languages) {
    const own = compared.filter((item) => item.language === language);
    for (const [code, accuracy] of byCode(own, themes)) found.set(`${code} ${language}`, accuracy);
  }
  return found;
}

function byKind(compared: readonly Compared[]): Map<Kind, Accuracy> {
  const kinds = new Set(compared.flatMap(({ gold }) => gold.coding.kind ?? []));
  return new Map(
    [...kinds]
      .sort(compareText)
      .map((kind) => [
        kind,
        accuracyOf(
          compared.map(({ gold, coding }) => one(coding?.kind === kind, gold.coding.kind === kind)),
        ),
      ]),
  );
}

/** Substantive objectives and themes of any strength. */
function setOf(coding: Coding | null, themes: ReadonlySet<string>): Set<string> {
  return new Set([...codesIn(coding, 'substantive', themes), ...codesIn(coding, 'themes', themes)]);
}

function one(given: boolean, wanted: boolean): Tally {
  return { right: given && wanted ? 1 : 0, given: given ? 1 : 0, wanted: wanted ? 1 : 0 };
}

/** A substantive code is right where the gold has it so; a mention and a theme where the gold has it at all. */
function judgedCodes({ coding, gold }: Compared, themes: ReadonlySet<string>): Judged[] {
  const strengths = new Map<string, Strength>(
    gold.coding.codes.map(({ code, strength }) => [code, strength]),
  );
  return (coding?.codes ?? []).map(({ code, strength, score }) => {
    const wanted = strengths.get(code);
    const right =
      strength === 'mention' || themes.has(code) ? wanted !== undefined : wanted === 'substantive';
    return { score, right };
  });
}

/** Statements with wrong or missed substantive objectives, the worst first. */
function missesOf(compared: readonly Compared[], themes: ReadonlySet<string>): Miss[] {
  const misses = compared.map(({ gold, coding, language }) => {
    const given = codesIn(coding, 'substantive', themes);
    const wanted = codesIn(gold.coding, 'substantive', themes);
    const { id, text } = gold;
    return {
      id,
      text,
      language,
      missed: [...wanted].filter((code) => !given.has(code)).sort(compareText),
      wrong: (coding?.codes ?? []).filter(({ code }) => given.has(code) && !wanted.has(code)),
    };
  });
  return misses
    .filter(({ missed, wrong }) => missed.length + wrong.length > 0)
    .sort((a, b) => b.missed.length + b.wrong.length - a.missed.length - a.wrong.length);
}
