/** A nightly run: codes what is new in a folder, keeps it in a store, and tells what changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { findInputs, readInput } from './adapters/corpus.js';
import type { Input } from './adapters/corpus.js';
import { takeLock, type Holder } from './adapters/lock.js';
import { readEach } from './adapters/reading.js';
import type { ReadingOptions } from './adapters/reading.js';
import { dropOldReports, pointToLatest, writeReport } from './adapters/report-folder.js';
import { readAccuracy } from './adapters/accuracy.js';
import { openToWrite } from './adapters/store/open.js';
import { Store } from './adapters/store/store.js';
import type { KeptDocument, KeptRun } from './adapters/store/store.js';
import type { TaxonomyChoice } from './adapters/taxonomy.js';
import { toolVersion } from './adapters/version.js';
import type { CodingParts } from './coding/code.js';
import { withRepeats, withStandIns } from './measures/counted.js';
import { withHumanCodings } from './measures/human.js';
import { similarStatements } from './measures/similar.js';
import { countsOf } from './measures/summed.js';
import type { OutputFormat } from './model/formats.js';
import type { NewsInput, NewsRun, RecodedReason } from './model/news.js';
import type { HumanCoding } from './model/review.js';
import type { DocumentState } from './model/state.js';
import { compareText } from './model/text.js';
import type { CodedDocument, Issue } from './model/types.js';
import { countState, isQuiet, movesBetween, newsOf } from './news.js';
import type { CountedState } from './news.js';
import { coverDocuments } from './measures/coverage.js';
import { reportFiles } from './report/index.js';
import type { Output, ReportCode, ReportLanguage, RunResult } from './report/index.js';
import { newsFiles } from './report/news/index.js';
import { coderOf, reportCode } from './run.js';

/** Settings of an update. */
export interface UpdateOptions {
  readonly corpus: string;
  /** Path of the DuckDB file. */
  readonly store: string;
  /** Folder of the dated report folders. */
  readonly out: string;
  /** ISO date: names the report's folder. */
  readonly date: string;
  readonly language: ReportLanguage;
  /** Reports of the whole corpus that are written too. */
  readonly formats?: readonly OutputFormat[];
  /** Report folders that are kept; all where left out. */
  readonly keep?: number;
  /** Seconds to wait for another writer. */
  readonly wait?: number;
  /** Codings of people, which count before the machine's; the store keeps them. */
  readonly codings?: readonly HumanCoding[];
  readonly taxonomy?: TaxonomyChoice;
  readonly reading?: ReadingOptions;
  readonly onWait?: (holder: Holder) => void;
  readonly onProgress?: (done: number, total: number, path: string) => void;
}

/** What an update did. */
export interface UpdateOutcome {
  /** Null: nothing is new, and no report was written. */
  readonly news: NewsInput | null;
  /** The report's folder, or null. */
  readonly folder: string | null;
  /** Files that were read and coded. */
  readonly coded: number;
  readonly issues: readonly Issue[];
  /** Ids of documents that cannot be read. */
  readonly failed: readonly string[];
}

/** Files that are coded and kept at a time: what a sudden end can lose. */
const BATCH = 20;

/**
 * Brings a store up to date with a folder.
 * @throws InputError for a folder without documents (GCM110-GCM112), LockedError (GCM162),
 * StoreError (GCM160, GCM161)
 */
export async function updateStore(
  options: UpdateOptions,
  parts: CodingParts,
): Promise<UpdateOutcome> {
  const { inputs, issues } = await findInputs([options.corpus]);
  const release = await takeLock(`${options.store}.lock`, options.wait ?? 60, options.onWait);
  try {
    const file = await openToWrite(options.store);
    try {
      const store = new Store(file.connection);
      // What people have coded stays, also where this update is given none of it.
      const codings = await store.keepHumans(options.codings ?? []);
      const all = { ...options, codings };
      const coded = await codeWhatChanged(inputs, store, all, parts);
      return await report(store, { options: all, parts, issues, coded });
    } finally {
      file.close();
    }
  } finally {
    release();
  }
}

/** A file of the corpus with all that decides its codings. */
interface Job {
  readonly input: Input;
  readonly path: string;
  readonly sha256: string;
  readonly described: string;
  readonly key: string;
}

async function codeWhatChanged(
  inputs: readonly Input[],
  store: Store,
  options: UpdateOptions,
  parts: CodingParts,
): Promise<number> {
  const known = await store.files();
  const jobs = inputs.map((input) => jobOf(input, options, parts));
  const present = new Set(jobs.map(({ path }) => path));
  await store.withdraw(
    [...known].flatMap(([path, { status }]) =>
      present.has(path) || status === 'withdrawn' ? [] : [path],
    ),
  );
  const same = (job: Job): boolean => known.get(job.path)?.key === job.key;
  await store.restore(
    jobs
      .filter((job) => same(job) && known.get(job.path)?.status === 'withdrawn')
      .map(({ path }) => path),
  );
  // What failed is tried again: a limit of time may have been the reason.
  const fails = ({ path }: Job): boolean =>
    ['failed', 'stale'].includes(known.get(path)?.status ?? '');
  const due = jobs.filter((job) => !same(job) || fails(job));
  const coder = coderOf(
    due.map(({ input }) => input),
    parts,
    options,
  );
  try {
    for (let at = 0; at < due.length; at += BATCH) {
      const batch = due.slice(at, at + BATCH);
      options.onProgress?.(at, due.length, batch[0]?.path ?? '');
      const coded = await readEach(batch, options.reading, async ({ input }, read) =>
        coder.code({ input, read: await readInput(input, read) }),
      );
      const humans = coded.map(
        (documents) => withHumanCodings(documents, options.codings ?? []).documents,
      );
      await keep(batch, humans, store, parts, known);
    }
  } finally {
    await coder.close();
  }
  return due.length;
}

function jobOf(input: Input, options: UpdateOptions, { taxonomy }: CodingParts): Job {
  const { corpus } = options;
  const path = posix.relative(corpus.split(sep).join('/'), input.path);
  const sha256 = existsSync(input.path) ? hashOf(readFileSync(input.path)) : '';
  const { metadata, table, questionnaire } = input;
  const described = hashOf(
    JSON.stringify([sorted(metadata), table ?? null, questionnaire ?? null]),
  );
  const { hash } = taxonomy.info;
  const humans = hashOf(JSON.stringify(options.codings ?? []));
  const key = hashOf(
    JSON.stringify([path, input.id, sha256, described, hash, toolVersion(), humans]),
  );
  return { input, path, sha256, described, key };
}

function sorted(value: object): unknown {
  return Object.entries(value).sort(([a], [b]) => compareText(a, b));
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Keeps a batch in one transaction; a file that worked before and now fails keeps its codings. */
async function keep(
  batch: readonly Job[],
  coded: readonly (readonly CodedDocument[])[],
  store: Store,
  parts: CodingParts,
  known: Awaited<ReturnType<Store['files']>>,
): Promise<void> {
  const good: { job: Job; documents: readonly CodedDocument[] }[] = [];
  for (const [i, job] of batch.entries()) {
    const documents = coded[i] ?? [];
    const status = known.get(job.path)?.status;
    if (documents.every(isUnreadable) && (status === 'coded' || status === 'stale'))
      await store.markStale(
        job.path,
        job.key,
        documents.flatMap(({ issues }) => issues),
      );
    else good.push({ job, documents });
  }
  const kept = good.flatMap(({ job, documents }) =>
    documents.map((document, part) => keptDocument(document, part, job, parts)),
  );
  await store.replace(
    good.map(({ job }) => job.path),
    kept,
  );
}

function isUnreadable({ document, issues }: CodedDocument): boolean {
  return document.text === '' && issues.some(({ severity }) => severity === 'error');
}

function keptDocument(
  given: CodedDocument,
  part: number,
  { input, path, sha256, described, key }: Job,
  { taxonomy }: CodingParts,
): KeptDocument {
  // The store does not depend on the folder from which the command was called.
  const issues = given.issues.map((issue) =>
    issue.document === input.path ? { ...issue, document: path } : issue,
  );
  const source = { ...given.document.source, path };
  const coded = { ...given, issues, document: { ...given.document, source } };
  const { answering } = coded;
  const state: DocumentState = {
    id: coded.document.id,
    path,
    part,
    sha256,
    described,
    status: isUnreadable(coded) ? 'failed' : 'coded',
    metadata: coded.document.metadata,
    language: coded.detection.language,
    statements: coded.statements.length,
    ...(answering === undefined ? {} : { answering }),
    issues: issues.filter(({ severity }) => severity === 'error'),
    counts: countsOf(coded, taxonomy.info.codes),
  };
  return { state, key, coded };
}

/** What the second half of an update is given. */
interface Reporting {
  readonly options: UpdateOptions;
  readonly parts: CodingParts;
  readonly issues: readonly Issue[];
  readonly coded: number;
}

/** Tells what is new since the last completed run, and completes this one. */
async function report(store: Store, reporting: Reporting): Promise<UpdateOutcome> {
  const { options, parts, issues, coded } = reporting;
  const last = await store.lastRun();
  const states = await store.states();
  const failed = states.filter(({ status }) => status !== 'coded').map(({ id }) => id);
  const { moves, unchanged } = movesBetween(last?.state ?? [], states);
  const settings = { codings: hashOf(JSON.stringify(options.codings ?? [])) };
  const recoded = last === null ? [] : reasonsOf(last, settings, parts);
  const outcome = { coded, issues, failed };
  if (last !== null && isQuiet(moves) && recoded.length === 0) {
    // The one before may have been cut short when its report was written and nothing pointed to it.
    settle(options, last.run.name);
    return { ...outcome, news: null, folder: null };
  }
  const codes = parts.taxonomy.info.codes.map(reportCode);
  const counted = countState(states, codes);
  const name = await nameOf(store, options.date);
  const run = runOf(name, counted, options, parts);
  const fresh = moves.filter(({ change }) => ['new', 'changed', 'recovered'].includes(change));
  const news = newsOf({
    run,
    previous: last,
    recoded,
    moves,
    unchanged,
    coverage: counted.coverage,
    codes,
    fresh: await store.wholes(fresh.map(({ state }) => state.id)),
  });
  const folder = join(options.out, name);
  await writeReport(folder, [
    ...newsFiles(news, options.language),
    ...(await wholeReports(store, codes, options, parts)),
  ]);
  const kept = { run, settings, coverage: counted.coverage, state: states };
  await store.finish(kept, news.codes, counted.countedAs);
  settle(options, name);
  return { ...outcome, news, folder };
}

/** What comes after a completed run: what points to its report, and which older ones go. */
function settle({ out, keep }: UpdateOptions, name: string): void {
  if (!existsSync(join(out, name))) return;
  pointToLatest(out, name);
  if (keep !== undefined) dropOldReports(out, keep);
}

/** Why all documents were coded anew. */
function reasonsOf(
  { run, settings: before }: KeptRun,
  settings: object,
  { taxonomy }: CodingParts,
): RecodedReason[] {
  return [
    ...(run.taxonomy.hash === taxonomy.info.hash ? [] : (['taxonomy'] as const)),
    ...(JSON.stringify(before) === JSON.stringify(settings) ? [] : (['settings'] as const)),
    ...(run.tool.version === toolVersion() ? [] : (['program'] as const)),
  ];
}

/** The date, with a number where a completed run has that name. */
async function nameOf(store: Store, date: string): Promise<string> {
  const names = await store.runNames();
  let name = date;
  for (let n = 2; names.has(name); n++) name = `${date}-${n}`;
  return name;
}

function runOf(
  name: string,
  { documents, statements }: CountedState,
  { date }: UpdateOptions,
  { taxonomy }: CodingParts,
): NewsRun {
  const { id, version, hash } = taxonomy.info;
  return {
    name,
    date,
    tool: { name: 'gcm-coverage', version: toolVersion() },
    taxonomy: { id, version, hash },
    documents,
    statements,
  };
}

/** Reports of all documents, where formats are asked for. */
async function wholeReports(
  store: Store,
  codes: readonly ReportCode[],
  options: UpdateOptions,
  parts: CodingParts,
): Promise<readonly Output[]> {
  const { formats = [], date, language, taxonomy = {} } = options;
  if (formats.length === 0) return [];
  const documents = withRepeats(withStandIns(await store.wholes()));
  const { id, version, hash } = parts.taxonomy.info;
  const accuracy = readAccuracy(taxonomy, hash);
  const run: RunResult = {
    documents,
    codes,
    coverage: coverDocuments(documents, parts.taxonomy.info.codes, 'country'),
    settings: { by: 'country', date },
    tool: { name: 'gcm-coverage', version: toolVersion() },
    taxonomy: { id, version, hash },
    failures: [],
    similar: similarStatements(documents),
    ...(accuracy === null ? {} : { accuracy }),
  };
  return reportFiles(run, language, formats);
}
