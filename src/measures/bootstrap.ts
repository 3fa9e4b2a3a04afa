/** Intervals by resampling, from a fixed seed so that they repeat. */
import { f1 } from './tally.js';
import type { Tally } from './tally.js';

/** Lower and upper end of a 95 % interval. */
export type Interval = readonly [low: number, high: number];

const ROUNDS = 1000;
const SEED = 20181219;

/** Numbers in [0, 1) that a seed fixes: a 32-bit xorshift (Marsaglia, 2003). */
export function seeded(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/**
 * 95 % percentile interval of the micro-F1 over statements drawn with
 * replacement (Efron & Tibshirani, 1993, chapter 13); null where there is no F1.
 */
export function f1Interval(tallies: readonly Tally[]): Interval | null {
  const random = seeded(SEED);
  const found: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const value = f1(draw(tallies, random));
    if (value !== null) found.push(value);
  }
  if (found.length === 0) return null;
  found.sort((a, b) => a - b);
  const at = (share: number): number => found[Math.round(share * (found.length - 1))]!;
  return [at(0.025), at(0.975)];
}

function draw(tallies: readonly Tally[], random: () => number): Tally {
  let [right, given, wanted] = [0, 0, 0];
  for (let n = 0; n < tallies.length; n++) {
    const tally = tallies[Math.floor(random() * tallies.length)]!;
    right += tally.right;
    given += tally.given;
    wanted += tally.wanted;
  }
  return { right, given, wanted };
}
