import { createHash } from 'node:crypto';

/** Content security policy of a page: nothing may run or load but its one style sheet, known by its hash. */
export function policyFor(style: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
