/** The statements behind a cell. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { KINDS } from '../model/types.js';
import { fill } from '../report/html/strings.js';
import { namesOf, usePage } from './context.js';
import { shownFor } from './count.js';
import type { Shown } from './count.js';
import type { Counted } from './counted.js';
import { StatementList } from './list.js';

/** A panel with the statements of the cell that is open; nothing where none is. */
export function CellPanel({ counted }: { counted: Counted }): JSX.Element | null {
  const page = usePage();
  const { state, words } = page;
  const row = counted.coverage.rows.find(({ key }) => key === state.row);
  const at = counted.columns.findIndex(({ key }) => key === state.code);
  const column = counted.columns[at];
  if (state.row === null || row === undefined || column === undefined) return null;
  const names = namesOf(page);
  const shown = shownFor(counted.rows.get(row.key) ?? [], column);
  const title = fill(words.page.cellStatements, {
    row: names.row(row, state.by),
    code: names.column(column.key),
  });
  const status = counted.whole.rows.find(({ key }) => key === row.key)?.cells[at]?.status;
  return (
    <Panel title={title} about={`${row.key} ${column.key}`}>
      <p class="kinds">
        {shown.length === 0 && status !== undefined ? words.status[status] : kindsText(shown, page)}
      </p>
      <StatementList shown={shown} about={`${row.key} ${column.key} ${shown.length}`} />
    </Panel>
  );
}

/** "12 statements: result 3, action 9". */
function kindsText(shown: readonly Shown[], { words }: ReturnType<typeof usePage>): string {
  const parts = KINDS.map((kind) => ({
    kind,
    n: shown.filter(({ coding }) => coding?.kind === kind).length,
  })).filter(({ n }) => n > 0);
  const kinds = parts.map(({ kind, n }) => `${words.kinds[kind]} ${n}`).join(words.list);
  return fill(words.page.statements, { n: shown.length }) + (kinds && ` · ${kinds}`);
}

/** Beside the matrix; takes the focus when it opens, and gives it back. */
function Panel(given: {
  title: string;
  about: string;
  children: preact.ComponentChildren;
}): JSX.Element {
  const { words, go } = usePage();
  const { title, about, children } = given;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [about]);
  const close = (): void => {
    go({ row: null, code: '' });
    document.querySelector<HTMLElement>('td.open button')?.focus();
  };
  return (
    <aside
      class="panel"
      aria-labelledby="panel-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div class="panel-head">
        <h3 id="panel-title" tabIndex={-1} ref={head}>
          {title}
        </h3>
        <button type="button" class="close" onClick={close}>
          {words.page.close}
        </button>
      </div>
      <div class="panel-body" tabIndex={0} role="region" aria-labelledby="panel-title">
        {children}
      </div>
    </aside>
  );
}
