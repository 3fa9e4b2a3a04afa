/** Sets of word choices, each kept once in flat arrays: what a word of a text may stand for. */
import { Integers } from './integers.js';

/** The summary of a set: 256 bits, of which each choice marks one. */
export const SUMMARY = 8;

/** Sets of choices, told by their numbers; 0 is the empty one. */
export class ChoiceSets {
  /** Summaries, {@link SUMMARY} integers a set. */
  readonly summaries = new Integers(1 << 12);
  /** The choices of all sets, those of each in rising order. */
  readonly lists = new Integers(1 << 12);
  private readonly starts = new Integers(1 << 9);
  private readonly numbers = new Map<string, number>();

  constructor() {
    this.starts.push(0);
    this.numberOf([]);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  /** The number of a set of choices in rising order. */
  numberOf(list: readonly number[]): number {
    const key = list.join(' ');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.size;
    this.numbers.set(key, number);
    const at = this.summaries.length;
    for (let word = 0; word < SUMMARY; word++) this.summaries.push(0);
    for (const choice of list) {
      this.lists.push(choice);
      this.summaries.data[at + summaryWord(choice)]! |= summaryBit(choice);
    }
    this.starts.push(this.lists.length);
    return number;
  }

  /** Where the choices of a set stand in `lists`: from here. */
  startOf(set: number): number {
    return this.starts.data[set]!;
  }

  /** To here. */
  endOf(set: number): number {
    return this.starts.data[set + 1]!;
  }

  has(set: number, choice: number): boolean {
    const { data } = this.lists;
    const end = this.endOf(set);
    for (let at = this.startOf(set); at < end; at++)
      if (data[at]! >= choice) return data[at] === choice;
    return false;
  }

  /** Lets go of all sets but the empty one. */
  forget(): void {
    this.summaries.cut(SUMMARY);
    this.lists.cut(0);
    this.starts.cut(2);
    this.numbers.clear();
    this.numbers.set('', 0);
  }
}

/** Which integer of a summary a choice marks, and which bit of it. */
export function summaryWord(choice: number): number {
  return (choice >> 5) & (SUMMARY - 1);
}

export function summaryBit(choice: number): number {
  return 1 << (choice & 31);
}
