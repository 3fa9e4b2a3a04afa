/** Two sets of documents: what appeared, disappeared, and is coded otherwise. */
import type { Comparison, ComparedStatement, StatementChange } from '../model/comparison.js';
import type { Coverage, CoverageBy } from '../model/coverage.js';
import { compareText } from '../model/text.js';
import type { CodedDocument, Coding, Statement } from '../model/types.js';
import { coverageMoves } from './changes.js';
import { coverage } from './coverage.js';
import type { CountedCode } from './coverage.js';
import { readingsOf } from './readings.js';
import { similarStatements } from './similar.js';

/** One side of a comparison. */
export interface Side {
  readonly name: string;
  readonly documents: readonly CodedDocument[];
}

/** How to compare. */
export interface CompareOptions {
  readonly codes: readonly CountedCode[];
  /** True where the sides have other countries: each is one row. */
  readonly asWholes: boolean;
}

interface Read {
  readonly statement: Statement;
  readonly coding: Coding;
  readonly country: string | undefined;
}

/**
 * Compares two sides. Statements are matched by id, then by nearly the same words;
 * drafts and translations are left out.
 */
export function compareSides(a: Side, b: Side, options: CompareOptions): Comparison {
  const [before, after] = [a, b].map((side) => objectivesOf(side, options)) as [Coverage, Coverage];
  const [was, is] = [readOf(a), readOf(b)];
  const pairs = matched(was, is, [a, b]);
  const paired = new Set(pairs.flatMap(([one, other]) => [one, other]));
  const changed = pairs.flatMap(([one, other]) => changeOf(one, other) ?? []);
  const alone = (reads: ReadonlyMap<string, Read>): ComparedStatement[] =>
    [...reads.values()].filter((read) => !paired.has(read)).map(comparedOf);
  return {
    a: a.name,
    b: b.name,
    coverage: { before, after },
    moves: coverageMoves(before, after),
    appeared: alone(is),
    disappeared: alone(was),
    changed,
    same: pairs.length - changed.length,
  };
}

function objectivesOf({ documents }: Side, { codes, asWholes }: CompareOptions): Coverage {
  const counted = codes.filter(({ kind }) => kind === 'objective');
  const by: CoverageBy = 'country';
  if (!asWholes) return coverage(documents, counted, by);
  const together = documents.map((coded) => {
    const { country: _, ...metadata } = coded.document.metadata;
    return { ...coded, document: { ...coded.document, metadata } };
  });
  return coverage(together, counted, by);
}

function readOf({ documents }: Side): Map<string, Read> {
  const found = new Map<string, Read>();
  for (const coded of documents.filter(({ countedAs }) => countedAs === undefined))
    for (const { statement, coding } of readingsOf(coded))
      if (coding !== null)
        found.set(statement.id, { statement, coding, country: coded.document.metadata.country });
  return found;
}

function matched(
  was: ReadonlyMap<string, Read>,
  is: ReadonlyMap<string, Read>,
  sides: readonly Side[],
): [Read, Read][] {
  const pairs: [Read, Read][] = [];
  for (const [id, one] of was) {
    const other = is.get(id);
    if (other !== undefined) pairs.push([one, other]);
  }
  const left = sides.flatMap(({ documents }, side) =>
    documents.map((coded) => ({
      ...coded,
      statements: coded.statements.filter(({ id }) => !(side === 0 ? is : was).has(id)),
    })),
  );
  const taken = new Set<string>();
  const near = Object.entries(similarStatements(left))
    .filter(([id]) => was.has(id))
    .flatMap(([id, others]) =>
      others.filter(({ statement }) => is.has(statement)).map((other) => ({ id, ...other })),
    )
    .sort(
      (a, b) =>
        b.similarity - a.similarity ||
        compareText(a.id, b.id) ||
        compareText(a.statement, b.statement),
    );
  for (const { id, statement } of near) {
    if (taken.has(id) || taken.has(statement)) continue;
    taken.add(id).add(statement);
    pairs.push([was.get(id)!, is.get(statement)!]);
  }
  return pairs;
}

function changeOf(one: Read, other: Read): StatementChange | null {
  const codesOf = ({ coding }: Read): Map<string, string> =>
    new Map(coding.codes.map(({ code, strength }) => [code, strength]));
  const [before, after] = [codesOf(one), codesOf(other)];
  const added = [...after.keys()].filter((code) => !before.has(code)).sort(compareText);
  const removed = [...before.keys()].filter((code) => !after.has(code)).sort(compareText);
  const strength = [...after]
    .filter(([code, now]) => before.has(code) && before.get(code) !== now)
    .map(([code]) => code)
    .sort(compareText);
  const kind = one.coding.kind !== other.coding.kind || one.coding.absent !== other.coding.absent;
  if (added.length + removed.length + strength.length === 0 && !kind) return null;
  return { before: comparedOf(one), after: comparedOf(other), added, removed, strength, kind };
}

function comparedOf({ statement, coding, country }: Read): ComparedStatement {
  const { id, document, text, language } = statement;
  return {
    id,
    document,
    ...(country === undefined ? {} : { country }),
    text,
    language,
    kind: coding.kind,
    absent: coding.absent,
    codes: coding.codes.map(({ code, strength }) => ({ code, strength })),
  };
}
