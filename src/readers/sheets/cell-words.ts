/** Values of a workbook's cells as words. */

const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|GETTING_DATA|SPILL!|CALC!)$/u;

/** A value as people read it: dates by ISO 8601, no noise of binary fractions, no errors of formulas. */
export function cellWords(value: unknown): string {
  if (typeof value === 'string') return value.trim() === '' || ERROR.test(value) ? '' : value;
  if (typeof value === 'number')
    return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Date ? dateWords(value) : '';
}

function dateWords(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
