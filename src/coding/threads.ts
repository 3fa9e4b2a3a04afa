/**
 * Codes documents in threads: reading is bounded elsewhere, this shares out what was read.
 * Each thread loads the taxonomy for itself, which pays above some size only; what comes of a
 * document does not depend on where it was coded.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Input, ReadInput } from '../adapters/corpus.js';
import type { TaxonomyChoice } from '../adapters/taxonomy.js';
import { unreadDocument } from '../adapters/corpus.js';
import type { CodedDocument } from '../model/types.js';
import { faultOf } from './code.js';

/** One file to code. */
export interface CodingJob {
  readonly input: Input;
  readonly read: ReadInput;
}

/** Codes the documents of a file that was read. */
export interface Coder {
  readonly code: (job: CodingJob) => Promise<CodedDocument[]>;
  /** Ends all threads. */
  readonly close: () => Promise<void>;
}

/** Tests run the sources, a thread needs the compiled program. */
const PROGRAM = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? '../../dist/coding/thread.js' : 'thread.js',
    import.meta.url,
  ),
);

interface Waiting {
  readonly job: CodingJob;
  readonly resolve: (documents: CodedDocument[]) => void;
}

/** Starts threads that code; the first that is free takes the next file. */
export function codingThreads(count: number, taxonomy: TaxonomyChoice): Coder {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const threads = new Set<Worker>();
  const next = (): void => {
    while (idle.length > 0 && queue.length > 0) give(idle.pop()!, queue.shift()!);
  };
  const give = (thread: Worker, { job, resolve }: Waiting): void => {
    const answered = (documents: CodedDocument[]): void => {
      thread.off('error', failed);
      resolve(documents);
      idle.push(thread);
      next();
    };
    // A thread that ends over one file takes no other with it.
    const failed = (error: Error): void => {
      thread.off('message', answered);
      resolve([lost(job, error)]);
      start();
      next();
    };
    thread.once('message', answered).once('error', failed);
    thread.postMessage(job);
  };
  const start = (): void => {
    const thread = new Worker(PROGRAM, { workerData: taxonomy });
    threads.add(thread);
    idle.push(thread);
    // One that ends while it waits is given nothing more.
    thread.on('error', () => {
      threads.delete(thread);
      if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
    });
  };
  for (let at = 0; at < count; at++) start();
  return {
    code: (job) =>
      new Promise((resolve) => {
        queue.push({ job, resolve });
        if (threads.size === 0) start();
        next();
      }),
    close: async () => {
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

/** What stands for a file over which its thread ended. */
function lost({ input, read }: CodingJob, error: Error): CodedDocument {
  const issues = [...read.issues, faultOf(error, input.id ?? input.path)];
  return unreadDocument(input, read.metadata, issues);
}
