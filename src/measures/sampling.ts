/**
 * Draws statements for review. Who is drawn hangs on the seed and the statement alone:
 * a statement more or less elsewhere changes the others' order in no way.
 */
import { shortHash } from '../model/hash.js';
import type { SampleMethod } from '../model/review.js';
import { compareText } from '../model/text.js';
import type { CodedDocument } from '../model/types.js';
import { readingsOf, type Reading } from './readings.js';

/** A statement that was drawn. */
export interface Drawn extends Reading {
  readonly coded: CodedDocument;
  readonly stratum: string;
  /** Chance with which it was drawn; null where it was chosen for its score. */
  readonly probability: number | null;
}

type Candidate = Pick<Drawn, 'coded' | 'statement' | 'coding'>;

/** How to draw. */
export interface SampleOptions {
  readonly method: SampleMethod;
  readonly size: number;
  readonly seed: string;
}

/** Draws from all statements of documents that are counted, in reading order. */
export function drawSample(documents: readonly CodedDocument[], options: SampleOptions): Drawn[] {
  const all = documents
    .filter(({ countedAs }) => countedAs === undefined)
    .flatMap((coded) => readingsOf(coded).map((reading): Candidate => ({ ...reading, coded })));
  const place = new Map(all.map(({ statement }, i) => [statement.id, i]));
  return drawFrom(all, options).sort(
    (a, b) => (place.get(a.statement.id) ?? 0) - (place.get(b.statement.id) ?? 0),
  );
}

function drawFrom(all: readonly Candidate[], { method, size, seed }: SampleOptions): Drawn[] {
  if (method === 'uncertain')
    return [...all]
      .filter(({ coding }) => coding !== null && coding.codes.length > 0)
      .sort((a, b) => leastScore(a) - leastScore(b) || compareText(a.statement.id, b.statement.id))
      .slice(0, size)
      .map((one) => ({ ...one, stratum: 'least certain', probability: null }));
  const strata = new Map<string, Candidate[]>();
  for (const one of all) {
    const stratum = method === 'stratified' ? stratumOf(one) : 'all';
    strata.set(stratum, [...(strata.get(stratum) ?? []), one]);
  }
  const sizes = allocated(strata, size);
  return [...strata].flatMap(([stratum, members]) => {
    const n = sizes.get(stratum) ?? 0;
    return [...members]
      .sort((a, b) => compareText(rankOf(a, seed), rankOf(b, seed)))
      .slice(0, n)
      .map((one) => ({ ...one, stratum, probability: n / members.length }));
  });
}

function rankOf({ statement }: Candidate, seed: string): string {
  return shortHash(`${seed}\n${statement.id}`) + statement.id;
}

function leastScore({ coding }: Candidate): number {
  return (coding?.codes ?? []).reduce((least, { score }) => Math.min(least, score), 1);
}

/** Language, and the objective that the statement is mainly about: the first that it treats. */
function stratumOf({ statement, coding }: Candidate): string {
  const main = coding?.codes.find(
    ({ code, strength }) => /^O\d\d$/u.test(code) && strength === 'substantive',
  );
  return `${statement.language} ${main?.code ?? 'none'}`;
}

/** One of each stratum, largest strata first, the rest in proportion (largest remainders). */
function allocated(
  strata: ReadonlyMap<string, readonly unknown[]>,
  size: number,
): Map<string, number> {
  const sorted = [...strata].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
  const total = sorted.reduce((sum, [, members]) => sum + members.length, 0);
  const wanted = Math.min(size, total);
  const given = new Map(sorted.map(([name], i) => [name, i < wanted ? 1 : 0]));
  const left = wanted - Math.min(wanted, sorted.length);
  const shares = sorted.map(([name, members]) => ({
    name,
    room: members.length - (given.get(name) ?? 0),
    share: total === 0 ? 0 : (left * members.length) / total,
  }));
  for (const { name, room, share } of shares)
    given.set(name, (given.get(name) ?? 0) + Math.min(room, Math.floor(share)));
  const byRemainder = [...shares].sort(
    (a, b) => (b.share % 1) - (a.share % 1) || compareText(a.name, b.name),
  );
  let missing = wanted - [...given.values()].reduce((sum, n) => sum + n, 0);
  for (let round = 0; missing > 0 && round < total; round++)
    for (const { name } of byRemainder) {
      if (missing === 0) break;
      if ((given.get(name) ?? 0) >= (strata.get(name)?.length ?? 0)) continue;
      given.set(name, (given.get(name) ?? 0) + 1);
      missing--;
    }
  return given;
}
