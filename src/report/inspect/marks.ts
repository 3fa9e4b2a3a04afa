/** What became of every stretch of a document's text, block by block. */
import type {
  DroppedWords,
  InspectedDocument,
  OutlineEntry,
  PlacedStatement,
} from '../../model/inspection.js';
import type { Block, Span } from '../../model/types.js';

/** What a stretch of text was read as; one that is both a section's heading and a question has two. */
export type Mark =
  | {
      readonly kind: 'statement';
      readonly statement: PlacedStatement;
      /** From 1, in reading order. */
      readonly number: number;
      readonly goesOn: boolean;
    }
  | { readonly kind: 'outline'; readonly entry: OutlineEntry; readonly goesOn: boolean }
  | { readonly kind: 'dropped'; readonly words: DroppedWords };

/** A stretch of one block's text; without marks where nothing is known of it. */
export interface Stretch {
  readonly text: string;
  readonly marks: readonly Mark[];
}

interface MarkedSpan {
  readonly span: Span;
  readonly mark: Mark;
}

/** Cuts the text of every block (page marks have none) at the borders of statements, headings and dropped words. */
export function stretchesOf(inspected: InspectedDocument): Stretch[][] {
  const { text, blocks } = inspected.document;
  const marked = markedSpans(inspected);
  let next = 0;
  return blocks.map((block) => {
    while (next < marked.length && (marked[next]?.span[1] ?? 0) <= block.span[0]) next++;
    const own: MarkedSpan[] = [];
    for (let at = next; at < marked.length; at++) {
      const one = marked[at];
      if (one === undefined || one.span[0] >= block.span[1]) break;
      own.push(one);
    }
    return cut(text, block, own);
  });
}

/** In reading order; of equal spans the heading's comes before the question's. */
function markedSpans({ statements, outline, dropped }: InspectedDocument): MarkedSpan[] {
  const marked: MarkedSpan[] = [
    ...outline.flatMap((entry) =>
      entry.spans.map((span, at): MarkedSpan => {
        return { span, mark: { kind: 'outline', entry, goesOn: at > 0 } };
      }),
    ),
    ...statements.flatMap((statement, index) =>
      statement.spans.map((span, at): MarkedSpan => {
        return {
          span,
          mark: { kind: 'statement', statement, number: index + 1, goesOn: at > 0 },
        };
      }),
    ),
    ...dropped.flatMap((words): MarkedSpan[] =>
      words.span === null ? [] : [{ span: words.span, mark: { kind: 'dropped', words } }],
    ),
  ];
  return marked.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

function cut(text: string, { span }: Block, marked: readonly MarkedSpan[]): Stretch[] {
  const stretches: { text: string; marks: Mark[]; end: number }[] = [];
  let at = span[0];
  const plain = (to: number): void => {
    const words = text.slice(at, to);
    if (words.trim() !== '') stretches.push({ text: words, marks: [], end: to });
    at = Math.max(at, to);
  };
  for (const { span: own, mark } of marked) {
    const [start, end] = [Math.max(own[0], at), Math.min(own[1], span[1])];
    const last = stretches.at(-1);
    if (start >= end) {
      // The same words again: a heading that is also the question.
      if (last?.end === end) last.marks.push(mark);
      continue;
    }
    plain(start);
    stretches.push({ text: text.slice(start, end), marks: [mark], end });
    at = end;
  }
  plain(span[1]);
  return stretches.map(({ text: words, marks }) => ({ text: words, marks }));
}
