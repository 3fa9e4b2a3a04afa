/** One document a country of what the sheets of a file say, and its name. */
import type { DocumentMetadata } from '../../model/types.js';
import type { Dropped, Extracted, ReadIssue } from '../types.js';
import { yearOf } from './answers.js';
import type { Origin, SheetDocument } from './answers.js';
import { compose } from './compose.js';
import { countryOf } from '../countries.js';
import type { Found } from './index.js';

/**
 * Documents of one country, year and round in several sheets are one; its sheets are its sections.
 * @param said what a cover sheet says of documents that name no country
 */
export function joined(found: readonly Found[], said: Origin = {}): SheetDocument[] {
  const documents = new Map<string, SheetDocument>();
  for (const { sheet, read } of found) {
    const uses = new Map<string, number>();
    for (const one of read.documents) {
      if (!one.answers.some(({ cells }) => cells.length > 0)) continue;
      const own = withSheet(one.origin, sheet.name);
      const origin = own.name === undefined ? { ...said, ...own } : own;
      const titled = found.length > 1 && !isOrigin(sheet.name) ? inSheet(one, sheet.name) : one;
      const key = JSON.stringify([origin.country ?? origin.name, origin.year, origin.round]);
      const use = (uses.get(key) ?? 0) + 1;
      uses.set(key, use);
      const known = documents.get(`${key} ${use}`);
      if (known === undefined)
        documents.set(`${key} ${use}`, { origin, answers: [...titled.answers] });
      else known.answers.push(...titled.answers);
    }
  }
  return [...documents.values()];
}

/** True for a sheet that is named after a country or a year. */
function isOrigin(name: string | null): boolean {
  return name !== null && (countryOf(name) !== null || yearOf(name) !== null);
}

function withSheet(origin: Origin, name: string | null): Origin {
  if (name === null) return origin;
  const country = countryOf(name.replace(/[\s_-]{0,3}(?:19|20)\d\d/u, ''));
  const year = yearOf(name);
  return {
    ...(country === null || origin.name !== undefined ? {} : { country, name }),
    ...(year === null ? {} : { year }),
    ...origin,
  };
}

/** A sheet's name is the title above its answers where it is more than "Sheet1". */
function inSheet(document: SheetDocument, name: string | null): SheetDocument {
  if (
    name === null ||
    /^(?:sheet|feuil(?:le)?|hoja|planilha|ورقة|лист|tabelle|工作表)\s?\d{0,3}$/iu.test(name)
  )
    return document;
  const answers = document.answers.map((answer) =>
    answer.asked.sections.includes(name)
      ? answer
      : { ...answer, asked: { ...answer.asked, sections: [name, ...answer.asked.sections] } },
  );
  return { ...document, answers };
}

/** Each document's text, blocks, name and metadata. */
export function extractedOf(
  documents: readonly SheetDocument[],
  dropped: readonly Dropped[],
  issues: readonly ReadIssue[],
): Extracted[] {
  const names = namesOf(documents.map(({ origin }) => origin));
  return documents.map(({ origin, answers }, at): Extracted => {
    const name = names[at];
    return {
      ...compose(answers),
      ...(name === undefined ? {} : { name }),
      metadata: metadataOf(origin),
      ...(at === 0 ? { dropped, issues } : {}),
    };
  });
}

function metadataOf({ country, name, region, year, round, language }: Origin): DocumentMetadata {
  return {
    ...(country === undefined ? {} : { country }),
    ...(region === undefined ? {} : { region }),
    ...(year === undefined ? {} : { year }),
    ...(round === undefined ? {} : { round }),
    ...(language === undefined ? {} : { language }),
    // A name that is no known country's is still what people look for.
    ...(country === undefined && name !== undefined ? { title: name } : {}),
  };
}

/** What tells the documents apart: country, then year and round where they differ, then a number. */
function namesOf(origins: readonly Origin[]): (string | undefined)[] {
  const only =
    origins.length === 1 && origins[0]?.country === undefined && origins[0]?.name === undefined;
  if (only) return [undefined];
  const bases = origins.map(
    ({ country, name }, at) => country ?? (slug(name ?? '') || `row-${at + 1}`),
  );
  const years = origins.map(({ year, round }) =>
    [year, slug(round ?? '')].filter(Boolean).join('-'),
  );
  const taken = new Set<string>();
  return bases.map((base, at) => {
    const same = bases.flatMap((other, place) => (other === base ? [years[place]] : []));
    const year = years[at] ?? '';
    const start = new Set(same).size > 1 && year !== '' ? `${base}-${year}` : base;
    let name = start;
    for (let count = 2; taken.has(name); count++) name = `${start}-${count}`;
    taken.add(name);
    return name;
  });
}

function slug(text: string): string {
  return text
    .slice(0, 60)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
