/** Language of documents and statements: script, then function words, then a detector, with the document as prior. */
import type { Detection, Language } from '../model/types.js';
import { FUNCTION_WORDS } from './detect/function-words.js';

/** Languages from likeliest to least, `score` 0-1 with 1 for the first. */
export type RankLanguages = (text: string) => readonly { language: Language; score: number }[];

export interface LanguageDetector {
  /** Language of a whole document, from its first {@link SAMPLE} characters. */
  ofDocument(text: string): Detection;
  /** Language of a statement; `prior` is its document's language, or null. */
  ofStatement(text: string, prior: Language | null): Detection;
}

/** Characters of a document that its language is told from. */
export const SAMPLE = 20_000;
/** The detector must beat the document's language by this much; by more where the words are few. */
const MARGIN = 0.05;
const MARGIN_OF_FEW = 0.2;
const FEW_WORDS = 8;
const LEAST_WORDS = 4;
/** Function words needed to decide, and how many times those of the next language. */
const CLEAR_WORDS = 3;
const CLEAR_LEAD = 3;
/** What a text of small words alone adds to a language's score. */
const WORD_WEIGHT = 0.7;

const NOTHING: Detection = { language: 'und', method: 'none', confidence: 0 };

/** Makes a detector around a ranking of languages. */
export function languageDetector(rank: RankLanguages): LanguageDetector {
  return {
    ofDocument: (text) => detect(text.slice(0, SAMPLE), null, rank),
    ofStatement: (text, prior) => detect(text, prior, rank),
  };
}

function detect(text: string, prior: Language | null, rank: RankLanguages): Detection {
  const script = byScript(text);
  if (script !== null) return script;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return prior === null ? NOTHING : kept(prior, 0);
  const hits = functionWords(words);
  return byWords(hits) ?? byDetector(words.length, prior, weighted(rank(text), hits, words.length));
}

/** Arabic, Cyrillic and Chinese letters decide at once where they are most of the text's letters. */
function byScript(text: string): Detection | null {
  const letters = count(text, /\p{L}/gu);
  const scripts: readonly [Language, RegExp, RegExp][] = [
    ['ar', /\p{Script=Arabic}/gu, /[پچژگکیےٹڈڑ]/gu],
    ['ru', /\p{Script=Cyrillic}/gu, /[іїєґўқғұһңөүҷӣӯјљњ]/giu],
    ['zh', /\p{Script=Han}/gu, /[\u3040-\u30ff\uac00-\ud7af]/gu],
  ];
  for (const [language, letter, foreign] of scripts) {
    const own = count(text, letter);
    if (own === 0 || own * 2 <= letters) continue;
    if (count(text, foreign) * 50 > letters) return { ...NOTHING, method: 'script' };
    return { language, method: 'script', confidence: round(own / letters) };
  }
  return null;
}

type Ranked = ReturnType<RankLanguages>;

/** How many of the words are small words of each language. */
function functionWords(words: readonly string[]): Map<Language, number> {
  const hits = new Map<Language, number>();
  for (const word of words)
    for (const language of FUNCTION_WORDS.get(word) ?? [])
      hits.set(language, (hits.get(language) ?? 0) + 1);
  return hits;
}

/** The detector errs on short texts; their small words help it. */
function weighted(ranked: Ranked, hits: ReadonlyMap<Language, number>, words: number): Ranked {
  return ranked
    .map(({ language, score }) => ({
      language,
      score: score + (WORD_WEIGHT * (hits.get(language) ?? 0)) / words,
    }))
    .sort((a, b) => b.score - a.score);
}

/** Words such as "the", "des", "los" of which no other language has many. */
function byWords(hits: ReadonlyMap<Language, number>): Detection | null {
  const ranked = [...hits].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (first === undefined || first[1] < CLEAR_WORDS) return null;
  if (first[1] < CLEAR_LEAD * (second?.[1] ?? 0)) return null;
  const all = ranked.reduce((sum, [, hit]) => sum + hit, 0);
  return { language: first[0], method: 'words', confidence: round(first[1] / all) };
}

function byDetector(words: number, prior: Language | null, ranked: Ranked): Detection {
  const [first, second] = ranked;
  if (first === undefined) return prior === null ? NOTHING : kept(prior, 0);
  const lead = first.score - (second?.score ?? 0);
  const found: Detection = {
    language: first.language,
    method: 'detector',
    confidence: round(Math.min(1, 0.5 + lead / 2)),
  };
  if (prior === null || prior === first.language) return found;
  const priorScore = ranked.find(({ language }) => language === prior)?.score ?? 0;
  const margin = words < FEW_WORDS ? MARGIN_OF_FEW : MARGIN;
  const beaten = first.score - priorScore > margin && words >= LEAST_WORDS;
  return beaten ? found : kept(prior, priorScore);
}

function kept(language: Language, score: number): Detection {
  return { language, method: 'prior', confidence: round(Math.min(1, 0.5 + score / 2)) };
}

function count(text: string, letter: RegExp): number {
  return text.match(letter)?.length ?? 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
