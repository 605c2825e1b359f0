import { createHmac, randomBytes } from 'node:crypto';
import { readNote, seal, unseal } from './sealed-note.js';

/** What somebody went to the provider for. */
export interface OpenIdAttempt {
  /** `link`: to add an identity to the account they are signed in to. */
  readonly purpose: 'sign-in' | 'link';
  /** Of the pages they read. */
  readonly language: string;
  /** Page to go on to afterwards. */
  readonly back: string;
}

/** What goes to the provider and comes back from it, and what proves that it came back to the same browser. */
export interface OpenIdSecrets {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly codeVerifier: string;
}

const USE = 'openid-attempt';
/** Somebody may have to find their password first. */
const SECONDS = 600;

/**
 * Begins an attempt. Nothing is stored: the state carries it, sealed with the token of the browser's cookie, and that
 * token makes the rest of the secrets, so that an answer counts in the browser that asked, and there alone.
 * @param token of the session, or of the cookie that precedes one
 */
export function beginAttempt({ purpose, language, back }: OpenIdAttempt, token: string): OpenIdSecrets {
  const salt = randomBytes(16).toString('base64url');
  return secretsOf(seal({ purpose, language, back, salt }, token, USE), token);
}

/** @returns `undefined` when this browser began no such attempt, or began it more than ten minutes ago */
export function resumeAttempt(
  state: string,
  token: string,
  now = Date.now(),
): (OpenIdAttempt & OpenIdSecrets) | undefined {
  const note = unseal(state, token, USE, SECONDS, now);
  if (note === undefined) return undefined;
  const purpose = note['purpose'] === 'link' ? 'link' : 'sign-in';
  return { purpose, language: note['language'] ?? '', back: note['back'] ?? '', ...secretsOf(state, token) };
}

/** The language that an answer of the provider should be told in, whoever it is for. */
export function languageOfState(state: string): string | undefined {
  return readNote(state)?.['language'];
}

function secretsOf(state: string, token: string): OpenIdSecrets {
  const made = (what: string): string =>
    createHmac('sha256', token).update(`${what} ${state}`).digest('base64url');
  return { state, nonce: made('nonce'), codeVerifier: made('verifier') };
}
