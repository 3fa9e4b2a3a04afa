/** Accuracy on the coded Moroccan sections I and II; prints the figures that it checks. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTaxonomy } from '../../src/index.js';
import { classifier } from '../../src/stages/classify.js';
import type { Classify } from '../../src/stages/classify.js';
import { missing, sharedLines } from '../support/shared.js';

interface Unit {
  readonly id: string;
  readonly text: string;
  readonly context: string | null;
}
interface Gold {
  readonly id: string;
  readonly objectives: Readonly<Record<string, number>>;
  readonly themes: readonly string[];
  readonly kind: string;
}

class Score {
  private right = 0;
  private given = 0;
  private wanted = 0;

  add(given: ReadonlySet<string>, wanted: ReadonlySet<string>): void {
    this.given += given.size;
    this.wanted += wanted.size;
    for (const code of given) if (wanted.has(code)) this.right++;
  }

  get f1(): number {
    return (2 * this.right) / (this.given + this.wanted);
  }

  toString(): string {
    const [precision, recall] = [this.right / this.given, this.right / this.wanted];
    return `P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${this.f1.toFixed(3)}`;
  }
}

const UNITS = 'gold/morocco-2020.units.jsonl';
const CODINGS = 'gold/morocco-2020.I-II.codings.jsonl';
const absent = missing(UNITS) || missing(CODINGS);

describe.skipIf(absent)('Moroccan sections I and II', () => {
  const scores = { substantive: new Score(), any: new Score(), themes: new Score() };
  let kind = 0;

  beforeAll(async () => {
    const classify = classifier({ taxonomy: await loadTaxonomy() });
    const units = new Map(sharedLines<Unit>(UNITS).map((unit) => [unit.id, unit]));
    const codings = sharedLines<Gold>(CODINGS);
    let right = 0;
    for (const gold of codings) if (compare(classify, units.get(gold.id)!, gold)) right++;
    kind = right / codings.length;
    console.log(`objectives, substantive  ${scores.substantive}`);
    console.log(`objectives, any strength ${scores.any}`);
    console.log(`themes                   ${scores.themes}`);
    console.log(`kind                     ${kind.toFixed(3)}`);
  });

  /** Adds one statement to the scores; true when its kind is right. */
  function compare(classify: Classify, unit: Unit, gold: Gold): boolean {
    const context = unit.context === null ? [] : [unit.context];
    const found = classify({ text: unit.text, language: 'fr', context })!;
    const objectives = found.codes.filter(({ code }) => /^O\d\d$/u.test(code));
    const number = (code: string): string => String(Number(code.slice(1)));
    const wanted = Object.entries(gold.objectives);
    scores.any.add(
      new Set(objectives.map(({ code }) => number(code))),
      new Set(wanted.map(([code]) => code)),
    );
    scores.substantive.add(
      new Set(
        objectives
          .filter(({ strength }) => strength === 'substantive')
          .map(({ code }) => number(code)),
      ),
      new Set(wanted.filter(([, strength]) => strength === 2).map(([code]) => code)),
    );
    scores.themes.add(
      new Set(found.codes.map(({ code }) => code).filter((code) => !/^O\d\d$/u.test(code))),
      new Set(gold.themes),
    );
    return found.kind === gold.kind;
  }

  it('objectives, substantive: micro-F1 at least 0.80', () => {
    expect(scores.substantive.f1).toBeGreaterThanOrEqual(0.8);
  });
  it('objectives, any strength: micro-F1 at least 0.75', () => {
    expect(scores.any.f1).toBeGreaterThanOrEqual(0.75);
  });
  it('themes: micro-F1 at least 0.75', () => {
    expect(scores.themes.f1).toBeGreaterThanOrEqual(0.75);
  });
  it('kind: at least 0.80 right', () => {
    expect(kind).toBeGreaterThanOrEqual(0.8);
  });
});
