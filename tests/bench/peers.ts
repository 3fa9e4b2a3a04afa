/** Peers that find terms in texts: each gives the number of what it found, so that nothing is left undone. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import nlp from 'compromise/one';

const load = createRequire(import.meta.url);

/** Finds all terms in texts. */
export type Finder = (texts: readonly string[]) => number;

/** A peer, and the share of the texts that it is given: slow ones get a part of them. */
export interface Peer {
  readonly name: string;
  readonly share: number;
  readonly finder: (terms: readonly string[]) => Finder;
}

const sum = (texts: readonly string[], count: (text: string) => number): number => {
  let all = 0;
  for (const text of texts) all += count(text);
  return all;
};

/** The fastest of the npm packages that were tried. */
export const fastest: Peer = {
  name: '@monyone/aho-corasick',
  share: 1,
  finder: (terms) => {
    const automaton = new FastAhoCorasick([...terms]);
    return (texts) => sum(texts, (text) => [...automaton.matchInText(text)].length);
  },
};

export const peers: readonly Peer[] = [
  fastest,
  {
    name: 'ahocorasick',
    share: 0.1,
    finder: (terms) => {
      const AhoCorasick = load('ahocorasick') as new (words: readonly string[]) => {
        search: (text: string) => unknown[];
      };
      const automaton = new AhoCorasick(terms);
      return (texts) => sum(texts, (text) => automaton.search(text).length);
    },
  },
  {
    name: 'one RegExp',
    share: 0.1,
    finder: (terms) => {
      const pattern = new RegExp(`\\b(?:${terms.join('|')})\\b`, 'gu');
      return (texts) => sum(texts, (text) => text.match(pattern)?.length ?? 0);
    },
  },
  {
    name: '`natural` and a RegExp a term',
    share: 0.002,
    finder: (terms) => {
      const { WordTokenizer } = load('natural/lib/natural/tokenizers/index.js') as {
        WordTokenizer: new () => { tokenize: (text: string) => string[] };
      };
      const tokenizer = new WordTokenizer();
      const each = terms.map((term) => new RegExp(`\\b${term}\\b`, 'u'));
      return (texts) =>
        sum(texts, (text) => {
          const words = tokenizer.tokenize(text).join(' ');
          return each.filter((one) => one.test(words)).length;
        });
    },
  },
  {
    name: '`compromise` lookup',
    share: 0.01,
    finder: (terms) => {
      const net = nlp.buildTrie([...terms]);
      return (texts) =>
        sum(texts, (text) => (nlp(text).lookup(net).out('array') as string[]).length);
    },
  },
  {
    name: '`wink-nlp` custom entities',
    share: 0.01,
    finder: (terms) => {
      const make = load('wink-nlp') as (model: unknown, pipe: string[]) => Wink;
      const wink = make(load('wink-eng-lite-web-model'), ['cer']);
      wink.learnCustomEntities([{ name: 'term', patterns: terms }]);
      return (texts) => sum(texts, (text) => wink.readDoc(text).customEntities().out().length);
    },
  },
];

interface Wink {
  learnCustomEntities(entities: { name: string; patterns: readonly string[] }[]): void;
  readDoc(text: string): { customEntities(): { out(): string[] } };
}

const PROGRAM = `
import ahocorasick, json, sys, time
given = json.load(sys.stdin)
a = ahocorasick.Automaton()
for t in given["terms"]: a.add_word(t, t)
a.make_automaton()
best = 1e9
for _ in range(7):
    start = time.perf_counter()
    for text in given["texts"]:
        for _found in a.iter(text): pass
    best = min(best, time.perf_counter() - start)
print(best * 1000)`;

/** Milliseconds of pyahocorasick; null where Python or it is not installed (Debian: python3-ahocorasick). */
export function pyahocorasick(terms: readonly string[], texts: readonly string[]): number | null {
  for (const command of ['/usr/bin/python3', 'python3']) {
    const done = spawnSync(command, ['-c', PROGRAM], {
      input: JSON.stringify({ terms, texts }),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (done.status === 0) return Number(done.stdout);
  }
  console.warn('pyahocorasick is not there (Debian: python3-ahocorasick)');
  return null;
}
