/** A list of statements that grows on demand, so that long ones open at once. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fill } from '../report/html/strings.js';
import { usePage } from './context.js';
import type { Shown } from './count.js';
import { StatementItem } from './statement.js';

/** Statements shown at first, and at each demand. */
const PORTION = 40;

/** The statements of a cell or a search; `about` tells one list from another. */
export function StatementList({
  shown,
  about,
}: {
  shown: readonly Shown[];
  about: string;
}): JSX.Element {
  const { words } = usePage();
  const [count, setCount] = useState(PORTION);
  useEffect(() => setCount(PORTION), [about]);
  const left = shown.length - count;
  if (shown.length === 0) return <p class="empty">{words.page.noStatement}</p>;
  return (
    <>
      <ol class="statements">
        {shown.slice(0, count).map((one) => (
          <StatementItem key={one.at} shown={one} />
        ))}
      </ol>
      {left <= 0 ? null : (
        <button type="button" class="more" onClick={() => setCount(count + PORTION)}>
          {fill(words.page.showMore, { n: Math.min(left, PORTION) })} ({left})
        </button>
      )}
    </>
  );
}
