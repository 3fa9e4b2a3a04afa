/** A text as REFI-QDA wants it, with the position that each offset has in it. */
export interface PlainText {
  /** Lines end with LF; half a character, which no file can hold, is U+FFFD. */
  readonly text: string;
  /** The position in Unicode code points of an offset in UTF-16 code units. */
  readonly positionOf: (offset: number) => number;
}

/** Makes the plain text of a source. */
export function plainTextOf(source: string): PlainText {
  const positions = new Uint32Array(source.length + 1);
  let text = '';
  let position = 0;
  for (let at = 0; at < source.length; at++) {
    positions[at] = position;
    const code = source.charCodeAt(at);
    if (code === 13 && source.charCodeAt(at + 1) === 10) continue;
    const low = source.charCodeAt(at + 1);
    if (isHigh(code) && isLow(low)) {
      text += source.slice(at, at + 2);
      positions[++at] = position;
    } else text += code === 13 ? '\n' : isHigh(code) || isLow(code) ? '\ufffd' : source[at];
    position++;
  }
  positions[source.length] = position;
  const last = source.length;
  return { text, positionOf: (offset) => positions[Math.max(0, Math.min(last, offset))] ?? 0 };
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
