import { textAt } from '../../model/text.js';
import type { Block, Document, Span } from '../../model/types.js';
import type { CellRole } from './tables.js';

/** A block, or several that a page cut, with what its place in a table makes of it. */
export interface Part {
  readonly kind: 'heading' | 'paragraph' | 'item';
  readonly spans: readonly Span[];
  readonly text: string;
  readonly level: number | undefined;
  readonly marker: string | undefined;
  readonly role: CellRole;
  /** Cells of one row share it; null outside tables. */
  readonly row: string | null;
  /** An empty line, a page's end or another border stands before it. */
  readonly apart: boolean;
  /** Parts of one number were laid out together, so their levels compare. */
  readonly layout: number;
}

interface Draft extends Omit<Part, 'spans' | 'text'> {
  readonly spans: Span[];
  readonly first: string;
  readonly at: string | undefined;
  last: string;
}

/** The document's blocks as parts: header cells out, sentences that pages cut joined. */
export function toParts(document: Document, roles: readonly CellRole[]): Part[] {
  const drafts: Draft[] = [];
  const open: { content: Draft | null; prompt: Draft | null } = { content: null, prompt: null };
  let [page, layout, inCell, end] = [false, 0, false, 0];
  document.blocks.forEach((block, at) => {
    if (block.kind === 'page') page = true;
    const role = roles[at];
    if (block.kind === 'page' || block.kind === 'note') return;
    if (role === undefined || role === 'drop' || role === 'front') return;
    const text = document.text.slice(...block.span);
    if (page || inCell !== (block.cell !== undefined)) layout++;
    inCell = block.cell !== undefined;
    const before = role === 'prompt' ? open.prompt : open.content;
    if (before !== null && goesOn(before, block, text, page, role)) {
      before.spans.push(block.span);
      before.last = text;
    } else {
      const apart =
        page ||
        drafts.length === 0 ||
        /\n\s*\n/u.test(document.text.slice(end, Math.min(block.span[0], end + 40)));
      const draft = draftOf(block, text, role, apart, layout);
      drafts.push(draft);
      if (role === 'prompt' || block.kind === 'heading') open.content = null;
      if (block.kind !== 'heading') open[role === 'prompt' ? 'prompt' : 'content'] = draft;
    }
    page = false;
    end = block.span[1];
  });
  return drafts.map((draft) => partOf(draft, document.text));
}

function draftOf(
  block: Block,
  text: string,
  role: CellRole,
  apart: boolean,
  layout: number,
): Draft {
  return {
    kind: block.kind === 'heading' || block.kind === 'item' ? block.kind : 'paragraph',
    spans: [block.span],
    first: text,
    at: block.at,
    last: text,
    level: block.level,
    marker: block.marker,
    role,
    row: block.cell === undefined ? null : `${block.cell.table}.${block.cell.row}`,
    apart,
    layout,
  };
}

function partOf({ first: _first, last: _last, at: _at, ...draft }: Draft, source: string): Part {
  return { ...draft, text: textAt(source, draft.spans) };
}

const ENDED = /[.;:!?؟؛…。：；][\s"»”’)\]]{0,4}$/u;
const HANGING =
  /(?:[,،(–—-]|\s(?:the|of|and|or|to|in|for|with|by|on|at|from|as|a|an|de|du|des|la|le|les|et|ou|à|au|aux|en|dans|pour|par|sur|avec|del|los|las|el|y|o|con|por|para|da|do|dos|das|e|em|في|من|إلى|على|عن|مع|أو))$/u;

/** True when the block goes on in the middle of the sentence before it. */
function goesOn(before: Draft, block: Block, text: string, page: boolean, role: CellRole): boolean {
  if (block.kind !== 'paragraph' || (block.level !== undefined && !page)) return false;
  // "d)" in a column of its own opens a row; it is no small letter that goes on.
  if (role === 'label' || before.role === 'label') return false;
  // Two cells of a sheet are two answers, however the second begins.
  if (block.cell?.holds !== undefined && block.at !== before.at) return false;
  const sameRow =
    block.cell !== undefined && before.row === `${block.cell.table}.${block.cell.row}`;
  if (sameRow && role !== 'prompt' && before.role !== role) return false;
  const last = before.last.slice(-40);
  if (ENDED.test(last)) return false;
  if (/^[\p{Ll},;)]/u.test(text)) return role !== 'prompt' || page || !sameRow;
  if (!page) return false;
  if (HANGING.test(last)) return true;
  const uncased = /^[\p{Lo}\p{Nd}]/u.test(text);
  return uncased && before.last.length > 60 && text.length > 20;
}
