import { createHash } from 'node:crypto';

/** A plain value as JSON with the keys of every object in order: the same content is the same text. */
export function canonicalJson(content: unknown): string {
  return JSON.stringify(content, inKeyOrder);
}

/**
 * SHA-256, hexadecimal, of a plain value written as JSON with the keys of every object in order. The same content
 * has the same hash, however its objects were put together; the order of lists counts.
 */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
