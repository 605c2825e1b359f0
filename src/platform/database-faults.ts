import { Problem } from './problem.js';

/** Codes of the operating system for a server that cannot be reached. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/**
 * PostgreSQL's own: connection lost (class 08), no more connections, shutting down, crashed, starting up, session ended
 * for its idleness, only a copy that takes no writes, disk out of order.
 */
const AWAY = /^(08...|53300|57P0[1-5]|25006|25P03|58030)$/;
/** Words of the driver for a lost session, which carry no code; TypeORM lets go of one before its user knows. */
const LOST =
  /connection terminated|timeout exceeded when trying to connect|connection ended|not queryable|runner (was )?already released/i;

/** Whether a failed query failed because the database is away: worth another try later, nobody's mistake. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!isFault(error)) return false;
  const { code, message, driverError } = error;
  if (typeof code === 'string' && (UNREACHABLE.has(code) || AWAY.test(code))) return true;
  if (typeof message === 'string' && LOST.test(message)) return true;
  return driverError !== undefined && driverError !== error && isDatabaseUnavailable(driverError);
}

/** What else keeps the database from doing what it was asked, and is nobody's mistake, by PostgreSQL's code. */
const BUSY: Readonly<Record<string, Pick<Problem, 'code' | 'status'>>> = {
  53100: { code: 'no_space', status: 507 },
  53200: { code: 'database_busy', status: 503 },
  // Two steps were in each other's way: serialisation, deadlock, a lock that was not to be had.
  40001: { code: 'database_busy', status: 503 },
  '40P01': { code: 'database_busy', status: 503 },
  '55P03': { code: 'database_busy', status: 503 },
  57014: { code: 'took_too_long', status: 503 },
};

/** The expected failure that a failed query stands for; `undefined` when it is a mistake of ours. */
export function databaseProblem(error: unknown): Problem | undefined {
  if (isDatabaseUnavailable(error)) return new Problem('database_unavailable', 503);
  const known = isFault(error) ? BUSY[String(error.code)] : undefined;
  return known && new Problem(known.code, known.status);
}

/** Name of the constraint or guard that refused a write, e.g. `decision_four_eyes`; `undefined` when none did. */
export function constraintOf(error: unknown): string | undefined {
  if (!isFault(error)) return undefined;
  const { constraint, driverError } = error;
  if (typeof constraint === 'string') return constraint;
  return driverError === error ? undefined : constraintOf(driverError);
}

/** What errors of Node, the driver and TypeORM may carry. */
interface Fault {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly constraint?: unknown;
  readonly driverError?: unknown;
}

function isFault(error: unknown): error is Fault {
  return typeof error === 'object' && error !== null;
}
