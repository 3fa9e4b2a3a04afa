/** What a person needs to check how a file was read: places, headings, and what was left out. */
import type { BlockKind, Detection, Document, Issue, Span, Statement } from './types.js';

/** Where words stand in their document. Numbers count from 1; null is what the document does not tell. */
export interface Place {
  readonly page: number | null;
  /** Page where the words end: another than `page` where a page cuts them. */
  readonly lastPage: number | null;
  readonly table: number | null;
  /** Row of that table. */
  readonly row: number | null;
  /** Number of the first block among all but page marks and notes. */
  readonly paragraph: number | null;
  /** Where else in the file, as the format tells places ("Answers!C5"). */
  readonly at: string | null;
  /** The same to read: "page 3, table 1, row 4, paragraph 17"; "Answers!C5" where `at` is known. */
  readonly text: string;
}

/** Words that the segmenter read as a section's heading, a question, or the label of one. */
export interface OutlineEntry {
  readonly kind: 'section' | 'question' | 'label';
  /** "III", "g", or null. */
  readonly label: string | null;
  /** Its words without the label. */
  readonly text: string;
  readonly spans: readonly Span[];
  /** Numbers of the objectives that it states. */
  readonly objectives: readonly number[];
}

/** Why the segmenter makes no statement of words. */
export type LeftOutReason =
  | 'header row'
  | 'repeated header row'
  | 'title page'
  | 'answer label'
  | 'footnote'
  | 'no words'
  | 'too long';

/** Words of the document's text that are in no statement, heading or question. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly span: Span;
}

/** Words that are in no statement: left out of the text by the reader, or passed over by the segmenter. */
export interface DroppedWords {
  readonly by: 'reader' | 'segmenter';
  readonly reason: string;
  readonly text: string;
  /** From 1, where it is known. */
  readonly page: number | null;
  /** To read, like a statement's; empty where it is not known. */
  readonly place: string;
  /** In `Document.text`; null for words that the reader left out of it. */
  readonly span: Span | null;
}

/** What a column of a table was read as. */
export type ColumnRole = 'questions' | 'answers' | 'labels' | 'text';

/** A table as it was read. */
export interface InspectedTable {
  /** From 1. */
  readonly table: number;
  readonly rows: number;
  /** One role a column. */
  readonly columns: readonly ColumnRole[];
  /** Rows left out as headers, repetitions counted. */
  readonly headerRows: number;
  /** Rows of one cell in a table of several columns: headings, mostly. */
  readonly fullRows: number;
  readonly firstPage: number | null;
  readonly lastPage: number | null;
}

/** A section with what stands under it; label and title are null above the first one. */
export interface InspectedSection {
  readonly label: string | null;
  readonly title: string | null;
  readonly questions: number;
  readonly statements: number;
  readonly place: Place;
}

/** A statement with its place. */
export interface PlacedStatement extends Statement {
  readonly place: Place;
  /** Statements above it: 0 for one that stands under no other. */
  readonly level: number;
}

/** One document of a file, as it was read. */
export interface InspectedDocument {
  readonly document: Document;
  readonly detection: Detection;
  /** Null where the format has none. */
  readonly pages: number | null;
  /** How many blocks of each kind there are. */
  readonly blocks: Readonly<Record<BlockKind, number>>;
  readonly sections: readonly InspectedSection[];
  readonly tables: readonly InspectedTable[];
  /** Number of statements at each level, from 0. */
  readonly levels: readonly number[];
  readonly statements: readonly PlacedStatement[];
  readonly outline: readonly OutlineEntry[];
  readonly dropped: readonly DroppedWords[];
  readonly issues: readonly Issue[];
}

/** What told a file's format: its bytes, its name, or neither, so that it was read as plain text. */
export type FormatBasis = 'content' | 'extension' | 'neither';

/** All that is known of a file after it was read. */
export interface Inspection {
  /** As given. */
  readonly path: string;
  /** Null for a file that could not be read. */
  readonly format: string | null;
  readonly formatBy: FormatBasis | null;
  /** Bytes; null for a file that could not be opened. */
  readonly size: number | null;
  /** Lower-case hexadecimal; null for a file that could not be opened. */
  readonly sha256: string | null;
  readonly documents: readonly InspectedDocument[];
  /** Issues of the file and of its documents. */
  readonly issues: readonly Issue[];
}
