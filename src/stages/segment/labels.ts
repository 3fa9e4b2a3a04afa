/** Decimal digits of any script written as 0-9. */
export function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/gu, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code >= 0xff10 ? code - 0xff10 : code >= 0x6f0 ? code - 0x6f0 : code - 0x660);
  });
}

/** A marker without its brackets and points, its digits plain: "(a)" is "a", "١-" is "1", "ا)" is "أ". */
export function markerLabel(marker: string): string {
  const bare = marker.replace(/^[\s([]{1,3}|[\s.)\]/:°º–—-]{1,4}$/gu, '').replace(/ـ/gu, '');
  return bare === 'ا' ? 'أ' : plainDigits(bare);
}

/** True for markers that count: numbers and letters, not glyphs. */
export function isCounting(marker: string | undefined): marker is string {
  return (
    marker !== undefined &&
    /[\p{L}\p{Nd}]/u.test(marker) &&
    marker !== 'o' &&
    !/[\ue000-\uf8ff]/u.test(marker)
  );
}

const ROMAN = /^(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})$/iu;

/** What kind of list a marker belongs to: its digits or letters masked, its points kept. */
export function markerClass(marker: string | undefined): string {
  if (marker === undefined) return '';
  if (!isCounting(marker)) return /^[-–—−]$/u.test(marker) ? '-' : marker;
  const label = markerLabel(marker);
  const around = marker
    .replace(/[\p{L}\p{M}\p{Nd}ـ]+(?:\.\p{Nd}+)*/u, '#')
    .replace(/[–—]/gu, '-')
    .replace(/\s/gu, '');
  return around.replace('#', labelClass(label));
}

function labelClass(label: string): string {
  if (/^\d+$/u.test(label)) return '1';
  if (/^\d+(?:\.\d+)+$/u.test(label)) return '1' + '.1'.repeat(label.split('.').length - 1);
  if (ROMAN.test(label)) return label === label.toLowerCase() ? 'i' : 'I';
  if (/^[a-z]$/u.test(label)) return 'a';
  return /^[A-Z]$/u.test(label) ? 'A' : 'أ';
}

/** True when the label is a Roman numeral of upper-case letters ("IV"). */
export function isUpperRoman(label: string): boolean {
  return ROMAN.test(label) && label === label.toUpperCase();
}

/** True when `label` is the letter after `before` ("i" after "h"). */
export function followsLetter(before: string, label: string): boolean {
  return (
    before.length === 1 && label.length === 1 && label.charCodeAt(0) === before.charCodeAt(0) + 1
  );
}

const ARABIC_ORDINALS = 'اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر'.split(' ');

/** Letters of Arabic that are written in several ways made one, marks and article dropped. */
function foldArabic(text: string): string {
  return text
    .replace(/[\u064b-\u0652\u0640]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه');
}

/** The number of an Arabic ordinal ("السابع" 7, "الثالث والعشرون" 23, "أولا" 1), or null. */
export function arabicOrdinal(text: string): number | null {
  const words = foldArabic(text).trim().split(/\s+/u);
  const first = (words[0] ?? '').replace(/^ال/u, '').replace(/[اه]$/u, '').replace(/ي$/u, '');
  if (/^عشر(?:ون|ين)$/u.test(first)) return 20;
  const unit =
    first === 'حاد'
      ? 1
      : ARABIC_ORDINALS.findIndex((word) => word.replace(/ي$/u, '') === first) + 1;
  if (unit === 0) return null;
  if (/^عشره?$/u.test(words[1] ?? '')) return unit + 10;
  if (/^والعشر(?:ون|ين)$/u.test(words[1] ?? '')) return unit + 20;
  return unit;
}

const ORDINAL_WORD = '(?:ال)?[\\u0621-\\u064a]{2,8}(?:\\s(?:عشرة?|و\\s?العشر(?:ون|ين)))?';
const SECTION = new RegExp(
  '^(?:section|part|chapter|pillar|cluster|theme|partie|chapitre|axe|volet|pilier|thème|sección|seccion|parte|capítulo|' +
    'capitulo|eje|pilar|secção|seção|eixo|раздел|часть|глава)\\s{1,3}(?:n[°ºo]\\.?\\s?)?' +
    '(\\p{Nd}{1,2}(?:\\.\\p{Nd}{1,2})?|[ivxIVX]{1,5}|[A-Z])(?=[\\s:.)–—-]|$)',
  'iu',
);
const ARABIC_SECTION = new RegExp(
  `^(?:القسم|المحور|الجزء|الباب|الفصل|المجال)\\s{1,3}(\\(?\\p{Nd}{1,2}\\)?|${ORDINAL_WORD})(?=[\\s:.)–—-]|$)`,
  'u',
);
const CHINESE_SECTION = /^第([一二三四五六七八九十\d]{1,3})(?:部分|章|节)/u;
const ARABIC_ADVERB =
  /^((?:أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|أولاً|ثانياً|ثالثاً|رابعاً|خامساً|سادساً|سابعاً|ثامناً|تاسعاً|عاشراً))\s?[:.–-]/u;

/** The label and title that a section's heading states. */
export interface SectionHeading {
  readonly label: string;
  readonly title: string;
}

/** Reads "Section 3: Title", "PARTIE II – Titre", "المحور الأول: …"; null for anything else. */
export function sectionHeading(text: string): SectionHeading | null {
  const head = text.slice(0, 60);
  const match =
    SECTION.exec(head) ??
    ARABIC_SECTION.exec(head) ??
    ARABIC_ADVERB.exec(head) ??
    CHINESE_SECTION.exec(head);
  const found = match?.[1];
  if (match === null || found === undefined) return null;
  const label = sectionLabel(found);
  const rest = text.slice(match[0].length);
  // "Part of the plan" and "Section 3 of the Act says" are sentences, not headings.
  if (label === null || !/^\s{0,3}(?:[:.)–—-]|$|\(|\p{Lu}|\p{Lo})/u.test(rest)) return null;
  return { label, title: rest.replace(/^[\s:.)–—-]{1,6}/u, '').trim() || text };
}

function sectionLabel(found: string): string | null {
  const bare = found.replace(/[()]/gu, '');
  if (/^\p{Nd}/u.test(bare)) return plainDigits(bare);
  if (/^[\u0600-\u06ff]/u.test(bare)) return arabicOrdinal(bare)?.toString() ?? null;
  if (/^[一-十]/u.test(bare)) return chineseNumber(bare)?.toString() ?? null;
  return ROMAN.test(bare) || bare.length === 1 ? bare.toUpperCase() : null;
}

/** The number that Chinese numerals up to 39 write ("七" 7, "二十三" 23), or null. */
export function chineseNumber(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  const digits = '一二三四五六七八九';
  const [tens = '', units = ''] = text.includes('十') ? text.split('十') : ['0', text];
  const ten = tens === '0' ? 0 : tens === '' ? 1 : digits.indexOf(tens) + 1;
  const unit = units === '' ? 0 : digits.indexOf(units) + 1;
  return ten * 10 + unit || null;
}
