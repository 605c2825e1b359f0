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
/** PostgreSQL's own: connection lost (class 08), no more connections, shutting down, crashed, starting up. */
const AWAY = /^(08...|53300|57P0[1-3])$/;
/** The driver's words for a lost session, which carry no code. */
const LOST = /connection terminated|timeout exceeded when trying to connect|connection ended|not queryable/i;

/** Whether a failed query failed because the database is away: worth another try later, nobody's mistake. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!isFault(error)) return false;
  const { code, message, driverError } = error;
  if (typeof code === 'string' && (UNREACHABLE.has(code) || AWAY.test(code))) return true;
  if (typeof message === 'string' && LOST.test(message)) return true;
  return driverError !== undefined && driverError !== error && isDatabaseUnavailable(driverError);
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
