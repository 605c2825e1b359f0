/** How long PostgreSQL lets a session work or wait before it ends the statement or the session, ms. */
export interface SessionLimits {
  readonly statement_timeout: number;
  readonly lock_timeout: number;
  readonly idle_in_transaction_session_timeout: number;
}

/**
 * For sessions of the web server. A read that takes half a minute is given up: nobody waits longer, and its connection
 * is one of ten. A step waits that long for another one, such as an acceptance of two million rows. A transaction in
 * which nothing happens for a minute belongs to a process that is stuck, and holds up others.
 */
export const SERVING_LIMITS: SessionLimits = {
  statement_timeout: 30_000,
  lock_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
};

/** For a statement that grows with what was sent: the largest file over HTTP, on a slow disk, ms. */
export const LONG_STATEMENT_MS = 600_000;
