import type { Vocabulary } from './hyphens.js';

/** What is known of the document as a whole. */
export interface Facts {
  /** True where x grows to the left, as the document is read. */
  readonly mirrored: boolean;
  readonly vocabulary: Vocabulary;
  /** Font size of most of the text, in points. */
  readonly body: number;
  /** True where most of the text is bold, so that bold says nothing. */
  readonly allBold: boolean;
}

/** A note at a page's foot. */
export interface Note {
  readonly page: number;
  readonly marker: string | undefined;
  readonly text: string;
}
