/** From a file that was read to its coded documents. */
import { unreadDocument } from '../adapters/corpus.js';
import type { Input, InputDocument, ReadInput } from '../adapters/corpus.js';
import type { CodedDocument, Issue } from '../model/types.js';
import { codeDocument } from '../pipeline.js';
import type { DocumentStages } from '../pipeline.js';
import { coderName } from '../stages/classify.js';
import type { Classify } from '../stages/classify.js';
import type { LanguageDetector } from '../stages/detect.js';
import type { SegmentSettings } from '../stages/segment.js';
import type { CompiledTaxonomy, TaxonomyInfo } from '../taxonomy/types.js';

/** What a document is coded with. */
export interface CodingParts {
  readonly taxonomy: CompiledTaxonomy;
  readonly classify: Classify;
  readonly detector: LanguageDetector;
}

/** The stages that the parts make. */
export function stagesOf({ taxonomy: { info }, classify, detector }: CodingParts): DocumentStages {
  return { detector, classify, coder: coderName(info), segment: segmentSettings(info) };
}

/** What `segment` knows of the objectives: their titles in every language. */
export function segmentSettings(info: TaxonomyInfo): SegmentSettings {
  return {
    titles: info.codes.flatMap(({ objective, titles }) =>
      objective === null
        ? []
        : Object.values(titles).map(({ text }) => ({ objective, title: text })),
    ),
  };
}

/** The documents of a file, coded; a file without any still counts as one that could not be read. */
export function codeInput(input: Input, read: ReadInput, stages: DocumentStages): CodedDocument[] {
  const { documents, issues, metadata } = read;
  if (documents.length === 0) return [unreadDocument(input, metadata, issues)];
  return documents.map((one) => codeOne(input, one, stages));
}

/** A fault in one document becomes an issue of that document (GCM120); the others are unharmed. */
function codeOne(input: Input, read: InputDocument, stages: DocumentStages): CodedDocument {
  const { document, issues } = read;
  try {
    return codeDocument(read, stages, input.questionnaire);
  } catch (error) {
    const issue = faultOf(error, document.id);
    return unreadDocument({ ...input, id: document.id }, document.metadata, [...issues, issue]);
  }
}

/** A fault of the program over a document (GCM120). */
export function faultOf(error: unknown, document: string): Issue {
  return {
    id: 'GCM120',
    severity: 'error',
    message: `the document could not be coded: ${(error as Error).message}`,
    hint: 'This is a fault of the program; please report it with the document.',
    document,
    place: null,
  };
}
