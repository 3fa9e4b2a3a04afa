import { createHash } from 'node:crypto';

/** Content security policy of a page: nothing may run or load but its own style and script, known by their hashes. */
export function policyFor(style: string, script?: string): string {
  return [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
