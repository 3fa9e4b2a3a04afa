import { createHash } from 'node:crypto';
import type { Language } from '../model/types.js';
import { compareText } from '../model/text.js';
import { parseTerm } from './terms.js';
import type { Step } from './terms.js';
import { fold, termForm } from './tokens.js';
import { scoresOf, vocabularyOf } from './word-scores.js';
import type { WordScores } from './word-scores.js';
import type {
  CompiledTaxonomy,
  LanguagePack,
  Pattern,
  TaxonomyInfo,
  TaxonomySource,
  TermEntry,
} from './types.js';

/** The inflected forms of an English word, the word itself included. */
export type Inflect = (word: string) => readonly string[];

/**
 * Compiles a checked taxonomy to the patterns that the matcher reads.
 * @param inflect forms of a word written `worker+`
 * @throws TermError for a term that `check` would have reported (GCM303)
 */
export function compile(source: TaxonomySource, inflect: Inflect): CompiledTaxonomy {
  const languages = [...new Set(source.terms.map((term) => term.language))].sort(compareText);
  const packs: Partial<Record<Language, LanguagePack>> = {};
  for (const language of languages) {
    const terms = source.terms.filter((term) => term.language === language);
    packs[language] = packOf(language, terms, source, inflect);
  }
  const codes = new Set(source.codes.map(({ code }) => code));
  const coded = languages.filter((language) =>
    packs[language]!.patterns.some(({ target }) => codes.has(target)),
  );
  return { info: infoOf(source, coded, packs), packs };
}

/** A pack of terms alone, without codes and word scores. */
export function compilePack(
  terms: readonly TermEntry[],
  particles: readonly string[],
  language: Language,
  inflect: Inflect,
): LanguagePack {
  const pack = compileLanguage(terms, particles, inflect);
  const vocabulary = vocabularyOf(pack, language, [], () => '');
  return { ...pack, words: null, vocabulary, kindWords: null };
}

function packOf(
  language: Language,
  terms: readonly TermEntry[],
  source: TaxonomySource,
  inflect: Inflect,
): LanguagePack {
  const pack = compileLanguage(terms, source.particles[language] ?? [], inflect);
  const scores = (of: 'codes' | 'kinds'): WordScores | null => {
    const found = source.counts.find((entry) => entry.language === language && entry.of === of);
    return found === undefined ? null : scoresOf(found.counts);
  };
  const kinds = new Map(source.codes.map(({ code, kind }) => [code, kind]));
  const codes = [...kinds.keys()].sort(compareText);
  return {
    ...pack,
    words: scores('codes'),
    vocabulary: vocabularyOf(pack, language, codes, (code) => kinds.get(code) ?? ''),
    kindWords: scores('kinds'),
  };
}

function infoOf(
  source: TaxonomySource,
  languages: Language[],
  packs: CompiledTaxonomy['packs'],
): TaxonomyInfo {
  const { id, version, title, scoring } = source;
  const codes = [...source.codes].sort((a, b) => compareText(a.code, b.code));
  const hash = createHash('sha256')
    .update(JSON.stringify({ id, version, scoring, codes, packs }))
    .digest('hex')
    .slice(0, 12);
  return { schemaVersion: 1, id, version, hash, title, scoring, codes, languages };
}

function compileLanguage(
  terms: readonly TermEntry[],
  particles: readonly string[],
  inflect: Inflect,
): Pick<LanguagePack, 'particles' | 'choices' | 'patterns'> {
  const small = new Set(particles.map(fold));
  const choices = new Map<string, number>();
  const patterns = [...terms]
    .sort(byPlaceInPack)
    .flatMap((entry) => compileTerm(entry, small, choices, inflect));
  return {
    particles: [...small],
    choices: [...choices.keys()].map((key) => key.split('|')),
    patterns,
  };
}

function byPlaceInPack(a: TermEntry, b: TermEntry): number {
  return (
    compareText(a.target, b.target) || compareText(a.group, b.group) || compareText(a.term, b.term)
  );
}

function compileTerm(
  entry: TermEntry,
  small: ReadonlySet<string>,
  choices: Map<string, number>,
  inflect: Inflect,
): Pattern[] {
  const { sequences, run } = parseTerm(entry.term);
  const { target, group, term } = entry;
  const weight = entry.weight ?? null;
  return sequences
    .map((steps) => compileSteps(steps, small, choices, inflect))
    .filter((steps) => steps.length > 0)
    .map((steps) => ({ target, group, weight, term, run, steps }));
}

function compileSteps(
  steps: readonly Step[],
  small: ReadonlySet<string>,
  choices: Map<string, number>,
  inflect: Inflect,
): [number, number][] {
  const compiled: [number, number][] = [];
  let carried = 0;
  for (const { gap, words } of steps) {
    const before = compiled.length === 0 ? 0 : Math.max(gap, carried);
    const kept = normalised(words, small, inflect);
    carried = kept.length === 0 ? before : 0;
    if (kept.length > 0) compiled.push([before, intern(choices, kept.join('|'))]);
  }
  return compiled;
}

function normalised(
  words: readonly string[],
  small: ReadonlySet<string>,
  inflect: Inflect,
): string[] {
  const forms = words
    .flatMap((word) => (word.endsWith('+') ? inflect(word.slice(0, -1)) : [word]))
    .flatMap((word) => word.split(/[\s-]+/u).slice(0, 1))
    .map(wordForm)
    .filter((word) => !small.has(word));
  return [...new Set(forms)].sort(compareText);
}

function wordForm(word: string): string {
  if (word === '_') return word;
  if (word.startsWith('=')) return word.normalize('NFC').toLowerCase();
  return word.includes('*') ? word.split('*').map(foldPart).join('*') : termForm(word);
}

function foldPart(part: string, index: number): string {
  return index === 0 ? termForm(part) : fold(part);
}

function intern(choices: Map<string, number>, key: string): number {
  const known = choices.get(key) ?? choices.size;
  choices.set(key, known);
  return known;
}
