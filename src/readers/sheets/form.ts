/** Which form a sheet has: found from its header, its countries and its questions. */
import type { TableMapping } from '../types.js';
import { countryOf } from '../countries.js';
import { countryColumn, titledCountry } from './header.js';
import { headerRow } from './list-columns.js';
import { HEADER_ROWS } from './mapping.js';
import type { Declared } from './mapping.js';
import { cellOf, filled } from './sheet.js';
import type { Sheet } from './sheet.js';
import { asks, holdsAnswers, isNumber, roleOf } from './words.js';
import type { ColumnRole } from './words.js';

export type Form = NonNullable<TableMapping['form']>;

/** The form of a sheet, or null where it holds no answers that could be told. */
export function formOf(sheet: Sheet, declared: Declared): Form | null {
  const named = declaredForm(declared);
  if (named !== null) return named;
  const down = countryColumn(sheet);
  const across = countriesAcross(sheet);
  if (across > 1 && across > (down?.count ?? 0)) return 'countries-in-columns';
  const header = headerRow(sheet);
  const titled = titledCountry(sheet);
  if (header !== null && isList(sheet, header)) {
    if (down === null && titled === null && namesAcross(sheet, header))
      return 'countries-in-columns';
    return down !== null || titled !== null ? 'long' : 'answers';
  }
  if (down !== null || titled !== null) return 'countries-in-rows';
  const [asking, asked] = [asksDown(sheet), asksAcross(sheet)];
  if (asked > 1 && asked >= asking) return 'countries-in-rows';
  if (asking > 1) return namesAcross(sheet, firstRow(sheet)) ? 'countries-in-columns' : 'answers';
  return hasSentences(sheet) ? 'answers' : null;
}

function declaredForm({ roles }: Declared): Form | null {
  const own = [...roles.values()];
  const words = own.some((role) => holdsAnswers(role) || role === 'question');
  if (own.includes('country')) return words ? 'long' : 'countries-in-rows';
  return words ? 'answers' : null;
}

/** How many countries the row names that names the most, where they are half of its words. */
function countriesAcross(sheet: Sheet): number {
  let most = 0;
  for (const row of sheet.rows.slice(0, HEADER_ROWS)) {
    const words = filled(row).slice(0, 400);
    const count = words.filter((column) => countryOf(row[column] ?? '') !== null).length;
    if (count * 2 >= words.length - 3 && count > most) most = count;
  }
  return most;
}

/** One row a question or statement: their columns are named, or one column alone holds words. */
function isList(sheet: Sheet, header: number): boolean {
  const cells = filled(sheet.rows[header]);
  const roles = cells.map((column) => roleOf(cellOf(sheet, header, column)));
  const has = (...wanted: ColumnRole[]): boolean => wanted.some((role) => roles.includes(role));
  if (has('question')) return true;
  const open = roles.filter((role) => role === null || holdsAnswers(role)).length;
  if (has('text', 'answer')) return open === 1 || has('section', 'objective', 'number', 'id');
  return has('objective', 'section') && !has('country', 'code') && open > 0;
}

const TOPIC =
  /^(?:progress|achievements?|challenges?|gaps?|measures|actions?|good practices?|practices|lessons|results?|priorities|needs|next steps|follow[ -]?up|support|plans?|laws?|polic(?:y|ies)|avanc[ée]e?s|progrès|défis|difficultés|mesures|bonnes pratiques|réalisations|résultats|priorités|besoins|prochaines étapes|suivi|avances|logros|desafíos|retos|medidas|buenas prácticas|resultados|necesidades|próximos pasos|seguimiento|التقدم|الإنجازات|التحديات|التدابير|الممارسات|الاحتياجات|الدروس|الخطوات|الأولويات|النتائج|avanços|desafios|boas práticas|прогресс|достижения|проблемы|меры|результаты|потребности|进展|成就|挑战|措施)(?![\p{L}])/iu;

/** Several short names, none of them a topic or a known header, beside the column of questions. */
function namesAcross(sheet: Sheet, header: number): boolean {
  const texts = filled(sheet.rows[header]).map((column) => cellOf(sheet, header, column));
  const others = texts.filter((text) => !isCorner(text) && !asks(text));
  return others.length > 1 && new Set(others).size === others.length && others.every(isName);
}

/** A header of the columns before the countries'. */
function isCorner(text: string): boolean {
  return ['question', 'number', 'country', 'section', 'objective', 'id'].includes(
    roleOf(text) ?? '',
  );
}

function isName(text: string): boolean {
  return (
    text.length <= 40 &&
    text.split(/\s+/u).length <= 5 &&
    /^[\p{Lu}\p{Lo}]/u.test(text) &&
    roleOf(text) === null &&
    !TOPIC.test(text) &&
    !isNumber(text)
  );
}

/** The first row with several cells of words. */
function firstRow(sheet: Sheet): number {
  const found = sheet.rows.findIndex((row) => filled(row).length > 1);
  return Math.max(0, found);
}

/** How many cells of one of the first columns ask something, where half of them do. */
function asksDown(sheet: Sheet): number {
  const counts = [0, 1, 2].map((column) => {
    const texts = sheet.rows.slice(0, 500).map((row) => row[column] ?? '');
    const words = texts.filter((text) => text !== '' && roleOf(text) === null);
    const asking = words.filter(asks).length;
    return words.length > 1 && asking * 2 >= words.length ? asking : 0;
  });
  return Math.max(...counts);
}

/** How many cells of a row near the top ask something, or number a question, above rows of words. */
function asksAcross(sheet: Sheet): number {
  const counts = sheet.rows.slice(0, 10).map((row, at) => {
    const texts = filled(row).map((column) => row[column] ?? '');
    const asking = texts.filter((text) => asks(text) || isNumber(text)).length;
    const below = sheet.rows.slice(at + 1, at + 50).some((next) => filled(next).length > 1);
    return asking * 3 >= texts.length && below ? asking : 0;
  });
  return Math.max(0, ...counts);
}

/** Some cell holds more than a few words. */
function hasSentences(sheet: Sheet): boolean {
  return sheet.rows
    .slice(0, 2000)
    .some((row) => row.some((text) => text.split(/\s+/u, 5).length > 3));
}

/**
 * Where the countries stand in a sheet that has one column each, once it is
 * turned, whatever their names: null where the names tell.
 */
export function turnedNames(sheet: Sheet, turned: Sheet): Declared | null {
  if (countryColumn(turned) !== null || titledCountry(turned) !== null) return null;
  const header = headerRow(sheet) ?? firstRow(sheet);
  const first = filled(sheet.rows[header]).find(
    (column) => !isCorner(cellOf(sheet, header, column)),
  );
  // Above a column of questions without a header of its own the corner is empty.
  if (first === undefined || first === 0) return null;
  return { roles: new Map([[header, 'country']]), row: first - 1 };
}
