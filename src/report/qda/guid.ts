import { createHash } from 'node:crypto';

/**
 * A GUID that the same names always give (RFC 9562, version 8, from SHA-256), so
 * that the same run gives the same project, and two runs share what is the same.
 */
export function guidOf(...names: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(names)).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
