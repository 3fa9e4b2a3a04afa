/** What becomes of the words that are in no statement: headings, questions, and what is left out. */
import { foldSpace } from '../../model/text.js';
import type { LeftOut, LeftOutReason, OutlineEntry } from '../../model/inspection.js';
import type { Document, Span } from '../../model/types.js';
import type { Part } from './parts.js';
import type { CellRole } from './tables.js';

/** Collects headings, questions and words left out while a document is segmented. */
export interface Account {
  readonly outline: OutlineEntry[];
  readonly dropped: LeftOut[];
  readonly head: (
    kind: OutlineEntry['kind'],
    part: Pick<Part, 'spans'>,
    words: { readonly label: string | null; readonly text: string },
    objectives?: readonly number[],
  ) => void;
  /** The part goes on with the last heading or question. */
  readonly goOn: (part: Pick<Part, 'spans' | 'text'>) => void;
  readonly drop: (reason: LeftOutReason, spans: readonly Span[]) => void;
}

/** Makes an empty account. */
export function createAccount(): Account {
  const outline: OutlineEntry[] = [];
  const dropped: LeftOut[] = [];
  return {
    outline,
    dropped,
    head: (kind, { spans }, { label, text }, objectives = []) => {
      outline.push({ kind, label, text, spans, objectives });
    },
    goOn: ({ spans, text }) => {
      const last = outline.pop();
      if (last !== undefined)
        outline.push({ ...last, text: `${last.text} ${text}`, spans: [...last.spans, ...spans] });
    },
    drop: (reason, spans) => {
      for (const span of spans) if (span[0] < span[1]) dropped.push({ reason, span });
    },
  };
}

/** Footnotes, and header cells; those with the words of an earlier row are repetitions of it. */
export function accountForBlocks(
  document: Document,
  roles: readonly CellRole[],
  account: Account,
): void {
  const rowOf = new Map<string, string>();
  document.blocks.forEach((block, at) => {
    if (roles[at] === 'front') account.drop('title page', [block.span]);
    else if (block.kind === 'note') account.drop('footnote', [block.span]);
    else if (block.kind !== 'page' && roles[at] === 'drop') {
      const words = foldSpace(document.text.slice(...block.span));
      const row = `${block.cell?.table}.${block.cell?.row}`;
      const first = rowOf.get(words) ?? row;
      rowOf.set(words, first);
      account.drop(first === row ? 'header row' : 'repeated header row', [block.span]);
    }
  });
}

/** The words left out, in reading order. */
export function inOrder(dropped: readonly LeftOut[]): LeftOut[] {
  return [...dropped].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}
