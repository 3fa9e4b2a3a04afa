/** What the file itself says of its signs: streams outlined, matched with what the library gives, signs replaced. */
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  actualTexts,
  believed,
  spoken,
  textsByOperator,
} from '../../../src/readers/pdf/actual-text.js';
import { byteSum, createFingerprint, outlineOf } from '../../../src/readers/pdf/content.js';
import type { Glyph } from '../../../src/readers/pdf/types.js';
import { readOne } from '../../support/read.js';
import { lines, makePdf } from './make.js';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('outlineOf', () => {
  it.each([
    ['none', '/P <</MCID 0>> BDC (a) Tj EMC', [null]],
    ['UTF-16', '/Span<</ActualText<feff0634064f>>> BDC <02> Tj EMC', ['شُ']],
    ['UTF-8', '/Span<</ActualText<efbbbfc3a9>>> BDC <02> Tj EMC', ['é']],
    ['Latin letters, an escape, a number', '/Span<</ActualText(\\)\\051\\n)>> BDC EMC', ['))\n']],
    ['brackets inside of brackets', '/Span<</ActualText((a))>> BDC EMC', ['(a)']],
    ['nested contents', '/P BMC /Span<</ActualText(x)>> BDC EMC EMC', [null, 'x']],
    ['a comment', '% /Span<</ActualText(x)>> BDC\n/P BMC', [null]],
    ['an image', 'BI /W 1 ID /Span<</ActualText(x)>> BDC\nEI /P BMC EMC', [null]],
    ['nothing that is cut off', '/Span<</ActualText(x', []],
  ])('finds %s', (_, stream, texts) => {
    expect(outlineOf(bytes(stream)).texts).toEqual(texts);
  });

  it('tells streams apart by what they show, not by how they write it', () => {
    const print = (stream: string): string => outlineOf(bytes(stream)).print;
    expect(print('/A#20B BMC (ab) Tj EMC')).toBe(print('/A#20B BMC[<61>-20(b)]TJ EMC'));
    expect(print('(ab) Tj')).not.toBe(print('(ac) Tj'));
    expect(print('(a) Tj (b) Tj')).not.toBe(print('(ab) Tj'));
    const sum = createFingerprint();
    sum.open('A B');
    sum.show(byteSum(0x6162));
    sum.close();
    expect(print('/A#20B BMC (ab) Tj EMC')).toBe(sum.text());
  });
});

const stream = (content: string, dictionary = ''): string =>
  `1 0 obj\n<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream\nendobj\n`;
const SPAN = '/Span<</ActualText(x)>> BDC (a) Tj EMC';

describe('actualTexts', () => {
  it.each([
    ['plain', stream(SPAN), 1],
    ['packed', stream(deflateSync(Buffer.from(SPAN)).toString('latin1'), '/Filter/FlateDecode'), 1],
    ['damaged', stream('no packed bytes', '/Filter/FlateDecode'), 0],
    ['an image', stream(SPAN, '/Subtype/Image'), 0],
    ['cut off', stream(SPAN).slice(0, 80), 1],
    ['the same twice', stream(SPAN).repeat(2), 1],
  ])('reads streams: %s', (_, file, found) => {
    expect([...actualTexts(bytes(file)).values()].filter((texts) => texts.length > 0)).toHaveLength(
      found,
    );
  });

  it('believes none of two streams that show the same and say different things', () => {
    const file = stream(SPAN) + stream(SPAN.replace('(x)', '(y)'));
    expect([...actualTexts(bytes(file)).values()]).toEqual([[]]);
  });

  it('unpacks no bomb', () => {
    const bomb = deflateSync(Buffer.alloc(40 * 1024 * 1024, ' ')).toString('latin1');
    expect(actualTexts(bytes(stream(bomb, '/Filter/FlateDecode'))).size).toBe(0);
  });
});

describe('textsByOperator', () => {
  const names = {
    showText: 1,
    beginMarkedContent: 2,
    beginMarkedContentProps: 3,
    endMarkedContent: 4,
    paintFormXObjectBegin: 5,
    paintFormXObjectEnd: 6,
  };
  const show = [[{ originalCharCode: 0x61 }, -20]];

  it('finds a form inside of a page, each by its own stream', () => {
    const known = actualTexts(bytes(stream(SPAN)));
    const operators = {
      fnArray: [1, 5, 3, 1, 4, 6],
      argsArray: [show, [], ['Span', null], show, null, null],
    };
    expect([...textsByOperator(operators, names, known)]).toEqual([[2, 'x']]);
  });

  it('says nothing of a page whose stream it does not know', () => {
    const known = actualTexts(bytes(stream(SPAN)));
    const operators = { fnArray: [3, 4], argsArray: [['Span', null], null] };
    expect(textsByOperator(operators, names, known).size).toBe(0);
  });
});

describe('spoken', () => {
  const glyph = (text: string, x0: number, x1: number, y = 100): Glyph => ({
    text,
    x0,
    x1,
    y,
    size: 10,
    font: { name: 'Naskh', bold: false },
    mark: -1,
  });

  it.each([
    ['a letter with its sign', [glyph('a', 5, 5), glyph('b', 0, 5)], 'شُ', ['شُ']],
    ['two parts of one letter', [glyph('ا', 0, 3), glyph('ء', 0, 2)], 'أ', ['أ']],
    ['a space', [glyph('a', 0, 5)], '\u2003', [' ']],
    ['nothing', [glyph('a', 0, 5)], '', []],
    ['words are left', [glyph('a', 0, 5), glyph('b', 5, 9)], 'one two', ['a', 'b']],
    ['a long stretch is left', [glyph('a', 0, 5), glyph('b', 95, 99)], 'word', ['a', 'b']],
    ['two lines are left', [glyph('a', 0, 5), glyph('b', 0, 5, 130)], 'word', ['a', 'b']],
  ])('%s', (_, glyphs, text, found) => {
    expect(spoken(glyphs, text).map((one) => one.text)).toEqual(found);
  });

  it('stands where the signs with ink stand', () => {
    const [one] = spoken([glyph('a', 9, 9), glyph('b', 0, 5), glyph('c', 4, 7)], 'x');
    expect(one).toMatchObject({ x0: 0, x1: 7, exact: true });
  });
});

describe('believed', () => {
  const drawn = (pairs: readonly (readonly [own: string | undefined, text: string])[]): Glyph[] =>
    pairs.map(([own, text], at) => ({
      text,
      x0: 5 * at,
      x1: 5 * at + 5,
      y: 100,
      size: 10,
      font: { name: 'Naskh', bold: false },
      mark: -1,
      ...(own === undefined ? {} : { own, exact: true }),
    }));

  it('goes by the font where letters are said in the wrong order', () => {
    const glyphs = drawn([
      ['-', 'ب'],
      ['ج', 'أ'],
      ['ب', '-'],
      [undefined, 'ج'],
    ]);
    expect(believed(glyphs).map(({ text }) => text)).toEqual(['-', 'ج', 'ب', 'أ']);
  });

  it('goes by the file where it tells letters that look alike', () => {
    const glyphs = drawn([
      ['ی', 'ي'],
      [')', '('],
    ]);
    expect(believed(glyphs).map(({ text }) => text)).toEqual(['ي', '(']);
  });
});

describe('reading', () => {
  it('takes the letters that the file gives for what it draws', async () => {
    const raw =
      'BT /F1 10 Tf 1 0 0 1 50 680 Tm (one ) Tj /Span<</ActualText(fl)>> BDC (X) Tj EMC (at) Tj ET';
    const pdf = makePdf([{ texts: lines(50, 700, ['Some text above it.']), raw }]);
    const { document } = await readOne(pdf, 'a.pdf');
    expect(document?.text).toContain('one flat');
  });

  it('leaves words whole at soft hyphens that are not shown, and mends those cut at one', async () => {
    // As browsers print: a space goes back under the next letter, which may stand a hair left of it.
    const soft = '/Span<</ActualText<feff00ad>>> BDC ( ) Tj EMC';
    const raw = [
      `BT /F1 10 Tf 1 0 0 1 50 680 Tm (The ad) Tj ${soft} 1 0 0 1 81.12 680 Tm (ministrations of all states give perso) Tj ${soft} 1 0 0 1 239.51 680 Tm (-) Tj ET`,
      'BT /F1 10 Tf 1 0 0 1 50 668 Tm (nal papers.) Tj ET',
    ].join(' ');
    const pdf = makePdf([{ texts: lines(50, 704, ['Some text above it.']), raw }]);
    const { document } = await readOne(pdf, 'a.pdf');
    expect(document?.text).toContain('The administrations of all states give personal papers.');
  });
});
