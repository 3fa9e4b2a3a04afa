/** What became of documents and of coverage since the run before. */
import type { Coverage, CoverageRow } from '../model/coverage.js';
import type { CoverageMoves, DocumentChange, NewsDocument, StatusMove } from '../model/news.js';
import type { DocumentState } from '../model/state.js';
import { compareText } from '../model/text.js';

/** A document that changed, with what it is now (before, if it is gone). */
export interface DocumentMove {
  readonly change: DocumentChange;
  readonly state: DocumentState;
  readonly before: DocumentState | null;
  readonly changed?: NewsDocument['changed'];
}

/** What became of each document of which there is something to tell, by change and id. */
export function documentMoves(
  before: readonly DocumentState[],
  after: readonly DocumentState[],
): DocumentMove[] {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const now = new Map(after.map((one) => [one.id, one]));
  const gone = before.filter(({ id }) => !now.has(id));
  const moves: DocumentMove[] = [];
  for (const state of after) {
    const known = earlier.get(state.id);
    const move = known === undefined ? newOrRenamed(state, gone) : moveOf(known, state);
    if (move !== null) moves.push(move);
  }
  const renamed = new Set(
    moves.flatMap(({ change, before: was }) => (change === 'renamed' ? (was?.id ?? []) : [])),
  );
  for (const state of gone)
    if (!renamed.has(state.id)) moves.push({ change: 'withdrawn', state, before: state });
  return moves.sort(
    (a, b) => compareText(a.change, b.change) || compareText(a.state.id, b.state.id),
  );
}

/** One that is gone has the same content: it was given another name. */
function newOrRenamed(state: DocumentState, gone: readonly DocumentState[]): DocumentMove {
  const was = gone.find(
    ({ sha256, part }) => sha256 !== '' && sha256 === state.sha256 && part === state.part,
  );
  if (was !== undefined) return { change: 'renamed', state, before: was };
  return { change: state.status === 'coded' ? 'new' : 'new-failed', state, before: null };
}

function moveOf(before: DocumentState, state: DocumentState): DocumentMove | null {
  const [worked, works] = [before.status === 'coded', state.status === 'coded'];
  if (worked && !works) return { change: 'began-to-fail', state, before };
  if (!worked && works) return { change: 'recovered', state, before };
  if (!works) return { change: 'still-failing', state, before };
  if (before.sha256 !== state.sha256)
    return { change: 'changed', state, before, changed: 'content' };
  if (before.path !== state.path) return { change: 'renamed', state, before };
  return before.described === state.described
    ? null
    : { change: 'changed', state, before, changed: 'description' };
}

/** True where a move is worth telling by itself. */
export function isNews({ change }: Pick<DocumentMove, 'change'>): boolean {
  return change !== 'still-failing';
}

/** What moved in a coverage by country. */
export function coverageMoves(before: Coverage, after: Coverage): CoverageMoves {
  const earlier = new Map(before.rows.map((row) => [row.key, row]));
  const now = new Map(after.rows.map((row) => [row.key, row]));
  const moves = after.rows.flatMap((row) => movesOf(earlier.get(row.key), row));
  const coveredIn = ({ rows }: Coverage): Set<string> =>
    new Set(
      rows.flatMap(({ cells }) =>
        cells.filter(({ status }) => status === 'covered').map(({ code }) => code),
      ),
    );
  const known = coveredIn(before);
  return {
    newRows: after.rows.map(({ key }) => key).filter((key) => !earlier.has(key)),
    goneRows: before.rows.map(({ key }) => key).filter((key) => !now.has(key)),
    firstCovered: after.codes
      .map(({ code }) => code)
      .filter((code) => !known.has(code) && coveredIn(after).has(code)),
    closed: moves.filter((move) => move.after === 'covered'),
    opened: moves.filter((move) => move.before === 'covered'),
    moved: moves.filter((move) => move.after !== 'covered' && move.before !== 'covered'),
  };
}

/** Of a country that was there before; a new one closes no gap. */
function movesOf(before: CoverageRow | undefined, after: CoverageRow): StatusMove[] {
  if (before === undefined) return [];
  const earlier = new Map(before.cells.map((cell) => [cell.code, cell]));
  return after.cells.flatMap((cell): StatusMove[] => {
    const was = earlier.get(cell.code);
    if (was === undefined || was.status === cell.status) return [];
    return [
      {
        row: after.key,
        code: cell.code,
        before: was.status,
        after: cell.status,
        substantiveBefore: was.substantive,
        substantiveAfter: cell.substantive,
      },
    ];
  });
}
