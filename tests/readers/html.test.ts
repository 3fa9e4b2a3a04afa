/** Web pages and converted files in HTML: which words are the document's, and what blocks they make. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/readers/html.js';

/** Each block's words, with its kind and level or marker where they matter. */
function words(html: string, furniture = true): string[] {
  const { text, blocks } = readHtml(html, { furniture });
  return blocks.map(({ span }) => text.slice(...span));
}

describe('a converted file', () => {
  it('keeps words that a page would lose', () => {
    const html =
      '<header><p>Foreword.</p></header><p class="menu">Kept.</p><nav><p>Kept too.</p></nav>';
    expect(words(html, false)).toEqual(['Foreword.', 'Kept.', 'Kept too.']);
    expect(words(`<main><p>Answer.</p></main>${html}`)).toEqual(['Answer.']);
  });
});
