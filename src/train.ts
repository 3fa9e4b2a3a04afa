/** Training from files to files. */
import { join } from 'node:path';
import { writeWhole } from './adapters/files.js';
import { readGold } from './adapters/gold.js';
import { compileParsed, parseTaxonomyFiles } from './adapters/taxonomy.js';
import type { TaxonomyChoice } from './adapters/taxonomy.js';
import type { GoldStatement } from './model/gold.js';
import { reader } from './stages/classify/reading.js';
import type { LanguageDetector } from './stages/detect.js';
import type { SampleEntry } from './taxonomy/types.js';
import { exampleOf } from './training/examples.js';
import type { Example } from './training/examples.js';
import { trainedFiles } from './training/files.js';
import { tallyText, train } from './training/train.js';

/** What to train on and where to write. */
export interface TrainRequest {
  readonly gold: readonly string[];
  /** Files of whole reviews, which also choose the thresholds. */
  readonly whole?: readonly string[];
  readonly out: string;
  readonly taxonomy?: TaxonomyChoice;
  readonly onFold?: (fold: number, of: number) => void;
}

/**
 * Trains on gold files and a taxonomy's own examples, and writes the results.
 * @throws GoldError (GCM401), TaxonomyError (GCM301-GCM311)
 */
export async function trainFiles(
  request: TrainRequest,
  detector: LanguageDetector,
): Promise<{ names: string[]; summary: string[] }> {
  const parsed = await parseTaxonomyFiles(request.taxonomy ?? {});
  const read = reader(await compileParsed(parsed));
  const examples: Example[] = [];
  const add = (gold: GoldStatement, only: string | null, whole = false): void => {
    const { text, context } = gold;
    const language = gold.language ?? detector.ofStatement(text, null).language;
    const reading = read({ text, language, context });
    if (reading !== null) examples.push({ ...exampleOf(gold, language, reading), only, whole });
  };
  for (const gold of readGold(request.gold)) add(gold, null);
  for (const gold of readGold(request.whole ?? [])) add(gold, null, true);
  for (const [index, sample] of (parsed.source?.samples ?? []).entries())
    add(goldOf(sample, index), sample.code);
  const trained = train(examples, request.onFold);
  const files = trainedFiles(trained);
  for (const [name, text] of files) writeWhole(join(request.out, name), [text]);
  const { figures, scoring } = trained;
  const summary = [
    `${figures.trained} statements; by cross-validation on ${figures.judged} of them:`,
    `substantive objectives    ${tallyText(figures.substantive)}  from ${scoring.substantiveFrom}`,
    `objectives, any strength  ${tallyText(figures.any)}  from ${scoring.mentionFrom}`,
    `themes                    ${tallyText(figures.themes)}  from ${scoring.themeFrom}`,
    `kind                      ${figures.kind.toFixed(3)}`,
  ];
  return { names: [...files.keys()], summary };
}

/** A taxonomy's example, of which one code is known. */
function goldOf(
  { code, expected, language, text, context }: SampleEntry,
  index: number,
): GoldStatement {
  const id = `example ${code} ${language} ${index}`;
  const codes = expected === null ? [] : [{ code, strength: expected, score: 1, evidence: [] }];
  return {
    id,
    document: 'taxonomy',
    language,
    text,
    context: context === undefined ? [] : [context],
    known: null,
    coding: { statement: id, coder: 'taxonomy', kind: null, absent: false, codes },
  };
}
