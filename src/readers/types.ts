import type { Block } from '../model/types.js';

/** What a format's reader takes out of a file. */
export interface Extracted {
  readonly text: string;
  readonly blocks: readonly Block[];
}
