/** What parts the cells of a text: found from its first records. */

const CANDIDATES = [',', ';', '\t', '|'] as const;
/** Characters and records that are looked at. */
const HEAD = 200_000;
const RECORDS = 100;

/** The sign between cells, and where the cells begin: after "sep=;" where a program wrote it. */
export function delimiterOf(text: string, path: string): { delimiter: string; start: number } {
  const said = /^sep=(.)(?:\r\n|\n|\r)/u.exec(text.slice(0, 20));
  if (said?.[1] !== undefined) return { delimiter: said[1], start: said[0].length };
  const counts = countsOf(text.slice(0, HEAD));
  const named = /\.tsv$/iu.test(path) ? '\t' : ',';
  let best: { delimiter: string; score: number } = { delimiter: named, score: 0 };
  for (const [place, delimiter] of CANDIDATES.entries()) {
    const own = counts.map((record) => record[place] ?? 0);
    const score = steadiness(own) * (delimiter === named ? 1.1 : 1);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, start: 0 };
}

/** How often each candidate stands outside of quotes in each record that has words. */
function countsOf(head: string): number[][] {
  const records: number[][] = [];
  let [own, quoted, words] = [[0, 0, 0, 0], false, false];
  for (const sign of head) {
    if (sign === '"') quoted = !quoted;
    if ((sign === '\n' || sign === '\r') && !quoted) {
      if (words) records.push(own);
      if (records.length === RECORDS) return records;
      [own, words] = [[0, 0, 0, 0], false];
      continue;
    }
    words ||= sign.trim() !== '';
    const place = quoted ? -1 : (CANDIDATES as readonly string[]).indexOf(sign);
    if (place >= 0) own[place] = (own[place] ?? 0) + 1;
  }
  // A quote that nothing closes swallows the rest: what stands before it tells enough.
  if (words && (!quoted || records.length === 0)) records.push(own);
  return records;
}

/** The share of records with the commonest count above none, and a little for how high it is. */
function steadiness(counts: readonly number[]): number {
  const uses = new Map<number, number>();
  for (const count of counts) if (count > 0) uses.set(count, (uses.get(count) ?? 0) + 1);
  let [most, common] = [0, 0];
  for (const [count, use] of uses)
    if (use > most || (use === most && count > common)) [most, common] = [use, count];
  if (counts.length === 0 || most === 0) return 0;
  return most / counts.length + Math.min(common, 50) / 500;
}
