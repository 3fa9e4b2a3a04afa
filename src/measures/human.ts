/** Codings of people, put before the machine's. */
import type { HumanCoding } from '../model/review.js';
import { foldSpace } from '../model/text.js';
import type { CodedDocument, Coding, Statement } from '../model/types.js';
import { f1 } from './tally.js';

/** Documents with the codings of people, and those that have no statement any more. */
export interface WithHumans {
  readonly documents: readonly CodedDocument[];
  readonly unplaced: readonly HumanCoding[];
}

/**
 * Puts codings of people before all others of their statements, so that they are the ones
 * that count; of several, that given last. A statement is found by its id, or else, where its
 * document was edited or renamed, by its words in a document of that id or country.
 */
export function withHumanCodings(
  documents: readonly CodedDocument[],
  given: readonly HumanCoding[],
): WithHumans {
  if (given.length === 0) return { documents, unplaced: [] };
  const find = finderIn(documents);
  const byStatement = new Map<string, Coding[]>();
  const unplaced: HumanCoding[] = [];
  for (const human of given) {
    const statement = find(human);
    if (statement === null) unplaced.push(human);
    else {
      const others = (byStatement.get(statement.id) ?? []).filter(
        ({ coder }) => coder !== human.coder,
      );
      byStatement.set(statement.id, [codingOf(human, statement), ...others]);
    }
  }
  const placed = documents.map((coded) => {
    const own = coded.statements.flatMap(({ id }) => byStatement.get(id) ?? []);
    if (own.length === 0) return coded;
    const known = new Set(own.map(({ statement, coder }) => `${statement} ${coder}`));
    const rest = coded.codings.filter(
      ({ statement, coder }) => !known.has(`${statement} ${coder}`),
    );
    return { ...coded, codings: [...own, ...rest] };
  });
  return { documents: placed, unplaced };
}

function finderIn(documents: readonly CodedDocument[]): (human: HumanCoding) => Statement | null {
  const byId = new Map<string, Statement>();
  const byWords = new Map<string, Statement>();
  for (const { document, statements } of documents)
    for (const statement of statements) {
      byId.set(statement.id, statement);
      const words = foldSpace(statement.text);
      for (const home of [document.id, document.metadata.country ?? ''])
        for (const question of [statement.question ?? '', '*']) {
          const key = JSON.stringify([home, question, words]);
          if (home !== '' && !byWords.has(key)) byWords.set(key, statement);
        }
    }
  return ({ statement, document, country, question, text }) => {
    const known = byId.get(statement);
    if (known !== undefined && foldSpace(known.text) === foldSpace(text)) return known;
    const words = foldSpace(text);
    const keys = [document, country ?? ''].flatMap((home) => [
      JSON.stringify([home, question ?? '', words]),
      JSON.stringify([home, '*', words]),
    ]);
    const key = keys.find((one) => byWords.has(one));
    return key === undefined ? null : (byWords.get(key) ?? null);
  };
}

function codingOf({ coder, kind, absent, codes }: HumanCoding, { id }: Statement): Coding {
  return {
    statement: id,
    coder,
    kind,
    absent,
    codes: codes.map(({ code, strength }) => ({ code, strength, score: 1, evidence: [] })),
  };
}

/** Precision and recall of the machine against a person, in all statements from which a sample was drawn. */
export interface Estimate {
  readonly statements: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/**
 * Estimates how good the machine is in objectives that a statement treats: each statement of
 * the sample stands for as many as its chance of being drawn says (Horvitz and Thompson, 1952).
 * Statements that were chosen on purpose stand for none.
 */
export function weightedEstimate(
  documents: readonly CodedDocument[],
  given: readonly HumanCoding[],
): Estimate {
  const machine = new Map(
    documents.flatMap(({ codings }) =>
      codings
        .filter(({ coder }) => coder.startsWith('keywords@'))
        .map((coding) => [coding.statement, coding] as const),
    ),
  );
  const sums = { right: 0, given: 0, wanted: 0 };
  let statements = 0;
  for (const human of given) {
    const probability = human.sample?.probability ?? null;
    if (probability === null || probability <= 0) continue;
    statements++;
    const wanted = objectivesOf(human.codes);
    const found = objectivesOf(machine.get(human.statement)?.codes ?? []);
    sums.right += [...found].filter((code) => wanted.has(code)).length / probability;
    sums.given += found.size / probability;
    sums.wanted += wanted.size / probability;
  }
  return {
    statements,
    precision: sums.given === 0 ? null : sums.right / sums.given,
    recall: sums.wanted === 0 ? null : sums.right / sums.wanted,
    f1: f1(sums),
  };
}

function objectivesOf(codes: HumanCoding['codes']): Set<string> {
  return new Set(
    codes
      .filter(({ code, strength }) => /^O\d\d$/u.test(code) && strength === 'substantive')
      .map(({ code }) => code),
  );
}
