const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes in a terminal: marks none, East Asian wide characters two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (/\p{M}|\p{Cf}/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Text filled with spaces on the right up to a width in columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Text filled with spaces on the left up to a width in columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** Text cut to a width in columns, with an ellipsis where something was cut. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = '';
  for (const character of text) {
    if (displayWidth(cut + character) > width - 1) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}

/** Entries on as few lines as fit; `text` is measured, `painted` is shown. */
export function wrap(
  entries: readonly { readonly text: string; readonly painted: string }[],
  width: number,
  separator: string,
): string {
  const lines: string[] = [];
  let used = 0;
  for (const { text, painted } of entries) {
    const extra = separator.length + displayWidth(text);
    if (lines.length > 0 && used + extra <= width) {
      lines[lines.length - 1] += separator + painted;
      used += extra;
    } else {
      lines.push(painted);
      used = displayWidth(text);
    }
  }
  return lines.join('\n');
}
