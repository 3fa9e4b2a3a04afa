/** The switches: what rows, columns and numbers are, and what is left out. */
import type { ComponentChildren, JSX } from 'preact';
import type { CoverageBy } from '../model/coverage.js';
import { COVERAGE_BY } from '../model/coverage.js';
import { KINDS } from '../model/types.js';
import { fill } from '../report/html/strings.js';
import { usePage } from './context.js';
import { countedItems, isFiltering } from './count.js';
import { AXES, MEASURES } from './state.js';
import type { Axis, Measure, State } from './state.js';

/** A labelled choice. */
export function Choice<T extends string>(given: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}): JSX.Element {
  const { label, value, options, onChange } = given;
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {options.map(([key, name]) => (
          <option key={key} value={key} selected={key === value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the rows are. */
export function RowsChoice(): JSX.Element {
  const { state, words, go } = usePage();
  return (
    <Choice<CoverageBy>
      label={words.page.rows}
      value={state.by}
      options={COVERAGE_BY.map((by) => [by, words.by[by]])}
      onChange={(by) => go({ by, row: null, of: '', with: '' })}
    />
  );
}

/** Rows, columns and number of the matrix. */
export function MatrixControls(): JSX.Element {
  const { state, words, go } = usePage();
  const { page } = words;
  return (
    <Bar label={page.views.matrix}>
      <RowsChoice />
      <Choice<Axis>
        label={page.columns}
        value={state.axis}
        options={AXES.map((axis) => [axis, page.axes[axis]])}
        onChange={(axis) => go({ axis, row: null, sort: '' })}
      />
      <Choice<Measure>
        label={page.number}
        value={state.measure}
        options={MEASURES.filter(
          (measure) => measure !== 'headings' || state.axis === 'objectives',
        ).map((measure) => [measure, page.measures[measure]])}
        onChange={(measure) => go({ measure })}
      />
    </Bar>
  );
}

/** Language, kind, strength and score that statements must have to be counted. */
export function FilterControls(): JSX.Element {
  const { model, state, words, go } = usePage();
  const { page } = words;
  const all = ['', page.all] as const;
  const used = [...new Set(model.items.map(({ statement }) => statement.language))].sort();
  return (
    <Bar label={page.filters}>
      <Choice<string>
        label={page.language}
        value={state.language}
        options={[all, ...used.map((one) => [one, words.languages[one]] as const)]}
        onChange={(language) => go({ language })}
      />
      <Choice<State['kind']>
        label={page.kind}
        value={state.kind}
        options={[all, ...KINDS.map((kind) => [kind, words.kinds[kind]] as const)]}
        onChange={(kind) => go({ kind })}
      />
      <Choice<State['strength']>
        label={page.strength}
        value={state.strength}
        options={[
          all,
          ['substantive', words.strengths.substantive],
          ['mention', words.strengths.mention],
        ]}
        onChange={(strength) => go({ strength })}
      />
      <Choice<string>
        label={page.score}
        value={String(state.score)}
        options={['0', '0.5', '0.6', '0.7', '0.8', '0.9'].map((n) => [n, n === '0' ? page.all : n])}
        onChange={(score) => go({ score: Number(score) })}
      />
      <FilterNote />
    </Bar>
  );
}

function FilterNote(): JSX.Element {
  const { model, state, words, go } = usePage();
  if (!isFiltering(state)) return <p class="note" aria-live="polite" />;
  const counted = countedItems(model, { language: '', kind: '', strength: '', score: 0 }).length;
  const passing = countedItems(model, state).length;
  return (
    <p class="note" aria-live="polite">
      {fill(words.page.filtered, { n: passing, all: counted })}{' '}
      <button type="button" onClick={() => go({ language: '', kind: '', strength: '', score: 0 })}>
        {words.page.clear}
      </button>
    </p>
  );
}

function Bar({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <div class="bar" role="group" aria-label={label}>
      {children}
    </div>
  );
}
