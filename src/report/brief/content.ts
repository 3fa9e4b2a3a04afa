/** What a brief holds, before it becomes a document. */
import { statementsByCell } from '../../measures/cells.js';
import type { CellStatement } from '../../measures/cells.js';
import { placeFinder } from '../../measures/place.js';
import { STANDINGS, standingOf } from '../../measures/standing.js';
import type { Standing } from '../../measures/standing.js';
import type { CoverageBy, CoverageCell, CoverageRow } from '../../model/coverage.js';
import type { CodedDocument, Kind } from '../../model/types.js';
import { fill } from '../html/strings.js';
import { codeName, codeOf, rowName, type Page } from '../html/names.js';
import { placeText } from '../place-text.js';

/** A statement that is quoted, with its place. */
export interface Quote {
  readonly text: string;
  readonly language: string;
  readonly kind: Kind | null;
  readonly place: string;
}

/** An objective with what the row says of it. */
export interface Finding {
  readonly code: string;
  readonly name: string;
  readonly standing: Standing;
  readonly cell: CoverageCell;
  readonly quotes: readonly Quote[];
}

/** A brief of one row. */
export interface BriefContent {
  readonly key: string;
  readonly name: string;
  readonly row: CoverageRow;
  readonly documents: readonly CodedDocument[];
  readonly findings: readonly Finding[];
}

/** Standings whose objectives are quoted. */
const QUOTED: readonly Standing[] = ['results', 'actions', 'planned', 'described'];
const QUOTES = 3;
/** Characters of all quotes together, and of one: the brief keeps to four pages. */
const BUDGET = 8500;
const [SHORTEST, LONGEST] = [90, 240];
const ORDER: readonly (Kind | null)[] = [
  'result',
  'action',
  'plan',
  'context',
  null,
  'challenge',
  'need',
];

/** The contents of all briefs of a run whose rows are countries or regions. */
export function briefContents(page: Page): BriefContent[] {
  const { by, rows } = page.run.coverage.objectives;
  const cells = statementsByCell(page.run.documents, by);
  return rows.map((row): BriefContent => {
    const found = cells.get(row.key) ?? new Map<string, CellStatement[]>();
    const standings = row.cells.map((cell) => standingOf(found.get(cell.code) ?? [], cell.status));
    const quoted = standings.filter((one) => QUOTED.includes(one)).length;
    const longest = Math.max(
      SHORTEST,
      Math.min(LONGEST, Math.floor(BUDGET / Math.max(1, quoted * QUOTES))),
    );
    return {
      key: row.key,
      name: rowName(row, by, page).name,
      row,
      documents: page.run.documents.filter((coded) => keyOf(coded, by) === row.key),
      findings: row.cells.map((cell, i) => {
        const standing = standings[i] ?? 'not-mentioned';
        const quotes = QUOTED.includes(standing) ? bestOf(found.get(cell.code) ?? []) : [];
        return {
          code: cell.code,
          name: codeName(codeOf(cell.code, page), page),
          standing,
          cell,
          quotes: quotes.map((one) => quoteOf(one, longest, page)),
        };
      }),
    };
  });
}

function keyOf({ document: { metadata } }: CodedDocument, by: CoverageBy): string {
  return (by === 'region' ? metadata.region : metadata.country) ?? '';
}

/** The findings of each standing that has any, from the most to the least. */
export function groupsOf({
  findings,
}: BriefContent): { standing: Standing; findings: Finding[] }[] {
  return STANDINGS.map((standing) => ({
    standing,
    findings: findings.filter((one) => one.standing === standing),
  })).filter((group) => group.findings.length > 0);
}

/** Results first, then by score; what was reused is quoted once. */
function bestOf(statements: readonly CellStatement[]): CellStatement[] {
  const treated = statements.filter(
    ({ given, coding }) =>
      given.strength === 'substantive' && !coding.absent && coding.kind !== 'introducer',
  );
  const sorted = treated.sort(
    (a, b) =>
      ORDER.indexOf(a.coding.kind) - ORDER.indexOf(b.coding.kind) || b.given.score - a.given.score,
  );
  const texts = new Set<string>();
  return sorted
    .filter(({ statement }) => !texts.has(statement.text) && texts.add(statement.text))
    .slice(0, QUOTES);
}

function quoteOf({ coded, statement, coding }: CellStatement, longest: number, page: Page): Quote {
  const { strings } = page;
  const section = statement.asked?.section ?? statement.section;
  const question = statement.asked?.question ?? statement.question;
  const { document } = coded;
  const place = [
    document.metadata.title ?? document.id,
    section === null ? '' : fill(strings.section, { n: section }),
    question === null ? '' : fill(strings.question, { n: question }),
    placeText(placeFinder(document)(statement.spans), strings),
  ].filter((part) => part !== '');
  return {
    text: shortened(statement.text, longest),
    language: statement.language,
    kind: coding.kind,
    place: place.join(strings.list),
  };
}

/** Cut at a word, never within a character. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest).replace(/[\ud800-\udbff]$/u, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, '')} …`;
}
