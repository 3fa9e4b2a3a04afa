/** Reads the field `table` of corpus.yaml: how the columns of a sheet are to be read. */
import { TABLE_COLUMNS, type TableMapping } from '../readers/types.js';
import { nearest } from './nearest.js';

const FORMS = ['countries-in-rows', 'countries-in-columns', 'long', 'answers'] as const;
const TEXTS = ['sheet', ...TABLE_COLUMNS] as const;
const FIELDS: readonly string[] = ['form', ...TEXTS, 'ignore'];

/** Says what is wrong with a value, and how to mend it. */
export type Complain = (message: string, hint: string) => void;

/**
 * The mapping that an entry's `table` states; what is wrong in it is left out
 * and told to `complain` (GCM114). Undefined where nothing is left.
 */
export function tableOf(value: unknown, complain: Complain): TableMapping | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) {
    complain(
      `'table' is ${JSON.stringify(value)}`,
      "Expected fields below it, such as 'form: countries-in-rows'; it is left out.",
    );
    return undefined;
  }
  const raw = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(raw)) if (!FIELDS.includes(name)) unknown(name, complain);
  const mapping: TableMapping = {
    ...formIn(raw['form'], complain),
    ...Object.assign({}, ...TEXTS.map((name) => textIn(name, raw[name], complain))),
    ...ignoredIn(raw['ignore'], complain),
  };
  return Object.keys(mapping).length === 0 ? undefined : mapping;
}

function unknown(name: string, complain: Complain): void {
  const near = nearest(name, FIELDS);
  const hint = `${near === null ? '' : `Did you mean '${near}'? `}Allowed: ${FIELDS.join(', ')}.`;
  complain(`unknown field 'table.${name}'`, hint);
}

function wrong(name: string, value: unknown, expected: string, complain: Complain): object {
  complain(
    `'table.${name}' is ${JSON.stringify(value)}`,
    `Expected ${expected}; it is left out, and found from the sheet where it can be.`,
  );
  return {};
}

function formIn(value: unknown, complain: Complain): Pick<TableMapping, 'form'> {
  if (value === undefined || value === null) return {};
  const form = FORMS.find((one) => one === value);
  return form === undefined
    ? wrong('form', value, `one of ${FORMS.join(', ')}`, complain)
    : { form };
}

function textIn(name: string, value: unknown, complain: Complain): object {
  if (value === undefined || value === null) return {};
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && text.trim() !== '') return { [name]: text };
  return wrong(name, value, name === 'sheet' ? "the sheet's name" : "a column's header", complain);
}

function ignoredIn(value: unknown, complain: Complain): Pick<TableMapping, 'ignore'> {
  if (value === undefined || value === null) return {};
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.map((one) => (typeof one === 'number' ? String(one) : one));
  if (texts.every((one) => typeof one === 'string' && one.trim() !== ''))
    return { ignore: texts as string[] };
  return wrong('ignore', value, 'a list of headers', complain);
}
