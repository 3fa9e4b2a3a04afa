/** Texts of documents: always text, never markup, each in its own direction. */
import type { Span } from '../model/types.js';
import type { ComponentChildren } from 'preact';

/** What is marked in a text, and why. */
export interface Marks {
  /** Words that a pattern found. */
  readonly terms: readonly Span[];
  /** Words that often go with a code. */
  readonly words: readonly Span[];
  /** Words that were searched for. */
  readonly hits: readonly (readonly [number, number])[];
}

type Layer = 'term' | 'word' | 'hit';

/** A text with its marks. */
export function Marked({ text, marks }: { text: string; marks: Marks }): ComponentChildren {
  const layers: [Layer, readonly (readonly [number, number])[]][] = [
    ['term', marks.terms],
    ['word', marks.words],
    ['hit', marks.hits],
  ];
  const cuts = new Set([0, text.length]);
  for (const [, spans] of layers)
    for (const [start, end] of spans) cuts.add(clamp(start, text)).add(clamp(end, text));
  const order = [...cuts].sort((a, b) => a - b);
  return order.slice(0, -1).map((start, i) => {
    const end = order[i + 1] ?? start;
    const on = layers
      .filter(([, spans]) => spans.some(([from, to]) => from <= start && end <= to))
      .map(([name]) => name);
    const piece = text.slice(start, end);
    return on.length === 0 ? piece : <mark class={on.join(' ')}>{piece}</mark>;
  });
}

function clamp(offset: number, text: string): number {
  return Math.max(0, Math.min(text.length, offset));
}

/** `lang` and `dir` of a text in a language; an unknown one decides by its letters. */
export function languageOf(language: string): { lang?: string; dir: 'ltr' | 'rtl' | 'auto' } {
  if (language === 'und') return { dir: 'auto' };
  return { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' };
}
