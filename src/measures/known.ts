/** Texts that are known for one code: whether it is found, and found first. */
import type { Compared } from './evaluation.js';

export interface KnownCode {
  readonly statements: number;
  /** Share of them that have the known code among their codes. */
  readonly among: number;
  /** Share of them that have it substantively. */
  readonly substantive: number;
  /** Share of them that have it as the first of their codes. */
  readonly first: number;
  /** Mean number of objectives given to a statement. */
  readonly codes: number;
}

/** Figures of the statements that have a known objective; null where none has. */
export function knownCode(
  compared: readonly Compared[],
  themes: ReadonlySet<string>,
): KnownCode | null {
  const own = compared.filter(({ gold }) => gold.known !== null);
  if (own.length === 0) return null;
  let [among, substantive, first, codes] = [0, 0, 0, 0];
  for (const { gold, coding } of own) {
    const given = (coding?.codes ?? []).filter(({ code }) => !themes.has(code));
    const found = given.find(({ code }) => code === gold.known);
    codes += given.length;
    if (found !== undefined) among++;
    if (found?.strength === 'substantive') substantive++;
    if (given[0]?.code === gold.known) first++;
  }
  const share = (count: number): number => count / own.length;
  return {
    statements: own.length,
    among: share(among),
    substantive: share(substantive),
    first: share(first),
    codes: share(codes),
  };
}
