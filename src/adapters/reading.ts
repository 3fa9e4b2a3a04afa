/**
 * Reads files within limits of time and memory. Small texts are read here; what
 * has to be unpacked first, and large texts, in processes of their own.
 *
 * Processes and not threads, as a thread that comes to the end of its heap in
 * one large allocation takes the whole program with it, is not stopped inside
 * of long native calls, and shares its memory figures with all others.
 */
import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Issue } from '../model/types.js';
import { DEFAULT_LIMITS, readFile } from '../readers/index.js';
import type { ReadLimits, ReadResult } from '../readers/index.js';
import type { FileReader } from './corpus.js';
import { startReading } from './reading-process.js';
import type { ReadingProcess, ReadJob, ReadReply, Stop } from './reading-process.js';

/** Bounds on reading; what is left out has its default. */
export interface ReadingOptions {
  readonly limits?: Partial<ReadLimits>;
  /** Processes that read at a time; changes no result. */
  readonly jobs?: number;
}

/** How a run reads its files. */
export interface Reader {
  readonly read: FileReader;
  /** Ends all processes; what they are reading is lost. */
  readonly close: () => Promise<void>;
}

/** Texts of more bytes than this are read in a process: up to it, reading takes less than a second. */
const LARGE_TEXT = 1024 * 1024;

/** Waiting bytes from which one more process pays for its start; a packed byte is more work than one of text. */
const PAYS = 1024 * 1024;

/** Files whose bytes are held at a time: one for each reading process, and a few on their way. */
const OPEN_FILES = 6;

/** Does the same with each file, a few at a time; what comes of it is in the order of the files. */
export async function readEach<File, Result>(
  files: readonly File[],
  options: ReadingOptions | undefined,
  one: (file: File, read: FileReader) => Promise<Result>,
): Promise<Result[]> {
  const limit = pLimit(OPEN_FILES);
  const reader = createReader(options);
  try {
    return await Promise.all(files.map((file) => limit(one, file, reader.read)));
  } finally {
    await reader.close();
  }
}

/** Files that are worked on at a time: as said, else one a core, 4 at most. */
export function jobsOf(options: ReadingOptions = {}): number {
  return options.jobs ?? Math.min(availableParallelism(), 4);
}

/** Makes a reader; close it when all is read. */
export function createReader(options: ReadingOptions = {}): Reader {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const pool = createPool(limits.megabytes, jobsOf(options));
  return {
    read: (bytes, source, metadata) =>
      isHarmless(bytes)
        ? readFile(bytes, source, metadata, limits)
        : pool.read({ bytes, source, metadata, limits }),
    close: pool.close,
  };
}

/** True for what is no container and not large: texts, and files that are refused by their first bytes. */
function isHarmless(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return bytes.length <= LARGE_TEXT && !head.startsWith('PK') && !head.includes('%PDF-');
}

interface Waiting {
  readonly job: ReadJob;
  readonly resolve: (result: ReadResult) => void;
}

interface Pool {
  readonly read: (job: ReadJob) => Promise<ReadResult>;
  readonly close: () => Promise<void>;
}

/** A few processes that take the files in the order in which they come. */
function createPool(megabytes: number, jobs: number): Pool {
  const running = new Set<ReadingProcess>();
  const idle: ReadingProcess[] = [];
  const queue: Waiting[] = [];
  const start = (): ReadingProcess => {
    const started = startReading(megabytes);
    running.add(started);
    return started;
  };
  const end = async (one: ReadingProcess): Promise<void> => {
    await one.stop();
    running.delete(one);
  };
  const serve = async (given: ReadingProcess, { job, resolve }: Waiting): Promise<void> => {
    let one = given;
    let reply = await one.read(job);
    // What was read before may have used the process up: only a new one tells.
    if (isDoubtful(reply) && one.reads > 1) {
      await end(one);
      one = start();
      reply = await one.read(job);
    }
    resolve(resultOf(reply, job));
    if (typeof reply !== 'string' && reply.megabytes < megabytes / 2) idle.push(one);
    else await end(one);
    next();
  };
  const next = (): void => {
    const one = idle.pop() ?? (startsAnother(running.size, jobs, queue) ? start() : undefined);
    const waiting = one === undefined ? undefined : queue.shift();
    if (one === undefined) return;
    if (waiting === undefined) idle.push(one);
    else void serve(one, waiting);
  };
  return {
    read: (job) =>
      new Promise((resolve) => {
        queue.push({ job, resolve });
        next();
      }),
    close: async () => {
      queue.length = 0;
      await Promise.all([...running].map(end));
    },
  };
}

function isDoubtful(reply: ReadReply | Stop): boolean {
  return reply === 'memory' || reply === 'ended';
}

/** The first process is needed; another has to pay for its start. */
function startsAnother(running: number, jobs: number, queue: readonly Waiting[]): boolean {
  if (queue.length === 0 || running >= jobs) return false;
  const waiting = queue.reduce((sum, { job }) => sum + job.bytes.length, 0);
  return running === 0 || waiting >= PAYS;
}

/** The answer, or what kept it from coming as an issue: GCM120, GCM122, GCM126, GCM127. */
function resultOf(reply: ReadReply | Stop, { source, limits }: ReadJob): ReadResult {
  if (typeof reply !== 'string') return reply.result;
  const issue: Issue = {
    ...STOPPED[reply](limits),
    severity: 'error',
    document: source.path,
    place: null,
  };
  return { format: null, documents: [], issues: [issue] };
}

type Said = Pick<Issue, 'id' | 'message' | 'hint'>;

const STOPPED: Readonly<Record<Stop, (limits: ReadLimits) => Said>> = {
  time: ({ seconds }) => ({
    id: 'GCM126',
    message: `Reading it took longer than the limit of ${seconds} s and was stopped.`,
    hint: 'Split the document, or allow more time with --timeout SECONDS.',
  }),
  memory: ({ megabytes }) => ({
    id: 'GCM127',
    message: `Reading it took more memory than the limit of ${megabytes} MB and was stopped.`,
    hint: 'Split the document, or allow more memory with --memory MB.',
  }),
  ended: () => ({
    id: 'GCM122',
    message: 'The file is broken: its reader ended without an answer.',
    hint: 'Open it in the program that made it and save it again.',
  }),
  unstarted: () => ({
    id: 'GCM120',
    message: 'The process that reads such files could not be started.',
    hint: 'Check that the program is whole and that it may start processes.',
  }),
};
