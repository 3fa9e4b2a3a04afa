/** How often words stand in statements with a label: the table that the word scores come from. */
import { compareText } from '../model/text.js';

/** Counts of coded statements in one language; labels are codes, or kinds. */
export interface WordCounts {
  readonly statements: number;
  /** Statements that carry each label. */
  readonly labels: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, WordCount>;
}

/** One word: the statements that hold it, and those of them that carry each label. */
export interface WordCount {
  readonly statements: number;
  readonly labels: ReadonlyMap<string, number>;
}

/** A statement's words and labels, each once. */
export interface Labelled {
  readonly words: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
}

/** A table of counts that cannot be read; `line` counts from 1. */
export class CountsError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
    this.name = 'CountsError';
  }
}

/** Counts labels, and those of the words that are in `counted`, over statements. */
export function countWords(
  statements: readonly Labelled[],
  counted: ReadonlySet<string>,
): WordCounts {
  const labels = new Map<string, number>();
  const words = new Map<string, { statements: number; labels: Map<string, number> }>();
  for (const statement of statements) {
    for (const label of statement.labels) add(labels, label);
    for (const word of statement.words) {
      if (!counted.has(word)) continue;
      const count = words.get(word) ?? { statements: 0, labels: new Map() };
      words.set(word, count);
      count.statements++;
      for (const label of statement.labels) add(count.labels, label);
    }
  }
  return { statements: statements.length, labels, words };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const ALL = '*';

/** The table as text: a word, its statements, and label:statements, tabs between; `*` stands for all. */
export function formatCounts({ statements, labels, words }: WordCounts): string {
  const rows = [...words]
    .sort(([a], [b]) => compareText(a, b))
    .map(([word, count]) => row(word, count));
  return [row(ALL, { statements, labels }), ...rows, ''].join('\n');
}

function row(word: string, { statements, labels }: WordCount): string {
  const shares = [...labels]
    .sort(([a], [b]) => compareText(a, b))
    .map(([label, count]) => `${label}:${count}`);
  return [word, statements, shares.join(' ')].join('\t');
}

/**
 * Reads a table of counts.
 * @throws CountsError for a line that is no row of it (reported as GCM311)
 */
export function parseCounts(text: string): WordCounts {
  const words = new Map<string, WordCount>();
  text.split('\n').forEach((line, index) => {
    if (line === '') return;
    const [word, statements, labels = ''] = line.split('\t');
    const count = wholeNumber(statements);
    if (word === undefined || word === '' || count === null)
      throw new CountsError('expected a word, a tab and a number of statements', index + 1);
    words.set(word, { statements: count, labels: parseLabels(labels, index + 1) });
  });
  const all = words.get(ALL);
  if (all === undefined) throw new CountsError("there is no line '*' with all statements", 1);
  words.delete(ALL);
  return { ...all, words };
}

function parseLabels(text: string, line: number): Map<string, number> {
  const found = new Map<string, number>();
  for (const pair of text.split(' ').filter((part) => part !== '')) {
    const at = pair.lastIndexOf(':');
    const count = wholeNumber(pair.slice(at + 1));
    if (at < 1 || count === null)
      throw new CountsError(`expected code:statements, found '${pair}'`, line);
    found.set(pair.slice(0, at), count);
  }
  return found;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/u.test(text) ? Number(text) : null;
}
