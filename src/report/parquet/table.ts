/** Writes tables as Apache Parquet, by `hyparquet-writer`; the same records give the same bytes. */
import { parquetWriteBuffer } from 'hyparquet-writer';
import { wholeCharacters } from '../../model/text.js';
import type { CsvValue } from '../csv.js';
import type { FieldType } from '../open/fields.js';

/** A column: its name and type, and its value in a record. */
export interface ParquetColumn<T> {
  readonly name: string;
  readonly type: FieldType;
  readonly value: (record: T) => CsvValue;
}

const TYPES = { string: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** A table as a file; every column may be null. */
export function parquetTable<T>(
  columns: readonly ParquetColumn<T>[],
  records: readonly T[],
  createdBy: string,
): Uint8Array {
  const columnData = columns.map(({ name, type, value }) => ({
    name,
    type: TYPES[type],
    nullable: true,
    data: records.map((record) => typed(value(record), type)),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy }));
}

/** Null for nothing; a text for what a column of texts holds; lone halves of characters are U+FFFD. */
function typed(value: CsvValue, type: FieldType): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (type !== 'string') return value;
  return wholeCharacters(String(value));
}
