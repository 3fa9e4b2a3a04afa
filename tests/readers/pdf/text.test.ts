/** Signs to words and text: direction, ligatures, words that lines cut. */
import { describe, expect, it } from 'vitest';
import { plainForms, withoutStretching } from '../../../src/readers/pdf/arabic.js';
import { bracketsMended, logical } from '../../../src/readers/pdf/bidi.js';
import { joinLines, vocabularyOf } from '../../../src/readers/pdf/hyphens.js';
import type { Glyph } from '../../../src/readers/pdf/types.js';
import { learnMarks, wordsOf } from '../../../src/readers/pdf/words.js';

/** As drawn: the letters of `text` from right to left. */
const drawn = (text: string): string[] => [...text].reverse();

describe('logical', () => {
  it.each([
    ['words', drawn('هجرة آمنة'), 'هجرة آمنة'],
    ['a year', [...'2020', ' ', ...drawn('عام')], 'عام 2020'],
    ['Eastern digits', [...'٢٠٢٠', ' ', ...drawn('عام')], 'عام ٢٠٢٠'],
    ['a decimal number', [...'3,4', ' ', ...drawn('نسبة')], 'نسبة 3,4'],
    ['a range', [...'2020', '-', ...'2018', ' ', ...drawn('بين')], 'بين 2018-2020'],
    [
      'Latin words',
      [...drawn('منظمة'), ' ', ...'IOM Geneva', ' ', ...drawn('مع')],
      'مع IOM Geneva منظمة',
    ],
    ['a ligature', ['ة', 'لا', 'س'], 'سلاة'],
    ['a number alone', ['.', '1'], '1.'],
    [
      'an address that the next line ends',
      [...'www.one-', ' ', ...drawn('الموقع')],
      'الموقع www.one-',
    ],
  ])('reads %s', (_, units, text) => {
    expect(logical(units, true).join('')).toBe(text);
  });

  it('turns Arabic words in a French line, and nothing else', () => {
    const units = [...'Le mot ', ...drawn('هجرة'), ...' en 2020.'];
    expect(logical(units, false).join('')).toBe('Le mot هجرة en 2020.');
  });
});

describe('bracketsMended', () => {
  it.each([
    ['قال )نعم( ثم مضى', 'قال (نعم) ثم مضى'],
    ['قال (نعم) ثم مضى', 'قال (نعم) ثم مضى'],
    ['مركز »السكينة« للنساء', 'مركز «السكينة» للنساء'],
  ])('%s', (text, mended) => expect(bracketsMended(text)).toBe(mended));
});

describe('Arabic forms', () => {
  it.each([
    ['\ufefb', 'لا'],
    ['\ufe91', 'ب'],
    ['ال', 'لا'],
    ['\ufc60', '\u064e\u0651'],
    ['ﬁ', 'fi'],
    ['é', 'é'],
  ])('%s is %s', (form, plain) => {
    expect(plainForms(form).normalize('NFC')).toBe(plain.normalize('NFC'));
  });

  it('takes the strokes out that stretch a line, not those that are written', () => {
    expect(withoutStretching('مهـــاجر لـ 213')).toBe('مهاجر لـ 213');
  });
});

const FONT = { name: 'Naskh', bold: false };
const glyph = (text: string, x0: number, x1: number, more: Partial<Glyph> = {}): Glyph => ({
  text,
  x0,
  x1,
  y: 100,
  size: 10,
  font: FONT,
  mark: -1,
  ...more,
});
const shown = (glyphs: readonly Glyph[]): string[] =>
  wordsOf(glyphs, new Map()).map(({ units }) => units.join(''));

describe('wordsOf', () => {
  it.each([
    ['a gap parts words without a space', [glyph('a', 0, 5), glyph('b', 8, 13)], ['a', 'b']],
    [
      'a space without a gap does not',
      [glyph('a', 0, 5), glyph(' ', 5, 5), glyph('b', 5, 10)],
      ['ab'],
    ],
    [
      'a narrow space does',
      [glyph('a', 0, 5), glyph(' ', 5, 6.5), glyph('b', 6.5, 11)],
      ['a', 'b'],
    ],
    [
      'a sign drawn twice counts once',
      [glyph('a', 0, 5), glyph('a', 0.2, 5.2), glyph('b', 5, 9)],
      ['ab'],
    ],
    [
      'an accent joins the letter before it',
      [glyph('e', 0, 5), glyph('\u0301', 2, 2), glyph('t', 5, 8)],
      ['e\u0301t'],
    ],
  ])('%s', (_, glyphs, words) => expect(shown(glyphs)).toEqual(words));

  it('parts words at a drawn space that a letter hangs over', () => {
    const glyphs = [glyph('ل', 0, 6), glyph('ك', 6, 12), glyph(' ', 9, 12.5), glyph('ة', 12.5, 17)];
    expect(shown(glyphs)).toEqual(['لك', 'ة']);
    const tight = [glyph('0', 0, 6), glyph(' ', 3, 5.5), glyph('ا', 5.5, 8)];
    expect(shown(tight)).toEqual(['0', 'ا']);
  });

  it('leaves signs together that were drawn so, though a space of another word lies there', () => {
    const latin = [glyph('c', 0, 5), glyph('h', 5.2, 11)];
    const arabic = [glyph(' ', 2.7, 5.3), glyph('ت', 5.3, 12)];
    expect(shown([...arabic, ...latin])).toEqual(['ch', 'ت']);
  });

  it('takes strokes that draw a word out for no signs, wherever they stand', () => {
    const inside = [
      glyph('د', 0, 5),
      glyph('ح', 6.7, 14),
      glyph('ـ', 7.4, 8.9),
      glyph('و', 14, 19),
    ];
    expect(shown(inside)).toEqual(['دحو']);
    const beside = [glyph('ي', 2, 8), glyph('ـ', 8, 9), glyph('ـ', 9, 10), glyph('"', 10, 13)];
    expect(shown(beside)).toEqual(['ي"']);
    const stretched = [
      glyph('ل', 0, 3),
      glyph('ـ', 3, 5),
      glyph('\u064f', 4, 4),
      glyph('س', 5, 10),
    ];
    expect(shown(stretched)).toEqual(['لس\u064f']);
  });

  it('takes a stroke that stands alone at the start of a line for a bullet', () => {
    expect(shown([glyph('ا', 0, 4), glyph('ـ', 20, 25)])).toEqual(['ا', '\uf0b7']);
  });

  it('keeps a stroke that a writer typed after a particle', () => {
    const typed = [glyph('2', 0, 5), glyph(' ', 5, 8), glyph('ـ', 8, 11), glyph('ل', 11, 14)];
    expect(shown(typed)).toEqual(['2', 'ـل']);
  });

  it('puts an Arabic vowel sign on the letter that is drawn after it', () => {
    const glyphs = [glyph('ط', 0, 5), glyph('\u064f', 5.2, 5.2), glyph('ت', 5, 9)];
    expect(shown(glyphs)).toEqual(['طت\u064f']);
  });

  it('makes a lam-alef of an alef without width, on whichever side it is drawn', () => {
    expect(shown([glyph('أ', 4, 4), glyph('ل', 4, 9), glyph('ا', 9, 12)])).toEqual(['لأا']);
    expect(shown([glyph('ل', 4, 9), glyph('أ', 9, 9), glyph('ا', 9, 12)])).toEqual(['لأا']);
  });

  it('gives a mark its own letters back that the file gave to another sign', () => {
    const lost = new Map<string, string>();
    const ghost = glyph('\ufffc\u0001', 1, 1);
    learnMarks([ghost, glyph('أ\u064f', 0, 5)], lost);
    const words = wordsOf([ghost, glyph('ب', 0, 5), glyph('أ\u064f', 5, 9)], lost);
    expect(words.map(({ units }) => units)).toEqual([['ب\u064f', 'أ']]);
  });
});

describe('joinLines', () => {
  const vocabulary = (text: string, hyphenates = true): Parameters<typeof joinLines>[1] => ({
    ...vocabularyOf([text]),
    hyphenates,
  });

  it.each([
    [['la régu-', 'larisation des'], 'la régularisation des'],
    [['de la main-', "d'œuvre"], "de la main-d'œuvre"],
    [['un plan sous-', 'régional'], 'un plan sous-régional'],
    [['le COVID-', '19 a'], 'le COVID-19 a'],
    [['entre 2018-', '2020'], 'entre 2018-2020'],
    [['la coordi\u00ad', 'nation'], 'la coordination'],
    [['la coordina\u2010', 'tion'], 'la coordination'],
    [['deux', 'mots'], 'deux mots'],
    [['et/', 'ou'], 'et/ou'],
    [['يومي 14 و', '15 أيلول/', 'سبتمبر'], 'يومي 14 و15 أيلول/سبتمبر'],
    [['des savoir-', 'faire'], 'des savoir-faire'],
    [['الإجراءات (', 'SOPs) كلها'], 'الإجراءات (SOPs) كلها'],
  ])('%j', (pieces, text) => expect(joinLines(pieces, vocabulary(''))).toBe(text));

  it('knows words and compounds from elsewhere in the document', () => {
    expect(joinLines(['une porte-', 'parole'], vocabulary('la porte-parole dit'))).toBe(
      'une porte-parole',
    );
    expect(joinLines(['un non-', 'sens'], vocabulary('un nonsens'))).toBe('un nonsens');
  });

  it('keeps hyphens in a document that cuts no words', () => {
    expect(joinLines(['des sages-', 'femmes'], vocabulary('', false))).toBe('des sages-femmes');
  });

  it('mends a word that a narrow column cut without a hyphen', () => {
    expect(joinLines(['Ombudsperso', 'n, 2021'], vocabulary('the ombudsperson'))).toBe(
      'Ombudsperson, 2021',
    );
  });
});

describe('web addresses', () => {
  const known = vocabularyOf(['the full figures']);

  it.each([
    [
      ['See https://a.org/reports/2021/', 'annual-report.html for more.'],
      'https://a.org/reports/2021/annual-report.html for',
    ],
    [
      ['See https://a.org/modele', 's-types/2022 for more.'],
      'https://a.org/modeles-types/2022 for',
    ],
    [['See https://a.org/annual-', 'report for more.'], 'https://a.org/annual-report for'],
    [['See https://a.org/reports/', 'for more.'], 'https://a.org/reports/ for'],
    [['See https://a.org/reports', 'for the full figures.'], 'https://a.org/reports for'],
    [['See www.a.org', 'and www.b.org for more.'], 'www.a.org and www.b.org for'],
  ])('%j go on over a line end where they do', (pieces, wanted) => {
    expect(joinLines(pieces, known)).toContain(wanted);
  });
});

describe('words that lines cut', () => {
  const cutOften = vocabularyOf([
    'la délivrance des titres de séjour, la simplifi-',
    'cation des règles et la mise en œuvre du pro-',
    'gramme ; l’accord prévoit',
    ...Array<string>(90).fill('une phrase de plus'),
  ]);

  it.each([
    ['pré-', 'sent examen', 'présent examen'],
    ['qui-', 'conque le demande', 'quiconque le demande'],
    ['soixante-', 'douze heures', 'soixante-douze heures'],
  ])('%s %s', (one, two, wanted) => {
    expect(joinLines([one, two], cutOften)).toBe(wanted);
  });

  it('keep their ending where the document cuts no other', () => {
    const ragged = vocabularyOf(Array<string>(90).fill('one more sentence'));
    expect(joinLines(['the edu-', 'cation authorities'], ragged)).toBe('the education authorities');
    expect(joinLines(['the ship-', 'owners'], ragged)).toBe('the ship-owners');
  });
});
