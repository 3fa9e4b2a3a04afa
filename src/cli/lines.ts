/** Lines of a stream, as soon as they are there. */
import { StringDecoder } from 'node:string_decoder';

/** Characters that are kept of a line: more than `tag` takes, which says so of the line. */
const MOST = 16_000_000;

/** Yields the lines that each piece of the input ends, together; the last one may have no end. */
export async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8');
  let begun: string[] = [];
  let length = 0;
  for await (const piece of input) {
    const lines = decoder.write(piece).split('\n');
    const last = lines.pop()!;
    if (lines.length > 0) {
      lines[0] = begun.join('') + lines[0]!;
      begun = [];
      length = 0;
      yield lines;
    }
    if (length < MOST) begun.push(last);
    length += last.length;
  }
  yield [begun.join('') + decoder.end()];
}
