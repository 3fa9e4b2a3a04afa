/** Dated report folders: written whole or not at all, the newest pointed to, old ones dropped. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pid } from 'node:process';
import type { Output } from '../report/formats.js';
import { writeWhole } from './files.js';

/** Name of the file by which a folder is known as one of ours. */
export const NEWS_FILE = 'what-is-new.json';

/** Writes a report beside its place and moves it there when it is complete; one that was there is replaced. */
export async function writeReport(folder: string, files: readonly Output[]): Promise<void> {
  dropDrafts(dirname(folder));
  const draft = join(dirname(folder), `.${basename(folder)}.${pid}.tmp`);
  mkdirSync(draft, { recursive: true });
  try {
    for (const { name, make } of files) writeWhole(join(draft, name), await make());
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

/** What a run that was cut short left half done; only one run writes at a time. */
function dropDrafts(out: string): void {
  if (!existsSync(out)) return;
  for (const name of readdirSync(out))
    if (DRAFT.test(name)) rmSync(join(out, name), { recursive: true, force: true });
}

const DRAFT = /^\.(?:latest|\d{4}-\d\d-\d\d(?:-\d+)?)\.\d+\.tmp$/u;

/** Makes `latest` point to a report. */
export function pointToLatest(out: string, name: string): void {
  dropDrafts(out);
  const draft = join(out, `.latest.${pid}.tmp`);
  rmSync(draft, { force: true });
  symlinkSync(name, draft);
  renameSync(draft, join(out, 'latest'));
}

/** Removes all but the newest reports; folders that are not ours are left alone. */
export function dropOldReports(out: string, keep: number): void {
  const reports = readdirSync(out, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isReport(join(out, entry.name)))
    .map(({ name }) => name)
    .sort((a, b) => compareNames(b, a));
  for (const name of reports.slice(Math.max(1, keep))) rmSync(join(out, name), { recursive: true });
}

function isReport(folder: string): boolean {
  if (!/^\d{4}-\d\d-\d\d(?:-\d+)?$/u.test(basename(folder))) return false;
  try {
    const news = JSON.parse(readFileSync(join(folder, NEWS_FILE), 'utf8')) as {
      run?: { tool?: { name?: string } };
    };
    return news.run?.tool?.name === 'gcm-coverage';
  } catch {
    return false;
  }
}

/** By date, then by the number behind it: "-10" after "-9". */
function compareNames(a: string, b: string): number {
  const parts = (name: string): [string, number] => [
    name.slice(0, 10),
    Number(name.slice(11) || 1),
  ];
  const [[dateA, nA], [dateB, nB]] = [parts(a), parts(b)];
  return dateA < dateB ? -1 : dateA > dateB ? 1 : nA - nB;
}
