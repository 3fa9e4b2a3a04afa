/** Texts and terms that speed is measured with: our own training statements, mixed by a fixed sequence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguagePack } from '../../src/taxonomy/types.js';
import { root } from '../support/cli.js';

export const LANGUAGES = ['ar', 'en', 'es', 'fr'] as const;
type Language = (typeof LANGUAGES)[number];

export interface Statement {
  readonly text: string;
  readonly language: Language;
}

/** Words of the training statements of a language, each statement's in a list. */
function trained(language: Language): string[][] {
  return readFileSync(join(root, 'corpora', 'training', `statements.${language}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text.split(' '));
}

/**
 * Statements without end, the beginning of one and the end of another, so that hardly any comes
 * twice; the languages in turn.
 */
function* mixed(languages: readonly Language[]): Generator<Statement> {
  const pools = languages.map((language) => ({ language, texts: trained(language) }));
  let seed = 1;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  for (;;)
    for (const { language, texts } of pools) {
      const [head, tail] = [texts[next(texts.length)]!, texts[next(texts.length)]!];
      const words = [...head.slice(0, head.length / 2), ...tail.slice(tail.length / 2)];
      yield { text: words.join(' '), language };
    }
}

/** Statements of so many megabytes (UTF-8, the texts alone). */
export function* statements(
  megabytes: number,
  languages: readonly Language[] = LANGUAGES,
): Generator<Statement> {
  let bytes = 0;
  for (const one of mixed(languages)) {
    if (bytes >= megabytes * 1e6) return;
    bytes += Buffer.byteLength(one.text);
    yield one;
  }
}

/** Different sequences of two and three words of English statements, sorted. */
export function terms(count: number): string[] {
  const found = new Set<string>();
  let number = 0;
  for (const { text } of mixed(['en'])) {
    const words = text.toLowerCase().split(' ');
    const at = (++number * 7) % Math.max(1, words.length - 3);
    const term = words.slice(at, at + 2 + (number % 2)).join(' ');
    if (/^[a-z]+(?: [a-z]+)+$/u.test(term)) found.add(term);
    if (found.size === count) break;
  }
  return [...found].sort();
}

/** The terms as our matcher takes them: numbers of words. */
export function packOf(list: readonly string[]): LanguagePack {
  const words = [...new Set(list.flatMap((term) => term.split(' ')))];
  const numbers = new Map(words.map((word, number) => [word, number]));
  const none = { labels: [], keys: '', common: [], counts: [], numbers: [], more: [] };
  return {
    particles: [],
    choices: words.map((word) => [word]),
    words: null,
    vocabulary: none,
    kindWords: null,
    patterns: list.map((term) => ({
      target: 'term',
      group: 'strong',
      weight: null,
      term,
      run: false,
      steps: term.split(' ').map((word) => [0, numbers.get(word)!] as const),
    })),
  };
}

/** The best of several times, in milliseconds. */
export function best(times: number, work: () => unknown): number {
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
