/** Guesses which files are drafts, earlier versions or translations of others, by their names. */
import { compareText } from '../model/text.js';
import type { Language } from '../model/types.js';
import { foldName } from '../readers/countries.js';
import { nameWords } from './guess.js';

/** What is known of a file. */
export interface Described {
  /** Path below the corpus folder. */
  readonly file: string;
  readonly id: string;
  readonly country?: string;
  readonly year?: number;
  readonly language?: Language;
  /** Statements found in it. */
  readonly statements: number;
}

/** Ids of what a file seems to be a version or translation of. */
export interface GuessedRelations {
  readonly versionOf?: string;
  readonly translationOf?: string;
  /** Of the same country, year and language, and nothing tells which stands for which. */
  readonly like?: string;
}

const DRAFT = words(
  'draft brouillon projet provisoire preliminaire preliminary provisional borrador proyecto preliminar provisional مسودة مشروع',
);
const FINAL = words(
  'final finale finalised finalized definitif definitive definitivo نهائي نهائية',
);
const REVISED = words('rev revised revision revise revisee revisado revisada منقح منقحة');
const LANGUAGES = words(
  'ar en es fr pt ru zh arabic english french spanish arabe anglais francais espagnol ingles frances espanol',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(foldName));
}

/** How late a version a file's name makes it, and what else the name says. */
interface Version {
  readonly rank: number;
  readonly stem: string;
}

const ORDINARY = 100;

/** "draft" comes before "v1", "v2", no word at all, "rev1" and "final". */
function versionOf(file: string): Version {
  const names = nameWords((file.split('/').at(-1) ?? '').replace(/\.[^.]+$/u, '')).map(foldName);
  let rank = ORDINARY;
  const rest: string[] = [];
  names.forEach((word, at) => {
    const numbered = /^(v|ver|version|rev|draft)(\d{1,2})?$/u.exec(word);
    const follows = Number(names[at + 1] ?? '') || 0;
    const number = Number(numbered?.[2] ?? (follows < 100 ? follows : 0));
    if (DRAFT.has(word) || numbered?.[1] === 'draft') rank = Math.min(rank, 0) + number;
    else if (FINAL.has(word)) rank = 1000;
    else if (REVISED.has(word) || numbered?.[1] === 'rev') rank = ORDINARY + 1 + number;
    else if (numbered !== null && (numbered[2] !== undefined || number > 0))
      rank = rank < ORDINARY ? rank + number : ORDINARY / 2 + number;
    else if (!LANGUAGES.has(word) && !/^\d{1,2}$/u.test(word)) rest.push(word);
  });
  return { rank, stem: rest.join(' ') };
}

/** The relations of each file, by its id; files without any are left out. */
export function guessRelations(files: readonly Described[]): Map<string, GuessedRelations> {
  const found = new Map<string, GuessedRelations>();
  const sorted = [...files].sort((a, b) => compareText(a.file, b.file));
  const versions = new Map(sorted.map(({ file, id }) => [id, versionOf(file)]));
  const of = (one: Described): Version => versions.get(one.id)!;
  for (const group of groups(sorted, (one) => sameReview(one, of(one), one.language ?? ''))) {
    const [latest] = [...group].sort(
      (a, b) => of(b).rank - of(a).rank || b.statements - a.statements,
    );
    for (const one of group) {
      if (latest === undefined || one === latest) continue;
      const isOlder = of(one).rank < of(latest).rank || isSameText(one, latest);
      found.set(one.id, isOlder ? { versionOf: latest.id } : { like: latest.id });
    }
  }
  const originals = sorted.filter(({ id }) => found.get(id)?.versionOf === undefined);
  for (const group of groups(originals, (one) => sameReview(one, of(one), ''))) {
    const [first] = [...group].sort((a, b) => b.statements - a.statements);
    for (const one of group)
      if (isTranslation(one, first)) found.set(one.id, { translationOf: first.id });
  }
  return found;
}

/** Files of one country and year, or where the year is not known, with one name. */
function sameReview({ country, year }: Described, { stem }: Version, language: string): string {
  const which = year === undefined ? `name ${stem}` : `year ${year}`;
  return country === undefined && year === undefined && stem === ''
    ? ''
    : [country ?? `name ${stem}`, which, language].join('|');
}

/** One name with two endings: the same text in two formats. */
function isSameText(a: Described, b: Described): boolean {
  return a.file.replace(/\.[^./]+$/u, '') === b.file.replace(/\.[^./]+$/u, '');
}

function isTranslation(one: Described, first: Described | undefined): first is Described {
  return (
    first !== undefined &&
    one.language !== undefined &&
    first.language !== undefined &&
    one.language !== first.language
  );
}

function groups<T>(things: readonly T[], keyOf: (thing: T) => string): T[][] {
  const found = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key !== '') found.set(key, [...(found.get(key) ?? []), thing]);
  }
  return [...found.values()].filter((group) => group.length > 1);
}
