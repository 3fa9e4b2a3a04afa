/** Puts together what is new from two states of the documents. */
import { withStandIns } from './measures/counted.js';
import { coverageMoves, documentMoves, isNews } from './measures/changes.js';
import type { DocumentMove } from './measures/changes.js';
import { isRead, summedCoverage } from './measures/summed.js';
import type { CountedDocument } from './measures/summed.js';
import { readingsOf } from './measures/readings.js';
import type {
  NewsCode,
  NewsCoverage,
  NewsDocument,
  NewsInput,
  NewsRun,
  RecodedReason,
  UncertainStatement,
} from './model/news.js';
import type { DocumentState } from './model/state.js';
import { compareText } from './model/text.js';
import type { CodedDocument } from './model/types.js';
import type { ReportCode } from './report/index.js';

/** Statements that are shown as the least certain. */
const UNCERTAIN = 20;

/** A state of the documents, counted. */
export interface CountedState {
  readonly coverage: NewsCoverage;
  /** Ids of documents that are counted in another's stead, with the one that is. */
  readonly countedAs: ReadonlyMap<string, string>;
  readonly documents: number;
  readonly statements: number;
}

/** Counts documents by country. */
export function countState(
  states: readonly DocumentState[],
  codes: readonly ReportCode[],
): CountedState {
  const counts = new Map(states.map((state) => [state.id, state.counts]));
  const thin = withStandIns(states.map(thinDocument), ({ document }) =>
    isRead(counts.get(document.id)!),
  );
  const counted = thin.map((coded): CountedDocument => ({
    coded,
    counts: counts.get(coded.document.id)!,
  }));
  const of = (kind: ReportCode['kind']) =>
    summedCoverage(
      counted,
      codes.filter((code) => code.kind === kind),
    );
  const coverage = { objectives: of('objective'), themes: of('theme') };
  const stands = thin.flatMap(({ document, countedAs }) =>
    countedAs === undefined ? [] : [[document.id, countedAs] as const],
  );
  return {
    coverage,
    countedAs: new Map(stands),
    documents: states.length - stands.length,
    statements: coverage.objectives.rows.reduce((sum, row) => sum + row.statements, 0),
  };
}

function thinDocument({
  id,
  path,
  sha256,
  metadata,
  language,
  answering,
}: DocumentState): CodedDocument {
  return {
    document: { id, source: { path, sha256, mediaType: '' }, metadata, text: '', blocks: [] },
    detection: { language, method: 'none', confidence: 0 },
    statements: [],
    codings: [],
    issues: [],
    ...(answering === undefined ? {} : { answering }),
  };
}

/** What the news are made from. */
export interface NewsSources {
  readonly run: NewsRun;
  readonly previous: { readonly run: NewsRun; readonly coverage: NewsCoverage } | null;
  readonly recoded: readonly RecodedReason[];
  readonly moves: readonly DocumentMove[];
  readonly unchanged: number;
  readonly coverage: NewsCoverage;
  readonly codes: readonly ReportCode[];
  /** The new, changed and recovered documents, whole. */
  readonly fresh: readonly CodedDocument[];
}

/** The documents of which there is something to tell, and how many are as they were. */
export function movesBetween(
  before: readonly DocumentState[],
  after: readonly DocumentState[],
): { moves: DocumentMove[]; unchanged: number } {
  const moves = documentMoves(before, after);
  const moved = moves.filter(({ change }) => change !== 'withdrawn').length;
  return { moves, unchanged: after.length - moved };
}

/** True where a run has nothing to tell. */
export function isQuiet(moves: readonly DocumentMove[]): boolean {
  return !moves.some(isNews);
}

/** The news of a run. */
export function newsOf(sources: NewsSources): NewsInput {
  const { run, previous, recoded, moves, unchanged, coverage, codes, fresh } = sources;
  return {
    run,
    previous: previous?.run ?? null,
    recoded,
    documents: moves.map(newsDocument),
    unchanged,
    codes: codes.map(newsCode),
    coverage: { before: previous?.coverage ?? null, after: coverage },
    moves:
      previous === null ? null : coverageMoves(previous.coverage.objectives, coverage.objectives),
    uncertain: leastCertain(fresh),
  };
}

function newsCode({ code, kind, objective, titles, labels }: ReportCode): NewsCode {
  return { code, kind, ...(objective === undefined ? {} : { objective }), titles, labels };
}

function newsDocument({ change, state, before, changed }: DocumentMove): NewsDocument {
  const { title, country, year, round } = state.metadata;
  return {
    id: state.id,
    change,
    path: state.path,
    ...(change === 'renamed' && before !== null ? { pathBefore: before.path } : {}),
    ...(changed === undefined ? {} : { changed }),
    ...(title === undefined ? {} : { title }),
    ...(country === undefined ? {} : { country }),
    ...(year === undefined ? {} : { year }),
    ...(round === undefined ? {} : { round }),
    language: state.language,
    statements: state.status === 'failed' ? null : state.statements,
    ...(state.status === 'stale' ? { stale: true } : {}),
    issues: state.issues,
  };
}

/** Statements with the least likely codes. */
function leastCertain(documents: readonly CodedDocument[]): UncertainStatement[] {
  const all = documents.flatMap((coded) =>
    readingsOf(coded).flatMap(({ statement, coding }): UncertainStatement[] => {
      if (coding === null || coding.codes.length === 0 || coding.coder.startsWith('human:'))
        return [];
      const { country } = coded.document.metadata;
      const codes = [...coding.codes]
        .sort((a, b) => a.score - b.score || compareText(a.code, b.code))
        .map(({ code, strength, score }) => ({ code, strength, score }));
      const place = [statement.section, statement.question]
        .filter((part) => part !== null)
        .join('.');
      return [
        {
          id: statement.id,
          document: coded.document.id,
          ...(country === undefined ? {} : { country }),
          text: statement.text,
          language: statement.language,
          place: place === '' ? null : place,
          codes,
        },
      ];
    }),
  );
  const score = ({ codes }: UncertainStatement): number => codes[0]?.score ?? 1;
  return all.sort((a, b) => score(a) - score(b) || compareText(a.id, b.id)).slice(0, UNCERTAIN);
}
