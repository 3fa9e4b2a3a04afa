/** A value with its maps as objects and its sets as lists, ready for JSON. */
export function plainJson(value: unknown): unknown {
  if (value instanceof Map) return plainJson(Object.fromEntries(value));
  if (value instanceof Set) return [...value];
  if (Array.isArray(value)) return value.map(plainJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plainJson(part)]));
}
