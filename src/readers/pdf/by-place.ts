/** Reads pages by where their words stand. */
import type { Block } from '../../model/types.js';
import { createBuilder } from '../builder.js';
import type { Dropped } from '../types.js';
import { compose } from './compose.js';
import { layoutOf, linesOfLayout } from './layout.js';
import { notesOf } from './notes.js';
import type { DrawnPage } from './open.js';
import { factsOf, textPages } from './text-pages.js';
import type { LostMarks } from './words.js';

/** A document's text and blocks, and what was left out. */
export interface ReadPages {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
}

/** Finds columns, tables and paragraphs by white space, drawn lines and print. */
export function readByPlace(
  drawn: readonly DrawnPage[],
  mirrored: boolean,
  lost: LostMarks,
): ReadPages {
  const found = textPages(drawn, mirrored, lost);
  const layout = layoutOf(found.pages, found.body);
  const facts = factsOf(found, linesOfLayout(layout), mirrored);
  const notes = found.parted.flatMap((one) => notesOf(one, mirrored, facts.vocabulary));
  const builder = createBuilder();
  const repeated = compose(layout, facts, notes, builder, drawn.length);
  const furniture = found.furniture.map(({ reason, text, page }): Dropped => ({
    reason,
    text: text.slice(0, 200),
    page,
  }));
  return { ...builder.finish(), dropped: [...furniture, ...repeated] };
}
