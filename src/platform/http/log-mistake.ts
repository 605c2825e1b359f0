import type { FastifyRequest } from 'fastify';

interface ErrorLog {
  error(message: unknown, facts: object): void;
}

/** Logs a mistake of ours, with the id of the request it befell and nothing that the request held. */
export function logMistake(
  log: ErrorLog,
  { id: requestId, method, routeOptions }: FastifyRequest,
  error: unknown,
): void {
  const mistake = error instanceof Error ? error : new Error(String(error));
  log.error(mistake, { requestId, method, route: routeOptions.url ?? null });
}
