import type { CodeKind } from './coverage.js';
import type { CodedDocument, DocumentMetadata, Issue, Language } from './types.js';

/** Of a code in a document: substantive, mention, absent, then one number a kind. */
export type CodeCounts = readonly number[];

/** What a document adds to the rows that it belongs to. */
export interface DocumentCounts {
  /** Statements read, introducers left out. */
  readonly statements: number;
  readonly introducers: number;
  readonly unread: number;
  /** Statements with a code of each kind. */
  readonly coded: Readonly<Record<CodeKind, number>>;
  /** Codes that occur. */
  readonly codes: Readonly<Record<string, CodeCounts>>;
}

/** What a store knows of a document without opening its text; plain JSON. */
export interface DocumentState {
  readonly id: string;
  /** Path of its file below the corpus, with forward slashes. */
  readonly path: string;
  /** Number of the document in its file, from 0. */
  readonly part: number;
  /** Of the file; '' where it could not be opened. */
  readonly sha256: string;
  /** Of all that describes it: metadata and questionnaire. */
  readonly described: string;
  /** `stale`: it can no longer be read, and its last good coding is kept and counted. */
  readonly status: 'coded' | 'failed' | 'stale';
  readonly metadata: DocumentMetadata;
  readonly language: Language;
  /** Statements found. */
  readonly statements: number;
  readonly answering?: CodedDocument['answering'];
  /** Errors that say why it fails. */
  readonly issues: readonly Issue[];
  readonly counts: DocumentCounts;
}
