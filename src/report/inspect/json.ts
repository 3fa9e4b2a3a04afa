import type { Inspection } from '../../model/inspection.js';
import { SCHEMA_VERSION } from '../run-result.js';

/** All of an inspection as JSON, texts and blocks of the documents too. */
export function inspectionJson(inspection: Inspection, toolVersion: string): string {
  return JSON.stringify({ schemaVersion: SCHEMA_VERSION, toolVersion, ...inspection }, null, 2);
}
