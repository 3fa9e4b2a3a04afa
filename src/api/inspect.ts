/** Public API: how a file was read, for a person to check. */
import type { ReadingOptions } from '../adapters/reading.js';
import type { TaxonomyChoice } from '../adapters/taxonomy.js';
import type { InspectedDocument, Inspection } from '../model/inspection.js';
import type { InspectionPageOptions, InspectionTextOptions } from '../report/inspect/index.js';
import type { ReadAndSegmented } from './documents.js';
import { segmentFile } from './documents.js';

export { placeFinder, placeOf } from '../measures/place.js';

/** Reads one file and tells all that was made of it; see the command `inspect`. */
export async function inspectFile(
  path: string,
  taxonomy?: TaxonomyChoice,
  reading?: ReadingOptions,
): Promise<Inspection> {
  const { formatBasis } = await import('../readers/index.js');
  const { file, documents, issues } = await segmentFile(path, taxonomy, reading);
  const format = file?.format ?? null;
  const inspected: InspectedDocument[] = [];
  for (const one of documents) inspected.push(await inspectDocument(one));
  return {
    path,
    format,
    formatBy: format === null ? null : formatBasis(path, format),
    size: file?.size ?? null,
    sha256: file?.sha256 ?? null,
    documents: inspected,
    issues,
  };
}

/** Counts what a reader and the segmenter made of a document. */
export async function inspectDocument(read: ReadAndSegmented): Promise<InspectedDocument> {
  const counts = await import('../measures/inspection.js');
  const { pageCount, placeFinder } = await import('../measures/place.js');
  const { planTables } = await import('../stages/segment/tables.js');
  const { document, detection, statements, outline, leftOut, dropped, pages, issues } = read;
  const placeAt = placeFinder(document);
  return {
    document,
    detection,
    pages: pages ?? pageCount(document.blocks),
    blocks: counts.countBlocks(document.blocks),
    sections: counts.countSections(document, statements, outline),
    tables: counts.countTables(document, planTables(document)),
    levels: counts.countLevels(statements),
    statements: statements.map((one) => ({
      ...one,
      level: one.context.length,
      place: placeAt(one.spans),
    })),
    outline,
    dropped: counts.droppedWords(document, dropped, leftOut),
    issues,
  };
}

/** The inspection as text for a terminal. */
export async function inspectionText(
  inspection: Inspection,
  options: InspectionTextOptions,
): Promise<string> {
  const report = await import('../report/inspect/index.js');
  return report.inspectionText(inspection, options);
}

/** The inspection as JSON, stamped with versions. */
export async function inspectionJson(inspection: Inspection): Promise<string> {
  const report = await import('../report/inspect/index.js');
  const { toolVersion } = await import('../adapters/version.js');
  return report.inspectionJson(inspection, toolVersion());
}

/** Draws the document's text with block and statement boundaries into one page, written whole or not at all. */
export async function writeInspectionPage(
  path: string,
  inspection: Inspection,
  options: Omit<InspectionPageOptions, 'toolVersion'>,
): Promise<void> {
  const report = await import('../report/inspect/index.js');
  const { writeWhole } = await import('../adapters/files.js');
  const { toolVersion } = await import('../adapters/version.js');
  writeWhole(path, report.inspectionPage(inspection, { ...options, toolVersion: toolVersion() }));
}
