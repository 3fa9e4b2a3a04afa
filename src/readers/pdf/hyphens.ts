/** Words that line ends cut are mended; compounds keep their hyphen. */

/** Words and hyphenated words that a document holds away from line ends, in small letters. */
export interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly compounds: ReadonlySet<string>;
  /** True where a line end cuts a word that stands whole elsewhere, or many lines end in a hyphen. */
  readonly hyphenates: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const COMPOUND = /\p{L}[\p{L}\p{M}'’]*(?:-\p{L}[\p{L}\p{M}'’]*){1,4}/gu;

/** Collects the words of lines, but for those that a line end may have cut. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  const compounds = new Set<string>();
  const cuts: { readonly left: string; readonly right: string }[] = [];
  // A compound that is cut often tells no more than one that is cut once.
  const cut = new Set<string>();
  let [soft, all] = [0, 0];
  let left: string | undefined;
  for (const written of lines) {
    const line = written.replace(/[-\u2010]?\u00ad[-\u2010]?$/u, '-').replace(/\u00ad/gu, '');
    const right = left === undefined ? undefined : /^\p{Ll}+(?!['’\p{L}])/u.exec(line)?.[0];
    if (left !== undefined && right !== undefined) cuts.push({ left, right });
    const text = line
      .slice(right?.length ?? 0)
      .toLowerCase()
      .replace(/\p{L}+[-\u2010]$/u, '');
    all++;
    left = ADDRESS.test(line.slice(-400))
      ? undefined
      : /\p{Ll}{2,}(?=[-\u2010]$)/u.exec(line.slice(-40))?.[0];
    if (/\u00ad[-\u2010]?$/u.test(written)) soft++;
    else if (left !== undefined && !PREFIXES.has(left)) cut.add(left);
    for (const [word] of text.matchAll(WORD)) words.add(word);
    for (const [word] of text.matchAll(COMPOUND)) compounds.add(word);
  }
  // Where soft hyphens tell which words are cut, the other hyphens are the writer's.
  const told = soft > 1 && cut.size < soft;
  const hyphenates = !told && ((cut.size > 1 && cut.size * 30 > all) || cutsWords(cuts, words));
  return { words, compounds, hyphenates };
}

/** True where a line end cuts a word that stands whole elsewhere, or several cut what are no words. */
function cutsWords(
  cuts: readonly { readonly left: string; readonly right: string }[],
  words: ReadonlySet<string>,
): boolean {
  const different = [...new Map(cuts.map((cut) => [cut.left + cut.right, cut])).values()];
  const unsure = different.filter(
    ({ left, right }) => !PREFIXES.has(left) && !SUFFIXES.test(right),
  );
  const unknown = unsure.filter(({ left, right }) => !words.has(left) && !words.has(right));
  const mended = unsure.some(({ left, right }) => words.has(left.toLowerCase() + right));
  return mended || (unknown.length > 1 && unknown.length * 2 > unsure.length);
}

/** Prefixes that French, English, Spanish and Portuguese join to a word by a hyphen. */
const PREFIXES = new Set(
  'sous non mi demi semi ex vice quasi self well co cross post socio inter pays outre hors contre après avant mal bien main main-d trans tout grand petit haut bas centre sud nord est ouest libre nouveau vingt trente quarante cinquante soixante quatre dix cent twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  ),
);
const SUFFIXES =
  /^(?:ci|là|même|mêmes|il|ils|elle|elles|on|nous|vous|je|tu|ce|en|y|t|être|faire|based|related|term|level|wide|up)$/u;

/** Ends of words that are no words: what stands before them was cut. */
const ENDINGS =
  /^(?:[a-z]{0,3}(?:tions?|sions?|ments?)|ités?|[a-z]{0,2}(?:ción|sión|ciones|siones)|dad(?:es)?|mente|ture|ty|ness|ings?|bles?|ques?|lles?|tives?|tifs?)$/u;

/** Joins the lines of a paragraph. */
export function joinLines(pieces: readonly string[], vocabulary: Vocabulary): string {
  let text = '';
  let before = '';
  for (const piece of pieces) {
    const next = piece.trim();
    if (next === '') continue;
    if (isSplit(before, next, vocabulary)) {
      text += next;
      before = next;
      continue;
    }
    text = text === '' ? next : joined(text, next, vocabulary);
    before = next;
  }
  return text.replace(/\u00ad/gu, '').replace(/\u2010/gu, '-');
}

/** A word too long for its column, cut without a hyphen: it stands alone on its line, and is known whole. */
function isSplit(before: string, next: string, { words }: Vocabulary): boolean {
  if (!/^[\p{L}\p{M}]{3,40}$/u.test(before)) return false;
  const rest = /^\p{Ll}[\p{Ll}\p{M}]*/u.exec(next.slice(0, 40))?.[0];
  return rest !== undefined && words.has((before + rest).toLowerCase());
}

function joined(text: string, next: string, vocabulary: Vocabulary): string {
  const end = text.slice(-40);
  // A soft hyphen, also beside the sign that is drawn for it.
  const soft = /[\p{L}\p{M}]([-\u2010]?\u00ad[-\u2010]?)$/u.exec(end)?.[1];
  if (soft !== undefined) return text.slice(0, -soft.length) + next;
  // Lines may end after a stroke, or between an Arabic particle and its number.
  const address = ADDRESS.exec(text.slice(-400))?.[0];
  // What closes a bracket or a sentence stands right behind it.
  if (/^[)\],.](?:[\s),.;:]|$)/u.test(next)) return text + next;
  if (address !== undefined)
    return goesOnAsAddress(address, next) ? text + next : `${text} ${next}`;
  if (/[\p{L}\p{M}]\/$/u.test(end) || (/(?:^|\s)[وبلكف]$/u.test(end) && /^\p{Nd}/u.test(next)))
    return text + next;
  if (/\s[([]$/u.test(end)) return text + next;
  if (!/[\p{L}\p{M}\p{Nd}][-\u2010]$/u.test(end)) return `${text} ${next}`;
  const left = /([\p{L}\p{M}]+)[-\u2010]$/u.exec(end)?.[1]?.toLowerCase();
  const right = /^[\p{L}\p{M}]+/u.exec(next.slice(0, 40))?.[0];
  // "COVID-" and "19", "2018-" and "2020": the hyphen is the writer's.
  if (left === undefined || right === undefined || !/^\p{Ll}/u.test(right)) return text + next;
  return isCompound(end, left, right, next, vocabulary) ? text + next : text.slice(0, -1) + next;
}

/** A web or e-mail address that a line ends in. */
const ADDRESS = /(?:(?:https?:\/\/|www\.)[^\s<>«»]{0,380}|[\w.+-]{1,64}@[\w.-]{0,100})$/u;

/** True when the next line begins with more of the address: addresses have no spaces. */
function goesOnAsAddress(address: string, next: string): boolean {
  const rest = /^[^\s<>«»]{1,200}/u.exec(next)?.[0];
  if (rest === undefined) return false;
  if (/(?::\/\/|[-_=&?%#~])$/u.test(address)) return true;
  const inside = rest.replace(/[.,;:)\]]{1,3}$/u, '');
  return address.endsWith('/') ? /[-_=&?%#/.\d]/u.test(inside) : isPath(inside);
}

function isPath(rest: string): boolean {
  return /^[^/(]{1,80}\/|[=&_%]|\.(?:html?|pdf|php|aspx?|org|com|net|gov|int)(?:$|[/?#])/iu.test(
    rest,
  );
}

function isCompound(
  end: string,
  left: string,
  right: string,
  next: string,
  { words, compounds, hyphenates }: Vocabulary,
): boolean {
  if (words.has(left + right)) return false;
  for (const compound of [`${left}-${right}`, hyphenated(end, next)])
    if (compound !== null && compounds.has(compound)) return true;
  if (PREFIXES.has(left) || SUFFIXES.test(right)) return true;
  if (ENDINGS.test(right)) return false;
  // An apostrophe never stands inside a word that was cut there ("main-" "d'œuvre").
  if (/^\p{L}['’]/u.test(next)) return true;
  if (!hyphenates) return true;
  return words.has(left) && words.has(right) && left.length > 2 && right.length > 3;
}

function hyphenated(end: string, next: string): string | null {
  const left = /[\p{L}\p{M}'’-]+$/u.exec(end)?.[0];
  const right = /^[\p{L}\p{M}'’-]+/u.exec(next.slice(0, 40))?.[0];
  return left === undefined || right === undefined ? null : (left + right).toLowerCase();
}
