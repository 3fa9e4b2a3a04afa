/** Web pages and converted files in HTML: which words are the document's, and what blocks they make. */
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/readers/html.js';

/** Each block's words, its kind and marker before them where it is no paragraph. */
function blocksOf(html: string, furniture = true): string[] {
  const { text, blocks } = readHtml(html, { furniture });
  return blocks.map(({ kind, marker, level, span }) => {
    const words = text.slice(...span);
    if (kind === 'paragraph') return words;
    return [kind, kind === 'item' ? level : '', marker ?? ''].join('') + `: ${words}`;
  });
}

/** A page with an answer that is longer than what is tested beside it. */
const page = (beside: string): string =>
  `<html><body>${beside}<div><h1>Review</h1><p>${'The ministry opened an office in every county. '.repeat(5)}</p><p>Last words of the answer.</p></div></body></html>`;

describe('a converted file', () => {
  it('keeps words that a page would lose', () => {
    const html =
      '<header><p>Foreword.</p></header><p class="menu">Kept.</p><nav><p>Kept too.</p></nav>';
    expect(blocksOf(html, false)).toEqual(['Foreword.', 'Kept.', 'Kept too.']);
    expect(blocksOf(`<main><p>Answer.</p></main>${html}`)).toEqual(['Answer.']);
  });
});

describe('what frames a page', () => {
  it.each([
    [
      'menu',
      '<div class="mainMenu"><a href="/">Home</a> <a href="/x">News</a></div>',
      'navigation',
    ],
    [
      'links without names',
      '<div><a href="/">Home</a> | <a href="/x">News</a></div>',
      'navigation',
    ],
    [
      'cookies',
      '<div>We use cookies to improve your experience on this page.</div>',
      'header or footer',
    ],
    ['imprint', '<div>© 2021 Ministry of Ostland</div>', 'header or footer'],
    ['footer', '<footer>Quay 1, Ostland</footer>', 'header or footer'],
    ['hidden', '<div style="display: none">Wait a moment, please.</div>', 'hidden'],
    ['comments', '<div id="comments"><p>I like this report very much.</p></div>', 'comment'],
    ['date', '<p>Last updated: 3 May 2021</p>', 'navigation'],
  ])('%s is left out, and said', (_, beside, reason) => {
    const { dropped } = readHtml(page(beside));
    expect(dropped?.map((one) => one.reason)).toEqual([reason]);
    expect(blocksOf(page(beside))).toEqual(blocksOf(page('')));
  });

  it.each([
    ['a topic in an id', '<section id="search-and-rescue"><p>Boats patrol at night.</p></section>'],
    ['a class for looks', '<p class="notice">Two offices were opened.</p>'],
    ['a sentence on the news', '<p>Last updated in 2019, the plan covers nine counties.</p>'],
    ['a bullet with a figure', '<ul><li>Published 12 reports on labour</li></ul>'],
    ['a bullet on sharing', '<ul><li>Partager les données entre services</li></ul>'],
    [
      'a telephone number',
      '<p>A free line (tel. 800 100) answers in nine languages every day of the week.</p>',
    ],
    ['a law on copyright', '<p>The copyright act protects foreign authors.</p>'],
    ['a link in a sentence', '<p>See the <a href="/plan">plan of action</a> of 2019.</p>'],
    [
      'a header in a table',
      '<table><tr class="header"><td class="menu">1. Who?</td><td class="footer">The police.</td></tr></table>',
    ],
  ])('%s is kept', (_, beside) => {
    expect(readHtml(page(beside)).dropped).toEqual([]);
  });

  it('is not found where it would be the whole page', () => {
    expect(blocksOf('<nav><p>An answer that a tag left open.</p>')).toEqual([
      'An answer that a tag left open.',
    ]);
    expect(blocksOf('<div style="visibility:hidden"><p>Shown by a script.</p></div>')).toEqual([
      'Shown by a script.',
    ]);
  });
});

describe('blocks', () => {
  it.each([
    [
      'tags left open',
      '<ul><li>a one<li>b two<ul><li>c three</ul><li>d four</ul><p>end',
      ['item0: a one', 'item0: b two', 'item1: c three', 'item0: d four', 'end'],
    ],
    [
      'a closing tag of what is around the cell',
      '<div><table><tr><td>a one</div><td>b two</table>',
      ['a one', 'b two'],
    ],
    [
      'a list that restarts',
      '<ol start="3" type="a"><li>x y<li value="7">z w</ol>',
      ['item0c.: x y', 'item0g.: z w'],
    ],
    [
      'a list style of a sheet',
      '<style>ol.r{list-style:upper-roman inside}</style><ol class="r"><li>x y</ol>',
      ['item0I.: x y'],
    ],
    ['soft hyphens', '<p>mi&shy;gra<wbr>tion</p>', ['migration']],
    [
      'a raised figure that is no mark',
      '<p>40 km<sup>2</sup></p><p><sup>2</sup> is even more.</p>',
      ['40 km2', '2 is even more.'],
    ],
    [
      'a mark and its note',
      '<p>A law<sup>2</sup>.</p><p><sup>2</sup> Of the year 2019.</p>',
      ['A law.', 'note2: Of the year 2019.'],
    ],
    [
      'a mark with a space before it',
      '<p>A law <a href="#f">[1]</a>.</p><p id="f">Of the year 2019.</p>',
      ['A law.', 'note1: Of the year 2019.'],
    ],
  ])('%s', (_, html, expected) => {
    expect(blocksOf(html)).toEqual(expected);
  });
});

describe('pages that are too much', () => {
  const deep = 20_000;
  it.each([
    ['divisions', '<div>'.repeat(deep) + 'x words' + '</div>'.repeat(deep)],
    ['lists', '<ul><li>'.repeat(deep) + 'x words'],
    ['tables', '<table><tr><td>'.repeat(deep) + 'x words'],
  ])('%s nested without end are read flat, with a warning', (_, html) => {
    const { text, issues } = readHtml(`<p>First.</p>${html}<p>Last.</p>`);
    expect(text.replace(/\s+/gu, ' ')).toBe('First. x words Last.');
    expect(issues?.map(({ id }) => id)).toEqual(['GCM133']);
  });

  it.each([
    ['titles of links', '<h2>Related news</h2><p>x'.repeat(10_000)],
    ['wide cells', `<table>${`<tr>${'<td colspan=100 rowspan=5000>x'.repeat(50)}`.repeat(100)}`],
    [
      'names of the language',
      '<constructor role=constructor><ul style="list-style:constructor" __proto__=1><li>x',
    ],
  ])('%s are read in time', (_, html) => {
    const start = performance.now();
    readHtml(html);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
