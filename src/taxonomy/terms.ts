/**
 * The term language: text of a term in, sequences of word choices out.
 * `taxonomies/README.md` describes it for experts.
 */

/** One place of a sequence: a choice of words, after a gap of at most `gap` other words. */
export interface Step {
  readonly gap: number;
  /** Words as written in the term (`migrant*`, `=traite`, `worker+`, `_`), sorted. */
  readonly words: readonly string[];
}

export interface ParsedTerm {
  /** The term matches where any of the sequences does. */
  readonly sequences: readonly (readonly Step[])[];
  /** True when a run of capitalised words may follow (`@`). */
  readonly run: boolean;
}

/** A term that cannot be read; `at` is the place in it, counted from 0. */
export class TermError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
    this.name = 'TermError';
  }
}

const MOST_SEQUENCES = 400;
const LARGEST_GAP = 12;
const TOKEN = /\s+|[()|]|[~&]\d*|@|[^\s()|~&@]+/gy;

interface Lexeme {
  readonly text: string;
  readonly at: number;
}

/**
 * Parses one term.
 * @throws TermError (reported as GCM303 with the file's line and column)
 */
export function parseTerm(term: string): ParsedTerm {
  const lexemes = lex(term);
  const run = lexemes.at(-1)?.text === '@';
  const body = run ? lexemes.slice(0, -1) : lexemes;
  const reader = new TermReader(body, term.length);
  const sequences = reader.choice();
  reader.expectEnd();
  if (sequences.some((steps) => steps.length === 0))
    throw new TermError('a term needs at least one word that must be there', 0);
  return { sequences, run };
}

function lex(term: string): Lexeme[] {
  const stray = term.indexOf(')*');
  if (stray >= 0)
    throw new TermError("'*' after a bracket: put it behind each word inside", stray + 1);
  const found: Lexeme[] = [];
  for (const match of term.matchAll(TOKEN)) {
    if (match[0].trim() !== '') found.push({ text: match[0], at: match.index });
  }
  return found;
}

/** Recursive descent over the lexemes; depth is bounded by the brackets of one term. */
class TermReader {
  private next = 0;

  constructor(
    private readonly lexemes: readonly Lexeme[],
    private readonly length: number,
  ) {}

  /** choice := sequence ('|' sequence)* */
  choice(): Step[][] {
    const found = this.near();
    while (this.peek() === '|') {
      this.next++;
      found.push(...this.near());
    }
    return limited(found, this.place());
  }

  /** near := sequence ('&n' sequence)?, both orders */
  private near(): Step[][] {
    const left = this.sequence();
    const sign = this.peek();
    if (!sign?.startsWith('&')) return left;
    const gap = this.gap(sign);
    this.next++;
    const right = this.sequence();
    if (this.peek()?.startsWith('&')) throw new TermError("only one '&' in a choice", this.place());
    return [...cross(left, right, gap), ...cross(right, left, gap)];
  }

  private sequence(): Step[][] {
    let found: Step[][] = [[]];
    let gap = 0;
    for (let sign = this.peek(); sign !== undefined; sign = this.peek()) {
      if (sign === '|' || sign === ')' || sign.startsWith('&')) break;
      if (sign.startsWith('~')) gap = this.gap(sign);
      else if (sign === '@') throw new TermError("'@' only stands at the end", this.place());
      const part = sign.startsWith('~') ? null : this.part(sign);
      this.next++;
      if (part === null) continue;
      found = limited(cross(found, part, gap), this.place());
      gap = 0;
    }
    if (gap > 0) throw new TermError('a gap needs a word after it', this.place());
    return found;
  }

  /** A word, or a bracketed choice; leaves `next` on its last lexeme. */
  private part(sign: string): Step[][] {
    if (sign !== '(')
      return [splitWord(sign, this.place()).map((word) => ({ gap: 0, words: [word] }))];
    const opened = this.place();
    this.next++;
    const inner = this.choice();
    if (this.peek() !== ')') throw new TermError("this '(' has no ')'", opened);
    return merged(inner);
  }

  private gap(sign: string): number {
    const size = Number(sign.slice(1));
    if (sign.length === 1 || size < 1 || size > LARGEST_GAP)
      throw new TermError(`'${sign[0]}' needs a number from 1 to ${LARGEST_GAP}`, this.place());
    return size;
  }

  expectEnd(): void {
    if (this.peek() !== undefined) throw new TermError("this ')' has no '('", this.place());
  }

  private peek(): string | undefined {
    return this.lexemes[this.next]?.text;
  }

  private place(): number {
    return this.lexemes[this.next]?.at ?? this.length;
  }
}

const INNER = /[\p{L}\p{M}\p{N}*]+/gu;
const IDEOGRAPH = /[\u3400-\u9fff]/gu;

/** "d'identité" and "sous-régional" are two words, every Chinese character is one. */
function splitWord(sign: string, at: number): string[] {
  if (sign === '_') return ['_'];
  const exact = sign.startsWith('=') ? '=' : '';
  const inflected = sign.endsWith('+') ? '+' : '';
  const body = sign.slice(exact.length, sign.length - inflected.length);
  const spaced = body.replace(IDEOGRAPH, ' $& ');
  const words = spaced.match(INNER) ?? [];
  if (words.length === 0) throw new TermError(`'${sign}' holds no letter or digit`, at);
  return words.map((word, index) =>
    /^\*+$/u.test(word) ? '_' : exact + word + (index === words.length - 1 ? inflected : ''),
  );
}

/** One-word alternatives of a bracket become one choice, so that terms do not multiply. */
function merged(sequences: Step[][]): Step[][] {
  const single = sequences
    .filter((steps) => steps.length === 1)
    .flatMap((steps) => [...steps[0]!.words]);
  const rest = sequences.filter((steps) => steps.length !== 1);
  if (single.length === 0) return rest;
  return [[{ gap: 0, words: [...new Set(single)].sort() }], ...rest];
}

function cross(left: Step[][], right: Step[][], gap: number): Step[][] {
  return left.flatMap((before) =>
    right.map((after) => {
      const [first, ...rest] = after;
      if (first === undefined || before.length === 0) return [...before, ...after];
      return [...before, { ...first, gap: Math.max(gap, first.gap) }, ...rest];
    }),
  );
}

function limited(sequences: Step[][], at: number): Step[][] {
  if (sequences.length > MOST_SEQUENCES)
    throw new TermError(
      `this term stands for more than ${MOST_SEQUENCES} phrases; write it as several terms`,
      at,
    );
  return sequences;
}
