/** The long lists of the workbook: a row for each code given, a row for each document. */
import { readingsOf } from '../../measures/coverage.js';
import type { Reading } from '../../measures/coverage.js';
import { placeFinder } from '../../measures/place.js';
import type { CodeAssignment, CodedDocument } from '../../model/types.js';
import { codeOf, countryName } from '../html/names.js';
import { placeText } from '../place-text.js';
import type { Page } from '../html/names.js';
import { labelFor } from '../labels.js';
import type { Cell } from './cells.js';
import type { Words } from './words.js';

/** One row a code that a statement was given; one without a code where it was given none. */
export function* statementRows(page: Page, words: Words): Generator<Cell[]> {
  for (const coded of page.run.documents) {
    const placeAt = placeFinder(coded.document);
    for (const reading of readingsOf(coded)) {
      const place = placeText(placeAt(reading.statement.spans), page.strings);
      const before = [
        ...whereCells(coded, reading, place, page),
        ...whatCells(reading, page, words),
      ];
      const given: (CodeAssignment | null)[] = [...(reading.coding?.codes ?? [])];
      for (const code of given.length === 0 ? [null] : given)
        yield [...before, ...codeCells(code, page), ...endCells(reading)];
    }
  }
}

/** Who coded the statement, and its id. */
function endCells({ coding, statement }: Reading): Cell[] {
  return [
    { value: coding?.coder ?? null, look: 'plain' },
    { value: statement.id, look: 'plain' },
  ];
}

function text(value: string | number | null | undefined): Cell {
  return { value: value ?? null, look: 'text' };
}

function whereCells(
  { document }: CodedDocument,
  { statement }: Reading,
  place: string,
  page: Page,
): Cell[] {
  const { country, year } = document.metadata;
  return [
    text(document.id),
    text(country === undefined ? null : countryName(country, page)),
    text(year),
    text(page.strings.languages[statement.language]),
    text(statement.section),
    text(statement.question),
    text(place),
    text(statement.text),
  ];
}

function whatCells({ coding }: Reading, { strings }: Page, { yes, no }: Words): Cell[] {
  if (coding === null) return [text(strings.status['not-readable']), text(null)];
  const { kind, absent } = coding;
  return [text(kind === null ? null : strings.kinds[kind]), text(absent ? yes : no)];
}

function codeCells(given: CodeAssignment | null, page: Page): Cell[] {
  if (given === null) return [null, null, null, null, null, null].map(text);
  const { code, strength, score, evidence } = given;
  return [
    text(code),
    text(labelFor(codeOf(code, page), page.lang)),
    text(page.strings.strengths[strength]),
    { value: Math.round(score * 1000) / 1000, look: 'score' },
    text(each(evidence.map(({ quote }) => quote))),
    { value: each(evidence.map(({ pattern }) => pattern)), look: 'plain' },
  ];
}

function each(values: readonly string[]): string {
  return [...new Set(values)].join(' | ');
}

/** One row a document, drafts and translations too. */
export function* documentRows(page: Page): Generator<Cell[]> {
  for (const coded of page.run.documents) {
    const { id, metadata, source } = coded.document;
    const readings = readingsOf(coded);
    yield [
      id,
      metadata.title,
      metadata.country === undefined ? null : countryName(metadata.country, page),
      metadata.region,
      metadata.year,
      metadata.round,
      page.strings.languages[coded.detection.language],
      readings.length,
      readings.filter(({ coding }) => coding === null).length,
      coded.countedAs ?? id,
      source.path,
    ].map(text);
  }
}
