/**
 * What a reading process runs: it reads the files that it is sent, one after
 * another, and ends itself when it grows over the limit of memory. It loads
 * the readers and nothing else.
 */
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { readFile } from '../readers/index.js';
import type { ReadJob, ReadReply } from './reading-process.js';

/**
 * Runs in a thread of its own, as nothing else runs while a reader computes:
 * the whole process is ended when it is over the limit, or when the program
 * that it reads for is gone.
 */
const WATCH = `
const { workerData: { most, parent, notice } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const { memoryUsage, kill, pid } = require('node:process');
setInterval(() => {
  const tooMuch = memoryUsage.rss() > most;
  if (tooMuch) try { writeSync(2, notice); } catch {}
  if (tooMuch || process.ppid !== parent) kill(pid, 'SIGKILL');
}, 25);
`;

const MEGABYTE = 1024 * 1024;
const [megabytes = '512', notice = ''] = process.argv.slice(2);

function watch(): void {
  const workerData = { most: Number(megabytes) * MEGABYTE, parent: process.ppid, notice };
  const watcher = new Worker(WATCH, { eval: true, workerData, execArgv: [] });
  watcher.once('online', () => process.send?.('ready'));
  watcher.unref();
}

process.on('message', (job: ReadJob) => {
  const { bytes, source, metadata, limits } = job;
  void readFile(bytes, source, metadata, limits).then((result) => {
    const reply: ReadReply = { result, megabytes: process.memoryUsage.rss() / MEGABYTE };
    process.send?.(reply);
  });
});
process.on('disconnect', () => process.exit());
watch();
