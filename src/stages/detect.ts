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
  const { hits, own } = functionWords(words);
  const plain = byWords(hits) ?? byWords(own);
  return plain ?? byDetector(words.length, prior, weighted(rank(text), hits, words.length));
}

/** Arabic, Cyrillic and Chinese letters decide at once where they are most of the text's letters. */
function byScript(text: string): Detection | null {
  if (LATIN.test(text)) return null;
  const { letters, own, foreign } = countScripts(text);
  for (const [number, { language }] of SCRIPTS.entries()) {
    if (own[number] === 0 || own[number]! * 2 <= letters) continue;
    if (foreign[number]! * 50 > letters) return { ...NOTHING, method: 'script' };
    return { language, method: 'script', confidence: round(own[number]! / letters) };
  }
  return null;
}

/** A text without letters of other scripts, as most are: nothing is to be counted. */
const LATIN = /^[\u0000-\u024f\u2000-\u206f]*$/u;

interface Script {
  readonly language: Language;
  readonly own: RegExp;
  /** Letters of other languages in this script. */
  readonly foreign: RegExp;
}

const SCRIPTS: readonly Script[] = [
  { language: 'ar', own: /\p{Script=Arabic}/u, foreign: /[پچژگکیےٹڈڑ]/u },
  { language: 'ru', own: /\p{Script=Cyrillic}/u, foreign: /[іїєґўқғұһңөүҷӣӯјљњ]/iu },
  { language: 'zh', own: /\p{Script=Han}/u, foreign: /[\u3040-\u30ff\uac00-\ud7af]/u },
];

/** What a character is: bit 0 a letter, then for each script whether it is of it, and foreign to it. */
const kinds = new Map<string, number>();

function kindOf(character: string): number {
  let kind = kinds.get(character);
  if (kind === undefined) {
    kind = /\p{L}/u.test(character) ? 1 : 0;
    for (const [number, { own, foreign }] of SCRIPTS.entries()) {
      if (own.test(character)) kind |= 2 << (2 * number);
      if (foreign.test(character)) kind |= 4 << (2 * number);
    }
    kinds.set(character, kind);
  }
  return kind;
}

/** Counts the letters of a text, and those of each script. */
function countScripts(text: string): { letters: number; own: number[]; foreign: number[] } {
  let letters = 0;
  const own = SCRIPTS.map(() => 0);
  const foreign = SCRIPTS.map(() => 0);
  for (const character of text) {
    const kind = kindOf(character);
    if (kind === 0) continue;
    letters += kind & 1;
    for (let number = 0; number < SCRIPTS.length; number++) {
      own[number]! += (kind >> (2 * number + 1)) & 1;
      foreign[number]! += (kind >> (2 * number + 2)) & 1;
    }
  }
  return { letters, own, foreign };
}

type Ranked = ReturnType<RankLanguages>;

type Hits = ReadonlyMap<Language, number>;

/** How many of the words are small words of each language, and of no other one. */
function functionWords(words: readonly string[]): { hits: Hits; own: Hits } {
  const hits = new Map<Language, number>();
  const own = new Map<Language, number>();
  for (const word of words) {
    const languages = FUNCTION_WORDS.get(word);
    if (languages === undefined) continue;
    for (const language of languages) hits.set(language, (hits.get(language) ?? 0) + 1);
    const [only] = languages;
    if (languages.length === 1) own.set(only!, (own.get(only!) ?? 0) + 1);
  }
  return { hits, own };
}

/** The detector errs on short texts; their small words help it. */
function weighted(ranked: Ranked, hits: Hits, words: number): Ranked {
  return ranked
    .map(({ language, score }) => ({
      language,
      score: score + (WORD_WEIGHT * (hits.get(language) ?? 0)) / words,
    }))
    .sort((a, b) => b.score - a.score);
}

/** Words such as "the", "des", "los" of which no other language has many: of all, or of those that are of one alone. */
function byWords(hits: Hits): Detection | null {
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

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
