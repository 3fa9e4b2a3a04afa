/** One writer at a time: a file beside the store says who that is. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { kill, pid } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When its process began, as the system counts; '' where that is not known. */
  readonly started: string;
}

/** A lock that another process holds; the message is for the user (GCM162). */
export class LockedError extends Error {
  readonly hint =
    'Wait until it has ended, or give it more time with --wait. If that process is not gcm-coverage, remove the file.';

  constructor(path: string, { pid: holder, host }: Holder) {
    super(`GCM162: process ${holder} on ${host} is writing to the store ('${path}')`);
    this.name = 'LockedError';
  }
}

const STEP = 200;

/**
 * Takes a lock, waiting for it as long as is said. A lock whose process has gone
 * (also where its number was given to another) is taken over.
 * @param seconds longest time to wait
 * @param onWait told once who holds it
 * @returns gives the lock back
 * @throws LockedError when it is still held at the end (GCM162)
 */
export async function takeLock(
  path: string,
  seconds: number,
  onWait: (holder: Holder) => void = () => undefined,
): Promise<() => void> {
  mkdirSync(dirname(path), { recursive: true });
  const own: Holder = { pid, host: hostname(), started: startOf(pid) };
  for (let waited = 0; ; waited += STEP) {
    if (tryTake(path, own)) return () => release(path, own);
    const holder = holderOf(path);
    if (holder !== null && isGone(holder)) takeOver(path, holder);
    else if (holder !== null) {
      if (waited >= seconds * 1000) throw new LockedError(path, holder);
      if (waited === 0) onWait(holder);
      await pause(STEP);
    }
  }
}

/** The file appears with its content, or not at all. */
function tryTake(path: string, own: Holder): boolean {
  const draft = `${path}.${own.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Null where it was given back meanwhile. */
function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // Not ours to read: somebody wrote into it.
    return { pid: 0, host: 'an unknown host', started: '' };
  }
}

function isGone({ pid: holder, host, started }: Holder): boolean {
  if (host !== hostname() || holder === 0) return false;
  try {
    kill(holder, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  return started !== '' && startOf(holder) !== started;
}

/** Of two that see the same stale lock one moves it away; what was taken meanwhile is put back. */
function takeOver(path: string, stale: Holder): void {
  const aside = `${path}.${pid}.stale`;
  try {
    renameSync(path, aside);
    const moved = JSON.parse(readFileSync(aside, 'utf8')) as Holder;
    if (moved.pid !== stale.pid || moved.started !== stale.started) linkSync(aside, path);
  } catch {
    // Another was faster.
  }
  rmSync(aside, { force: true });
}

function release(path: string, own: Holder): void {
  const holder = holderOf(path);
  if (holder?.pid === own.pid && holder.started === own.started) rmSync(path, { force: true });
}

/** Start of a process in the system's ticks, on Linux; '' elsewhere. */
function startOf(process: number): string {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
