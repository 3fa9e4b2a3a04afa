/** English grammar from `compromise` and `wink-nlp`, loaded when first asked. */
import { createRequire } from 'node:module';
import type { EnglishGrammar } from '../stages/classify.js';

const require = createRequire(import.meta.url);

/** Characters read of one statement: its main verb stands early. */
const MOST = 300;

interface Verb {
  readonly verb?: { readonly grammar?: { readonly tense?: string } };
}
type Compromise = (text: string) => { verbs(): { json(): Verb[] } };
interface Wink {
  readDoc(text: string): { entities(): { out(how: unknown): { type: string }[] } };
  readonly its: { readonly detail: unknown };
}

/** Reads tense and figures of English statements; the libraries load on the first call. */
export function englishGrammar(): EnglishGrammar {
  let compromise: Compromise | null = null;
  let wink: Wink | null = null;
  return {
    tense(text) {
      compromise ??= require('compromise') as Compromise;
      const tenses = compromise(text.slice(0, MOST))
        .verbs()
        .json()
        .map(({ verb }) => verb?.grammar?.tense);
      return nameOf(tenses.find((tense) => tense !== undefined && tense !== 'Infinitive'));
    },
    hasFigure(text) {
      wink ??= loadWink();
      const found = wink
        .readDoc(text.slice(0, 2 * MOST))
        .entities()
        .out(wink.its.detail);
      return found.some(({ type }) => FIGURES.has(type));
    },
  };
}

const FIGURES = new Set(['PERCENT', 'MONEY']);

function loadWink(): Wink {
  const make = require('wink-nlp') as (model: unknown, pipe: string[]) => Wink;
  return make(require('wink-eng-lite-web-model'), ['sbd', 'pos', 'ner']);
}

function nameOf(tense: string | undefined): 'past' | 'present' | 'future' | 'none' {
  if (tense === 'PastTense') return 'past';
  if (tense === 'FutureTense') return 'future';
  return tense === undefined ? 'none' : 'present';
}
