/** Numbers as lists write them. */

/** How a list writes its numbers; all else is written in digits. */
export type NumeralStyle =
  | 'digits'
  | 'zero'
  | 'lower-letter'
  | 'upper-letter'
  | 'lower-roman'
  | 'upper-roman'
  | 'arabic-letter'
  | 'arabic-abjad'
  | 'arabic-digits'
  | 'russian-lower'
  | 'russian-upper'
  | 'chinese';

const ARABIC_LETTERS = [...'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const ARABIC_ABJAD = [...'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'];
const RUSSIAN = [...'абвгдежзиклмнопрстуфхцчшщэюя'];
const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];
const MOST_LETTERS = 26 * 8;

/** A list's number as the style writes it ("iv", "ب", "aa" after "z"). */
export function writeNumeral(value: number, style: NumeralStyle): string {
  switch (style) {
    case 'zero':
      return value < 10 ? `0${value}` : String(value);
    case 'lower-letter':
      return letters(value, LATIN);
    case 'upper-letter':
      return letters(value, LATIN).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
    case 'arabic-letter':
      return letters(value, ARABIC_LETTERS);
    case 'arabic-abjad':
      return letters(value, ARABIC_ABJAD);
    case 'arabic-digits':
      return String(value).replace(/\d/gu, (digit) => String.fromCharCode(0x660 + Number(digit)));
    case 'russian-lower':
      return letters(value, RUSSIAN);
    case 'russian-upper':
      return letters(value, RUSSIAN).toUpperCase();
    case 'chinese':
      return chinese(value);
    default:
      return String(value);
  }
}

/** After the last letter they are doubled: "aa", "bb". */
function letters(value: number, alphabet: readonly string[]): string {
  if (value < 1 || value > MOST_LETTERS) return String(value);
  const letter = alphabet[(value - 1) % alphabet.length] ?? '';
  return letter.repeat(Math.floor((value - 1) / alphabet.length) + 1);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value < 1 || value > 399) return String(value);
  let rest = value;
  let text = '';
  for (const [size, sign] of ROMAN)
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  return text;
}

function chinese(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const digits = ['', ...'一二三四五六七八九'];
  const [tens, units] = [Math.floor(value / 10), digits[value % 10] ?? ''];
  if (tens === 0) return units;
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${units}`;
}
