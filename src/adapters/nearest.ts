/** "Did you mean": the nearest of the allowed names, by `natural`'s string distances. */
import { createRequire } from 'node:module';
import type { Nearest } from '../taxonomy/yaml.js';

const require = createRequire(import.meta.url);

interface Distances {
  JaroWinklerDistance(a: string, b: string, options: { ignoreCase: boolean }): number;
}

/** Names less alike than this (0-1) are no help. */
const ALIKE = 0.8;

/** The nearest allowed name, or null when none is near; the first of equals. */
export const nearest: Nearest = (name, allowed) => {
  const { JaroWinklerDistance } = require('natural/lib/natural/distance/index.js') as Distances;
  let best: string | null = null;
  let most = ALIKE;
  for (const candidate of allowed) {
    const likeness = JaroWinklerDistance(name, candidate, { ignoreCase: true });
    if (likeness > most) [best, most] = [candidate, likeness];
  }
  return best;
};
