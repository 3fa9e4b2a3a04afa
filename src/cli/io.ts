/** What every command shares: messages on stderr, colours, exit codes. */
import { styleText } from 'node:util';
import { plainLine } from '../model/text.js';
import type { Issue } from '../model/types.js';

/** Exit codes: all done, done with failures, could not run. */
export const DONE = 0;
export const FAILED = 1;
export const COULD_NOT_RUN = 2;

/** A reason why a command could not run at all; the message is for the user. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint = '',
  ) {
    super(message);
    this.name = 'UsageError';
  }
}

type Colour = 'red' | 'yellow' | 'green' | 'bold' | 'dim' | 'cyan';

/** True where a stream is a terminal and NO_COLOR is not set. */
export function coloured(stream: { isTTY?: boolean }): boolean {
  return stream.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
}

/** Colours a text for stderr or stdout where that is wanted. */
export function paint(colour: Colour, text: string, on: boolean): string {
  return on ? styleText(colour, text, { validateStream: false }) : text;
}

/** "file:line:column: message" with the hint below. */
export function issueText(issue: Issue, colours: boolean): string {
  const place = plainLine([issue.document, issue.place].filter((part) => part !== null).join(':'));
  const colour = issue.severity === 'error' ? 'red' : 'yellow';
  const head = `${place === '' ? '' : `${place}: `}${paint(colour, issue.severity, colours)} ${issue.id}: `;
  return `${head}${plainLine(issue.message)}\n  ${plainLine(issue.hint)}`;
}

/** "1 document", "2 documents". */
export function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Tells what was written: "Report: out/report.html (and 9 files beside it)". */
export function writtenText(names: readonly string[], folder: string): string {
  const first = names.includes('report.html') ? 'report.html' : (names[0] ?? '');
  const others = plural(names.length - 1, 'file');
  return `Report: ${folder}/${first}${names.length > 1 ? ` (and ${others} beside it)` : ''}`;
}

/** Prints issues on stderr. */
export function printIssues(issues: readonly Issue[]): void {
  for (const issue of issues) console.error(issueText(issue, coloured(process.stderr)));
}

/** Writes to stdout and waits until there is room again; a reader that has gone ends the program quietly. */
export async function writeOut(text: string): Promise<void> {
  if (text === '' || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()));
}

/** Characters that are gathered before they are written. */
const GATHERED = 1 << 18;
/** UTF-8 bytes of a UTF-16 code unit at most. */
const WIDEST = 3;

/** Gathers text for stdout in one block of memory that is used again and again. */
export function outputBuffer(): {
  add: (text: string) => Promise<void>;
  flush: () => Promise<void>;
} {
  const block = Buffer.allocUnsafe(GATHERED * WIDEST);
  let used = 0;
  const flush = async (): Promise<void> => {
    if (used === 0) return;
    const bytes = block.subarray(0, used);
    used = 0;
    await new Promise<void>((resolve) => process.stdout.write(bytes, () => resolve()));
  };
  return {
    flush,
    add: async (text) => {
      if (used + text.length * WIDEST > block.length) await flush();
      if (text.length > GATHERED) await writeOut(text);
      else used += block.write(text, used);
    },
  };
}

/** One line that is drawn anew, only on a terminal. */
export function progressLine(quiet = false): {
  show: (done: number, total: number, path: string) => void;
  end: () => void;
} {
  const on = process.stderr.isTTY && !quiet;
  const clear = '\r\u001b[2K';
  return {
    show: (done, total, path) => {
      if (on) process.stderr.write(`${clear}${done}/${total} ${plainLine(path).slice(-60)}`);
    },
    end: () => {
      if (on) process.stderr.write(clear);
    },
  };
}
