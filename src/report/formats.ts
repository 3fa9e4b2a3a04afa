/** The files that each format gives; what is heavy is imported where it is used. */
import { DEFAULT_FORMATS } from '../model/formats.js';
import type { OutputFormat } from '../model/formats.js';
import type { ReportLanguage } from './html/strings.js';
import { runJson } from './run-json.js';
import type { RunResult } from './run-result.js';
import { sortedRun } from './sorted.js';

/** Content of a file in chunks of text or bytes. */
export type Chunks = Iterable<string | Uint8Array>;

/** A file of a run: nothing is made before it is asked for. */
export interface Output {
  /** File name, with a folder and a forward slash before it where it stands in one. */
  readonly name: string;
  /** Makes the content anew at each call. */
  readonly make: () => Chunks | Promise<Chunks>;
}

type Maker = (
  run: RunResult,
  lang: ReportLanguage,
) => readonly Output[] | Promise<readonly Output[]>;

const FORMATS: Readonly<Record<OutputFormat, Maker>> = {
  html: (run, lang) => [
    {
      name: 'report.html',
      make: async () => (await import('./html/page.js')).reportHtml(run, lang),
    },
  ],
  xlsx: (run, lang) => [
    {
      name: 'coverage.xlsx',
      make: async () => (await import('./xlsx/index.js')).coverageXlsx(run, lang),
    },
  ],
  csv: async (run) => (await import('./tables.js')).tableFiles(run),
  json: async (run) => (await import('./saved/index.js')).savedFiles(run),
  docx: async (run, lang) => (await import('./brief/index.js')).briefFiles(run, lang),
  svg: async (run, lang) => (await import('./figures/index.js')).svgFiles(run, lang),
  png: async (run, lang) => (await import('./figures/index.js')).pngFiles(run, lang),
  parquet: async (run) => (await import('./parquet/index.js')).parquetFiles(run),
  partitioned: async (run) => (await import('./parquet/index.js')).partitionedFiles(run),
  qdpx: (run, lang) => [
    {
      name: 'project.qdpx',
      make: async () => (await import('./qda/index.js')).projectQdpx(run, lang),
    },
  ],
  qdc: (run, lang) => [
    {
      name: 'codebook.qdc',
      make: async () => [(await import('./qda/index.js')).codebookQdc(run, lang)],
    },
  ],
  skos: (run) => [
    {
      name: 'codebook.jsonld',
      make: async () => [(await import('./open/skos.js')).codebookJsonld(run)],
    },
  ],
};

/**
 * The files of a run in some formats, and run.json, which tells of all of them.
 * The same run gives the same bytes, whatever order its documents come in.
 * @param lang language of what people read
 * @param beside names of files that stand in the folder already
 */
export async function reportFiles(
  run: RunResult,
  lang: ReportLanguage = 'en',
  formats: readonly OutputFormat[] = DEFAULT_FORMATS,
  beside: readonly string[] = [],
): Promise<Output[]> {
  const sorted = sortedRun(run);
  // Two formats may give the same file: the numbers of a figure.
  const byName = new Map<string, Output>();
  for (const format of new Set(formats))
    for (const file of await FORMATS[format](sorted, lang)) byName.set(file.name, file);
  const files = [...byName.values()];
  const names = new Set([...files.map(({ name }) => name), ...beside, 'run.json']);
  return [...files, { name: 'run.json', make: () => [runJson(sorted, [...names])] }];
}
