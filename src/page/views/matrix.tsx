/** The coverage matrix: a heat map with the number in every cell. */
import type { JSX } from 'preact';
import type { CoverageRow } from '../../model/coverage.js';
import { rowsCovered } from '../../measures/shares.js';
import { fill } from '../../report/html/strings.js';
import { faceClass, faceOf } from '../cells.js';
import type { CellFace } from '../cells.js';
import { namesOf, usePage } from '../context.js';
import { FilterControls, MatrixControls } from '../controls.js';
import { headingsOf } from '../count.js';
import type { Column } from '../count.js';
import { useCounted } from '../counted.js';
import type { Counted } from '../counted.js';
import { moveInTable } from '../keys.js';
import { Legend } from '../legend.js';
import { CellPanel } from '../panel.js';

interface Line {
  readonly row: CoverageRow;
  readonly name: string;
  readonly faces: readonly CellFace[];
}

/** The view `matrix`. */
export function MatrixView(): JSX.Element {
  const { state, words } = usePage();
  const counted = useCounted(state.axis);
  const lines = useLines(counted);
  return (
    <section aria-labelledby="matrix-title" class="wide">
      <h2 id="matrix-title">
        {words.page.views.matrix}: {words.page.axes[state.axis]}
      </h2>
      <MatrixControls />
      <FilterControls />
      <p class="about">
        {state.axis === 'kinds' ? '' : words.page.measureNotes[state.measure]} {words.page.hint}
      </p>
      <div class="wrap fit" role="region" tabIndex={0} aria-label={words.page.axes[state.axis]}>
        <Table lines={lines} counted={counted} />
      </div>
      <Legend coverage={counted.whole} />
      <CellPanel counted={counted} />
    </section>
  );
}

/** The rows with what their cells show, in the order that is asked for. */
function useLines({ columns, coverage, whole, rows }: Counted): Line[] {
  const page = usePage();
  const { state, words, model } = page;
  const names = namesOf(page);
  const objectives = new Map(model.payload.codes.map(({ code, objective }) => [code, objective]));
  const lines = coverage.rows.map((row, at): Line => {
    const items = rows.get(row.key) ?? [];
    const faces = row.cells.map((cell, i) => {
      const objective = objectives.get(cell.code);
      const headings =
        state.measure === 'headings' && state.axis === 'objectives' && objective !== undefined
          ? headingsOf(items, objective, cell.code)
          : null;
      const unfiltered = whole.rows[at]?.cells[i] ?? cell;
      return faceOf(cell, row, { ...state, unfiltered, headings }, words);
    });
    return { row, name: names.row(row, state.by), faces };
  });
  return sorted(lines, state.sort, columns, state.lang, state.by);
}

/** By name, by statements, or by the value of a column. */
function sorted(
  lines: Line[],
  sort: string,
  columns: readonly Column[],
  lang: string,
  by: string,
): Line[] {
  const back = sort.startsWith('-');
  const key = back ? sort.slice(1) : sort;
  const at = columns.findIndex((column) => column.key === key);
  // Sections, questions and years keep the order of the questionnaire.
  const byName = (a: Line, b: Line): number =>
    by === 'country' || by === 'document' ? a.name.localeCompare(b.name, lang) : 0;
  const value = ({ row, faces }: Line): number =>
    key === 'statements' ? row.statements : (faces[at]?.value ?? 0);
  const ordered = [...lines].sort((a, b) =>
    key === '' ? byName(a, b) : value(b) - value(a) || byName(a, b),
  );
  return back ? ordered.reverse() : ordered;
}

function Table({ lines, counted }: { lines: readonly Line[]; counted: Counted }): JSX.Element {
  const { state, words } = usePage();
  const { page } = words;
  const caption = `${words.by[state.by]} × ${page.axes[state.axis]}${words.colon}${
    state.axis === 'kinds' ? page.otherStatements : page.measures[state.measure]
  }`;
  return (
    <table class="matrix" onKeyDown={moveInTable}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <SortHead column="" name={words.by[state.by]} />
          {counted.columns.map(({ key }) => (
            <ColumnHead key={key} column={key} />
          ))}
          <SortHead column="statements" name={words.columns.statements} />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => (
          <Row key={line.row.key} line={line} at={i} columns={counted.columns} />
        ))}
      </tbody>
      {state.axis === 'kinds' ? null : (
        <tfoot>
          <tr>
            <th scope="row">{words.columns.rowsCovered}</th>
            {rowsCovered(counted.coverage).map((count, i) => (
              <td key={i}>{count}</td>
            ))}
            <td>{counted.coverage.rows.reduce((sum, row) => sum + row.statements, 0)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** Sorts by the column; again, the other way round. */
function useSort(column: string): { sort: 'ascending' | 'descending' | 'none'; click: () => void } {
  const { state, go } = usePage();
  const [down, up] = [column, `-${column}`];
  const first = column === '' ? 'ascending' : 'descending';
  const second = column === '' ? 'descending' : 'ascending';
  const sort = state.sort === down ? first : state.sort === up ? second : 'none';
  return { sort, click: () => go({ sort: state.sort === down ? up : down }) };
}

function SortHead({ column, name }: { column: string; name: string }): JSX.Element {
  const { words } = usePage();
  const { sort, click } = useSort(column);
  return (
    <th scope="col" class="plain" aria-sort={sort}>
      <button type="button" title={fill(words.page.sortBy, { name })} onClick={click}>
        {name}
      </button>
    </th>
  );
}

function ColumnHead({ column }: { column: string }): JSX.Element {
  const page = usePage();
  const { sort, click } = useSort(column);
  const names = namesOf(page);
  const title = names.columnTitle(column);
  const number = page.model.payload.codes.find(({ code }) => code === column)?.objective;
  return (
    <th scope="col" aria-sort={sort}>
      <button type="button" title={title} onClick={click}>
        <span>{names.columnShort(column)}</span>
        {number === undefined ? null : <b>{number}</b>}
      </button>
    </th>
  );
}

function Row(given: { line: Line; at: number; columns: readonly Column[] }): JSX.Element {
  const { line, at, columns } = given;
  const { words } = usePage();
  const { row, name, faces } = line;
  return (
    <tr>
      <th scope="row">
        <bdi class="name">{name}</bdi>
        {row.unread === 0 ? null : (
          <small>
            {words.columns.unread}
            {words.colon}
            {row.unread}
          </small>
        )}
      </th>
      {columns.map((column, i) => (
        <Cell key={column.key} line={line} face={faces[i]!} column={column} at={[at, i]} />
      ))}
      <td class="sum">{row.statements}</td>
    </tr>
  );
}

function Cell(given: {
  line: Line;
  face: CellFace;
  column: Column;
  at: readonly [number, number];
}): JSX.Element {
  const page = usePage();
  const { state, go } = page;
  const { line, face, column, at } = given;
  const { key } = line.row;
  const open = state.row === key && state.code === column.key;
  const label = `${line.name}, ${namesOf(page).column(column.key)}: ${face.words}`;
  return (
    <td class={`${faceClass(face, state.measure)}${open ? ' open' : ''}`}>
      <button
        type="button"
        aria-label={label}
        aria-expanded={open}
        title={label}
        data-at={at.join(' ')}
        tabIndex={at[0] + at[1] === 0 ? 0 : -1}
        onClick={() => go({ row: key, code: column.key })}
      >
        {face.text}
      </button>
    </td>
  );
}
