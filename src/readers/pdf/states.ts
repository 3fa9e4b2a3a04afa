/** Refuses pages that keep drawing states open without end. */
import { Refusal } from '../types.js';

/** The standard names 28 as the most that a reader need know; the PDF library's time grows with their square. */
const MOST_OPEN = 2000;

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const [SAVE, RESTORE] = [0x71, 0x51];

/** Issue: GCM128 for operators that save the drawing state (`q`) far more often than they restore it (`Q`). */
export function refuseOpenStates(operators: Uint8Array): void {
  let open = 0;
  for (let at = 0; at < operators.length; at++) {
    const byte = operators[at]!;
    if (byte !== SAVE && byte !== RESTORE) continue;
    if (!isApart(operators, at)) continue;
    open = byte === SAVE ? open + 1 : Math.max(0, open - 1);
    if (open > MOST_OPEN) refuse();
  }
}

function isApart(bytes: Uint8Array, at: number): boolean {
  return SPACE.has(bytes[at - 1] ?? 0) && SPACE.has(bytes[at + 1] ?? 0);
}

function refuse(): never {
  throw new Refusal(
    'GCM128',
    `A page keeps more than ${MOST_OPEN} drawing states open; no page of a document does.`,
    'Print the document to PDF again, without drawings.',
  );
}
