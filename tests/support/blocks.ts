/** Documents made by hand, block by block, as a reader would give them. */
import type { Block, Document } from '../../src/model/types.js';

/** A block's own words and what its format knows of it; bare words are a paragraph. */
export type BlockSketch =
  string | (Partial<Omit<Block, 'span'>> & { readonly text?: string; readonly apart?: boolean });

/** The end of a page. */
export const PAGE: BlockSketch = { kind: 'page' };

/** A document of these blocks; each stands on a line of its own, after its marker. */
export function documentOf(sketches: readonly BlockSketch[], id = 'doc'): Document {
  let text = '';
  const blocks = sketches.map((sketch): Block => {
    const {
      text: words = '',
      apart = false,
      ...rest
    } = typeof sketch === 'string' ? { text: sketch } : sketch;
    if (rest.kind === 'page') return { kind: 'page', span: [text.length, text.length] };
    if (text !== '') text += apart ? '\n\n' : '\n';
    if (rest.marker !== undefined) text += `${rest.marker} `;
    const start = text.length;
    text += words;
    return { kind: 'paragraph', ...rest, span: [start, text.length] };
  });
  const source = { path: `in/${id}.docx`, sha256: 'ab'.repeat(32), mediaType: 'text/plain' };
  return { id, source, metadata: {}, text, blocks };
}
