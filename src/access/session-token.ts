import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a browser shows to be known again: 256 random bits in base64url. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function isSessionToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What is stored of it, hexadecimal; the bits are random, so a fast hash is enough. */
export function sessionTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * What the forms of a page carry so that no other site can send them: made from the session's token, which only the
 * browser and we know, and telling nothing about it.
 */
export function formToken(token: string): string {
  return createHmac('sha256', token).update('form').digest('base64url');
}

/** Whether a form carries the token of the session it is sent in. */
export function isFormToken(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(formToken(token))];
  return one.length === other.length && timingSafeEqual(one, other);
}
