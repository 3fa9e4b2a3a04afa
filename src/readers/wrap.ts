/**
 * The column at which a text wraps its lines, or 0 when every paragraph is one
 * line. A wrapped text has many lines near its longest, and lines that end in
 * the middle of a sentence.
 */
export function wrapWidth(lines: readonly string[]): number {
  const lengths: number[] = [];
  let broken = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimEnd();
    if (line.trim() === '') continue;
    lengths.push(line.length);
    if (goesOn(line, lines[at + 1] ?? '')) broken++;
  }
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (lengths.length < 3 || width > 130 || width < 30) return 0;
  const long = lengths.filter((length) => length > width * 0.75).length;
  return broken >= 2 && long >= lengths.length / 5 ? width : 0;
}

/** The line ends in the middle of a sentence, and words follow at once that no marker opens. */
function goesOn(line: string, next: string): boolean {
  const start = next.slice(0, 100).trimStart();
  return (
    /[\p{L}\p{N},،]$/u.test(line.slice(-3)) && /^[\p{Ll}\p{Lo}]/u.test(start) && line.length > 29
  );
}
