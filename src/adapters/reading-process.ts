/** A process that reads files for this one, so that what a file does to its reader stays there. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import type { DocumentMetadata } from '../model/types.js';
import type { ReadLimits, ReadResult, SourceFile } from '../readers/index.js';

/** One file to read. */
export interface ReadJob {
  readonly bytes: Uint8Array;
  readonly source: SourceFile;
  readonly metadata: DocumentMetadata;
  readonly limits: ReadLimits;
}

/** What a reading process answers, and how much memory it then holds (MB of 2^20 bytes). */
export interface ReadReply {
  readonly result: ReadResult;
  readonly megabytes: number;
}

/** Why a process gave no answer: over a limit, ended by itself, or never begun. */
export type Stop = 'time' | 'memory' | 'ended' | 'unstarted';

/** A process that reads one file at a time. */
export interface ReadingProcess {
  /** Reads a file, or says why the process came to its end over it. Never rejects. */
  readonly read: (job: ReadJob) => Promise<ReadReply | Stop>;
  /** Files that it was given so far. */
  readonly reads: number;
  /** Ends the process at once; resolves when it is gone. */
  readonly stop: () => Promise<void>;
}

/** Tests run the sources, a process needs the compiled program. */
const PROGRAM = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? '../../dist/adapters/reading-child.js' : 'reading-child.js',
    import.meta.url,
  ),
);

/** Said on standard error by a process that ends itself as it is over its limit of memory. */
const NOTICE = 'reading process is over its limit of memory';

/** Of the memory of a process, how much is for JavaScript's own values; beyond it V8 gives up. */
const HEAP_SHARE = 0.75;

/** A timer cannot wait longer (ms). */
const LONGEST = 2 ** 31 - 1;

interface Running {
  readonly child: ChildProcess;
  /** Resolves when it can be sent a file. */
  readonly ready: Promise<void>;
  /** Resolves when it is gone. */
  readonly ended: Promise<Stop>;
}

/** Starts a process; `megabytes` is the most memory that it may take as a whole. */
export function startReading(megabytes: number, program = PROGRAM): ReadingProcess {
  const running = startChild(megabytes, program);
  const { child, ended } = running;
  let reads = 0;
  return {
    read: async (job) => {
      reads++;
      keepAlive(child, true);
      const reply = await readIn(running, job);
      keepAlive(child, false);
      return reply;
    },
    get reads() {
      return reads;
    },
    stop: async () => {
      keepAlive(child, true);
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function startChild(megabytes: number, program: string): Running {
  const child = fork(program, [String(megabytes), NOTICE], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${Math.floor(megabytes * HEAP_SHARE)}`],
    // What libraries print is for nobody.
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const lastWords = tailOf(child);
  let isReady = false;
  const ready = new Promise<void>((resolve) =>
    child.once('message', () => {
      isReady = true;
      resolve();
    }),
  );
  const ended = new Promise<Stop>((resolve) => {
    child.once('error', () => resolve('unstarted'));
    child.once('close', (_, signal) =>
      resolve(isReady ? whyEnded(signal, lastWords()) : 'unstarted'),
    );
  });
  return { child, ready, ended };
}

/** Sends a file and waits for its answer, the end of the process, or the end of the time. */
async function readIn({ child, ready, ended }: Running, job: ReadJob): Promise<ReadReply | Stop> {
  const early = await Promise.race([ready, ended]);
  if (early !== undefined) return early;
  let isLate = false;
  const timer = setTimeout(
    () => {
      isLate = true;
      child.kill('SIGKILL');
    },
    Math.min(job.limits.seconds * 1000, LONGEST),
  );
  const answer = new Promise<ReadReply>((resolve) =>
    child.once('message', (reply) => resolve(reply as ReadReply)),
  );
  // It fails only where the process is gone, which `ended` says.
  child.send(job, () => undefined);
  const reply = await Promise.race([answer, ended]);
  clearTimeout(timer);
  child.removeAllListeners('message');
  return isLate && typeof reply === 'string' ? 'time' : reply;
}

/** A process that has nothing to do keeps nobody from ending. */
function keepAlive(child: ChildProcess, needed: boolean): void {
  for (const one of [child, child.channel, child.stderr as Socket | null])
    if (needed) one?.ref();
    else one?.unref();
}

/** The last that a process said on standard error. */
function tailOf(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.on('data', (chunk: Buffer) => (tail = (tail + chunk.toString()).slice(-20_000)));
  return () => tail;
}

function whyEnded(signal: NodeJS.Signals | null, lastWords: string): Stop {
  const outOfMemory = lastWords.includes(NOTICE) || lastWords.includes('heap out of memory');
  return outOfMemory || signal === 'SIGKILL' ? 'memory' : 'ended';
}
