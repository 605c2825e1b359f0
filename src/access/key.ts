import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'iww_';

/** A new key: the prefix that tells what it is for, and 256 random bits in base64url. */
export function newKey(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/**
 * What is stored of a key and looked up when it comes back: SHA-256, hexadecimal. The bits are random, so a fast hash
 * is enough; and since only hashes meet, the time a comparison takes tells nothing about the key.
 */
export function keyHash(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}
