/** Two rows side by side. */
import type { JSX } from 'preact';
import type { CoverageCell, CoverageRow } from '../../model/coverage.js';
import { signOf } from '../../report/html/signs.js';
import { CodeButton } from '../code-button.js';
import { namesOf, usePage } from '../context.js';
import { Choice, FilterControls, RowsChoice } from '../controls.js';
import { shownFor } from '../count.js';
import { standingOf } from '../../measures/standing.js';
import type { Standing } from '../../measures/standing.js';
import { useCounted } from '../counted.js';
import type { Counted } from '../counted.js';
import { CellPanel } from '../panel.js';
import { AXES } from '../state.js';
import type { Axis } from '../state.js';

/** The view `compare`. */
export function CompareView(): JSX.Element {
  const page = usePage();
  const { words, state, go } = page;
  const axis: Axis = state.axis === 'kinds' ? 'objectives' : state.axis;
  const counted = useCounted(axis);
  const names = namesOf(page);
  const { rows } = counted.coverage;
  const first = rows.find(({ key }) => key === state.of) ?? rows[0];
  const second = rows.find(({ key }) => key === state.with) ?? rows.find((row) => row !== first);
  const options = rows.map((row) => [row.key, names.row(row, state.by)] as const);
  return (
    <section aria-labelledby="compare-title">
      <h2 id="compare-title">{words.page.views.compare}</h2>
      <div class="bar" role="group" aria-label={words.page.views.compare}>
        <RowsChoice />
        <Choice<string>
          label={words.page.of}
          value={first?.key ?? ''}
          options={options}
          onChange={(of) => go({ of })}
        />
        <Choice<string>
          label={words.page.with}
          value={second?.key ?? ''}
          options={options}
          onChange={(key) => go({ with: key })}
        />
        <Choice<Axis>
          label={words.page.columns}
          value={axis}
          options={AXES.filter((one) => one !== 'kinds').map((one) => [one, words.page.axes[one]])}
          onChange={(value) => go({ axis: value, row: null })}
        />
      </div>
      <FilterControls />
      <p class="about">{words.page.compareNote}</p>
      {first === undefined || second === undefined ? (
        <p>{words.noDocuments}</p>
      ) : (
        <Table pair={[first, second]} counted={counted} axis={axis} />
      )}
      <CellPanel counted={counted} />
    </section>
  );
}

type Pair = readonly [CoverageRow, CoverageRow];

function Table({ pair, counted, axis }: { pair: Pair; counted: Counted; axis: Axis }): JSX.Element {
  const page = usePage();
  const { words, state } = page;
  const names = namesOf(page);
  const titles = pair.map((row) => names.row(row, state.by));
  return (
    <div class="wrap" role="region" tabIndex={0} aria-label={titles.join(words.list)}>
      <table class="list compare">
        <caption>{titles.join(' / ')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.page.axes[axis]}</th>
            {titles.map((title, i) => (
              <th scope="col" colSpan={2} key={i}>
                <bdi>{title}</bdi>
              </th>
            ))}
            <th scope="col">{words.page.difference}</th>
          </tr>
        </thead>
        <tbody>
          {counted.columns.map(({ key }, i) => {
            const cells = pair.map((row) => row.cells[i]!);
            return (
              <tr key={key}>
                <th scope="row">{names.column(key)}</th>
                {pair.map((row, at) => (
                  <Side
                    key={at}
                    row={row}
                    cell={cells[at]!}
                    counted={counted}
                    at={i}
                    axis={axis}
                    name={titles[at]!}
                  />
                ))}
                <td>{words.page.differ[differenceOf(cells)]}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.columns.statements}</th>
            {pair.map((row, i) => (
              <td colSpan={2} key={i}>
                {row.statements}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function differenceOf([a, b]: readonly CoverageCell[]): 'both' | 'first' | 'second' | 'neither' {
  const [first, second] = [a?.status === 'covered', b?.status === 'covered'];
  if (first && second) return 'both';
  return first ? 'first' : second ? 'second' : 'neither';
}

function Side(given: {
  row: CoverageRow;
  cell: CoverageCell;
  counted: Counted;
  at: number;
  axis: Axis;
  name: string;
}): JSX.Element {
  const { words } = usePage();
  const { row, cell, counted, at, axis, name } = given;
  const shown = shownFor(counted.rows.get(row.key) ?? [], counted.columns[at]!);
  const standing: Standing = standingOf(shown, cell.status);
  return (
    <>
      <td class="n" dir="ltr">
        <CodeButton row={row.key} code={cell.code} axis={axis} about={`${name}: `}>
          {signOf(cell)}
        </CodeButton>
      </td>
      <td>
        <span class={`chip ${standing}`}>{words.page.standings[standing]}</span>
      </td>
    </>
  );
}
