/** What the PDF reader knows of a page before it knows what is a line, a cell or a paragraph. */

/** A drawn sign, or a space: its letters in logical order, where it stands in points from the page's upper left corner. */
export interface Glyph {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** Baseline. */
  readonly y: number;
  /** Font size in points as drawn. */
  readonly size: number;
  readonly font: Font;
  /** Number of the marked content that it is part of, as the structure tree names it; -1 for none. */
  readonly mark: number;
  /** True where the file itself says what the sign stands for. */
  readonly exact?: boolean;
  /** What the font says of a single sign of which the file says something else. */
  readonly own?: string;
  /** Words of different pieces are apart: see `tagged-words.ts`. */
  readonly piece?: number;
}

/** What is known of a font. */
export interface Font {
  readonly name: string;
  readonly bold: boolean;
}

/** A straight horizontal or vertical line, or a thin filled box, in points. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What is drawn on a page. */
export interface Drawing {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Small filled shapes, of which some are bullets. */
  readonly dots: readonly Rule[];
  /** True when an image is drawn, or was too large to be looked at. */
  readonly images: boolean;
  /** Signs at another angle than the page's text (a watermark). */
  readonly askew: string;
}

/** Letters without a gap between them. `units` stand from left to right as drawn. */
export interface Word {
  readonly units: readonly string[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly mark: number;
  readonly piece?: number | undefined;
  /** A small sign above the baseline, such as a footnote's number. */
  readonly raised?: boolean;
  /** A no-break space holds it to the word before. */
  readonly glued?: boolean;
  /** It touched a note's number that touched the word before. */
  readonly closesUp?: boolean;
  /** A bullet that is drawn, not written. */
  readonly drawn?: boolean;
}

/** Words on one baseline of one column. */
export interface Line {
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly page: number;
  /** Lines of one strip stand under each other: a page's column of text. */
  readonly strip: number;
}

/** A page with its words, x mirrored where the document is written from right to left. */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly rules: readonly Rule[];
}
