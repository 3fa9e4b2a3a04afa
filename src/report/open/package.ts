import type { RunResult } from '../run-result.js';
import { FIELDS } from './fields.js';
import type { Field } from './fields.js';

/** What one record of each file is. */
const TITLES: Readonly<Record<string, string>> = {
  'statements.csv': 'Statements and their codes',
  'coverage-objectives.csv': 'Coverage of the 23 objectives: a cell a record',
  'coverage-themes.csv': 'Coverage of the themes: a cell a record',
  'issues.csv': 'What was found while reading and coding',
};

/** datapackage.json: describes the CSV files (Frictionless Data Package 1.0, Table Schema). */
export function dataPackage({ tool, taxonomy }: RunResult): string {
  const content = {
    profile: 'tabular-data-package',
    name: 'gcm-coverage-run',
    title: 'Coverage of the Global Compact for Migration in national reviews',
    description: `Made by ${tool.name} ${tool.version} with the taxonomy ${taxonomy.id} ${taxonomy.version} (${taxonomy.hash}).`,
    resources: Object.entries(FIELDS).map(([path, fields]) => resource(path, fields)),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

function resource(path: string, fields: readonly Field[]) {
  return {
    profile: 'tabular-data-resource',
    name: path.replace(/\.csv$/u, ''),
    path,
    title: TITLES[path],
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: {
      delimiter: ',',
      quoteChar: '"',
      doubleQuote: true,
      lineTerminator: '\r\n',
      header: true,
    },
    schema: { fields: fields.map(fieldRecord), missingValues: [''] },
  };
}

function fieldRecord([name, type, description]: Field) {
  const values = type === 'boolean' ? { trueValues: ['TRUE'], falseValues: ['FALSE'] } : {};
  return { name, type, description, ...values };
}
