import type { Block, DocumentMetadata, Issue, Statement } from '../model/types.js';

/** Formats that are read. */
export type Format =
  'text' | 'markdown' | 'html' | 'jsonl' | 'csv' | 'docx' | 'odt' | 'xlsx' | 'pdf';

/** Why words of a file are no part of its document. */
export type DropReason =
  | 'navigation'
  | 'running head'
  | 'page number'
  | 'repeated header row'
  | 'header or footer'
  | 'hidden'
  | 'deleted text'
  | 'comment'
  | 'decoration'
  | 'no answer';

/** Words that a reader left out, and why. */
export interface Dropped {
  readonly reason: DropReason;
  /** The words; of a long text the beginning will do. */
  readonly text: string;
  /** Page number from 1, where the format knows it. */
  readonly page?: number;
}

/** An issue of the file that is being read; the file's name is added by {@link readFile}. */
export type ReadIssue = Omit<Issue, 'document'>;

/** What a format's reader takes out of a file: one document, or one of several that a sheet holds. */
export interface Extracted {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly dropped?: readonly Dropped[];
  /** Pages, where the format has them. */
  readonly pages?: number;
  readonly issues?: readonly ReadIssue[];
  /** Statements where the file gives them ready-made, else left out. */
  readonly statements?: readonly Statement[];
  /** What tells this document from the others of its file; joined to the file's id by a hyphen. */
  readonly name?: string;
  /** What the file itself says of the document (a sheet's row names its country). */
  readonly metadata?: DocumentMetadata;
}

/** Bounds on what one document may take. */
export interface ReadLimits {
  /** Time to read one document, in seconds. */
  readonly seconds: number;
  /** Memory to read one document, in MB (2^20 bytes). */
  readonly megabytes: number;
  /** Pages of a PDF. */
  readonly pages: number;
  /** Unpacked size of an archive (DOCX, ODT, XLSX), in MB. */
  readonly unpackedMegabytes: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  seconds: 30,
  megabytes: 512,
  pages: 2000,
  unpackedMegabytes: 100,
};

/** What a reader may know of its file beside the bytes. */
export interface ReadContext {
  readonly path: string;
  /** Id that the file's document will have, or begin with. */
  readonly id: string;
  readonly limits: ReadLimits;
  /** How the columns of a sheet are to be read, where corpus.yaml says it. */
  readonly table?: TableMapping;
}

/** Fields of {@link TableMapping} that name one column. */
export const TABLE_COLUMNS = [
  'country',
  'language',
  'year',
  'id',
  'text',
  'section',
  'question',
  'answer',
] as const;

/** How a sheet (XLSX, CSV) is to be read; what is left out is found from its header. */
export interface TableMapping {
  /** `countries-in-rows`: one row a country, one column a question; `-in-columns`: the transpose; `long`: one row a statement; `answers`: one country, a question and its answer a row. */
  readonly form?: 'countries-in-rows' | 'countries-in-columns' | 'long' | 'answers';
  /** Name of the sheet; the first one with words when left out. */
  readonly sheet?: string;
  /** Header texts of the columns. */
  readonly country?: string;
  readonly language?: string;
  readonly year?: string;
  readonly id?: string;
  readonly text?: string;
  readonly section?: string;
  readonly question?: string;
  readonly answer?: string;
  /** Columns that hold no answers, by header. */
  readonly ignore?: readonly string[];
}

/** Why a file cannot be read; {@link readFile} makes it an issue of severity error. */
export class Refusal extends Error {
  constructor(
    /** `GCM` and three digits. */
    readonly id: string,
    message: string,
    /** How to mend it. */
    readonly hint: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
