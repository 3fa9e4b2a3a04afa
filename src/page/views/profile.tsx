/** One row at a time: what it says of each objective, and where. */
import type { JSX } from 'preact';
import type { CoverageRow } from '../../model/coverage.js';
import { KINDS } from '../../model/types.js';
import type { Kind } from '../../model/types.js';
import { fill } from '../../report/html/strings.js';
import { CodeButton } from '../code-button.js';
import { namesOf, usePage } from '../context.js';
import { Choice, RowsChoice } from '../controls.js';
import { shownFor } from '../count.js';
import type { Shown } from '../count.js';
import { STANDINGS, standingOf } from '../../measures/standing.js';
import type { Standing } from '../../measures/standing.js';
import { useCounted } from '../counted.js';
import { CellPanel } from '../panel.js';

interface Line {
  readonly code: string;
  readonly standing: Standing;
  readonly shown: readonly Shown[];
}

/** The view `profile`. */
export function ProfileView(): JSX.Element {
  const page = usePage();
  const { words, state, go } = page;
  const counted = useCounted('objectives', false);
  const names = namesOf(page);
  const rows = counted.coverage.rows;
  const row = rows.find(({ key }) => key === state.of) ?? rows[0];
  return (
    <section aria-labelledby="profile-title">
      <h2 id="profile-title">
        {row === undefined
          ? words.page.views.profile
          : fill(words.page.profileOf, { row: names.row(row, state.by) })}
      </h2>
      <div class="bar" role="group" aria-label={words.page.views.profile}>
        <RowsChoice />
        <Choice<string>
          label={words.by[state.by]}
          value={row?.key ?? ''}
          options={rows.map((one) => [one.key, names.row(one, state.by)] as const)}
          onChange={(of) => go({ of, row: null })}
        />
      </div>
      <p class="about">{words.page.profileNote}</p>
      {row === undefined ? <p>{words.noDocuments}</p> : <Profile row={row} />}
      <CellPanel counted={counted} />
    </section>
  );
}

function Profile({ row }: { row: CoverageRow }): JSX.Element {
  const { words } = usePage();
  const { columns, rows } = useCounted('objectives', false);
  const lines = columns.map((column, i): Line => {
    const shown = shownFor(rows.get(row.key) ?? [], column);
    return { code: column.key, shown, standing: standingOf(shown, row.cells[i]!.status) };
  });
  const groups = STANDINGS.map((standing) => ({
    standing,
    lines: lines.filter((line) => line.standing === standing),
  })).filter((group) => group.lines.length > 0);
  return (
    <>
      <div class="groups">
        {groups.map((group) => (
          <section key={group.standing} class={`group ${group.standing}`}>
            <h3>
              {words.page.standings[group.standing]} <small>{group.lines.length}</small>
            </h3>
            <ul>
              {group.lines.map(({ code, shown }) => (
                <li key={code}>
                  <CodeButton row={row.key} code={code} axis="objectives" />
                  {shown.length === 0 ? null : <span class="count">{shown.length}</span>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <KindTable lines={lines} row={row} />
    </>
  );
}

/** Every objective with its statements by kind. */
function KindTable({ lines, row }: { lines: readonly Line[]; row: CoverageRow }): JSX.Element {
  const page = usePage();
  const { words } = page;
  const kinds = KINDS.filter((kind) => kind !== 'introducer');
  const countOf = ({ shown }: Line, kind: Kind): number =>
    shown.filter(({ coding }) => coding?.kind === kind).length;
  return (
    <div class="wrap" role="region" tabIndex={0} aria-label={words.page.otherStatements}>
      <table class="list">
        <caption>{words.page.otherStatements}</caption>
        <thead>
          <tr>
            <th scope="col">{words.page.objective}</th>
            <th scope="col">{words.page.standing}</th>
            {kinds.map((kind) => (
              <th scope="col" class="n" key={kind}>
                {words.kinds[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <th scope="row">
                <CodeButton row={row.key} code={line.code} axis="objectives" />
              </th>
              <td>
                <span class={`chip ${line.standing}`}>{words.page.standings[line.standing]}</span>
              </td>
              {kinds.map((kind) => {
                const n = countOf(line, kind);
                return (
                  <td class={n === 0 ? 'n zero' : 'n'} key={kind}>
                    {n}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
