/** The options that several commands share. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { TaxonomyChoice } from '../index.js';

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
export function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number of at least 1.');
  return number;
}

function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(base, 'gcm-coverage');
}
