const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const encoder = new TextEncoder();
const { imul } = Math;

/**
 * FNV-1a hash of the UTF-8 bytes of a text, a whole number from 0 to 2^32 - 1; of a text cut off within a character
 * the missing half is read as U+FFFD. Source: Fowler, Noll and Vo; RFC 9923.
 */
export function fnv1a32(text: string): number {
  let hash = OFFSET_BASIS;
  for (const byte of encoder.encode(text)) hash = imul(hash ^ byte, PRIME);
  return hash >>> 0;
}
