import type { Evidence, Language, Span } from '../../model/types.js';
import { markup, type Html } from '../escape.js';

/** A text with the words at `spans` in `<mark>`; everything else is escaped. */
export function marked(text: string, spans: readonly Span[]): Html[] {
  const pieces: Html[] = [];
  let at = 0;
  for (const [start, end] of mergeSpans(spans, text.length)) {
    pieces.push(markup`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  return [...pieces, markup`${text.slice(at)}`];
}

/** Spans in order, cut to the text, those that touch or overlap made one. */
export function mergeSpans(spans: readonly Span[], length: number): Span[] {
  const merged: [number, number][] = [];
  const valid = spans
    .map(([start, end]): [number, number] => [Math.max(0, start), Math.min(length, end)])
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const [start, end] of valid) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Spans of the evidence that stands in one place of the statement. */
export function spansIn(
  evidence: readonly Evidence[],
  place: 'text' | { readonly context: number; readonly of: number },
): Span[] {
  const here = evidence.filter((piece) =>
    place === 'text'
      ? piece.in === 'text'
      : piece.in === 'context' && (piece.index ?? place.of - 1) === place.context,
  );
  return here.flatMap(({ spans }) => spans);
}

/** `lang` and `dir` of a text in a language; an unknown one decides by its letters. */
export function languageAttributes(language: Language): Html {
  if (language === 'und') return markup` dir="auto"`;
  return markup` lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`;
}
