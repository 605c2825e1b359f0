/** The code that Node gives an error, e.g. `ENOSPC`; `undefined` when it has none. */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
