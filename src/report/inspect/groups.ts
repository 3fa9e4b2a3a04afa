import type { DroppedWords } from '../../model/inspection.js';
import type { Statement } from '../../model/types.js';

/** Words that one part of the program left out for one reason. */
export interface DroppedGroup {
  readonly by: DroppedWords['by'];
  readonly reason: string;
  readonly count: number;
  /** A few, each text once. */
  readonly examples: readonly DroppedWords[];
  /** How many pieces are neither an example nor repeat one. */
  readonly more: number;
}

/** Examples that are shown of each group. */
const SHOWN = 5;

/** Groups in the order in which they are first met. */
export function groupDropped(dropped: readonly DroppedWords[]): DroppedGroup[] {
  const groups = new Map<string, DroppedWords[]>();
  for (const one of dropped) {
    const key = `${one.by} ${one.reason}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(one);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [groupOf(first, group)];
  });
}

function groupOf({ by, reason }: DroppedWords, group: readonly DroppedWords[]): DroppedGroup {
  const examples = new Map<string, DroppedWords>();
  for (const one of group)
    if (examples.size < SHOWN && !examples.has(one.text)) examples.set(one.text, one);
  const more = group.filter(({ text }) => !examples.has(text)).length;
  return { by, reason, count: group.length, examples: [...examples.values()], more };
}

type Labels = Pick<Statement, 'section' | 'question' | 'path'>;

/** Section, question and list numbers of a statement, without those that it has not. */
export function labelParts({ section, question, path }: Labels): string[] {
  return [section, question, path].flatMap((part) => (part === null || part === '' ? [] : [part]));
}

/** The same in one: "IV.g.4.2". */
export function statementLabel(statement: Labels): string {
  return labelParts(statement).join('.');
}
