/** A code that opens its statements. */
import type { JSX } from 'preact';
import { namesOf, usePage } from './context.js';
import type { Axis } from './state.js';

/** A button with the name of a code; `about` is said by screen readers before it. */
export function CodeButton(given: {
  row: string;
  code: string;
  axis: Axis;
  about?: string;
  children?: preact.ComponentChildren;
}): JSX.Element {
  const page = usePage();
  const { row, code, axis, about = '', children } = given;
  const names = namesOf(page);
  const open = page.state.row === row && page.state.code === code;
  return (
    <button
      type="button"
      class="link"
      title={names.columnTitle(code)}
      aria-expanded={open}
      onClick={() => page.go({ row, code, axis })}
    >
      {about === '' ? null : <span class="vh">{about}</span>}
      {children ?? names.column(code)}
    </button>
  );
}
