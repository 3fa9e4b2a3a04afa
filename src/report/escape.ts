const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Makes a text harmless in HTML, in an element as in a quoted attribute.
 * Control characters that HTML does not allow become the replacement character.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** HTML that is safe to put into a page: made by {@link markup} only. */
export class Html {
  constructor(readonly source: string) {}
}

type Part = Html | string | number | null | undefined | readonly Part[];

/**
 * Template tag: every value is escaped but for {@link Html}; lists are joined,
 * null is nothing. Not called `html`, because formatters rewrite the inside of
 * such templates, which changes the page and closes elements left open.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const source = strings.reduce((text, piece, i) => text + sourceOf(parts[i - 1]) + piece, '');
  return new Html(source);
}

function sourceOf(part: Part): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Html) return part.source;
  if (typeof part === 'string') return escapeHtml(part);
  return typeof part === 'number' ? String(part) : part.map(sourceOf).join('');
}
