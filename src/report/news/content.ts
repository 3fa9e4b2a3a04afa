/** The news as titles, paragraphs and tables, before they become a page or a mail. */
import type { Coverage } from '../../model/coverage.js';
import type { NewsDocument, NewsInput, StatusMove } from '../../model/news.js';
import { compareText } from '../../model/text.js';
import { DOCUMENT_CHANGES } from '../../model/news.js';
import { fill, STRINGS, type ReportLanguage } from '../html/strings.js';
import { countryIn } from '../html/names.js';
import { labelFor } from '../labels.js';
import { NEWS_WORDS } from './words.js';

/** A part of the news. */
export interface Section {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly table: {
    readonly heads: readonly string[];
    readonly rows: readonly (readonly string[])[];
  } | null;
}

/** All parts, in their order; a part with nothing to tell is left out. */
export interface NewsContent {
  readonly title: string;
  readonly lead: readonly string[];
  readonly sections: readonly Section[];
}

interface Telling {
  readonly news: NewsInput;
  readonly lang: ReportLanguage;
  readonly country: (code: string) => string;
  readonly code: (code: string) => string;
}

/** Makes the content in a language. */
export function newsContent(news: NewsInput, lang: ReportLanguage): NewsContent {
  const words = NEWS_WORDS[lang];
  const telling = { news, lang, ...namesOf(news, lang) };
  return {
    title: `${words.title} – ${dated(news.run.name, lang)}`,
    lead: leadOf(news, lang),
    sections: [
      documentsSection(telling),
      failedSection(telling),
      coverageSection(telling),
      firstSection(telling),
      movesSection(telling, words.closed, news.moves?.closed ?? []),
      movesSection(telling, words.opened, news.moves?.opened ?? []),
      movesSection(telling, words.moved, news.moves?.moved ?? []),
      uncertainSection(telling),
    ].filter((section) => section !== null),
  };
}

/** Names of countries and codes in a language. */
export function namesOf(
  { names, codes }: Pick<NewsInput, 'names' | 'codes'>,
  lang: ReportLanguage,
): Pick<Telling, 'country' | 'code'> {
  const known = new Map(codes.map((code) => [code.code, code]));
  return {
    country: (code) => countryIn(code, lang, names),
    code: (code) => {
      const found = known.get(code);
      if (found === undefined) return code;
      const label = labelFor(found, lang);
      return found.objective === undefined ? label : `${found.objective} ${label}`;
    },
  };
}

/** A date keeps its order where the language runs from the right. */
function dated(name: string, lang: ReportLanguage): string {
  return STRINGS[lang].direction === 'rtl' ? `\u2066${name}\u2069` : name;
}

function leadOf(
  { run, previous, recoded, unchanged, documents }: NewsInput,
  lang: ReportLanguage,
): string[] {
  const words = NEWS_WORDS[lang];
  const { list } = STRINGS[lang];
  return [
    previous === null ? words.first : `${fill(words.since, { name: dated(previous.name, lang) })}.`,
    ...(documents.length === 0 && previous !== null ? [words.nothing] : []),
    fill(words.summary, { documents: run.documents, statements: run.statements, unchanged }),
    ...(recoded.length === 0
      ? []
      : [
          fill(words.recoded, {
            reasons: recoded.map((reason) => words.reasons[reason]).join(list),
          }),
        ]),
  ];
}

function sortedDocuments(documents: readonly NewsDocument[]): NewsDocument[] {
  return [...documents].sort(
    (a, b) =>
      DOCUMENT_CHANGES.indexOf(a.change) - DOCUMENT_CHANGES.indexOf(b.change) ||
      compareText(a.id, b.id),
  );
}

function documentsSection({ news, lang, country }: Telling): Section | null {
  if (news.documents.length === 0) return null;
  const words = NEWS_WORDS[lang];
  const { columns, languages } = STRINGS[lang];
  return {
    title: words.documents,
    paragraphs: [],
    table: {
      heads: [
        words.change,
        columns.document,
        columns.country,
        columns.year,
        columns.language,
        columns.statements,
        words.note,
      ],
      rows: sortedDocuments(news.documents).map((one) => [
        words.changes[one.change],
        one.title ?? one.id,
        country(one.country ?? ''),
        String(one.year ?? '–'),
        one.language === undefined ? '–' : languages[one.language],
        one.statements === null ? '–' : String(one.statements),
        noteOf(one, lang),
      ]),
    },
  };
}

function noteOf({ pathBefore, changed, stale }: NewsDocument, lang: ReportLanguage): string {
  const words = NEWS_WORDS[lang];
  return [
    pathBefore === undefined ? '' : fill(words.from, { path: pathBefore }),
    changed === 'description' ? words.described : '',
    stale === true ? words.stale : '',
  ]
    .filter(Boolean)
    .join('; ');
}

function failedSection({ news, lang }: Telling): Section | null {
  const words = NEWS_WORDS[lang];
  const { columns } = STRINGS[lang];
  const rows = sortedDocuments(news.documents).flatMap(({ path, issues }) =>
    issues.map(({ id, message, hint }) => [path, id, `${message.replace(/\.$/u, '')}. ${hint}`]),
  );
  if (rows.length === 0) return null;
  return {
    title: words.failed,
    paragraphs: [],
    table: { heads: [columns.document, columns.id, columns.message], rows },
  };
}

const coveredIn = (coverage: Coverage | undefined, key: string): number | null => {
  const row = coverage?.rows.find((one) => one.key === key);
  return row === undefined ? null : row.cells.filter(({ status }) => status === 'covered').length;
};

/** Of each country that moved, how many objectives are covered. */
function coverageSection({ news, lang, country }: Telling): Section | null {
  const words = NEWS_WORDS[lang];
  const [before, after] = [news.coverage.before?.objectives, news.coverage.after.objectives];
  const keys = new Set([...(before?.rows ?? []), ...after.rows].map(({ key }) => key));
  const rows = [...keys].sort(compareText).flatMap((key) => {
    const [was, is] = [coveredIn(before, key), coveredIn(after, key)];
    if (was === is) return [];
    const note = was === null ? words.newRow : is === null ? words.goneRow : '';
    return [
      [country(key), String(was ?? '–'), String(is ?? '–'), before === undefined ? '' : note],
    ];
  });
  if (rows.length === 0) return null;
  return {
    title: words.coverage,
    paragraphs: [],
    table: {
      heads: [
        STRINGS[lang].by.country,
        `${words.covered}: ${words.before}`,
        words.after,
        words.note,
      ],
      rows,
    },
  };
}

function firstSection({ news, lang, code }: Telling): Section | null {
  const codes = news.moves?.firstCovered ?? [];
  if (codes.length === 0) return null;
  return {
    title: NEWS_WORDS[lang].firstCovered,
    paragraphs: [codes.map(code).join(STRINGS[lang].list)],
    table: null,
  };
}

/** Objectives whose status is another. */
export function movesSection(
  { lang, country, code }: Omit<Telling, 'news'>,
  title: string,
  moves: readonly StatusMove[],
): Section | null {
  if (moves.length === 0) return null;
  const words = NEWS_WORDS[lang];
  const { status, by } = STRINGS[lang];
  return {
    title,
    paragraphs: [],
    table: {
      heads: [by.country, words.objective, words.before, words.after],
      rows: moves.map((move) => [
        country(move.row),
        code(move.code),
        move.before === null ? '–' : status[move.before],
        move.after === null
          ? '–'
          : `${status[move.after]}${move.substantiveAfter > 0 ? ` (${move.substantiveAfter})` : ''}`,
      ]),
    },
  };
}

function uncertainSection({ news, lang, country, code }: Telling): Section | null {
  if (news.uncertain.length === 0) return null;
  const words = NEWS_WORDS[lang];
  const strings = STRINGS[lang];
  return {
    title: words.uncertain,
    paragraphs: [words.uncertainNote],
    table: {
      heads: [strings.by.country, strings.columns.document, words.statement, words.objective],
      rows: news.uncertain.map((one) => [
        country(one.country ?? ''),
        [one.document, one.place ?? ''].filter(Boolean).join(' '),
        one.text,
        one.codes
          .slice(0, 3)
          .map((given) => `${code(given.code)} (${given.score.toFixed(2)})`)
          .join(strings.list),
      ]),
    },
  };
}
