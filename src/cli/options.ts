/** The options that several commands share. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ReadingOptions, TaxonomyChoice } from '../index.js';
import { COVERAGE_BY } from '../model/coverage.js';
import { OUTPUT_FORMATS } from '../model/formats.js';
import type { OutputFormat } from '../model/formats.js';

/** MB that a process needs to read anything at all. */
const LEAST_MEMORY = 128;

/** Values of the taxonomy's options. */
export interface TaxonomyOptions {
  readonly taxonomy?: string;
  readonly overlay?: string[];
}

/** Adds `--taxonomy` and `--overlay`. */
export function withTaxonomy(command: Command): Command {
  return command
    .option('--taxonomy <dir>', 'folder of another taxonomy (the one that ships when left out)')
    .option(
      '--overlay <file>',
      'YAML file with terms or codes of your own on top; may be repeated',
      collect,
    );
}

/** The taxonomy that the options name; compiled ones are kept in the user's cache folder. */
export function taxonomyChoice(options: TaxonomyOptions): TaxonomyChoice {
  return {
    cache: cacheFolder(),
    overlays: options.overlay ?? [],
    ...(options.taxonomy === undefined ? {} : { directory: options.taxonomy }),
  };
}

/** Values of the options that bound reading. */
export interface LimitOptions {
  readonly timeout: number;
  readonly memory: number;
  readonly maxPages: number;
  readonly maxUnpacked: number;
  /** Only of commands that read many documents. */
  readonly jobs?: number;
}

/** Adds `--timeout`, `--memory`, `--max-pages` and `--max-unpacked`. */
export function withLimits(command: Command): Command {
  return command
    .option('--timeout <seconds>', 'longest time to read one document', wholeNumber, 30)
    .option('--memory <MB>', 'most memory to read one document', atLeast(LEAST_MEMORY), 512)
    .option('--max-pages <number>', 'most pages of one PDF', wholeNumber, 2000)
    .option(
      '--max-unpacked <MB>',
      'largest unpacked size of one DOCX, ODT or XLSX',
      wholeNumber,
      100,
    );
}

/** Adds the bounds on reading, and `--jobs`, for commands that read many documents. */
export function withReading(command: Command): Command {
  return withLimits(command).option(
    '--jobs <number>',
    'documents that are worked on at a time (one a core, 4 at most); changes no result',
    wholeNumber,
  );
}

/** The bounds on reading that the options name. */
export function limitsOf(options: LimitOptions): ReadingOptions {
  const { timeout, memory, maxPages, maxUnpacked, jobs } = options;
  return {
    limits: {
      seconds: timeout,
      megabytes: memory,
      pages: maxPages,
      unpackedMegabytes: maxUnpacked,
    },
    ...(jobs === undefined ? {} : { jobs }),
  };
}

/** `--by`, what a row of the matrix stands for. */
export function byOption(): Option {
  return new Option('--by <unit>', 'what a row of the matrix stands for').choices(COVERAGE_BY);
}

/** `--lang`, the language of what people read. */
export function langOption(description: string): Option {
  return new Option('--lang <code>', description).choices(['en', 'fr', 'es', 'ar']).default('en');
}

/** Parses a list of output formats: "html,xlsx". */
export function formatList(value: string): OutputFormat[] {
  const names = value.split(',').map((name) => name.trim());
  const known = Object.keys(OUTPUT_FORMATS) as OutputFormat[];
  for (const name of names)
    if (!(name in OUTPUT_FORMATS))
      throw new InvalidArgumentError(
        `'${name}' is no format. Expected some of ${known.join(', ')}, with commas between.`,
      );
  return known.filter((name) => names.includes(name));
}

/** The formats with what they give, a line each, for the help of commands. */
export function formatsHelp(): string {
  return Object.entries(OUTPUT_FORMATS)
    .map(([name, gives]) => `  ${name.padEnd(8)} ${gives}`)
    .join('\n');
}

/** `--language`, checked against the languages that are known. */
export function languageOption(description: string): Option {
  return new Option('--language <code>', description).choices([
    'ar',
    'en',
    'es',
    'fr',
    'pt',
    'ru',
    'zh',
  ]);
}

/** Parses a whole number of at least 1. */
export const wholeNumber = atLeast(1);

function atLeast(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least)
      throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`);
    return number;
  };
}

/** Gathers the values of an option that may be repeated. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(base, 'gcm-coverage');
}
