import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { API_HEADERS, OWN_HEADERS, TLS_ONLY } from './security-headers.js';

/** Says on every answer what browsers may do with it. To be called before all other hooks are set. */
export function setUpSecurityHeaders(
  server: FastifyInstance,
  { publicUrl }: Pick<Config, 'publicUrl'>,
): void {
  const further = publicUrl?.startsWith('https:') === true ? TLS_ONLY : {};
  const ofApi = { ...API_HEADERS, ...further };
  const ofOthers = { ...OWN_HEADERS, ...further };
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(/^\/(api|sdmx)\//.test(request.url) ? ofApi : ofOthers);
    done();
  });
}
