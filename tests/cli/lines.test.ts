import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/cli/lines.js';

async function* pieces(parts: readonly (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

async function given(...parts: (string | Buffer)[]): Promise<string[][]> {
  const found: string[][] = [];
  for await (const lines of linesOf(pieces(parts))) found.push(lines);
  return found;
}

describe('lines of a stream', () => {
  it('come as soon as a piece ends them, all of a piece together', async () => {
    expect(await given('a\nb\nc', 'd\n', 'e')).toEqual([['a', 'b'], ['cd'], ['e']]);
  });

  it('keep a letter that two pieces share, and separators that are no line ends', async () => {
    const [first, second] = [Buffer.from('é\n').subarray(0, 1), Buffer.from('é\n').subarray(1)];
    expect((await given(first, second, 'x\u2028y\n')).flat()).toEqual(['é', 'x\u2028y', '']);
  });

  it('are cut where one never ends', async () => {
    const piece = 'x'.repeat(1_000_000);
    const [[line, next]] = (await given(...Array.from({ length: 40 }, () => piece), '\nb\n')) as [
      string[],
    ];
    expect(line!.length).toBeLessThan(20_000_000);
    expect(line!.length).toBeGreaterThan(10_000_000);
    expect(next).toBe('b');
  });
});
