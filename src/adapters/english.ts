/** English grammar from `wink-nlp`, loaded when first asked. */
import { createRequire } from 'node:module';
import type { EnglishGrammar } from '../stages/classify.js';

const require = createRequire(import.meta.url);

/** Characters read of one statement: its main verb stands early, its figures do not. */
const MOST = 120;
const MOST_FOR_FIGURES = 600;

interface Document {
  tokens(): { out(how: unknown): string[] };
  entities(): { out(how: unknown): { type: string }[] };
}
interface Wink {
  readDoc(text: string): Document;
  readonly its: Readonly<Record<'detail' | 'lemma' | 'normal' | 'pos', unknown>>;
}

/** Reads tense and figures of English statements; the library loads on the first call. */
export function englishGrammar(): EnglishGrammar {
  let wink: Wink | null = null;
  return {
    tense(text) {
      wink ??= loadWink();
      const { its } = wink;
      const tokens = wink.readDoc(text.slice(0, MOST)).tokens();
      const [sorts, lemmas] = [tokens.out(its.pos), tokens.out(its.lemma)];
      const words = tokens.out(its.normal).map((word, at): Token => {
        return { word, sort: sorts[at]!, lemma: lemmas[at]! };
      });
      return tenseOf(words);
    },
    hasFigure(text) {
      if (!FIGURE.test(text)) return false;
      wink ??= loadWink();
      const document = wink.readDoc(text.slice(0, MOST_FOR_FIGURES));
      return document
        .entities()
        .out(wink.its.detail)
        .some(({ type }) => FIGURES.has(type));
    },
  };
}

/** Without one of these there is neither a share nor money. */
const FIGURE = /[%$€£¥₹]|cent|dollar|euro|pound|yen|rupee|[A-Z]{3}\s?\d/iu;
const FIGURES = new Set(['PERCENT', 'MONEY']);

interface Token {
  readonly word: string;
  /** Part of speech: AUX, VERB, PART … */
  readonly sort: string;
  readonly lemma: string;
}

/** The tense of the first finite verb; a participle after its noun ("persons born abroad") is taken for one. */
function tenseOf(tokens: readonly Token[]): 'past' | 'present' | 'future' | 'none' {
  const at = tokens.findIndex((token, index) => isFiniteVerb(token, tokens[index - 1]));
  if (at < 0) return 'none';
  const { word, lemma } = tokens[at]!;
  if (word === 'will' || word === 'shall') return 'future';
  if (word === 'has' || word === 'have') {
    const next = tokens.slice(at + 1, at + 3).find(({ sort }) => sort === 'VERB' || sort === 'AUX');
    return next !== undefined && isPast(next) ? 'past' : 'present';
  }
  return isPast({ word, lemma }) ? 'past' : 'present';
}

function isFiniteVerb({ word, sort }: Token, before: Token | undefined): boolean {
  if (sort === 'AUX') return word !== 'be' && word !== 'being' && word !== 'been';
  return sort === 'VERB' && before?.word !== 'to' && !word.endsWith('ing');
}

/** A form that is neither the plain one nor that of "he" and "she". */
function isPast({ word, lemma }: Pick<Token, 'word' | 'lemma'>): boolean {
  if (PRESENT.has(word) || PAST.has(word)) return PAST.has(word);
  return word !== lemma && !word.endsWith('s') && !word.endsWith('ing');
}

/** Where the form alone does not tell, or the lemma is another word. */
const PRESENT = new Set('is are am can may must should would could might'.split(' '));
const PAST = new Set('was set put cut let led met hit read spread'.split(' '));

function loadWink(): Wink {
  const make = require('wink-nlp') as (model: unknown, pipe: string[]) => Wink;
  return make(require('wink-eng-lite-web-model'), ['sbd', 'pos', 'ner']);
}
