/** Pieces of XML 1.0: what it cannot hold is the replacement character. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text for an element or a quoted attribute. */
export function xmlText(text: string): string {
  return text.replace(ILLEGAL, '\ufffd').replace(/[&<>"\t\n\r]/gu, (sign) => ENTITIES[sign] ?? '');
}

/** Attributes with a space before each; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
