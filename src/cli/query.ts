import { Option } from 'commander';
import type { Command } from 'commander';
import { DONE, writeOut } from './io.js';

const HELP = `
The store can only be read, and no other file can be reached. reports/README.md lists its tables and
the views coverage, gaps and latest_codings.

Examples:
  gcm-coverage query "SELECT country, code, substantive FROM coverage" --store reviews.duckdb
  gcm-coverage query "FROM gaps WHERE country = 'MAR'" --store reviews.duckdb --format csv > gaps.csv
  gcm-coverage query "FROM latest_codings" --store reviews.duckdb --format parquet --out codings.parquet

Exit codes: 0 done; 2 could not run.
`;

interface QueryOptions {
  readonly store: string;
  readonly format: 'table' | 'csv' | 'json' | 'jsonl' | 'parquet';
  readonly out?: string;
}

/** Adds the command `query`. */
export function addQuery(program: Command, exit: (code: number) => void): void {
  const format = new Option('--format <format>', 'how to write the rows').choices([
    'table',
    'csv',
    'json',
    'jsonl',
    'parquet',
  ]);
  program
    .command('query')
    .summary('ask a store in SQL')
    .description('Asks the store of `update` in SQL (DuckDB).')
    .argument('<sql>', 'the query')
    .requiredOption('--store <file>', 'the store')
    .addOption(format.default('table'))
    .option('--out <file>', 'file to write; standard output when left out')
    .addHelpText('after', HELP)
    .action(async (sql: string, options: QueryOptions) => exit(await query(sql, options)));
}

async function query(sql: string, { store, format, out }: QueryOptions): Promise<number> {
  const { queryStore, rowsAs, writeText } = await import('../index.js');
  const made = await rowsAs(await queryStore(store, sql), format);
  if (out !== undefined) await writeText(out, made);
  else if (typeof made === 'string') await writeOut(made);
  else process.stdout.write(made);
  return DONE;
}
