/** What a row says of a code: results, actions, plans, or less. */
import type { CellStatus } from '../model/coverage.js';
import type { CodeAssignment, Coding, Kind } from '../model/types.js';

/** A statement's coding, and the code in question as it gives it. */
export interface Carrying {
  readonly coding: Coding | null;
  readonly given: CodeAssignment | null;
}

/** What a row says of an objective, from the most to the least. */
export const STANDINGS = [
  'results',
  'actions',
  'planned',
  'described',
  'lacking',
  'mentioned',
  'not-mentioned',
  'unanswered',
  'not-asked',
  'not-readable',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** The standing of a cell, from its statements and, where there are none, its status. */
export function standingOf(shown: readonly Carrying[], status: CellStatus): Standing {
  const treated = shown.filter(
    ({ given, coding }) => given?.strength === 'substantive' && coding?.kind !== 'introducer',
  );
  const done = treated.filter(({ coding }) => coding?.absent === false);
  const has = (...kinds: Kind[]): boolean =>
    done.some(
      ({ coding }) => coding !== null && coding.kind !== null && kinds.includes(coding.kind),
    );
  if (has('result')) return 'results';
  if (has('action')) return 'actions';
  if (has('plan')) return 'planned';
  if (has('context') || done.some(({ coding }) => coding?.kind === null)) return 'described';
  const lacking = shown.some(({ coding }) => coding?.absent === true);
  if (treated.length > 0 || lacking) return 'lacking';
  if (shown.length > 0) return 'mentioned';
  return status === 'covered' || status === 'mentioned' || status === 'reported-missing'
    ? 'not-mentioned'
    : status;
}
