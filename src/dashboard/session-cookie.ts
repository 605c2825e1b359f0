import { isSessionToken } from '../access/session-token.js';
import { isLoopbackHost } from '../platform/loopback-host.js';

/** How the cookie of a session is set, by the address a reader uses. */
export interface SessionCookie {
  readonly name: '__Host-iww' | 'iww';
  readonly secure: boolean;
}

/**
 * Browsers keep the `__Host-` cookie over TLS alone; on this machine itself a plain one will do.
 * @param host header of the request
 * @param publicUrl address that readers use, where the operator named one
 * @returns `undefined` on plain http across a network, where nobody can sign in safely
 */
export function sessionCookie(
  host: string | undefined,
  publicUrl: string | undefined,
): SessionCookie | undefined {
  const name = host?.toLowerCase();
  if (publicUrl !== undefined) {
    const { protocol, host: publicHost } = new URL(publicUrl);
    if (protocol === 'https:' && name === publicHost) return { name: '__Host-iww', secure: true };
  }
  return isLoopbackHost(name ?? '') ? { name: 'iww', secure: false } : undefined;
}

/** The session's token in a Cookie header. */
export function readSessionToken(
  header: string | undefined,
  cookie: SessionCookie | undefined,
): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  const tokens = new Set(pairs.filter(([name]) => name === cookie?.name).map(([, value]) => value));
  const [token] = tokens;
  // Two that differ: one of them was put there by somebody else.
  return tokens.size === 1 && token !== undefined && isSessionToken(token) ? token : undefined;
}

/** A Set-Cookie header; with no token it takes the cookie back. It goes with the browser, or when the session is over. */
export function writeSessionToken({ name, secure }: SessionCookie, token: string | undefined): string {
  const kept = token === undefined ? '; Max-Age=0' : '';
  return `${name}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${kept}`;
}
