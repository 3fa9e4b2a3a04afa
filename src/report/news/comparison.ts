/** A comparison as titles, paragraphs and tables. */
import type { ComparedStatement, Comparison, StatementChange } from '../../model/comparison.js';
import { fill, STRINGS, type ReportLanguage } from '../html/strings.js';
import type { ReportCode } from '../run-result.js';
import { movesSection, namesOf, type NewsContent, type Section } from './content.js';
import { COMPARE_WORDS } from './compare-words.js';
import { NEWS_WORDS } from './words.js';

/** Statements that a table shows at most; the JSON has all. */
const SHOWN = 200;

interface Telling {
  readonly lang: ReportLanguage;
  readonly country: (code: string) => string;
  readonly code: (code: string) => string;
}

/** Makes the content in a language. */
export function comparisonContent(
  comparison: Comparison,
  codes: readonly ReportCode[],
  lang: ReportLanguage,
): NewsContent {
  const { a, b, moves, appeared, disappeared, changed, same } = comparison;
  const [words, news, { list }] = [COMPARE_WORDS[lang], NEWS_WORDS[lang], STRINGS[lang]];
  const telling: Telling = { lang, ...namesOf({ codes }, lang) };
  const rows = (title: string, keys: readonly string[]): string[] =>
    keys.length === 0 ? [] : [`${title} ${keys.map(telling.country).join(list)}`];
  return {
    title: fill(words.title, { a, b }),
    lead: [
      fill(words.summary, {
        appeared: appeared.length,
        disappeared: disappeared.length,
        changed: changed.length,
        same,
      }),
      ...rows(words.newRows, moves.newRows),
      ...rows(words.goneRows, moves.goneRows),
    ],
    sections: [
      movesSection(telling, news.closed, moves.closed),
      movesSection(telling, news.opened, moves.opened),
      movesSection(telling, news.moved, moves.moved),
      changedSection(changed, telling),
      listSection(words.appeared, appeared, telling),
      listSection(words.disappeared, disappeared, telling),
    ].filter((section) => section !== null),
  };
}

function changedSection(changes: readonly StatementChange[], telling: Telling): Section | null {
  if (changes.length === 0) return null;
  const { lang, country, code } = telling;
  const words = COMPARE_WORDS[lang];
  const strings = STRINGS[lang];
  const kindOf = ({ kind, absent }: ComparedStatement): string =>
    [kind === null ? '–' : strings.kinds[kind], absent ? strings.absent : '']
      .filter(Boolean)
      .join(strings.list);
  const noteOf = (change: StatementChange): string =>
    [
      ...change.added.map((one) => `+ ${code(one)}`),
      ...change.removed.map((one) => `− ${code(one)}`),
      ...change.strength.map((one) => {
        const now = change.after.codes.find((given) => given.code === one)?.strength ?? 'mention';
        return `${code(one)} → ${strings.strengths[now]}`;
      }),
      ...(change.kind ? [`${kindOf(change.before)} → ${kindOf(change.after)}`] : []),
    ].join('; ');
  return {
    title: words.changed,
    paragraphs: [],
    table: {
      heads: [
        strings.by.country,
        strings.columns.document,
        NEWS_WORDS[lang].statement,
        words.change,
      ],
      rows: changes
        .slice(0, SHOWN)
        .map((change) => [
          country(change.after.country ?? ''),
          change.after.document,
          change.after.text,
          noteOf(change),
        ]),
    },
  };
}

function listSection(
  title: string,
  statements: readonly ComparedStatement[],
  { lang, country, code }: Telling,
): Section | null {
  const coded = statements.filter(({ codes }) =>
    codes.some(({ strength }) => strength === 'substantive'),
  );
  if (coded.length === 0) return null;
  const strings = STRINGS[lang];
  return {
    title: `${title} (${statements.length})`,
    paragraphs: [],
    table: {
      heads: [
        strings.by.country,
        strings.columns.document,
        NEWS_WORDS[lang].statement,
        NEWS_WORDS[lang].objective,
      ],
      rows: coded.slice(0, SHOWN).map((one) => [
        country(one.country ?? ''),
        one.document,
        one.text,
        one.codes
          .filter(({ strength }) => strength === 'substantive')
          .map((given) => code(given.code))
          .join(strings.list),
      ]),
    },
  };
}
