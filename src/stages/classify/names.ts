/** Names of features and their numbers: a statement's features are numbers, weights are by name. */
import type { Weights } from '../../taxonomy/scoring.js';

/** A feature's number; it means nothing outside this process. */
export type Feature = number;

const numbers = new Map<string, Feature>();
const names: string[] = [];

/** The number of a feature. */
export function feature(name: string): Feature {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, names.length);
  return names.push(name) - 1;
}

/** Features that hold from a value on, the lowest value first. */
export type Ladder = readonly (readonly [from: number, feature: Feature])[];

/** Makes the features "NAME STEP" of steps in rising order. */
export function ladder(name: string, steps: readonly number[]): Ladder {
  return steps.map((step) => [step, feature(`${name} ${step}`)] as const);
}

/** Adds the features of a ladder that hold for a value. */
export function climb(features: Feature[], steps: Ladder, value: number): void {
  for (const [from, number] of steps) {
    if (value < from) break;
    features.push(number);
  }
}

/** The name of a feature. */
export function nameOf(number: Feature): string {
  return names[number]!;
}

/** Weights by the features' numbers, 0 for those without one. */
const tables = new WeakMap<Weights, Float64Array>();

function tableOf(weights: Weights): Float64Array {
  let table = tables.get(weights);
  if (table === undefined || table.length < names.length) {
    table = Float64Array.from(names, (name) => weights[name] ?? 0);
    tables.set(weights, table);
  }
  return table;
}

/** Sum of the weights of features. */
export function weigh(features: readonly Feature[], weights: Weights): number {
  const table = tableOf(weights);
  let sum = 0;
  for (const number of features) sum += table[number]!;
  return sum;
}
