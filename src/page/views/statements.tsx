/** All statements, filtered and searched. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { fill } from '../../report/html/strings.js';
import { usePage } from '../context.js';
import { FilterControls } from '../controls.js';
import { countedItems, found } from '../count.js';
import { StatementList } from '../list.js';

/** The view `statements`. */
export function StatementsView(): JSX.Element {
  const { model, state, words } = usePage();
  const { language, kind, strength, score, search } = state;
  const shown = useMemo(() => {
    const items = countedItems(model, { language, kind, strength, score });
    const wanted =
      strength === '' && score === 0
        ? items
        : items.filter(({ coding }) => coding !== null && coding.codes.length > 0);
    return found(wanted, search).map((item) => ({ ...item, given: null }));
  }, [model, language, kind, strength, score, search]);
  return (
    <section aria-labelledby="statements-title">
      <h2 id="statements-title">{words.page.views.statements}</h2>
      <FilterControls />
      <Search />
      <p role="status">{fill(words.page.found, { n: shown.length })}</p>
      <StatementList shown={shown} about={`${search} ${shown.length}`} />
    </section>
  );
}

/** Milliseconds after the last key before the search begins. */
const PAUSE = 150;

function Search(): JSX.Element {
  const { state, words, go } = usePage();
  const [typed, setTyped] = useState(state.search);
  useEffect(() => setTyped(state.search), [state.search]);
  useEffect(() => {
    if (typed === state.search) return;
    const timer = setTimeout(() => go({ search: typed }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label class="search">
      <span>{words.page.search}</span>
      <input
        type="search"
        dir="auto"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <small>{words.page.searchHint}</small>
    </label>
  );
}
