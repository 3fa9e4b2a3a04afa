/** What each row lacks, with the ways of lacking kept apart. */
import type { JSX } from 'preact';
import type { CoverageRow } from '../../model/coverage.js';
import { namesOf, usePage } from '../context.js';
import { RowsChoice } from '../controls.js';
import { shownFor } from '../count.js';
import { standingOf } from '../../measures/standing.js';
import type { Standing } from '../../measures/standing.js';
import { useCounted } from '../counted.js';
import type { Counted } from '../counted.js';
import { CellPanel } from '../panel.js';
import { CodeButton } from '../code-button.js';
import type { Axis } from '../state.js';

const GAPS: readonly Standing[] = [
  'not-mentioned',
  'mentioned',
  'lacking',
  'planned',
  'unanswered',
  'not-asked',
  'not-readable',
];
/** Shown only where they occur: they need a questionnaire, or something that went wrong. */
const RARE: readonly Standing[] = ['unanswered', 'not-asked', 'not-readable'];

/** The view `gaps`. */
export function GapsView(): JSX.Element {
  const { words, state } = usePage();
  const axis: Axis = state.axis === 'themes' ? 'themes' : 'objectives';
  const objectives = useCounted('objectives', false);
  const themes = useCounted('themes', false);
  return (
    <section aria-labelledby="gaps-title" class="wide">
      <h2 id="gaps-title">{words.page.views.gaps}</h2>
      <div class="bar" role="group" aria-label={words.page.views.gaps}>
        <RowsChoice />
      </div>
      <p class="about">{words.gapNotes}</p>
      <GapTable counted={objectives} axis="objectives" caption={words.captions.gaps.objectives} />
      <GapTable counted={themes} axis="themes" caption={words.captions.gaps.themes} />
      <p class="about">{words.questionNotes}</p>
      <CellPanel counted={axis === 'themes' ? themes : objectives} />
    </section>
  );
}

function GapTable(given: { counted: Counted; axis: Axis; caption: string }): JSX.Element {
  const { state, words } = usePage();
  const { counted, axis, caption } = given;
  const lines = counted.coverage.rows.map((row) => ({
    row,
    standings: counted.columns.map((column, i) =>
      standingOf(shownFor(counted.rows.get(row.key) ?? [], column), row.cells[i]!.status),
    ),
  }));
  const shown = GAPS.filter(
    (gap) => !RARE.includes(gap) || lines.some(({ standings }) => standings.includes(gap)),
  );
  return (
    <div class="wrap gaps" role="region" tabIndex={0} aria-label={caption}>
      <table class="list">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.by[state.by]}</th>
            {shown.map((gap) => (
              <th scope="col" key={gap}>
                {words.page.standings[gap]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <GapRow key={line.row.key} {...line} shown={shown} counted={counted} axis={axis} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GapRow(given: {
  row: CoverageRow;
  standings: readonly Standing[];
  shown: readonly Standing[];
  counted: Counted;
  axis: Axis;
}): JSX.Element {
  const page = usePage();
  const { row, standings, shown, counted, axis } = given;
  const name = namesOf(page).row(row, page.state.by);
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      {shown.map((gap) => {
        const codes = counted.columns.filter((_, i) => standings[i] === gap);
        const whole = gap === 'not-readable' && codes.length === standings.length;
        return (
          <td key={gap}>
            {codes.length === 0 ? (
              <small>{page.words.none}</small>
            ) : whole ? (
              <span class={`chip ${gap}`}>{page.words.wholeRow}</span>
            ) : (
              <ul class="chips">
                {codes.map(({ key }) => (
                  <li key={key} class={gap}>
                    <CodeButton row={row.key} code={key} axis={axis} about={`${name}: `} />
                  </li>
                ))}
              </ul>
            )}
          </td>
        );
      })}
    </tr>
  );
}
