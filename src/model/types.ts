import type { Answering } from './questionnaire.js';

/**
 * The seven nouns of the product. Every value is plain JSON and is never
 * changed after it was made.
 */

/** A half-open range `[start, end)` in UTF-16 code units of the text it belongs to. */
export type Span = readonly [start: number, end: number];

/** ISO 639-1 code of a language that the detector can return; `und` when nothing speaks for any. */
export type Language = 'ar' | 'en' | 'es' | 'fr' | 'pt' | 'ru' | 'zh' | 'und';

/** What a document's description says of it; every field may be missing. */
export interface DocumentMetadata {
  /** ISO 3166-1 alpha-3, user-assigned codes (XAA-XZZ, QMA-QZZ …) included. */
  readonly country?: string;
  readonly region?: string;
  readonly year?: number;
  readonly round?: string;
  readonly language?: Language;
  readonly title?: string;
  /** Address or reference that the document came from. */
  readonly sourceAddress?: string;
  /** Terms under which the text may be used. */
  readonly licence?: string;
  /** Id of the document that this one is a draft or an earlier version of. */
  readonly versionOf?: string;
  /** Id of the document that this one is a translation of. */
  readonly translationOf?: string;
  /** Id of the questionnaire that it answers. */
  readonly questionnaire?: string;
}

/** Where a block stands in a table: counted from 0, `table` over the whole document. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** True for a cell of a header row that the source marks as one. */
  readonly header?: boolean;
  /** What the cell holds where the file itself says so (the header of a sheet's column). */
  readonly holds?: 'question' | 'answer';
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'note' | 'page';

/**
 * One piece of a document in reading order. Readers give the same blocks
 * whatever the format; `page` marks where a page ends and has an empty span,
 * `note` is a footnote, which is no statement.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Where the block's own words stand, marker left out. */
  readonly span: Span;
  /** Headings: 1 is the highest. Items: 0 is the outermost list. */
  readonly level?: number;
  /** The bullet or number that opens an item, as written ("▪", "1.", "أ."). */
  readonly marker?: string;
  readonly cell?: CellPlace;
  /** Page number from 1, where the format knows it. */
  readonly page?: number;
  /** Where else in the file it stands, as the format tells places ("Answers!C5"). */
  readonly at?: string;
}

/** Where a document's bytes came from. */
export interface DocumentSource {
  /** Path as given, with forward slashes. */
  readonly path: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
}

/** What a reader makes of one file: its text, unchanged from there on, and its blocks. */
export interface Document {
  readonly id: string;
  readonly source: DocumentSource;
  readonly metadata: DocumentMetadata;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** How sure a language is (`confidence` 0-1) and what decided it. */
export interface Detection {
  readonly language: Language;
  readonly method: 'declared' | 'script' | 'words' | 'detector' | 'prior' | 'none';
  readonly confidence: number;
}

/** The unit of coding: one bullet, list item or free paragraph of an answer. */
export interface Statement {
  /** Document id, `#`, and a hash of question and text: another bullet does not rename it. */
  readonly id: string;
  readonly document: string;
  /** Pieces in `Document.text`; `text` is the pieces joined by {@link joinPieces}. */
  readonly spans: readonly Span[];
  readonly text: string;
  readonly language: Language;
  readonly detection: Detection;
  /** Label of the section ("III"), or null. */
  readonly section: string | null;
  readonly sectionTitle: string | null;
  /** Label of the question without its bracket ("g"), or null. */
  readonly question: string | null;
  readonly questionText: string | null;
  /** List numbers below the question, counted from 1 ("4.2.1"). */
  readonly path: string;
  readonly parent: string | null;
  /** Texts of the ancestors, outermost first. */
  readonly context: readonly string[];
  /** Objective numbers (1-23) that a heading above states. */
  readonly objectives: readonly number[];
  /** Span in `Document.text` of the heading that states them, or null. */
  readonly objectiveHeading: Span | null;
  /** True when other statements name this one as parent. */
  readonly hasChildren: boolean;
  /** Labels of the declared questionnaire's question that it answers; missing where that is not known. */
  readonly asked?: { readonly section: string; readonly question: string };
}

export type Strength = 'substantive' | 'mention';

export type Kind = 'result' | 'action' | 'plan' | 'challenge' | 'need' | 'context' | 'introducer';

export const KINDS: readonly Kind[] = [
  'result',
  'action',
  'plan',
  'challenge',
  'need',
  'context',
  'introducer',
];

/** Where evidence stands: in the statement, in a text above it, in a heading. */
export const EVIDENCE_PLACES = ['text', 'context', 'heading'] as const;

/** Why a code was given: the words, where they stand, and the pattern that found them. */
export interface Evidence {
  readonly in: (typeof EVIDENCE_PLACES)[number];
  /** In the statement's own text for `text`; see the place where it is used for the others. */
  readonly spans: readonly Span[];
  readonly quote: string;
  /** Id of the pattern: code, language and the term as written ("O10/fr/traite des êtres humains"). */
  readonly pattern: string;
  /** For `context`: which of the statement's context texts, counted from 0. */
  readonly index?: number;
}

export interface CodeAssignment {
  /** "O01" … "O23", a theme's name, or a code of the user's own. */
  readonly code: string;
  readonly strength: Strength;
  /** 0-1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** One coder's reading of one statement; no codes means "read, nothing applies". */
export interface Coding {
  readonly statement: string;
  /** `keywords@VERSION+HASH`, `human:INITIALS` or `author`. */
  readonly coder: string;
  readonly kind: Kind | null;
  /** True when the statement says that a thing does not exist or was not done. */
  readonly absent: boolean;
  /** Substantive first, objectives before themes, what the statement is mainly about first. */
  readonly codes: readonly CodeAssignment[];
}

export type Severity = 'error' | 'warning' | 'info';

/** Something a user should know of a document, a statement or a file. */
export interface Issue {
  /** Stable id, `GCM` and three digits. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  /** How to mend it. */
  readonly hint: string;
  /** Path of the file or id of the document. */
  readonly document: string | null;
  /** Where in it: "line 3, column 5", "row 2", a statement id, or null. */
  readonly place: string | null;
}

/** The one value that flows through the per-document half of the pipeline. */
export interface CodedDocument {
  readonly document: Document;
  readonly detection: Detection;
  readonly statements: readonly Statement[];
  readonly codings: readonly Coding[];
  readonly issues: readonly Issue[];
  /** Where it answers a questionnaire that is known. */
  readonly answering?: Answering;
  /** Id of the document that is counted in its stead, where it is a draft or a translation. */
  readonly countedAs?: string;
}
