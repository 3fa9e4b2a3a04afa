/** Where statements stand in their documents. */
import type { Place } from '../model/inspection.js';
import type { Block, Document, Span, Statement } from '../model/types.js';

/** Tells the place of the words at some spans of `Document.text`. */
export type PlaceFinder = (spans: readonly Span[]) => Place;

interface Located {
  readonly block: Block;
  readonly start: number;
  readonly page: number | null;
  /** Null for a note. */
  readonly paragraph: number | null;
}

/** The place of one statement; for many of one document take {@link placeFinder} once. */
export function placeOf(document: Document, statement: Pick<Statement, 'spans'>): Place {
  return placeFinder(document)(statement.spans);
}

/** Makes a finder of places in one document. */
export function placeFinder(document: Document): PlaceFinder {
  const located = locate(document.blocks);
  return (spans) => {
    const first = blockAt(located, spans[0]?.[0] ?? -1);
    const last = blockAt(located, (spans.at(-1)?.[1] ?? 0) - 1);
    return placeBetween(first, last ?? first);
  };
}

/** Pages that the blocks tell of; null where they tell of none. */
export function pageCount(blocks: readonly Block[]): number | null {
  const pages = locate(blocks).flatMap(({ page }) => page ?? []);
  return pages.length === 0 ? null : pages.reduce((most, page) => Math.max(most, page), 1);
}

/** Every block but page marks, with its page: the one that it names, else counted from the marks. */
function locate(blocks: readonly Block[]): Located[] {
  const located: Located[] = [];
  const marked = blocks.some(({ kind }) => kind === 'page');
  let [page, paragraph] = [1, 0];
  for (const block of blocks) {
    if (block.kind === 'page') page++;
    else
      located.push({
        block,
        start: block.span[0],
        page: block.page ?? (marked ? page : null),
        paragraph: block.kind === 'note' ? null : ++paragraph,
      });
  }
  return located;
}

/** The last block that begins at or before an offset. */
function blockAt(located: readonly Located[], offset: number): Located | null {
  let [low, high] = [0, located.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((located[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return located[low - 1] ?? null;
}

function placeBetween(first: Located | null, last: Located | null): Place {
  const cell = first?.block.cell;
  const place = {
    page: first?.page ?? null,
    lastPage: last?.page ?? first?.page ?? null,
    table: cell === undefined ? null : cell.table + 1,
    row: cell === undefined ? null : cell.row + 1,
    paragraph: first?.paragraph ?? null,
    at: first?.block.at ?? null,
  };
  return { ...place, text: place.at ?? placeText(place) };
}

function placeText({ page, lastPage, table, row, paragraph }: Omit<Place, 'text'>): string {
  const parts = [
    page === null ? '' : lastPage === page ? `page ${page}` : `pages ${page}-${lastPage}`,
    table === null ? '' : `table ${table}`,
    row === null ? '' : `row ${row}`,
    paragraph === null ? '' : `paragraph ${paragraph}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
